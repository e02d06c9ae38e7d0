//! The way of a border over the lattice: the shortest path over (stroke, piece of the track), by Dijkstra's method.
//!
//! A stroke costs its length, its distance from the border and the turn from the stroke before. The piece that it stands
//! for never goes back and skips few, so that a path cannot take a short cut across a bay.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::ops::Range;

use super::PlanePoint;
use super::lattice::{GAPS, Joints, Port, Stroke};
use super::viewport::CellAt;

/// How far from the border a stroke may stand, in columns.
const BAND: f64 = 1.5;

/// How many pieces of the track a stroke may be ahead of the one before.
const SKIP: u16 = 3;

/// How far from its node a path may end, in columns.
const REACH: f64 = 1.6;

/// A stroke of a finished path.
#[derive(Clone, Copy, Debug)]
pub(super) struct Step {
    pub(super) cell: CellAt,
    pub(super) stroke: Stroke,
    /// The piece of the track that it stands for.
    pub(super) piece: usize,
}

impl Step {
    /// The ports that it runs from and to.
    pub(super) fn ports(&self) -> [Port; 2] {
        self.stroke.ports(self.cell)
    }
}

/// Where a path is to begin or end.
#[derive(Clone, Debug)]
pub(super) struct Anchor {
    /// The node.
    pub(super) at: PlanePoint,
    /// The ports at which it can join what is drawn already; empty if nothing is.
    pub(super) ports: Vec<Port>,
}

impl Anchor {
    /// What it costs to begin or end at a port; none if that is too far away.
    fn cost(&self, port: Port) -> Option<f64> {
        let square = |at: PlanePoint, other: PlanePoint| (at.x - other.x).powi(2) + (at.y - other.y).powi(2);
        if self.ports.is_empty() {
            let away = square(port.plane(), self.at);
            return (away < REACH * REACH).then_some(2.5 * away);
        }
        let join = |&drawn: &Port| {
            let gap = (drawn.x - port.x).abs() + (drawn.y - port.y).abs();
            let apart = match gap {
                0 => 0.0,
                1 => 0.3,
                _ => 2.0 + 5.0 * square(drawn.plane(), port.plane()),
            };
            (square(drawn.plane(), port.plane()) < REACH * REACH)
                .then(|| apart + 0.6 * square(drawn.plane(), self.at))
        };
        self.ports.iter().filter_map(join).min_by(f64::total_cmp)
    }
}

/// A directed stroke near the track: a state of the search.
struct State {
    from: u32,
    to: Port,
    cell: CellAt,
    stroke: Stroke,
    piece: u16,
    price: f64,
}

/// The lattice of a panel with what is drawn on it, and room to search.
pub(super) struct Router {
    width: i32,
    height: i32,
    joints: Joints,
    /// The character of each cell, 0 for none.
    drawn: Vec<u8>,
    /// For each port, which states leave from it: starts of ranges.
    starts: Vec<u32>,
    states: Vec<State>,
}

impl Router {
    /// An empty lattice of `width` × `height` cells.
    pub(super) fn new(width: u16, height: u16) -> Self {
        let (w, h) = (usize::from(width), usize::from(height));
        Self {
            width: i32::from(width),
            height: i32::from(height),
            joints: Joints::new(),
            drawn: vec![0; w * h],
            starts: vec![0; (2 * w + 1) * (2 * h + 1) + 1],
            states: Vec::new(),
        }
    }

    /// Routes the points `run` of a track; an empty path if none is found.
    pub(super) fn route(&mut self, points: &[PlanePoint], run: Range<usize>, ends: [&Anchor; 2]) -> Vec<Step> {
        let Some(line) = points.get(run.clone()).filter(|line| line.len() > 1) else { return Vec::new() };
        self.gather(line);
        self.sort();
        let path = self.search(line.len() - 1, ends);
        for step in &path {
            if let Some(index) = self.index(step.cell) {
                self.drawn[index] = super::lattice::merge(self.drawn[index], step.stroke.glyph());
            }
        }
        path.into_iter().map(|step| Step { piece: step.piece + run.start, ..step }).collect()
    }

    fn index(&self, at: CellAt) -> Option<usize> {
        let inside = (0..self.width).contains(&at.x) && (0..self.height).contains(&at.y);
        inside.then(|| usize::try_from(at.y * self.width + at.x).ok()).flatten()
    }

    fn port(&self, at: Port) -> Option<usize> {
        let inside = (0..=2 * self.width).contains(&at.x) && (0..=2 * self.height).contains(&at.y);
        inside.then(|| usize::try_from(at.y * (2 * self.width + 1) + at.x).ok()).flatten()
    }

    /// Collects the strokes near a line.
    fn gather(&mut self, line: &[PlanePoint]) {
        self.states.clear();
        for piece in 0..line.len() - 1 {
            let [a, b] = [line[piece], line[piece + 1]];
            let low = PlanePoint { x: a.x.min(b.x) - BAND - 0.5, y: a.y.min(b.y) - BAND - 1.0 }.cell();
            let high = PlanePoint { x: a.x.max(b.x) + BAND - 0.5, y: a.y.max(b.y) + BAND - 1.0 }.cell();
            for y in low.y.max(0)..=(high.y + 1).min(self.height - 1) {
                for x in low.x.max(0)..=(high.x + 1).min(self.width - 1) {
                    self.gather_cell(line, piece, CellAt { x, y });
                }
            }
        }
    }

    /// Collects the strokes of a cell that stand for a piece of the line.
    fn gather_cell(&mut self, line: &[PlanePoint], piece: usize, cell: CellAt) {
        let near = Near::new(line, piece);
        let Some(index) = self.index(cell) else { return };
        let drawn = self.drawn[index];
        for stroke in Stroke::all().step_by(2) {
            let [from, to] = stroke.ports(cell).map(Port::plane);
            let middle = PlanePoint { x: f64::midpoint(from.x, to.x), y: f64::midpoint(from.y, to.y) };
            let Some(away) = near.owns(middle) else { continue };
            let length = from.distance(to);
            let spread = (away + near.square(from) + near.square(to)) / 3.0;
            let taken = match drawn {
                0 => 0.0,
                glyph if glyph == stroke.glyph() => 0.9,
                _ => 3.0,
            };
            let price = 1.6 * spread * length + 0.15 * length + stroke.price() + taken;
            for stroke in [stroke, stroke.turned()] {
                let ports = stroke.ports(cell);
                if let (true, Some(from), Ok(piece)) = (near.forward(stroke), self.port(ports[0]), u16::try_from(piece)) {
                    let from = u32::try_from(from).unwrap_or(u32::MAX);
                    self.states.push(State { from, to: ports[1], cell, stroke, piece, price });
                }
            }
        }
    }

    /// Sorts the states by the port that they leave from.
    fn sort(&mut self) {
        self.states.sort_by_key(|state| (state.from, state.piece));
        self.starts.fill(0);
        for state in &self.states {
            self.starts[state.from as usize + 1] += 1;
        }
        for port in 1..self.starts.len() {
            self.starts[port] += self.starts[port - 1];
        }
    }

    /// The cheapest path along a line of so many pieces.
    fn search(&self, pieces: usize, ends: [&Anchor; 2]) -> Vec<Step> {
        let mut best = vec![f64::INFINITY; self.states.len()];
        let mut before = vec![u32::MAX; self.states.len()];
        let mut heap: BinaryHeap<Reverse<(u64, u32)>> = BinaryHeap::new();
        for (index, state) in self.states.iter().enumerate().filter(|(_, state)| state.piece < SKIP) {
            let start = state.stroke.ports(state.cell)[0];
            if let (Some(cost), Ok(number)) = (ends[0].cost(start), u32::try_from(index)) {
                best[index] = cost + state.price;
                heap.push(Reverse((best[index].to_bits(), number)));
            }
        }
        let mut goal: Option<(f64, u32)> = None;
        while let Some(Reverse((bits, number))) = heap.pop() {
            let (cost, index) = (f64::from_bits(bits), number as usize);
            if goal.is_some_and(|(least, _)| cost >= least) {
                break;
            }
            if cost > best[index] {
                continue;
            }
            let state = &self.states[index];
            if usize::from(state.piece + SKIP) >= pieces
                && let Some(end) = ends[1].cost(state.to)
                && goal.is_none_or(|(least, _)| cost + end < least)
            {
                goal = Some((cost + end, number));
            }
            for (next, joint) in self.after(state) {
                let total = cost + joint + self.states[next].price;
                if let (true, Ok(number_next)) = (total < best[next], u32::try_from(next)) {
                    best[next] = total;
                    before[next] = number;
                    heap.push(Reverse((total.to_bits(), number_next)));
                }
            }
        }
        self.trace(goal.map(|(_, number)| number), &before)
    }

    /// The states that may follow a state, with the cost of the joint.
    fn after<'a>(&'a self, state: &'a State) -> impl Iterator<Item = (usize, f64)> + 'a {
        GAPS.iter().enumerate().flat_map(move |(gap, &((dx, dy), _))| {
            let port = self.port(Port { x: state.to.x + dx, y: state.to.y + dy });
            let range = port.map_or(0..0, |port| self.starts[port] as usize..self.starts[port + 1] as usize);
            range.filter_map(move |index| {
                let next = &self.states[index];
                let ahead = (state.piece..=state.piece + SKIP).contains(&next.piece) && next.cell != state.cell;
                let cost = if ahead { self.joints.cost(state.stroke, next.stroke, gap) } else { f64::INFINITY };
                cost.is_finite().then_some((index, cost))
            })
        })
    }

    /// The path that ends in a state.
    fn trace(&self, end: Option<u32>, before: &[u32]) -> Vec<Step> {
        let mut path = Vec::new();
        let mut next = end;
        while let Some(number) = next {
            let state = &self.states[number as usize];
            path.push(Step { cell: state.cell, stroke: state.stroke, piece: usize::from(state.piece) });
            next = Some(before[number as usize]).filter(|&number| number != u32::MAX);
        }
        path.reverse();
        path
    }
}

/// A piece of the line with its neighbours.
struct Near<'a> {
    line: &'a [PlanePoint],
    piece: usize,
}

impl<'a> Near<'a> {
    fn new(line: &'a [PlanePoint], piece: usize) -> Self {
        Self { line, piece }
    }

    /// The square of the distance to a piece of the line; infinite beyond its ends.
    fn to(&self, piece: Option<usize>, at: PlanePoint) -> f64 {
        let ends = piece.and_then(|piece| self.line.get(piece).zip(self.line.get(piece + 1)));
        ends.map_or(f64::INFINITY, |(a, b)| square_to(*a, *b, at))
    }

    /// The square of the distance to the piece and its neighbours.
    fn square(&self, at: PlanePoint) -> f64 {
        let around = [self.piece.checked_sub(1), Some(self.piece), Some(self.piece + 1)];
        around.into_iter().map(|piece| self.to(piece, at)).fold(f64::INFINITY, f64::min)
    }

    /// The square of the distance, if the position is near and no neighbouring piece is nearer.
    fn owns(&self, at: PlanePoint) -> Option<f64> {
        let own = self.to(Some(self.piece), at);
        let nearest = own <= BAND * BAND
            && own < self.to(self.piece.checked_sub(1), at)
            && own <= self.to(Some(self.piece + 1), at);
        nearest.then_some(own)
    }

    /// Whether a stroke goes the way of the line, or at least not against it.
    fn forward(&self, stroke: Stroke) -> bool {
        let [a, b] = [self.piece.saturating_sub(1), (self.piece + 2).min(self.line.len() - 1)].map(|at| self.line[at]);
        let (way, line) = (stroke.way(), (b.x - a.x, b.y - a.y));
        let along = way.0 * line.0 + way.1 * line.1;
        along >= -0.3 * way.0.hypot(way.1) * line.0.hypot(line.1)
    }
}

/// The square of the distance from a position to a stretch.
fn square_to(a: PlanePoint, b: PlanePoint, at: PlanePoint) -> f64 {
    let (dx, dy) = (b.x - a.x, b.y - a.y);
    let length = dx * dx + dy * dy;
    let along = if length > 0.0 { (((at.x - a.x) * dx + (at.y - a.y) * dy) / length).clamp(0.0, 1.0) } else { 0.0 };
    (at.x - a.x - along * dx).powi(2) + (at.y - a.y - along * dy).powi(2)
}
