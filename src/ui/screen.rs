//! A frame in roles: what stands in every cell and what it stands for. The theme gives a cell its colours when a terminal or
//! an export asks for them; so frames are painted and compared without any.

use std::collections::BTreeMap;
use std::num::NonZeroU16;

use ratatui::buffer::{Buffer, CellDiffOption};
use ratatui::layout::Rect;

use crate::app::{Area, Depth, ThemeName};
use crate::picture::{Cell, Ink, Picture};
use crate::text::{self, Link};

use super::Theme;

/// What stands in the place of an object, as in any text: the Unicode object replacement character.
const OBJECT: char = '\u{FFFC}';

/// All that a terminal is to show. What lies outside of it is not painted.
#[derive(Debug)]
pub struct Screen {
    theme: Theme,
    cells: Picture,
    /// What cells show that is more than one character, by row and column.
    objects: BTreeMap<(u16, u16), Object>,
}

/// What a cell shows that is more than one character.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Object {
    symbol: String,
    columns: NonZeroU16,
    link: bool,
}

impl Object {
    /// What is written to the terminal.
    #[must_use]
    pub fn symbol(&self) -> &str {
        &self.symbol
    }

    /// The columns that it takes.
    #[must_use]
    pub fn columns(&self) -> usize {
        usize::from(self.columns.get())
    }

    /// The columns that it takes on a terminal that shows every character of a cluster by itself: no fewer.
    #[must_use]
    pub fn most_columns(&self) -> usize {
        let apart = |letter: char| text::width(letter.encode_utf8(&mut [0; 4]));
        if self.link { self.columns() } else { self.symbol.chars().map(apart).sum::<usize>().max(self.columns()) }
    }

    /// Whether terminals differ on how many columns it takes.
    #[must_use]
    pub fn is_doubtful(&self) -> bool {
        self.most_columns() != self.columns()
    }
}

impl Default for Screen {
    fn default() -> Self {
        Self::new(0, 0)
    }
}

impl Screen {
    /// A blank screen.
    #[must_use]
    pub fn new(width: u16, height: u16) -> Self {
        let theme = Theme::new(ThemeName::default(), Depth::default());
        Self { theme, cells: Picture::new(width, height), objects: BTreeMap::new() }
    }

    /// Takes away all that it shows.
    pub fn reset(&mut self) {
        self.cells.reset();
        self.objects.clear();
    }

    /// What it is to look like.
    pub fn set_theme(&mut self, theme: Theme) {
        self.theme = theme;
    }

    /// Columns.
    #[must_use]
    pub fn width(&self) -> u16 {
        self.cells.width()
    }

    /// Rows.
    #[must_use]
    pub fn height(&self) -> u16 {
        self.cells.height()
    }

    /// The cells of a row, left to right; none below the last row.
    #[must_use]
    pub fn row(&self, y: u16) -> &[Cell] {
        self.cells.row(y)
    }

    /// What a cell shows, if that is more than its character.
    #[must_use]
    pub fn object(&self, (x, y): (u16, u16)) -> Option<&Object> {
        if self.row(y).get(usize::from(x))?.glyph == OBJECT { self.objects.get(&(y, x)) } else { None }
    }

    /// What its cells look like.
    #[must_use]
    pub fn theme(&self) -> &Theme {
        &self.theme
    }

    /// Writes `text` in at most `room` columns, a cut marked; returns the columns taken.
    pub fn write(&mut self, (x, y): (u16, u16), room: u16, text: &str, ink: Ink) -> u16 {
        let (first, room) = (usize::from(x), usize::from(room));
        if text.len() <= room && text::is_plain(text) {
            let row = self.cells.row_mut(y).get_mut(first..).unwrap_or_default();
            let blank = Cell::new(' ', ink);
            for (cell, byte) in row.iter_mut().zip(text.bytes()) {
                *cell = blank;
                cell.glyph = byte.into();
            }
            return column(text.len().min(row.len()));
        }
        let mut at = first;
        for (cluster, wide) in text::clusters(&text::cut(text, room)) {
            if at >= self.width().into() {
                break;
            }
            // A cluster without width cannot stand in a cell of its own; control characters have none.
            if let Some(columns) = u16::try_from(wide).ok().and_then(NonZeroU16::new) {
                self.put((column(at), y), cluster, columns, ink);
                at += wide;
            }
        }
        column(at - first)
    }

    /// Puts a cluster into a cell and its other columns into the cells after it.
    fn put(&mut self, (x, y): (u16, u16), cluster: &str, columns: NonZeroU16, ink: Ink) {
        let mut letters = cluster.chars();
        let glyph = match (letters.next(), letters.next()) {
            (Some(glyph), None) if glyph != OBJECT => glyph,
            _ => OBJECT,
        };
        let row = self.cells.row_mut(y).get_mut(x.into()..).unwrap_or_default();
        let rest = std::iter::repeat('\0');
        for (cell, glyph) in row.iter_mut().zip(std::iter::once(glyph).chain(rest)).take(columns.get().into()) {
            *cell = Cell::new(glyph, ink);
        }
        if glyph == OBJECT {
            self.objects.insert((y, x), Object { symbol: cluster.to_owned(), columns, link: false });
        }
    }

    /// Turns text that was written into a link. All of it goes into one cell that says how wide it is: were it spread
    /// over several, the rest of the row could become a link when a part of it changes.
    pub(crate) fn link(&mut self, (x, y): (u16, u16), room: u16, text: &str, link: &Link) {
        let text = text::cut(text, room.into());
        let columns = u16::try_from(text::width(&text)).ok().and_then(NonZeroU16::new);
        if let (Some(columns), Some(cell)) = (columns, self.cells.cell_mut(x.into(), y.into())) {
            // The lines of one address are one link to a terminal that is told so.
            let symbol = format!("\x1b]8;id={};{link}\x1b\\{text}\x1b]8;;\x1b\\", link.host());
            cell.glyph = OBJECT;
            self.objects.insert((y, x), Object { symbol, columns, link: true });
        }
    }

    /// Takes away what an area shows.
    pub(super) fn clear(&mut self, area: Area) {
        for y in area.y..area.y + area.height {
            self.fill((area.x, y), area.width, Cell::BLANK);
        }
    }

    /// Shows the same in so many cells side by side, as far as the row goes.
    pub(super) fn fill(&mut self, (x, y): (u16, u16), columns: u16, cell: Cell) {
        let row = self.cells.row_mut(y).get_mut(x.into()..).unwrap_or_default();
        row.iter_mut().take(columns.into()).for_each(|own| *own = cell);
    }

    /// Paints cells of a picture side by side, as far as the row goes.
    pub fn cells(&mut self, (x, y): (u16, u16), cells: &[Cell]) {
        let row = self.cells.row_mut(y).get_mut(x.into()..).unwrap_or_default();
        let count = row.len().min(cells.len());
        row[..count].copy_from_slice(&cells[..count]);
    }

    /// Shows what another screen shows, as far as there is room; what it looks like stays.
    pub(super) fn lay(&mut self, other: &Self) {
        for y in 0..self.height().min(other.height()) {
            self.cells((0, y), other.row(y));
        }
        self.objects.clone_from(&other.objects);
    }

    /// The screen with its colours.
    #[must_use]
    pub fn buffer(&self) -> Buffer {
        let mut buffer = Buffer::empty(Rect::new(0, 0, self.width(), self.height()));
        for y in 0..self.height() {
            for (x, cell) in (0..).zip(self.row(y)) {
                let target = &mut buffer[(x, y)];
                target.set_style(self.theme.cell(*cell));
                match self.object((x, y)) {
                    Some(object) => {
                        target.set_symbol(&object.symbol);
                        if object.link {
                            target.set_diff_option(CellDiffOption::ForcedWidth(object.columns));
                        }
                    }
                    None if cell.glyph == '\0' => {}
                    None => drop(target.set_char(cell.glyph)),
                }
            }
        }
        buffer
    }
}

/// A column as terminals count; screens are never wider than that.
pub(crate) fn column(x: usize) -> u16 {
    u16::try_from(x).unwrap_or(u16::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_drive_the_terminal_is_not_written() {
        let mut screen = Screen::new(8, 1);
        assert_eq!(screen.write((0, 0), 8, "a\u{1b}[2J\u{9b}b", Ink::Plain), 5);
        assert!(screen.row(0).iter().all(|cell| !cell.glyph.is_control()));
    }

    #[test]
    fn a_letter_with_marks_stays_whole() {
        let mut screen = Screen::new(4, 1);
        assert_eq!(screen.write((1, 0), 3, "x\u{301}国", Ink::Plain), 3);
        assert_eq!(screen.buffer()[(1, 0)].symbol(), "x\u{301}");
        assert_eq!(screen.buffer()[(2, 0)].symbol(), "国");
        screen.write((1, 0), 1, "y", Ink::Plain);
        assert_eq!(screen.object((1, 0)), None, "what is written over is gone");
    }

    #[test]
    fn the_edge_cuts_what_is_written_over_it() {
        let mut screen = Screen::new(4, 1);
        assert_eq!(screen.write((2, 0), 9, "abc", Ink::Plain), 2);
        assert_eq!(screen.write((9, 0), 9, "abc", Ink::Plain), 0);
        assert_eq!(screen.write((0, 5), 9, "abc", Ink::Plain), 0);
        screen.clear(Area { x: 3, y: 0, width: 9, height: 9 });
        assert_eq!(screen.row(0)[2].glyph, 'a');
        assert_eq!(screen.row(0)[3], Cell::BLANK);
    }
}
