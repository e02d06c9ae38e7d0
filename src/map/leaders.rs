//! Leader lines: from a marker straight to a name for which there is no room beside it.

use super::viewport::CellAt;

/// A leader line: its cells from the marker on, and the stroke that stands in each.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Leader {
    /// The cells; none if the name stands beside its marker.
    pub(super) cells: Vec<CellAt>,
    /// The stroke, in ASCII.
    pub(super) stroke: char,
}

/// How many cells a leader may take.
const LONGEST: i32 = 3;

/// The directions with their strokes: columns and rows of a step.
const WAYS: [(i32, i32, char); 6] =
    [(1, -1, '/'), (1, 1, '\\'), (-1, -1, '\\'), (-1, 1, '/'), (0, -1, '|'), (0, 1, '|')];

/// The leaders of a marker, each with the cell in which a name of so many columns begins that it leads to, and its price:
/// more than for any place beside the marker.
pub(super) fn leaders(spot: CellAt, width: i32) -> impl Iterator<Item = (Leader, CellAt, f64)> {
    let lengths = (1..=LONGEST).zip([8.0, 8.5, 9.0]);
    lengths.flat_map(move |(length, price)| {
        WAYS.into_iter().map(move |(x, y, stroke)| {
            let step = |count: i32| CellAt { x: spot.x + count * x, y: spot.y + count * y };
            let end = step(length + 1);
            let from = match x {
                1 => end.x,
                -1 => end.x - width + 1,
                _ => end.x - width / 2,
            };
            (Leader { cells: (1..=length).map(step).collect(), stroke }, CellAt { x: from, ..end }, price)
        })
    })
}
