//! The modes of the terminal: set once, undone once, from whichever thread comes first.

use std::env;
use std::io::{self, IoSlice, IsTerminal};
use std::panic;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;

use crate::app::LARGEST;
use crossterm::cursor::{Hide, Show};
use crossterm::queue;
use crossterm::style::ResetColor;
use crossterm::terminal::{EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen};
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::fd::OwnedFd;
use rustix::fs::{Mode, OFlags, open};
use rustix::io::Errno;
use rustix::stdio::stdout;
use rustix::termios::{OptionalActions, QueueSelector, Termios, tcflush, tcgetattr, tcgetwinsize, tcsetattr};
use signal_hook::low_level;

use super::ShellError;

/// Pastes in brackets.
const PASTE: &[u8] = b"\x1b[?2004h";

/// Reports of whether the window is looked at.
const FOCUS: &[u8] = b"\x1b[?1004h";

/// Reports of buttons, of the wheel and of every motion, with coordinates of any size.
const MOUSE: &[u8] = b"\x1b[?1003h\x1b[?1006h";

/// Undoes all three.
const NEITHER: &[u8] = b"\x1b[?1006l\x1b[?1003l\x1b[?1004l\x1b[?2004l";

/// Ends whatever sequence or string was begun.
const CANCEL: &[u8] = b"\x18\x1b\\";

/// How long the restoring bytes may wait for a terminal that takes nothing.
const RESTORE_LIMIT: Timespec = Timespec { tv_sec: 0, tv_nsec: 200_000_000 };

/// For terminals that do not know their size, such as a serial line.
const USUAL: (u16, u16) = (80, 24);

/// The exit code of a Rust program that panicked.
const PANICKED: i32 = 101;

/// The terminal between [`enter`] and the end. One lock for frames and modes, so that no frame follows a restore.
static TERMINAL: Mutex<Option<Terminal>> = Mutex::new(None);

struct Terminal {
    /// Our own opening of the terminal: it never blocks, without the shell that shares standard output noticing.
    tty: OwnedFd,
    mouse: bool,
    /// The line settings as they were, while ours are in force.
    before: Option<Termios>,
}

/// Restores the terminal when dropped.
#[must_use]
pub(super) struct Entered(());

impl Drop for Entered {
    fn drop(&mut self) {
        // At one go: a signal that sets the modes anew must find them set or no terminal at all.
        if let Some(mut terminal) = lock().take() {
            terminal.restore();
        }
    }
}

/// Refuses what is no terminal, or one that cannot show a screen.
pub(super) fn check() -> Result<(), ShellError> {
    if !io::stdout().is_terminal() {
        return Err(ShellError::NotATerminal);
    }
    let keys = io::stdin().is_terminal() || open("/dev/tty", OFlags::RDONLY | OFlags::CLOEXEC, Mode::empty()).is_ok();
    if !keys {
        return Err(ShellError::NotATerminal);
    }
    match env::var_os("TERM") {
        Some(name) if !name.is_empty() && name != "dumb" => Ok(()),
        _ => Err(ShellError::Dumb),
    }
}

/// Sets the modes, until the returned value is dropped or the program ends in any other way, and sends a first frame. Says
/// how much of that the terminal took at once.
pub(super) fn enter(mouse: bool, frame: &[u8]) -> io::Result<(Entered, usize)> {
    let flags = OFlags::WRONLY | OFlags::NONBLOCK | OFlags::NOCTTY | OFlags::CLOEXEC;
    let tty = open("/dev/tty", flags, Mode::empty()).or_else(|_| open("/dev/stdout", flags, Mode::empty()))?;
    restore_on_panic();
    let mut terminal = Terminal { tty, mouse, before: None };
    let taken = terminal.set(frame);
    // Kept even if setting failed half way: dropping the guard undoes what was set.
    *lock() = Some(terminal);
    let guard = Entered(());
    Ok((guard, taken?))
}

/// Sets the modes anew after a stop, whoever stopped the program and whatever was done to the terminal meanwhile.
pub(super) fn resume() {
    if let Some(terminal) = lock().as_mut() {
        // A terminal that fails here will fail the next frame too, which is where it is reported.
        let _ = terminal.set(&[]);
    }
}

/// Gives the terminal back as it was. May be called at any time, from any thread; only the first call acts.
pub(super) fn restore() {
    if let Some(terminal) = lock().as_mut() {
        terminal.restore();
    }
}

/// Sends what the terminal takes at once of `bytes` and says how many it took. While the modes are not set, as when
/// stopped, the bytes are swallowed: the full frame that follows makes good for them.
pub(super) fn send(bytes: &[u8]) -> io::Result<usize> {
    match lock().as_ref() {
        Some(terminal) if terminal.before.is_some() => terminal.write(&[bytes]),
        _ => Ok(bytes.len()),
    }
}

/// Waits until the terminal takes bytes again, but no longer than `limit`.
pub(super) fn wait_for_room(limit: Timespec) {
    // An interrupted wait is a short one; a failed one shows when writing.
    let _ = poll(&mut [PollFd::from_borrowed_fd(stdout(), PollFlags::OUT)], Some(&limit));
}

/// The size of the screen in columns and rows.
pub(super) fn size() -> io::Result<(u16, u16)> {
    let size = tcgetwinsize(stdout())?;
    Ok(match (size.ws_col, size.ws_row) {
        (0, 0) => USUAL,
        (width, height) => (width.min(LARGEST.0), height.min(LARGEST.1)),
    })
}

impl Terminal {
    /// Sets line settings and modes; harmless when they are set already. A frame is sent at one go with them, so that nobody
    /// sees an empty screen before it; says how much of it was taken.
    fn set(&mut self, frame: &[u8]) -> io::Result<usize> {
        let mut raw = tcgetattr(stdout())?;
        // If ours are still in force, what we find now may be our own settings and is not worth keeping.
        self.before.get_or_insert_with(|| raw.clone());
        raw.make_raw();
        tcsetattr(stdout(), OptionalActions::Now, &raw)?;
        let modes = entering(self.mouse)?;
        let taken = self.write(&[&modes, frame])?;
        self.write_within(modes.get(taken..).unwrap_or_default(), RESTORE_LIMIT)?;
        Ok(taken.saturating_sub(modes.len()))
    }

    /// Undoes what was set, if it is set.
    fn restore(&mut self) {
        let Some(before) = self.before.take() else { return };
        // Nothing can be done about a terminal that does not take it even so; it may have been closed.
        let _ = leaving().and_then(|bytes| self.write_within(&bytes, RESTORE_LIMIT).or_else(|_| self.insist(&bytes)));
        // Now, not once the output has drained: a frozen terminal never drains.
        let _ = tcsetattr(stdout(), OptionalActions::Now, &before);
    }

    /// Writes one behind the other, as far as the terminal takes them at once.
    fn write<const COUNT: usize>(&self, parts: &[&[u8]; COUNT]) -> io::Result<usize> {
        match rustix::io::writev(&self.tty, &parts.map(IoSlice::new)) {
            Ok(count) => Ok(count),
            Err(Errno::AGAIN | Errno::INTR) => Ok(0),
            Err(errno) => Err(errno.into()),
        }
    }

    /// Writes `bytes` in the place of all that waits for a terminal that takes nothing, so that it is given back once it goes
    /// on. The sequence that this cuts is cancelled first.
    fn insist(&self, bytes: &[u8]) -> io::Result<()> {
        tcflush(&self.tty, QueueSelector::OFlush)?;
        self.write_within(&[CANCEL, bytes].concat(), RESTORE_LIMIT)
    }

    /// Writes all of `bytes`, giving up when the terminal takes none of them for `limit`.
    fn write_within(&self, mut bytes: &[u8], limit: Timespec) -> io::Result<()> {
        while !bytes.is_empty() {
            let count = self.write(&[bytes])?;
            bytes = bytes.get(count..).unwrap_or_default();
            if count > 0 {
                continue;
            }
            match poll(&mut [PollFd::new(&self.tty, PollFlags::OUT)], Some(&limit)) {
                Ok(0) => return Err(io::ErrorKind::TimedOut.into()),
                // A signal is no reason to leave it half done.
                Ok(_) | Err(Errno::INTR) => {}
                Err(errno) => return Err(errno.into()),
            }
        }
        Ok(())
    }
}

/// What sets the modes.
fn entering(mouse: bool) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    // A terminal keeps the colours that it has now and takes them up again when the screen is left.
    queue!(bytes, ResetColor, EnterAlternateScreen, Hide)?;
    bytes.extend_from_slice(PASTE);
    bytes.extend_from_slice(FOCUS);
    bytes.extend_from_slice(if mouse { MOUSE } else { b"" });
    Ok(bytes)
}

/// What undoes every mode that is ever set. It begins with the end of a frame, which may have been cut in the middle.
fn leaving() -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    queue!(bytes, EndSynchronizedUpdate)?;
    bytes.extend_from_slice(NEITHER);
    queue!(bytes, ResetColor, LeaveAlternateScreen, Show)?;
    Ok(bytes)
}

/// Puts the message of a panic on the ordinary screen, and ends the program if a thread other than this one panics:
/// it would go on drawing into a restored terminal.
fn restore_on_panic() {
    let owner = thread::current().id();
    let former = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        restore();
        former(info);
        if thread::current().id() != owner {
            low_level::exit(PANICKED);
        }
    }));
}

/// A panic elsewhere does not make the terminal unusable, so a poisoned lock is taken like any other.
fn lock() -> MutexGuard<'static, Option<Terminal>> {
    TERMINAL.lock().unwrap_or_else(PoisonError::into_inner)
}
