//! A line cut into pieces, and how far strokes stand from it.

use super::PlanePoint;
use super::viewport::CellAt;

/// How far from the line a stroke may stand, in columns.
const BAND: f32 = 1.15;

/// How many positions of a cell are measured at once.
const TOGETHER: usize = 8;

/// Squares of the distances of some positions from something.
pub(super) type Squares = [f32; TOGETHER];

/// Up to eight positions in a cell, from its upper left corner: a processor measures several at once.
#[derive(Default)]
pub(super) struct Positions {
    x: [f32; TOGETHER],
    y: [f32; TOGETHER],
    count: usize,
}

impl Positions {
    /// The number of a position, which is taken up if it is new.
    ///
    /// # Panics
    /// At the ninth position; the strokes of the lattice have eight middles and eight ends.
    pub(super) fn number(&mut self, at: PlanePoint) -> usize {
        let (x, y) = (narrow(at.x), narrow(at.y));
        let same = |&index: &usize| self.x[index].total_cmp(&x).is_eq() && self.y[index].total_cmp(&y).is_eq();
        (0..self.count).find(same).unwrap_or_else(|| {
            (self.x[self.count], self.y[self.count]) = (x, y);
            self.count += 1;
            self.count - 1
        })
    }
}

/// A piece of the line with its neighbours.
pub(super) struct Near {
    /// The number of the piece.
    pub(super) piece: u16,
    before: Option<Stretch>,
    own: Stretch,
    after: Option<Stretch>,
    /// The way of the line about here, as a vector of length 1.
    way: (f32, f32),
}

impl Near {
    /// The pieces of a line; none of a line too long to be drawn.
    pub(super) fn all(line: &[PlanePoint]) -> impl Iterator<Item = Self> + '_ {
        let stretch = |piece: usize| line.get(piece).zip(line.get(piece + 1)).map(|(a, b)| Stretch::new(*a, *b));
        (0_u16..u16::MAX).zip(1..line.len()).map(move |(piece, next)| {
            let [a, b] = [next.saturating_sub(2), (next + 1).min(line.len() - 1)].map(|at| line[at]);
            let (x, y) = (b.x - a.x, b.y - a.y);
            let length = (x * x + y * y).sqrt().max(f64::MIN_POSITIVE);
            let before = next.checked_sub(2).and_then(stretch);
            let own = Stretch::new(line[next - 1], line[next]);
            let way = (narrow(x / length), narrow(y / length));
            Self { piece, before, own, after: stretch(next), way }
        })
    }

    /// The first and the last cell that may hold the middle of a stroke near the piece: middles lie from a quarter to
    /// three quarters across a cell, and from a quarter down to its lower edge.
    pub(super) fn bounds(&self) -> [CellAt; 2] {
        let [a, b] = self.own.ends();
        let band = f64::from(BAND);
        let low = PlanePoint { x: a.x.min(b.x) - band + 0.25, y: a.y.min(b.y) - band };
        let high = PlanePoint { x: a.x.max(b.x) + band - 0.25, y: a.y.max(b.y) + band - 0.5 };
        [low.cell(), high.cell()]
    }

    /// Of the positions in the cell with this corner, the squares of the distances of those that are near and that no
    /// neighbouring piece is nearer to, infinite for the others; none if no position is near.
    pub(super) fn owned(&self, corner: PlanePoint, positions: &Positions) -> Option<Squares> {
        let mut own = self.own.squares(corner, positions);
        if own.iter().all(|&square| square > BAND * BAND) {
            return None;
        }
        let [before, after] = [&self.before, &self.after].map(|stretch| squares(stretch.as_ref(), corner, positions));
        for (own, (before, after)) in own.iter_mut().zip(before.into_iter().zip(after)) {
            if !(*own <= BAND * BAND && *own < before && *own <= after) {
                *own = f32::INFINITY;
            }
        }
        Some(own)
    }

    /// The squares of the distances to the nearest of the three pieces, for positions in the cell with this corner.
    pub(super) fn squares(&self, corner: PlanePoint, positions: &Positions) -> Squares {
        let mut least = self.own.squares(corner, positions);
        for stretch in [&self.before, &self.after].into_iter().flatten() {
            for (least, square) in least.iter_mut().zip(stretch.squares(corner, positions)) {
                *least = if square < *least { square } else { *least };
            }
        }
        least
    }

    /// How far a way goes along the line; against it is less than zero.
    pub(super) fn along(&self, (x, y): (f32, f32)) -> f32 {
        x * self.way.0 + y * self.way.1
    }
}

/// The squares of the distances from a stretch; infinite if there is none.
fn squares(stretch: Option<&Stretch>, corner: PlanePoint, positions: &Positions) -> Squares {
    stretch.map_or([f32::INFINITY; TOGETHER], |stretch| stretch.squares(corner, positions))
}

/// A straight stretch of the line.
struct Stretch {
    from: PlanePoint,
    way: (f64, f64),
    /// One over the square of its length; 0 for a stretch without length.
    inverse: f32,
}

impl Stretch {
    fn new(from: PlanePoint, to: PlanePoint) -> Self {
        let way = (to.x - from.x, to.y - from.y);
        let square = way.0 * way.0 + way.1 * way.1;
        Self { from, way, inverse: if square > 0.0 { narrow(1.0 / square) } else { 0.0 } }
    }

    fn ends(&self) -> [PlanePoint; 2] {
        [self.from, PlanePoint { x: self.from.x + self.way.0, y: self.from.y + self.way.1 }]
    }

    /// The squares of the distances from positions in the cell with this corner.
    fn squares(&self, corner: PlanePoint, positions: &Positions) -> Squares {
        let (left, top) = (narrow(corner.x - self.from.x), narrow(corner.y - self.from.y));
        let (across, down) = (narrow(self.way.0), narrow(self.way.1));
        let mut squares = [0.0; TOGETHER];
        for ((square, x), y) in squares.iter_mut().zip(&positions.x).zip(&positions.y) {
            let (x, y) = (left + x, top + y);
            let along = ((x * across + y * down) * self.inverse).clamp(0.0, 1.0);
            let (x, y) = (x - along * across, y - along * down);
            *square = x * x + y * y;
        }
        squares
    }
}

/// A measure in single precision.
#[expect(clippy::cast_possible_truncation, reason = "costs are small and need no more than single precision")]
pub(super) fn narrow(cost: f64) -> f32 {
    cost as f32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_position_belongs_to_the_nearest_piece_alone() {
        let line = [0.0, 1.0, 2.0, 3.0].map(|x| PlanePoint { x, y: 1.0 });
        let mut positions = Positions::default();
        let middle = positions.number(PlanePoint { x: 0.5, y: 1.5 });
        let owners: Vec<u16> = Near::all(&line)
            .filter(|near| {
                let owned = near.owned(PlanePoint { x: 1.0, y: 0.0 }, &positions);
                owned.is_some_and(|squares| (squares[middle] - 0.25).abs() < 1e-6)
            })
            .map(|near| near.piece)
            .collect();
        assert_eq!(owners, [1]);
        let far = PlanePoint { x: 1.0, y: 4.0 };
        assert!(Near::all(&line).all(|near| near.owned(far, &positions).is_none()));
    }
}
