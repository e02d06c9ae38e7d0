//! Roles become colours: the only file that names one.
//!
//! The colours are from the 256 of xterm, which nearly every terminal has and which cost few bytes. The parties are told
//! apart by blue and orange, which people who see no difference of red and green can tell apart too; and never by colour
//! alone. The mono theme has no colour at all.

use ratatui::style::{Color, Modifier, Style};

use crate::app::ThemeName;
use crate::picture::{Ink, Wash};

/// What every role looks like.
#[derive(Clone, Debug)]
pub struct Theme {
    palette: Option<&'static Palette>,
}

/// The colours of a theme.
#[derive(Debug)]
struct Palette {
    /// Ordinary text: the terminal's own.
    plain: Color,
    faint: Color,
    strong: Color,
    rule: Color,
    border: Color,
    outline: Color,
    front: Color,
    front_today: Color,
    /// By party, the home party first; further parties begin again at the second.
    party: [PartyColors; 4],
    contested: Color,
    disputed: Color,
    disputed_ground: Color,
    today: Color,
    seat: Color,
    label: Color,
    bar: Color,
    national: Color,
    selected: (Color, Color),
    playhead: (Color, Color),
}

#[derive(Clone, Copy, Debug)]
struct PartyColors {
    /// Its places and their names.
    ink: Color,
    /// The pattern on its ground.
    fill: Color,
    /// Its ground.
    ground: Color,
    /// Its ground on the day it was taken.
    ground_today: Color,
}

const fn party(ink: u8, fill: u8, ground: u8, ground_today: u8) -> PartyColors {
    PartyColors {
        ink: Color::Indexed(ink),
        fill: Color::Indexed(fill),
        ground: Color::Indexed(ground),
        ground_today: Color::Indexed(ground_today),
    }
}

const DARK: Palette = Palette {
    plain: Color::Reset,
    faint: Color::Indexed(245),
    strong: Color::Indexed(231),
    rule: Color::Indexed(240),
    border: Color::Indexed(243),
    outline: Color::Indexed(250),
    front: Color::Indexed(227),
    front_today: Color::Indexed(231),
    party: [party(117, 67, 17, 18), party(215, 137, 58, 94), party(157, 65, 22, 28), party(219, 96, 53, 90)],
    contested: Color::Indexed(227),
    disputed: Color::Indexed(222),
    disputed_ground: Color::Indexed(237),
    today: Color::Indexed(231),
    seat: Color::Indexed(159),
    label: Color::Indexed(253),
    bar: Color::Indexed(180),
    national: Color::Indexed(146),
    selected: (Color::Indexed(16), Color::Indexed(159)),
    playhead: (Color::Indexed(231), Color::Indexed(24)),
};

const LIGHT: Palette = Palette {
    plain: Color::Reset,
    faint: Color::Indexed(242),
    strong: Color::Indexed(16),
    rule: Color::Indexed(249),
    border: Color::Indexed(245),
    outline: Color::Indexed(238),
    front: Color::Indexed(160),
    front_today: Color::Indexed(124),
    party: [party(25, 110, 195, 153), party(130, 173, 223, 215), party(28, 108, 194, 157), party(90, 139, 225, 219)],
    contested: Color::Indexed(160),
    disputed: Color::Indexed(94),
    disputed_ground: Color::Indexed(254),
    today: Color::Indexed(16),
    seat: Color::Indexed(19),
    label: Color::Indexed(235),
    bar: Color::Indexed(137),
    national: Color::Indexed(61),
    selected: (Color::Indexed(231), Color::Indexed(25)),
    playhead: (Color::Indexed(16), Color::Indexed(153)),
};

impl Theme {
    /// The theme of a name.
    #[must_use]
    pub fn named(name: ThemeName) -> Self {
        let palette = match name {
            ThemeName::Dark => Some(&DARK),
            ThemeName::Light => Some(&LIGHT),
            ThemeName::Mono => None,
        };
        Self { palette }
    }

    /// What a cell with these roles looks like.
    #[must_use]
    pub fn style(&self, ink: Ink, wash: Wash) -> Style {
        match self.palette {
            Some(palette) => palette.style(ink, wash),
            None => mono(ink, wash),
        }
    }
}

impl Palette {
    fn style(&self, ink: Ink, wash: Wash) -> Style {
        let style = Style::new().fg(self.ink(ink)).bg(self.wash(wash));
        match ink {
            Ink::Selected => style.fg(self.selected.0).bg(self.selected.1),
            Ink::Playhead => style.fg(self.playhead.0).bg(self.playhead.1).add_modifier(Modifier::BOLD),
            Ink::Strong | Ink::Today(_) | Ink::LabelToday | Ink::Seat | Ink::Front | Ink::FrontToday | Ink::Contested => {
                style.add_modifier(Modifier::BOLD)
            }
            _ => style,
        }
    }

    fn ink(&self, ink: Ink) -> Color {
        match ink {
            Ink::Plain => self.plain,
            Ink::Faint | Ink::Tick | Ink::Neighbour | Ink::NeighbourName => self.faint,
            Ink::Strong | Ink::Selected | Ink::Playhead | Ink::Bracket => self.strong,
            Ink::Rule => self.rule,
            Ink::Border => self.border,
            Ink::Outline => self.outline,
            Ink::Front => self.front,
            Ink::FrontToday => self.front_today,
            Ink::Fill(number) => self.party(number).fill,
            Ink::Held => self.party(0).ink,
            Ink::Fallen(number) => self.party(number).ink,
            Ink::Contested => self.contested,
            Ink::Disputed | Ink::FillDisputed => self.disputed,
            Ink::Today(_) | Ink::LabelToday => self.today,
            Ink::Seat => self.seat,
            Ink::Label => self.label,
            Ink::National => self.national,
            Ink::Bar => self.bar,
        }
    }

    fn wash(&self, wash: Wash) -> Color {
        match wash {
            Wash::Bare => Color::Reset,
            Wash::Party(number) => self.party(number).ground,
            Wash::Today(number) => self.party(number).ground_today,
            Wash::Disputed => self.disputed_ground,
            Wash::Selected => self.selected.1,
            Wash::Playhead => self.playhead.1,
        }
    }

    fn party(&self, number: u8) -> PartyColors {
        let guests = self.party.len() - 1;
        let at = usize::from(number);
        self.party[if at == 0 { 0 } else { 1 + (at - 1) % guests }]
    }
}

/// Without colour: what is selected and the playhead are reversed, what is new is bold, what is of lesser weight is dim.
fn mono(ink: Ink, wash: Wash) -> Style {
    let ground = match wash {
        Wash::Selected | Wash::Playhead => Modifier::REVERSED,
        _ => Modifier::empty(),
    };
    let letter = match ink {
        Ink::Selected | Ink::Playhead => Modifier::REVERSED,
        Ink::Strong | Ink::Today(_) | Ink::LabelToday | Ink::Seat | Ink::Front | Ink::FrontToday | Ink::Contested => {
            Modifier::BOLD
        }
        Ink::Faint | Ink::Rule | Ink::NeighbourName | Ink::Neighbour | Ink::Fill(_) => Modifier::DIM,
        _ => Modifier::empty(),
    };
    Style::new().fg(Color::Reset).bg(Color::Reset).add_modifier(ground | letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mono_theme_has_no_colour() {
        let theme = Theme::named(ThemeName::Mono);
        for wash in [Wash::Bare, Wash::Party(0), Wash::Party(1), Wash::Today(1), Wash::Disputed, Wash::Selected] {
            for ink in [Ink::Plain, Ink::Front, Ink::Fallen(1), Ink::Selected, Ink::Fill(1)] {
                let style = theme.style(ink, wash);
                assert_eq!((style.fg, style.bg), (Some(Color::Reset), Some(Color::Reset)));
            }
        }
    }

    #[test]
    fn the_grounds_of_the_first_parties_differ() {
        for name in [ThemeName::Dark, ThemeName::Light] {
            let theme = Theme::named(name);
            let ground = |number| theme.style(Ink::Plain, Wash::Party(number)).bg;
            for one in 0..4 {
                for other in 0..one {
                    assert_ne!(ground(one), ground(other));
                }
            }
            assert_eq!(ground(1), ground(4), "a fifth party begins again at the second colour");
        }
    }
}
