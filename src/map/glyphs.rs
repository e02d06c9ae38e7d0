//! The characters that a map is drawn in.

use crate::picture::{Dots, Joint, Weight};

use super::trace::Traces;
use super::viewport::CellAt;

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

    /// The dots of a cell in which a broken line shows. The gaps come round every four dots whichever way it runs.
    pub(super) fn dashes(self, at: CellAt) -> Dots {
        let dots = (0..self.rows).flat_map(|row| [(0, row), (1, row)]);
        let shown = dots.filter(|&(column, row)| {
            let (x, y) = (2 * at.x + i32::from(column), i32::from(self.rows) * at.y + i32::from(row));
            (x + 2 * y).rem_euclid(4) < 2
        });
        shown.fold(Dots::NONE, |dots, (column, row)| dots.with(self.dot(column, row)))
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

    /// What one draws in, in words.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Ascii => "ASCII",
            Self::Block => "blocks",
            Self::Braille => "Braille",
            Self::Octant => "octants",
        }
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

    /// The character that shows what borders leave in a cell, the outer border heavier than others, and the dots that it
    /// covers. In `dashes` the borders within show.
    pub(super) fn border(self, traces: Traces, dashes: Dots) -> (char, Dots) {
        if self == Self::Block {
            let weight = |side: usize| match 1 << side {
                bit if traces.outline.0 & bit != 0 => Weight::Heavy,
                bit if traces.inner.0 & bit != 0 => Weight::Light,
                _ => Weight::None,
            };
            return (Joint([0, 1, 2, 3].map(weight)).glyph(), Dots::ALL);
        }
        let dots = Dots(traces.outline.0).with(Dots(traces.inner.0).and(dashes));
        (self.glyph(dots), dots)
    }

    /// The sign of the front.
    pub(super) fn front(self) -> char {
        self.middle(&[0, 1]).unwrap_or('#')
    }

    /// The sign of the outline of a pocket: half of a thick line, for it is broken.
    pub(super) fn pocket(self) -> char {
        self.middle(&[0]).unwrap_or(':')
    }

    /// The middle dots of a cell in some columns; none if it has no dots.
    fn middle(self, columns: &[u8]) -> Option<char> {
        let grid = self.grid()?;
        let rows = if grid.rows == 4 { [1, 2] } else { [1, 1] };
        let dots = rows.into_iter().flat_map(|row| columns.iter().map(move |&column| grid.dot(column, row)));
        Some(self.glyph(dots.fold(Dots::NONE, Dots::with)))
    }

    /// The pattern of fallen ground, and in a part of the cells of ground in dispute.
    pub(super) fn pattern(self) -> char {
        match self {
            Self::Ascii => '.',
            // A quarter of a cell of blocks would be heavier than the borders.
            Self::Block => '\u{2591}',
            Self::Braille | Self::Octant => self.glyph(Dots::at(0, 0).with(Dots::at(1, 2))),
        }
    }

    /// The sign that stands for one of ASCII.
    pub(super) fn sign(self, ascii: char) -> char {
        match ascii {
            _ if self == Self::Ascii => ascii,
            'o' => '○',
            'x' => '●',
            'X' => '◆',
            '@' => '★',
            '/' => '╱',
            '\\' => '╲',
            '|' => '│',
            other => other,
        }
    }
}
