//! A spot of a text, and a picture of it: the line with the faulty part underlined.

use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use crate::text::{Clean, cut};

/// Columns of the line that are shown before the faulty part, of the part itself and after it: together about 60.
const BEFORE: usize = 24;
const PART: usize = 24;
const AFTER: usize = 12;

/// A part of a text.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Spot {
    /// The line on which it begins, from 1.
    pub(super) line: u64,
    /// Its bytes.
    pub(super) bytes: Range<usize>,
}

impl Spot {
    /// The spot of some bytes.
    pub(super) fn of(text: &str, bytes: Range<usize>) -> Self {
        let before = text.as_bytes().get(..bytes.start).unwrap_or_default();
        Self { line: line_after(before), bytes }
    }

    /// The character of its line with which it begins, from 1.
    pub(super) fn character(&self, text: &str) -> u64 {
        let (before, ..) = self.parts(text);
        (before.chars().count() as u64).saturating_add(1)
    }

    /// The line before it, it itself as far as it stands on that line, and the line after it.
    fn parts<'a>(&self, text: &'a str) -> (&'a str, &'a str, &'a str) {
        let (start, end) = (char_at(text, self.bytes.start), char_at(text, self.bytes.end));
        let (head, tail) = (text.get(..start).unwrap_or_default(), text.get(start..).unwrap_or_default());
        let before = head.rsplit(['\n', '\r']).next().unwrap_or_default();
        let rest = tail.split(['\n', '\r']).next().unwrap_or_default();
        let length = char_at(rest, end.saturating_sub(start));
        (before, rest.get(..length).unwrap_or_default(), rest.get(length..).unwrap_or_default())
    }

    /// The line with the part underlined, each line of the picture on its own. Both are shortened and cleaned.
    pub(super) fn picture(&self, text: &str) -> Vec<Clean> {
        let (before, part, after) = self.parts(text);
        let mut line = last(before, BEFORE);
        let start = line.len();
        line.push_str(&first(part, PART));
        let end = line.len();
        line.push_str(&first(after, AFTER));
        let number = usize::try_from(self.line).unwrap_or(1);
        let mark = AnnotationKind::Primary.span(start..end);
        let snippet = Snippet::source(&*line).line_start(number).annotation(mark);
        let picture = Renderer::plain().render(&[Group::with_level(Level::ERROR).element(snippet)]);
        // The first line of the picture is a bar and nothing else.
        picture.lines().skip(1).map(Clean::new).collect()
    }
}

/// The line, from 1, that follows `before`.
pub(super) fn line_after(before: &[u8]) -> u64 {
    before.split(|&byte| byte == b'\n').count() as u64
}

/// The byte at which the character that holds `at` begins.
fn char_at(text: &str, at: usize) -> usize {
    let at = at.min(text.len());
    (0..=at).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0)
}

/// At most so many columns of the beginning, cleaned.
fn first(text: &str, columns: usize) -> String {
    // Cleaning a megabyte to show a few columns of it would be a waste.
    let near: String = text.chars().take(columns.saturating_mul(4)).collect();
    cut(&Clean::new(&near), columns).into_owned()
}

/// At most so many columns of the end, cleaned.
fn last(text: &str, columns: usize) -> String {
    let count = text.chars().rev().take(columns).count();
    let whole = text.chars().rev().nth(columns).is_none();
    let mut end: Vec<char> = text.chars().rev().take(count).collect();
    end.reverse();
    let end = Clean::new(&end.into_iter().collect::<String>());
    if whole { end.to_string() } else { format!("~{end}") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn picture(text: &str, part: &str) -> Vec<String> {
        let start = text.find(part).expect("a part of the text");
        let spot = Spot::of(text, start..start.saturating_add(part.len()));
        spot.picture(text).iter().map(|line| line.trim_end().to_owned()).collect()
    }

    #[test]
    fn the_faulty_part_is_underlined() {
        assert_eq!(picture("a\nb,2021-13-01,c\n", "2021-13-01"), ["2 | b,2021-13-01,c", "  |   ^^^^^^^^^^"]);
    }

    #[test]
    fn long_lines_are_shortened_and_cleaned() {
        let text = format!("{},\u{1b}[31m,{}", "x".repeat(1_000_000), "y".repeat(1_000_000));
        let shown = picture(&text, "\u{1b}[31m");
        assert_eq!(shown[0], "1 | ~xxxxxxxxxxxxxxxxxxxxxxx,\u{FFFD}[31m,yyyyyyyyyy~");
        assert_eq!(shown[1], "  |                          ^^^^^");
    }

    #[test]
    fn characters_are_counted_not_bytes() {
        let text = "é北,x";
        assert_eq!(Spot::of(text, 6..7).character(text), 4);
    }

    proptest! {
        #[test]
        fn any_spot_of_any_text_can_be_shown(text in "(?s).{0,80}", start in 0_usize..200, length in 0_usize..200) {
            let spot = Spot::of(&text, start..start.saturating_add(length));
            let shown = spot.picture(&text);
            prop_assert!(shown.iter().all(|line| crate::text::width(line) < 90), "{:?}", shown);
            prop_assert!(spot.character(&text) >= 1);
        }
    }
}
