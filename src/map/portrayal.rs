//! How a view is drawn, whatever day it shows.

use super::layer::Layers;

/// What is shown, and what tells grounds apart.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Portrayal {
    /// The layers that are shown.
    pub layers: Layers,
    /// What tells grounds apart.
    pub grounds: Grounds,
}

/// What tells grounds apart. Strokes of ASCII have patterns in any case.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Grounds {
    /// Colours.
    #[default]
    Coloured,
    /// Colours, and among them enough for light and shade on slopes.
    Shaded,
    /// Patterns, for want of colours.
    Patterned,
}

impl Portrayal {
    /// Whether patterns tell grounds apart.
    pub(super) fn is_patterned(self) -> bool {
        self.grounds == Grounds::Patterned
    }
}
