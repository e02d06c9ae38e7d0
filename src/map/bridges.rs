//! Bridges: the cells between the ends of two borders that meet in a node but are drawn a cell or two apart, because a third
//! one lies between them. Where both are the front, it goes on over the bridge.

use crate::gazetteer::{ArcNo, Borders, NodeNo};

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

/// How far, in columns, the strokes of a border may begin from its node: strokes may pass over a few pieces of its line. A
/// border without strokes whose ends are farther apart lies off the panel.
const NEAR: f64 = 4.0;

/// All bridges of a view.
pub(super) fn bridges(borders: &Borders, drawn: &[Drawn]) -> Vec<Bridge> {
    let nodes = borders.nodes();
    let mut same = Same((0..nodes.count()).collect());
    let inner = borders.arcs().iter().zip(drawn).zip(0..).filter(|((arc, _), _)| arc.regions().is_some());
    let inner = inner.map(|((_, drawn), index)| (ArcNo::from_index(index), drawn));
    for (arc, _) in inner.clone().filter(|(_, drawn)| is_short(drawn)) {
        same.join(nodes.of(arc));
    }
    let mut ends = Vec::new();
    for (arc, drawn) in inner {
        for (node, cell) in nodes.of(arc).into_iter().zip(ends_of(drawn)) {
            ends.extend(cell.map(|cell| (same.root(node), arc, cell)));
        }
    }
    ends.sort_unstable();
    let mut bridges = Vec::new();
    for ends in ends.chunk_by(|one, other| one.0 == other.0) {
        for (index, &(_, one, from)) in ends.iter().enumerate() {
            for &(_, other, to) in &ends[index + 1..] {
                let cells = between(from, to);
                if one != other && !cells.is_empty() {
                    bridges.push(Bridge { arcs: [one, other], cells });
                }
            }
        }
    }
    bridges
}

/// The cells in which a border begins and ends as it is drawn; none where it only leaves the panel there.
fn ends_of(drawn: &Drawn) -> [Option<CellAt>; 2] {
    let ends = [(drawn.strokes.first(), drawn.line.first()), (drawn.strokes.last(), drawn.line.last())];
    ends.map(|(stroke, end)| {
        let (&(cell, _), end) = stroke.zip(end)?;
        (cell.middle().distance(*end) < NEAR).then_some(cell)
    })
}

/// Whether a border is too short for a stroke.
fn is_short(drawn: &Drawn) -> bool {
    let ends = drawn.line.first().zip(drawn.line.last());
    drawn.strokes.is_empty() && ends.is_some_and(|(start, end)| start.distance(*end) < NEAR)
}

/// Nodes that are one to the eye, because the border between them is too short for a stroke: by node, one that stands for
/// it.
struct Same(Vec<usize>);

impl Same {
    fn join(&mut self, ends: [NodeNo; 2]) {
        let [one, other] = ends.map(|node| self.root(node));
        self.0[one] = other;
    }

    /// The node that stands for all that are one with a node.
    fn root(&self, node: NodeNo) -> usize {
        let mut root = node.index();
        while self.0[root] != root {
            root = self.0[root];
        }
        root
    }
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
