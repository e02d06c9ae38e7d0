//! Bridges: the cells between the ends of two borders that meet in a node but are drawn a cell or two apart, because a third
//! one lies between them. Where both are the front, it goes on over the bridge.

use std::collections::BTreeMap;

use crate::gazetteer::{ArcNo, Borders};

use super::network::Drawn;
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

/// All bridges of a view.
pub(super) fn bridges(borders: &Borders, drawn: &[Drawn]) -> Vec<Bridge> {
    let mut meeting: BTreeMap<[u64; 2], Vec<(ArcNo, CellAt)>> = BTreeMap::new();
    for (index, (arc, drawn)) in borders.arcs().iter().zip(drawn).enumerate() {
        if arc.regions().is_none() {
            continue;
        }
        let ends = [(arc.line.first(), drawn.strokes.first()), (arc.line.last(), drawn.strokes.last())];
        for (node, stroke) in ends {
            if let Some((node, (cell, _))) = node.zip(stroke) {
                let key = [node.lon().to_bits(), node.lat().to_bits()];
                meeting.entry(key).or_default().push((ArcNo::from_index(index), *cell));
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

/// The cells on the straight way between two; none if they touch or are too far apart.
fn between(from: CellAt, to: CellAt) -> Vec<CellAt> {
    let (x, y) = (to.x - from.x, to.y - from.y);
    let steps = x.abs().max(y.abs());
    if steps > WIDEST {
        return Vec::new();
    }
    (1..steps).map(|step| CellAt { x: from.x + x * step / steps, y: from.y + y * step / steps }).collect()
}
