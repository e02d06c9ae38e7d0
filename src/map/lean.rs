//! What strokes cost beside a straight line of any direction.

use std::sync::LazyLock;

use super::lattice::{Port, Stroke, Strokes};
use super::viewport::CellAt;
use super::way::{Way, narrow};

/// How many middles strokes have in a cell.
pub(super) const MIDDLES: usize = 8;

/// How many directions are told apart.
const DIRECTIONS: u8 = 64;

/// What a stroke may cost by itself: a dearer one is not considered. So no stroke stands farther than 0.83 columns from the
/// line, nor straight across it. (With 1.6 one stroke in 28 is another one, over 120 views; over 180 maps 0.48 % of the
/// ends are loose instead of 0.50 %, and a view costs a twentieth more.)
pub(super) const DEAREST: f32 = 1.25;

/// How far from the line a stroke of one column that does not lean may stand, in columns: farther off it would be too dear.
pub(super) const BAND: f32 = 0.83;

/// What a column of a stroke costs for every square column that lies between it and the line.
const DISTANCE: f32 = 1.6;

/// What a column of a stroke costs.
const LENGTH: f32 = 0.15;

/// What strokes cost whose middles stand on a line of one direction.
pub(super) struct Lean {
    /// The strokes that go along the line, or at least not against it, and that are not too dear.
    pub(super) strokes: Strokes,
    /// What each costs.
    pub(super) prices: [f32; Stroke::ROOM],
}

/// The measures of all strokes, always the same.
pub(super) struct Leans {
    /// The middles of strokes, across and down from the upper left corner of the cell.
    pub(super) middles: [[f32; MIDDLES]; 2],
    /// By stroke, the number of its middle.
    pub(super) middle: [usize; Stroke::ROOM],
    /// By middle, the strokes that have it.
    pub(super) at: [Strokes; MIDDLES],
    /// By stroke, what it costs more for every square column from the line.
    pub(super) rates: [f32; Stroke::ROOM],
    /// By direction.
    directions: Vec<Lean>,
}

impl Leans {
    /// All measures, worked out once.
    pub(super) fn all() -> &'static Self {
        static ALL: LazyLock<Leans> = LazyLock::new(Leans::new);
        &ALL
    }

    fn new() -> Self {
        let measures: Vec<Measures> = Stroke::all().map(Measures::of).collect();
        let mut all = Self {
            middles: [[0.0; MIDDLES]; 2],
            middle: [0; Stroke::ROOM],
            at: [Strokes::default(); MIDDLES],
            rates: [0.0; Stroke::ROOM],
            directions: (0..DIRECTIONS).map(|number| Lean::new(direction(number), &measures)).collect(),
        };
        let mut count = 0;
        for &Measures { stroke, length, .. } in &measures {
            let [from, to] = stroke.ports(CellAt { x: 0, y: 0 }).map(Port::plane);
            let [x, y] = [(from.x, to.x), (from.y, to.y)].map(|(from, to)| narrow(f64::midpoint(from, to)));
            let [across, down] = all.middles;
            let same = |&slot: &usize| across[slot].total_cmp(&x).is_eq() && down[slot].total_cmp(&y).is_eq();
            let slot = (0..count).find(same).unwrap_or(count);
            count = count.max(slot + 1);
            (all.middles[0][slot], all.middles[1][slot]) = (x, y);
            all.middle[stroke.index()] = slot;
            all.at[slot] = all.at[slot].with(stroke);
            all.rates[stroke.index()] = DISTANCE * length;
        }
        all
    }

    /// That of the direction next to a way.
    pub(super) fn to(&self, way: Way) -> &Lean {
        &self.directions[number(way)]
    }
}

/// A direction of a number: the directions run around the square of the ways with |x| + |y| = 1.
fn direction(number: u8) -> Way {
    let turn = f32::from(number) / f32::from(DIRECTIONS) * 4.0;
    let x = if turn < 2.0 { 1.0 - turn } else { turn - 3.0 };
    let y = 1.0 - x.abs();
    Way { x, y: if turn < 2.0 { y } else { -y } }
}

/// The number of the direction next to a way.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 0 to the number of directions")]
fn number(way: Way) -> usize {
    let x = way.x / (way.x.abs() + way.y.abs()).max(f32::MIN_POSITIVE);
    let turn = if way.y >= 0.0 { 1.0 - x } else { 3.0 + x };
    (turn * f32::from(DIRECTIONS) / 4.0 + 0.5) as usize % usize::from(DIRECTIONS)
}

impl Lean {
    /// What strokes cost along a way.
    fn new(way: Way, measures: &[Measures]) -> Self {
        let square = way.along(way);
        let mut lean = Self { strokes: Strokes::default(), prices: [f32::INFINITY; Stroke::ROOM] };
        for own in measures {
            // The ends of a stroke that leans stand off the line; the mean of the squares counts, with that of the middle.
            let across = own.way.x * way.y - own.way.y * way.x;
            let price = own.price + own.length * (LENGTH + DISTANCE * across * across / (6.0 * square));
            let along = way.along(own.way);
            // At least not against it, by a tenth of its length.
            let forward = along >= 0.0 || along * along <= 0.01 * square * own.length * own.length;
            if forward && price <= DEAREST {
                lean.strokes = lean.strokes.with(own.stroke);
                lean.prices[own.stroke.index()] = price;
            }
        }
        lean
    }
}

/// A stroke as it is measured.
struct Measures {
    stroke: Stroke,
    way: Way,
    length: f32,
    price: f32,
}

impl Measures {
    fn of(stroke: Stroke) -> Self {
        let way = stroke.way();
        Self { stroke, way, length: way.along(way).sqrt(), price: stroke.price() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_direction_has_its_number() {
        for index in 0..DIRECTIONS {
            assert_eq!(number(direction(index)), usize::from(index));
        }
    }

    #[test]
    fn the_band_is_as_wide_as_the_dearest_stroke_stands_off() {
        let exact = ((DEAREST - LENGTH) / DISTANCE).sqrt();
        assert!((exact..exact + 0.01).contains(&BAND), "{exact}");
    }
}
