//! The grounds of a day: the wash of every region, and the pattern of what has fallen or is in dispute.

use crate::picture::Cell;
use crate::situation::{Standing, Status};

use super::base::Base;
use super::canvas::{Canvas, Kind};
use super::looks::{fill, wash};
use super::sheet::Run;
use super::viewport::CellAt;

/// Paints the wash of every cell, given the standings of the regions, and, where grounds are to be told apart without
/// colours, the pattern of those that no line runs through. Among strokes the front keeps its own wash and, if the map is
/// wide, a blank stands beside a line.
pub(super) fn grounds(base: &Base, standings: &[Option<&Standing>], patterned: bool, canvas: &mut Canvas) {
    let strokes = base.glyphs.grid().is_none();
    let spared = if strokes { Kind::FRONT } else { Kind::OTHER };
    let apart = if strokes && !base.view.narrow() { Kind::LINE } else { Kind::OTHER };
    let patterned = strokes || patterned;
    for run in base.sheet.runs() {
        let Some(standing) = standings[run.region.index()] else { continue };
        let wash = wash(standing);
        let (cells, kinds) = canvas.stretch(run.y, run.from, run.to);
        for (cell, _) in cells.iter_mut().zip(&kinds[1..]).filter(|(_, kind)| !kind.is(spared)) {
            cell.set_wash(wash);
        }
        if patterned && matches!(standing.status, Status::Fallen | Status::Disputed) {
            pattern(run, standing, apart, (cells, kinds), base.glyphs.pattern());
        }
    }
}

/// Paints the pattern of a stretch of ground where there is room, and some kinds of lines do not stand beside it.
fn pattern(run: &Run, standing: &Standing, apart: Kind, (cells, kinds): (&mut [Cell], &mut [Kind]), glyph: char) {
    let y = i32::from(run.y);
    for (index, (x, cell)) in (i32::from(run.from)..).zip(cells).enumerate() {
        let &mut [before, ref mut here, behind, ..] = &mut kinds[index..] else { return };
        let room = here.is(Kind::ROOM) && !before.is(apart) && !behind.is(apart);
        if let Some(ink) = room.then(|| fill(standing, CellAt { x, y })).flatten() {
            (cell.glyph, *here) = (glyph, Kind::FILL);
            cell.set_ink(ink);
        }
    }
}
