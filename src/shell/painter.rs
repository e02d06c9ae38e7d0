//! From one frame to the next in as few bytes as possible, and at a cost of what differs between them: only cells in other
//! roles are asked what they look like.

use super::cursor;
use crate::export::Pen;
use crate::picture::Cell;
use crate::text;
use crate::ui::Screen;

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
        let rows = Rows::new(&self.shown, &self.next);
        for y in 0..self.next.height() {
            self.brush.row(y, &rows);
        }
        std::mem::swap(&mut self.shown, &mut self.next);
        if self.brush.out.len() == BEGIN.len() {
            return &[];
        }
        self.brush.out.extend_from_slice(END);
        &self.brush.out
    }
}

/// Two screens of one size.
struct Rows<'a> {
    old: &'a Screen,
    new: &'a Screen,
    /// Whether equal roles look equal.
    one_look: bool,
}

impl<'a> Rows<'a> {
    fn new(old: &'a Screen, new: &'a Screen) -> Self {
        Self { old, new, one_look: old.theme() == new.theme() }
    }

    /// How many cells from a column on show already what they are to show, each in one column. Nearly all of a frame's cells
    /// are among them.
    fn alike(&self, y: u16, x: usize) -> usize {
        if !self.one_look {
            return 0;
        }
        let cells = self.old.row(y)[x..].iter().zip(&self.new.row(y)[x..]);
        cells.take_while(|(old, new)| old == new && is_narrow(new.glyph)).count()
    }

    /// How many columns a cell takes that shows already what it is to show; 0 if it changes.
    fn kept(&self, y: u16, x: usize) -> usize {
        let (old, new) = (self.old.row(y)[x], self.new.row(y)[x]);
        let at = (column(x), y);
        let same = old.glyph == new.glyph && self.old.object(at) == self.new.object(at);
        if same && pen(self.old, old) == pen(self.new, new) { content(self.new, at, &mut [0; 4]).1 } else { 0 }
    }
}

impl Brush {
    /// Turns a row that shows an old screen into that of the new one.
    ///
    /// A wide character covers the cells after it, whatever these hold: they are not written, and they are to be
    /// written once it is gone.
    fn row(&mut self, y: u16, rows: &Rows<'_>) {
        let cells = rows.new.row(y);
        let width = cells.len();
        let (mut x, mut old_x, mut written) = (0, 0, 0);
        while x < width {
            while old_x < x {
                old_x += content(rows.old, (column(old_x), y), &mut [0; 4]).1;
            }
            if old_x == x {
                let run = rows.alike(y, x);
                (x, old_x) = (x + run, old_x + run);
                if x == width {
                    return;
                }
            }
            let kept = if old_x == x { rows.kept(y, x) } else { 0 };
            if kept > 0 {
                (x, old_x) = (x + kept, old_x + kept);
                continue;
            }
            self.bridge((column(written), y), &cells[written..x], rows.new);
            self.go(x, y);
            x += self.put((column(x), y), rows.new);
            written = x;
        }
    }

    /// Crosses a short gap by writing what it shows already, if that takes no change of style.
    fn bridge(&mut self, (x, y): (u16, u16), gap: &[Cell], screen: &Screen) {
        let cheap = |cell: &Cell| cell.glyph.is_ascii_graphic() || cell.glyph == ' ';
        let here = self.at == Some((x, y)) && gap.len() <= GAP && gap.iter().all(cheap);
        if here && gap.iter().all(|cell| pen(screen, *cell) == self.pen) {
            for cell in gap {
                self.out.extend_from_slice(cell.glyph.encode_utf8(&mut [0; 4]).as_bytes());
            }
            self.at = Some((x + column(gap.len()), y));
        }
    }

    fn go(&mut self, x: usize, y: u16) {
        let to = (column(x), y);
        cursor::go(self.at, to, &mut self.out);
        self.at = Some(to);
    }

    /// Writes a cell; returns the columns that it takes.
    fn put(&mut self, (x, y): (u16, u16), screen: &Screen) -> usize {
        let pen = pen(screen, screen.row(y)[usize::from(x)]);
        self.pen.change(pen, &mut self.out);
        self.pen = pen;
        let mut letter = [0; 4];
        let (symbol, columns) = content(screen, (x, y), &mut letter);
        self.out.extend_from_slice(symbol.as_bytes());
        // Terminals differ on the width of clusters, and on where the cursor is after the last column.
        let certain = columns == 1 && symbol.chars().nth(1).is_none() && x + 1 < screen.width();
        self.at = certain.then_some((x + 1, y));
        columns
    }
}

/// What a cell looks like.
fn pen(screen: &Screen, cell: Cell) -> Pen {
    Pen::new(screen.theme().cell(cell))
}

/// What to write for a cell, and how many columns it takes: a blank for what would drive the terminal, would not show, or
/// would not fit.
fn content<'a>(screen: &'a Screen, (x, y): (u16, u16), letter: &'a mut [u8; 4]) -> (&'a str, usize) {
    let room = usize::from(screen.width().saturating_sub(x));
    let (symbol, columns) = if let Some(object) = screen.object((x, y)) {
        (object.symbol(), object.columns())
    } else {
        let glyph = screen.row(y).get(usize::from(x)).map_or(' ', |cell| cell.glyph);
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

/// Whether a character is surely one column wide: a letter of ASCII, or one of the lines, blocks and dots that maps are drawn
/// with. A screen holds thousands, too many to look each up in the tables.
fn is_narrow(glyph: char) -> bool {
    matches!(glyph, ' '..='~' | '\u{2500}'..='\u{259f}' | '\u{2800}'..='\u{28ff}' | '\u{1cd00}'..='\u{1cdeb}' | '\u{1fb00}'..='\u{1fbff}')
}

/// A column as terminals count; screens are never wider than that.
fn column(x: usize) -> u16 {
    u16::try_from(x).unwrap_or(u16::MAX)
}

#[cfg(test)]
mod tests;
