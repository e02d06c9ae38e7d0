//! Whose ground the samples of a panel are: between two crossings of a line of samples the ground is one region's.

use crate::gazetteer::{ArcNo, Gazetteer, RegionNo};

use super::PlanePoint;
use super::crossings::{Crossing, Crossings, Owner, SampleGrid};
use super::viewport::{CellAt, Viewport};

/// The owners of a grid of samples, `ACROSS` of them to a column.
pub(super) struct Samples<const ACROSS: usize> {
    /// Columns.
    width: usize,
    /// Lines of samples in a row of cells.
    down: usize,
    /// Line after line, the samples of each column.
    parts: Vec<[Owner; ACROSS]>,
}

impl<const ACROSS: usize> Samples<ACROSS> {
    /// The samples of all regions, given the lines in which the arcs are drawn and how many lines of samples are in a row.
    pub(super) fn of<'a>(
        gazetteer: &Gazetteer,
        drawn: impl Fn(ArcNo) -> &'a [PlanePoint],
        view: &Viewport,
        down: u8,
    ) -> Self {
        let across = u8::try_from(ACROSS).unwrap_or(u8::MAX);
        let size = [u32::from(view.width()) * u32::from(across), u32::from(view.height()) * u32::from(down)];
        let crossings = Crossings::of(gazetteer, drawn, SampleGrid { side: [across, down], size });
        let (width, down) = (usize::from(view.width()), usize::from(down));
        let parts = vec![[0; ACROSS]; width * down * usize::from(view.height())];
        let mut samples = Self { width, down, parts };
        for (line, crossings) in crossings.lines().enumerate() {
            fill(samples.parts[line * width..(line + 1) * width].as_flattened_mut(), crossings);
        }
        samples
    }

    /// Whose ground every cell is, row by row: of a cell that lies within one ground it is plain, any other is judged by
    /// the owners of its samples, row by row.
    pub(super) fn owners(&self, mut judge: impl FnMut(CellAt, &[Owner]) -> Option<RegionNo>) -> Vec<Option<RegionNo>> {
        let mut owners = Vec::with_capacity(self.parts.len() / self.down.max(1));
        let mut whole: Vec<Option<Owner>> = Vec::with_capacity(self.width);
        let mut samples: Vec<Owner> = Vec::with_capacity(self.down * ACROSS);
        // A panel without columns has no rows of samples either.
        for (y, row) in (0..).zip(self.parts.chunks_exact((self.down * self.width).max(1))) {
            whole.clear();
            whole.extend(row[..self.width].iter().map(|part| Some(part[0])));
            for line in row.chunks_exact(self.width) {
                for (whole, part) in whole.iter_mut().zip(line) {
                    *whole = whole.filter(|&owner| *part == [owner; ACROSS]);
                }
            }
            for (x, whole) in whole.iter().enumerate() {
                owners.push(if let Some(owner) = *whole {
                    region(owner)
                } else {
                    samples.clear();
                    for line in 0..self.down {
                        samples.extend_from_slice(&row[line * self.width + x]);
                    }
                    judge(CellAt { x: i32::try_from(x).unwrap_or(i32::MAX), y }, &samples)
                });
            }
        }
        owners
    }
}

/// The region of an owner.
pub(super) fn region(owner: Owner) -> Option<RegionNo> {
    owner.checked_sub(1).map(|index| RegionNo::from_index(index as usize))
}

/// Fills a line of samples. A region begins where its outline is crossed and ends where it is crossed again; where regions
/// overlap, the last one is seen.
fn fill(line: &mut [Owner], crossings: &[Crossing]) {
    let mut inside: Vec<Owner> = Vec::new();
    let mut from = 0;
    for &Crossing { at, owners } in crossings {
        let seen = inside.iter().max().filter(|_| from < at);
        if let Some(&owner) = seen {
            line[from as usize..at as usize].fill(owner);
        }
        from = at;
        for owner in owners.into_iter().filter(|&owner| owner != 0) {
            match inside.iter().position(|&other| other == owner) {
                Some(index) => {
                    inside.swap_remove(index);
                }
                None => inside.push(owner),
            }
        }
    }
}
