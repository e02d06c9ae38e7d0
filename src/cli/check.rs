//! `frontline check`: what is wrong with a data set, and what is odd in it.

use std::fmt::Write as _;

use clap::Args;
use serde::Serialize;

use crate::dataset::{Problem, Problems};
use crate::text::Clean;

use super::{Failure, data, write};

/// What `check` is told.
#[derive(Args, Debug)]
pub(super) struct Arguments {
    /// A folder with a data set; the one compiled in without it.
    data: Option<std::path::PathBuf>,
    /// Fail on findings too, not on errors alone.
    #[arg(long)]
    strict: bool,
    /// JSON instead of text.
    #[arg(long)]
    json: bool,
}

/// The contract: keys may be added, none renamed.
#[derive(Serialize)]
struct Report<'a> {
    errors: Vec<Row<'a>>,
    more_errors: usize,
    findings: Vec<Row<'a>>,
}

#[derive(Serialize)]
struct Row<'a> {
    file: &'a Clean,
    line: Option<u64>,
    column: &'a str,
    message: &'a Clean,
    hint: &'a str,
}

impl<'a> Row<'a> {
    fn new(problem: &'a Problem) -> Self {
        let Problem { file, line, column, message, hint, .. } = problem;
        Self { file, line: *line, column, message, hint }
    }
}

/// Prints every problem; fails if there are errors.
pub(super) fn run(arguments: &Arguments) -> Result<(), Failure> {
    let (errors, findings) = match data::read(arguments.data.as_deref()) {
        Ok(dataset) => (Problems::default(), dataset.findings()),
        Err(Failure::Data(errors)) => (errors, Vec::new()),
        Err(other) => return Err(other),
    };
    let text = if arguments.json { json(&errors, &findings)? } else { text(&errors, &findings) };
    write(text.as_bytes())?;
    let failed = !errors.kept().is_empty() || arguments.strict && !findings.is_empty();
    if failed { Err(Failure::Told) } else { Ok(()) }
}

fn json(errors: &Problems, findings: &[Problem]) -> Result<String, Failure> {
    let report = Report {
        errors: errors.kept().iter().map(Row::new).collect(),
        more_errors: errors.more(),
        findings: findings.iter().map(Row::new).collect(),
    };
    Ok(serde_json::to_string(&report).map_err(std::io::Error::from)? + "\n")
}

/// One problem a line, then how many there are. With errors nothing is loaded, so that nothing more can be found.
fn text(errors: &Problems, findings: &[Problem]) -> String {
    let count = errors.kept().len() + errors.more();
    if count > 0 {
        return format!("{errors}\n{}\n", several(count, "error"));
    }
    let mut out = String::new();
    for finding in findings {
        let _ = writeln!(out, "{finding}");
    }
    let _ = writeln!(out, "no error, {}", several(findings.len(), "finding"));
    out
}

/// `no finding`, `1 finding`, `9 findings`.
fn several(count: usize, what: &str) -> String {
    match count {
        0 => format!("no {what}"),
        1 => format!("1 {what}"),
        count => format!("{count} {what}s"),
    }
}
