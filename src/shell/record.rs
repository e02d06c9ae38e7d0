//! Scripts of inputs on disk: a run is recorded as it goes, and read again to be played.

// Whatever a text from outside says, nothing here may panic on it.
#![cfg_attr(
    not(test),
    deny(
        clippy::arithmetic_side_effects,
        clippy::cast_possible_truncation,
        clippy::cast_possible_wrap,
        clippy::cast_sign_loss,
        clippy::expect_used,
        clippy::indexing_slicing,
        clippy::panic,
        clippy::unwrap_used
    )
)]

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Write};
use std::path::Path;

use super::ShellError;
use crate::app::{Input, ScriptError, script};
use crate::text::Clean;

/// The largest script that is read, in bytes: days of a restless mouse.
const LARGEST: u64 = 64 * 1024 * 1024;

/// Where a run is recorded.
#[derive(Clone, Copy, Debug)]
pub struct Record<'a> {
    /// The file. There must be none of that name.
    pub path: &'a Path,
    /// A line for the reader: what was run, and how.
    pub title: &'a Clean,
}

impl Record<'_> {
    pub(super) fn failed(&self, error: io::Error) -> ShellError {
        ShellError::Record(shown(self.path), error)
    }
}

/// A path as it may be printed.
fn shown(path: &Path) -> Clean {
    Clean::new(&path.to_string_lossy())
}

/// Why a script cannot be played.
#[derive(Debug, thiserror::Error)]
pub enum ReplayError {
    /// It cannot be read.
    #[error("{0}: {1}")]
    Io(Clean, io::Error),
    /// It was read and makes no sense.
    #[error("{0}: {1}")]
    Script(Clean, ScriptError),
}

/// The inputs that a file holds.
///
/// # Errors
/// If it is not a regular file of text or a line of it is no input.
pub fn replay(path: &Path) -> Result<Vec<Input>, ReplayError> {
    let text = read(path).map_err(|error| ReplayError::Io(shown(path), error))?;
    script(&text).map_err(|error| ReplayError::Script(shown(path), error))
}

fn read(path: &Path) -> io::Result<String> {
    let about = fs::metadata(path)?;
    if !about.is_file() {
        return Err(io::Error::other("not a regular file"));
    }
    if about.len() > LARGEST {
        return Err(io::Error::other(format!("larger than {} MiB", LARGEST >> 20)));
    }
    let mut text = String::new();
    File::open(path)?.take(LARGEST).read_to_string(&mut text)?;
    Ok(text)
}

/// Writes every input down before the program sees it, so that what ends a program badly is the last line.
pub(super) struct Recorder {
    file: Option<File>,
    fault: Option<io::Error>,
}

impl Recorder {
    /// Begins a record, if one is wanted.
    pub(super) fn new(record: Option<Record<'_>>) -> Result<Self, ShellError> {
        let Some(record) = record else { return Ok(Self { file: None, fault: None }) };
        let failed = |error| record.failed(error);
        let mut file = OpenOptions::new().write(true).create_new(true).open(record.path).map_err(failed)?;
        writeln!(file, "# {}", record.title).map_err(failed)?;
        Ok(Self { file: Some(file), fault: None })
    }

    /// Notes an input. A record that cannot be written is given up, and the run goes on.
    pub(super) fn note(&mut self, input: &Input) {
        if let Some(file) = &mut self.file
            && let Err(error) = file.write_all(format!("{input}\n").as_bytes())
        {
            self.fault = Some(error);
            self.file = None;
        }
    }

    /// What went wrong, once.
    pub(super) fn fault(&mut self) -> Option<io::Error> {
        self.fault.take()
    }
}
