//! What borders leave in a cell when they are drawn in dots.

use super::chain::Class;

/// What a border leaves in a cell: its dots; in blocks, whose dots would be too thick, the sides that it crosses, upper,
/// right, lower and left one, a bit each.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) struct Trace(pub(super) u8);

impl Trace {
    pub(super) fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// What all borders leave in a cell.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) struct Traces {
    pub(super) outline: Trace,
    pub(super) inner: Trace,
}

impl Traces {
    /// Adds that of an arc.
    pub(super) fn add(&mut self, trace: Trace, class: Option<Class>) {
        let own = if class == Some(Class::Outline) { &mut self.outline } else { &mut self.inner };
        *own = own.with(trace);
    }
}
