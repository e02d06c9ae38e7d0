//! Roles become colours: the only file that names one.
//!
//! Every tone is given twice: for terminals with 16 million colours, and as one of the 256 of xterm for the rest. The
//! parties are told apart by blue and orange, which people who see no difference of red and green can tell apart too;
//! and never by colour alone. The mono theme has no colour at all.

use ratatui::style::{Color, Modifier, Style};

use crate::app::{Depth, ThemeName};
use crate::picture::{Ink, Wash};

/// What every role looks like.
#[derive(Clone, Debug)]
pub struct Theme {
    palette: Option<&'static Palette>,
    depth: Depth,
}

/// A colour, exactly and as one of 256.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Tone {
    rgb: u32,
    indexed: u8,
}

const fn tone(rgb: u32, indexed: u8) -> Tone {
    Tone { rgb, indexed }
}

impl Tone {
    fn at(self, depth: Depth) -> Color {
        let [_, red, green, blue] = self.rgb.to_be_bytes();
        match depth {
            Depth::Full => Color::Rgb(red, green, blue),
            Depth::Indexed => Color::Indexed(self.indexed),
        }
    }
}

/// The tones of a theme. Ordinary text and bare ground are the terminal's own.
#[derive(Debug)]
struct Palette {
    faint: Tone,
    strong: Tone,
    rule: Tone,
    border: Tone,
    outline: Tone,
    neighbour: Tone,
    front: Tone,
    front_today: Tone,
    /// By party, the home party first; further parties begin again at the second.
    party: [PartyTones; 4],
    contested: Tone,
    disputed: Tone,
    disputed_fill: Tone,
    disputed_ground: Tone,
    today: Tone,
    seat: Tone,
    label: Tone,
    bar: Tone,
    national: Tone,
    /// Letters and ground of what is selected.
    selected: [Tone; 2],
    /// Letters and ground of the playhead.
    playhead: [Tone; 2],
}

#[derive(Clone, Copy, Debug)]
struct PartyTones {
    /// Its places.
    ink: Tone,
    /// The pattern on its ground.
    fill: Tone,
    /// Its ground.
    ground: Tone,
    /// Its ground on the day it was taken.
    ground_today: Tone,
}

const DARK: Palette = Palette {
    faint: tone(0x8b_93_a1, 245),
    strong: tone(0xf2_f4_f8, 231),
    rule: tone(0x45_4c_59, 239),
    border: tone(0x7d_88_9a, 245),
    outline: tone(0xb4_bc_ca, 250),
    neighbour: tone(0x4a_52_60, 239),
    front: tone(0xff_d1_4d, 221),
    front_today: tone(0xff_f6_d8, 231),
    party: [
        PartyTones {
            ink: tone(0x9c_ce_ff, 117),
            fill: tone(0x45_62_87, 60),
            ground: tone(0x14_24_3a, 17),
            ground_today: tone(0x1f_42_6e, 18),
        },
        PartyTones {
            ink: tone(0xff_b3_75, 215),
            fill: tone(0x9b_66_32, 137),
            ground: tone(0x45_29_10, 58),
            ground_today: tone(0x8c_4a_10, 130),
        },
        PartyTones {
            ink: tone(0xb5_e8_a0, 157),
            fill: tone(0x4f_7d_3f, 65),
            ground: tone(0x1c_36_16, 22),
            ground_today: tone(0x2f_5f_24, 28),
        },
        PartyTones {
            ink: tone(0xef_b0_ef, 219),
            fill: tone(0x7e_4c_7e, 96),
            ground: tone(0x36_1a_38, 53),
            ground_today: tone(0x63_2c_66, 90),
        },
    ],
    contested: tone(0xff_e9_70, 227),
    disputed: tone(0xf2_dd_b0, 222),
    disputed_fill: tone(0x7c_74_66, 243),
    disputed_ground: tone(0x2f_2c_2a, 236),
    today: tone(0xff_ff_ff, 231),
    seat: tone(0xd2_ec_ff, 195),
    label: tone(0xdd_e2_ea, 253),
    bar: tone(0xc9_a5_6e, 179),
    national: tone(0xa9_b5_d6, 146),
    selected: [tone(0x0c_10_16, 16), tone(0x9c_ce_ff, 117)],
    playhead: [tone(0xff_ff_ff, 231), tone(0x2d_5a_8c, 24)],
};

const LIGHT: Palette = Palette {
    faint: tone(0x62_68_72, 242),
    strong: tone(0x10_12_16, 16),
    rule: tone(0xb4_b8_be, 249),
    border: tone(0x7a_7f_88, 244),
    outline: tone(0x3a_3f_48, 238),
    neighbour: tone(0xc0_c4_ca, 250),
    front: tone(0xb0_12_2a, 160),
    front_today: tone(0x7a_00_14, 88),
    party: [
        PartyTones {
            ink: tone(0x0b_4f_94, 25),
            fill: tone(0x90_b4_d8, 110),
            ground: tone(0xdc_e9_f7, 195),
            ground_today: tone(0xb4_d2_f0, 153),
        },
        PartyTones {
            ink: tone(0x96_45_00, 130),
            fill: tone(0xc4_8a_4a, 173),
            ground: tone(0xf9_e3_c6, 223),
            ground_today: tone(0xf4_bd_78, 215),
        },
        PartyTones {
            ink: tone(0x26_66_1c, 28),
            fill: tone(0x7f_b0_70, 108),
            ground: tone(0xdd_ef_d4, 194),
            ground_today: tone(0xa9_dc_98, 157),
        },
        PartyTones {
            ink: tone(0x7c_1f_80, 90),
            fill: tone(0xb8_80_bc, 139),
            ground: tone(0xf2_dd_f3, 225),
            ground_today: tone(0xe2_a8_e6, 219),
        },
    ],
    contested: tone(0xa8_0d_20, 124),
    disputed: tone(0x6b_4a_00, 94),
    disputed_fill: tone(0xa3_9b_8c, 246),
    disputed_ground: tone(0xec_e8_e1, 254),
    today: tone(0x10_12_16, 16),
    seat: tone(0x05_35_6a, 19),
    label: tone(0x24_28_2e, 235),
    bar: tone(0x92_6c_30, 136),
    national: tone(0x4a_52_8c, 61),
    selected: [tone(0xff_ff_ff, 231), tone(0x0b_4f_94, 25)],
    playhead: [tone(0x10_12_16, 16), tone(0xb4_d2_f0, 153)],
};

impl Theme {
    /// The theme of a name, for a terminal of so many colours.
    #[must_use]
    pub fn new(name: ThemeName, depth: Depth) -> Self {
        let palette = match name {
            ThemeName::Dark => Some(&DARK),
            ThemeName::Light => Some(&LIGHT),
            ThemeName::Mono => None,
        };
        Self { palette, depth }
    }

    /// What a cell with these roles looks like.
    #[must_use]
    pub fn style(&self, ink: Ink, wash: Wash) -> Style {
        match self.palette {
            Some(palette) => palette.style(ink, wash, self.depth),
            None => mono(ink, wash),
        }
    }
}

impl Palette {
    fn style(&self, ink: Ink, wash: Wash, depth: Depth) -> Style {
        let color = |tone: Option<Tone>| tone.map_or(Color::Reset, |tone| tone.at(depth));
        let (ink_tone, ground) = match ink {
            Ink::Selected => (Some(self.selected[0]), Some(self.selected[1])),
            Ink::Playhead => (Some(self.playhead[0]), Some(self.playhead[1])),
            _ => (self.ink(ink), self.wash(wash)),
        };
        let style = Style::new().fg(color(ink_tone)).bg(color(ground));
        if is_heavy(ink) { style.add_modifier(Modifier::BOLD) } else { style }
    }

    fn ink(&self, ink: Ink) -> Option<Tone> {
        Some(match ink {
            Ink::Plain => return None,
            Ink::Faint | Ink::Tick | Ink::NeighbourName => self.faint,
            Ink::Strong | Ink::Selected | Ink::Playhead | Ink::Bracket => self.strong,
            Ink::Rule => self.rule,
            Ink::Border => self.border,
            Ink::Outline => self.outline,
            Ink::Neighbour => self.neighbour,
            Ink::Front => self.front,
            Ink::FrontToday => self.front_today,
            Ink::Fill(number) => self.party(number).fill,
            Ink::FillDisputed => self.disputed_fill,
            Ink::Held => self.party(0).ink,
            Ink::Fallen(number) => self.party(number).ink,
            Ink::Contested => self.contested,
            Ink::Disputed => self.disputed,
            Ink::Today(_) | Ink::LabelToday => self.today,
            Ink::Seat => self.seat,
            Ink::Label => self.label,
            Ink::National => self.national,
            Ink::Bar => self.bar,
        })
    }

    fn wash(&self, wash: Wash) -> Option<Tone> {
        Some(match wash {
            Wash::Bare => return None,
            Wash::Party(number) => self.party(number).ground,
            Wash::Today(number) => self.party(number).ground_today,
            Wash::Disputed => self.disputed_ground,
            Wash::Selected => self.selected[1],
            Wash::Playhead => self.playhead[1],
        })
    }

    fn party(&self, number: u8) -> PartyTones {
        let guests = self.party.len() - 1;
        let at = usize::from(number);
        self.party[if at == 0 { 0 } else { 1 + (at - 1) % guests }]
    }
}

/// What is set in bold, with colours and without.
fn is_heavy(ink: Ink) -> bool {
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

/// Without colour: what is selected and the playhead are reversed, what is new is bold, what is of lesser weight is dim.
fn mono(ink: Ink, wash: Wash) -> Style {
    let ground = match wash {
        Wash::Selected | Wash::Playhead => Modifier::REVERSED,
        _ => Modifier::empty(),
    };
    let letter = match ink {
        Ink::Selected | Ink::Playhead => Modifier::REVERSED,
        Ink::Faint | Ink::Rule | Ink::NeighbourName | Ink::Neighbour | Ink::Fill(_) => Modifier::DIM,
        _ if is_heavy(ink) => Modifier::BOLD,
        _ => Modifier::empty(),
    };
    Style::new().fg(Color::Reset).bg(Color::Reset).add_modifier(ground | letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mono_theme_has_no_colour() {
        let theme = Theme::new(ThemeName::Mono, Depth::Full);
        for wash in [Wash::Bare, Wash::Party(0), Wash::Party(1), Wash::Today(1), Wash::Disputed, Wash::Selected] {
            for ink in [Ink::Plain, Ink::Front, Ink::Fallen(1), Ink::Selected, Ink::Fill(1)] {
                let style = theme.style(ink, wash);
                assert_eq!((style.fg, style.bg), (Some(Color::Reset), Some(Color::Reset)));
            }
        }
    }

    #[test]
    fn the_grounds_of_the_first_parties_differ() {
        let both = [ThemeName::Dark, ThemeName::Light].map(|name| [(name, Depth::Full), (name, Depth::Indexed)]);
        for (name, depth) in both.into_iter().flatten() {
            let theme = Theme::new(name, depth);
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
