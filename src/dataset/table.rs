//! Tables: CSV rows into structs, every faulty row a problem with its line and column.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer};

use crate::text::Clean;
use crate::time::{Day, Published};

use super::files::Files;
use super::problem::{Problem, Problems, quote};

/// A row with its line.
pub(super) struct Row<T> {
    pub(super) line: u64,
    pub(super) value: T,
}

/// The rows of a table; none of a file that the data set does not have.
pub(super) fn read<T: DeserializeOwned>(files: &Files, name: &'static str, problems: &mut Problems) -> Vec<Row<T>> {
    let Some(text) = files.text(name) else { return Vec::new() };
    let mut reader = csv::ReaderBuilder::new().from_reader(text.as_bytes());
    let header = match reader.headers() {
        Ok(header) => header.clone(),
        Err(error) => {
            problems.push(problem(name, &error, None));
            return Vec::new();
        }
    };
    let mut rows = Vec::new();
    let mut record = csv::StringRecord::new();
    loop {
        match reader.read_record(&mut record) {
            Ok(false) => return rows,
            Ok(true) => {}
            Err(error) => {
                problems.push(problem(name, &error, None));
                return rows;
            }
        }
        let line = record.position().map_or(0, csv::Position::line);
        match record.deserialize(Some(&header)) {
            Ok(value) => rows.push(Row { line, value }),
            Err(error) => problems.push(problem(name, &error, Some((&header, &record)))),
        }
    }
}

/// A fault of the CSV reader as a problem.
fn problem(name: &str, error: &csv::Error, row: Option<(&csv::StringRecord, &csv::StringRecord)>) -> Problem {
    let line =
        error.position().map(csv::Position::line).or(row.and_then(|(_, row)| row.position().map(csv::Position::line)));
    let found = match error.kind() {
        csv::ErrorKind::UnequalLengths { expected_len, len, .. } => Problem::file(
            name,
            format!("the line has {len} fields, the header {expected_len}"),
            "a text that contains a comma or a line end needs quotes around it",
        ),
        csv::ErrorKind::Deserialize { err, .. } => {
            let field = err.field().and_then(|field| usize::try_from(field).ok());
            let (column, value) = row.zip(field).map_or(("", ""), |((header, row), field)| {
                (header.get(field).unwrap_or(""), row.get(field).unwrap_or(""))
            });
            let message = match err.kind() {
                csv::DeserializeErrorKind::Message(message) if column.is_empty() => message.clone(),
                csv::DeserializeErrorKind::Message(message) => format!("{}: {message}", quote(value)),
                kind => format!("{} is no number ({kind})", quote(value)),
            };
            Problem::file(name, message, "").column(column)
        }
        _ => Problem::file(name, error.to_string(), "the file must be a table of comma-separated values"),
    };
    match line {
        Some(line) => found.at(line),
        None => found,
    }
}

/// Rows by identifier; a second row of the same identifier is a problem.
pub(super) fn index<'a, T>(
    file: &str,
    rows: &'a [Row<T>],
    id: impl Fn(&'a T) -> &'a str,
    problems: &mut Problems,
) -> BTreeMap<&'a str, usize> {
    let mut index = BTreeMap::new();
    for (number, row) in rows.iter().enumerate() {
        let name = id(&row.value);
        if name.is_empty() {
            problems.push(
                Problem::file(file, "the identifier is missing", "give every row its own").at(row.line).column("id"),
            );
        } else if let Some(first) = index.insert(name, number) {
            let message = format!("{} stands already on line {}", quote(name), rows[first].line);
            problems.push(Problem::file(file, message, "give every row its own identifier").at(row.line).column("id"));
        }
    }
    index
}

/// A field with several texts, separated by `;`.
#[derive(Default)]
pub(super) struct List(pub(super) Vec<Clean>);

impl<'de> Deserialize<'de> for List {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = field(from)?;
        Ok(Self(text.split(';').map(str::trim).filter(|part| !part.is_empty()).map(Clean::new).collect()))
    }
}

/// The text of a field where it lies: the CSV reader lends it.
fn field<'de, D: Deserializer<'de>>(from: D) -> Result<&'de str, D::Error> {
    Deserialize::deserialize(from)
}

/// `yes` or `no`.
pub(super) fn yes_no<'de, D: Deserializer<'de>>(from: D) -> Result<bool, D::Error> {
    one_of(from, "yes or no", |text| match text {
        "yes" => Some(true),
        "no" | "" => Some(false),
        _ => None,
    })
}

/// `read` or something else that is not.
pub(super) fn was_read<'de, D: Deserializer<'de>>(from: D) -> Result<bool, D::Error> {
    one_of(from, "read or memory", |text| match text {
        "read" => Some(true),
        "memory" | "" => Some(false),
        _ => None,
    })
}

/// A field of which only some words make sense.
pub(super) fn one_of<'de, D: Deserializer<'de>, T>(
    from: D,
    wanted: &str,
    parse: impl Fn(&str) -> Option<T>,
) -> Result<T, D::Error> {
    let text = field(from)?;
    parse(text.trim()).ok_or_else(|| serde::de::Error::custom(format_args!("must be {wanted}")))
}

/// A day, `YYYY-MM-DD`.
pub(super) fn day<'de, D: Deserializer<'de>>(from: D) -> Result<Day, D::Error> {
    Day::parse(field(from)?.trim()).map_err(serde::de::Error::custom)
}

/// A day, or nothing.
pub(super) fn maybe_day<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Day>, D::Error> {
    match field(from)?.trim() {
        "" => Ok(None),
        text => Day::parse(text).map(Some).map_err(serde::de::Error::custom),
    }
}

/// A day, a month or nothing.
pub(super) fn published<'de, D: Deserializer<'de>>(from: D) -> Result<Published, D::Error> {
    Published::parse(field(from)?.trim()).map_err(serde::de::Error::custom)
}

/// What a reference names, or a problem.
pub(super) fn refer<T: Copy>(
    found: Option<T>,
    (file, line, column): (&str, u64, &str),
    id: impl fmt::Display,
    wanted: &str,
    problems: &mut Problems,
) -> Option<T> {
    if found.is_none() {
        let message = format!("{} is not in {wanted}", quote(&id.to_string()));
        problems.push(Problem::file(file, message, "correct the identifier or add the row").at(line).column(column));
    }
    found
}
