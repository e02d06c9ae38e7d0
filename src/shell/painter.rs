//! From one frame to the next in as few bytes as possible, and at a cost of what differs between them.
//!
//! ```text
//! frame shown ─┐
//!              ├─► rows ─► strokes, by look ─► one look after another ─► bytes
//! next frame ──┘
//! ```
//!
//! A change of colours takes three times the bytes of a jump. So a frame is not sent in rows, but in looks: all that is to
//! look alike, wherever it stands. A map in shades of relief takes half the bytes.

mod looks;
mod strokes;

use std::ops::Range;

use super::cursor;
use crate::export::Pen;
use crate::picture::Cell;
use crate::text::{self, is_narrow};
use crate::ui::{Object, Screen, column};

use looks::Looks;
use strokes::Strokes;

/// Everything between these two appears on the screen at once.
const BEGIN: &[u8] = b"\x1b[?2026h";
const END: &[u8] = b"\x1b[?2026l";

/// Without colours first: a terminal clears with the colour of the ground that it writes in.
const CLEAR: &[u8] = b"\x1b[m\x1b[2J";

/// What the terminal shows, and what turns that into the next frame.
#[derive(Default)]
pub(super) struct Painter {
    size: (u16, u16),
    /// What the terminal shows, if that is known.
    shown: Option<Screen>,
    /// What it showed before that: the room for the next frame.
    spare: Option<Screen>,
    looks: Looks,
    strokes: Strokes,
    brush: Brush,
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
        self.size = (width, height);
        (self.shown, self.spare) = (None, None);
    }

    /// The bytes that show what `draw` paints; none if nothing changes.
    pub(super) fn frame(&mut self, draw: impl FnOnce(&mut Screen)) -> &[u8] {
        let (width, height) = self.size;
        let mut next = self.spare.take().unwrap_or_else(|| Screen::new(width, height));
        next.reset();
        draw(&mut next);
        let shown = self.shown.take();
        // In another theme everything looks different.
        let before = shown.as_ref().filter(|shown| shown.theme() == next.theme());
        self.begin(before.is_some());
        let blank = if before.is_none() { vec![Cell::BLANK; width.into()] } else { Vec::new() };
        for y in 0..height {
            let new = Row::new(&next, y);
            // No blank stands for more than itself, whatever screen it is said to be of.
            let old = before.map_or(Row { cells: &blank, ..new }, |shown| Row::new(shown, y));
            self.row(old, new);
        }
        self.strokes.paint(&next, &self.looks, &mut self.brush);
        (self.shown, self.spare) = (Some(next), shown);
        if self.brush.out.len() == BEGIN.len() {
            return &[];
        }
        self.brush.out.extend_from_slice(END);
        &self.brush.out
    }

    /// Begins a frame; on a blank screen, unless it is known what the terminal shows.
    fn begin(&mut self, known: bool) {
        self.looks.begin(known);
        self.brush.out.clear();
        self.brush.out.extend_from_slice(BEGIN);
        if !known {
            self.brush = Brush { out: std::mem::take(&mut self.brush.out), ..Brush::default() };
            self.brush.out.extend_from_slice(CLEAR);
        }
    }

    /// Finds what is to be written for the terminal to show a row of the next frame.
    ///
    /// A wide character covers the cells after it, whatever these hold: they are not written, and they are to be
    /// written once it is gone. What may be wider is written at once, and all that it may spoil is written after it.
    fn row(&mut self, old: Row<'_>, new: Row<'_>) {
        let looks = &mut self.looks;
        let width = new.cells.len();
        let (mut x, mut old_x) = (0, 0);
        while x < width {
            old_x = old.edge(old_x, x);
            // Mostly one change follows another.
            if old_x == x && old.cells[x] == new.cells[x] {
                let run = alike(&old.cells[x..], &new.cells[x..]);
                (x, old_x) = (x + run, old_x + run);
                if x == width {
                    return;
                }
            }
            let (was, is) = (looks.of(old.cells[x], new.screen), looks.of(new.cells[x], new.screen));
            if old_x == x && was == is && is_kept(old, new, x) {
                let columns = new.columns(x);
                (x, old_x) = (x + columns, old_x + columns);
                continue;
            }
            let run = changing(old, new, x, was != is);
            old_x = old_x.max(x + run);
            let letters = run.max(new.is_letter(x).into());
            if letters > 0 {
                self.strokes.add(is, x..x + letters, new, looks);
                x += letters;
            } else {
                self.brush.go((column(x), new.y));
                self.brush.turn_to(looks.pen(is));
                old_x = old.edge(old_x, x + new.most_columns(x));
                x += self.brush.symbol(x, new);
            }
        }
    }
}

/// A row of a screen.
#[derive(Clone, Copy)]
struct Row<'a> {
    screen: &'a Screen,
    y: u16,
    cells: &'a [Cell],
}

impl<'a> Row<'a> {
    fn new(screen: &'a Screen, y: u16) -> Self {
        Self { screen, y, cells: screen.row(y) }
    }

    fn object(&self, x: usize) -> Option<&'a Object> {
        self.screen.object((column(x), self.y))
    }

    /// Where the cursor is once what stands before a cell is written. After the last column terminals differ.
    fn after(&self, x: usize) -> Option<(u16, u16)> {
        (x < self.cells.len()).then_some((column(x), self.y))
    }

    /// How many columns a cell takes.
    fn columns(&self, x: usize) -> usize {
        if is_narrow(self.cells[x].glyph) { 1 } else { self.content(x, &mut [0; 4]).1 }
    }

    /// Where the first cell at `x` or after it begins that is not covered by another; `from` is where one begins.
    fn edge(&self, mut from: usize, x: usize) -> usize {
        while from < x.min(self.cells.len()) {
            from += self.columns(from);
        }
        from
    }

    /// How many columns a cell takes at the most.
    fn most_columns(&self, x: usize) -> usize {
        self.object(x).map_or_else(|| self.columns(x), Object::most_columns)
    }

    /// Whether a cell is a character by itself that takes one column.
    fn is_letter(&self, x: usize) -> bool {
        is_narrow(self.cells[x].glyph) || self.object(x).is_none() && self.columns(x) == 1
    }

    /// What to write for a cell, and how many columns it takes: a blank for what would drive the terminal, would not show,
    /// or would not fit.
    fn content<'b>(&self, x: usize, letter: &'b mut [u8; 4]) -> (&'b str, usize)
    where
        'a: 'b,
    {
        let room = self.cells.len() - x;
        let (symbol, columns) = if let Some(object) = self.object(x) {
            (object.symbol(), object.columns())
        } else {
            let glyph = self.cells[x].glyph;
            let symbol = &*glyph.encode_utf8(letter);
            let columns = match glyph {
                _ if is_narrow(glyph) => 1,
                _ if glyph.is_control() => 0,
                _ => text::width(symbol),
            };
            (symbol, columns)
        };
        if (1..=room).contains(&columns) { (symbol, columns) } else { (" ", 1) }
    }
}

/// How many cells show already what they are to show, each in one column. Nearly all of a frame's cells are among them.
fn alike(old: &[Cell], new: &[Cell]) -> usize {
    let blocks = old.as_chunks::<BLOCK>().0.iter().zip(new.as_chunks::<BLOCK>().0);
    let whole = BLOCK * blocks.take_while(|(old, new)| are_alike(old, new)).count();
    let mut rest = old[whole..].iter().zip(&new[whole..]);
    whole + rest.position(|(old, new)| old != new || !is_narrow(new.glyph)).unwrap_or(new.len() - whole)
}

/// Cells that are compared at once: the processor takes several in one step.
const BLOCK: usize = 8;

/// Whether cells of a block show already what they are to show, all of it ASCII.
fn are_alike(old: &[Cell; BLOCK], new: &[Cell; BLOCK]) -> bool {
    let difference = old.iter().zip(new).fold(0, |all, (old, new)| all | old.difference(*new));
    // Below the first or beyond the last letter the one or the other distance is negative.
    let outside = |letter: u32| letter.wrapping_sub(0x20) | 0x7e_u32.wrapping_sub(letter);
    let outside = new.iter().fold(0, |all, cell| all | outside(cell.glyph.into()));
    difference == 0 && outside >> 31 == 0
}

/// Whether a cell that looks as before also shows the same.
fn is_kept(old: Row<'_>, new: Row<'_>, x: usize) -> bool {
    old.cells[x].glyph == new.cells[x].glyph && old.object(x) == new.object(x)
}

/// How many cells are letters that change, in the roles of the first of them and in the place of characters of one column;
/// none if that is no such letter. `turns` says whether the first looks different from before.
fn changing(old: Row<'_>, new: Row<'_>, x: usize, turns: bool) -> usize {
    let (was, is) = (old.cells[x].roles(), new.cells[x].roles());
    // Of cells in other roles than before many look the same. Where this one does not, nor do others of both its roles.
    let changes = |(old, new): &(&Cell, &Cell)| {
        is_narrow(new.glyph)
            && new.roles() == is
            && is_narrow(old.glyph)
            && (new.glyph != old.glyph || turns && old.roles() == was)
    };
    old.cells[x..].iter().zip(&new.cells[x..]).take_while(changes).count()
}

/// A letter of ASCII that shows, as a byte.
fn plain(glyph: char) -> Option<u8> {
    u8::try_from(glyph).ok().filter(|byte| matches!(byte, b' '..=b'~'))
}

impl Brush {
    fn go(&mut self, to: (u16, u16)) {
        cursor::go(self.at, to, &mut self.out);
        self.at = Some(to);
    }

    fn turn_to(&mut self, pen: Pen) {
        self.pen.change(pen, &mut self.out);
        self.pen = pen;
    }

    /// Writes cells that hold letters.
    fn letters(&mut self, cells: Range<usize>, row: Row<'_>) {
        self.at = row.after(cells.end);
        for x in cells {
            match plain(row.cells[x].glyph) {
                Some(byte) => self.out.push(byte),
                None => self.out.extend_from_slice(row.content(x, &mut [0; 4]).0.as_bytes()),
            }
        }
    }

    /// Clears what may not be covered by what is written next.
    fn blank(&mut self, x: usize, columns: usize, row: Row<'_>) {
        self.out.extend(std::iter::repeat_n(b' ', columns));
        self.at = row.after(x + columns);
        self.go((column(x), row.y));
    }

    /// Writes a cell of any kind; returns the columns that it takes.
    fn symbol(&mut self, x: usize, row: Row<'_>) -> usize {
        let mut letter = [0; 4];
        let (symbol, columns) = row.content(x, &mut letter);
        if row.object(x).is_some_and(Object::is_doubtful) {
            self.blank(x, columns, row);
        }
        self.out.extend_from_slice(symbol.as_bytes());
        // Terminals differ on the width of clusters.
        let certain = columns == 1 && symbol.chars().nth(1).is_none();
        self.at = row.after(x + columns).filter(|_| certain);
        columns
    }
}

#[cfg(test)]
mod tests;
