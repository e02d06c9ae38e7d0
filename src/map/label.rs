//! The name of a place on the map: where it stands, its letters, its leader line.

use crate::text;

use super::leaders::Leader;
use super::viewport::CellAt;

/// The columns that a text takes.
pub(super) fn columns_of(text: &str) -> i32 {
    i32::try_from(text::width(text)).unwrap_or(i32::MAX / 4)
}

/// Where a name stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Stand {
    /// The cell of its first letter.
    pub(super) at: CellAt,
    /// The columns that it takes.
    pub(super) width: i32,
    /// Whether it stands left of its marker: then a mark of doubt takes the blank between them.
    pub(super) left: bool,
    /// The line from its marker, if it stands apart from it.
    pub(super) leader: Option<Leader>,
}

impl Stand {
    /// The column behind its last letter.
    pub(super) fn end(&self) -> i32 {
        self.at.x + self.width
    }

    /// The column behind all that it takes: the cell that is kept for a mark of doubt is its own unless it is the blank
    /// between name and marker.
    pub(super) fn kept(&self) -> i32 {
        self.end() + i32::from(!self.left)
    }

    /// The cells of its leader line.
    pub(super) fn led(&self) -> impl Iterator<Item = CellAt> + use<> {
        self.leader.into_iter().flat_map(Leader::cells)
    }

    /// All that it takes, as stretches of rows: the row, the first column and the last.
    pub(super) fn stretches(&self) -> impl Iterator<Item = (i32, i32, i32)> + use<> {
        let text = (self.at.y, self.at.x, self.kept() - 1);
        std::iter::once(text).chain(self.led().map(|at| (at.y, at.x, at.x)))
    }

    /// Whether it takes a cell.
    pub(super) fn holds(&self, at: CellAt) -> bool {
        self.stretches().any(|(y, first, last)| y == at.y && (first..=last).contains(&at.x))
    }

    /// Whether it takes a cell of another one, or leaves no blank between them.
    pub(super) fn meets(&self, other: &Self) -> bool {
        let beside = |(y, first, last)| move |(row, from, to)| y == row && from <= last + 1 && first <= to + 1;
        self.stretches().any(|own| other.stretches().any(beside(own)))
    }

    /// Whether one of its letters stands in a cell.
    pub(super) fn covers(&self, at: CellAt) -> bool {
        at.y == self.at.y && (self.at.x..self.end()).contains(&at.x)
    }

    /// The cells beside its first and its last letter.
    pub(super) fn sides(&self) -> [CellAt; 2] {
        [self.at.x - 1, self.end()].map(|x| CellAt { x, y: self.at.y })
    }

    /// The cells around it, two to each side and one above and below.
    pub(super) fn around(&self) -> impl Iterator<Item = CellAt> + use<> {
        let (at, end) = (self.at, self.end());
        (at.y - 1..=at.y + 1).flat_map(move |y| (at.x - 2..=end + 1).map(move |x| CellAt { x, y }))
    }

    /// The cell between it and its marker, if they stand in one row.
    pub(super) fn between(&self, marker: CellAt) -> Option<CellAt> {
        let x = if self.left { marker.x - 1 } else { marker.x + 1 };
        (marker.y == self.at.y).then_some(CellAt { x, y: marker.y })
    }

    /// The cell of the mark of doubt.
    pub(super) fn mark(&self) -> CellAt {
        CellAt { x: self.end(), y: self.at.y }
    }
}

/// A name on the map.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Label {
    /// Where it stands.
    pub(super) stand: Stand,
    /// The name, its short form or its code.
    pub(super) text: String,
    /// The cells around it through which a border between regions runs: a name may leave single strokes of it.
    pub(super) borders: Vec<CellAt>,
}
