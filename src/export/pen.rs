//! The colours and attributes that text is written in, and the shortest way from one to another.

use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier, Style};

use super::sequence::Sequence;

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

    /// The colour of the ground.
    #[must_use]
    pub fn ground(self) -> Color {
        self.bg
    }

    /// Appends the shortest sequence that changes a terminal from this style to another; nothing if they are equal.
    pub fn change(self, to: Self, out: &mut Vec<u8>) {
        if self == to {
            return;
        }
        let mut step = self.difference(to, None);
        if self.only_adds(to) {
            out.extend_from_slice(step.finish());
            return;
        }
        let mut anew = Self::default().difference(to, (to != Self::default()).then_some(0));
        let (step, anew) = (step.finish(), anew.finish());
        out.extend_from_slice(if anew.len() < step.len() { anew } else { step });
    }

    /// Whether nothing is taken away on the way to another style. Then starting from the terminal's own is no shorter.
    fn only_adds(self, to: Self) -> bool {
        let resets = |from: Color, to: Color| to == Color::Reset && from != Color::Reset;
        to.modifier.contains(self.modifier) && !resets(self.fg, to.fg) && !resets(self.bg, to.bg)
    }

    /// The codes for all that differs, after one that leads if there is one.
    fn difference(self, to: Self, lead: Option<u8>) -> Sequence {
        let mut codes = Sequence::new();
        if let Some(lead) = lead {
            codes.push(lead);
        }
        codes.modifiers(self.modifier, to.modifier);
        if self.fg != to.fg {
            codes.colour(to.fg, 0);
        }
        if self.bg != to.bg {
            codes.colour(to.bg, 10);
        }
        codes
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

    #[test]
    fn the_longest_change_fits_and_so_does_every_code() {
        let all = Pen { fg: Color::Rgb(100, 101, 102), bg: Color::Rgb(199, 200, 255), modifier: Modifier::all() };
        let none = Pen { fg: Color::Rgb(255, 9, 0), bg: Color::Rgb(10, 99, 100), modifier: Modifier::empty() };
        assert_eq!(change(none, all), "^[1;2;3;4;5;6;7;8;9;38;2;100;101;102;48;2;199;200;255m");
        assert_eq!(change(all, none), "^[0;38;2;255;9;0;48;2;10;99;100m");
        for index in 0..=u8::MAX {
            assert_eq!(
                change(Pen::default(), pen(Color::Indexed(index), Modifier::empty())),
                format!("^[38;5;{index}m")
            );
        }
    }
}
