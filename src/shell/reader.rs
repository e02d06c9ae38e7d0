//! Keys, mouse and pastes, read from a thread of its own.
//!
//! Not with the reader of crossterm 0.29: it loses sight of what came beyond 1024 bytes at once until the next key is
//! pressed, keeps all keys to itself after a report that was cut, and spins when the terminal is closed.

use std::io;
use std::sync::mpsc::SyncSender;
use std::thread;

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::fd::{AsFd, BorrowedFd, OwnedFd};
use rustix::fs::{Mode, OFlags, open};
use rustix::io::Errno;
use rustix::stdio::stdin;
use rustix::termios::isatty;

use super::ShellError;
use super::decoder::Decoder;
use super::wake::Wake;

/// Bytes that are taken at once.
const CHUNK: usize = 4096;

/// Reads from now on, as long as somebody takes what is read.
pub(super) fn start(wakes: SyncSender<Wake>) -> Result<(), ShellError> {
    let keys = Keys::open()?;
    let thread = thread::Builder::new().name("reader".into()).spawn(move || {
        let error = read(&keys, &wakes).err().unwrap_or_else(|| io::ErrorKind::UnexpectedEof.into());
        // If nobody listens any more the program is ending anyway.
        let _ = wakes.send(Wake::Failed(error));
    });
    thread.map(drop).map_err(ShellError::Thread)
}

/// Where keys come from: standard input, or the terminal itself if that is something else.
enum Keys {
    Standard,
    Terminal(OwnedFd),
}

impl Keys {
    fn open() -> io::Result<Self> {
        if isatty(stdin()) {
            return Ok(Self::Standard);
        }
        Ok(Self::Terminal(open("/dev/tty", OFlags::RDONLY | OFlags::CLOEXEC | OFlags::NOCTTY, Mode::empty())?))
    }

    fn fd(&self) -> BorrowedFd<'_> {
        match self {
            Self::Standard => stdin(),
            Self::Terminal(fd) => fd.as_fd(),
        }
    }
}

/// Passes on what is read until the terminal has no more, or nobody listens.
fn read(keys: &Keys, wakes: &SyncSender<Wake>) -> io::Result<()> {
    let (mut decoder, mut inputs, mut chunk) = (Decoder::default(), Vec::new(), [0; CHUNK]);
    loop {
        if ready(keys, &decoder)? {
            match rustix::io::read(keys.fd(), &mut chunk) {
                Ok(0) if is_gone(keys) => return Ok(()),
                // While the line settings are not ours, as just before a stop, Ctrl-D is read as an end. It is none.
                Ok(0) | Err(Errno::INTR | Errno::AGAIN) => {}
                Ok(count) => decoder.feed(chunk.get(..count).unwrap_or_default(), &mut inputs),
                Err(errno) => return Err(errno.into()),
            }
        } else {
            decoder.give_up(&mut inputs);
        }
        for input in inputs.drain(..) {
            if wakes.send(Wake::Input(input)).is_err() {
                return Ok(());
            }
        }
    }
}

/// Whether the terminal has been closed.
fn is_gone(keys: &Keys) -> bool {
    let mut fds = [PollFd::from_borrowed_fd(keys.fd(), PollFlags::empty())];
    poll(&mut fds, Some(&Timespec::default())).is_ok() && !fds[0].revents().is_empty()
}

/// Sleeps until there is something to read (true), or until what was begun has not been finished in time (false).
fn ready(keys: &Keys, decoder: &Decoder) -> io::Result<bool> {
    let limit = decoder.patience().and_then(|patience| Timespec::try_from(patience).ok());
    loop {
        match poll(&mut [PollFd::from_borrowed_fd(keys.fd(), PollFlags::IN)], limit.as_ref()) {
            Ok(count) => return Ok(count > 0),
            Err(Errno::INTR) => {}
            Err(errno) => return Err(errno.into()),
        }
    }
}
