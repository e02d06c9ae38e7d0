//! A frame as text with its colours: the glyphs, a letter for the style of each run of cells, and what the letters mean.
//!
//! ```text
//! = glyphs
//! x Herat
//! = styles
//! 1a 6b
//! = legend
//! a  215 on 58, bold
//! b  253 on 58
//! ```

use std::fmt::Write as _;

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};

/// How a cell looks: the colour of its character, which a blank has not, its ground, its attributes.
#[derive(Clone, Copy, PartialEq)]
struct Look {
    ink: Option<Color>,
    ground: Color,
    modifier: Modifier,
}

impl Look {
    fn of(cell: &Cell) -> Self {
        // Of a blank one sees the ground, unless a line runs through it or ink and ground have changed places.
        let seen = Modifier::REVERSED | Modifier::UNDERLINED | Modifier::CROSSED_OUT;
        let blank = cell.symbol().trim().is_empty() && !cell.modifier.intersects(seen);
        Self {
            ink: (!blank).then_some(cell.fg),
            ground: cell.bg,
            modifier: if blank { Modifier::empty() } else { cell.modifier },
        }
    }

    /// Whether a cell that looks so can belong to a run of another look.
    fn fits(self, run: Self) -> bool {
        self == run || (self.ink.is_none() && self.ground == run.ground && !run.modifier.contains(Modifier::REVERSED))
    }

    fn describe(self) -> String {
        let name = |color| match color {
            Color::Reset => "own".to_owned(),
            Color::Indexed(index) => index.to_string(),
            Color::Rgb(red, green, blue) => format!("#{red:02x}{green:02x}{blue:02x}"),
            other => other.to_string(),
        };
        let mut out = format!("{} on {}", self.ink.map_or_else(|| "blank".to_owned(), name), name(self.ground));
        for (attribute, _) in self.modifier.iter_names() {
            let _ = write!(out, ", {}", attribute.to_lowercase());
        }
        out
    }
}

/// The letters for a look, by the order in which looks appear: `a` to `Z`, then `aa` and so on.
fn letters(at: usize) -> String {
    const LETTERS: [u8; 52] = *b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    let last = char::from(LETTERS[at % LETTERS.len()]);
    let before = (at / LETTERS.len()).checked_sub(1).map(letters);
    before.unwrap_or_default() + &last.to_string()
}

/// The portrait of a frame.
pub(super) fn portrait(frame: &Buffer) -> String {
    let mut legend: Vec<Look> = Vec::new();
    let mut named = |look: Look| {
        let at = legend.iter().position(|known| *known == look).unwrap_or_else(|| {
            legend.push(look);
            legend.len() - 1
        });
        letters(at)
    };
    let mut styles = String::new();
    for y in 0..frame.area.height {
        let looks: Vec<Look> = (0..frame.area.width).map(|x| Look::of(&frame[(x, y)])).collect();
        let row: Vec<String> =
            runs(&looks).into_iter().map(|(count, look)| format!("{count}{}", named(look))).collect();
        styles += &(row.join(" ") + "\n");
    }
    let meaning = |(at, look): (usize, &Look)| format!("{:<2} {}\n", letters(at), look.describe());
    let legend: String = legend.iter().enumerate().map(meaning).collect();
    format!("= glyphs\n{}= styles\n{styles}= legend\n{legend}", frontline::export::text(frame))
}

/// Neighbouring cells of one look. A blank joins the run before it, or after it, if their grounds are the same.
fn runs(looks: &[Look]) -> Vec<(usize, Look)> {
    let mut runs: Vec<(usize, Look)> = Vec::new();
    for &look in looks {
        match runs.last_mut() {
            Some((count, run)) if look.fits(*run) => *count += 1,
            Some((count, run)) if run.fits(look) => (*count, *run) = (*count + 1, look),
            _ => runs.push((1, look)),
        }
    }
    runs
}

#[test]
fn a_portrait_tells_colours_and_attributes_apart() {
    use ratatui::layout::Rect;
    use ratatui::style::Style;
    let draw = |style: Style| {
        let mut frame = Buffer::empty(Rect::new(0, 0, 9, 1));
        frame.set_string(1, 0, "Kabul", style);
        portrait(&frame)
    };
    let red = draw(Style::new().fg(Color::Indexed(9)));
    assert_eq!(red, "= glyphs\n Kabul\n= styles\n9a\n= legend\na  9 on own\n");
    assert_ne!(red, draw(Style::new().fg(Color::Indexed(10))));
    let washed = draw(Style::new().fg(Color::Indexed(9)).bg(Color::Indexed(58)).add_modifier(Modifier::BOLD));
    assert!(washed.contains("1a 5b 3a\n= legend\na  blank on own\nb  9 on 58, bold\n"), "{washed}");
}
