//! A chain as it is drawn. When the map moves by whole cells its strokes move along; only what has come into view, or was
//! cut off by the old edge, is routed anew.

use std::ops::Range;

use super::chain::Chain;
use super::lattice::Port;
use super::route::{SKIP, Step};
use super::track::Track;
use super::viewport::{CellAt, Viewport};

/// A chain with its track and the strokes that are drawn of it.
#[derive(Clone, Debug)]
pub(super) struct Routed {
    pub(super) chain: Chain,
    pub(super) track: Track,
    /// In the order of the pieces of the track.
    pub(super) path: Vec<Step>,
}

/// A stretch of a track that is in view and not drawn.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Gap {
    /// The points of the track.
    pub(super) run: Range<usize>,
    /// The ports of the strokes that it lies between; none where no stroke goes on.
    pub(super) between: [Option<Port>; 2],
}

/// So many pieces before the edge of the panel a line leans on the edge: they are drawn anew when it goes on.
const LEAN: usize = 8;

impl Routed {
    /// Moves what is drawn by whole cells into a view, and drops what is no good there.
    pub(super) fn slide(&mut self, by: CellAt, view: &Viewport) {
        let old = self.track.visible(view);
        self.track.slide(by);
        let new = self.track.visible(view);
        // Whether the edge cut the track off at a point, and does so no longer.
        let count = self.track.points.len();
        let starts_earlier = |at: usize| at != 0 && new.iter().all(|run| run.start != at);
        let ends_later = |at: usize| at != count && new.iter().all(|run| run.end != at);
        let around = |runs: &[Range<usize>], piece: usize| {
            runs.iter().find(|run| run.start <= piece && piece + 1 < run.end).cloned()
        };
        self.path.retain_mut(|step| {
            step.cell = CellAt { x: step.cell.x + by.x, y: step.cell.y + by.y };
            let piece = step.piece;
            let Some(run) = around(&old, piece) else { return false };
            let leans = piece < run.start + LEAN && starts_earlier(run.start)
                || piece + 1 + LEAN >= run.end && ends_later(run.end);
            !leans && view.holds(step.cell) && around(&new, piece).is_some()
        });
    }

    /// What of the track is in view and not drawn, in order.
    pub(super) fn gaps(&self, view: &Viewport) -> Vec<Gap> {
        let mut gaps = Vec::new();
        for run in self.track.visible(view) {
            let drawn = &self.path[self.before(run.start)..self.before(run.end)];
            let mut from = (run.start, None);
            for step in drawn {
                let [start, end] = step.ports();
                if step.piece > from.0 + usize::from(SKIP) {
                    gaps.push(Gap { run: from.0..step.piece + 1, between: [from.1, Some(start)] });
                }
                from = (step.piece + 1, Some(end));
            }
            if drawn.is_empty() || from.0 + usize::from(SKIP) < run.end {
                gaps.push(Gap { run: from.0..run.end, between: [from.1, None] });
            }
        }
        gaps
    }

    /// How many of its strokes stand for pieces before `piece`.
    pub(super) fn before(&self, piece: usize) -> usize {
        self.path.partition_point(|step| step.piece < piece)
    }
}
