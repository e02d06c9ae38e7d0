//! From one frame to the next in as few bytes as possible, and at a cost of what differs between them: only cells in other
//! roles are asked what they look like.

use std::ops::Range;

use super::cursor;
use crate::export::Pen;
use crate::picture::Cell;
use crate::text::{self, is_narrow};
use crate::ui::{Object, Screen, column};

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
    shown: Screen,
    next: Screen,
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
        self.shown = Screen::new(width, height);
        self.next = Screen::new(width, height);
        self.lost = true;
    }

    /// The bytes that show what `draw` paints; none if nothing changes.
    pub(super) fn frame(&mut self, draw: impl FnOnce(&mut Screen)) -> &[u8] {
        self.next.reset();
        draw(&mut self.next);
        self.brush.out.clear();
        self.brush.out.extend_from_slice(BEGIN);
        if std::mem::take(&mut self.lost) {
            self.brush = Brush { out: std::mem::take(&mut self.brush.out), ..Brush::default() };
            self.brush.out.extend_from_slice(CLEAR);
        }
        let (mut old, mut new) = (Side::new(&self.shown), Side::new(&self.next));
        let one_look = self.shown.theme() == self.next.theme();
        for y in 0..self.next.height() {
            self.brush.row(old.turn_to(y), new.turn_to(y), one_look);
        }
        std::mem::swap(&mut self.shown, &mut self.next);
        if self.brush.out.len() == BEGIN.len() {
            return &[];
        }
        self.brush.out.extend_from_slice(END);
        &self.brush.out
    }
}

/// A row of a screen.
struct Side<'a> {
    screen: &'a Screen,
    y: u16,
    cells: &'a [Cell],
    /// What cells looked like that were asked for, each in the slot of its roles: a frame has thousands of cells in a few
    /// dozen roles.
    known: [(Cell, Pen); 1 << LOOKS],
}

/// The slots for what cells look like, as a power of two.
const LOOKS: u32 = 7;

impl<'a> Side<'a> {
    fn new(screen: &'a Screen) -> Self {
        let blank = (Cell::BLANK, Pen::new(screen.theme().cell(Cell::BLANK)));
        Self { screen, y: 0, cells: &[], known: [blank; 1 << LOOKS] }
    }

    fn turn_to(&mut self, y: u16) -> &mut Self {
        self.y = y;
        self.cells = self.screen.row(y);
        self
    }

    /// What a cell looks like.
    fn pen(&mut self, cell: Cell) -> Pen {
        let known = &mut self.known[cell.slot(LOOKS)];
        if !known.0.same_roles(cell) {
            *known = (cell, Pen::new(self.screen.theme().cell(cell)));
        }
        known.1
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
    let whole = BLOCK * blocks.take_while(|(old, new)| is_kept(old, new)).count();
    let mut rest = old[whole..].iter().zip(&new[whole..]);
    whole + rest.position(|(old, new)| old != new || !is_narrow(new.glyph)).unwrap_or(new.len() - whole)
}

/// Cells that are compared at once: the processor takes several in one step.
const BLOCK: usize = 8;

/// Whether cells of a block show already what they are to show, all of it ASCII.
fn is_kept(old: &[Cell; BLOCK], new: &[Cell; BLOCK]) -> bool {
    let difference = old.iter().zip(new).fold(0, |all, (old, new)| all | old.difference(*new));
    // Below the first or beyond the last letter the one or the other distance is negative.
    let outside = |letter: u32| letter.wrapping_sub(0x20) | 0x7e_u32.wrapping_sub(letter);
    let outside = new.iter().fold(0, |all, cell| all | outside(cell.glyph.into()));
    difference == 0 && outside >> 31 == 0
}

/// How many columns a cell takes that shows already what it is to show; 0 if it changes.
fn kept(old: &mut Side<'_>, new: &mut Side<'_>, x: usize) -> usize {
    let (was, is) = (old.cells[x], new.cells[x]);
    let same = was.glyph == is.glyph && old.pen(was) == new.pen(is) && old.object(x) == new.object(x);
    if same { new.columns(x) } else { 0 }
}

/// How many cells are letters of ASCII that change, in the roles of the first of them and in the place of characters of one
/// column; none if that is no such letter.
fn changing(old: &mut Side<'_>, new: &mut Side<'_>, x: usize) -> usize {
    let (was, is) = (old.cells[x], new.cells[x]);
    // Of cells in other roles than before many look the same. Where this one does not, nor do others of both its roles.
    let turns = !was.same_roles(is) && old.pen(was) != new.pen(is);
    let changes = |(old, new): &(&Cell, &Cell)| {
        is_plain(new.glyph)
            && new.same_roles(is)
            && is_narrow(old.glyph)
            && (new.glyph != old.glyph || turns && old.same_roles(was))
    };
    old.cells[x..].iter().zip(&new.cells[x..]).take_while(changes).count()
}

impl Brush {
    /// Turns a row that shows `old` into `new`; `one_look` says whether equal roles look equal.
    ///
    /// A wide character covers the cells after it, whatever these hold: they are not written, and they are to be
    /// written once it is gone.
    fn row(&mut self, old: &mut Side<'_>, new: &mut Side<'_>, one_look: bool) {
        let width = new.cells.len();
        let (mut x, mut old_x, mut written) = (0, 0, 0);
        while x < width {
            while old_x < x {
                old_x += old.columns(old_x);
            }
            // Mostly one change follows another.
            if old_x == x && one_look && old.cells[x] == new.cells[x] {
                let run = alike(&old.cells[x..], &new.cells[x..]);
                (x, old_x) = (x + run, old_x + run);
                if x == width {
                    return;
                }
            }
            let kept = if old_x == x { kept(old, new, x) } else { 0 };
            if kept > 0 {
                (x, old_x) = (x + kept, old_x + kept);
                continue;
            }
            self.bridge(written, x, new);
            self.go((column(x), new.y));
            self.turn_to(new.pen(new.cells[x]));
            let run = changing(old, new, x);
            if run > 0 {
                self.letters(x..x + run, new);
                (x, old_x) = (x + run, old_x.max(x + run));
            } else {
                x += self.symbol(x, new);
            }
            written = x;
        }
    }

    /// Crosses a short gap by writing what it shows already, if that takes no change of style.
    fn bridge(&mut self, from: usize, to: usize, side: &mut Side<'_>) {
        let cells = side.cells;
        let Some(gap) = cells.get(from..to).filter(|gap| (1..=GAP).contains(&gap.len())) else { return };
        if self.at != Some((column(from), side.y)) || !gap.iter().all(|cell| is_plain(cell.glyph)) {
            return;
        }
        if gap.iter().all(|cell| side.pen(*cell) == self.pen) {
            self.letters(from..to, side);
        }
    }

    fn go(&mut self, to: (u16, u16)) {
        cursor::go(self.at, to, &mut self.out);
        self.at = Some(to);
    }

    fn turn_to(&mut self, pen: Pen) {
        self.pen.change(pen, &mut self.out);
        self.pen = pen;
    }

    /// Writes cells that hold letters of ASCII.
    fn letters(&mut self, cells: Range<usize>, side: &Side<'_>) {
        self.at = side.after(cells.end);
        self.out.extend(side.cells[cells].iter().map(|cell| byte(cell.glyph)));
    }

    /// Writes a cell of any kind; returns the columns that it takes.
    fn symbol(&mut self, x: usize, side: &Side<'_>) -> usize {
        let mut letter = [0; 4];
        let (symbol, columns) = side.content(x, &mut letter);
        self.out.extend_from_slice(symbol.as_bytes());
        // Terminals differ on the width of clusters.
        let certain = columns == 1 && symbol.chars().nth(1).is_none();
        self.at = side.after(x + columns).filter(|_| certain);
        columns
    }
}

/// Whether a character is a letter of ASCII that shows.
fn is_plain(glyph: char) -> bool {
    matches!(glyph, ' '..='~')
}

/// A letter of ASCII as a byte.
fn byte(letter: char) -> u8 {
    let [byte, ..] = u32::from(letter).to_le_bytes();
    byte
}

#[cfg(test)]
mod tests;
