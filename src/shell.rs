//! The terminal: it is set up, listened to, painted on and given back as it was.
//!
//! ```text
//!   reader ─ keys ──┐                    ┌─► program.take
//!                   ├─► a queue ─► loop ─┤
//!   watcher ─ size ─┘                    └─► program.draw ─► painter ─► one write
//!      └─ signals, hang-up: restore, end
//! ```
//!
//! The reader and the watcher are threads that sleep in the kernel; so does the loop while nothing plays. Whatever
//! way the program ends, `terminal::restore` runs, and it acts once.

mod browser;
mod clipboard;
mod clock;
mod cursor;
mod decoder;
mod painter;
mod reader;
mod record;
mod session;
mod terminal;
mod wake;
mod watcher;

use std::io;
use std::time::Duration;

/// What a program paints its frame on.
pub use crate::ui::Screen;

use crate::app::{Effect, Input};
use crate::text::Clean;

pub use record::{Record, ReplayError, replay};

/// What runs in the terminal.
pub trait Program {
    /// Takes one input. The first is always [`Input::Resize`], before the first [`draw`](Self::draw); a tick comes only
    /// while [`next_tick`](Self::next_tick) gives a time.
    fn take(&mut self, input: Input) -> Vec<Effect>;

    /// How long after the last tick the next one is wanted; `None` while nothing moves, and then nothing wakes.
    fn next_tick(&self) -> Option<Duration>;

    /// Paints the whole frame onto a blank screen.
    fn draw(&mut self, screen: &mut Screen);
}

/// How the terminal is used.
#[derive(Clone, Copy, Debug)]
pub struct Options<'a> {
    /// Whether the mouse is listened to; without it the terminal's own selection of text works.
    pub mouse: bool,
    /// Where the inputs are written down, if anywhere.
    pub record: Option<Record<'a>>,
}

/// Why the program could not run in this terminal.
#[derive(Debug, thiserror::Error)]
pub enum ShellError {
    /// Standard output is a file or a pipe, or there is nothing to read keys from.
    #[error(
        "the viewer needs a terminal to draw on and to read keys from; frontline --plain and frontline show need none"
    )]
    NotATerminal,
    /// `TERM` says that the terminal cannot place its cursor.
    #[error(
        "this terminal cannot show a screen: TERM is unset, empty or \"dumb\"; frontline --plain and frontline show need none"
    )]
    Dumb,
    /// The run cannot be recorded, or not to its end.
    #[error("{0}: the record failed: {1}")]
    Record(Clean, io::Error),
    /// Keys and signals are waited for in threads of their own, and the system gives none.
    #[error("the viewer needs two threads more and cannot have them: {0}")]
    Thread(io::Error),
    /// The terminal failed.
    #[error("the terminal failed: {0}")]
    Io(#[from] io::Error),
}

impl From<rustix::io::Errno> for ShellError {
    fn from(errno: rustix::io::Errno) -> Self {
        Self::Io(errno.into())
    }
}

/// The size of the screen in columns and rows; none without a terminal.
#[must_use]
pub fn size() -> Option<(u16, u16)> {
    terminal::size().ok()
}

/// Runs `program` in the terminal until it asks to quit.
///
/// A signal that ends the process does so at once, with exit code 128 + its number and the terminal restored.
///
/// # Errors
///
/// If there is no terminal, if it can do nothing, or if it fails. It is restored then too.
pub fn run(program: &mut impl Program, options: &Options<'_>) -> Result<(), ShellError> {
    terminal::check()?;
    // Signals are caught before the first mode is set, so that none can end the process in between.
    let watcher = watcher::Watcher::register()?;
    let mut recorder = record::Recorder::new(options.record)?;
    let ended = session::Session::new(program, &mut recorder).run(watcher, options.mouse);
    match (ended, recorder.fault(), options.record) {
        (Ok(()), Some(error), Some(record)) => Err(record.failed(error)),
        (ended, ..) => ended,
    }
}
