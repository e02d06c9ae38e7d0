//! The way of a border over the lattice: the shortest path over (stroke, piece of the track), by Dijkstra's method.
//!
//! A stroke costs its length, its distance from the border and the turn from the stroke before. The piece that it stands
//! for never goes back and skips few, so that a path cannot take a short cut across a bay.

use std::ops::Range;

use super::PlanePoint;
use super::lattice::{GAPS, Joints, Port, Stroke, merge};
use super::near::{Near, Positions, narrow};
use super::viewport::CellAt;

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
        if self.ports.is_empty() {
            let away = port.plane().square(self.at);
            return (away < REACH * REACH).then_some(2.5 * away);
        }
        let join = |&drawn: &Port| {
            let gap = (drawn.x - port.x).abs() + (drawn.y - port.y).abs();
            let apart = match gap {
                0 => 0.0,
                1 => 0.3,
                _ => 2.0 + 5.0 * drawn.plane().square(port.plane()),
            };
            (drawn.plane().square(port.plane()) < REACH * REACH).then(|| apart + 0.6 * drawn.plane().square(self.at))
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
    /// The next state that leaves from the same port.
    next: u32,
    /// The number of its cell.
    cell: u32,
    price: f32,
    piece: u16,
    stroke: Stroke,
}

/// The measures of a stroke, from the upper left corner of its cell.
struct Kind {
    stroke: Stroke,
    /// The number of its middle among the middles.
    middle: usize,
    /// The numbers of its ends among the ends.
    ends: [usize; 2],
    /// How far the numbers of its ports are from that of the port in the cell's upper left corner.
    ports: [u32; 2],
    way: (f32, f32),
    length: f32,
    price: f32,
}

/// All strokes, with the positions that they share.
struct Kinds {
    all: Vec<Kind>,
    middles: Positions,
    ends: Positions,
}

impl Kinds {
    /// The strokes of a lattice in which so many port numbers lie between a port and the one below.
    fn new(stride: i32) -> Self {
        let (mut middles, mut ends) = (Positions::default(), Positions::default());
        let kind = |stroke: Stroke| {
            let ports = stroke.ports(CellAt { x: 0, y: 0 });
            let [from, to] = ports.map(Port::plane);
            let (across, down) = stroke.way();
            let middle = PlanePoint { x: f64::midpoint(from.x, to.x), y: f64::midpoint(from.y, to.y) };
            Kind {
                stroke,
                middle: middles.number(middle),
                ends: [from, to].map(|end| ends.number(end)),
                ports: ports.map(|port| u32::try_from(port.y * stride + port.x).unwrap_or(0)),
                way: (narrow(across), narrow(down)),
                length: narrow(stroke.length()),
                price: narrow(stroke.price()),
            }
        };
        let all = Stroke::all().step_by(2).map(kind).collect();
        Self { all, middles, ends }
    }
}

/// The lattice of a panel with what is drawn on it, and room to search.
pub(super) struct Router {
    width: i32,
    height: i32,
    joints: &'static Joints,
    kinds: Kinds,
    /// The character of each cell, 0 for none.
    drawn: Vec<u8>,
    /// By port, the first state that leaves from it. Between two searches there is none.
    first: Vec<u32>,
    states: Vec<State>,
    best: Vec<f32>,
    before: Vec<u32>,
    /// By piece, the least cost at which the search has come to it.
    least: Vec<f32>,
    queue: Queue,
}

/// A way that has cost so much more than the best one to the same piece is not followed: it does not catch up. (From
/// 1.5 on the maps of all zooms come out the same as without this bound; at 1.0 some strokes differ.)
const BEAM: f32 = 3.0;

/// No state.
const NONE: u32 = u32::MAX;

impl Router {
    /// An empty lattice of `width` × `height` cells.
    pub(super) fn new(width: u16, height: u16) -> Self {
        let (w, h) = (usize::from(width), usize::from(height));
        Self {
            width: i32::from(width),
            height: i32::from(height),
            joints: Joints::all(),
            kinds: Kinds::new(2 * i32::from(width) + 3),
            drawn: vec![0; w * h],
            first: vec![NONE; (2 * w + 3) * (2 * h + 3)],
            states: Vec::new(),
            best: Vec::new(),
            before: Vec::new(),
            least: Vec::new(),
            queue: Queue::default(),
        }
    }

    /// Routes the points `run` of a track; an empty path if none is found.
    pub(super) fn route(&mut self, points: &[PlanePoint], run: Range<usize>, ends: [&Anchor; 2]) -> Vec<Step> {
        let Some(line) = points.get(run.clone()).filter(|line| line.len() > 1) else { return Vec::new() };
        self.gather(line);
        self.link();
        let mut path = self.search(line.len() - 1, ends, BEAM);
        if path.is_empty() {
            path = self.search(line.len() - 1, ends, f32::INFINITY);
        }
        self.unlink();
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

    /// The port of a number.
    fn port_at(&self, number: u32) -> Port {
        let number = i32::try_from(number).unwrap_or(0);
        Port { x: number % self.stride() - 1, y: number / self.stride() - 1 }
    }

    /// The cell of a number.
    fn cell_at(&self, number: u32) -> CellAt {
        let (number, width) = (i32::try_from(number).unwrap_or(0), self.width.max(1));
        CellAt { x: number % width, y: number / width }
    }

    /// Collects the strokes near a line.
    fn gather(&mut self, line: &[PlanePoint]) {
        self.states.clear();
        for near in Near::all(line) {
            let [low, high] = near.bounds();
            for y in low.y.max(0)..=high.y.min(self.height - 1) {
                for x in low.x.max(0)..=high.x.min(self.width - 1) {
                    self.gather_cell(&near, CellAt { x, y });
                }
            }
        }
    }

    /// Collects the strokes of a cell that stand for a piece of the line.
    fn gather_cell(&mut self, near: &Near, cell: CellAt) {
        let corner = Port::of(cell, (0, 0)).plane();
        let Some(middles) = near.owned(corner, &self.kinds.middles) else { return };
        let ends = near.squares(corner, &self.kinds.ends);
        let Some(index) = self.index(cell) else { return };
        let (drawn, number) = (self.drawn[index], u32::try_from(index).unwrap_or(NONE));
        let base = self.port(Port::of(cell, (0, 0)));
        for kind in &self.kinds.all {
            let away = middles[kind.middle];
            if away.is_infinite() {
                continue;
            }
            let spread = (away + ends[kind.ends[0]] + ends[kind.ends[1]]) / 3.0;
            let taken = match drawn {
                0 => 0.0,
                glyph if glyph == kind.stroke.glyph() => 0.9,
                _ => 3.0,
            };
            let price = (1.6 * spread + 0.15) * kind.length + kind.price + taken;
            let along = near.along(kind.way);
            let [from, to] = kind.ports.map(|port| base + port);
            let state = State { from, to, next: NONE, cell: number, price, piece: near.piece, stroke: kind.stroke };
            // Along the line, or at least not against it.
            if along >= -0.1 * kind.length {
                self.states.push(state);
            }
            if along <= 0.1 * kind.length {
                self.states.push(State { from: to, to: from, stroke: kind.stroke.turned(), ..state });
            }
        }
    }

    /// Links the states that leave from one port, in the order in which they were found.
    fn link(&mut self) {
        let count = u32::try_from(self.states.len()).unwrap_or(NONE);
        for (number, state) in (0..count).rev().zip(self.states.iter_mut().rev()) {
            let first = &mut self.first[state.from as usize];
            state.next = std::mem::replace(first, number);
        }
    }

    /// Makes every port forget its states, so that the next search finds none.
    fn unlink(&mut self) {
        for state in &self.states {
            self.first[state.from as usize] = NONE;
        }
    }

    /// The cheapest path along a line of so many pieces, of those within a beam.
    fn search(&mut self, pieces: usize, ends: [&Anchor; 2], beam: f32) -> Vec<Step> {
        self.queue.clear();
        self.best.clear();
        self.best.resize(self.states.len(), f32::INFINITY);
        self.before.clear();
        self.before.resize(self.states.len(), NONE);
        self.least.clear();
        self.least.resize(pieces, f32::INFINITY);
        for (number, state) in (0_u32..).zip(&self.states).take_while(|(_, state)| state.piece < SKIP) {
            if let Some(cost) = ends[0].cost(self.port_at(state.from)) {
                let total = narrow(cost + state.stroke.end_price()) + state.price;
                self.best[number as usize] = total;
                self.queue.push(total, number);
            }
        }
        let mut goal = (f32::INFINITY, NONE);
        while let Some((floor, number)) = self.queue.pop() {
            if floor >= goal.0 {
                break;
            }
            let cost = self.best[number as usize];
            let state = self.states[number as usize];
            let least = &mut self.least[usize::from(state.piece)];
            *least = least.min(cost);
            if cost < floor || cost >= goal.0 || cost > *least + beam {
                continue;
            }
            if usize::from(state.piece + SKIP) >= pieces
                && let Some(end) = ends[1].cost(self.port_at(state.to))
                && cost + narrow(end + state.stroke.end_price()) < goal.0
            {
                goal = (cost + narrow(end + state.stroke.end_price()), number);
            }
            self.relax(number, state, cost, beam);
        }
        self.trace(goal.1)
    }

    /// Offers the way over a state to all that may follow it.
    fn relax(&mut self, number: u32, state: State, cost: f32, beam: f32) {
        for (gap, (dx, dy)) in GAPS.into_iter().enumerate() {
            let port = state.to.checked_add_signed(dy * self.stride() + dx);
            let mut index = port.and_then(|port| self.first.get(port as usize)).copied().unwrap_or(NONE);
            while let Some(next) = self.states.get(index as usize) {
                let best = &mut self.best[index as usize];
                // A piece before this one is nearly 2^16 ahead.
                let ahead = next.piece.wrapping_sub(state.piece);
                if ahead <= SKIP && next.cell != state.cell && cost + next.price < *best {
                    let total = cost + next.price + self.joints.cost(state.stroke, next.stroke, gap);
                    if total < *best && total <= self.least[usize::from(next.piece)] + beam {
                        *best = total;
                        self.before[index as usize] = number;
                        self.queue.push(total, index);
                    }
                }
                index = next.next;
            }
        }
    }

    /// The path that ends in a state; empty for none.
    fn trace(&self, end: u32) -> Vec<Step> {
        let mut path = Vec::new();
        let mut next = end;
        while next != NONE {
            let state = &self.states[next as usize];
            path.push(Step { cell: self.cell_at(state.cell), stroke: state.stroke, piece: usize::from(state.piece) });
            next = self.before[next as usize];
        }
        path.reverse();
        path
    }
}

/// The states that wait, roughly by cost: in slots, of which each holds the costs of one stretch. Within a slot the order
/// is free, and a state that is found cheaper later in its slot is taken once more, so that the result is exact.
#[derive(Default)]
struct Queue {
    slots: Vec<Vec<u32>>,
    at: usize,
}

/// Slots to one unit of cost.
const SLOTS: f32 = 8.0;

impl Queue {
    fn clear(&mut self) {
        self.slots.iter_mut().for_each(Vec::clear);
        self.at = 0;
    }

    /// Lets a state wait. No cost is less than the last one taken, save by less than a slot.
    fn push(&mut self, cost: f32, state: u32) {
        let slot = slot(cost);
        if self.slots.len() <= slot {
            self.slots.resize_with(slot + 1, Vec::new);
        }
        self.slots[slot].push(state);
    }

    /// A state of the first slot that has any, with the least cost that the slot stands for.
    #[expect(clippy::cast_precision_loss, reason = "a path has some thousand slots")]
    fn pop(&mut self) -> Option<(f32, u32)> {
        while let Some(slot) = self.slots.get_mut(self.at) {
            if let Some(state) = slot.pop() {
                return Some((self.at as f32 / SLOTS, state));
            }
            self.at += 1;
        }
        None
    }
}

/// The slot of a cost. Joints that cannot be have an infinite cost and never come here.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "costs are small and not negative")]
fn slot(cost: f32) -> usize {
    (cost * SLOTS) as usize
}
