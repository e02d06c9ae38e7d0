//! Whether an outline is one: a closed line around some ground that does not cross itself and that a flat map can show.

#![cfg_attr(
    not(test),
    expect(
        clippy::indexing_slicing,
        reason = "pairs have two positions, points two numbers, and sides know their place"
    )
)]

use crate::gazetteer::{LonLat, Seam};

/// What is wrong with a ring.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) enum Fault {
    /// It has fewer than three corners.
    Flat,
    /// The map is cut between two of its positions, near this one.
    Cut(LonLat),
    /// It crosses itself near this position.
    Crossed(LonLat),
}

/// The first fault of a ring, the last position of which is the first one again.
pub(super) fn fault(ring: &[LonLat], seam: Seam) -> Option<Fault> {
    let mut corners = ring.to_vec();
    corners.dedup();
    if corners.len() < 4 {
        return Some(Fault::Flat);
    }
    let cut = corners.windows(2).find(|pair| seam.parts(pair[0], pair[1]) && !on_edge(pair[0], pair[1]));
    cut.map(|pair| Fault::Cut(pair[0])).or_else(|| crossing(&corners, seam).map(Fault::Crossed))
}

/// Whether two positions lie on the edge of the world: on the antimeridian or on one pole.
pub(super) fn on_edge(one: LonLat, other: LonLat) -> bool {
    let meridian = |at: LonLat| at.lon().abs() >= 180.0;
    let pole = |at: LonLat| at.lat().abs() >= 90.0;
    (meridian(one) && meridian(other)) || (pole(one) && pole(other))
}

/// A side of a ring on the flat map, from west to east.
#[derive(Clone, Copy)]
struct Side {
    index: usize,
    west: [f64; 2],
    east: [f64; 2],
}

impl Side {
    /// On which side of this one a point lies: a sign, 0 for neither.
    fn turn(&self, [x, y]: [f64; 2]) -> f64 {
        let cross =
            (self.east[0] - self.west[0]) * (y - self.west[1]) - (self.east[1] - self.west[1]) * (x - self.west[0]);
        if cross == 0.0 { 0.0 } else { cross.signum() }
    }

    /// Whether each crosses the other from one side to the other; to touch is no crossing.
    fn crosses(&self, other: &Self) -> bool {
        let apart = self.west[1].max(self.east[1]) < other.west[1].min(other.east[1])
            || other.west[1].max(other.east[1]) < self.west[1].min(self.east[1]);
        !apart
            && self.turn(other.west) * self.turn(other.east) < 0.0
            && other.turn(self.west) * other.turn(self.east) < 0.0
    }
}

/// A position near which a ring crosses itself: the sides from west to east, each against those that still reach it.
fn crossing(ring: &[LonLat], seam: Seam) -> Option<LonLat> {
    let flat = |at: LonLat| [seam.unrolled(at.lon()), at.lat()];
    let mut sides: Vec<Side> = Vec::with_capacity(ring.len());
    for (index, pair) in ring.windows(2).enumerate().filter(|(_, pair)| !on_edge(pair[0], pair[1])) {
        let [from, to] = [flat(pair[0]), flat(pair[1])];
        let (west, east) = if from[0] <= to[0] { (from, to) } else { (to, from) };
        sides.push(Side { index, west, east });
    }
    sides.sort_by(|one, other| one.west[0].total_cmp(&other.west[0]));
    let mut reaching: Vec<Side> = Vec::new();
    for side in sides {
        reaching.retain(|other| other.east[0] >= side.west[0]);
        if reaching.iter().any(|other| side.crosses(other)) {
            return Some(ring[side.index]);
        }
        reaching.push(side);
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ring(corners: &[(f64, f64)]) -> Vec<LonLat> {
        let closed = corners.iter().chain(corners.first());
        closed.map(|&(lon, lat)| LonLat::new(lon, lat).expect("a position")).collect()
    }

    fn found(corners: &[(f64, f64)]) -> Option<Fault> {
        let ring = ring(corners);
        fault(&ring, Seam::of([ring.as_slice()].into_iter()))
    }

    #[test]
    fn a_ring_either_way_around_is_sound() {
        let square = [(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)];
        let turned: Vec<_> = square.iter().rev().copied().collect();
        assert_eq!(found(&square), None);
        assert_eq!(found(&turned), None);
    }

    #[test]
    fn a_ring_that_touches_itself_is_sound() {
        assert_eq!(found(&[(0.0, 0.0), (2.0, 0.0), (1.0, 1.0), (2.0, 2.0), (0.0, 2.0), (1.0, 1.0)]), None);
    }

    #[test]
    fn a_ring_that_crosses_itself_is_found() {
        assert!(matches!(found(&[(0.0, 0.0), (1.0, 1.0), (1.0, 0.0), (0.0, 1.0)]), Some(Fault::Crossed(_))));
    }

    #[test]
    fn a_point_and_a_line_are_no_ground() {
        assert_eq!(found(&[(0.0, 0.0)]), Some(Fault::Flat));
        assert_eq!(found(&[(0.0, 0.0), (1.0, 1.0)]), Some(Fault::Flat));
        assert_eq!(found(&[(0.0, 0.0), (0.0, 0.0), (0.0, 0.0), (0.0, 0.0)]), Some(Fault::Flat));
    }

    #[test]
    fn a_ring_over_the_antimeridian_is_sound_unless_it_goes_around_a_pole() {
        assert_eq!(found(&[(178.0, -18.0), (-178.0, -18.0), (-178.0, -16.0), (178.0, -16.0)]), None);
        let around = found(&[(0.0, -70.0), (120.0, -70.0), (-120.0, -70.0)]);
        assert!(matches!(around, Some(Fault::Cut(_))), "{around:?}");
        let cut = [(-180.0, -70.0), (0.0, -70.0), (180.0, -70.0), (180.0, -90.0), (-180.0, -90.0)];
        assert_eq!(found(&cut), None, "cut open along the antimeridian and the pole");
    }
}
