//! The name of a place on the map: its letters, its leader line, and the cells that they take.

use super::leaders::Leader;
use super::viewport::CellAt;

/// A name on the map.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Label {
    /// The cell of its first letter.
    pub(super) at: CellAt,
    /// The name, its short form or its code.
    pub(super) text: String,
    /// The columns that it takes.
    pub(super) width: i32,
    /// Whether it stands left of its marker: then a mark of doubt takes the blank between them.
    pub(super) left: bool,
    /// The line from its marker, if it stands apart from it.
    pub(super) leader: Leader,
}

impl Label {
    /// Its cells, with the one that is kept for a mark of doubt unless that stands between name and marker.
    pub(super) fn cells(&self) -> impl Iterator<Item = CellAt> + use<> {
        let (from, y) = (self.at.x, self.at.y);
        (from..from + self.width + i32::from(!self.left)).map(move |x| CellAt { x, y })
    }

    /// All that it takes, as stretches of rows: the row, the first column and the last.
    pub(super) fn stretches(&self) -> impl Iterator<Item = (i32, i32, i32)> + '_ {
        let text = (self.at.y, self.at.x, self.at.x + self.width - i32::from(self.left));
        [text].into_iter().chain(self.leader.cells.iter().map(|at| (at.y, at.x, at.x)))
    }

    /// Whether one of its letters stands in a cell.
    pub(super) fn covers(&self, at: CellAt) -> bool {
        at.y == self.at.y && (self.at.x..self.at.x + self.width).contains(&at.x)
    }

    /// The cells beside its first and its last letter.
    pub(super) fn sides(&self) -> [CellAt; 2] {
        [self.at.x - 1, self.at.x + self.width].map(|x| CellAt { x, y: self.at.y })
    }

    /// The cells around it, two to each side and one above and below.
    pub(super) fn around(&self) -> impl Iterator<Item = CellAt> + use<> {
        let Self { at, width, .. } = *self;
        (at.y - 1..=at.y + 1).flat_map(move |y| (at.x - 2..=at.x + width + 1).map(move |x| CellAt { x, y }))
    }

    /// The cell between it and its marker, if they stand in one row.
    pub(super) fn between(&self, marker: CellAt) -> Option<CellAt> {
        let x = if self.left { marker.x - 1 } else { marker.x + 1 };
        (marker.y == self.at.y).then_some(CellAt { x, y: marker.y })
    }

    /// The cell of the mark of doubt.
    pub(super) fn mark(&self) -> CellAt {
        CellAt { x: self.at.x + self.width, y: self.at.y }
    }
}
