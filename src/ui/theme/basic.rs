//! The 16 colours of the Linux console and of old terminals, whose exact tones are the user's own.
//!
//! Nothing relies on how light one of them is beside another, except that black and white are legible on each other's
//! ground. So grounds stay bare and have their patterns, and that of what fell today is the brightest.

use ratatui::style::{Color, Modifier, Style};

use crate::picture::{Ink, Wash};

use super::weight::weighted;

/// The colours of a theme.
#[derive(PartialEq, Debug)]
pub(super) struct Basic {
    faint: Color,
    strong: Color,
    border: Color,
    front: Color,
    /// By party, the home party first; further parties begin again at the second.
    party: [Color; 4],
    contested: Color,
    river: Color,
    national: Color,
    /// Letters and ground of what is selected and of the playhead.
    selected: [Color; 2],
}

pub(super) const DARK: Basic = Basic {
    faint: Color::Gray,
    strong: Color::White,
    border: Color::DarkGray,
    front: Color::LightYellow,
    party: [Color::LightCyan, Color::Yellow, Color::LightGreen, Color::LightMagenta],
    contested: Color::LightRed,
    river: Color::Blue,
    national: Color::LightBlue,
    selected: [Color::Black, Color::Cyan],
};

pub(super) const LIGHT: Basic = Basic {
    faint: Color::DarkGray,
    strong: Color::Black,
    border: Color::DarkGray,
    front: Color::Red,
    party: [Color::Blue, Color::Red, Color::Green, Color::Magenta],
    contested: Color::Magenta,
    river: Color::Cyan,
    national: Color::Blue,
    selected: [Color::White, Color::Blue],
};

impl Basic {
    /// What a character with these roles looks like.
    pub(super) fn style(&self, ink: Ink, wash: Wash) -> Style {
        let chosen = matches!(ink, Ink::Selected | Ink::Playhead) || wash == Wash::Selected;
        if chosen {
            return Style::new().fg(self.selected[0]).bg(self.selected[1]);
        }
        let letter = match (ink, wash) {
            (Ink::Fill(_), Wash::Today(_)) => self.strong,
            _ => self.ink(ink),
        };
        let style = weighted(Style::new().fg(letter).bg(Color::Reset), ink);
        if wash == Wash::Playhead { style.add_modifier(Modifier::UNDERLINED) } else { style }
    }

    fn ink(&self, ink: Ink) -> Color {
        match ink {
            Ink::Plain | Ink::Label | Ink::Selected | Ink::Playhead | Ink::Ground(_) => Color::Reset,
            Ink::Faint | Ink::Tick | Ink::NeighbourName | Ink::FillDisputed | Ink::Disputed | Ink::Outline => {
                self.faint
            }
            Ink::Strong | Ink::Bracket | Ink::Today(_) | Ink::LabelToday | Ink::FrontToday => self.strong,
            Ink::Rule | Ink::Border | Ink::Neighbour | Ink::Relief | Ink::Graticule | Ink::Road => self.border,
            Ink::Front => self.front,
            Ink::Held | Ink::Seat => self.party(0),
            Ink::Fill(number) | Ink::Seam(number) | Ink::Pocket(number) | Ink::Fallen(number) => self.party(number),
            Ink::Contested => self.contested,
            Ink::River => self.river,
            Ink::National => self.national,
            Ink::Bar => self.party(1),
        }
    }

    fn party(&self, number: u8) -> Color {
        self.party[super::palette::slot(number, self.party.len())]
    }
}
