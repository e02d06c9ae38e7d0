//! A buffer with a theme: text and pictures in roles go in, styled cells come out.

use std::num::NonZeroU16;

use ratatui::buffer::{Buffer, CellDiffOption};

use crate::app::Area;
use crate::picture::{Cell, Ink, Joint, Wash, Weight};
use crate::text::{self, Link};

use super::Theme;
use super::about::Line;

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
        for (cluster, wide) in text::clusters(&text::cut(text, room.into())) {
            let wide = u16::try_from(wide).unwrap_or(0);
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

    /// Takes away what an area shows, bold letters and colours too.
    pub(super) fn clear(&mut self, area: Area) {
        for y in area.y..area.y + area.height {
            for x in area.x..area.x + area.width {
                if let Some(cell) = self.buffer.cell_mut((x, y)) {
                    cell.reset();
                }
            }
        }
    }

    /// Writes a line; where it leads somewhere, as a link if the terminal is given any.
    pub(super) fn line(&mut self, at: (u16, u16), room: u16, line: &Line, links: bool) {
        self.write(at, room, &line.text, line.ink);
        if let Some(link) = line.link.as_ref().filter(|_| links) {
            let indent = u16::try_from(line.hang).unwrap_or(u16::MAX).min(room);
            self.link((at.0 + indent, at.1), room - indent, line.text.get(line.hang..).unwrap_or_default(), link);
        }
    }

    /// Turns text that was written into a link. All of it goes into one cell that says how wide it is: were it spread
    /// over several, the rest of the row could become a link when a part of it changes.
    fn link(&mut self, (x, y): (u16, u16), room: u16, text: &str, link: &Link) {
        let text = text::cut(text, room.into());
        let wide = u16::try_from(text::width(&text)).ok().and_then(NonZeroU16::new);
        if let (Some(wide), Some(cell)) = (wide, self.buffer.cell_mut((x, y))) {
            // The lines of one address are one link to a terminal that is told so.
            let symbol = format!("\x1b]8;id={};{link}\x1b\\{text}\x1b]8;;\x1b\\", link.host());
            cell.set_symbol(&symbol).set_diff_option(CellDiffOption::ForcedWidth(wide));
        }
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

    /// Paints cells of a picture side by side, as far as the row goes, onto cells that are blank still.
    pub(super) fn cells(&mut self, (x, y): (u16, u16), cells: &[Cell]) {
        let Some(first) = self.buffer.cell((x, y)).map(|_| self.buffer.index_of(x, y)) else { return };
        let room = usize::from(self.buffer.area.right() - x);
        let mut last = Cell::BLANK;
        let mut style = self.theme.cell(last);
        for (target, cell) in self.buffer.content[first..first + room].iter_mut().zip(cells) {
            // Neighbours are mostly in the same roles, and mostly blank.
            if !last.same_roles(cell) {
                style = self.theme.cell(*cell);
                last = *cell;
            }
            (target.fg, target.bg) = (style.fg.unwrap_or_default(), style.bg.unwrap_or_default());
            target.modifier = style.add_modifier;
            if !matches!(cell.glyph, ' ' | '\0') {
                target.set_char(cell.glyph);
            }
        }
    }
}
