//! A chain on the panel, cut into pieces about one column long.

use std::ops::Range;

use super::PlanePoint;
use super::chain::Chain;
use super::viewport::Viewport;

/// The line that the strokes of a chain should follow.
#[derive(Debug)]
pub(super) struct Track {
    /// The ends of the pieces: one more than pieces, none if the chain has no length.
    pub(super) points: Vec<PlanePoint>,
    /// For each node of the chain, which point it is.
    pub(super) nodes: Vec<usize>,
    /// The stretches of it that lie on the panel, as ranges of points.
    pub(super) runs: Vec<Range<usize>>,
}

/// The length of a piece, in columns.
const PIECE: f64 = 1.0;

impl Track {
    /// The track of a chain, given the lines of all arcs on the panel.
    ///
    /// The line is walked in equal steps: from each point to where the line first leaves a circle of one column about it
    /// (the natural principle of Li and Openshaw, 1992). What is smaller than a cell vanishes, as it does to the eye.
    pub(super) fn new(chain: &Chain, courses: &[Vec<PlanePoint>], view: &Viewport) -> Self {
        let points: usize = chain.arcs.iter().map(|(arc, _)| courses[arc.index()].len()).sum();
        let nodes = Vec::with_capacity(chain.nodes.len());
        let mut track = Self { points: Vec::with_capacity(points), nodes, runs: Vec::new() };
        for &(arc, reversed) in &chain.arcs {
            let line = courses[arc.index()].iter().copied();
            if reversed { track.walk(line.rev(), view) } else { track.walk(line, view) }
        }
        track.nodes.push(track.points.len().saturating_sub(1));
        for (index, _) in track.points.iter().enumerate().filter(|(_, point)| view.shows(**point)) {
            match track.runs.last_mut() {
                Some(run) if run.end == index => run.end = index + 1,
                _ => track.runs.push(index..index + 1),
            }
        }
        track
    }

    /// How many of its points lie on the panel.
    pub(super) fn shown(&self) -> usize {
        self.runs.iter().map(Range::len).sum()
    }

    /// Walks along one arc, from node to node.
    fn walk(&mut self, mut line: impl Iterator<Item = PlanePoint>, view: &Viewport) {
        let Some(start) = line.next() else { return };
        if self.points.is_empty() {
            self.points.push(start);
        }
        let first = self.points.len();
        self.nodes.push(first - 1);
        let unseen = |from: PlanePoint, to: PlanePoint| view.misses(from, to);
        let (here, before) = stride(start, line, PIECE, unseen, &mut self.points);
        // A rest of less than half a piece is added to the last one, and an arc that short has no piece of its own.
        if here.distance(before) < PIECE / 2.0 && self.points.len() > 1 {
            self.points.pop();
            if self.points.len() < first {
                self.nodes.iter_mut().for_each(|node| *node = (*node).min(self.points.len()));
            }
        }
        self.points.push(before);
    }
}

/// A line in equal steps with its last point; what is smaller than a step vanishes.
pub(super) fn paced(mut line: impl Iterator<Item = PlanePoint>, pace: f64) -> Vec<PlanePoint> {
    let Some(start) = line.next() else { return Vec::new() };
    let mut points = vec![start];
    let (_, end) = stride(start, line, pace, |_, _| false, &mut points);
    points.push(end);
    points
}

/// Walks from `here` along a line in equal steps, which are appended to `points`; the last of them and the end of the line.
/// Of the steps along a part of the line that is `unseen` only the last one is.
fn stride(
    mut here: PlanePoint,
    line: impl Iterator<Item = PlanePoint>,
    pace: f64,
    unseen: impl Fn(PlanePoint, PlanePoint) -> bool,
    points: &mut Vec<PlanePoint>,
) -> (PlanePoint, PlanePoint) {
    let mut before = here;
    for next in line {
        while here.square(next) >= pace * pace {
            here = leave(here, before, next, pace);
            if unseen(here, next) {
                here = skip(here, next, pace);
            }
            before = here;
            points.push(here);
        }
        before = next;
    }
    (here, before)
}

/// The last of the equal steps from a point towards another one.
fn skip(from: PlanePoint, to: PlanePoint, pace: f64) -> PlanePoint {
    let length = from.distance(to).max(f64::MIN_POSITIVE);
    let along = (length / pace).floor() * pace / length;
    PlanePoint { x: from.x + along * (to.x - from.x), y: from.y + along * (to.y - from.y) }
}

/// Where the line from `before` to `next` leaves the circle of one step about `centre`, given that `before` lies within.
fn leave(centre: PlanePoint, before: PlanePoint, next: PlanePoint, pace: f64) -> PlanePoint {
    let (dx, dy) = (next.x - before.x, next.y - before.y);
    let (fx, fy) = (before.x - centre.x, before.y - centre.y);
    let a = dx * dx + dy * dy;
    let b = 2.0 * (fx * dx + fy * dy);
    let c = fx * fx + fy * fy - pace * pace;
    let root = (b * b - 4.0 * a * c).max(0.0).sqrt();
    let along = ((root - b) / (2.0 * a)).clamp(0.0, 1.0);
    PlanePoint { x: before.x + along * dx, y: before.y + along * dy }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unseen_steps_are_passed_over_along_the_line() {
        let (from, to) = (PlanePoint { x: -90.0, y: 10.0 }, PlanePoint { x: -59.5, y: -20.5 });
        let last = skip(from, to, 1.0);
        assert!((last.y - to.y + last.x - to.x).abs() < 1e-9, "on the line, which falls by one a column: {last:?}");
        assert!((0.0..1.0).contains(&last.distance(to)), "less than a step before its end: {last:?}");
    }
}
