//! The borders of a view, routed: for every arc the strokes that draw it and the line that they make.

use std::cmp::Reverse;

use crate::gazetteer::{Borders, NodeNo};

use super::anchor::Anchor;
use super::bridges::{Bridge, bridges};
use super::chain::{Chain, Class, chains, class, courses};
use super::drawn::Drawn;
use super::lattice::Port;
use super::path::Path;
use super::route::{Router, Step};
use super::track::Track;
use super::viewport::{CellAt, Viewport};

/// All arcs of a gazetteer, as they are drawn.
#[derive(Clone, Debug)]
pub(super) struct Network {
    /// By arc number.
    pub(super) arcs: Vec<Drawn>,
    /// The classes of the arcs, by arc number; none for what is not drawn.
    pub(super) classes: Vec<Option<Class>>,
    /// What parts borders that meet.
    pub(super) bridges: Vec<Bridge>,
}

impl Network {
    /// Routes all borders: the outline first, then the longest first.
    pub(super) fn new(borders: &Borders, view: &Viewport) -> Self {
        let courses = courses(borders, view);
        let classes: Vec<Option<Class>> = borders.arcs().iter().map(class).collect();
        let chains = chains(borders, &classes, &courses);
        let mut tracked: Vec<(Track, Chain)> =
            chains.into_iter().map(|chain| (Track::new(&chain, &courses, view), chain)).collect();
        tracked.sort_by_key(|(track, chain)| (chain.class, Reverse(track.shown())));
        let mut network = Self {
            arcs: courses.into_iter().map(|line| Drawn { line, ..Drawn::default() }).collect(),
            classes,
            bridges: Vec::new(),
        };
        let mut hand =
            Hand { router: Router::new(view.width(), view.height()), nodes: vec![Vec::new(); borders.nodes().count()] };
        for (track, chain) in &tracked {
            let path = hand.draw(chain, track);
            network.share(chain, track, &path);
        }
        network.bridges = bridges(borders, &network.arcs);
        network
    }

    /// Gives every arc of a chain its part of the path.
    fn share(&mut self, chain: &Chain, track: &Track, path: &Path) {
        for (&(arc, reversed), nodes) in chain.arcs.iter().zip(track.nodes.windows(2)) {
            let span = nodes[0]..nodes[1];
            let own = path.steps(span.clone());
            let mut line = path.line(track, span);
            let mut strokes: Vec<(CellAt, u8)> = own.iter().map(|step| (step.cell, step.stroke.glyph())).collect();
            if reversed {
                line.reverse();
                strokes.reverse();
            }
            self.arcs[arc.index()] = Drawn { strokes, line };
        }
    }
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
    /// Draws the visible parts of a chain.
    fn draw(&mut self, chain: &Chain, track: &Track) -> Path {
        let mut path = Path::default();
        for run in track.runs.iter().cloned() {
            let ends = [run.start, run.end - 1].map(|point| self.anchor(chain, track, point));
            path.extend(self.router.route(&track.points, run, [&ends[0], &ends[1]]));
        }
        for (&node, &point) in chain.nodes.iter().zip(&track.nodes) {
            let Some(&at) = track.points.get(point) else { continue };
            let near = path.steps(point.saturating_sub(3)..point + 3);
            let ports = near.iter().flat_map(Step::ports).filter(|port| port.plane().distance(at) < JOIN);
            for port in ports {
                let ports = &mut self.nodes[node.index()];
                if !ports.contains(&port) {
                    ports.push(port);
                }
            }
        }
        path
    }

    /// Where the line through a point of the track begins or ends.
    fn anchor(&self, chain: &Chain, track: &Track, point: usize) -> Anchor {
        let at = track.points[point];
        let node = track.nodes.iter().position(|&node| node == point).map(|index| chain.nodes[index]);
        let ports = node.map_or(&[][..], |node: NodeNo| &self.nodes[node.index()]);
        let ring = chain.nodes.len() > 1 && chain.nodes.first() == chain.nodes.last();
        if ring && ports.is_empty() && node == chain.nodes.first().copied() {
            return Anchor::new(at, &[Port::near(at)]);
        }
        Anchor::new(at, ports)
    }
}
