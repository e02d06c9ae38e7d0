//! Chains: borders joined end to end, so that a line runs through its nodes without a break, as a hand would draw it.

use crate::gazetteer::{Arc, ArcEnd, ArcNo, Borders, Ground, NodeNo, Nodes};

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
    if view.touches_arc(arc) {
        view.line(arc.line.iter()).collect()
    } else {
        view.line([arc.line.first(), arc.line.last()].into_iter().flatten()).collect()
    }
}

/// Arcs that are drawn in one go.
#[derive(Clone, Debug)]
pub(super) struct Chain {
    /// What they are.
    pub(super) class: Class,
    /// The arcs in order, and whether each runs backwards.
    pub(super) arcs: Vec<(ArcNo, bool)>,
    /// The nodes in order: one more than arcs.
    pub(super) nodes: Vec<NodeNo>,
}

/// The chains of a network.
///
/// Through a node, the two arcs of the outline go on in one another; of the other arcs the two that go straightest.
pub(super) fn chains(borders: &Borders, classes: &[Option<Class>], courses: &[Vec<PlanePoint>]) -> Vec<Chain> {
    let nodes = borders.nodes();
    let mates = mates(nodes, classes, courses);
    let mut done = vec![false; classes.len()];
    let mut chains = Vec::new();
    let arcs = || (0..classes.len()).map(ArcNo::from_index);
    let ends = arcs().flat_map(|arc| [0, 1].map(|end| ArcEnd { arc, end }));
    let loose = ends.filter(|end| mates[end.arc.index()][end.end].is_none());
    // What is left when every chain with ends is taken are rings: they start anywhere.
    for start in loose.chain(arcs().map(|arc| ArcEnd { arc, end: 0 })) {
        if let Some(class) = classes[start.arc.index()].filter(|_| !done[start.arc.index()]) {
            chains.push(follow(start, class, nodes, &mates, &mut done));
        }
    }
    chains
}

/// For each arc and end, the end that the line goes on at.
fn mates(nodes: &Nodes, classes: &[Option<Class>], courses: &[Vec<PlanePoint>]) -> Vec<[Option<ArcEnd>; 2]> {
    let mut mates = vec![[None; 2]; classes.len()];
    let mut ends = Vec::new();
    for meeting in nodes.meetings() {
        for class in [Class::Outline, Class::Inner] {
            ends.clear();
            ends.extend(meeting.iter().copied().filter(|end| classes[end.arc.index()] == Some(class)));
            if let Some([one, other]) = straightest(courses, &ends) {
                mates[one.arc.index()][one.end] = Some(other);
                mates[other.arc.index()][other.end] = Some(one);
            }
        }
    }
    mates
}

/// The two ends that make the straightest line; none unless they turn by less than 90°, or are the only ones.
fn straightest(courses: &[Vec<PlanePoint>], ends: &[ArcEnd]) -> Option<[ArcEnd; 2]> {
    if let [one, other] = *ends {
        return Some([one, other]);
    }
    let ways: Vec<(f64, f64)> = ends.iter().map(|end| way(&courses[end.arc.index()], end.end)).collect();
    let mut best: Option<(f64, [ArcEnd; 2])> = None;
    for (i, one) in ways.iter().enumerate() {
        for (j, other) in ways.iter().enumerate().skip(i + 1) {
            let cosine = one.0 * other.0 + one.1 * other.1;
            if best.is_none_or(|(least, _)| cosine < least) {
                best = Some((cosine, [ends[i], ends[j]]));
            }
        }
    }
    best.filter(|&(cosine, _)| cosine < 0.0).map(|(_, pair)| pair)
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
fn follow(start: ArcEnd, class: Class, nodes: &Nodes, mates: &[[Option<ArcEnd>; 2]], done: &mut [bool]) -> Chain {
    let mut chain = Chain { class, arcs: Vec::new(), nodes: vec![nodes.of(start.arc)[start.end]] };
    let mut next = Some(start);
    while let Some(ArcEnd { arc, end }) = next.filter(|next| !done[next.arc.index()]) {
        done[arc.index()] = true;
        chain.arcs.push((arc, end == 1));
        chain.nodes.push(nodes.of(arc)[1 - end]);
        next = mates[arc.index()][1 - end];
    }
    chain
}
