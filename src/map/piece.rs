//! A line cut into pieces, and what the strokes beside each of them cost.
//!
//! Every stroke stands for one piece of the line: at each point the bisector of the angle parts what belongs to the piece
//! before it from what belongs to the piece after it.

use std::array::from_fn;

use super::PlanePoint;
use super::lattice::{Stroke, Strokes};
use super::lean::{BAND, DEAREST, Lean, Leans, MIDDLES};
use super::viewport::CellAt;
use super::way::Way;

/// How far the middles of strokes lie along a way from somewhere.
struct Reach {
    way: Way,
    /// Of the corner of a cell at the first point of the piece.
    offset: f32,
    /// How much more for each middle.
    middles: [f32; MIDDLES],
}

impl Reach {
    fn new(leans: &Leans, way: Way, offset: f32) -> Self {
        let [across, down] = &leans.middles;
        Self { way, offset, middles: from_fn(|middle| across[middle] * way.x + down[middle] * way.y) }
    }

    /// That of a corner so far from the first point.
    fn of(&self, corner: Way) -> f32 {
        self.offset + self.way.along(corner)
    }
}

/// A piece of a line.
pub(super) struct Piece {
    /// Its number.
    pub(super) number: u16,
    /// Its first point.
    from: PlanePoint,
    way: Way,
    /// How far a middle lies aside of the line, past the start of the piece, and before its end.
    reaches: [Reach; 3],
    /// The measures of strokes, and what those cost that lean from the way of the line about here.
    leans: &'static Leans,
    lean: &'static Lean,
    /// The first and the last cell that may hold strokes of it.
    bounds: [CellAt; 2],
}

impl Piece {
    /// The pieces of a line; of one too long to be drawn the first 65 535.
    pub(super) fn all(line: &[PlanePoint]) -> impl Iterator<Item = Self> + '_ {
        let way = |end: usize| line.get(end).map(|to| Way::between(line[end - 1], *to).unit());
        // The way of the next piece, and the edge between it and the one before.
        let (mut way_on, mut start) = (way(1), None);
        (0_u16..u16::MAX).zip(1..line.len()).filter_map(move |(number, end)| {
            let own = way_on?;
            way_on = way(end + 1);
            let stop = way_on.map(|after| own.halfway(after));
            Some(Self::new(number, line, end, own, [std::mem::replace(&mut start, stop), stop]))
        })
    }

    /// The piece from the point before `end` to that point, which goes `way`, between its edges: the first piece begins, and
    /// the last one ends, where no stroke is near any more.
    fn new(number: u16, line: &[PlanePoint], end: usize, way: Way, [start, stop]: [Option<Way>; 2]) -> Self {
        let (from, to) = (line[end - 1], line[end]);
        let before = end.checked_sub(2).map(|start| line[start]);
        let after = line.get(end + 1).copied();
        let whole = Way::between(from, to);
        let leans = Leans::all();
        let [first, last] = [start, stop].map(|way| if way.is_some() { 0.0 } else { BAND });
        let [low, high] = [(start, from), (stop, to)].map(|(edge, at)| strip(way, edge, at));
        let [start, stop] = [start, stop].map(|edge| edge.unwrap_or(way));
        let back = Way { x: -stop.x, y: -stop.y };
        let bounds = [
            PlanePoint { x: low[0].x.min(high[0].x) + 0.25, y: low[0].y.min(high[0].y) },
            PlanePoint { x: low[1].x.max(high[1].x) - 0.25, y: low[1].y.max(high[1].y) - 0.5 },
        ];
        Self {
            number,
            from,
            way,
            reaches: [
                Reach::new(leans, Way { x: -way.y, y: way.x }, 0.0),
                Reach::new(leans, start, first),
                Reach::new(leans, back, stop.along(whole) + last),
            ],
            leans,
            lean: leans.to(Way::between(before.unwrap_or(from), after.unwrap_or(to))),
            bounds: bounds.map(PlanePoint::cell),
        }
    }

    /// The cells on a panel of `width` × `height` cells that may hold strokes of the piece, in the order in which the line
    /// passes them.
    pub(super) fn cells(&self, [width, height]: [i32; 2], mut take: impl FnMut(CellAt)) {
        let [low, high] = self.bounds;
        let (left, right) = (low.x.max(0), high.x.min(width - 1));
        let (top, bottom) = (low.y.max(0), high.y.min(height - 1));
        let across = if self.way.x < 0.0 { (right, -1) } else { (left, 1) };
        let down = if self.way.y < 0.0 { (bottom, -1) } else { (top, 1) };
        let (columns, rows) = (right - left + 1, bottom - top + 1);
        // Row by row where it is steep, else column by column.
        let steep = self.way.y.abs() > 2.0 * self.way.x.abs();
        let (outer, inner) = if steep { (rows, columns) } else { (columns, rows) };
        for outer in 0..outer {
            for inner in 0..inner {
                let (x, y) = if steep { (inner, outer) } else { (outer, inner) };
                take(CellAt { x: across.0 + across.1 * x, y: down.0 + down.1 * y });
            }
        }
    }

    /// The strokes of a cell, among some, that stand for the piece, with what each costs.
    pub(super) fn strokes(&self, cell: CellAt, among: Strokes, mut take: impl FnMut(Stroke, f32)) {
        let leans = self.leans;
        let among = self.lean.strokes.among(among);
        if among.is_empty() {
            return;
        }
        let corner = Way::between(self.from, PlanePoint { x: f64::from(cell.x), y: 2.0 * f64::from(cell.y) });
        let [aside, past, short] = self.reaches.each_ref().map(|reach| reach.of(corner));
        let [asides, pasts, shorts] = self.reaches.each_ref().map(|reach| &reach.middles);
        // Without a branch, so that all middles are tried at once.
        let mut near = Strokes::default();
        for middle in 0..MIDDLES {
            let here = leans.at[middle].when(past + pasts[middle] >= 0.0).when(short + shorts[middle] > 0.0);
            near = near.or(here.when((aside + asides[middle]).abs() < BAND));
        }
        for stroke in among.among(near).each() {
            let aside = aside + asides[leans.middle[stroke.index()] % MIDDLES];
            let price = self.lean.prices[stroke.index()] + leans.rates[stroke.index()] * aside * aside;
            if price <= DEAREST {
                take(stroke, price);
            }
        }
    }
}

/// The least rectangle about the end of a piece on both sides of it; the piece goes `way`, and its edge there goes across
/// `edge`, if it has one.
fn strip(way: Way, edge: Option<Way>, at: PlanePoint) -> [PlanePoint; 2] {
    let edge = edge.unwrap_or(Way { x: 1.0, y: 1.0 });
    let [across, down] =
        [way.y.abs().max(edge.y.abs()), way.x.abs().max(edge.x.abs())].map(|part| f64::from(part * BAND));
    [PlanePoint { x: at.x - across, y: at.y - down }, PlanePoint { x: at.x + across, y: at.y + down }]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(points: &[(f64, f64)]) -> Vec<PlanePoint> {
        points.iter().map(|&(x, y)| PlanePoint { x, y }).collect()
    }

    /// The pieces that the strokes of a cell stand for, with the glyphs.
    fn owners(line: &[PlanePoint], cell: CellAt) -> Vec<(u16, u8)> {
        let mut owners = Vec::new();
        for piece in Piece::all(line) {
            piece.strokes(cell, Strokes::ALL, |stroke, _| owners.push((piece.number, stroke.glyph())));
        }
        owners
    }

    #[test]
    fn a_stroke_stands_for_one_piece_and_none_far_away() {
        let line = line(&[(0.0, 1.0), (1.0, 1.0), (2.0, 1.0), (3.0, 1.0)]);
        let beams =
            |x, y| owners(&line, CellAt { x, y }).into_iter().filter(|&(_, glyph)| glyph == b'-').collect::<Vec<_>>();
        assert_eq!(beams(0, 0), [(0, b'-')]);
        assert_eq!(beams(1, 0), [(1, b'-')]);
        assert_eq!(beams(1, 1), []);
    }

    #[test]
    fn what_lies_in_a_bend_belongs_to_one_side_of_it() {
        let line = line(&[(0.0, 1.0), (1.0, 1.0), (2.0, 1.0), (2.0, 2.0), (2.0, 3.0), (2.0, 4.0)]);
        for (x, y) in (0..4).flat_map(|x| (0..3).map(move |y| (x, y))) {
            let mut glyphs: Vec<u8> = owners(&line, CellAt { x, y }).into_iter().map(|(_, glyph)| glyph).collect();
            glyphs.retain(|glyph| matches!(glyph, b'/' | b'\\'));
            let count = glyphs.len();
            glyphs.sort_unstable();
            glyphs.dedup();
            assert_eq!(glyphs.len(), count, "twice in the cell at {x}, {y}");
        }
    }

    #[test]
    fn no_stroke_goes_against_the_line_or_across_it() {
        let line = line(&[(0.0, 1.0), (1.0, 1.0), (2.0, 1.0)]);
        for piece in Piece::all(&line) {
            piece.strokes(CellAt { x: 1, y: 0 }, Strokes::ALL, |stroke, _| {
                assert!(stroke.way().x > 0.0 && stroke.glyph() != b'|', "{}", char::from(stroke.glyph()));
            });
        }
    }

    #[test]
    fn the_cells_of_a_piece_are_all_that_hold_its_strokes() {
        let line = line(&[(2.0, 2.0), (2.8, 2.6), (3.3, 3.5), (3.2, 4.5), (2.4, 5.1), (1.4, 5.0)]);
        for piece in Piece::all(&line) {
            let mut inside = Vec::new();
            piece.cells([9, 9], |cell| inside.push(cell));
            for cell in (0..9).flat_map(|x| (0..9).map(move |y| CellAt { x, y })) {
                piece.strokes(cell, Strokes::ALL, |_, _| assert!(inside.contains(&cell), "{cell:?}"));
            }
        }
    }
}
