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
    /// Letters and ground of the playhead, and the ground of its day.
    playhead: [Tone; 3],
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
    faint: tone(0x008b_93a1, 245),
    strong: tone(0x00f2_f4f8, 231),
    rule: tone(0x0045_4c59, 239),
    border: tone(0x007d_889a, 245),
    outline: tone(0x00b4_bcca, 250),
    neighbour: tone(0x004a_5260, 239),
    front: tone(0x00ff_d14d, 221),
    front_today: tone(0x00ff_f6d8, 231),
    party: [
        PartyTones {
            ink: tone(0x009c_ceff, 117),
            fill: tone(0x0045_6287, 60),
            ground: tone(0x0014_243a, 17),
            ground_today: tone(0x001f_426e, 18),
        },
        PartyTones {
            ink: tone(0x00ff_b375, 215),
            fill: tone(0x009b_6632, 137),
            ground: tone(0x0045_2910, 58),
            ground_today: tone(0x008c_4a10, 130),
        },
        PartyTones {
            ink: tone(0x00b5_e8a0, 157),
            fill: tone(0x004f_7d3f, 65),
            ground: tone(0x001c_3616, 22),
            ground_today: tone(0x002f_5f24, 28),
        },
        PartyTones {
            ink: tone(0x00ef_b0ef, 219),
            fill: tone(0x007e_4c7e, 96),
            ground: tone(0x0036_1a38, 53),
            ground_today: tone(0x0063_2c66, 90),
        },
    ],
    contested: tone(0x00ff_e970, 227),
    disputed: tone(0x00f2_ddb0, 222),
    disputed_fill: tone(0x007c_7466, 243),
    disputed_ground: tone(0x002f_2c2a, 236),
    today: tone(0x00ff_ffff, 231),
    seat: tone(0x00d2_ecff, 195),
    label: tone(0x00dd_e2ea, 253),
    bar: tone(0x00c9_a56e, 179),
    national: tone(0x00a9_b5d6, 146),
    selected: [tone(0x000c_1016, 16), tone(0x009c_ceff, 117)],
    playhead: [tone(0x00ff_ffff, 231), tone(0x002d_5a8c, 24), tone(0x001b_2b40, 236)],
};

const LIGHT: Palette = Palette {
    faint: tone(0x0062_6872, 242),
    strong: tone(0x0010_1216, 16),
    rule: tone(0x00b4_b8be, 249),
    border: tone(0x007a_7f88, 244),
    outline: tone(0x003a_3f48, 238),
    neighbour: tone(0x00c0_c4ca, 250),
    front: tone(0x00b0_122a, 160),
    front_today: tone(0x007a_0014, 88),
    party: [
        PartyTones {
            ink: tone(0x000b_4f94, 25),
            fill: tone(0x0090_b4d8, 110),
            ground: tone(0x00dc_e9f7, 195),
            ground_today: tone(0x00b4_d2f0, 153),
        },
        PartyTones {
            ink: tone(0x0096_4500, 130),
            fill: tone(0x00c4_8a4a, 173),
            ground: tone(0x00f9_e3c6, 223),
            ground_today: tone(0x00f4_bd78, 215),
        },
        PartyTones {
            ink: tone(0x0026_661c, 28),
            fill: tone(0x007f_b070, 108),
            ground: tone(0x00dd_efd4, 194),
            ground_today: tone(0x00a9_dc98, 157),
        },
        PartyTones {
            ink: tone(0x007c_1f80, 90),
            fill: tone(0x00b8_80bc, 139),
            ground: tone(0x00f2_ddf3, 225),
            ground_today: tone(0x00e2_a8e6, 219),
        },
    ],
    contested: tone(0x00a8_0d20, 124),
    disputed: tone(0x006b_4a00, 94),
    disputed_fill: tone(0x00a3_9b8c, 246),
    disputed_ground: tone(0x00ec_e8e1, 254),
    today: tone(0x0010_1216, 16),
    seat: tone(0x0005_356a, 19),
    label: tone(0x0024_282e, 235),
    bar: tone(0x0092_6c30, 136),
    national: tone(0x004a_528c, 61),
    selected: [tone(0x00ff_ffff, 231), tone(0x000b_4f94, 25)],
    playhead: [tone(0x0010_1216, 16), tone(0x00b4_d2f0, 153), tone(0x00e8_f0f8, 255)],
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
            Ink::Fill(number) | Ink::Seam(number) => self.party(number).fill,
            Ink::FillDisputed => self.disputed_fill,
            Ink::Ground(wash) => return self.wash(wash),
            Ink::Held => self.party(0).ink,
            Ink::Fallen(number) | Ink::Pocket(number) => self.party(number).ink,
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
            Wash::Playhead => self.playhead[2],
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
        Wash::Selected => Modifier::REVERSED,
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
