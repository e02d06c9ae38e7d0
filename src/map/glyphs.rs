//! The characters that a map is drawn in.

use crate::picture::Dots;

/// A set of characters. All but the first part a cell into dots, which not every font has.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum GlyphSet {
    /// 7-bit ASCII: borders are routed over its strokes.
    #[default]
    Ascii,
    /// Half blocks and quadrants: 2 × 2 dots a cell, in every font.
    Block,
    /// Braille: 2 × 4 round dots.
    Braille,
    /// The octants of Unicode 16: 2 × 4 dots without gaps.
    Octant,
}

/// How the cells of a set are parted: always into two columns, into so many rows.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Grid {
    /// Two or four.
    pub(super) rows: u8,
}

impl Grid {
    /// The dot in a column and a row; two of the eight if there are but two rows.
    pub(super) fn dot(self, column: u8, row: u8) -> Dots {
        if self.rows == 4 {
            Dots::at(column, row)
        } else {
            Dots::at(column, 2 * row).with(Dots::at(column, 2 * row + 1))
        }
    }

    /// How many dots make a line about a column thick: across, down.
    pub(super) fn thick(self) -> (i32, i32) {
        (2, i32::from(self.rows) / 2)
    }
}

impl GlyphSet {
    /// All sets with their names, in the order in which a key goes through them.
    pub const NAMES: [(Self, &'static str); 4] =
        [(Self::Ascii, "ascii"), (Self::Block, "block"), (Self::Braille, "braille"), (Self::Octant, "octant")];

    /// The set of a name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::NAMES.into_iter().find(|(_, known)| *known == name).map(|(set, _)| set)
    }

    /// The set after this one.
    #[must_use]
    pub fn next(self) -> Self {
        let at = Self::NAMES.iter().position(|(set, _)| *set == self).unwrap_or(0);
        Self::NAMES[(at + 1) % Self::NAMES.len()].0
    }

    /// How it parts a cell; none if it draws in strokes.
    pub(super) fn grid(self) -> Option<Grid> {
        match self {
            Self::Ascii => None,
            Self::Block => Some(Grid { rows: 2 }),
            Self::Braille | Self::Octant => Some(Grid { rows: 4 }),
        }
    }

    /// The character that shows dots.
    pub(super) fn glyph(self, dots: Dots) -> char {
        if self == Self::Braille { dots.braille() } else { dots.blocks() }
    }

    /// The sign that stands for one of ASCII.
    pub(super) fn sign(self, ascii: char) -> char {
        match ascii {
            _ if self == Self::Ascii => ascii,
            'o' => '○',
            'x' => '●',
            'X' => '◆',
            '@' => '★',
            other => other,
        }
    }
}
