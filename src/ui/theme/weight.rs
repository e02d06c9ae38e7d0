//! What is set in bold, with colours and without.

use ratatui::style::{Modifier, Style};

use crate::picture::Ink;

/// Whether a role is set in bold.
pub(super) fn is_heavy(ink: Ink) -> bool {
    matches!(
        ink,
        Ink::Strong
            | Ink::Today(_)
            | Ink::LabelToday
            | Ink::Seat
            | Ink::Front
            | Ink::FrontToday
            | Ink::Contested
            | Ink::Selected
            | Ink::Playhead
    )
}

/// The style of a letter: bold if its role is heavy.
pub(super) fn weighted(style: Style, ink: Ink) -> Style {
    if is_heavy(ink) { style.add_modifier(Modifier::BOLD) } else { style }
}
