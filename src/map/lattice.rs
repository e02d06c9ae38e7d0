//! The lattice that borders are drawn on: its edges are the ASCII strokes, its ports the points where strokes meet.
//!
//! A cell spans two ports each way (x in half columns, y in half rows), so that strokes of neighbouring cells share
//! ports: `_` runs along the bottom, `-` through the middle, `/` from corner to corner.

use super::PlanePoint;
use super::viewport::CellAt;
use super::way::Way;

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
pub(super) enum Form {
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
    const COUNT: usize = 2 * SHAPES.len();

    /// The length of an array with something for every stroke. It is a power of two, so that an index needs no test.
    pub(super) const ROOM: usize = 32;

    /// Every stroke in every direction; the two directions of a stroke follow each other.
    pub(super) fn all() -> impl Iterator<Item = Self> {
        (0..Self::COUNT).filter_map(|index| u8::try_from(index).ok()).map(Self)
    }

    /// Its place in [`Self::all`], and in arrays with room for [`Self::ROOM`].
    pub(super) fn index(self) -> usize {
        usize::from(self.0) % Self::ROOM
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
    pub(super) fn way(self) -> Way {
        let [from, to] = self.ports(CellAt { x: 0, y: 0 }).map(Port::plane);
        Way::between(from, to)
    }

    /// What it may be joined to.
    pub(super) fn form(self) -> Form {
        self.shape().form
    }

    /// What its shape costs by itself: dots and ticks are for turns.
    pub(super) fn price(self) -> f32 {
        match self.shape().form {
            Form::Flat | Form::Straight => 0.0,
            Form::Corner => 0.1,
            Form::Ramp => 0.06,
        }
    }

    /// What it costs to begin or end a line with it: a dot or a tick hangs loose there.
    pub(super) fn end_price(self) -> f32 {
        match self.form() {
            Form::Flat | Form::Straight => 0.0,
            Form::Corner => 0.8,
            Form::Ramp => 0.3,
        }
    }
}

/// A set of strokes.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(super) struct Strokes(u32);

impl Strokes {
    pub(super) fn with(self, stroke: Stroke) -> Self {
        Self(self.0 | 1 << stroke.0)
    }

    /// All of them or, if not `so`, none; without a branch.
    pub(super) fn when(self, so: bool) -> Self {
        Self(self.0 & 0_u32.wrapping_sub(u32::from(so)))
    }

    /// All strokes.
    pub(super) const ALL: Self = Self(u32::MAX);

    /// Those of both sets.
    pub(super) fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Those that are in another set too.
    pub(super) fn among(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    pub(super) fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Each of them.
    #[expect(clippy::cast_possible_truncation, reason = "a set has 32 bits")]
    pub(super) fn each(mut self) -> impl Iterator<Item = Stroke> {
        std::iter::from_fn(move || {
            let number = self.0.trailing_zeros() as u8;
            self.0 &= self.0.wrapping_sub(1);
            (number < 32).then_some(Stroke(number))
        })
    }
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
