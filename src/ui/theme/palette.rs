//! Tones for terminals with 16 million colours, each also as one of the 256 of xterm.

mod dark;
mod light;

use ratatui::style::{Color, Style};

use crate::app::Depth;
use crate::picture::{Ink, Shade, Wash};

use super::weight::weighted;

pub(super) use dark::DARK;
pub(super) use light::LIGHT;

/// A colour, exactly and as one of 256.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Tone {
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
            Depth::Indexed | Depth::Basic => Color::Indexed(self.indexed),
        }
    }

    /// The tone on a slope, by so many parts of 256 lighter or darker for a full slope. The 256 colours lie too far apart.
    fn shaded(self, shade: Shade, parts: i32) -> Self {
        let factor = 256 + shade.steps() * parts / Shade::MOST;
        let channel = |byte: u8| u32::try_from(i32::from(byte) * factor / 256).unwrap_or(0).min(255);
        let [_, red, green, blue] = self.rgb.to_be_bytes();
        Self { rgb: channel(red) << 16 | channel(green) << 8 | channel(blue), ..self }
    }
}

/// The tones of a theme. Ordinary text and bare ground are the terminal's own.
#[derive(PartialEq, Debug)]
pub(super) struct Palette {
    faint: Tone,
    strong: Tone,
    rule: Tone,
    border: Tone,
    outline: Tone,
    neighbour: Tone,
    front: Tone,
    front_today: Tone,
    /// The band of the front, and of the front where a region fell today.
    front_band: [Tone; 2],
    /// By party, the home party first; further parties begin again at the second.
    party: [PartyTones; 4],
    contested: Tone,
    disputed: Tone,
    disputed_fill: Tone,
    disputed_ground: Tone,
    today: Tone,
    seat: Tone,
    label: Tone,
    river: Tone,
    road: Tone,
    relief: Tone,
    bar: Tone,
    national: Tone,
    /// Letters and ground of what is selected.
    selected: [Tone; 2],
    /// Letters and ground of the playhead, and the ground of its day.
    playhead: [Tone; 3],
    /// How strong the relief is: by so many parts of 256 a ground is lighter or darker on a full slope.
    relief_parts: i32,
}

#[derive(Clone, Copy, PartialEq, Debug)]
struct PartyTones {
    /// Its places.
    ink: Tone,
    /// The outlines of its pockets.
    pocket: Tone,
    /// The pattern on its ground.
    fill: Tone,
    /// Its ground.
    ground: Tone,
    /// Its ground on the day it was taken.
    ground_today: Tone,
}

/// Which of so many looks the party of a number has: the home party the first, guests the others by turns.
pub(super) fn slot(number: u8, looks: usize) -> usize {
    let at = usize::from(number);
    if at == 0 { 0 } else { 1 + (at - 1) % (looks - 1) }
}

impl Palette {
    /// What a character with these roles looks like.
    pub(super) fn style(&self, ink: Ink, wash: Wash, shade: Shade, depth: Depth) -> Style {
        // What is faint on bare ground would be lost on a coloured one.
        let ink = if ink == Ink::Faint && wash != Wash::Bare { Ink::Label } else { ink };
        let color = |tone: Option<Tone>| tone.map_or(Color::Reset, |tone| tone.at(depth));
        let sloped = |tone: Option<Tone>| tone.map(|tone| tone.shaded(shade, self.relief_parts));
        // A band is no ground: it lies over it and has no slopes.
        let shade = if matches!(wash, Wash::Front | Wash::FrontToday) { Shade::FLAT } else { shade };
        let (letter, ground) = match ink {
            Ink::Selected => (Some(self.selected[0]), Some(self.selected[1])),
            Ink::Playhead => (Some(self.playhead[0]), Some(self.playhead[1])),
            Ink::Ground(other) => (sloped(self.wash(other)), sloped(self.wash(wash))),
            _ if shade == Shade::FLAT => (self.ink(ink), self.wash(wash)),
            _ => (self.ink(ink), sloped(self.wash(wash))),
        };
        weighted(Style::new().fg(color(letter)).bg(color(ground)), ink)
    }

    fn ink(&self, ink: Ink) -> Option<Tone> {
        Some(match ink {
            Ink::Plain => return None,
            Ink::Faint | Ink::Tick | Ink::NeighbourName => self.faint,
            Ink::Strong | Ink::Selected | Ink::Playhead | Ink::Bracket => self.strong,
            Ink::Rule => self.rule,
            Ink::Border => self.border,
            Ink::Outline => self.outline,
            Ink::Neighbour | Ink::Graticule => self.neighbour,
            Ink::Front => self.front,
            Ink::FrontToday => self.front_today,
            Ink::Fill(number) | Ink::Seam(number) => self.party(number).fill,
            Ink::FillDisputed => self.disputed_fill,
            Ink::Ground(wash) => return self.wash(wash),
            Ink::Held => self.party(0).ink,
            Ink::Fallen(number) => self.party(number).ink,
            Ink::Pocket(number) => self.party(number).pocket,
            Ink::Contested => self.contested,
            Ink::Disputed => self.disputed,
            Ink::Today(_) | Ink::LabelToday => self.today,
            Ink::Seat => self.seat,
            Ink::Label => self.label,
            Ink::River => self.river,
            Ink::Road => self.road,
            Ink::Relief => self.relief,
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
            Wash::Front => self.front_band[0],
            Wash::FrontToday => self.front_band[1],
            Wash::Selected => self.selected[1],
            Wash::Playhead => self.playhead[2],
        })
    }

    fn party(&self, number: u8) -> PartyTones {
        self.party[slot(number, self.party.len())]
    }
}
