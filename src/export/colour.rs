//! The colours of a terminal as parts of red, green and blue.

use std::fmt;

use ratatui::style::Color;

/// A colour by its parts of red, green and blue.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Rgb(pub(super) u8, pub(super) u8, pub(super) u8);

impl Rgb {
    /// What a terminal shows for a colour; `own` for its own.
    pub(super) fn of(color: Color, own: Self) -> Self {
        match color {
            Color::Reset => own,
            Color::Rgb(red, green, blue) => Self(red, green, blue),
            Color::Indexed(index) => indexed(index),
            named => indexed(basic(named)),
        }
    }
}

/// As CSS writes it.
impl fmt::Display for Rgb {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{:02x}{:02x}{:02x}", self.0, self.1, self.2)
    }
}

/// The number of one of the sixteen named colours.
fn basic(color: Color) -> u8 {
    const NAMED: [Color; 16] = [
        Color::Black,
        Color::Red,
        Color::Green,
        Color::Yellow,
        Color::Blue,
        Color::Magenta,
        Color::Cyan,
        Color::Gray,
        Color::DarkGray,
        Color::LightRed,
        Color::LightGreen,
        Color::LightYellow,
        Color::LightBlue,
        Color::LightMagenta,
        Color::LightCyan,
        Color::White,
    ];
    (0..).zip(NAMED).find(|(_, named)| *named == color).map_or(7, |(index, _)| index)
}

/// The 256 colours of xterm: 16 named ones, a cube of 6 × 6 × 6 and 24 greys.
fn indexed(index: u8) -> Rgb {
    const STEPS: [u8; 6] = [0, 95, 135, 175, 215, 255];
    match index {
        0..=15 => {
            let (bright, bits) = (index >= 8, index % 8);
            let level = |bit: u8| match (bits & bit != 0, bright) {
                (true, true) => 255,
                (true, false) => 205,
                (false, true) if bits == 0 => 127,
                (false, _) => 0,
            };
            Rgb(level(1), level(2), level(4))
        }
        16..=231 => {
            let at = index - 16;
            let step = |divisor: u8| STEPS[usize::from(at / divisor % 6)];
            Rgb(step(36), step(6), step(1))
        }
        232..=255 => {
            let grey = 8 + 10 * (index - 232);
            Rgb(grey, grey, grey)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_colours_are_those_of_xterm() {
        let own = Rgb(1, 2, 3);
        assert_eq!(Rgb::of(Color::Indexed(16), own).to_string(), "#000000");
        assert_eq!(Rgb::of(Color::Indexed(208), own).to_string(), "#ff8700");
        assert_eq!(Rgb::of(Color::Indexed(255), own).to_string(), "#eeeeee");
        assert_eq!(Rgb::of(Color::LightRed, own).to_string(), "#ff0000");
        assert_eq!(Rgb::of(Color::Reset, own).to_string(), "#010203");
    }
}
