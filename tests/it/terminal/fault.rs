//! A program that fails in the terminal: this very test program, started once more as one.

use std::time::Duration;

use frontline::app::{Effect, Input};
use frontline::picture::Ink;
use frontline::shell::{Options, Program, run};
use frontline::ui;
use portable_pty::CommandBuilder;

use super::{SIZE, Screen};

/// Says that this process is the program that fails, and in which way.
const ROLE: &str = "FRONTLINE_TEST_FAULT";

/// Fails at the first key, in drawing or in a thread of its own.
struct Faulty {
    way: String,
    pressed: bool,
}

impl Program for Faulty {
    fn take(&mut self, input: Input) -> Vec<Effect> {
        self.pressed |= matches!(input, Input::Key(_));
        if self.pressed && self.way == "thread" {
            let thread = std::thread::spawn(|| panic!("on purpose"));
            // The process ends before this does.
            let _ = thread.join();
            std::thread::sleep(Duration::from_mins(1));
        }
        assert!(!(self.pressed && self.way == "take"), "on purpose");
        Vec::new()
    }

    fn next_tick(&self) -> Option<Duration> {
        None
    }

    fn draw(&mut self, screen: &mut ui::Screen) {
        screen.write((0, 0), 5, "ready", Ink::Plain);
        assert!(!(self.pressed && self.way == "draw"), "on purpose");
    }
}

/// No test by itself: the program that fails, when it is told to.
#[test]
fn the_program_that_fails() {
    if let Ok(way) = std::env::var(ROLE) {
        let _ = run(&mut Faulty { way, pressed: false }, &Options { mouse: true, record: None });
    }
}

#[test]
fn a_fault_leaves_the_terminal_as_it_was_and_its_message_in_sight() {
    for way in ["take", "draw", "thread"] {
        let mut command = CommandBuilder::new(std::env::current_exe().expect("this program"));
        command.args(["--exact", "terminal::fault::the_program_that_fails", "--nocapture", "--test-threads=1"]);
        command.env("TERM", "xterm-256color");
        command.env(ROLE, way);
        let mut screen = Screen::running(command, SIZE);
        screen.wait_for("its frame", |seen| seen.text().contains("ready"));
        screen.press("x");
        assert_eq!(screen.exit_code(), 101, "{way}");
        screen.wait_for("the terminal as it was", |seen| seen.modes().is_empty() && seen.text().contains("on purpose"));
        assert_eq!(screen.line_settings(), screen.line_settings_before, "{way}");
    }
}
