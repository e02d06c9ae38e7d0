//! The way of a border over the lattice: the shortest path over (stroke, piece of the track), by Dijkstra's method.
//!
//! A stroke costs its length, its distance from the border and the turn from the stroke before. The piece that it stands
//! for never goes back and skips few, so that a path cannot take a short cut across a bay.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::ops::Range;

use super::PlanePoint;
use super::lattice::{GAPS, Joints, Port, Stroke, merge};
use super::viewport::CellAt;

/// How far from the border a stroke may stand, in columns.
const BAND: f64 = 1.3;

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
            (square(drawn.plane(), port.plane()) < REACH * REACH).then(|| apart + 0.6 * square(drawn.plane(), self.at))
        };
        self.ports.iter().filter_map(join).min_by(f64::total_cmp)
    }
}

/// A directed stroke near the track: a state of the search.
#[derive(Clone, Copy)]
struct State {
    /// The number of the port that it leaves from.
    from: u32,
    /// The number of the port that it leads to.
    to: u32,
    cell: CellAt,
    price: f32,
    piece: u16,
    stroke: Stroke,
}

/// The measures of a stroke, from the upper left corner of its cell.
struct Kind {
    stroke: Stroke,
    from: PlanePoint,
    middle: PlanePoint,
    to: PlanePoint,
    way: (f64, f64),
    length: f64,
}

impl Kind {
    fn new(stroke: Stroke) -> Self {
        let [from, to] = stroke.ports(CellAt { x: 0, y: 0 }).map(Port::plane);
        let middle = PlanePoint { x: f64::midpoint(from.x, to.x), y: f64::midpoint(from.y, to.y) };
        Self { stroke, from, middle, to, way: stroke.way(), length: stroke.length() }
    }
}

/// The lattice of a panel with what is drawn on it, and room to search.
pub(super) struct Router {
    width: i32,
    height: i32,
    joints: Joints,
    kinds: Vec<Kind>,
    /// The character of each cell, 0 for none.
    drawn: Vec<u8>,
    /// Where the states that leave from each port begin among the sorted states.
    starts: Vec<u32>,
    found: Vec<State>,
    states: Vec<State>,
    best: Vec<f32>,
    before: Vec<u32>,
}

/// No state.
const NONE: u32 = u32::MAX;

impl Router {
    /// An empty lattice of `width` × `height` cells.
    pub(super) fn new(width: u16, height: u16) -> Self {
        let (w, h) = (usize::from(width), usize::from(height));
        Self {
            width: i32::from(width),
            height: i32::from(height),
            joints: Joints::new(),
            kinds: Stroke::all().step_by(2).map(Kind::new).collect(),
            drawn: vec![0; w * h],
            starts: vec![0; (2 * w + 3) * (2 * h + 3) + 1],
            found: Vec::new(),
            states: Vec::new(),
            best: Vec::new(),
            before: Vec::new(),
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
                self.drawn[index] = merge(self.drawn[index], step.stroke.glyph());
            }
        }
        path.into_iter().map(|step| Step { piece: step.piece + run.start, ..step }).collect()
    }

    fn index(&self, at: CellAt) -> Option<usize> {
        let inside = (0..self.width).contains(&at.x) && (0..self.height).contains(&at.y);
        inside.then(|| usize::try_from(at.y * self.width + at.x).ok()).flatten()
    }

    /// How many port numbers lie between a port and the one below. There is a port to spare on every side of the panel,
    /// so that gaps need no test.
    fn stride(&self) -> i32 {
        2 * self.width + 3
    }

    fn port(&self, at: Port) -> u32 {
        u32::try_from((at.y + 1) * self.stride() + at.x + 1).unwrap_or(0)
    }

    /// Collects the strokes near a line.
    fn gather(&mut self, line: &[PlanePoint]) {
        self.found.clear();
        for near in Near::all(line) {
            let Some([low, high]) = near.bounds() else { continue };
            for y in low.y.max(0)..=high.y.min(self.height - 1) {
                for x in low.x.max(0)..=high.x.min(self.width - 1) {
                    self.gather_cell(&near, CellAt { x, y });
                }
            }
        }
    }

    /// Collects the strokes of a cell that stand for a piece of the line.
    fn gather_cell(&mut self, near: &Near, cell: CellAt) {
        let Some(index) = self.index(cell).filter(|_| !near.far(cell.middle())) else { return };
        let drawn = self.drawn[index];
        let corner = Port::of(cell, (0, 0)).plane();
        for kind in &self.kinds {
            let Some(away) = near.owns(kind.middle.from(corner)) else { continue };
            let spread = (away + near.square(kind.from.from(corner)) + near.square(kind.to.from(corner))) / 3.0;
            let taken = match drawn {
                0 => 0.0,
                glyph if glyph == kind.stroke.glyph() => 0.9,
                _ => 3.0,
            };
            let price = narrow((1.6 * spread + 0.15) * kind.length + kind.stroke.price() + taken);
            let (x, y) = kind.way;
            for (stroke, way) in [(kind.stroke, (x, y)), (kind.stroke.turned(), (-x, -y))] {
                if near.forward(way, kind.length) {
                    let [from, to] = stroke.ports(cell).map(|port| self.port(port));
                    self.found.push(State { from, to, cell, price, piece: near.piece, stroke });
                }
            }
        }
    }

    /// Sorts the states by the port that they leave from: counts, sums, fills.
    fn sort(&mut self) {
        self.starts.fill(0);
        for state in &self.found {
            self.starts[state.from as usize] += 1;
        }
        let mut sum = 0;
        for start in &mut self.starts {
            sum += *start;
            *start = sum;
        }
        self.states.clone_from(&self.found);
        for state in self.found.iter().rev() {
            let place = &mut self.starts[state.from as usize];
            *place -= 1;
            self.states[*place as usize] = *state;
        }
    }

    /// The cheapest path along a line of so many pieces.
    fn search(&mut self, pieces: usize, ends: [&Anchor; 2]) -> Vec<Step> {
        let mut heap: BinaryHeap<Reverse<u64>> = BinaryHeap::new();
        self.best.clear();
        self.best.resize(self.states.len(), f32::INFINITY);
        self.before.clear();
        self.before.resize(self.states.len(), NONE);
        for (number, state) in (0_u32..).zip(&self.states).filter(|(_, state)| state.piece < SKIP) {
            if let Some(cost) = ends[0].cost(state.stroke.ports(state.cell)[0]) {
                let total = narrow(cost + state.stroke.end_price()) + state.price;
                self.best[number as usize] = total;
                heap.push(entry(total, number));
            }
        }
        let mut goal = (f32::INFINITY, NONE);
        while let Some(Reverse(top)) = heap.pop() {
            let (cost, number) = read(top);
            if cost >= goal.0 {
                break;
            }
            if cost > self.best[number as usize] {
                continue;
            }
            let state = self.states[number as usize];
            if usize::from(state.piece + SKIP) >= pieces
                && let Some(end) = ends[1].cost(state.stroke.ports(state.cell)[1])
                && cost + narrow(end + state.stroke.end_price()) < goal.0
            {
                goal = (cost + narrow(end + state.stroke.end_price()), number);
            }
            self.relax(number, state, cost, &mut heap);
        }
        self.trace(goal.1)
    }

    /// Offers the way over a state to all that may follow it.
    fn relax(&mut self, number: u32, state: State, cost: f32, heap: &mut BinaryHeap<Reverse<u64>>) {
        let window = state.piece..=state.piece + SKIP;
        for (gap, (dx, dy)) in GAPS.into_iter().enumerate() {
            let Some(port) = state.to.checked_add_signed(dy * self.stride() + dx).map(|port| port as usize) else {
                continue;
            };
            let (start, end) = (self.starts[port] as usize, self.starts[port + 1] as usize);
            for index in start..end {
                let next = &self.states[index];
                if !window.contains(&next.piece) || next.cell == state.cell {
                    continue;
                }
                let total = cost + next.price + self.joints.cost(state.stroke, next.stroke, gap);
                if total < self.best[index] {
                    self.best[index] = total;
                    self.before[index] = number;
                    heap.push(entry(total, u32::try_from(index).unwrap_or(NONE)));
                }
            }
        }
    }

    /// The path that ends in a state; empty for none.
    fn trace(&self, end: u32) -> Vec<Step> {
        let mut path = Vec::new();
        let mut next = end;
        while next != NONE {
            let state = &self.states[next as usize];
            path.push(Step { cell: state.cell, stroke: state.stroke, piece: usize::from(state.piece) });
            next = self.before[next as usize];
        }
        path.reverse();
        path
    }
}

/// A cost and a state in one number that sorts by the cost: the bits of positive floats sort as they do.
fn entry(cost: f32, state: u32) -> Reverse<u64> {
    Reverse(u64::from(cost.to_bits()) << 32 | u64::from(state))
}

#[expect(clippy::cast_possible_truncation, reason = "the two halves are taken apart again")]
fn read(entry: u64) -> (f32, u32) {
    (f32::from_bits((entry >> 32) as u32), entry as u32)
}

#[expect(clippy::cast_possible_truncation, reason = "costs are small and need no more than single precision")]
pub(super) fn narrow(cost: f64) -> f32 {
    cost as f32
}

/// A piece of the line with its neighbours.
struct Near {
    piece: u16,
    /// The piece before, the piece itself, the piece after.
    around: [Option<Stretch>; 3],
    /// The way of the line about here, as a vector of length 1.
    way: (f64, f64),
}

impl Near {
    /// The pieces of a line; none of a line too long to be drawn.
    fn all(line: &[PlanePoint]) -> impl Iterator<Item = Self> + '_ {
        let stretch = |piece: usize| line.get(piece).zip(line.get(piece + 1)).map(|(a, b)| Stretch::new(*a, *b));
        (0_u16..u16::MAX).zip(1..line.len()).map(move |(piece, next)| {
            let [a, b] = [next.saturating_sub(2), (next + 1).min(line.len() - 1)].map(|at| line[at]);
            let (x, y) = (b.x - a.x, b.y - a.y);
            let length = x.hypot(y).max(f64::MIN_POSITIVE);
            let around = [next.checked_sub(2).and_then(stretch), stretch(next - 1), stretch(next)];
            Self { piece, around, way: (x / length, y / length) }
        })
    }

    /// The first and the last cell that may hold a stroke near the piece.
    fn bounds(&self) -> Option<[CellAt; 2]> {
        let [a, b] = self.around[1].as_ref()?.ends();
        let low = PlanePoint { x: a.x.min(b.x) - BAND - 0.75, y: a.y.min(b.y) - BAND - 2.0 };
        let high = PlanePoint { x: a.x.max(b.x) + BAND - 0.25, y: a.y.max(b.y) + BAND - 0.5 };
        Some([low.cell(), high.cell()])
    }

    /// The square of the distance to the piece before (0), the piece itself (1) or the one after (2).
    fn to(&self, which: usize, at: PlanePoint) -> f64 {
        self.around[which].as_ref().map_or(f64::INFINITY, |stretch| stretch.square(at))
    }

    /// Whether no stroke of the cell about this middle can be near: their middles are at most 1.12 columns off.
    fn far(&self, middle: PlanePoint) -> bool {
        self.to(1, middle) > (BAND + 1.12) * (BAND + 1.12)
    }

    /// The square of the distance to the nearest of the three.
    fn square(&self, at: PlanePoint) -> f64 {
        self.to(0, at).min(self.to(1, at)).min(self.to(2, at))
    }

    /// The square of the distance, if the position is near and no neighbouring piece is nearer.
    fn owns(&self, at: PlanePoint) -> Option<f64> {
        let own = self.to(1, at);
        (own <= BAND * BAND && own < self.to(0, at) && own <= self.to(2, at)).then_some(own)
    }

    /// Whether a way goes along the line, or at least not against it.
    fn forward(&self, (x, y): (f64, f64), length: f64) -> bool {
        x * self.way.0 + y * self.way.1 >= -0.3 * length
    }
}

/// A straight stretch of the line.
struct Stretch {
    from: PlanePoint,
    way: (f64, f64),
    /// One over the square of its length; 0 for a stretch without length.
    inverse: f64,
}

impl Stretch {
    fn new(from: PlanePoint, to: PlanePoint) -> Self {
        let way = (to.x - from.x, to.y - from.y);
        let square = way.0 * way.0 + way.1 * way.1;
        Self { from, way, inverse: if square > 0.0 { 1.0 / square } else { 0.0 } }
    }

    fn ends(&self) -> [PlanePoint; 2] {
        [self.from, PlanePoint { x: self.from.x + self.way.0, y: self.from.y + self.way.1 }]
    }

    /// The square of the distance from a position.
    fn square(&self, at: PlanePoint) -> f64 {
        let (x, y) = (at.x - self.from.x, at.y - self.from.y);
        let along = ((x * self.way.0 + y * self.way.1) * self.inverse).clamp(0.0, 1.0);
        let (x, y) = (x - along * self.way.0, y - along * self.way.1);
        x * x + y * y
    }
}
