//! From one frame to the next in as few bytes as possible.

use ratatui::buffer::{Buffer, Cell, CellDiffOption, CellWidth};
use ratatui::layout::Rect;

use super::cursor;
use crate::export::Pen;

/// Everything between these two appears on the screen at once.
const BEGIN: &[u8] = b"\x1b[?2026h";
const END: &[u8] = b"\x1b[?2026l";

/// Without colours first: a terminal clears with the colour of the ground that it writes in.
const CLEAR: &[u8] = b"\x1b[m\x1b[2J";

/// Unchanged cells that are sent again rather than jumped over: a jump takes this many bytes.
const GAP: usize = 4;

/// The screen as the terminal shows it, and the frame that is to replace it.
#[derive(Default)]
pub(super) struct Painter {
    shown: Buffer,
    next: Buffer,
    brush: Brush,
    /// Whether the terminal shows something else than `shown`.
    lost: bool,
}

/// Bytes for the terminal, and the state that they leave it in.
#[derive(Default)]
struct Brush {
    out: Vec<u8>,
    pen: Pen,
    /// Where the cursor is; unknown after a jump past the edge or a character of doubtful width.
    at: Option<(u16, u16)>,
}

impl Painter {
    /// Starts anew on a screen of another size, or on one that something else has written to.
    pub(super) fn resize(&mut self, width: u16, height: u16) {
        let area = Rect::new(0, 0, width, height);
        self.shown = Buffer::empty(area);
        self.next = Buffer::empty(area);
        self.lost = true;
    }

    /// The bytes that show what `draw` paints; none if nothing changes.
    pub(super) fn frame(&mut self, draw: impl FnOnce(&mut Buffer)) -> &[u8] {
        self.next.reset();
        draw(&mut self.next);
        self.brush.out.clear();
        self.brush.out.extend_from_slice(BEGIN);
        if std::mem::take(&mut self.lost) {
            self.brush = Brush { out: std::mem::take(&mut self.brush.out), ..Brush::default() };
            self.brush.out.extend_from_slice(CLEAR);
        }
        let width = usize::from(self.next.area.width).max(1);
        let rows = self.shown.content.chunks_exact(width).zip(self.next.content.chunks_exact(width));
        for (y, (old, new)) in (0..).zip(rows) {
            self.brush.row(y, old, new);
        }
        std::mem::swap(&mut self.shown, &mut self.next);
        if self.brush.out.len() == BEGIN.len() {
            return &[];
        }
        self.brush.out.extend_from_slice(END);
        &self.brush.out
    }
}

impl Brush {
    /// Turns a row that shows `old` into `new`.
    ///
    /// A wide character covers the cells after it, whatever these hold: they are not written, and they are to be
    /// written once it is gone.
    fn row(&mut self, y: u16, old: &[Cell], new: &[Cell]) {
        let width = new.len();
        let (mut x, mut old_x, mut written) = (0, 0, 0);
        while x < width {
            while old_x < x {
                old_x += content(&old[old_x], width - old_x).1;
            }
            if old_x == x {
                let run = alike(&old[x..], &new[x..]);
                (x, old_x) = (x + run, old_x + run);
                if x == width {
                    return;
                }
            }
            let kept = if old_x == x { kept(&old[x], &new[x], width - x) } else { 0 };
            if kept > 0 {
                (x, old_x) = (x + kept, old_x + kept);
                continue;
            }
            let (symbol, columns) = content(&new[x], width - x);
            self.bridge(y, written, &new[written..x]);
            self.go(x, y);
            self.put(symbol, columns, Pen::of(&new[x]), width);
            x += columns;
            written = x;
        }
    }

    /// Crosses a short gap from column `x` on by writing what it shows already, if that takes no change of style.
    fn bridge(&mut self, y: u16, x: usize, gap: &[Cell]) {
        let here = self.at.is_some_and(|at| at == (column(x), y));
        let cheap = |cell: &Cell| cell.symbol().len() == 1 && Pen::of(cell) == self.pen;
        if here && gap.len() <= GAP && gap.iter().all(cheap) {
            for cell in gap {
                self.out.extend_from_slice(content(cell, 1).0.as_bytes());
            }
            self.at = Some((column(x + gap.len()), y));
        }
    }

    fn go(&mut self, x: usize, y: u16) {
        let to = (column(x), y);
        cursor::go(self.at, to, &mut self.out);
        self.at = Some(to);
    }

    fn put(&mut self, symbol: &str, columns: usize, pen: Pen, width: usize) {
        self.pen.change(pen, &mut self.out);
        self.pen = pen;
        self.out.extend_from_slice(symbol.as_bytes());
        // Terminals differ on the width of clusters, and on where the cursor is after the last column.
        let certain = columns == 1 && (symbol.len() == 1 || symbol.chars().nth(1).is_none());
        self.at = self.at.filter(|_| certain).map(|(x, y)| (x + 1, y)).filter(|at| usize::from(at.0) < width);
    }
}

/// How many cells from the first on show already what they are to show, each a single byte. Nearly all of a frame's cost is
/// here.
fn alike(old: &[Cell], new: &[Cell]) -> usize {
    let same = |(old, new): &(&Cell, &Cell)| {
        styled_alike(old, new)
            && matches!((old.symbol().as_bytes(), new.symbol().as_bytes()), ([old], [new]) if old == new)
    };
    old.iter().zip(new).take_while(same).count()
}

/// How many columns a cell takes that shows already what it is to show; 0 if it changes.
fn kept(old: &Cell, new: &Cell, room: usize) -> usize {
    if styled_alike(old, new) && old.symbol() == new.symbol() { content(new, room).1 } else { 0 }
}

fn styled_alike(old: &Cell, new: &Cell) -> bool {
    old.modifier == new.modifier && old.fg == new.fg && old.bg == new.bg
}

/// What to write for a cell that has `room` columns to the edge, and how many of them it takes: a blank for what would
/// drive the terminal, would not show, or would not fit.
fn content(cell: &Cell, room: usize) -> (&str, usize) {
    let symbol = cell.symbol();
    if let [byte] = symbol.as_bytes() {
        return if byte.is_ascii_control() { (" ", 1) } else { (symbol, 1) };
    }
    if is_block(symbol) {
        return (symbol, 1);
    }
    // Only a cell that names its own width may hold a sequence, such as a link.
    let forced = matches!(cell.diff_option, CellDiffOption::ForcedWidth(_));
    if !forced && symbol.chars().any(char::is_control) {
        return (" ", 1);
    }
    match usize::from(cell.cell_width()) {
        columns if (1..=room).contains(&columns) => (symbol, columns),
        _ => (" ", 1),
    }
}

/// Whether a symbol is one of the lines, blocks and dots of one column that maps are drawn with: a screen holds thousands,
/// too many to look each up in the tables.
fn is_block(symbol: &str) -> bool {
    let mut letters = symbol.chars();
    let block = |letter| matches!(letter, '\u{2500}'..='\u{259f}' | '\u{2800}'..='\u{28ff}' | '\u{1cd00}'..='\u{1cdeb}' | '\u{1fb00}'..='\u{1fbff}');
    letters.next().is_some_and(block) && letters.next().is_none()
}

/// A column as terminals count; screens are never wider than that.
fn column(x: usize) -> u16 {
    u16::try_from(x).unwrap_or(u16::MAX)
}

#[cfg(test)]
mod tests;
