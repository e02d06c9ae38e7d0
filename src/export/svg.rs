//! A frame as a picture: Scalable Vector Graphics 1.1, text stays text. Blocks and Braille become shapes, which need no
//! font.

use std::fmt::Write as _;

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};
use unicode_width::UnicodeWidthStr;

use crate::app::ThemeName;

use super::ansi::rows;
use super::shapes::{self, CELL};

/// Where the foot of the letters stands, from the top of a cell.
const BASELINE: f64 = 13.0;

/// The terminal's own colours, which a picture must name: text and ground.
fn own(theme: ThemeName) -> (&'static str, &'static str) {
    match theme {
        ThemeName::Light | ThemeName::Mono => ("#1c1c1c", "#fcfcf9"),
        ThemeName::Dark => ("#d0d0d0", "#12141a"),
    }
}

/// The picture of a frame, on the ground that suits the theme.
#[must_use]
pub fn svg(frame: &Buffer, theme: ThemeName, title: &str) -> String {
    let (width, height) = (f64::from(frame.area.width) * CELL.0, f64::from(frame.area.height) * CELL.1);
    let (ink, ground) = own(theme);
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width:.1} {height:.1}\" width=\"{width:.0}\" \
         height=\"{height:.0}\" font-family=\"ui-monospace,'DejaVu Sans Mono',Menlo,Consolas,monospace\" \
         font-size=\"14\" fill=\"{ink}\" xml:space=\"preserve\">\n<title>{}</title>\n\
         <rect width=\"100%\" height=\"100%\" fill=\"{ground}\"/>\n",
        escape(title)
    );
    for (y, row) in rows(frame).enumerate() {
        let top = f64::from(u32::try_from(y).unwrap_or(0)) * CELL.1;
        for run in runs(&row) {
            run.write(top, (ink, ground), &mut out);
        }
    }
    out.push_str("</svg>\n");
    out
}

/// Neighbouring cells of one style, with the blanks between them that show the same ground.
struct Run<'a> {
    x: u16,
    columns: u16,
    text: String,
    cell: &'a Cell,
}

fn runs<'a>(row: &[(u16, &'a Cell)]) -> Vec<Run<'a>> {
    let mut runs: Vec<Run<'a>> = Vec::new();
    for &(x, cell) in row {
        let columns = u16::try_from(cell.symbol().width()).unwrap_or(1).max(1);
        match runs.last_mut() {
            Some(run) if run.takes(cell) => {
                run.text.push_str(cell.symbol());
                run.columns += columns;
            }
            _ => runs.push(Run { x, columns, text: cell.symbol().to_owned(), cell }),
        }
    }
    runs
}

impl Run<'_> {
    fn takes(&self, cell: &Cell) -> bool {
        // Of such a blank nothing but the ground is seen.
        let lined = Modifier::REVERSED | Modifier::UNDERLINED;
        let blank = cell.symbol() == " " && !(self.cell.modifier | cell.modifier).intersects(lined);
        cell.style() == self.cell.style() || (blank && cell.bg == self.cell.bg)
    }

    fn write(&self, top: f64, (own_ink, own_ground): (&str, &str), out: &mut String) {
        let named = |color, own: &str| css(color).unwrap_or_else(|| own.to_owned());
        let (mut ink, mut ground) = (named(self.cell.fg, own_ink), named(self.cell.bg, own_ground));
        if self.cell.modifier.contains(Modifier::REVERSED) {
            std::mem::swap(&mut ink, &mut ground);
        }
        let (left, width) = (f64::from(self.x) * CELL.0, f64::from(self.columns) * CELL.0);
        if ground != own_ground {
            // Half a unit more, so that no seam shows between neighbouring rectangles.
            let _ = writeln!(
                out,
                "<rect x=\"{left:.1}\" y=\"{top:.1}\" width=\"{:.1}\" height=\"{:.1}\" fill=\"{ground}\"/>",
                width + 0.5,
                CELL.1 + 0.5
            );
        }
        let dim = if self.cell.modifier.contains(Modifier::DIM) { " opacity=\"0.6\"" } else { "" };
        shapes::write(&self.text, (left, top), &ink, dim, out);
        let text: String = self.text.chars().map(|glyph| if shapes::is_shape(glyph) { ' ' } else { glyph }).collect();
        if text.trim().is_empty() {
            return;
        }
        let mut style = String::new();
        if ink != own_ink {
            let _ = write!(style, " fill=\"{ink}\"");
        }
        if self.cell.modifier.contains(Modifier::BOLD) {
            style.push_str(" font-weight=\"bold\"");
        }
        style.push_str(dim);
        if self.cell.modifier.contains(Modifier::UNDERLINED) {
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

/// The colour as CSS writes it; none for the terminal's own.
fn css(color: Color) -> Option<String> {
    let (red, green, blue) = match color {
        Color::Reset => return None,
        Color::Rgb(red, green, blue) => (red, green, blue),
        Color::Indexed(index) => indexed(index),
        named => indexed(basic(named)),
    };
    Some(format!("#{red:02x}{green:02x}{blue:02x}"))
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
fn indexed(index: u8) -> (u8, u8, u8) {
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
            (level(1), level(2), level(4))
        }
        16..=231 => {
            let at = index - 16;
            let step = |divisor: u8| STEPS[usize::from(at / divisor % 6)];
            (step(36), step(6), step(1))
        }
        232..=255 => {
            let grey = 8 + 10 * (index - 232);
            (grey, grey, grey)
        }
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

    #[test]
    fn markup_in_the_text_is_escaped() {
        let mut frame = Buffer::empty(Rect::new(0, 0, 12, 1));
        frame.set_string(0, 0, "<a href='&'>", Style::new());
        let picture = svg(&frame, ThemeName::Dark, "\"<script>\"");
        assert!(picture.contains("&lt;a href=&#39;&amp;&#39;&gt;"));
        assert!(picture.contains("<title>&quot;&lt;script&gt;&quot;</title>"));
        assert!(!picture.contains("<script"));
    }

    #[test]
    fn the_colour_cube_is_that_of_xterm() {
        assert_eq!(css(Color::Indexed(16)).as_deref(), Some("#000000"));
        assert_eq!(css(Color::Indexed(208)).as_deref(), Some("#ff8700"));
        assert_eq!(css(Color::Indexed(255)).as_deref(), Some("#eeeeee"));
        assert_eq!(css(Color::LightRed).as_deref(), Some("#ff0000"));
        assert_eq!(css(Color::Reset), None);
    }
}
