//! Comma-separated values, strictly (RFC 4180): records with the place of every field.
//!
//! Not with the csv crate: it takes text after a closing quote and a quote that is never closed for data, its line numbers
//! go wrong after empty lines and with the line ends of Windows, and it does not say in which column a value is faulty.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::text::is_plain;

use super::spot::Spot;

/// The most fields that a record may have; ten million commas are no table.
const MOST: usize = 1000;

/// A record with where it stands.
#[derive(Default)]
pub(super) struct Record<'a> {
    /// The line on which it begins, from 1.
    pub(super) line: u64,
    /// The byte at which it begins.
    start: usize,
    /// The fields, without quotes.
    pub(super) fields: Vec<Cow<'a, str>>,
}

impl Record<'_> {
    /// Where a field of it stands in the text, quotes included. The record is walked again, since only faults ask.
    pub(super) fn spot(&self, text: &str, column: usize) -> Option<Spot> {
        let mut fields = Fields { length: text.len(), rest: text.get(self.start..)?, line: self.line };
        let mut spots = (0..self.fields.len()).map_while(|_| {
            let (line, start) = (fields.line, fields.at());
            fields.field().ok()?;
            let bytes = start..fields.at();
            fields.take(1);
            Some(Spot { line, bytes })
        });
        spots.nth(column)
    }
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
    /// How long the text is.
    length: usize,
    /// What of it has not been read.
    rest: &'a str,
    /// The line on which that begins, from 1.
    line: u64,
}

impl<'a> Fields<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self { length: text.len(), rest: text, line: 1 }
    }

    /// Reads the next record into `record`; false at the end. Lines without a character are skipped.
    pub(super) fn next(&mut self, record: &mut Record<'a>) -> Result<bool, Fault> {
        record.fields.clear();
        while self.ends_line() {}
        if self.rest.is_empty() {
            return Ok(false);
        }
        (record.line, record.start) = (self.line, self.at());
        loop {
            let (line, start) = (self.line, self.at());
            let field = self.field()?;
            if record.fields.len() >= MOST {
                let spot = Spot { line, bytes: start..self.at() };
                return Err(Fault { message: "more than 1000 fields", hint: "the file must be a table", spot });
            }
            record.fields.push(field);
            if !self.rest.starts_with(',') {
                self.ends_line();
                return Ok(true);
            }
            self.take(1);
        }
    }

    /// The byte of the text that comes next.
    fn at(&self) -> usize {
        self.length.saturating_sub(self.rest.len())
    }

    /// Takes so many bytes of the text.
    fn take(&mut self, length: usize) -> &'a str {
        let (taken, rest) = self.rest.split_at_checked(length).unwrap_or((self.rest, ""));
        self.rest = rest;
        taken
    }

    /// Steps over one line end, if one comes next.
    fn ends_line(&mut self) -> bool {
        let length = match self.rest.as_bytes() {
            [b'\r', b'\n', ..] => 2,
            [b'\r' | b'\n', ..] => 1,
            _ => return false,
        };
        self.take(length);
        self.line = self.line.saturating_add(1);
        true
    }

    /// Reads a field up to what separates it from the next.
    #[inline]
    fn field(&mut self) -> Result<Cow<'a, str>, Fault> {
        if self.rest.starts_with('"') { self.quoted() } else { Ok(self.take(length(self.rest.as_bytes())).into()) }
    }

    /// Reads a field in quotes and steps behind the closing one. It is kept apart: most fields have none, and cost less so.
    #[inline(never)]
    fn quoted(&mut self) -> Result<Cow<'a, str>, Fault> {
        let (start, inside) = (self.at(), self.rest.get(1..).unwrap_or_default());
        let (mut length, mut two) = (0_usize, false);
        self.rest = inside;
        while let Some((part, rest)) = self.rest.split_once('"') {
            self.rest = rest;
            length = length.saturating_add(part.len());
            if rest.starts_with('"') {
                // The two and what stands before them.
                self.take(1);
                length = length.saturating_add(2);
                two = true;
                continue;
            }
            let inside = inside.get(..length).unwrap_or_default();
            self.line = self.line.saturating_add(line_ends(inside));
            return match rest.as_bytes().first() {
                Some(&byte) if !ends_field(byte) => Err(Fault {
                    message: "text follows a closing quote",
                    hint: "quotes go around a whole field; a quote inside of them is written as two",
                    spot: Spot { line: self.line, bytes: self.at()..self.at().saturating_add(1) },
                }),
                _ => Ok(if two { inside.replace("\"\"", "\"").into() } else { inside.into() }),
            };
        }
        Err(Fault {
            message: "a quote is opened here and never closed",
            hint: "close it, or write a quote inside of quotes as two",
            spot: Spot { line: self.line, bytes: start..start.saturating_add(1) },
        })
    }
}

fn ends_field(byte: u8) -> bool {
    matches!(byte, b',' | b'\n' | b'\r')
}

/// How many bytes stand before the first that ends a field. Fields are many and short: eight bytes at a time are looked at
/// as one number, up to a comma or a character that controls.
fn length(text: &[u8]) -> usize {
    let mut length = 0_usize;
    for word in text.as_chunks::<8>().0 {
        let marks = marks(u64::from_le_bytes(*word));
        length = length.saturating_add(marks.trailing_zeros() as usize / 8);
        if marks != 0 {
            break;
        }
    }
    let rest = text.get(length..).unwrap_or_default();
    length.saturating_add(rest.iter().take_while(|byte| !ends_field(**byte)).count())
}

/// The top bits of those bytes of a number that are a comma or less than 14, and perhaps of some above the first of them.
fn marks(word: u64) -> u64 {
    const fn all(byte: u8) -> u64 {
        u64::from_ne_bytes([byte; 8])
    }
    let commas = word ^ all(b',');
    (commas.wrapping_sub(all(1)) & !commas | word.wrapping_sub(all(14)) & !word) & all(0x80)
}

/// How many lines end in a text: by LF, CR LF or CR.
fn line_ends(text: &str) -> u64 {
    if is_plain(text) {
        return 0;
    }
    let bytes = text.as_bytes();
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
                *slot = record.spot(text, column);
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
        fn nothing_but_a_comma_parts_the_fields_of_a_line(line in "[a,\t\u{0}\u{b}é]{1,60}") {
            let fields: Vec<String> = line.split(',').map(str::to_owned).collect();
            prop_assert_eq!(read(&line), Ok(vec![(1, fields)]));
        }

        #[test]
        fn no_text_is_too_strange(text in "[a\",\r\n\u{1b}é]{0,60}") {
            let (mut fields, mut record) = (Fields::new(&text), Record::default());
            let mut last = 0;
            while let Ok(true) = fields.next(&mut record) {
                prop_assert!(record.line > last && record.spot(&text, record.fields.len()).is_none());
                last = record.line;
                for (column, field) in record.fields.iter().enumerate() {
                    let spot = record.spot(&text, column).expect("a field stands somewhere");
                    let shown = text.get(spot.bytes).expect("a part of the text");
                    prop_assert!(shown == field || shown.starts_with('"'), "{} {}", shown, field);
                }
            }
        }
    }
}
