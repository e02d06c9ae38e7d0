//! The way of a border over the lattice: of all rows of strokes along its line the cheapest one.
//!
//! A stroke costs its length, its distance from the line and the turn from the stroke before. The pieces of the line are
//! taken one after another, and in each the cells in the order in which the line passes them; a stroke may follow only those
//! that were taken before it. So every stroke is looked at once, and no path turns back. Nor can it take a short cut across
//! a bay: the piece that a stroke stands for is only a few ahead of that of the stroke before.

use std::ops::Range;

use super::PlanePoint;
use super::anchor::Anchor;
use super::joints::{AROUND, Joints};
use super::lattice::{Port, Stroke, Strokes, merge};
use super::piece::Piece;
use super::viewport::CellAt;

/// How many pieces of the track a stroke may be ahead of the one before.
const SKIP: u16 = 3;

/// A way that has cost so much more than the best one to the same piece is not followed: it hardly ever catches up. (Of the
/// strokes of 120 views, from 54 × 16 to 130 × 47 cells and at zooms 0 to 9, one in 70 is another one than without this
/// bound.)
const BEAM: f32 = 0.8;

/// What it costs to go on without a joint. It happens where a line turns back on itself, which no two strokes do.
const LEAP: f32 = 8.0;

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

/// A stroke that a way has come to.
#[derive(Clone, Copy)]
struct State {
    /// The cheapest way to its end, and the state before it on that way.
    cost: f32,
    before: u32,
    /// The state in its cell that was reached before it.
    beside: u32,
    cell: CellAt,
    piece: u16,
    stroke: Stroke,
}

/// No state.
const NONE: u32 = u32::MAX;

/// The cheapest way to somewhere: its cost, and the state that it ends in.
#[derive(Clone, Copy)]
struct Trail {
    cost: f32,
    state: u32,
}

impl Trail {
    /// A way that has not begun.
    const NEW: Self = Self { cost: 0.0, state: NONE };

    /// No way.
    const NOWHERE: Self = Self { cost: f32::INFINITY, state: NONE };

    /// The same way for more.
    fn and(self, cost: f32) -> Self {
        Self { cost: self.cost + cost, ..self }
    }

    /// The cheaper one of two.
    fn or(self, other: Self) -> Self {
        if other.cost < self.cost { other } else { self }
    }
}

/// Where a way may begin, if not at the end of another stroke.
#[derive(Clone, Copy)]
enum Begin<'a> {
    Nowhere,
    /// At the start of the line.
    At(&'a Anchor),
    /// Anywhere, after a leap from where it was lost.
    Leap(Trail),
}

impl Begin<'_> {
    /// The way to the start of a stroke.
    fn way(self, cell: CellAt, stroke: Stroke) -> Trail {
        match self {
            Self::Nowhere => Trail::NOWHERE,
            Self::At(anchor) => {
                let cost = anchor.cost(stroke.ports(cell)[0]);
                cost.map_or(Trail::NOWHERE, |cost| Trail::NEW.and(cost + stroke.end_price()))
            }
            Self::Leap(way) => way.and(LEAP),
        }
    }
}

/// A cell of the lattice.
#[derive(Clone, Copy)]
struct Cell {
    /// Its character, 0 for none.
    drawn: u8,
    /// The strokes that ways have come to, and the last state of those.
    reached: Strokes,
    last: u32,
    /// The strokes that may follow others.
    ahead: Strokes,
}

/// The lattice of a panel with what is drawn on it, and room to search.
///
/// Cells are numbered row by row, with a free cell on every side of the panel, so that neighbours need no test.
pub(super) struct Router {
    /// Columns and rows.
    panel: [i32; 2],
    joints: &'static Joints,
    /// How far the numbers of the cells around are from that of a cell.
    around: [isize; 8],
    cells: Vec<Cell>,
    states: Vec<State>,
}

impl Router {
    /// An empty lattice of `width` × `height` cells.
    pub(super) fn new(width: u16, height: u16) -> Self {
        let cells = (usize::from(width) + 2) * (usize::from(height) + 2);
        let panel = [width, height].map(i32::from);
        let empty = Cell { drawn: 0, reached: Strokes::default(), last: NONE, ahead: Strokes::default() };
        Self {
            panel,
            joints: Joints::all(),
            around: AROUND.map(|(x, y)| isize::try_from(y * (panel[0] + 2) + x).unwrap_or(0)),
            cells: vec![empty; cells],
            states: Vec::new(),
        }
    }

    /// Routes the points `run` of a track.
    pub(super) fn route(&mut self, points: &[PlanePoint], run: Range<usize>, ends: [&Anchor; 2]) -> Vec<Step> {
        let Some(line) = points.get(run.clone()).filter(|line| line.len() > 1) else { return Vec::new() };
        let way = self.search(line, ends);
        let path = self.trace(way, run.start);
        for step in &path {
            let index = self.index(step.cell);
            let drawn = &mut self.cells[index].drawn;
            *drawn = merge(*drawn, step.stroke.glyph());
        }
        self.forget();
        path
    }

    /// The number of a cell of the panel.
    fn index(&self, at: CellAt) -> usize {
        usize::try_from((at.y + 1) * (self.panel[0] + 2) + at.x + 1).unwrap_or(0)
    }

    /// The cheapest way along a line.
    fn search(&mut self, line: &[PlanePoint], [start, end]: [&Anchor; 2]) -> Trail {
        let last = line.len() - 1;
        let (mut best, mut finished) = (Trail::NEW, Trail::NOWHERE);
        // Not by `for`, which takes every piece in hand and lays it down again: a piece is large.
        Piece::all(line).for_each(|piece| {
            let first = self.states.len();
            let begin = if piece.number < SKIP { Begin::At(start) } else { Begin::Nowhere };
            let reached = self.advance(&piece, begin).or_else(|| self.advance(&piece, Begin::Leap(best)));
            best = reached.unwrap_or(best);
            if usize::from(piece.number.saturating_add(SKIP)) >= last {
                finished = finished.or(self.finish(first, end));
            }
        });
        finished.or(best.and(LEAP))
    }

    /// Goes on to the strokes that stand for a piece; the cheapest way to any of them.
    fn advance(&mut self, piece: &Piece, begin: Begin<'_>) -> Option<Trail> {
        let mut best = Trail::NOWHERE;
        piece.cells(self.panel, |cell| {
            let index = self.index(cell);
            let Cell { drawn, ahead, .. } = self.cells[index];
            let among = if matches!(begin, Begin::Nowhere) { ahead } else { Strokes::ALL };
            piece.strokes(cell, among, |stroke, price| {
                let before = self.joined(index, stroke, piece.number).or(begin.way(cell, stroke));
                let cost = before.cost + price + taken(drawn, stroke);
                if cost.is_finite() && cost <= best.cost + BEAM {
                    let beside = self.cells[index].last;
                    let state = State { cost, before: before.state, beside, cell, piece: piece.number, stroke };
                    best = best.or(self.reach(index, state));
                }
            });
        });
        best.cost.is_finite().then_some(best)
    }

    /// The cheapest way that a stroke may go on from.
    fn joined(&self, index: usize, stroke: Stroke, piece: u16) -> Trail {
        let mut best = Trail::NOWHERE;
        for joint in self.joints.before(stroke) {
            let side = self.cells[index.wrapping_add_signed(self.around[joint.side])];
            if side.reached.among(joint.strokes).is_empty() {
                continue;
            }
            let mut number = side.last;
            while let Some(state) =
                self.states.get(number as usize).filter(|state| state.piece.saturating_add(SKIP) >= piece)
            {
                best = best.or(Trail { cost: state.cost + joint.costs[state.stroke.index()], state: number });
                number = state.beside;
            }
        }
        best
    }

    /// Takes up a state in a cell.
    fn reach(&mut self, index: usize, state: State) -> Trail {
        let number = u32::try_from(self.states.len()).unwrap_or(NONE);
        self.states.push(state);
        let cell = &mut self.cells[index];
        cell.reached = cell.reached.with(state.stroke);
        cell.last = number;
        for (side, strokes) in self.joints.after(state.stroke) {
            let ahead = &mut self.cells[index.wrapping_add_signed(self.around[*side])].ahead;
            *ahead = ahead.or(*strokes);
        }
        Trail { cost: state.cost, state: number }
    }

    /// Forgets all states.
    fn forget(&mut self) {
        for state in self.states.iter().filter(|state| state.beside == NONE) {
            let index = self.index(state.cell);
            let cell = &mut self.cells[index];
            (cell.reached, cell.last) = (Strokes::default(), NONE);
            for side in self.around {
                self.cells[index.wrapping_add_signed(side)].ahead = Strokes::default();
            }
        }
        self.states.clear();
    }

    /// The cheapest way that ends with one of the states from `first` on.
    fn finish(&self, first: usize, end: &Anchor) -> Trail {
        let mut best = Trail::NOWHERE;
        for (number, state) in self.states.iter().enumerate().skip(first) {
            let number = u32::try_from(number).unwrap_or(NONE);
            if let Some(cost) = end.cost(state.stroke.ports(state.cell)[1]) {
                best = best.or(Trail { cost: state.cost + cost + state.stroke.end_price(), state: number });
            }
        }
        best
    }

    /// The strokes of a way, along a line whose pieces are numbered from `first`.
    fn trace(&self, way: Trail, first: usize) -> Vec<Step> {
        let mut path = Vec::with_capacity(self.states.last().map_or(0, |state| usize::from(state.piece) + 1));
        let mut number = way.state;
        while let Some(state) = self.states.get(number as usize) {
            path.push(Step { cell: state.cell, stroke: state.stroke, piece: first + usize::from(state.piece) });
            number = state.before;
        }
        path.reverse();
        path
    }
}

/// What it costs more to draw a stroke in a cell with a character.
fn taken(drawn: u8, stroke: Stroke) -> f32 {
    match drawn {
        0 => 0.0,
        glyph if glyph == stroke.glyph() => 0.9,
        _ => 3.0,
    }
}
