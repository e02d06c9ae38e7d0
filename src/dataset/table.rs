//! Tables: CSV rows into structs, every faulty row a problem with its line and column.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer};

use crate::gazetteer::slips;
use crate::text::Clean;
use crate::time::{Day, Published};

use super::fields::{Fault, Fields, Record};
use super::files::{self, Files};
use super::problem::{Problem, Problems, quote};
use super::spot::Spot;
use super::value::{self, Columns};

/// The bytes of a row, about: room is made for as many rows as a file of its size has.
const ROW: usize = 128;

/// A row with its line.
pub(super) struct Row<T> {
    pub(super) line: u64,
    pub(super) value: T,
}

/// The rows of a table; none of a file that the data set does not have. Faulty rows are left out and told.
pub(super) fn read<T: DeserializeOwned>(files: &Files, name: &'static str, problems: &mut Problems) -> Vec<Row<T>> {
    let Some(text) = files.text(name) else { return Vec::new() };
    let mut table = Table { name, text, shipped: files.shipped, fields: Fields::new(text), header: Record::default() };
    let (mut rows, faults) = (Vec::new(), problems.count());
    // Room that is not used is never touched; what cannot be had now is asked for when a row needs it.
    drop(rows.try_reserve(text.len() / ROW));
    if let Err(fault) = table.rows(&mut rows, problems) {
        problems.push(Problem::file(name, fault.message, fault.hint).spot(text, &fault.spot));
    }
    if problems.count() > faults {
        problems.doubt(name);
    }
    rows
}

/// The header and the first row of the shipped table of this name: it is sound, and has every column that there must be.
fn example(name: &str) -> Result<[Vec<Cow<'static, str>>; 2], Fault> {
    let mut fields = Fields::new(files::shipped(name));
    let [mut header, mut row] = [(); 2].map(|()| Record::default());
    fields.next(&mut header)?;
    fields.next(&mut row)?;
    Ok([header.fields, row.fields])
}

/// A table that is being read.
struct Table<'a> {
    name: &'static str,
    text: &'a str,
    /// Whether it is compiled in, and so an example itself.
    shipped: bool,
    fields: Fields<'a>,
    header: Record<'a>,
}

impl Table<'_> {
    fn rows<T: DeserializeOwned>(&mut self, rows: &mut Vec<Row<T>>, problems: &mut Problems) -> Result<(), Fault> {
        if !self.shipped
            && let Some(problem) = self.parted_otherwise()
        {
            problems.push(problem);
            return Ok(());
        }
        if !self.fields.next(&mut self.header)? {
            problems.push(Problem::file(self.name, "is empty", "the first line must name the columns"));
            return Ok(());
        }
        if let Some(problem) = self.twice() {
            problems.push(problem);
            return Ok(());
        }
        let (mut record, mut columns) = (Record::default(), Columns::new(&self.header.fields));
        if !self.shipped {
            let example = example(self.name)?;
            let (misspelt, own) = self.unread(value::names::<T>(), &example[0]);
            if !misspelt.is_empty() {
                for problem in misspelt {
                    problems.push(problem);
                }
                return Ok(());
            }
            if let Some(name) = columns.lacks::<T>(&example) {
                let message = format!("the column {} is missing", quote(&name));
                problems.push(Problem::file(self.name, message, "the first line must name it").at(self.header.line));
                return Ok(());
            }
            for finding in own {
                problems.find(finding);
            }
        }
        while self.fields.next(&mut record)? {
            if record.fields.len() != self.header.fields.len() {
                problems.push_with(|| self.uneven(&record));
                continue;
            }
            match columns.read(&record.fields) {
                Ok(value) => rows.push(Row { line: record.line, value }),
                Err((column, message)) => problems.push_with(|| self.unreadable(&record, column, &message)),
            }
        }
        Ok(())
    }

    /// A header whose columns are parted by something else than commas, as spreadsheets write it in much of Europe.
    fn parted_otherwise(&self) -> Option<Problem> {
        let start = self.text.len().saturating_sub(self.text.trim_start_matches(['\n', '\r']).len());
        let header = self.text.get(start..)?.split(['\n', '\r']).next().filter(|header| !header.contains(','))?;
        let (at, parts) = [(';', "semicolons"), ('\t', "tabs")]
            .into_iter()
            .find_map(|(letter, parts)| Some((header.find(letter)?.saturating_add(start), parts)))?;
        let message = format!("the columns are parted by {parts}");
        let problem = Problem::file(self.name, message, "save it with commas between them, and points in numbers");
        Some(problem.spot(self.text, &Spot::of(self.text, at..at.saturating_add(1))))
    }

    /// Of the columns that are not read: those that look like one that is missing, as problems, and the others as
    /// findings. One whose name begins with `_` is meant to be there, and so is one that the shipped table has.
    fn unread(&self, read: &[&str], shipped: &[Cow<'_, str>]) -> (Vec<Problem>, Vec<Problem>) {
        let names: Vec<&str> = self.header.fields.iter().map(|name| name.trim()).collect();
        let missing = || read.iter().filter(|name| !names.contains(*name));
        let unread = names.iter().enumerate().filter(|(_, name)| {
            let known = read.contains(*name) || shipped.iter().any(|shipped| shipped == *name);
            !(known || name.is_empty() || name.starts_with('_'))
        });
        let (mut misspelt, mut own) = (Vec::new(), Vec::new());
        for (at, name) in unread {
            let folded = name.to_lowercase();
            let meant = missing().map(|known| (slips(&folded, known), known)).min();
            let told = |hint: &str| {
                let problem = Problem::file(self.name, format!("the column {} is not read", quote(name)), hint);
                match self.header.spot(self.text, at) {
                    Some(spot) => problem.spot(self.text, &spot),
                    None => problem.at(self.header.line),
                }
            };
            match meant {
                Some((0 | 1, known)) => {
                    misspelt.push(told(&format!(
                        "did you mean {}? if it is your own, begin its name with _",
                        quote(known)
                    )));
                }
                _ => own.push(told("correct the name; if the column is your own, begin its name with _")),
            }
        }
        (misspelt, own)
    }

    /// A column whose name another column has already.
    fn twice(&self) -> Option<Problem> {
        let names: Vec<&str> = self.header.fields.iter().map(|name| name.trim()).collect();
        let mut known = BTreeSet::new();
        let at = names.iter().position(|name| !name.is_empty() && !known.insert(name))?;
        let message = format!("there are two columns {}", quote(names.get(at)?));
        let problem = Problem::file(self.name, message, "give every column its own name");
        Some(problem.spot(self.text, &self.header.spot(self.text, at)?))
    }

    /// A row with more or fewer fields than there are columns.
    fn uneven(&self, record: &Record<'_>) -> Problem {
        let (columns, count) = (self.header.fields.len(), record.fields.len());
        let message = format!("the line has {count} fields, the header {columns}");
        let hint = "a text that contains a comma or a line end needs quotes around it";
        let problem = Problem::file(self.name, message, hint);
        match record.spot(self.text, columns.min(count.saturating_sub(1))) {
            Some(spot) => problem.spot(self.text, &spot),
            None => problem.at(record.line),
        }
    }

    /// A row with a field that makes no sense.
    fn unreadable(&self, record: &Record<'_>, column: usize, message: &str) -> Problem {
        let [name, value] =
            [&self.header, record].map(|record| record.fields.get(column).map_or("", |field| field.trim()));
        let problem = Problem::file(self.name, format!("{}: {message}", quote(value)), "").column(name);
        match record.spot(self.text, column) {
            Some(spot) => problem.spot(self.text, &spot),
            None => problem.at(record.line),
        }
    }
}

/// Rows by identifier; a second row of the same identifier is a problem.
pub(super) fn index<'a, T>(
    file: &'static str,
    rows: &'a [Row<T>],
    id: impl Fn(&'a T) -> &'a str,
    problems: &mut Problems,
) -> BTreeMap<&'a str, usize> {
    let mut index = BTreeMap::new();
    for (number, row) in rows.iter().enumerate() {
        let name = id(&row.value);
        let told = if name.is_empty() {
            ("the identifier is missing".to_owned(), "give every row its own")
        } else if let Some(first) = index.insert(name, number) {
            let line = rows.get(first).map_or(0, |row| row.line);
            (format!("{} stands already on line {line}", quote(name)), "give every row its own identifier")
        } else {
            continue;
        };
        problems.push_with(|| Problem::file(file, told.0, told.1).at(row.line).column("id"));
        problems.doubt(file);
    }
    index
}

/// What is made of rows, with their lines; nothing of those that turn out to be faulty.
pub(super) fn made<T, V>(rows: Vec<Row<T>>, mut make: impl FnMut(Row<T>) -> Option<V>) -> (Vec<V>, Vec<u64>) {
    let (mut values, mut lines) = (Vec::with_capacity(rows.len()), Vec::with_capacity(rows.len()));
    for row in rows {
        let line = row.line;
        if let Some(value) = make(row) {
            values.push(value);
            lines.push(line);
        }
    }
    (values, lines)
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

/// What a reference names, or a problem. Nothing is said about a reference to a file that has faults of its own: the row may
/// be there and faulty.
pub(super) fn refer<T: Copy>(
    found: Option<T>,
    (file, line, column): (&str, u64, &str),
    id: impl fmt::Display,
    wanted: &str,
    problems: &mut Problems,
) -> Option<T> {
    if found.is_none() && !problems.is_doubtful(wanted) {
        let message = format!("{} is not in {wanted}", quote(&id.to_string()));
        problems.push(Problem::file(file, message, "correct the identifier or add the row").at(line).column(column));
    }
    found
}
