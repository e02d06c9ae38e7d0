//! How wide text is on screen, and where it may be cut. Widths are in terminal columns.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// The columns that `text` takes: the sum over its grapheme clusters, since clusters are what cells hold.
#[must_use]
pub fn width(text: &str) -> usize {
    if text.is_ascii() {
        text.len()
    } else if text.chars().all(is_narrow) {
        text.chars().count()
    } else {
        text.graphemes(true).map(UnicodeWidthStr::width).sum()
    }
}

/// Whether a character is surely one column wide and a cluster by itself: a letter of ASCII, or one of the lines, blocks and
/// dots that rules and maps are drawn with. A screen holds thousands, too many to look each up in the tables.
#[must_use]
#[inline]
pub fn is_narrow(glyph: char) -> bool {
    matches!(glyph, ' '..='~' | '\u{2500}'..='\u{259f}' | '\u{2800}'..='\u{28ff}' | '\u{1cd00}'..='\u{1cdeb}' | '\u{1fb00}'..='\u{1fbff}')
}

/// Whether every byte of `text` is a letter one column wide: nearly all text is printable ASCII. Chunks are looked at as
/// wholes, sixteen bytes at a time, then four, since most texts are short.
#[must_use]
pub fn is_plain(text: &str) -> bool {
    let plain = |chunk: &[u8]| chunk.iter().fold(true, |plain, byte| plain & (b' '..=b'~').contains(byte));
    let (long, rest) = text.as_bytes().as_chunks::<16>();
    let (short, rest) = rest.as_chunks::<4>();
    long.iter().all(|chunk| plain(chunk)) && short.iter().all(|chunk| plain(chunk)) && plain(rest)
}

/// The grapheme clusters of `text`, each with the columns that it takes: none for what cannot stand in a cell by itself.
pub fn clusters(text: &str) -> impl Iterator<Item = (&str, usize)> {
    let simple = text.chars().all(is_narrow);
    let letters = simple.then(|| text.split_inclusive(|_: char| true).map(|letter| (letter, 1)));
    let others = (!simple).then(|| text.graphemes(true).map(other));
    letters.into_iter().flatten().chain(others.into_iter().flatten())
}

/// A cluster of any kind, with its width.
fn other(cluster: &str) -> (&str, usize) {
    (cluster, if cluster.starts_with(char::is_control) { 0 } else { UnicodeWidthStr::width(cluster) })
}

/// `text` in at most `columns` columns; a cut is marked by a final `~` (7-bit, so that it shows on any terminal).
#[must_use]
pub fn cut(text: &str, columns: usize) -> Cow<'_, str> {
    if width(text) <= columns {
        return Cow::Borrowed(text);
    }
    let Some(room) = columns.checked_sub(1) else {
        return Cow::Borrowed("");
    };
    let mut out = String::with_capacity(columns);
    let mut used = 0;
    for cluster in text.graphemes(true) {
        used = width(cluster).saturating_add(used);
        if used > room {
            break;
        }
        out.push_str(cluster);
    }
    out.push('~');
    Cow::Owned(out)
}

/// A whole number with its digits in groups of three: `3 931`.
#[must_use]
pub fn grouped(number: impl std::fmt::Display) -> String {
    let digits = number.to_string();
    let mut out = String::with_capacity(digits.len().saturating_mul(2));
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && digits.len().saturating_sub(index).is_multiple_of(3) {
            out.push(' ');
        }
        out.push(digit);
    }
    out
}

/// `text` broken at blanks into lines of at most `columns` columns; a word that is longer is broken inside.
#[must_use]
pub fn wrap(text: &str, columns: usize) -> Vec<String> {
    let mut lines = Lines { columns, done: Vec::new(), line: String::new(), used: 0 };
    for word in text.split_whitespace() {
        let wide = width(word);
        if wide <= columns.max(1) {
            lines.add(word, wide);
        } else {
            for piece in pieces(word, columns.max(1)) {
                lines.add(&piece, width(&piece));
            }
        }
    }
    lines.end()
}

/// Bytes that a line begins with at most, however wide it may become.
const LONG: usize = 128;

/// Lines that are being filled with words.
struct Lines {
    columns: usize,
    done: Vec<String>,
    line: String,
    /// The columns of the line so far.
    used: usize,
}

impl Lines {
    /// Adds a word to the line, or to the next one if it does not fit.
    fn add(&mut self, word: &str, wide: usize) {
        let with_blank = self.used.saturating_add(wide).saturating_add(1);
        if !self.line.is_empty() && with_blank > self.columns {
            self.done.push(std::mem::take(&mut self.line));
            self.used = 0;
        }
        if self.line.is_empty() {
            self.line.reserve(self.columns.min(LONG));
        } else {
            self.line.push(' ');
            self.used = self.used.saturating_add(1);
        }
        self.line.push_str(word);
        self.used = self.used.saturating_add(wide);
    }

    fn end(mut self) -> Vec<String> {
        if !self.line.is_empty() {
            self.done.push(self.line);
        }
        self.done
    }
}

/// A word that is wider than the line, an address mostly, in pieces that fit.
fn pieces(word: &str, columns: usize) -> Vec<String> {
    let mut out = vec![String::new()];
    let mut used = 0;
    for cluster in word.graphemes(true) {
        // A cluster that is wider than the line cannot be shown in it.
        let cluster = if width(cluster) <= columns { cluster } else { "\u{FFFD}" };
        let wide = width(cluster);
        if wide.saturating_add(used) > columns && used > 0 {
            out.push(String::new());
            used = 0;
        }
        used = wide.saturating_add(used);
        if let Some(last) = out.last_mut() {
            last.push_str(cluster);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_cut_is_marked() {
        assert_eq!(cut("Mazar-i-Sharif", 6), "Mazar~");
        assert_eq!(cut("Herat", 5), "Herat");
        assert_eq!(cut("Herat", 0), "");
    }

    #[test]
    fn numbers_are_grouped_by_three() {
        assert_eq!(grouped(3931), "3 931");
        assert_eq!(grouped(931), "931");
        assert_eq!(grouped(1_234_567), "1 234 567");
    }

    #[test]
    fn wrapping_keeps_every_word() {
        let lines = wrap("the long-besieged capital of Faryab", 12);
        assert_eq!(lines, ["the", "long-besiege", "d capital of", "Faryab"]);
    }

    #[test]
    fn narrow_characters_are_clusters_one_column_wide() {
        let narrow: String = (' '..=char::MAX).filter(|glyph| is_narrow(*glyph)).collect();
        assert_eq!(narrow.graphemes(true).count(), narrow.chars().count());
        assert!(narrow.graphemes(true).all(|cluster| UnicodeWidthStr::width(cluster) == 1));
    }

    proptest! {
        #[test]
        fn nothing_is_wider_than_asked(text in "\\PC{0,40}", columns in 2_usize..30) {
            prop_assert!(width(&cut(&text, columns)) <= columns);
            for line in wrap(&text, columns) {
                prop_assert!(width(&line) <= columns, "{line:?} is wider than {columns}");
            }
        }
    }
}
