//! Comma-separated values, strictly (RFC 4180): records with the place of every field.
//!
//! Not with the csv crate: it takes text after a closing quote and a quote that is never closed for data, its line numbers
//! go wrong after empty lines and with the line ends of Windows, and it does not say in which column a value is faulty.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::spot::Spot;

/// The most fields that a record may have; ten million commas are no table.
const MOST: usize = 1000;

/// A record with where it stands.
#[derive(Default)]
pub(super) struct Record<'a> {
    /// The line on which it begins, from 1.
    pub(super) line: u64,
    /// The fields, without quotes.
    pub(super) fields: Vec<Cow<'a, str>>,
    /// Where each field stands in the text, quotes included.
    pub(super) places: Vec<Spot>,
}

/// What ends the reading of a table.
#[derive(Debug)]
pub(super) struct Fault {
    /// What is wrong.
    pub(super) message: &'static str,
    /// What would mend it.
    pub(super) hint: &'static str,
    /// Where.
    pub(super) spot: Spot,
}

/// The records of a text, one after the other.
pub(super) struct Fields<'a> {
    text: &'a str,
    at: usize,
    line: u64,
}

impl<'a> Fields<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self { text, at: 0, line: 1 }
    }

    /// Reads the next record into `record`; false at the end. Lines without a character are skipped.
    pub(super) fn next(&mut self, record: &mut Record<'a>) -> Result<bool, Fault> {
        record.fields.clear();
        record.places.clear();
        while self.ends_line() {}
        if self.next_byte().is_none() {
            return Ok(false);
        }
        record.line = self.line;
        loop {
            self.field(record)?;
            if self.next_byte() != Some(b',') {
                self.ends_line();
                return Ok(true);
            }
            self.at = self.at.saturating_add(1);
        }
    }

    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn next_byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// Steps over one line end, if one comes next.
    fn ends_line(&mut self) -> bool {
        let length = match self.next_byte() {
            Some(b'\r') if self.rest().starts_with("\r\n") => 2,
            Some(b'\r' | b'\n') => 1,
            _ => return false,
        };
        self.at = self.at.saturating_add(length);
        self.line = self.line.saturating_add(1);
        true
    }

    /// Reads a field up to what separates it from the next.
    fn field(&mut self, record: &mut Record<'a>) -> Result<(), Fault> {
        let start = self.at;
        let line = self.line;
        if let Some(quoted) = self.rest().strip_prefix('"') {
            let (inside, two) = self.quoted(quoted, start)?;
            record.fields.push(if two { inside.replace("\"\"", "\"").into() } else { inside.into() });
        } else {
            let rest = self.rest();
            let length = rest.bytes().position(ends_field).unwrap_or(rest.len());
            record.fields.push(rest.get(..length).unwrap_or_default().into());
            self.at = self.at.saturating_add(length);
        }
        let spot = Spot { line, bytes: start..self.at };
        if record.places.len() >= MOST {
            return Err(Fault { message: "more than 1000 fields", hint: "the file must be a table", spot });
        }
        record.places.push(spot);
        Ok(())
    }

    /// What stands between the quotes of a field, and whether two quotes in it stand for one; steps behind the closing
    /// one.
    fn quoted(&mut self, text: &'a str, start: usize) -> Result<(&'a str, bool), Fault> {
        let (open, mut from) = (self.line, 0);
        loop {
            let tail = text.get(from..).unwrap_or_default();
            let Some(closing) = tail.find('"').map(|at| from.saturating_add(at)) else {
                return Err(Fault {
                    message: "a quote is opened here and never closed",
                    hint: "close it, or write a quote inside of quotes as two",
                    spot: Spot { line: open, bytes: start..start.saturating_add(1) },
                });
            };
            let after = closing.saturating_add(1);
            match text.as_bytes().get(after) {
                Some(b'"') => from = after.saturating_add(1),
                next => {
                    let inside = text.get(..closing).unwrap_or_default();
                    self.line = self.line.saturating_add(line_ends(inside));
                    self.at = start.saturating_add(1).saturating_add(after);
                    return match next {
                        Some(&byte) if !ends_field(byte) => Err(Fault {
                            message: "text follows a closing quote",
                            hint: "quotes go around a whole field; a quote inside of them is written as two",
                            spot: Spot { line: self.line, bytes: self.at..self.at.saturating_add(1) },
                        }),
                        _ => Ok((inside, from > 0)),
                    };
                }
            }
        }
    }
}

fn ends_field(byte: u8) -> bool {
    matches!(byte, b',' | b'\n' | b'\r')
}

/// How many lines end in a text: by LF, CR LF or CR.
fn line_ends(text: &str) -> u64 {
    let bytes = text.as_bytes();
    if !bytes.iter().fold(false, |any, byte| any | matches!(byte, b'\r' | b'\n')) {
        return 0;
    }
    let ends =
        |(at, &byte): (usize, &u8)| byte == b'\n' || byte == b'\r' && bytes.get(at.saturating_add(1)) != Some(&b'\n');
    bytes.iter().enumerate().filter(|&pair| ends(pair)).count() as u64
}

/// Where the fields of columns stand, each in the record that begins on its line. One walk through the text finds all.
pub(super) fn find(text: &str, wanted: &[(u64, &str)]) -> Vec<Option<Spot>> {
    let mut found = vec![None; wanted.len()];
    let (mut fields, mut record) = (Fields::new(text), Record::default());
    if !matches!(fields.next(&mut record), Ok(true)) {
        return found;
    }
    // A message may be about two columns; the first of them is where to look.
    let column =
        |name: &str| name.split(',').next().and_then(|name| record.fields.iter().position(|one| one.trim() == name));
    let mut left: BTreeMap<u64, Vec<(usize, usize)>> = BTreeMap::new();
    for (number, (line, name)) in wanted.iter().enumerate() {
        if let Some(column) = column(name) {
            left.entry(*line).or_default().push((number, column));
        }
    }
    while !left.is_empty() && matches!(fields.next(&mut record), Ok(true)) {
        for (number, column) in left.remove(&record.line).unwrap_or_default() {
            if let Some(slot) = found.get_mut(number) {
                *slot = record.places.get(column).cloned();
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::ops::Range;

    /// Line, bytes and message of a fault.
    type Broken = (u64, Range<usize>, &'static str);

    /// All records with their lines, or where and why not.
    fn read(text: &str) -> Result<Vec<(u64, Vec<String>)>, Broken> {
        let (mut fields, mut record, mut rows) = (Fields::new(text), Record::default(), Vec::new());
        while fields.next(&mut record).map_err(|fault| (fault.spot.line, fault.spot.bytes, fault.message))? {
            rows.push((record.line, record.fields.iter().map(ToString::to_string).collect()));
        }
        Ok(rows)
    }

    fn row(line: u64, fields: &[&str]) -> (u64, Vec<String>) {
        (line, fields.iter().map(|&field| field.to_owned()).collect())
    }

    #[test]
    fn lines_are_counted_whatever_ends_them() {
        for end in ["\n", "\r\n", "\r"] {
            let text = ["", "a,b", "", "\"x", "y\",z", "1,", ""].join(end);
            let rows = vec![row(2, &["a", "b"]), row(4, &[&format!("x{end}y"), "z"]), row(6, &["1", ""])];
            assert_eq!(read(&text), Ok(rows), "{end:?}");
        }
        assert_eq!(read("a"), Ok(vec![row(1, &["a"])]));
        assert_eq!(read(",\n"), Ok(vec![row(1, &["", ""])]));
        assert_eq!(read("\n\n"), Ok(vec![]));
    }

    #[test]
    fn quotes_are_taken_strictly() {
        assert_eq!(read("\"a \"\"b\"\", c\",\"\"\n"), Ok(vec![row(1, &["a \"b\", c", ""])]));
        assert_eq!(read("a\n\"b\nc\" d,e"), Err((3, 7..8, "text follows a closing quote")));
        assert_eq!(read("a,\"b\nc\n"), Err((1, 2..3, "a quote is opened here and never closed")));
        assert_eq!(read("\""), Err((1, 0..1, "a quote is opened here and never closed")));
        assert_eq!(read("5\" gun,b\n"), Ok(vec![row(1, &["5\" gun", "b"])]));
    }

    #[test]
    fn the_field_of_a_column_is_found() {
        let text = "id,note,date\n\n1,\"two\nlines\",2021-08-12\n";
        let found = find(text, &[(2, "date"), (3, "date"), (3, "data")]);
        let [None, Some(spot), None] = &found[..] else { panic!("{found:?}") };
        assert_eq!((spot.line, text.get(spot.bytes.clone())), (4, Some("2021-08-12")));
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_again(rows in prop::collection::vec(prop::collection::vec("[a-c,\"\r\n é]{0,6}", 2..5), 0..6)) {
            let quote = |field: &String| format!("\"{}\"", field.replace('"', "\"\""));
            let lines: Vec<String> = rows.iter().map(|row| row.iter().map(quote).collect::<Vec<_>>().join(",")).collect();
            let found = read(&lines.join("\r\n")).map(|rows| rows.into_iter().map(|(_, fields)| fields).collect());
            prop_assert_eq!(found, Ok(rows));
        }

        #[test]
        fn no_text_is_too_strange(text in "[a\",\r\n\u{1b}é]{0,60}") {
            let (mut fields, mut record) = (Fields::new(&text), Record::default());
            let mut last = 0;
            while let Ok(true) = fields.next(&mut record) {
                prop_assert!(record.line > last && record.places.len() == record.fields.len());
                last = record.line;
                for (place, field) in record.places.iter().zip(&record.fields) {
                    let shown = text.get(place.bytes.clone()).expect("a part of the text");
                    prop_assert!(shown == field || shown.starts_with('"'), "{} {}", shown, field);
                }
            }
        }
    }
}
