//! Whether an outline is one: a closed line around some ground that does not cross itself and that a flat map can show.

#![cfg_attr(
    not(test),
    expect(clippy::indexing_slicing, reason = "pairs have two positions, and sides know their place")
)]

use std::cmp::Ordering;
use std::collections::BTreeSet;
use std::ops::Bound;

use geo::kernels::{Kernel as _, Orientation, RobustKernel};
use geo::{Coord, coord};

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

/// A side of a ring on the flat map, from west to east; one that stands upright from south to north.
#[derive(Clone, Copy)]
struct Side {
    index: usize,
    west: Coord,
    east: Coord,
}

/// Points from west to east, those of one meridian from south to north.
fn along(one: Coord, other: Coord) -> Ordering {
    one.x.total_cmp(&other.x).then(one.y.total_cmp(&other.y))
}

impl Side {
    /// Where a point lies: above this side is greater, below it less. Exact.
    fn height(&self, at: Coord) -> Ordering {
        match RobustKernel::orient2d(self.west, self.east, at) {
            Orientation::CounterClockwise => Ordering::Greater,
            Orientation::Clockwise => Ordering::Less,
            Orientation::Collinear => Ordering::Equal,
        }
    }

    /// Whether each crosses the other from one side to the other; to touch is no crossing.
    fn crosses(&self, other: &Self) -> bool {
        let parts = |one: &Self, other: &Self| {
            let west = one.height(other.west);
            west.is_ne() && one.height(other.east) == west.reverse()
        };
        parts(self, other) && parts(other, self)
    }
}

/// From south to north: an order of sides that one line from south to north meets and that do not cross.
impl Ord for Side {
    fn cmp(&self, other: &Self) -> Ordering {
        let above = |one: &Self, other: &Self| one.height(other.west).then(one.height(other.east));
        let order =
            if along(self.west, other.west).is_le() { above(self, other).reverse() } else { above(other, self) };
        order.then(self.index.cmp(&other.index))
    }
}

impl PartialOrd for Side {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Side {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Side {}

/// The sides of a ring, without those on the edge of the world.
fn sides(ring: &[LonLat], seam: Seam) -> Vec<Side> {
    // Of the two zeros one, so that they are one point.
    let flat = |at: LonLat| coord! { x: seam.unrolled(at.lon()) + 0.0, y: at.lat() + 0.0 };
    let side = |(index, pair): (usize, &[LonLat])| {
        let [from, to] = [flat(pair[0]), flat(pair[1])];
        match along(from, to) {
            Ordering::Less => Some(Side { index, west: from, east: to }),
            Ordering::Equal => None,
            Ordering::Greater => Some(Side { index, west: to, east: from }),
        }
    };
    ring.windows(2).enumerate().filter(|(_, pair)| !on_edge(pair[0], pair[1])).filter_map(side).collect()
}

/// A position near which a ring crosses itself. A line sweeps over the sides from west to east; of those that it meets, two
/// that cross lie side by side before they do, so that only neighbours need be looked at (Shamos and Hoey).
fn crossing(ring: &[LonLat], seam: Seam) -> Option<LonLat> {
    let sides = sides(ring, seam).into_iter();
    // At one point sides end before others begin there.
    let mut ends: Vec<(Coord, bool, Side)> =
        sides.flat_map(|side| [(side.west, true, side), (side.east, false, side)]).collect();
    ends.sort_by(|one, other| along(one.0, other.0).then(one.1.cmp(&other.1)));
    let mut met: BTreeSet<Side> = BTreeSet::new();
    for (_, begins, side) in ends {
        let below = met.range(..side).next_back();
        let above = met.range((Bound::Excluded(side), Bound::Unbounded)).next();
        let cross = |one: Option<&Side>, other: Option<&Side>| {
            one.zip(other).filter(|(one, other)| one.crosses(other)).map(|(one, _)| ring[one.index])
        };
        let found =
            if begins { cross(Some(&side), below).or_else(|| cross(Some(&side), above)) } else { cross(below, above) };
        if found.is_some() {
            return found;
        }
        if begins {
            met.insert(side);
        } else {
            met.remove(&side);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

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

    proptest! {
        #[test]
        fn every_side_against_every_other_finds_the_same(
            corners in prop::collection::vec((0..5_u8, 0..5_u8), 4..10),
        ) {
            let corners: Vec<(f64, f64)> = corners.into_iter().map(|(lon, lat)| (lon.into(), lat.into())).collect();
            let ring = ring(&corners);
            let seam = Seam::of([ring.as_slice()].into_iter());
            let sides = sides(&ring, seam);
            let crosses = sides.iter().any(|one| sides.iter().any(|other| one.crosses(other)));
            prop_assert_eq!(crossing(&ring, seam).is_some(), crosses);
        }
    }

    #[test]
    fn a_comb_of_many_teeth_costs_each_side_once() {
        let comb = |teeth: i32| {
            let height = |tooth: i32| 10.0 * f64::from(tooth) / f64::from(teeth);
            let teeth = (0..teeth).rev().flat_map(|tooth| [(0.5, height(tooth)), (10.0, height(tooth) + 0.0001)]);
            [(0.0, -1.0), (11.0, -1.0), (11.0, 11.0)].into_iter().chain(teeth).collect::<Vec<(f64, f64)>>()
        };
        let time = |corners: &[(f64, f64)]| {
            let began = std::time::Instant::now();
            assert_eq!(found(corners), None);
            began.elapsed()
        };
        let combs = [2_000, 16_000].map(comb);
        // Other work only adds: of a few times the least counts.
        let [few, many] = combs.each_ref().map(|corners| (0..3).map(|_| time(corners)).min().expect("three times"));
        assert!(many < 24 * few, "each side beside every other takes 64 times as long: {few:?}, {many:?}");
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
