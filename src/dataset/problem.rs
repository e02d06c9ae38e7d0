//! What is wrong with a file, where, and what would mend it.

use std::fmt;

use crate::text::{Clean, cut};

use super::spot::Spot;

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
    /// The character of the line, from 1, if it is known.
    pub character: Option<u64>,
    /// The column of a table by its name; may be empty.
    pub column: Clean,
    /// What is wrong.
    pub message: Clean,
    /// What would mend it; may be empty.
    pub hint: Clean,
    /// The line with the faulty part underlined, if that can be shown.
    pub picture: Box<[Clean]>,
}

impl Problem {
    /// An error in a file as a whole.
    pub(super) fn file(file: &str, message: impl AsRef<str>, hint: &str) -> Self {
        Self {
            severity: Severity::Error,
            file: file.into(),
            line: None,
            character: None,
            column: Clean::default(),
            message: message.as_ref().into(),
            hint: hint.into(),
            picture: Box::default(),
        }
    }

    /// The same problem at a line.
    pub(super) fn at(self, line: u64) -> Self {
        Self { line: Some(line), ..self }
    }

    /// The same problem at a spot of the text of its file.
    pub(super) fn spot(self, text: &str, spot: &Spot) -> Self {
        let (line, character) = (Some(spot.line), Some(spot.character(text)));
        Self { line, character, picture: spot.picture(text).into(), ..self }
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

/// A fault of the reader of JSON.
pub(super) fn json(file: &str, text: &str, error: &serde_json::Error, hint: &str) -> Problem {
    let told = error.to_string();
    let message = told.rsplit_once(" at line ").map_or(told.as_str(), |(message, _)| message);
    let start = text.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum::<usize>();
    let at = start.saturating_add(error.column().saturating_sub(1));
    Problem::file(file, message, hint).spot(text, &Spot::of(text, at..at.saturating_add(1)))
}

/// `"value"`, shortened for a message.
pub(super) fn quote(value: &str) -> String {
    format!("\"{}\"", cut(&Clean::new(value), QUOTED))
}

/// `events.csv:12:8: date: not a date (write it as 2021-08-12)`, and below it, moved in by two blanks, the picture.
impl fmt::Display for Problem {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}", self.file)?;
        if let Some(line) = self.line {
            write!(out, ":{line}")?;
            if let Some(character) = self.character {
                write!(out, ":{character}")?;
            }
        }
        out.write_str(": ")?;
        if !self.column.is_empty() {
            write!(out, "{}: ", self.column)?;
        }
        write!(out, "{}", self.message)?;
        if !self.hint.is_empty() {
            write!(out, " ({})", self.hint)?;
        }
        self.picture.iter().try_for_each(|line| write!(out, "\n  {line}"))
    }
}

/// The errors of a data set, in the order they were met, as many as are worth reading.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Problems {
    pub(super) kept: Vec<Problem>,
    more: usize,
    /// What is odd, for a data set that turns out to be sound.
    findings: Vec<Problem>,
    /// Tables of which some rows could not be read.
    doubtful: Vec<&'static str>,
}

impl Problems {
    pub(super) fn push(&mut self, problem: Problem) {
        self.push_with(|| problem);
    }

    /// Takes a problem that is worked out only if it is kept.
    pub(super) fn push_with(&mut self, problem: impl FnOnce() -> Problem) {
        if self.kept.len() < LIMIT {
            self.kept.push(problem());
        } else {
            self.more = self.more.saturating_add(1);
        }
    }

    /// Takes something odd, which is told only where nothing is wrong.
    pub(super) fn find(&mut self, problem: Problem) {
        self.findings.push(problem.finding());
    }

    /// How many there are.
    pub(super) fn count(&self) -> usize {
        self.kept.len().saturating_add(self.more)
    }

    /// Some rows of a file could not be read, so that what is not found in it may be there.
    pub(super) fn doubt(&mut self, file: &'static str) {
        if !self.is_doubtful(file) {
            self.doubtful.push(file);
        }
    }

    /// Whether what is not found in a file may be there.
    pub(super) fn is_doubtful(&self, file: &str) -> bool {
        self.doubtful.contains(&file)
    }

    /// No problems yet, but the same doubts: for a part that is read aside.
    pub(super) fn aside(&self) -> Self {
        Self { doubtful: self.doubtful.clone(), ..Self::default() }
    }

    /// Takes over what was found aside.
    pub(super) fn extend(&mut self, others: Self) {
        self.more = self.more.saturating_add(others.more);
        for problem in others.kept {
            self.push(problem);
        }
        self.findings.extend(others.findings);
        for file in others.doubtful {
            self.doubt(file);
        }
    }

    /// What is odd, if nothing is wrong; else all that is.
    pub(super) fn none_or_err(self) -> Result<Vec<Problem>, Self> {
        if self.kept.is_empty() { Ok(self.findings) } else { Err(self) }
    }

    /// The problems that were kept.
    #[must_use]
    pub fn kept(&self) -> &[Problem] {
        &self.kept
    }

    /// How many more there are.
    #[must_use]
    pub fn more(&self) -> usize {
        self.more
    }
}

impl From<Problem> for Problems {
    fn from(problem: Problem) -> Self {
        Self { kept: vec![problem], ..Self::default() }
    }
}

/// One problem after the other.
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
