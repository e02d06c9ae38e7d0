//! The lattice that borders are drawn on: its edges are the ASCII strokes, its ports the points where strokes meet.
//!
//! A cell spans two ports each way (x in half columns, y in half rows), so that strokes of neighbouring cells share
//! ports: `_` runs along the bottom, `-` through the middle, `/` from corner to corner.

use std::sync::LazyLock;

use super::PlanePoint;
use super::near::narrow;
use super::viewport::CellAt;

/// A point where strokes meet: half columns from the left edge, half rows from the upper edge.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) struct Port {
    pub(super) x: i32,
    pub(super) y: i32,
}

impl Port {
    /// Its position on the panel.
    pub(super) fn plane(self) -> PlanePoint {
        PlanePoint { x: f64::from(self.x) / 2.0, y: f64::from(self.y) }
    }

    /// The corner of cells that is nearest to a position.
    pub(super) fn near(at: PlanePoint) -> Self {
        let corner = PlanePoint { x: at.x + 0.5, y: at.y + 1.0 }.cell();
        Self::of(corner, (0, 0))
    }

    /// The port of a cell, from the cell's upper left corner.
    pub(super) fn of(cell: CellAt, (x, y): (i32, i32)) -> Self {
        Self { x: 2 * cell.x + x, y: 2 * cell.y + y }
    }
}

/// A stroke within its cell.
struct Shape {
    glyph: u8,
    ends: [(i32, i32); 2],
    form: Form,
}

/// What a stroke may be joined to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Form {
    /// `_` and `-`.
    Flat,
    /// Any slant or stem.
    Straight,
    /// A dot or tick that turns a `-` into a stem.
    Corner,
    /// A dot or tick half way between `_` and `-`.
    Ramp,
}

const SHAPES: [Shape; 13] = [
    Shape { glyph: b'_', ends: [(0, 2), (2, 2)], form: Form::Flat },
    Shape { glyph: b'-', ends: [(0, 1), (2, 1)], form: Form::Flat },
    Shape { glyph: b'/', ends: [(0, 2), (2, 0)], form: Form::Straight },
    Shape { glyph: b'\\', ends: [(0, 0), (2, 2)], form: Form::Straight },
    Shape { glyph: b'|', ends: [(1, 0), (1, 2)], form: Form::Straight },
    Shape { glyph: b'.', ends: [(0, 1), (1, 2)], form: Form::Corner },
    Shape { glyph: b'.', ends: [(2, 1), (1, 2)], form: Form::Corner },
    Shape { glyph: b'\'', ends: [(0, 1), (1, 0)], form: Form::Corner },
    Shape { glyph: b'\'', ends: [(2, 1), (1, 0)], form: Form::Corner },
    Shape { glyph: b'.', ends: [(0, 2), (2, 1)], form: Form::Ramp },
    Shape { glyph: b'.', ends: [(0, 1), (2, 2)], form: Form::Ramp },
    Shape { glyph: b'\'', ends: [(0, 1), (2, 0)], form: Form::Ramp },
    Shape { glyph: b'\'', ends: [(0, 0), (2, 1)], form: Form::Ramp },
];

/// A stroke drawn in one of its two directions.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Stroke(u8);

impl Stroke {
    /// How many there are.
    pub(super) const COUNT: usize = 2 * SHAPES.len();

    /// Every stroke in every direction; the two directions of a stroke follow each other.
    pub(super) fn all() -> impl Iterator<Item = Self> {
        (0..Self::COUNT).filter_map(|index| u8::try_from(index).ok()).map(Self)
    }

    /// Its place in [`Self::all`].
    pub(super) fn index(self) -> usize {
        usize::from(self.0)
    }

    /// The same stroke the other way.
    pub(super) fn turned(self) -> Self {
        Self(self.0 ^ 1)
    }

    fn shape(self) -> &'static Shape {
        &SHAPES[self.index() / 2]
    }

    /// Its character.
    pub(super) fn glyph(self) -> u8 {
        self.shape().glyph
    }

    /// The ports in `cell` that it runs from and to.
    pub(super) fn ports(self, cell: CellAt) -> [Port; 2] {
        let [one, other] = self.shape().ends;
        let ends = if self.0.is_multiple_of(2) { [one, other] } else { [other, one] };
        ends.map(|end| Port::of(cell, end))
    }

    /// The way it goes, in plane units.
    pub(super) fn way(self) -> (f64, f64) {
        let [from, to] = self.ports(CellAt { x: 0, y: 0 }).map(Port::plane);
        (to.x - from.x, to.y - from.y)
    }

    /// Its length, in columns.
    pub(super) fn length(self) -> f64 {
        let (x, y) = self.way();
        x.hypot(y)
    }

    fn form(self) -> Form {
        self.shape().form
    }

    /// What its shape costs by itself: dots and ticks are for turns.
    pub(super) fn price(self) -> f64 {
        match self.shape().form {
            Form::Flat | Form::Straight => 0.0,
            Form::Corner => 0.1,
            Form::Ramp => 0.06,
        }
    }

    /// What it costs to begin or end a line with it: a dot or a tick hangs loose there.
    pub(super) fn end_price(self) -> f64 {
        match self.form() {
            Form::Flat | Form::Straight => 0.0,
            Form::Corner => 0.8,
            Form::Ramp => 0.3,
        }
    }
}

/// What it costs to draw one stroke after another: the turn, and the gap between their ends.
pub(super) struct Joints {
    /// By gap, stroke before and stroke after.
    costs: Vec<f32>,
}

/// The gaps that two ends may leave, in half columns and half rows.
pub(super) const GAPS: [(i32, i32); 5] = [(0, 0), (-1, 0), (1, 0), (0, -1), (0, 1)];

impl Joints {
    /// The costs of all joints: always the same, and worked out once.
    pub(super) fn all() -> &'static Self {
        static ALL: LazyLock<Joints> = LazyLock::new(Joints::new);
        &ALL
    }

    fn new() -> Self {
        let pairs = || Stroke::all().flat_map(|from| Stroke::all().map(move |to| (from, to)));
        // A turn costs the same across every gap.
        let turns: Vec<f32> = pairs().map(|(from, to)| turn(from, to)).collect();
        let across = |gap| pairs().zip(&turns).map(move |((from, to), turn)| turn + leap(from, to, gap));
        Self { costs: GAPS.into_iter().flat_map(across).collect() }
    }

    /// The cost of `to` after `from` across the gap of this number; infinite if they do not go together.
    pub(super) fn cost(&self, from: Stroke, to: Stroke, gap: usize) -> f32 {
        self.costs[(gap * Stroke::COUNT + from.index()) * Stroke::COUNT + to.index()]
    }
}

/// The cost of a gap.
fn leap(from: Stroke, to: Stroke, gap: (i32, i32)) -> f32 {
    let both_flat = from.form() == Form::Flat && to.form() == Form::Flat;
    // Across a gap a ramp reads as a lone dot, unless a stem stands beside it.
    let lone = [from, to].iter().any(|stroke| stroke.form() == Form::Ramp)
        && [from, to].iter().all(|stroke| stroke.glyph() != b'|');
    let lone = if lone { 0.8 } else { 0.0 };
    match gap {
        (0, 0) => 0.0,
        (_, 0) => 0.3 + lone,
        _ if both_flat => 0.25,
        _ => 0.37 + lone,
    }
}

/// The cost of a turn: none for straight on, infinite beyond 120°.
fn turn(from: Stroke, to: Stroke) -> f32 {
    let corner = |stroke: Stroke| stroke.form() == Form::Corner;
    let beam = |stroke: Stroke| stroke.glyph() == b'-';
    let ((ax, ay), (bx, by)) = (from.way(), to.way());
    let cosine = (ax * bx + ay * by) / (from.length() * to.length());
    let lone = (corner(from) || corner(to)) && !beam(from) && !beam(to) && from.glyph() != b'|' && to.glyph() != b'|';
    if cosine < -0.5 || lone { f32::INFINITY } else { narrow(0.45 * (1.0 - cosine)) }
}

/// The character of a cell in which two borders were drawn.
pub(super) fn merge(one: u8, other: u8) -> u8 {
    let steepness = |glyph: u8| match glyph {
        b'_' => 0,
        b'-' => 1,
        b'\'' => 2,
        b'.' => 3,
        b'|' => 4,
        b'/' | b'\\' => 5,
        _ => 6,
    };
    match (one.min(other), one.max(other)) {
        (b'/', b'\\') | (b'-', b'|') => b'+',
        _ if steepness(one) >= steepness(other) => one,
        _ => other,
    }
}
