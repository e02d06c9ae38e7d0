//! Ways on the panel: directions with a length.

use super::PlanePoint;

/// A way on the panel.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Way {
    pub(super) x: f32,
    pub(super) y: f32,
}

impl Way {
    /// The way from one position to another.
    pub(super) fn between(from: PlanePoint, to: PlanePoint) -> Self {
        Self { x: narrow(to.x - from.x), y: narrow(to.y - from.y) }
    }

    /// How far another way goes along this one, in its lengths; against it is less than zero.
    pub(super) fn along(self, other: Self) -> f32 {
        self.x * other.x + self.y * other.y
    }

    /// The way in the same direction with length 1; none stays none.
    pub(super) fn unit(self) -> Self {
        let length = self.along(self).max(f32::MIN_POSITIVE).sqrt();
        Self { x: self.x / length, y: self.y / length }
    }

    /// The way half between this one and another of the same length; this one if they are opposite.
    pub(super) fn halfway(self, other: Self) -> Self {
        let sum = Self { x: self.x + other.x, y: self.y + other.y };
        if sum.along(sum) > 0.01 { sum.unit() } else { self }
    }
}

/// A measure in single precision.
#[expect(clippy::cast_possible_truncation, reason = "costs are small and need no more than single precision")]
pub(super) fn narrow(cost: f64) -> f32 {
    cost as f32
}
