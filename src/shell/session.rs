//! The loop: wait, take everything that has come, draw once.

use std::io;
use std::ops::ControlFlow;
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::time::Instant;

use rustix::event::Timespec;
use rustix::process::{Signal, kill_current_process_group};

use super::clock::Clock;
use super::painter::Painter;
use super::record::Recorder;
use super::wake::Wake;
use super::watcher::{Repaint, Watcher};
use super::{Program, ShellError, browser, clipboard, reader, terminal};
use crate::app::{Effect, Input};

/// Inputs that may wait; then the reader waits, and the terminal's own queue takes the rest.
const QUEUE: usize = 256;

/// Inputs that are taken before a frame is due, so that an endless stream of them still shows something.
const BATCH: usize = 1024;

/// How long the loop looks at a slow terminal before it looks at the keys again.
const PATIENCE: Timespec = Timespec { tv_sec: 0, tv_nsec: 20_000_000 };

/// A program and the terminal it runs in.
pub(super) struct Session<'a, P> {
    program: &'a mut P,
    recorder: &'a mut Recorder,
    painter: Painter,
    clock: Clock,
    /// What a slow terminal has not taken yet: the rest of the last frame, and what was copied since. No frame is drawn
    /// before it is gone.
    unsent: Vec<u8>,
    /// How much of it is of the frame.
    of_frame: usize,
    /// Whether the program may look different from what was last drawn.
    stale: bool,
    /// Where what is done outside reports how it went.
    wakes: Option<SyncSender<Wake>>,
}

impl<'a, P: Program> Session<'a, P> {
    pub(super) fn new(program: &'a mut P, recorder: &'a mut Recorder) -> Self {
        Self {
            program,
            recorder,
            painter: Painter::default(),
            clock: Clock::default(),
            unsent: Vec::new(),
            of_frame: 0,
            stale: true,
            wakes: None,
        }
    }

    /// Runs until the program quits or the terminal fails.
    pub(super) fn run(mut self, watcher: Watcher, mouse: bool) -> Result<(), ShellError> {
        if self.measure()?.is_break() {
            return Ok(());
        }
        let mut restored_on_drop = None;
        self.show(|frame| {
            let (entered, taken) = terminal::enter(mouse, frame)?;
            restored_on_drop = Some(entered);
            Ok(taken)
        })?;
        // Only now: nothing that is not needed for it stands before the first frame.
        let (sender, wakes) = sync_channel(QUEUE);
        self.wakes = Some(sender.clone());
        let repaint = watcher.start(sender.clone()).map_err(ShellError::Thread)?;
        reader::start(sender)?;
        loop {
            let first = self.wait(&wakes)?;
            if self.take(first, &wakes)?.is_break() || self.repaint(&repaint)?.is_break() || self.tick().is_break() {
                return Ok(());
            }
            self.show(terminal::send)?;
        }
    }

    /// Sleeps until there is something to do.
    fn wait(&mut self, wakes: &Receiver<Wake>) -> Result<Option<Wake>, ShellError> {
        if !self.unsent.is_empty() {
            terminal::wait_for_room(PATIENCE);
            self.send()?;
            return Ok(wakes.try_recv().ok());
        }
        let woken = match self.clock.left(self.program.next_tick(), Instant::now()) {
            Some(left) => wakes.recv_timeout(left),
            None => wakes.recv().map_err(RecvTimeoutError::from),
        };
        match woken {
            Ok(wake) => Ok(Some(wake)),
            Err(RecvTimeoutError::Timeout) => Ok(None),
            Err(RecvTimeoutError::Disconnected) => Err(io::Error::from(io::ErrorKind::BrokenPipe).into()),
        }
    }

    /// Gives the program everything that waits.
    fn take(&mut self, first: Option<Wake>, wakes: &Receiver<Wake>) -> Result<ControlFlow<()>, ShellError> {
        for wake in first.into_iter().chain(wakes.try_iter()).take(BATCH) {
            let flow = match wake {
                Wake::Input(input) => self.give(input),
                Wake::Repaint => ControlFlow::Continue(()),
                Wake::Failed(error) => return Err(error.into()),
            };
            if flow.is_break() {
                return Ok(flow);
            }
        }
        Ok(ControlFlow::Continue(()))
    }

    /// Measures and repaints the screen if that was asked for.
    fn repaint(&mut self, repaint: &Repaint) -> Result<ControlFlow<()>, ShellError> {
        if !repaint.take() {
            return Ok(ControlFlow::Continue(()));
        }
        // The rest of a frame for a screen that is gone; and a stop of an hour is not an hour of playing.
        self.unsent.drain(..std::mem::take(&mut self.of_frame));
        self.clock.restart();
        self.measure()
    }

    /// Tells the painter and the program how large the screen is.
    fn measure(&mut self) -> Result<ControlFlow<()>, ShellError> {
        let (width, height) = terminal::size()?;
        self.painter.resize(width, height);
        Ok(self.give(Input::Resize(width, height)))
    }

    fn give(&mut self, input: Input) -> ControlFlow<()> {
        self.recorder.note(&input);
        let effects = self.program.take(input);
        self.obey(effects)
    }

    fn tick(&mut self) -> ControlFlow<()> {
        match self.clock.tick(self.program.next_tick(), Instant::now()) {
            Some(elapsed) => self.give(Input::Tick(elapsed)),
            None => ControlFlow::Continue(()),
        }
    }

    /// Does what the program asks for; breaks when it is to end.
    fn obey(&mut self, effects: Vec<Effect>) -> ControlFlow<()> {
        self.stale = true;
        for effect in effects {
            match effect {
                Effect::Quit => return ControlFlow::Break(()),
                // What the terminal itself does on ctrl-z outside raw mode. The watcher stops this process; whatever
                // else belongs to the job stops with it. There is nothing to do should it not be allowed.
                Effect::Suspend => drop(kill_current_process_group(Signal::TSTP)),
                // Behind what is left of a frame, never into it.
                Effect::Copy(text) => self.unsent.extend_from_slice(clipboard::copy(&text).as_bytes()),
                Effect::Open(link) => {
                    if let Some(wakes) = self.wakes.clone() {
                        browser::open(&link, move |told| drop(wakes.try_send(Wake::Input(Input::Told(told)))));
                    }
                }
            }
        }
        ControlFlow::Continue(())
    }

    /// Draws a frame if there may be something new, unless the terminal is still busy with the last one, and sends it; `send`
    /// says how much the terminal took at once.
    fn show(&mut self, send: impl FnOnce(&[u8]) -> io::Result<usize>) -> io::Result<()> {
        if self.stale && self.unsent.is_empty() {
            self.stale = false;
            let frame = self.painter.frame(|screen| self.program.draw(screen));
            let taken = send(frame)?;
            self.unsent.extend_from_slice(frame.get(taken..).unwrap_or_default());
            self.of_frame = self.unsent.len();
            self.send()?;
        }
        Ok(())
    }

    /// Sends as much as the terminal takes.
    fn send(&mut self) -> io::Result<()> {
        while !self.unsent.is_empty() {
            let count = terminal::send(&self.unsent)?;
            if count == 0 {
                break;
            }
            self.unsent.drain(..count);
            self.of_frame = self.of_frame.saturating_sub(count);
        }
        Ok(())
    }
}
