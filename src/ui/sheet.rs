//! A buffer with a theme: text and pictures in roles go in, styled cells come out.

use ratatui::buffer::Buffer;
use unicode_segmentation::UnicodeSegmentation;

use crate::app::Area;
use crate::picture::{Cell, Ink, Joint, Wash, Weight};
use crate::text;

use super::Theme;

/// A buffer to paint on. What lies outside of it is not painted.
pub(super) struct Sheet<'a> {
    buffer: &'a mut Buffer,
    theme: &'a Theme,
    ascii: bool,
}

impl<'a> Sheet<'a> {
    /// A sheet over a buffer; rules are lines of box-drawing characters unless everything is to be ASCII.
    pub(super) fn new(buffer: &'a mut Buffer, theme: &'a Theme, ascii: bool) -> Self {
        Self { buffer, theme, ascii }
    }

    /// A rule from a cell on, so many columns long.
    pub(super) fn across(&mut self, at: (u16, u16), width: u16) {
        let line = if self.ascii { "-" } else { "\u{2500}" };
        self.write(at, width, &line.repeat(width.into()), Ink::Rule);
    }

    /// A piece of an upright rule.
    pub(super) fn down(&mut self, at: (u16, u16)) {
        self.write(at, 1, if self.ascii { "|" } else { "\u{2502}" }, Ink::Rule);
    }

    /// The cell where rules meet that run to these sides: the upper one, the right, the lower, the left.
    pub(super) fn meet(&mut self, at: (u16, u16), sides: [bool; 4]) {
        let joint = Joint(sides.map(|side| if side { Weight::Light } else { Weight::None }));
        let glyph = if self.ascii { '+' } else { joint.glyph() };
        self.write(at, 1, &glyph.to_string(), Ink::Rule);
    }

    /// Writes `text` in at most `room` columns, a cut marked; returns the columns taken.
    pub(super) fn write(&mut self, (x, y): (u16, u16), room: u16, text: &str, ink: Ink) -> u16 {
        let style = self.theme.style(ink, Wash::Bare);
        let mut used = 0;
        for cluster in text::cut(text, room.into()).graphemes(true) {
            let wide = u16::try_from(text::width(cluster)).unwrap_or(0);
            let Some(cell) = self.buffer.cell_mut((x + used, y)) else { break };
            // A cluster without width cannot stand in a cell of its own; control characters have none.
            if wide > 0 {
                cell.set_symbol(cluster).set_style(style);
                for rest in 1..wide {
                    if let Some(cell) = self.buffer.cell_mut((x + used + rest, y)) {
                        cell.set_symbol(" ").set_style(style);
                    }
                }
                used += wide;
            }
        }
        used
    }

    /// Writes several texts in one row, each in its role; returns the columns taken.
    pub(super) fn write_all(&mut self, (x, y): (u16, u16), room: u16, parts: &[(&str, Ink)]) -> u16 {
        let mut used = 0;
        for (text, ink) in parts {
            used += self.write((x + used, y), room.saturating_sub(used), text, *ink);
        }
        used
    }

    /// Writes `text` so that it ends at the right edge of a row; returns the columns taken.
    pub(super) fn write_right(&mut self, area: Area, text: &str, ink: Ink) -> u16 {
        let wide = u16::try_from(text::width(text)).unwrap_or(u16::MAX).min(area.width);
        self.write((area.x + area.width - wide, area.y), wide, text, ink)
    }

    /// Paints one cell of a picture.
    pub(super) fn cell(&mut self, (x, y): (u16, u16), cell: Cell) {
        let style = self.theme.cell(cell);
        if let Some(target) = self.buffer.cell_mut((x, y)) {
            target.set_char(if cell.glyph == '\0' { ' ' } else { cell.glyph }).set_style(style);
        }
    }
}
