//! The borders of a view, routed: for every arc the strokes that draw it and the line that they make.

use std::cmp::Reverse;

use crate::gazetteer::{ArcUse, Borders};

use super::PlanePoint;
use super::bridges::{Bridge, bridges};
use super::chain::{Class, chains, class, unseen};
use super::lattice::Port;
use super::route::{Anchor, Router, Step};
use super::routed::{Gap, Routed};
use super::track::Track;
use super::viewport::{CellAt, Viewport};

/// An arc as it is drawn.
#[derive(Clone, Debug, Default)]
pub(super) struct Drawn {
    /// Its cells in order, with their characters.
    pub(super) strokes: Vec<(CellAt, u8)>,
    /// The line that the strokes make, node to node.
    pub(super) line: Vec<PlanePoint>,
}

/// All arcs of a gazetteer, as they are drawn.
#[derive(Clone, Debug)]
pub(super) struct Network {
    /// By arc number.
    pub(super) arcs: Vec<Drawn>,
    /// The classes of the arcs, by arc number; none for what is not drawn.
    pub(super) classes: Vec<Option<Class>>,
    /// What parts borders that meet.
    pub(super) bridges: Vec<Bridge>,
    /// The chains that the arcs make, in the order in which they were drawn.
    routed: Vec<Routed>,
    /// How many nodes there are.
    nodes: usize,
}

impl Network {
    /// Routes all borders: the outline first, then the longest first.
    pub(super) fn new(borders: &Borders, view: &Viewport) -> Self {
        let (chains, nodes) = chains(borders, view);
        let mut routed: Vec<Routed> = Vec::with_capacity(chains.len());
        for chain in chains {
            routed.push(Routed { track: Track::new(&chain, borders, view), chain, path: Vec::new() });
        }
        routed.sort_by_key(|routed| (routed.chain.class, Reverse(routed.track.points.len())));
        Self::drawn(borders, view, routed, nodes)
    }

    /// The borders after a move by whole cells into a view: what was drawn moves along, and the rest is routed.
    pub(super) fn moved(&self, borders: &Borders, view: &Viewport, by: CellAt) -> Self {
        let mut routed = self.routed.clone();
        for routed in &mut routed {
            routed.slide(by, view);
        }
        Self::drawn(borders, view, routed, self.nodes)
    }

    /// The network of some chains, of which what is in view and not drawn is routed.
    fn drawn(borders: &Borders, view: &Viewport, mut routed: Vec<Routed>, nodes: usize) -> Self {
        let mut hand = Hand { router: Router::new(view.width(), view.height()), nodes: vec![Vec::new(); nodes] };
        for routed in &routed {
            hand.keep(routed);
        }
        for routed in &mut routed {
            hand.draw(routed, view);
        }
        let mut network = Self {
            arcs: borders.arcs().iter().map(|arc| Drawn { line: unseen(arc, view), ..Drawn::default() }).collect(),
            classes: borders.arcs().iter().map(class).collect(),
            bridges: Vec::new(),
            routed: Vec::new(),
            nodes,
        };
        for routed in &routed {
            network.share(routed);
        }
        network.bridges = bridges(borders, &network.arcs);
        network.routed = routed;
        network
    }

    /// Gives every arc of a chain its part of the path.
    fn share(&mut self, Routed { chain, track, path }: &Routed) {
        for (&(arc, reversed), span) in chain.arcs.iter().zip(track.nodes.windows(2)) {
            let own = &path[before(path, span[0])..before(path, span[1])];
            let mut line = line(track, span, path);
            let mut strokes: Vec<(CellAt, u8)> = own.iter().map(|step| (step.cell, step.stroke.glyph())).collect();
            if reversed {
                line.reverse();
                strokes.reverse();
            }
            self.arcs[arc] = Drawn { strokes, line };
        }
    }

    /// The positions of a ring in order, as it is drawn.
    pub(super) fn ring(&self, uses: &[ArcUse]) -> Vec<PlanePoint> {
        let mut ring = Vec::new();
        for step in uses {
            let line = &self.arcs[step.arc.index()].line;
            if step.reversed {
                ring.extend(line.iter().rev());
            } else {
                ring.extend(line);
            }
        }
        ring
    }
}

/// How many steps of a path stand for pieces before `piece`.
fn before(path: &[Step], piece: usize) -> usize {
    path.partition_point(|step| step.piece < piece)
}

/// The line of the part of a track between two of its points: where it was routed, along the strokes.
fn line(track: &Track, span: &[usize], path: &[Step]) -> Vec<PlanePoint> {
    let mut line = Vec::new();
    for point in span[0]..=span[1] {
        let steps = &path[before(path, point)..before(path, point + 1)];
        let routed = path.first().is_some_and(|step| step.piece <= point)
            && path.last().is_some_and(|step| step.piece + 1 >= point);
        if let Some(at) = track.points.get(point).filter(|_| !routed) {
            line.push(*at);
        } else if point == span[0] || point == span[1] {
            line.extend(joint(path, point));
        }
        if point < span[1] {
            line.extend(steps.iter().flat_map(Step::ports).map(Port::plane));
        }
    }
    line
}

/// Where a path passes the point of its track.
fn joint(path: &[Step], point: usize) -> Option<PlanePoint> {
    let next = before(path, point);
    let [_, end] = path.get(next.checked_sub(1)?)?.ports();
    Some(end.plane())
}

/// The hand that draws chain after chain, and remembers where lines pass the nodes.
struct Hand {
    router: Router,
    /// By node, the ports near it at which a line can join.
    nodes: Vec<Vec<Port>>,
}

/// How far from a node a line may be joined, in columns.
const JOIN: f64 = 2.0;

impl Hand {
    /// Takes up what is drawn of a chain already.
    fn keep(&mut self, routed: &Routed) {
        self.router.put(&routed.path);
        self.join(routed);
    }

    /// Draws the visible parts of a chain that are not drawn.
    fn draw(&mut self, routed: &mut Routed, view: &Viewport) {
        let gaps = routed.gaps(view);
        for gap in &gaps {
            let ends = self.anchors(routed, gap);
            let part = self.router.route(&routed.track.points, gap.run.clone(), [&ends[0], &ends[1]]);
            let at = routed.before(gap.run.start);
            routed.path.splice(at..at, part);
        }
        if !gaps.is_empty() {
            self.join(routed);
        }
    }

    /// Remembers where a chain passes its nodes.
    fn join(&mut self, Routed { chain, track, path }: &Routed) {
        for (&node, &point) in chain.nodes.iter().zip(&track.nodes) {
            let Some(&at) = track.points.get(point) else { continue };
            let near = &path[before(path, point.saturating_sub(3))..before(path, point + 3)];
            let ports = near.iter().flat_map(Step::ports).filter(|port| port.plane().distance(at) < JOIN);
            self.nodes[node].extend(ports);
        }
    }

    /// Where the line through a gap begins and ends.
    fn anchors(&self, routed: &Routed, gap: &Gap) -> [Anchor; 2] {
        [(gap.run.start, gap.between[0]), (gap.run.end - 1, gap.between[1])].map(|(point, drawn)| match drawn {
            Some(port) => Anchor { at: routed.track.points[point], ports: vec![port] },
            None => self.anchor(routed, point),
        })
    }

    /// Where the line through a point of the track begins or ends.
    fn anchor(&self, Routed { chain, track, .. }: &Routed, point: usize) -> Anchor {
        let at = track.points[point];
        let node = track.nodes.iter().position(|&node| node == point).map(|index| chain.nodes[index]);
        let mut ports = node.map_or_else(Vec::new, |node| self.nodes[node].clone());
        let ring = chain.nodes.len() > 1 && chain.nodes.first() == chain.nodes.last();
        if ring && ports.is_empty() && node == chain.nodes.first().copied() {
            ports.push(Port::near(at));
        }
        Anchor { at, ports }
    }
}
