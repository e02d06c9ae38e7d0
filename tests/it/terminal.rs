//! The viewer in a pseudo-terminal: what it shows, what it leaves behind, and that it always ends.

mod fault;
mod hardship;
mod record;
mod screen;

use std::io::{Read, Write};
use std::process::{Command, Stdio};
use std::time::Duration;

use portable_pty::{Child, CommandBuilder, PtyPair, PtySize, native_pty_system};
use rustix::process::{Pid, Signal, kill_process};

use screen::{FRAME, FRAME_END, Screen, settings, within};

/// What the header begins with.
const TITLE: &str = "Afghanistan 2021";
/// The first day, the opening day, its successor and the last day.
const FIRST: &str = "Sat 1 May 2021";
const OPENING: &str = "9 Aug 2021";
const NEXT: &str = "10 Aug 2021";
const LAST: &str = "7 Sep 2021";

const SIZE: PtySize = PtySize { rows: 40, cols: 120, pixel_width: 0, pixel_height: 0 };

/// A new pseudo-terminal.
fn terminal(size: PtySize) -> PtyPair {
    native_pty_system().openpty(size).expect("a pseudo-terminal")
}

/// The viewer as a command.
fn viewer() -> CommandBuilder {
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_frontline"));
    command.env("TERM", "xterm-256color");
    command.env_remove("COLORTERM");
    command
}

/// What a shell does with the viewer, whose path is `$0`.
fn shell(script: &str) -> CommandBuilder {
    let mut command = CommandBuilder::new("sh");
    command.env("TERM", "xterm-256color");
    command.env_remove("COLORTERM");
    command.args(["-c", script, env!("CARGO_BIN_EXE_frontline")]);
    command
}

/// Starts the viewer in a pseudo-terminal of some kind.
fn start(pair: &PtyPair, kind: &str) -> Box<dyn Child + Send + Sync> {
    let mut command = viewer();
    command.env("TERM", kind);
    command.env_remove("COLORTERM");
    pair.slave.spawn_command(command).expect("the viewer starts")
}

/// A viewer that has shown its opening day.
fn open() -> Screen {
    opened(viewer())
}

/// A viewer that was started in some other way and has shown its opening day.
#[track_caller]
fn opened(command: CommandBuilder) -> Screen {
    let screen = Screen::running(command, SIZE);
    screen.wait_for("the first frame", |seen| seen.frames() > 0);
    let header = screen.header();
    assert!(header.contains(TITLE) && header.contains(OPENING), "{header}");
    screen
}

/// Ends a viewer in some way and checks what it leaves behind.
#[track_caller]
fn ends(how: impl FnOnce(&mut Screen), code: u32) {
    let mut screen = open();
    how(&mut screen);
    assert_eq!(screen.exit_code(), code);
    screen.wait_for("the terminal as it was", |seen| seen.modes().is_empty());
    assert_eq!(screen.line_settings(), screen.line_settings_before);
}

#[test]
fn a_step_sends_little_in_one_update_and_clears_nothing() {
    let mut screen = open();
    // Through the days of the most falls, and back.
    for key in ["\x1b[C"; 8].into_iter().chain(["\x1b[D"; 8]) {
        let (before, bytes, frames) = (screen.cells(), screen.bytes(), screen.frames());
        screen.press(key);
        screen.wait_for("a frame", |seen| seen.frames() > frames);
        let changed = before.iter().zip(screen.cells()).filter(|(old, new)| *old != new).count();
        let sent = screen.sent_since(bytes);
        assert!(changed > 0 && sent.len() <= 64 + 8 * changed, "{} bytes for {changed} cells: {sent:?}", sent.len());
        assert!(sent.starts_with(FRAME) && sent.ends_with(FRAME_END), "{sent:?}");
        assert_eq!((sent.matches(FRAME).count(), sent.matches(FRAME_END).count()), (1, 1), "{sent:?}");
        assert!(!sent.contains("\x1b[2J") && !sent.contains("\x1b[J"), "{sent:?}");
    }
    assert!(screen.header().contains(OPENING), "{}", screen.header());
}

#[test]
fn it_shows_what_show_prints() {
    for (cols, rows) in [(80, 24), (120, 40), (200, 60)] {
        let screen = Screen::new(PtySize { rows, cols, ..SIZE });
        screen.wait_for("the first frame", |seen| seen.frames() > 0);
        let arguments = ["show", "--size", &format!("{cols}x{rows}")];
        assert_eq!(screen.text(), crate::cli::output(&arguments), "{cols} x {rows}");
    }
}

#[test]
fn a_flood_of_keys_is_taken_at_once() {
    let mut screen = open();
    let before = screen.frames();
    screen.press(&"\x1b[C".repeat(300));
    screen.wait_for("the last day", |seen| seen.header().contains(LAST));
    assert!(screen.frames() - before < 100, "one frame shows many keys");
}

#[test]
fn a_hundred_keys_in_one_write_go_a_hundred_days_in_few_frames() {
    let mut screen = open();
    screen.press("\x1b[H");
    screen.wait_for("the first day", |seen| seen.header().contains(FIRST));
    let before = screen.frames();
    screen.press(&"\x1b[C".repeat(100));
    screen.wait_for("the hundredth day after", |seen| seen.header().contains(OPENING));
    assert!(screen.frames() - before < 50, "{} frames", screen.frames() - before);
}

#[test]
fn another_size_keeps_the_day() {
    let mut screen = open();
    screen.press("\x1b[C");
    screen.wait_for("the next day", |seen| seen.header().contains(NEXT));
    let before = screen.frames();
    screen.resize(PtySize { rows: 24, cols: 80, ..SIZE });
    screen.wait_for("a new frame", |seen| seen.frames() > before && seen.header().contains(NEXT));
}

#[test]
fn nothing_happens_while_nothing_moves() {
    let screen = open();
    within("a quiet while", || {
        let before = (screen.bytes(), screen.wakeups());
        std::thread::sleep(Duration::from_millis(300));
        before == (screen.bytes(), screen.wakeups())
    });
}

#[test]
fn a_citation_reaches_the_clipboard_of_the_terminal() {
    let mut screen = open();
    screen.press("Y");
    // In base64: frontline --at 2021-08-09 --theme dark --glyphs ascii
    let command = "\x1b]52;c;ZnJvbnRsaW5lIC0tYXQgMjAyMS0wOC0wOSAtLXRoZW1lIGRhcmsgLS1nbHlwaHMgYXNjaWk=\x1b\\";
    screen.wait_for("the sequence", |seen| seen.count(command) == 1);
    screen.wait_for("a word about it", |seen| seen.text().contains("copied: frontline --at 2021-08-09"));
}

#[test]
fn a_copy_outlives_another_size() {
    let mut screen = open();
    for round in 1..=12_u16 {
        screen.resize(PtySize { cols: SIZE.cols - round % 2, ..SIZE });
        screen.press("Y");
        screen.wait_for("the command", |seen| seen.count("\x1b]52;c;") == usize::from(round));
    }
}

#[test]
fn an_address_is_a_link_in_one_piece() {
    let mut screen = open();
    screen.press("s");
    let link = "\x1b]8;id=www.aljazeera.com;https://www.aljazeera.com/news/2021/8/9/taliban-captures-sixth-afghanistan-\
                provincial-capital-official\x1b\\https://www.aljazeera.com/news/2021/8/9/";
    screen.wait_for("a link", |seen| seen.count(link) == 1);
    screen.wait_for("the plain address", |seen| seen.text().contains("https://www.aljazeera.com/news/2021/8/9/"));
    let (opened, closed) = ("\x1b]8;id=", "\x1b]8;;\x1b\\");
    screen.wait_for("the end of every link", |seen| seen.count(opened) == seen.count(closed));
}

#[test]
fn keys_end_it() {
    ends(|screen| screen.press("q"), 0);
    ends(|screen| screen.press("\x03"), 0);
}

#[test]
fn signals_end_it() {
    ends(|screen| screen.signal(Signal::TERM), 128 + 15);
    ends(|screen| screen.signal(Signal::HUP), 128 + 1);
    ends(|screen| screen.signal(Signal::INT), 128 + 2);
}

#[test]
fn a_signal_ends_it_in_the_middle_of_input() {
    // A paste that never ends, and a report that is cut short.
    ends(
        |screen| {
            screen.press("\x1b[200~pasted\x1b[<0;1");
            screen.signal(Signal::TERM);
        },
        128 + 15,
    );
}

#[test]
fn it_stops_and_comes_back() {
    let mut screen = open();
    let raw = screen.line_settings();
    for round in 0..2 {
        screen.press("\x1a");
        screen.wait_until_stopped();
        screen.wait_for("the terminal as it was", |seen| seen.modes().is_empty());
        assert_eq!(screen.line_settings(), screen.line_settings_before, "stopped, round {round}");
        let before = screen.frames();
        screen.signal(Signal::CONT);
        screen.wait_for("a new frame", |seen| seen.frames() > before && seen.header().contains(OPENING));
        assert_eq!(screen.line_settings(), raw, "continued, round {round}");
    }
    screen.press("q");
    assert_eq!(screen.exit_code(), 0);
}

#[test]
fn it_comes_back_from_a_stop_that_it_did_not_see() {
    let mut screen = open();
    screen.signal(Signal::STOP);
    screen.wait_until_stopped();
    let before = screen.frames();
    screen.signal(Signal::CONT);
    screen.wait_for("a new frame", |seen| seen.frames() > before && seen.header().contains(OPENING));
    screen.press("q");
    assert_eq!(screen.exit_code(), 0);
    assert_eq!(screen.line_settings(), screen.line_settings_before);
}

#[test]
fn a_continuation_at_its_end_sets_no_mode_again() {
    // The moment is short: a fifth of the ends or so hit it.
    for round in 0..24 {
        let mut screen = open();
        screen.press("q");
        while !screen.has_ended() {
            (0..20).for_each(|_| screen.signal(Signal::CONT));
        }
        assert_eq!(screen.line_settings(), screen.line_settings_before, "round {round}");
        screen.wait_for("the terminal as it was", |seen| seen.modes().is_empty());
    }
}

#[test]
fn it_ends_with_its_terminal() {
    let pair = terminal(SIZE);
    let mut child = start(&pair, "xterm-256color");
    let mut output = pair.master.try_clone_reader().expect("what it writes");
    let (mut seen, mut chunk) = (Vec::new(), [0; 4096]);
    while !String::from_utf8_lossy(&seen).contains(TITLE) {
        let count = output.read(&mut chunk).expect("a frame");
        seen.extend_from_slice(&chunk[..count]);
    }
    drop(output);
    drop(pair);
    within("its end", || child.try_wait().expect("a child").is_some());
}

#[test]
fn a_terminal_that_takes_nothing_does_not_hold_it_up() {
    // The first frame of this size is more than a terminal keeps for a reader that does not read.
    let pair = terminal(PtySize { rows: 200, cols: 500, ..SIZE });
    let before = settings(&pair);
    let mut child = start(&pair, "xterm-256color");
    let mut keys = pair.master.take_writer().expect("a way to type");
    within("raw mode", || settings(&pair) != before);
    keys.write_all(b"q").expect("the terminal takes keys");
    within("its end", || child.try_wait().expect("a child").is_some());
    assert_eq!(child.wait().expect("an exit code").exit_code(), 0);
    assert_eq!(settings(&pair), before);
    assert!(written(pair).ends_with("\x1b[?25h"), "the cursor is shown again");
}

#[test]
fn a_terminal_that_is_full_is_given_back_all_the_same() {
    let pair = terminal(PtySize { rows: 200, cols: 500, ..SIZE });
    let before = settings(&pair);
    let mut child = start(&pair, "xterm-256color");
    let id = child.process_id().and_then(|id| Pid::from_raw(id.cast_signed())).expect("it has been started");
    let send = |signal| kill_process(id, signal).expect("it runs");
    within("raw mode", || settings(&pair) != before);
    // A stop and what follows it take the last bytes of room.
    std::thread::sleep(Duration::from_secs(1));
    send(Signal::TSTP);
    screen::wait_until_stopped(id);
    assert_eq!(settings(&pair), before, "stopped");
    send(Signal::CONT);
    within("raw mode", || settings(&pair) != before);
    std::thread::sleep(Duration::from_secs(1));
    send(Signal::TERM);
    within("its end", || child.try_wait().expect("a child").is_some());
    assert!(written(pair).ends_with("\x1b[?1049l\x1b[?25h"), "the screen is left and the cursor shown again");
}

/// What was written to a terminal that nobody has read from.
fn written(pair: PtyPair) -> String {
    let mut output = pair.master.try_clone_reader().expect("what it wrote");
    drop(pair);
    let (mut wrote, mut chunk) = (Vec::new(), [0; 4096]);
    while let Ok(count @ 1..) = output.read(&mut chunk) {
        wrote.extend_from_slice(&chunk[..count]);
    }
    String::from_utf8_lossy(&wrote).into_owned()
}

#[test]
fn it_declines_a_terminal_that_cannot_show_a_screen() {
    let pair = terminal(SIZE);
    let mut child = start(&pair, "dumb");
    within("its end", || child.try_wait().expect("a child").is_some());
    assert_eq!(child.wait().expect("an exit code").exit_code(), 2);
}

#[test]
fn it_declines_what_is_no_terminal() {
    let mut command = Command::new(env!("CARGO_BIN_EXE_frontline"));
    let output = command.stdin(Stdio::null()).output().expect("the viewer starts");
    assert_eq!(output.status.code(), Some(2));
    assert!(output.stdout.is_empty());
    let message = String::from_utf8_lossy(&output.stderr);
    assert!(message.contains("terminal") && message.lines().count() == 1, "{message}");
}

#[test]
fn it_runs_at_any_size() {
    for (cols, rows) in [(1, 1), (2, 1), (20, 5), (0, 0), (300, 90)] {
        let mut screen = Screen::new(PtySize { rows, cols, ..SIZE });
        screen.wait_for("a frame", |seen| seen.frames() > 0);
        screen.press("q");
        assert_eq!(screen.exit_code(), 0, "at {cols} x {rows}");
    }
}
