//! Without colour: what is selected and the playhead are reversed, what is new is bold, what is of lesser weight is dim.

use ratatui::style::{Color, Modifier, Style};

use crate::picture::{Ink, Wash};

use super::weight::is_heavy;

/// What a character with these roles looks like.
pub(super) fn style(ink: Ink, wash: Wash) -> Style {
    let ground = match wash {
        Wash::Selected => Modifier::REVERSED,
        _ => Modifier::empty(),
    };
    let letter = match ink {
        Ink::Selected | Ink::Playhead => Modifier::REVERSED,
        Ink::Faint
        | Ink::Rule
        | Ink::NeighbourName
        | Ink::Neighbour
        | Ink::Fill(_)
        | Ink::FillDisputed
        | Ink::River
        | Ink::Road
        | Ink::Relief
        | Ink::Graticule => Modifier::DIM,
        _ if is_heavy(ink) => Modifier::BOLD,
        _ => Modifier::empty(),
    };
    Style::new().fg(Color::Reset).bg(Color::Reset).add_modifier(ground | letter)
}
