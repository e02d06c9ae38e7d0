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
        let mut nodes = Self { of: Vec::with_capacity(arcs.len()), ends: Vec::new() };
        for (arc, index) in arcs.iter().zip(0..) {
            let mut node = |end: usize| {
                let at = if end == 0 { arc.line.first() } else { arc.line.last() };
                let at = at.map(|at| [at.lon().to_bits(), at.lat().to_bits()]);
                let node = *numbers.entry(at).or_insert(nodes.ends.len());
                nodes.ends.resize_with(nodes.ends.len().max(node + 1), Vec::new);
                nodes.ends[node].push(ArcEnd { arc: ArcNo::from_index(index), end });
                NodeNo::from_index(node)
            };
            let of = [node(0), node(1)];
            nodes.of.push(of);
        }
        nodes
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
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
        assert_eq!((nodes.len(), first, second), (2, [0, 1], [1, 1]));
        let met: Vec<Vec<(usize, usize)>> =
            nodes.meetings().map(|ends| ends.iter().map(|end| (end.arc.index(), end.end)).collect()).collect();
        assert_eq!(met, [vec![(0, 0)], vec![(0, 1), (1, 0), (1, 1)]]);
    }
}
