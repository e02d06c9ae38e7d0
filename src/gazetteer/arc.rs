//! Arcs: stretches of border between two nodes.

use std::sync::OnceLock;

use super::number::number;
use super::{LonLat, RegionNo, Seam};

number! {
    /// The number of an arc.
    ArcNo
}
number! {
    /// The number of a neighbour.
    NeighbourNo
}

/// An arc as part of a ring.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct ArcUse {
    /// The arc.
    pub arc: ArcNo,
    /// Whether the ring runs along it from its end to its start.
    pub reversed: bool,
}

/// What lies on a side of an arc.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Ground {
    /// A region of the gazetteer.
    Region(RegionNo),
    /// A neighbouring country.
    Neighbour(NeighbourNo),
    /// Nothing that the map knows: the sea, or the edge of the base map.
    Outside,
}

/// A stretch of border between two nodes.
#[derive(Clone, Debug)]
pub struct Arc {
    /// The line, node to node; at least two positions.
    pub line: Vec<LonLat>,
    /// The grounds it parts, in ascending order.
    pub sides: [Ground; 2],
    length_km: OnceLock<f64>,
    bounds: OnceLock<Option<[f64; 4]>>,
}

impl Arc {
    /// An arc along `line` between two grounds.
    #[must_use]
    pub fn new(line: Vec<LonLat>, sides: [Ground; 2]) -> Self {
        let [one, other] = sides;
        Self { line, sides: [one.min(other), one.max(other)], length_km: OnceLock::new(), bounds: OnceLock::new() }
    }

    /// The two regions that it parts, if it parts two.
    #[must_use]
    pub fn regions(&self) -> Option<[RegionNo; 2]> {
        match self.sides {
            [Ground::Region(one), Ground::Region(other)] if one != other => Some([one, other]),
            _ => None,
        }
    }

    /// Its geodesic length in kilometres; measured when first asked for, since a view needs few of them.
    #[must_use]
    pub fn length_km(&self) -> f64 {
        *self.length_km.get_or_init(|| self.line.windows(2).map(|pair| pair[0].distance_km(pair[1])).sum())
    }

    /// West, south, east and north of it on the map of its gazetteer, whose seam it is asked with; none without a line. Found
    /// when first asked for, and kept: another seam is not looked at.
    #[must_use]
    pub fn bounds(&self, seam: Seam) -> Option<[f64; 4]> {
        *self.bounds.get_or_init(|| seam.bounds(self.line.iter().copied()))
    }

    /// Whether it is at least `km` long. The distance of its ends decides nearly always, even when taken roughly.
    pub(super) fn is_at_least_km(&self, km: f64) -> bool {
        let ends = self.line.first().zip(self.line.last());
        ends.is_some_and(|(start, end)| start.roughly_km(*end) >= 1.02 * km) || self.length_km() >= km
    }
}
