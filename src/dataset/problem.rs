//! What is wrong with a file, where, and what would mend it.

use std::fmt;

use crate::text::{Clean, cut};

/// How many columns of a faulty value a message quotes.
const QUOTED: usize = 60;

/// How many errors are kept; a file of another kind has one on every line.
const LIMIT: usize = 20;

/// How bad a problem is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Severity {
    /// Something to know: kept and shown.
    Finding,
    /// The data set cannot be used.
    Error,
}

/// Something wrong in a file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Problem {
    /// How bad it is.
    pub severity: Severity,
    /// The file, by its name in the folder.
    pub file: Clean,
    /// The line, from 1; none if it is about the whole file.
    pub line: Option<u64>,
    /// The column of a table by its name; may be empty.
    pub column: Clean,
    /// What is wrong.
    pub message: Clean,
    /// What would mend it; may be empty.
    pub hint: Clean,
}

impl Problem {
    /// An error in a file as a whole.
    pub(super) fn file(file: &str, message: impl AsRef<str>, hint: &str) -> Self {
        Self {
            severity: Severity::Error,
            file: file.into(),
            line: None,
            column: Clean::default(),
            message: message.as_ref().into(),
            hint: hint.into(),
        }
    }

    /// The same problem at a line.
    pub(super) fn at(self, line: u64) -> Self {
        Self { line: Some(line), ..self }
    }

    /// The same problem in a column.
    pub(super) fn column(self, column: &str) -> Self {
        Self { column: column.into(), ..self }
    }

    /// The same problem as a finding.
    pub(super) fn finding(self) -> Self {
        Self { severity: Severity::Finding, ..self }
    }
}

/// The line, from 1, that follows `before`.
pub(super) fn line_after(before: &[u8]) -> u64 {
    before.split(|&byte| byte == b'\n').count() as u64
}

/// `"value"`, shortened for a message.
pub(super) fn quote(value: &str) -> String {
    format!("\"{}\"", cut(&Clean::new(value), QUOTED))
}

/// `events.csv:12: date: not a date (write it as 2021-08-12)`.
impl fmt::Display for Problem {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}", self.file)?;
        if let Some(line) = self.line {
            write!(out, ":{line}")?;
        }
        out.write_str(": ")?;
        if !self.column.is_empty() {
            write!(out, "{}: ", self.column)?;
        }
        write!(out, "{}", self.message)?;
        if !self.hint.is_empty() {
            write!(out, " ({})", self.hint)?;
        }
        Ok(())
    }
}

/// The errors of a data set, in the order they were met, as many as are worth reading.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Problems {
    kept: Vec<Problem>,
    more: usize,
}

impl Problems {
    pub(super) fn push(&mut self, problem: Problem) {
        if self.kept.len() < LIMIT {
            self.kept.push(problem);
        } else {
            self.more += 1;
        }
    }

    pub(super) fn extend(&mut self, others: Self) {
        self.more += others.more;
        others.kept.into_iter().for_each(|problem| self.push(problem));
    }

    pub(super) fn none_or_err(&mut self) -> Result<(), Self> {
        if self.kept.is_empty() { Ok(()) } else { Err(std::mem::take(self)) }
    }

    /// The problems that were kept.
    #[must_use]
    pub fn kept(&self) -> &[Problem] {
        &self.kept
    }
}

impl From<Problem> for Problems {
    fn from(problem: Problem) -> Self {
        Self { kept: vec![problem], more: 0 }
    }
}

/// One problem a line.
impl fmt::Display for Problems {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, problem) in self.kept.iter().enumerate() {
            if index > 0 {
                out.write_str("\n")?;
            }
            write!(out, "{problem}")?;
        }
        if self.more > 0 {
            write!(out, "\nand {} more", self.more)?;
        }
        Ok(())
    }
}

impl std::error::Error for Problems {}
