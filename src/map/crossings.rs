//! Where the outlines of the regions, as they are drawn, cross lines of samples.
//!
//! A border that two regions share is followed once for both.

use crate::gazetteer::{ArcNo, ArcUse, Gazetteer};

use super::PlanePoint;
use super::counting;

/// Whose ground a sample is: the number of a region counted from 1, or 0 for none.
pub(super) type Owner = u32;

/// A crossing of a border with a line of samples.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Crossing {
    /// The first sample behind it.
    pub(super) at: u32,
    /// The regions whose outline it is: one or two.
    pub(super) owners: [Owner; 2],
}

/// A grid of samples.
#[derive(Clone, Copy, Debug)]
pub(super) struct SampleGrid {
    /// Samples in a cell, across and down.
    pub(super) side: [u8; 2],
    /// Samples in a line, and lines.
    pub(super) size: [u32; 2],
}

/// The crossings of all outlines, in order.
pub(super) struct Crossings {
    /// Line by line, left to right.
    sorted: Vec<Crossing>,
    /// Where each line begins among them, and the last one ends.
    starts: Vec<usize>,
}

impl Crossings {
    /// The crossings of the outlines of all regions, given the lines in which the arcs are drawn.
    pub(super) fn of<'a>(gazetteer: &Gazetteer, drawn: impl Fn(ArcNo) -> &'a [PlanePoint], grid: SampleGrid) -> Self {
        // Most lines are crossed by a dozen borders.
        let mut found = Vec::with_capacity(16 * grid.size[1] as usize);
        let mut uses: Vec<(ArcNo, Owner)> = Vec::new();
        for (region, own) in gazetteer.regions.iter().zip(1..) {
            for ring in &region.rings {
                uses.extend(ring.iter().map(|step| (step.arc, own)));
                joints(ring, &drawn, |joint| grid.cross(&joint, [own, 0], &mut found));
            }
        }
        let arcs = gazetteer.borders.arcs().len();
        let (sides, starts) = counting::sorted(&uses, arcs, |&(arc, own)| (arc.index(), own));
        for (arc, ends) in starts.windows(2).enumerate() {
            for sides in sides[ends[0]..ends[1]].chunks(2) {
                let owners = [sides[0], sides.get(1).copied().unwrap_or(0)];
                grid.cross(drawn(ArcNo::from_index(arc)), owners, &mut found);
            }
        }
        Self::sorted(&found, grid.size[1])
    }

    /// Crossings with the numbers of their lines, brought into order.
    fn sorted(found: &[(u32, Crossing)], lines: u32) -> Self {
        let (mut sorted, starts) =
            counting::sorted(found, lines as usize, |&(line, crossing)| (line as usize, crossing));
        for line in starts.windows(2) {
            sorted[line[0]..line[1]].sort_unstable_by_key(|crossing| crossing.at);
        }
        Self { sorted, starts }
    }

    /// The crossings of each line, left to right.
    pub(super) fn lines(&self) -> impl ExactSizeIterator<Item = &[Crossing]> {
        self.starts.windows(2).map(|line| &self.sorted[line[0]..line[1]])
    }
}

/// The joints between the arcs of an outline: their ends, as they are drawn, need not meet.
fn joints<'a>(ring: &[ArcUse], drawn: &impl Fn(ArcNo) -> &'a [PlanePoint], mut joint: impl FnMut([PlanePoint; 2])) {
    let ends = |step: &ArcUse| {
        let (start, end) = drawn(step.arc).first().zip(drawn(step.arc).last())?;
        Some(if step.reversed { [*end, *start] } else { [*start, *end] })
    };
    let mut before = ring.iter().rev().find_map(ends);
    for next in ring.iter().filter_map(ends) {
        if let Some([_, end]) = before.replace(next) {
            joint([end, next[0]]);
        }
    }
}

impl SampleGrid {
    /// Finds where a border crosses the lines of samples.
    fn cross(self, drawn: &[PlanePoint], owners: [Owner; 2], found: &mut Vec<(u32, Crossing)>) {
        let mut points = drawn.iter().map(|point| (point, first_sample(point.y / 2.0, self.side[1], self.size[1])));
        let Some(mut before) = points.next() else { return };
        for next in points {
            let ((top, first), (bottom, end)) = if before.0.y <= next.0.y { (before, next) } else { (next, before) };
            for line in first..end {
                let y = 2.0 * (f64::from(line) + 0.5) / f64::from(self.side[1]);
                let x = top.x + (bottom.x - top.x) * (y - top.y) / (bottom.y - top.y);
                found.push((line, Crossing { at: first_sample(x, self.side[0], self.size[0]), owners }));
            }
            before = next;
        }
    }
}

/// The first sample at or after a position in cells of so many samples, at most `count`.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to the samples there are")]
fn first_sample(at: f64, side: u8, count: u32) -> u32 {
    let wanted = at * f64::from(side) - 0.5;
    // Cast, then set right: rounding is a call on many a processor.
    let before = wanted.max(0.0) as u32;
    before.saturating_add(u32::from(f64::from(before) < wanted)).min(count)
}
