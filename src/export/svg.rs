//! A frame as a picture: Scalable Vector Graphics 1.1, text stays text. Blocks and Braille become shapes, which need no
//! font.
//!
//! All grounds come first and what stands on them after: a line or a name that runs over many grounds stays in one piece.

use std::fmt::{self, Write as _};

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};
use unicode_width::UnicodeWidthStr;

use crate::app::ThemeName;

use super::ansi::rows;
use super::shapes::{self, CELL};

/// Where the foot of the letters stands, from the top of a cell.
const BASELINE: f64 = 13.0;

/// How far a ground reaches over its edge, so that no seam shows between neighbours.
const SEAM: f64 = 0.5;

/// A colour by its parts of red, green and blue.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Rgb(u8, u8, u8);

impl Rgb {
    /// A colour of a frame. Pictures are drawn at full depth, where a colour has its parts or is the terminal's own.
    fn of(color: Color, own: Self) -> Self {
        match color {
            Color::Rgb(red, green, blue) => Self(red, green, blue),
            _ => own,
        }
    }
}

/// As CSS writes it.
impl fmt::Display for Rgb {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{:02x}{:02x}{:02x}", self.0, self.1, self.2)
    }
}

/// The terminal's own colours, which a picture must name.
#[derive(Clone, Copy)]
struct Own {
    ink: Rgb,
    ground: Rgb,
}

impl Own {
    /// Those that suit a theme.
    fn of(theme: ThemeName) -> Self {
        match theme {
            ThemeName::Light | ThemeName::Mono => Self { ink: Rgb(0x1c, 0x1c, 0x1c), ground: Rgb(0xfc, 0xfc, 0xf9) },
            ThemeName::Dark => Self { ink: Rgb(0xd0, 0xd0, 0xd0), ground: Rgb(0x12, 0x14, 0x1a) },
        }
    }
}

/// The picture of a frame of full depth, on the ground that suits the theme.
#[must_use]
pub fn svg(frame: &Buffer, theme: ThemeName, title: &str) -> String {
    let (width, height) = (f64::from(frame.area.width) * CELL.0, f64::from(frame.area.height) * CELL.1);
    let own = Own::of(theme);
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width:.1} {height:.1}\" width=\"{width:.0}\" \
         height=\"{height:.0}\" font-family=\"ui-monospace,'DejaVu Sans Mono',Menlo,Consolas,monospace\" \
         font-size=\"14\" fill=\"{}\" xml:space=\"preserve\">\n<title>{}</title>\n\
         <rect width=\"100%\" height=\"100%\" fill=\"{}\"/>\n",
        own.ink,
        escape(title),
        own.ground
    );
    let rows: Vec<Vec<Seen<'_>>> = rows(frame)
        .map(|row| row.into_iter().map(|(x, cell)| Seen::new(x - frame.area.x, cell, own)).collect())
        .collect();
    let tops = (0..frame.area.height).map(|y| f64::from(y) * CELL.1);
    for (top, row) in tops.clone().zip(&rows) {
        grounds(row, top, own, &mut out);
    }
    for (top, row) in tops.zip(&rows) {
        for run in runs(row) {
            run.write(top, own, &mut out);
        }
    }
    out.push_str("</svg>\n");
    out
}

/// A cell as it is seen.
struct Seen<'a> {
    x: u16,
    columns: u16,
    symbol: &'a str,
    ground: Rgb,
    hand: Hand,
}

/// How letters are written.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Hand {
    ink: Rgb,
    bold: bool,
    dim: bool,
    underlined: bool,
}

impl<'a> Seen<'a> {
    fn new(x: u16, cell: &'a Cell, own: Own) -> Self {
        let (mut ink, mut ground) = (Rgb::of(cell.fg, own.ink), Rgb::of(cell.bg, own.ground));
        let has = |modifier| cell.modifier.contains(modifier);
        if has(Modifier::REVERSED) {
            std::mem::swap(&mut ink, &mut ground);
        }
        let hand =
            Hand { ink, bold: has(Modifier::BOLD), dim: has(Modifier::DIM), underlined: has(Modifier::UNDERLINED) };
        let columns = u16::try_from(cell.symbol().width()).unwrap_or(1).max(1);
        Self { x, columns, symbol: cell.symbol(), ground, hand }
    }

    /// Whether nothing but its ground is seen.
    fn blank(&self) -> bool {
        self.symbol == " " && !self.hand.underlined
    }

    /// Its character, one a column: blanks stand for the rest of a wide one, and marks upon it are left out.
    fn glyphs(&self) -> impl Iterator<Item = char> {
        self.symbol.chars().take(1).chain(std::iter::repeat(' ')).take(self.columns.into())
    }

    fn left(&self) -> f64 {
        f64::from(self.x) * CELL.0
    }

    fn right(&self) -> f64 {
        f64::from(self.x + self.columns) * CELL.0
    }
}

/// Writes the grounds of a row, as far as they are not the terminal's own.
fn grounds(row: &[Seen<'_>], top: f64, own: Own, out: &mut String) {
    let runs = row.chunk_by(|one, other| one.ground == other.ground);
    for (first, last) in runs.filter_map(|run| run.first().zip(run.last())) {
        if first.ground != own.ground {
            let (left, width, height) = (first.left(), last.right() - first.left() + SEAM, CELL.1 + SEAM);
            let form = format!("x=\"{left:.1}\" y=\"{top:.1}\" width=\"{width:.1}\" height=\"{height:.1}\"");
            let _ = writeln!(out, "<rect {form} fill=\"{}\"/>", first.ground);
        }
    }
}

/// What is written in one hand, with the blanks between.
struct Run<'a>(&'a [Seen<'a>]);

/// So many blanks end a run: where a letter comes from another font and is wider, the names far from it keep their places.
const GAP: usize = 3;

/// The runs of a row. Each begins and ends with something that is seen.
fn runs<'a>(row: &'a [Seen<'a>]) -> Vec<Run<'a>> {
    let mut runs: Vec<Run<'a>> = Vec::new();
    let mut seen: Option<(usize, usize)> = None;
    for (index, cell) in row.iter().enumerate().filter(|(_, cell)| !cell.blank()) {
        let goes_on = |(first, last): &(usize, usize)| row[*first].hand == cell.hand && index - last <= GAP;
        let first = seen.filter(goes_on).map_or(index, |(first, _)| first);
        if first < index {
            runs.pop();
        }
        runs.push(Run(&row[first..=index]));
        seen = Some((first, index));
    }
    runs
}

impl Run<'_> {
    fn write(&self, top: f64, own: Own, out: &mut String) {
        let Some((first, last)) = self.0.first().zip(self.0.last()) else { return };
        let (left, width, hand) = (first.left(), last.right() - first.left(), first.hand);
        let whole: String = self.0.iter().map(|cell| cell.symbol).collect();
        let dim = if hand.dim { " opacity=\"0.6\"" } else { "" };
        let columns: Vec<char> = self.0.iter().flat_map(Seen::glyphs).collect();
        shapes::write(&columns, (left, top), &hand.ink.to_string(), dim, out);
        let text: String = whole.chars().map(|glyph| if shapes::is_shape(glyph) { ' ' } else { glyph }).collect();
        if text.trim().is_empty() && !hand.underlined {
            return;
        }
        let mut style = String::new();
        if hand.ink != own.ink {
            let _ = write!(style, " fill=\"{}\"", hand.ink);
        }
        if hand.bold {
            style.push_str(" font-weight=\"bold\"");
        }
        style.push_str(dim);
        if hand.underlined {
            style.push_str(" text-decoration=\"underline\"");
        }
        let _ = writeln!(
            out,
            "<text x=\"{left:.1}\" y=\"{:.1}\" textLength=\"{width:.1}\" \
             lengthAdjust=\"spacingAndGlyphs\"{style}>{}</text>",
            top + BASELINE,
            escape(&text)
        );
    }
}

/// Text as XML character data.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            other => out.push(other),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    fn frame(text: &str) -> Buffer {
        let mut frame = Buffer::empty(Rect::new(0, 0, u16::try_from(text.len()).unwrap_or(0), 1));
        frame.set_string(0, 0, text, Style::new());
        frame
    }

    #[test]
    fn markup_in_the_text_is_escaped() {
        let picture = svg(&frame("<a href='&'>"), ThemeName::Dark, "\"<script>\"");
        assert!(picture.contains("&lt;a href=&#39;&amp;&#39;&gt;"));
        assert!(picture.contains("<title>&quot;&lt;script&gt;&quot;</title>"));
        assert!(!picture.contains("<script"));
    }

    #[test]
    fn a_name_is_one_text_whatever_ground_it_stands_on() {
        let mut frame = frame("Maidan Shahr");
        for x in 3..9 {
            frame[(x, 0)].set_bg(Color::Rgb(0, 0, 95));
        }
        let picture = svg(&frame, ThemeName::Dark, "");
        assert!(picture.contains(">Maidan Shahr</text>"), "{picture}");
        assert!(picture.contains("<rect x=\"25.2\"") && picture.contains(" fill=\"#00005f\"/>"), "{picture}");
    }

    #[test]
    fn a_shape_stands_in_its_column_whatever_is_before_it() {
        for (text, line) in [("北─", "M16.8 8.5h8.4"), ("e\u{301}─", "M8.4 8.5h8.4"), ("北⠁", "M18.9 2.1h0")] {
            let picture = svg(&frame(text), ThemeName::Dark, "");
            assert!(picture.contains(line), "{text}: {picture}");
        }
    }

    #[test]
    fn what_is_reversed_has_the_grounds_colour_for_ink() {
        let mut frame = frame("ab");
        frame[(1, 0)].set_fg(Color::Rgb(1, 1, 1)).modifier |= Modifier::REVERSED;
        let picture = svg(&frame, ThemeName::Dark, "");
        assert!(picture.contains("fill=\"#12141a\">b</text>"), "{picture}");
        assert!(picture.contains("fill=\"#010101\"/>"), "{picture}");
    }
}
