//! Chains: borders joined end to end, so that a line runs through its nodes without a break, as a hand would draw it.

use std::collections::BTreeMap;

use crate::gazetteer::{Arc, Borders, Ground, LonLat};

use super::PlanePoint;
use super::viewport::Viewport;

/// What an arc is on the map. In the order in which they are drawn.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Class {
    /// The outer border of the regions.
    Outline,
    /// A border between two regions.
    Inner,
}

/// The class of an arc; none for the borders of neighbours, which would compete with the country for the eye.
pub(super) fn class(arc: &Arc) -> Option<Class> {
    match arc.sides {
        [Ground::Region(one), Ground::Region(other)] => (one != other).then_some(Class::Inner),
        [Ground::Region(_), _] => Some(Class::Outline),
        _ => None,
    }
}

/// By arc, its line on the panel, node to node. That of an arc which does not touch the panel is a straight line between
/// its nodes; one that neither is drawn nor closes a ring, where the map is cut open, has none.
pub(super) fn courses(borders: &Borders, view: &Viewport) -> Vec<Vec<PlanePoint>> {
    borders.arcs().iter().map(|arc| line(arc, view)).collect()
}

fn line(arc: &Arc, view: &Viewport) -> Vec<PlanePoint> {
    let closes = matches!(arc.sides, [Ground::Region(one), Ground::Region(other)] if one == other);
    if class(arc).is_none() && !closes {
        return Vec::new();
    }
    let plane = |at: &LonLat| view.plane(*at);
    if view.touches(&arc.line) {
        arc.line.iter().map(plane).collect()
    } else {
        [arc.line.first(), arc.line.last()].into_iter().flatten().map(plane).collect()
    }
}

/// The number of a node: a point where arcs end.
pub(super) type NodeNo = usize;

/// An arc with the nodes that it runs between.
#[derive(Clone, Copy, Debug)]
struct Link {
    class: Class,
    nodes: [NodeNo; 2],
}

/// Arcs that are drawn in one go.
#[derive(Clone, Debug)]
pub(super) struct Chain {
    /// What they are.
    pub(super) class: Class,
    /// The arcs in order, by index, and whether each runs backwards.
    pub(super) arcs: Vec<(usize, bool)>,
    /// The nodes in order: one more than arcs.
    pub(super) nodes: Vec<NodeNo>,
}

/// An end of an arc: the arc's index, and 0 for its start or 1 for its end.
type End = (usize, usize);

/// The chains of a network and how many nodes it has.
///
/// Through a node, the two arcs of the outline go on in one another; of the other arcs the two that go straightest.
pub(super) fn chains(borders: &Borders, courses: &[Vec<PlanePoint>]) -> (Vec<Chain>, usize) {
    let (links, nodes) = links(borders);
    let mates = mates(courses, &links, nodes);
    let mut done = vec![false; links.len()];
    let mut chains = Vec::new();
    let ends = (0..links.len()).flat_map(|arc| [(arc, 0), (arc, 1)]);
    let loose = ends.filter(|&(arc, end)| mates[arc][end].is_none());
    // What is left when every chain with ends is taken are rings: they start anywhere.
    let starts: Vec<End> = loose.chain((0..links.len()).map(|arc| (arc, 0))).collect();
    for start in starts {
        if let Some(link) = links[start.0].filter(|_| !done[start.0]) {
            chains.push(follow(start, link.class, &links, &mates, &mut done));
        }
    }
    (chains, nodes)
}

/// The arcs that are drawn, with their nodes, and how many nodes there are.
fn links(borders: &Borders) -> (Vec<Option<Link>>, usize) {
    let mut nodes: BTreeMap<[u64; 2], NodeNo> = BTreeMap::new();
    let mut links = Vec::with_capacity(borders.arcs().len());
    for arc in borders.arcs() {
        let ends = arc.line.first().zip(arc.line.last());
        links.push(class(arc).zip(ends).map(|(class, (start, end))| {
            let nodes = [start, end].map(|at| {
                let next = nodes.len();
                *nodes.entry([at.lon().to_bits(), at.lat().to_bits()]).or_insert(next)
            });
            Link { class, nodes }
        }));
    }
    (links, nodes.len())
}

/// For each arc and end, the end that the line goes on at.
fn mates(courses: &[Vec<PlanePoint>], links: &[Option<Link>], nodes: usize) -> Vec<[Option<End>; 2]> {
    let mut meeting: Vec<Vec<End>> = vec![Vec::new(); nodes];
    for (arc, link) in links.iter().enumerate() {
        for (end, &node) in link.iter().flat_map(|link| link.nodes.iter().enumerate()) {
            meeting[node].push((arc, end));
        }
    }
    let mut mates = vec![[None; 2]; links.len()];
    for ends in &meeting {
        for class in [Class::Outline, Class::Inner] {
            let of_class = |end: &&End| links[end.0].is_some_and(|link| link.class == class);
            let ends: Vec<End> = ends.iter().filter(of_class).copied().collect();
            if let Some([one, other]) = straightest(courses, &ends) {
                mates[one.0][one.1] = Some(other);
                mates[other.0][other.1] = Some(one);
            }
        }
    }
    mates
}

/// The two ends that make the straightest line; none unless they turn by less than 90°, or are the only ones.
fn straightest(courses: &[Vec<PlanePoint>], ends: &[End]) -> Option<[End; 2]> {
    let ways: Vec<(f64, f64)> = ends.iter().map(|&(arc, end)| way(&courses[arc], end)).collect();
    let mut best: Option<(f64, [End; 2])> = None;
    for (i, one) in ways.iter().enumerate() {
        for (j, other) in ways.iter().enumerate().skip(i + 1) {
            let cosine = one.0 * other.0 + one.1 * other.1;
            if best.is_none_or(|(least, _)| cosine < least) {
                best = Some((cosine, [ends[i], ends[j]]));
            }
        }
    }
    best.filter(|&(cosine, _)| ends.len() == 2 || cosine < 0.0).map(|(_, pair)| pair)
}

/// The direction in which a line leaves its node, as a vector of length 1: towards its first point three columns away.
fn way(line: &[PlanePoint], end: usize) -> (f64, f64) {
    let points = line.iter().copied();
    if end == 0 { towards(points) } else { towards(points.rev()) }
}

fn towards(mut points: impl Iterator<Item = PlanePoint>) -> (f64, f64) {
    let Some(node) = points.next() else { return (0.0, 0.0) };
    let mut last = node;
    for point in points {
        last = point;
        if node.distance(point) >= 3.0 {
            break;
        }
    }
    let length = node.distance(last);
    if length > 0.0 { ((last.x - node.x) / length, (last.y - node.y) / length) } else { (0.0, 0.0) }
}

/// The chain that begins at an end of an arc.
fn follow(start: End, class: Class, links: &[Option<Link>], mates: &[[Option<End>; 2]], done: &mut [bool]) -> Chain {
    let mut chain = Chain { class, arcs: Vec::new(), nodes: Vec::new() };
    let mut next = Some(start);
    while let Some((arc, end)) = next {
        let Some(link) = links[arc].filter(|_| !done[arc]) else { break };
        done[arc] = true;
        if chain.nodes.is_empty() {
            chain.nodes.push(link.nodes[end]);
        }
        chain.arcs.push((arc, end == 1));
        chain.nodes.push(link.nodes[1 - end]);
        next = mates[arc][1 - end];
    }
    chain
}
