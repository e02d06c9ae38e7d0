//! What is to be written of a frame, put in order by how it looks.

use std::ops::Range;

use super::looks::{Look, Looks};
use super::{Brush, Row, plain};
use crate::picture::Cell;
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

/// Letters side by side that look alike. A map has thousands.
struct Stroke {
    y: u16,
    cells: Range<u16>,
    /// The next one of the same look.
    next: Option<u32>,
}

/// The strokes of a look, from above to below and left to right.
#[derive(Clone, Copy)]
struct Chain {
    first: u32,
    last: u32,
}

impl Strokes {
    /// Adds letters of a row, all of one look. Rows come from above to below, the cells of one from left to right.
    pub(super) fn add(&mut self, look: Look, cells: Range<usize>, row: Row<'_>, looks: &mut Looks) {
        if self.chains.len() <= look.0 {
            self.chains.resize(looks.count(), None);
        }
        // There are fewer strokes than cells, and at most 65 535 rows and columns of these.
        let new = u32::try_from(self.all.len()).unwrap_or(u32::MAX);
        let cells = column(cells.start)..column(cells.end);
        match &mut self.chains[look.0] {
            Some(chain) => {
                let last = &mut self.all[index(chain.last)];
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
            while let Some(Stroke { y, cells, next: after }) = next.map(|stroke| &self.all[index(stroke)]) {
                brush.go((cells.start, *y));
                brush.letters(cells.start.into()..cells.end.into(), Row::new(screen, *y));
                next = *after;
            }
        }
        self.all.clear();
    }
}

/// Whether what lies between two strokes is written with them.
fn is_bridged(gap: Range<u16>, look: Look, row: Row<'_>, looks: &mut Looks) -> bool {
    let is_alike = |cell: &Cell| plain(cell.glyph).is_some() && looks.of(*cell, row.screen) == look;
    gap.len() <= GAP && row.cells[gap.start.into()..gap.end.into()].iter().all(is_alike)
}

/// The place of a stroke among all.
fn index(stroke: u32) -> usize {
    usize::try_from(stroke).unwrap_or(usize::MAX)
}
