//! Bridges: the cells between the ends of two borders that meet in a node but are drawn a cell or two apart, because a third
//! one lies between them. Where both are the front, it goes on over the bridge.

use std::collections::BTreeMap;

use crate::gazetteer::{ArcNo, Borders, LonLat};

use super::drawn::Drawn;
use super::viewport::CellAt;

/// The cells between two borders.
#[derive(Clone, Debug)]
pub(super) struct Bridge {
    /// The borders.
    pub(super) arcs: [ArcNo; 2],
    /// The cells, without those of the borders.
    pub(super) cells: Vec<CellAt>,
}

/// The widest gap that is bridged, in cells.
const WIDEST: i32 = 3;

/// A node, by the bits of its position.
type Node = [u64; 2];

/// All bridges of a view.
pub(super) fn bridges(borders: &Borders, drawn: &[Drawn]) -> Vec<Bridge> {
    let node = |at: Option<&LonLat>| at.map(|at| [at.lon().to_bits(), at.lat().to_bits()]);
    let inner = borders.arcs().iter().zip(drawn).enumerate().filter(|(_, (arc, _))| arc.regions().is_some());
    // A border too short for a stroke: its two nodes are one to the eye.
    let mut same: BTreeMap<Node, Node> = BTreeMap::new();
    let mut meeting: BTreeMap<Node, Vec<(ArcNo, CellAt)>> = BTreeMap::new();
    for (_, (arc, _)) in inner.clone().filter(|(_, (_, drawn))| drawn.strokes.is_empty()) {
        if let Some((one, other)) = node(arc.line.first()).zip(node(arc.line.last())) {
            let (one, other) = (root(&same, one), root(&same, other));
            if one != other {
                same.insert(one, other);
            }
        }
    }
    for (index, (arc, drawn)) in inner {
        let ends = [(arc.line.first(), drawn.strokes.first()), (arc.line.last(), drawn.strokes.last())];
        for (end, stroke) in ends {
            if let Some((end, (cell, _))) = node(end).zip(stroke) {
                meeting.entry(root(&same, end)).or_default().push((ArcNo::from_index(index), *cell));
            }
        }
    }
    let mut bridges = Vec::new();
    for ends in meeting.values() {
        for (index, (one, from)) in ends.iter().enumerate() {
            for (other, to) in &ends[index + 1..] {
                let cells = between(*from, *to);
                if one != other && !cells.is_empty() {
                    bridges.push(Bridge { arcs: [*one, *other], cells });
                }
            }
        }
    }
    bridges
}

/// The node that stands for a node.
fn root(same: &BTreeMap<Node, Node>, mut node: Node) -> Node {
    while let Some(next) = same.get(&node) {
        node = *next;
    }
    node
}

/// The cells on the straight way between two; none if they touch or are too far apart.
fn between(from: CellAt, to: CellAt) -> Vec<CellAt> {
    let (x, y) = (to.x - from.x, to.y - from.y);
    let steps = x.abs().max(y.abs());
    if steps > WIDEST {
        return Vec::new();
    }
    (1..steps).map(|step| CellAt { x: from.x + x * step / steps, y: from.y + y * step / steps }).collect()
}
