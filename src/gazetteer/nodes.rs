//! Nodes: the points where arcs end, and meet.

use std::collections::BTreeMap;

use super::arc::{Arc, ArcNo};
use super::number::number;

number! {
    /// The number of a node.
    NodeNo
}

/// An end of an arc.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct ArcEnd {
    /// The arc.
    pub arc: ArcNo,
    /// 0 for its start, 1 for its end.
    pub end: usize,
}

/// The nodes of a network.
#[derive(Clone, Debug, Default)]
pub struct Nodes {
    /// By arc, those that it runs from and to.
    of: Vec<[NodeNo; 2]>,
    /// By node, the ends that meet there, in the order of the arcs.
    ends: Vec<Vec<ArcEnd>>,
}

impl Nodes {
    /// Those of some arcs. Arcs meet if they end in the very same position.
    pub(super) fn new(arcs: &[Arc]) -> Self {
        let mut numbers = BTreeMap::new();
        let mut ends: Vec<Vec<ArcEnd>> = Vec::new();
        let mut of = Vec::with_capacity(arcs.len());
        for (arc, index) in arcs.iter().zip(0..) {
            of.push([arc.line.first(), arc.line.last()].map(|at| {
                let at = at.map(|at| [at.lon().to_bits(), at.lat().to_bits()]);
                NodeNo::from_index(*numbers.entry(at).or_insert_with(|| {
                    ends.push(Vec::new());
                    ends.len() - 1
                }))
            }));
            for (node, end) in of.last().into_iter().flatten().zip(0..) {
                ends[node.index()].push(ArcEnd { arc: ArcNo::from_index(index), end });
            }
        }
        Self { of, ends }
    }

    /// How many there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.ends.len()
    }

    /// The nodes that an arc runs from and to.
    ///
    /// # Panics
    /// If the number comes from another network.
    #[must_use]
    pub fn of(&self, arc: ArcNo) -> [NodeNo; 2] {
        self.of[arc.index()]
    }

    /// For each node, the ends that meet there, in the order of the arcs.
    pub fn meetings(&self) -> impl Iterator<Item = &[ArcEnd]> {
        self.ends.iter().map(Vec::as_slice)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gazetteer::{Ground, LonLat};

    #[test]
    fn arcs_meet_where_they_end_in_the_same_position() {
        let at = |lon, lat| LonLat::new(lon, lat).expect("a position");
        let arc = |line| Arc::new(line, [Ground::Outside; 2]);
        let ring = vec![at(1.0, 0.0), at(1.0, 1.0), at(2.0, 1.0), at(1.0, 0.0)];
        let nodes = Nodes::new(&[arc(vec![at(0.0, 0.0), at(1.0, 0.0)]), arc(ring)]);
        let [first, second] = [0, 1].map(|index| nodes.of(ArcNo::from_index(index)).map(NodeNo::index));
        assert_eq!((nodes.count(), first, second), (2, [0, 1], [1, 1]));
        let met: Vec<Vec<(usize, usize)>> =
            nodes.meetings().map(|ends| ends.iter().map(|end| (end.arc.index(), end.end)).collect()).collect();
        assert_eq!(met, [vec![(0, 0)], vec![(0, 1), (1, 0), (1, 1)]]);
    }
}
