//! Leader lines: from a marker straight to a name for which there is no room beside it.

use super::price::Price;
use super::viewport::CellAt;

/// A leader line.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Leader {
    /// The marker.
    from: CellAt,
    /// How many cells it takes.
    length: i32,
    way: Direction,
}

/// A direction: columns and rows of a step, and the stroke that leads there, in ASCII.
type Direction = (i32, i32, char);

/// What a leader costs by its length in cells: more than any position beside the marker.
const PRICES: [Price; 3] = [80, 85, 90];

const WAYS: [Direction; 6] = [(1, -1, '/'), (1, 1, '\\'), (-1, -1, '\\'), (-1, 1, '/'), (0, -1, '|'), (0, 1, '|')];

impl Leader {
    /// The stroke that stands in each of its cells, in ASCII.
    pub(super) fn stroke(self) -> char {
        self.way.2
    }

    /// Its cells from the marker on.
    pub(super) fn cells(self) -> impl Iterator<Item = CellAt> {
        (1..=self.length).map(move |count| self.step(count))
    }

    /// The cell so many steps from the marker.
    fn step(self, count: i32) -> CellAt {
        let (x, y, _) = self.way;
        CellAt { x: self.from.x + count * x, y: self.from.y + count * y }
    }
}

/// The leaders of a marker, each with the cell in which a name of so many columns begins that it leads to, and its price.
pub(super) fn leaders(from: CellAt, width: i32) -> impl Iterator<Item = (Leader, CellAt, Price)> {
    (1..).zip(PRICES).flat_map(move |(length, price)| {
        WAYS.into_iter().map(move |way| {
            let leader = Leader { from, length, way };
            let end = leader.step(length + 1);
            let begin = match way.0 {
                1 => end.x,
                -1 => end.x - width + 1,
                _ => end.x - width / 2,
            };
            (leader, CellAt { x: begin, ..end }, price)
        })
    })
}
