//! The colours and attributes that text is written in, and the shortest way from one to another.

use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier, Style};

/// Each attribute with the codes that switch it on and off. Bold and dim share theirs, and so do the two blinks.
const MODIFIERS: [(Modifier, u16, u16); 9] = [
    (Modifier::BOLD, 1, 22),
    (Modifier::DIM, 2, 22),
    (Modifier::ITALIC, 3, 23),
    (Modifier::UNDERLINED, 4, 24),
    (Modifier::SLOW_BLINK, 5, 25),
    (Modifier::RAPID_BLINK, 6, 25),
    (Modifier::REVERSED, 7, 27),
    (Modifier::HIDDEN, 8, 28),
    (Modifier::CROSSED_OUT, 9, 29),
];

/// A style of text. The default one is what a terminal starts with.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Pen {
    fg: Color,
    bg: Color,
    modifier: Modifier,
}

impl Pen {
    /// The style of a cell.
    #[must_use]
    pub fn of(cell: &Cell) -> Self {
        Self { fg: cell.fg, bg: cell.bg, modifier: cell.modifier }
    }

    /// A style by itself: what it leaves open is the terminal's own.
    #[must_use]
    pub fn new(style: Style) -> Self {
        let (fg, bg) = (style.fg.unwrap_or_default(), style.bg.unwrap_or_default());
        Self { fg, bg, modifier: style.add_modifier }
    }

    /// Appends the shortest sequence that changes a terminal from this style to another; nothing if they are equal.
    pub fn change(self, to: Self, out: &mut Vec<u8>) {
        if self == to {
            return;
        }
        let start = out.len();
        self.write_difference(to, &[], out);
        if self.only_adds(to) {
            return;
        }
        let end = out.len();
        Self::default().write_difference(to, if to == Self::default() { &[] } else { &[0] }, out);
        keep_shorter(out, start, end);
    }

    /// Whether nothing is taken away on the way to another style. Then starting from the terminal's own is no shorter.
    fn only_adds(self, to: Self) -> bool {
        let resets = |from: Color, to: Color| to == Color::Reset && from != Color::Reset;
        to.modifier.contains(self.modifier) && !resets(self.fg, to.fg) && !resets(self.bg, to.bg)
    }

    /// Writes `lead` and the codes for all that differs, as one sequence. Without any code it resets.
    fn write_difference(self, to: Self, lead: &[u16], out: &mut Vec<u8>) {
        let mut codes = Codes { out, any: false };
        codes.out.extend_from_slice(b"\x1b[");
        codes.all(lead);
        codes.modifiers(self.modifier, to.modifier);
        if self.fg != to.fg {
            codes.colour(to.fg, 0);
        }
        if self.bg != to.bg {
            codes.colour(to.bg, 10);
        }
        codes.out.push(b'm');
    }
}

/// Appends `number` in decimal.
pub(crate) fn number(number: u16, out: &mut Vec<u8>) {
    if number >= 10 {
        self::number(number / 10, out);
    }
    out.push(b"0123456789"[usize::from(number % 10)]);
}

/// Of two alternatives at the end of `out`, `start..middle` and from `middle` on, keeps the shorter.
pub(crate) fn keep_shorter(out: &mut Vec<u8>, start: usize, middle: usize) {
    if out.len() - middle < middle - start {
        out.drain(start..middle);
    } else {
        out.truncate(middle);
    }
}

/// The codes of one sequence, parted by semicolons.
struct Codes<'a> {
    out: &'a mut Vec<u8>,
    any: bool,
}

impl Codes<'_> {
    fn push(&mut self, code: u16) {
        if self.any {
            self.out.push(b';');
        }
        self.any = true;
        number(code, self.out);
    }

    fn all(&mut self, codes: &[u16]) {
        for &code in codes {
            self.push(code);
        }
    }

    fn modifiers(&mut self, from: Modifier, to: Modifier) {
        let mut left = from;
        for (modifier, _, off) in MODIFIERS {
            if left.contains(modifier) && !to.contains(modifier) {
                self.push(off);
                // The code took with it every attribute that shares it.
                MODIFIERS.iter().filter(|other| other.2 == off).for_each(|other| left.remove(other.0));
            }
        }
        for (modifier, on, _) in MODIFIERS {
            if to.contains(modifier) && !left.contains(modifier) {
                self.push(on);
            }
        }
    }

    /// A colour of the text, or with a `shift` of 10 of the ground.
    fn colour(&mut self, colour: Color, shift: u16) {
        match colour {
            Color::Reset => self.push(39 + shift),
            Color::Black => self.push(30 + shift),
            Color::Red => self.push(31 + shift),
            Color::Green => self.push(32 + shift),
            Color::Yellow => self.push(33 + shift),
            Color::Blue => self.push(34 + shift),
            Color::Magenta => self.push(35 + shift),
            Color::Cyan => self.push(36 + shift),
            Color::Gray => self.push(37 + shift),
            Color::DarkGray => self.push(90 + shift),
            Color::LightRed => self.push(91 + shift),
            Color::LightGreen => self.push(92 + shift),
            Color::LightYellow => self.push(93 + shift),
            Color::LightBlue => self.push(94 + shift),
            Color::LightMagenta => self.push(95 + shift),
            Color::LightCyan => self.push(96 + shift),
            Color::White => self.push(97 + shift),
            Color::Indexed(index) => self.all(&[38 + shift, 5, index.into()]),
            Color::Rgb(red, green, blue) => self.all(&[38 + shift, 2, red.into(), green.into(), blue.into()]),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn change(from: Pen, to: Pen) -> String {
        let mut out = Vec::new();
        from.change(to, &mut out);
        String::from_utf8_lossy(&out).replace('\u{1b}', "^")
    }

    fn pen(fg: Color, modifier: Modifier) -> Pen {
        Pen { fg, bg: Color::Reset, modifier }
    }

    #[test]
    fn only_what_differs_is_sent() {
        let red = pen(Color::Red, Modifier::empty());
        assert_eq!(change(red, red), "");
        assert_eq!(change(Pen::default(), red), "^[31m");
        assert_eq!(change(red, Pen { bg: Color::Indexed(22), ..red }), "^[48;5;22m");
        assert_eq!(change(red, pen(Color::Red, Modifier::REVERSED)), "^[7m");
        assert_eq!(change(pen(Color::Red, Modifier::REVERSED), red), "^[27m");
    }

    #[test]
    fn plain_text_is_one_reset_away() {
        assert_eq!(change(pen(Color::Rgb(1, 2, 3), Modifier::all()), Pen::default()), "^[m");
    }

    #[test]
    fn a_reset_is_used_where_it_is_shorter() {
        let busy = Modifier::ITALIC | Modifier::UNDERLINED | Modifier::REVERSED;
        assert_eq!(change(pen(Color::Red, busy), pen(Color::Blue, Modifier::empty())), "^[0;34m");
    }

    #[test]
    fn bold_is_put_back_after_dim_was_taken_away() {
        let both = pen(Color::Rgb(10, 20, 30), Modifier::BOLD | Modifier::DIM);
        assert_eq!(change(both, pen(Color::Rgb(10, 20, 30), Modifier::BOLD)), "^[22;1m");
    }
}
