//! What may follow what on the lattice: for every stroke the strokes that may come before it, and what each joint costs.

use std::array::from_fn;
use std::sync::LazyLock;

use super::lattice::{Form, Port, Stroke, Strokes};
use super::viewport::CellAt;
use super::way::Way;

/// The eight cells around a cell, row by row: so the one across is as far from the end as a cell is from the beginning.
pub(super) const AROUND: [(i32, i32); 8] = [(-1, -1), (0, -1), (1, -1), (-1, 0), (1, 0), (-1, 1), (0, 1), (1, 1)];

/// The strokes of one neighbouring cell that a stroke may follow.
pub(super) struct Joint {
    /// Which of the cells around.
    pub(super) side: usize,
    /// The strokes there that lead to it.
    pub(super) strokes: Strokes,
    /// What each costs, by its number.
    pub(super) costs: [f32; Stroke::ROOM],
}

/// What may follow what, by stroke.
pub(super) struct Joints {
    before: [Vec<Joint>; Stroke::ROOM],
    after: [Vec<(usize, Strokes)>; Stroke::ROOM],
}

impl Joints {
    /// All joints: always the same, and worked out once.
    pub(super) fn all() -> &'static Self {
        static ALL: LazyLock<Joints> = LazyLock::new(Joints::new);
        &ALL
    }

    fn new() -> Self {
        let mut all = Self { before: from_fn(|_| Vec::new()), after: from_fn(|_| Vec::new()) };
        let ways: Vec<(Stroke, Way)> = Stroke::all().map(|stroke| (stroke, stroke.way().unit())).collect();
        let mut sides = [[Strokes::default(); AROUND.len()]; Stroke::ROOM];
        for &(to, way) in &ways {
            let joints = before(to, way, &ways);
            for (side, from) in joints.iter().flat_map(|joint| joint.strokes.each().map(|from| (joint.side, from))) {
                // Seen from there, this cell is on the opposite side.
                let after = &mut sides[from.index()][AROUND.len() - 1 - side];
                *after = after.with(to);
            }
            all.before[to.index()] = joints;
        }
        for (after, sides) in all.after.iter_mut().zip(sides) {
            after.extend(sides.into_iter().enumerate().filter(|(_, strokes)| !strokes.is_empty()));
        }
        all
    }

    /// The joints by which a stroke may follow others.
    pub(super) fn before(&self, stroke: Stroke) -> &[Joint] {
        &self.before[stroke.index()]
    }

    /// The strokes that may follow a stroke, by their cells around it.
    pub(super) fn after(&self, stroke: Stroke) -> &[(usize, Strokes)] {
        &self.after[stroke.index()]
    }
}

/// The joints of a stroke with those before it.
fn before(to: Stroke, way: Way, ways: &[(Stroke, Way)]) -> Vec<Joint> {
    let turned = |&(from, before): &(Stroke, Way)| Some((from, turn(from, to, before.along(way))?));
    let turns: Vec<(Stroke, f32)> = ways.iter().filter_map(turned).collect();
    let [start, _] = to.ports(CellAt { x: 0, y: 0 });
    let beside = |(side, (x, y)): (usize, (i32, i32))| {
        let mut joint = Joint { side, strokes: Strokes::default(), costs: [f32::INFINITY; Stroke::ROOM] };
        for &(from, turn) in &turns {
            let [_, end] = from.ports(CellAt { x, y });
            if let Some(leap) = leap(from, to, end, start) {
                joint.strokes = joint.strokes.with(from);
                joint.costs[from.index()] = turn + leap;
            }
        }
        (!joint.strokes.is_empty()).then_some(joint)
    };
    AROUND.into_iter().enumerate().filter_map(beside).collect()
}

/// What it costs to leap from the end of a stroke to the start of the next; none if they lie more than half a column or
/// half a row apart.
fn leap(from: Stroke, to: Stroke, end: Port, start: Port) -> Option<f32> {
    let gap = ((start.x - end.x).abs(), (start.y - end.y).abs());
    if gap.0 + gap.1 > 1 {
        return None;
    }
    let both = |form: Form| from.form() == form && to.form() == form;
    let either = |form: Form| from.form() == form || to.form() == form;
    // Across a gap a ramp reads as a lone dot, unless a stem stands beside it.
    let lone = either(Form::Ramp) && from.glyph() != b'|' && to.glyph() != b'|';
    let lone = if lone { 0.8 } else { 0.0 };
    Some(match gap {
        (0, 0) => 0.0,
        (_, 0) => 0.3 + lone,
        _ if both(Form::Flat) => 0.25,
        _ => 0.37 + lone,
    })
}

/// The cost of a turn with this cosine: nothing for straight on; none beyond 120°.
fn turn(from: Stroke, to: Stroke, cosine: f32) -> Option<f32> {
    let corner = |stroke: Stroke| stroke.form() == Form::Corner;
    let beam = |stroke: Stroke| stroke.glyph() == b'-';
    let lone = (corner(from) || corner(to)) && !beam(from) && !beam(to) && from.glyph() != b'|' && to.glyph() != b'|';
    (cosine > -0.501 && !lone).then_some(0.45 * (1.0 - cosine))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stroke(glyph: u8, (x, y): (f32, f32)) -> Stroke {
        let found = Stroke::all().find(|stroke| stroke.glyph() == glyph && stroke.way() == Way { x, y });
        found.expect("a stroke")
    }

    /// What `to` costs after `from`, which stands in the cell at (x, y) from it.
    fn cost(from: Stroke, to: Stroke, at: (i32, i32)) -> Option<f32> {
        let joint = Joints::all().before(to).iter().find(|joint| AROUND[joint.side] == at)?;
        joint.strokes.each().find(|&found| found == from).map(|from| joint.costs[from.index()])
    }

    #[test]
    fn a_line_goes_straight_on_for_nothing_and_never_back() {
        let (east, west) = (stroke(b'-', (1.0, 0.0)), stroke(b'-', (-1.0, 0.0)));
        assert_eq!(cost(east, east, (-1, 0)), Some(0.0));
        assert_eq!(cost(east, east, (1, 0)), None, "its start is no end");
        assert_eq!(cost(west, east, (1, 0)), None, "a turn by 180°");
    }

    #[test]
    fn a_gap_costs_more_than_a_joint() {
        let (low, beam) = (stroke(b'_', (1.0, 0.0)), stroke(b'-', (1.0, 0.0)));
        let stem = stroke(b'|', (0.0, 2.0));
        assert_eq!(cost(low, beam, (-1, 0)), Some(0.25));
        assert_eq!(cost(stem, stem, (0, -1)), Some(0.0));
        assert!(cost(low, stem, (-1, 0)).is_none() && cost(low, stem, (0, -1)).is_some());
    }
}
