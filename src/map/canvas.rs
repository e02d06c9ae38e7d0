//! A picture being painted, with what stands in each cell as far as its neighbours care: the front looks for the front,
//! what is left of a border for other lines, the pattern of the ground for room.

use crate::picture::{Cell, Ink, Picture, Wash};

use super::viewport::CellAt;

/// What stands in a cell: a bit each, so that several kinds are looked for at once.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) struct Kind(u8);

impl Kind {
    /// A letter, a marker, anything that no neighbour looks for.
    pub(super) const OTHER: Self = Self(0);
    /// Room for the pattern of the ground: nothing, not even a blank between words, or a sign of high ground.
    pub(super) const ROOM: Self = Self(1);
    /// The pattern of the ground.
    pub(super) const FILL: Self = Self(1 << 1);
    /// The border between two regions of one holder.
    pub(super) const BORDER: Self = Self(1 << 2);
    /// The outer border.
    pub(super) const OUTLINE: Self = Self(1 << 3);
    /// The outline of a pocket.
    pub(super) const POCKET: Self = Self(1 << 4);
    /// The front.
    pub(super) const FRONT: Self = Self(1 << 5);
    /// What is drawn thick in dots.
    pub(super) const HEAVY: Self = Self(Self::POCKET.0 | Self::FRONT.0);
    /// A line that is not the front.
    pub(super) const QUIET: Self = Self(Self::BORDER.0 | Self::OUTLINE.0 | Self::POCKET.0);
    /// Any line.
    pub(super) const LINE: Self = Self(Self::QUIET.0 | Self::FRONT.0);

    /// What a character stands for.
    fn of(glyph: char, ink: Ink) -> Self {
        match ink {
            Ink::Plain if glyph == ' ' => Self::ROOM,
            Ink::Relief => Self::ROOM,
            Ink::Fill(_) | Ink::FillDisputed => Self::FILL,
            Ink::Border => Self::BORDER,
            Ink::Outline => Self::OUTLINE,
            Ink::Pocket(_) => Self::POCKET,
            Ink::Front | Ink::FrontToday => Self::FRONT,
            _ => Self::OTHER,
        }
    }

    /// Whether it is one of some kinds.
    pub(super) fn is(self, kinds: Self) -> bool {
        self.0 & kinds.0 != 0
    }
}

/// The eight cells around a cell, in turn.
const IN_TURN: [(i32, i32); 8] = [(-1, -1), (0, -1), (1, -1), (1, 0), (1, 1), (0, 1), (-1, 1), (-1, 0)];

/// The eight cells around a cell, in turn.
pub(super) fn around(at: CellAt) -> [CellAt; 8] {
    IN_TURN.map(|(x, y)| CellAt { x: at.x + x, y: at.y + y })
}

/// A picture with the kinds of its cells.
#[derive(Clone, Debug)]
pub(super) struct Canvas {
    picture: Picture,
    /// Row by row, with a cell to spare on every side, so that each cell has eight around it.
    kinds: Vec<Kind>,
}

impl Canvas {
    /// A picture to be painted on.
    pub(super) fn new(picture: Picture) -> Self {
        let (width, height) = (usize::from(picture.width()), usize::from(picture.height()));
        let mut kinds = vec![Kind::OTHER; (width + 2) * (height + 2)];
        for y in 0..picture.height() {
            let own = &mut kinds[(usize::from(y) + 1) * (width + 2) + 1..][..width];
            for (kind, cell) in own.iter_mut().zip(picture.row(y)) {
                // Most cells are.
                *kind = if *cell == Cell::BLANK { Kind::ROOM } else { Kind::of(cell.glyph, cell.ink()) };
            }
        }
        Self { picture, kinds }
    }

    /// The picture as it was painted.
    pub(super) fn into_picture(self) -> Picture {
        self.picture
    }

    /// What is seen in a cell.
    pub(super) fn cell(&self, at: CellAt) -> Option<Cell> {
        self.picture.cell(at.x, at.y)
    }

    /// The cells from row to row, with those to spare.
    fn stride(&self) -> usize {
        usize::from(self.picture.width()) + 2
    }

    /// The number of a cell among the kinds; none outside of the picture.
    fn index(&self, at: CellAt) -> Option<usize> {
        let (x, y) = (usize::try_from(at.x).ok()?, usize::try_from(at.y).ok()?);
        let inside = x < self.picture.width().into() && y < self.picture.height().into();
        inside.then(|| (y + 1) * self.stride() + x + 1)
    }

    /// What stands in a cell.
    pub(super) fn kind(&self, at: CellAt) -> Kind {
        self.index(at).map_or(Kind::OTHER, |index| self.kinds[index])
    }

    /// Which of the eight cells around one are of some kinds: a bit each, in turn, from the upper left one on.
    pub(super) fn ring(&self, at: CellAt, kinds: Kind) -> u8 {
        let Some(index) = self.index(at) else { return 0 };
        let row = |start: usize| self.kinds[start..].first_chunk().copied().unwrap_or([Kind::OTHER; 3]);
        let [above, own, below] = [index - 1 - self.stride(), index - 1, index - 1 + self.stride()].map(row);
        let around = [above[0], above[1], above[2], own[2], below[2], below[1], below[0], own[0]];
        around.iter().rev().fold(0, |ring, kind| ring << 1 | u8::from(kind.is(kinds)))
    }

    /// Sets a character and its role; the ground stays.
    pub(super) fn put(&mut self, at: CellAt, glyph: char, ink: Ink) {
        if let Some(index) = self.index(at) {
            self.kinds[index] = Kind::of(glyph, ink);
            self.picture.put(at.x, at.y, glyph, ink);
        }
    }

    /// Gives what stands in a cell another role of the same kind.
    pub(super) fn ink(&mut self, at: CellAt, ink: Ink) {
        if let Some(cell) = self.picture.cell_mut(at.x, at.y) {
            cell.set_ink(ink);
        }
    }

    /// Takes away what stands in a cell.
    pub(super) fn clear(&mut self, at: CellAt) {
        self.put(at, ' ', Ink::Plain);
    }

    /// Sets the ground of a cell; the character stays.
    pub(super) fn wash(&mut self, at: CellAt, wash: Wash) {
        self.picture.wash(at.x, at.y, wash);
    }

    /// Writes a text from a cell on.
    pub(super) fn write(&mut self, at: CellAt, text: &str, ink: Ink) {
        let end = self.picture.write(at.x, at.y, text, ink);
        let width = i32::from(self.picture.width());
        let columns = end.clamp(0, width) - at.x.clamp(0, width);
        if let Some(from) = self.index(CellAt { x: at.x.max(0), ..at }) {
            let columns = usize::try_from(columns).unwrap_or(0);
            self.kinds[from..from + columns].fill(Kind::OTHER);
        }
    }

    /// The cells of a stretch of a row, from a column up to another, and what stands in them and in the one before and
    /// the one behind.
    pub(super) fn stretch(&mut self, y: u16, from: u16, to: u16) -> (&mut [Cell], &mut [Kind]) {
        let start = (usize::from(y) + 1) * self.stride();
        let kinds = &mut self.kinds[start + usize::from(from)..start + usize::from(to) + 2];
        (&mut self.picture.row_mut(y)[from.into()..to.into()], kinds)
    }
}
