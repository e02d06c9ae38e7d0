//! Signals and the closing of the terminal, watched from a thread that nothing else can hold up.

use std::io;
use std::os::unix::net::UnixStream;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::SyncSender;
use std::thread;

use rustix::event::{PollFd, PollFlags, poll};
use rustix::stdio::stdout;
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGSTOP, SIGTERM, SIGTSTP, SIGWINCH};
use signal_hook::iterator::backend::SignalDelivery;
use signal_hook::iterator::exfiltrator::SignalOnly;
use signal_hook::low_level;

use super::terminal;
use super::wake::Wake;

/// Says that the screen has to be measured and painted anew.
///
/// A flag beside the queue, since the watcher must not wait for room in the queue: a program that hangs has to be
/// stoppable.
#[derive(Clone, Default)]
pub(super) struct Repaint(Arc<AtomicBool>);

impl Repaint {
    /// Whether it was asked for since the last time this was called.
    pub(super) fn take(&self) -> bool {
        self.0.swap(false, Ordering::Relaxed)
    }

    fn ask(&self, wakes: &SyncSender<Wake>) {
        self.0.store(true, Ordering::Relaxed);
        // A full queue wakes the loop just as well; a loop that has ended needs no waking.
        let _ = wakes.try_send(Wake::Repaint);
    }
}

/// Catches signals from its creation on and acts on them once started.
pub(super) struct Watcher(SignalDelivery<UnixStream, SignalOnly>);

impl Watcher {
    /// Catches the signals that end, stop, continue and resize.
    pub(super) fn register() -> io::Result<Self> {
        let (read, write) = UnixStream::pair()?;
        let signals = [SIGTERM, SIGINT, SIGHUP, SIGQUIT, SIGTSTP, SIGCONT, SIGWINCH];
        Ok(Self(SignalDelivery::with_pipe(read, write, SignalOnly, signals)?))
    }

    /// Acts on signals from now on, in a thread of its own.
    pub(super) fn start(self, wakes: SyncSender<Wake>) -> io::Result<Repaint> {
        let repaint = Repaint::default();
        let asked = repaint.clone();
        thread::Builder::new().name("watcher".into()).spawn(move || self.watch(&wakes, &asked))?;
        Ok(repaint)
    }

    fn watch(mut self, wakes: &SyncSender<Wake>, repaint: &Repaint) {
        loop {
            if terminal_is_gone(self.0.get_read()) {
                end(SIGHUP);
            }
            for signal in self.0.pending() {
                match signal {
                    SIGWINCH => repaint.ask(wakes),
                    SIGTSTP => stop(),
                    SIGCONT => {
                        terminal::resume();
                        repaint.ask(wakes);
                    }
                    _ => end(signal),
                }
            }
        }
    }
}

/// Sleeps until a signal has come (false) or the terminal has been closed (true).
fn terminal_is_gone(signals: &UnixStream) -> bool {
    // No events are asked of the terminal: its being closed is reported unasked.
    let mut fds = [PollFd::from_borrowed_fd(stdout(), PollFlags::empty()), PollFd::new(signals, PollFlags::IN)];
    // An interrupted wait is as good as a signal: there may be one.
    poll(&mut fds, None).is_ok() && !fds[0].revents().is_empty()
}

/// Gives the terminal back and stops; SIGCONT takes it again.
fn stop() {
    terminal::restore();
    // SIGSTOP to this very thread: the process stops before this returns. It cannot fail for a valid signal.
    let _ = low_level::raise(SIGSTOP);
}

/// Ends the process here and now, as if by `signal`; neither a hung program nor a blocked thread holds it up.
fn end(signal: i32) -> ! {
    terminal::restore();
    low_level::exit(128 + signal)
}
