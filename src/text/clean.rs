//! A string that cannot drive a terminal.

use std::fmt;
use std::ops::Deref;

use serde::de::Visitor;
use serde::{Deserialize, Deserializer, Serialize};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// What a character that must not reach a terminal is replaced by.
const REPLACEMENT: char = '\u{FFFD}';

/// Marks that one letter may carry; more are a pile that would leave its cell.
const MARKS_PER_LETTER: usize = 8;

/// A string without control characters, direction overrides and invisible characters, in normal form C.
///
/// Tabs and line ends become blanks; anything else that was taken out is shown as U+FFFD, so that the reader sees that
/// something was there.
#[derive(Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Clean(Box<str>);

impl Clean {
    /// Cleans `raw`. Text that is plain printable ASCII, nearly all of it, is only copied.
    #[must_use]
    pub fn new(raw: &str) -> Self {
        if raw.bytes().all(|byte| (0x20..0x7F).contains(&byte)) {
            return Self(raw.into());
        }
        let normal: Vec<char> = raw.nfc().collect();
        let mut out = String::with_capacity(raw.len());
        let mut marks = 0;
        for (at, &letter) in normal.iter().enumerate() {
            marks = if is_combining_mark(letter) { marks + 1 } else { 0 };
            if marks > MARKS_PER_LETTER {
                continue;
            }
            let before = at.checked_sub(1).and_then(|index| normal.get(index)).copied();
            out.push(safe(letter, before, normal.get(at + 1).copied()));
        }
        Self(out.into())
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The character to show for `letter`, given its neighbours.
fn safe(letter: char, before: Option<char>, after: Option<char>) -> char {
    match letter {
        '\t' | '\n' | '\r' | '\u{2028}' | '\u{2029}' => ' ',
        // The zero-width non-joiner is spelling in Persian (Faizabad, Jalalabad) and nothing elsewhere.
        '\u{200C}' if before.is_some_and(is_arabic) && after.is_some_and(is_arabic) => letter,
        // Joiners and variation selectors belong to emoji.
        '\u{200D}' | '\u{FE0F}' if before.is_some_and(is_emoji) => letter,
        '\u{00AD}'
        | '\u{061C}'
        | '\u{FEFF}'
        | '\u{FE0F}'
        | '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}'
        | '\u{E0000}'..='\u{E007F}' => REPLACEMENT,
        _ if letter.is_control() => REPLACEMENT,
        _ => letter,
    }
}

fn is_arabic(letter: char) -> bool {
    matches!(letter, '\u{0600}'..='\u{06FF}' | '\u{0750}'..='\u{077F}' | '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}')
}

fn is_emoji(letter: char) -> bool {
    matches!(letter, '\u{2600}'..='\u{27BF}' | '\u{1F000}'..='\u{1FAFF}' | '\u{FE0F}')
}

impl Deref for Clean {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl From<&str> for Clean {
    fn from(raw: &str) -> Self {
        Self::new(raw)
    }
}

impl From<String> for Clean {
    fn from(raw: String) -> Self {
        Self::new(&raw)
    }
}

impl fmt::Display for Clean {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.pad(&self.0)
    }
}

impl fmt::Debug for Clean {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&*self.0, out)
    }
}

impl<'de> Deserialize<'de> for Clean {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        /// Cleans text where it lies instead of copying it first: a data set has thousands of fields.
        struct Door;

        impl Visitor<'_> for Door {
            type Value = Clean;

            fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str("text")
            }

            fn visit_str<E: serde::de::Error>(self, raw: &str) -> Result<Clean, E> {
                Ok(Clean::new(raw))
            }
        }

        from.deserialize_str(Door)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn an_escape_sequence_loses_its_escape() {
        assert_eq!(Clean::new("a\u{1b}[31mb\u{9b}2J\u{7f}").as_str(), "a\u{FFFD}[31mb\u{FFFD}2J\u{FFFD}");
    }

    #[test]
    fn direction_overrides_are_shown_as_taken_out() {
        assert_eq!(Clean::new("abc\u{202e}def").as_str(), "abc\u{FFFD}def");
    }

    #[test]
    fn the_persian_non_joiner_stays_between_letters_only() {
        let faizabad = "فیض\u{200c}آباد";
        assert_eq!(Clean::new(faizabad).as_str(), faizabad);
        assert_eq!(Clean::new("a\u{200c}b").as_str(), "a\u{FFFD}b");
    }

    #[test]
    fn a_pile_of_marks_is_cut() {
        let pile = format!("a{}", "\u{0316}".repeat(50));
        assert_eq!(Clean::new(&pile).chars().count(), 1 + MARKS_PER_LETTER);
    }

    proptest! {
        #[test]
        fn cleaning_leaves_no_control_and_is_stable(raw in ".*") {
            let once = Clean::new(&raw);
            prop_assert!(!once.chars().any(char::is_control));
            prop_assert_eq!(Clean::new(&once), once);
        }
    }
}
