//! A line cut into pieces, and how far strokes stand from it.

use super::PlanePoint;
use super::viewport::CellAt;

/// How far from the line a stroke may stand, in columns.
const BAND: f64 = 1.15;

/// A piece of the line with its neighbours.
pub(super) struct Near {
    /// The number of the piece.
    pub(super) piece: u16,
    /// The piece before, the piece itself, the piece after.
    around: [Option<Stretch>; 3],
    /// The way of the line about here, as a vector of length 1.
    way: (f64, f64),
}

impl Near {
    /// The pieces of a line; none of a line too long to be drawn.
    pub(super) fn all(line: &[PlanePoint]) -> impl Iterator<Item = Self> + '_ {
        let stretch = |piece: usize| line.get(piece).zip(line.get(piece + 1)).map(|(a, b)| Stretch::new(*a, *b));
        (0_u16..u16::MAX).zip(1..line.len()).map(move |(piece, next)| {
            let [a, b] = [next.saturating_sub(2), (next + 1).min(line.len() - 1)].map(|at| line[at]);
            let (x, y) = (b.x - a.x, b.y - a.y);
            let length = x.hypot(y).max(f64::MIN_POSITIVE);
            let around = [next.checked_sub(2).and_then(stretch), stretch(next - 1), stretch(next)];
            Self { piece, around, way: (x / length, y / length) }
        })
    }

    /// The first and the last cell that may hold a stroke near the piece.
    pub(super) fn bounds(&self) -> Option<[CellAt; 2]> {
        let [a, b] = self.around[1].as_ref()?.ends();
        let low = PlanePoint { x: a.x.min(b.x) - BAND - 0.75, y: a.y.min(b.y) - BAND - 2.0 };
        let high = PlanePoint { x: a.x.max(b.x) + BAND - 0.25, y: a.y.max(b.y) + BAND - 0.5 };
        Some([low.cell(), high.cell()])
    }

    /// The square of the distance to the piece before (0), the piece itself (1) or the one after (2).
    fn to(&self, which: usize, at: PlanePoint) -> f64 {
        self.around[which].as_ref().map_or(f64::INFINITY, |stretch| stretch.square(at))
    }

    /// Whether no stroke of the cell about this middle can be near: their middles are at most 1.12 columns off.
    pub(super) fn far(&self, middle: PlanePoint) -> bool {
        self.to(1, middle) > (BAND + 1.12) * (BAND + 1.12)
    }

    /// The square of the distance to the nearest of the three.
    pub(super) fn square(&self, at: PlanePoint) -> f64 {
        self.to(0, at).min(self.to(1, at)).min(self.to(2, at))
    }

    /// The square of the distance, if the position is near and no neighbouring piece is nearer.
    pub(super) fn owns(&self, at: PlanePoint) -> Option<f64> {
        let own = self.to(1, at);
        (own <= BAND * BAND && own < self.to(0, at) && own <= self.to(2, at)).then_some(own)
    }

    /// Whether a way goes along the line, or at least not against it.
    pub(super) fn forward(&self, (x, y): (f64, f64), length: f64) -> bool {
        x * self.way.0 + y * self.way.1 >= -0.1 * length
    }
}

/// A straight stretch of the line.
struct Stretch {
    from: PlanePoint,
    way: (f64, f64),
    /// One over the square of its length; 0 for a stretch without length.
    inverse: f64,
}

impl Stretch {
    fn new(from: PlanePoint, to: PlanePoint) -> Self {
        let way = (to.x - from.x, to.y - from.y);
        let square = way.0 * way.0 + way.1 * way.1;
        Self { from, way, inverse: if square > 0.0 { 1.0 / square } else { 0.0 } }
    }

    fn ends(&self) -> [PlanePoint; 2] {
        [self.from, PlanePoint { x: self.from.x + self.way.0, y: self.from.y + self.way.1 }]
    }

    /// The square of the distance from a position.
    fn square(&self, at: PlanePoint) -> f64 {
        let (x, y) = (at.x - self.from.x, at.y - self.from.y);
        let along = ((x * self.way.0 + y * self.way.1) * self.inverse).clamp(0.0, 1.0);
        let (x, y) = (x - along * self.way.0, y - along * self.way.1);
        x * x + y * y
    }
}
