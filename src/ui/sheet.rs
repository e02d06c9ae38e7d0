//! How panels are written onto the screen: lines, rules, pictures.

use crate::app::Area;
use crate::picture::{Cell, Ink, Joint, Picture, Weight};
use crate::text;

use super::Screen;
use super::about::Line;

/// A screen to write on. What lies outside of it is not painted.
pub(super) struct Sheet<'a> {
    screen: &'a mut Screen,
    ascii: bool,
}

impl<'a> Sheet<'a> {
    /// A sheet over a screen; rules are lines of box-drawing characters unless everything is to be ASCII.
    pub(super) fn new(screen: &'a mut Screen, ascii: bool) -> Self {
        Self { screen, ascii }
    }

    /// A rule from a cell on, so many columns long.
    pub(super) fn across(&mut self, at: (u16, u16), width: u16) {
        self.rule(at, width, if self.ascii { '-' } else { '\u{2500}' });
    }

    /// A piece of an upright rule.
    pub(super) fn down(&mut self, at: (u16, u16)) {
        self.rule(at, 1, if self.ascii { '|' } else { '\u{2502}' });
    }

    /// The cell where rules meet that run to these sides: the upper one, the right, the lower, the left.
    pub(super) fn meet(&mut self, at: (u16, u16), sides: [bool; 4]) {
        let joint = Joint(sides.map(|side| if side { Weight::Light } else { Weight::None }));
        self.rule(at, 1, if self.ascii { '+' } else { joint.glyph() });
    }

    /// The same character of a rule in so many cells side by side.
    fn rule(&mut self, at: (u16, u16), columns: u16, glyph: char) {
        self.screen.fill(at, columns, Cell::new(glyph, Ink::Rule));
    }

    /// Writes `text` in at most `room` columns, a cut marked; returns the columns taken.
    pub(super) fn write(&mut self, at: (u16, u16), room: u16, text: &str, ink: Ink) -> u16 {
        self.screen.write(at, room, text, ink)
    }

    /// Takes away what an area shows.
    pub(super) fn clear(&mut self, area: Area) {
        self.screen.clear(area);
    }

    /// Writes a line; where it leads somewhere, as a link if the terminal is given any.
    pub(super) fn line(&mut self, at: (u16, u16), room: u16, line: &Line, links: bool) {
        self.write(at, room, &line.text, line.ink);
        if let Some(link) = line.link.as_ref().filter(|_| links) {
            let indent = u16::try_from(line.hang).unwrap_or(u16::MAX).min(room);
            self.screen.link(
                (at.0 + indent, at.1),
                room - indent,
                line.text.get(line.hang..).unwrap_or_default(),
                link,
            );
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

    /// Shows all that another screen shows.
    pub(super) fn lay(&mut self, other: &Screen) {
        self.screen.lay(other);
    }

    /// Paints a picture at the upper left corner of an area, cut to it.
    pub(super) fn picture(&mut self, picture: &Picture, area: Area) {
        for y in 0..area.height.min(picture.height()) {
            let row = picture.row(y);
            self.screen.cells((area.x, area.y + y), &row[..row.len().min(area.width.into())]);
        }
    }
}
