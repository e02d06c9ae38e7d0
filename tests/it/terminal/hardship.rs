//! Terminals, surroundings and users that make it hard.

use std::time::Duration;

use portable_pty::{CommandBuilder, PtySize};
use rustix::process::Signal;

use crate::cli::NO_THREADS;

use super::{NEXT, OPENING, SIZE, Screen, ends, open, opened, shell, viewer};

/// A pause between two keys: so long that a busy machine, too, has given up what was begun and takes the next key alone.
const PAUSE: Duration = Duration::from_secs(2);

/// Opens in some surroundings, takes a step and quits.
#[track_caller]
fn works(command: CommandBuilder) {
    let mut screen = opened(command);
    screen.press("\x1b[C");
    screen.wait_for("the next day", |seen| seen.header().contains(NEXT));
    screen.press("q");
    assert_eq!(screen.exit_code(), 0);
    screen.wait_for("the terminal as it was", |seen| seen.modes().is_empty());
    assert_eq!(screen.line_settings(), screen.line_settings_before);
}

/// Ends at once with one plain sentence.
#[track_caller]
fn declines(command: CommandBuilder, code: u32, part: &str) {
    let mut screen = Screen::running(command, SIZE);
    assert_eq!(screen.exit_code(), code);
    screen.wait_for("a sentence", |seen| seen.text().contains(part));
    screen.wait_for("nothing else", |seen| seen.text().trim().lines().count() == 1 && seen.modes().is_empty());
    assert_eq!(screen.line_settings(), screen.line_settings_before);
}

#[test]
fn it_works_without_a_home_and_in_any_locale() {
    let mut command = viewer();
    for name in ["HOME", "USER", "XDG_CONFIG_HOME", "LANG", "LC_ALL", "LC_CTYPE", "PATH", "COLORTERM"] {
        command.env_remove(name);
    }
    works(command);
    let mut command = viewer();
    command.cwd("/");
    command.env("HOME", "/no/such/home");
    command.env("LANG", "C");
    command.env("LC_ALL", "C");
    works(command);
}

#[test]
fn it_works_in_a_folder_that_cannot_be_written_or_is_gone() {
    let mut command = viewer();
    command.cwd("/proc");
    works(command);
    works(shell("cd \"$(mktemp -d)\" && rmdir \"$PWD\" && exec \"$0\""));
}

#[test]
fn it_works_without_standard_input() {
    works(shell("exec \"$0\" <&-"));
    works(shell("exec \"$0\" </dev/null"));
    works(shell(": | \"$0\""));
}

#[test]
fn it_works_without_standard_error() {
    works(shell("exec \"$0\" 2>&-"));
    works(shell("exec \"$0\" 2>/dev/full"));
}

#[test]
fn it_works_with_few_descriptors() {
    works(shell("ulimit -n 16 && exec \"$0\""));
}

#[test]
fn it_declines_terminals_that_place_no_cursor() {
    for kind in ["dumb", ""] {
        let mut command = viewer();
        command.env("TERM", kind);
        declines(command, 2, "frontline --plain and frontline show need none");
    }
    let mut command = viewer();
    command.env_remove("TERM");
    declines(command, 2, "TERM");
    declines(shell("exec \"$0\" >/dev/null"), 2, "terminal");
}

#[test]
fn it_declines_where_no_thread_can_be_had() {
    let mut command = viewer();
    command.env(NO_THREADS.0, NO_THREADS.1);
    declines(command, 4, "two threads");
}

#[test]
fn it_asks_the_terminal_nothing() {
    let mut screen = open();
    screen.press("?");
    screen.wait_for("another frame", |seen| seen.frames() > 1);
    screen.press("q");
    assert_eq!(screen.exit_code(), 0);
    screen.wait_for("no question", |seen| {
        let questions =
            ["\x1b[6n", "\x1b[5n", "\x1b[c", "\x1b[0c", "\x1b[>c", "\x1b[?u", "\x1bP", "\x1b]", "$p", "\x1b[14t"];
        questions.iter().all(|question| !seen.has(question))
    });
}

#[test]
fn no_sequence_swallows_the_keys_that_follow() {
    let junk = [
        "\x1b[?2026;2$y",
        "\x1b[<0;1",
        "\x1b]11;rgb:00/00/00",
        "\x1bP1$r",
        "\x1b[",
        "\x1bO",
        "\x1b[M!",
        "\x1b[?",
        "\u{e9}\u{9b}",
    ];
    let mut screens = junk.map(|cut| (cut, open()));
    for (cut, screen) in &mut screens {
        screen.press(cut);
    }
    // Nobody types a key within the tenth of a second that a cut sequence is waited for.
    std::thread::sleep(PAUSE);
    for (cut, screen) in &mut screens {
        screen.press("q");
        assert_eq!(screen.exit_code(), 0, "{cut:?}");
    }
}

#[test]
fn no_key_of_a_great_flood_is_lost() {
    let mut screen = open();
    for size in [1023, 1024, 1025, 3000] {
        // Escape sequences at every offset; the terminal's own queue holds some four thousand bytes.
        let pairs = "\x1b[C\x1b[D".repeat(size / 6);
        let rest = "-".repeat(size - pairs.len());
        screen.press(&format!("{rest}{pairs}\x1b[C"));
        screen.wait_for("the next day", |seen| seen.header().contains(NEXT));
        screen.press("\x1b[D");
        screen.wait_for("the day before", |seen| seen.header().contains(OPENING));
    }
}

#[test]
fn it_ends_by_every_signal_that_asks_for_it() {
    ends(|screen| screen.signal(Signal::QUIT), 128 + 3);
    // While the screen is changing, too.
    ends(
        |screen| {
            screen.press(&"\x1b[C\x1b[D".repeat(200));
            screen.press("?");
            screen.signal(Signal::TERM);
        },
        128 + 15,
    );
}

#[test]
fn a_storm_of_sizes_with_keys_in_between_is_weathered() {
    let mut screen = open();
    let sizes = [(0, 0), (1, 1), (1000, 500), (40, 12), (39, 12), (0, 30), (500, 3), (3, 200), (80, 24), (200, 60)];
    for (round, (cols, rows)) in sizes.into_iter().cycle().take(40).enumerate() {
        screen.resize(PtySize { rows, cols, ..SIZE });
        screen.press(["\x1b[C", "\x1b[D", "?", "\x1b", "+", "\t", "\x1b[<0;10;10M", "\x1b[<0;12;11m"][round % 8]);
        std::thread::sleep(Duration::from_millis(50));
    }
    // The escape that closes whatever is open, then the day on which it opened.
    screen.resize(SIZE);
    for _ in 0..2 {
        screen.press("\x1b");
        std::thread::sleep(PAUSE);
    }
    screen.press(":2021-08-09\r");
    screen.wait_for("a whole frame", |seen| seen.header().contains(OPENING));
    screen.press("q");
    assert_eq!(screen.exit_code(), 0);
}

#[test]
fn ctrl_d_is_no_end_even_while_the_line_settings_are_those_of_a_shell() {
    let mut screen = open();
    screen.cook();
    screen.press("\x04\x04");
    std::thread::sleep(Duration::from_millis(200));
    screen.signal(Signal::CONT);
    screen.press("\x1b[C");
    screen.wait_for("the next day", |seen| seen.header().contains(NEXT));
}
