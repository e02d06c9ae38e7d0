//! What is to be written of a frame, put in order by how it looks.

use std::ops::Range;

use super::looks::{Look, Looks};
use super::{Brush, Row, is_plain};
use crate::ui::{Screen, column};

/// Unchanged cells that are written again rather than jumped over: a jump takes this many bytes.
const GAP: usize = 4;

/// Cells that are to be written.
#[derive(Default)]
pub(super) struct Strokes {
    all: Vec<Stroke>,
    /// By look: its first and its last stroke, if it has any.
    chains: Vec<Option<Chain>>,
    /// The looks that have strokes.
    used: Vec<Look>,
}

/// Letters side by side that look alike.
struct Stroke {
    y: u16,
    cells: Range<usize>,
    /// The next one of the same look.
    next: Option<usize>,
}

/// The strokes of a look, from above to below and left to right.
#[derive(Clone, Copy)]
struct Chain {
    first: usize,
    last: usize,
}

impl Strokes {
    /// Adds letters of a row, all of one look. Rows come from above to below, the cells of one from left to right.
    pub(super) fn add(&mut self, look: Look, cells: Range<usize>, row: &Row<'_>, looks: &mut Looks) {
        if self.chains.len() <= look.0 {
            self.chains.resize(looks.count(), None);
        }
        let new = self.all.len();
        match &mut self.chains[look.0] {
            Some(chain) => {
                let last = &mut self.all[chain.last];
                if last.y == row.y && is_bridged(last.cells.end..cells.start, look, row, looks) {
                    last.cells.end = cells.end;
                    return;
                }
                last.next = Some(new);
                chain.last = new;
            }
            none => {
                *none = Some(Chain { first: new, last: new });
                self.used.push(look);
            }
        }
        self.all.push(Stroke { y: row.y, cells, next: None });
    }

    /// Writes all of them, one look after another, and has none afterwards.
    pub(super) fn paint(&mut self, screen: &Screen, looks: &Looks, brush: &mut Brush) {
        self.used.sort_unstable_by_key(|look| looks.order(*look));
        for look in self.used.drain(..) {
            brush.turn_to(looks.pen(look));
            let mut next = self.chains[look.0].take().map(|chain| chain.first);
            while let Some(stroke) = next.map(|at| &self.all[at]) {
                let row = Row::new(screen, stroke.y);
                brush.go((column(stroke.cells.start), stroke.y));
                brush.letters(stroke.cells.clone(), &row);
                next = stroke.next;
            }
        }
        self.all.clear();
    }
}

/// Whether what lies between two strokes is written with them.
fn is_bridged(gap: Range<usize>, look: Look, row: &Row<'_>, looks: &mut Looks) -> bool {
    gap.len() <= GAP && row.cells[gap].iter().all(|cell| is_plain(cell.glyph) && looks.of(*cell, row.screen) == look)
}
