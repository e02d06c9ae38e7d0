//! A string that cannot drive a terminal.

use std::fmt;
use std::ops::Deref;

use ecow::EcoString;
use serde::de::Visitor;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use unicode_width::UnicodeWidthChar;

use super::measure::is_plain;

/// What a character that must not reach a terminal is replaced by.
const REPLACEMENT: char = '\u{FFFD}';

/// Asks for the coloured form of an emoji.
const SELECTOR: char = '\u{FE0F}';

/// Marks that one letter may carry; more are a pile that would leave its cell.
const MARKS_PER_LETTER: usize = 8;

/// A string without control characters, direction overrides, invisible characters and piles of marks, in normal form C.
///
/// Tabs and line ends become blanks; anything else that was taken out is shown as U+FFFD, so that the reader sees that
/// something was there. Of a pile of marks the first eight stay, and one U+FFFD stands for the rest.
#[derive(Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Clean(EcoString);

impl Clean {
    /// Cleans `raw`. Nearly all text is plain printable ASCII, and most of the rest common letters: that is only copied.
    #[must_use]
    pub fn new(raw: &str) -> Self {
        if is_plain(raw) || raw.chars().all(is_common) { Self(raw.into()) } else { Self::cleaned(raw) }
    }

    /// Cleans text letter by letter.
    #[cold]
    fn cleaned(raw: &str) -> Self {
        let normal: Vec<char> = raw.nfc().collect();
        let mut out = EcoString::with_capacity(raw.len());
        // A mark at the very beginning would land on whatever stands before the text.
        let mut marks = MARKS_PER_LETTER;
        for (at, &letter) in normal.iter().enumerate() {
            let letter = safe(letter, out.chars().next_back(), normal.get(at.saturating_add(1)).copied());
            marks = if is_combining_mark(letter) { marks.saturating_add(1) } else { 0 };
            match marks.checked_sub(MARKS_PER_LETTER) {
                None | Some(0) => out.push(letter),
                Some(1) => out.push(REPLACEMENT),
                Some(_) => {}
            }
        }
        Self(out)
    }

    /// How many characters of `raw` would be taken out.
    #[must_use]
    pub fn taken_out(raw: &str) -> usize {
        let count = |text: &str| text.chars().filter(|&letter| letter == REPLACEMENT).count();
        count(&Self::new(raw)).saturating_sub(count(raw))
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Whether a character stays as it is among others of its kind: printable ASCII and the letters of Latin, with marks or
/// without, and of Arabic and Persian.
fn is_common(letter: char) -> bool {
    matches!(letter, ' '..='~' | '\u{00C0}'..='\u{017F}' | '\u{0621}'..='\u{063A}' | '\u{0641}'..='\u{064A}' | '\u{0671}'..='\u{06D3}')
}

/// The character to show for `letter`, given its neighbours.
fn safe(letter: char, before: Option<char>, after: Option<char>) -> char {
    match letter {
        '\t' | '\n' | '\r' | '\u{2028}' | '\u{2029}' => ' ',
        // The zero-width non-joiner is spelling in Persian (Faizabad, Jalalabad) and nothing elsewhere.
        '\u{200C}' if before.is_some_and(is_arabic) && after.is_some_and(is_arabic) => letter,
        // The joiner and the variation selector belong to emoji, the joiner between two of them.
        '\u{200D}'
            if before.is_some_and(|letter| letter == SELECTOR || is_emoji(letter)) && after.is_some_and(is_emoji) =>
        {
            letter
        }
        SELECTOR if before.is_some_and(is_emoji) => letter,
        _ if letter.is_control() || is_invisible(letter) => REPLACEMENT,
        _ => letter,
    }
}

/// Whether a character takes no room and is no mark on another: directions, joiners, fillers, selectors, tags; or is none.
fn is_invisible(letter: char) -> bool {
    match letter {
        '\u{00AD}'
        | '\u{034F}'
        | '\u{115F}'..='\u{1160}'
        | '\u{17B4}'..='\u{17B5}'
        | '\u{180B}'..='\u{180F}'
        | '\u{3164}'
        | '\u{FFA0}'
        | '\u{FDD0}'..='\u{FDEF}'
        | '\u{FE00}'..='\u{FE0F}'
        | '\u{FFF9}'..='\u{FFFB}'
        | '\u{E0000}'..='\u{E0FFF}' => true,
        // What Unicode says never to exchange; some formats, XML among them, refuse it.
        _ if u32::from(letter) & 0xFFFE == 0xFFFE => true,
        _ => letter.width() == Some(0) && !is_combining_mark(letter),
    }
}

fn is_arabic(letter: char) -> bool {
    matches!(letter, '\u{0606}'..='\u{061B}' | '\u{061D}'..='\u{06FF}' | '\u{0750}'..='\u{077F}' | '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}')
}

fn is_emoji(letter: char) -> bool {
    matches!(letter, '\u{2600}'..='\u{27BF}' | '\u{1F000}'..='\u{1FAFF}')
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

impl Serialize for Clean {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self)
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
    fn common_letters_stay_as_they_are_whatever_stands_beside_them() {
        let common: Vec<char> = (' '..='\u{FFFF}').filter(|&letter| is_common(letter)).collect();
        for &beside in &common {
            let pairs: String = common.iter().flat_map(|&letter| [letter, beside]).collect();
            assert_eq!(Clean::cleaned(&pairs).as_str(), pairs, "{beside:?}");
        }
    }

    #[test]
    fn emoji_stay_whole_and_their_joiners_go_elsewhere() {
        for whole in ["\u{1F468}\u{200D}\u{1F33E}", "\u{2764}\u{FE0F}\u{200D}\u{1F525}", "\u{1F44B}\u{1F3FD}"] {
            assert_eq!(Clean::new(whole).as_str(), whole);
        }
        assert_eq!(Clean::new("\u{1F468}\u{200D}").as_str(), "\u{1F468}\u{FFFD}");
        assert_eq!(Clean::new("a\u{200D}b\u{FE0F}").as_str(), "a\u{FFFD}b\u{FFFD}");
    }

    #[test]
    fn what_cannot_be_seen_is_shown_as_taken_out() {
        let invisible = [
            0x00AD,
            0x034F,
            0x061C,
            0x115F,
            0x17B4,
            0x180B,
            0x180E,
            0x200B,
            0x200C,
            0x200E,
            0x200F,
            0x202A,
            0x202E,
            0x2060,
            0x2064,
            0x2066,
            0x2069,
            0x206F,
            0x3164,
            0xFE00,
            0xFEFF,
            0xFFA0,
            0xFFF9,
            0xE0001,
            0xE007F,
            0xE0100,
            0x1D173,
            0xFDD0,
            0xFFFE,
            0xFFFF,
            0x0010_FFFF,
        ];
        for letter in invisible.into_iter().filter_map(char::from_u32) {
            let raw = format!("a{letter}b");
            assert_eq!(Clean::new(&raw).as_str(), "a\u{FFFD}b", "{letter:?}");
            assert_eq!(Clean::taken_out(&raw), 1);
        }
        assert_eq!(Clean::taken_out("caf\u{e9} \u{641}\u{200c}\u{622} \u{FFFD}\tb\n"), 0);
    }

    #[test]
    fn a_pile_of_marks_is_cut() {
        let pile = format!("a{}b", "\u{0316}".repeat(50));
        let cut = format!("a{}\u{FFFD}b", "\u{0316}".repeat(MARKS_PER_LETTER));
        assert_eq!(Clean::new(&pile).as_str(), cut);
        assert_eq!(Clean::new("\u{0301}a").as_str(), "\u{FFFD}a", "a mark needs a letter");
    }

    /// Text of nearly nothing but what is suspicious.
    fn suspicious() -> impl Strategy<Value = String> {
        let letters = prop_oneof![
            Just('a'),
            Just('\u{1F468}'),
            prop::char::range('\u{0}', '\u{20}'),
            prop::char::range('\u{7f}', '\u{a0}'),
            prop::char::range('\u{300}', '\u{36f}'),
            prop::char::range('\u{600}', '\u{6ff}'),
            prop::char::range('\u{1100}', '\u{11ff}'),
            prop::char::range('\u{2000}', '\u{206f}'),
            prop::char::range('\u{fe00}', '\u{feff}'),
            prop::char::range('\u{e0000}', '\u{e01ef}'),
            any::<char>(),
        ];
        prop::collection::vec(letters, 0..40).prop_map(|letters| letters.into_iter().collect())
    }

    proptest! {
        #[test]
        fn cleaning_is_thorough_and_stable(raw in suspicious()) {
            let once = Clean::new(&raw);
            let letters: Vec<char> = once.chars().collect();
            for (at, &letter) in letters.iter().enumerate() {
                let kept = matches!(letter, '\u{200C}' | '\u{200D}' | '\u{FE0F}');
                prop_assert!(!letter.is_control() && (kept || !is_invisible(letter)), "{letter:?} at {at} of {once:?}");
            }
            prop_assert!(letters.first().is_none_or(|&letter| !is_combining_mark(letter)));
            let longest = letters.split(|&letter| !is_combining_mark(letter)).map(<[char]>::len).max();
            prop_assert!(longest <= Some(MARKS_PER_LETTER), "{once:?}");
            prop_assert_eq!(Clean::new(&once), once);
        }
    }
}
