//! A border as it is drawn.

use super::viewport::{CellAt, PlanePoint};

/// An arc as it is drawn.
#[derive(Clone, Debug, Default)]
pub(super) struct Drawn {
    /// Its cells in order, with their characters.
    pub(super) strokes: Vec<(CellAt, u8)>,
    /// The line that the strokes make, node to node.
    pub(super) line: Vec<PlanePoint>,
}
