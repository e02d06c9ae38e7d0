//! Whose ground the samples of a panel are: between two crossings of a line of samples the ground is one region's.

use crate::gazetteer::{ArcNo, Gazetteer, RegionNo};

use super::PlanePoint;
use super::crossings::{Crossing, Crossings, Owner, SampleGrid};
use super::viewport::{CellAt, Viewport};

/// A grid of samples, `ACROSS` of them to a column.
pub(super) struct Samples<const ACROSS: usize> {
    /// Columns.
    width: usize,
    /// Lines of samples in a row of cells.
    down: usize,
    crossings: Crossings,
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
        Self { width: view.width().into(), down: down.into(), crossings }
    }

    /// Whose ground every cell is, row by row: of a cell that lies within one ground it is plain, any other is judged by
    /// the owners of its samples, row by row.
    pub(super) fn owners(&self, mut judge: impl FnMut(CellAt, &[Owner]) -> Option<RegionNo>) -> Vec<Option<RegionNo>> {
        let mut owners = Vec::with_capacity(self.width * self.crossings.lines().len() / self.down.max(1));
        let mut samples: Vec<Owner> = Vec::with_capacity(self.down * ACROSS);
        let mut row = vec![[0; ACROSS]; self.width * self.down];
        let mut lines = self.crossings.lines();
        let mut y = 0;
        while lines.len() > 0 && !row.is_empty() {
            for (line, crossings) in row.chunks_exact_mut(self.width).zip(&mut lines) {
                fill(line.as_flattened_mut(), crossings);
            }
            let (first, others) = row.split_at(self.width);
            for (x, part) in first.iter().enumerate() {
                let even = [part[0]; ACROSS];
                let same = |line: usize| others[line * self.width + x] == even;
                owners.push(if *part == even && (0..self.down - 1).all(same) {
                    region(part[0])
                } else {
                    samples.clear();
                    (0..self.down).for_each(|line| samples.extend_from_slice(&row[line * self.width + x]));
                    judge(CellAt { x: i32::try_from(x).unwrap_or(i32::MAX), y }, &samples)
                });
            }
            y += 1;
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
        let at = at as usize;
        if from < at {
            line[from..at].fill(inside.iter().max().copied().unwrap_or(0));
            from = at;
        }
        for owner in owners.into_iter().filter(|&owner| owner != 0) {
            match inside.iter().position(|&other| other == owner) {
                Some(index) => {
                    inside.swap_remove(index);
                }
                None => inside.push(owner),
            }
        }
    }
    line[from..].fill(0);
}
