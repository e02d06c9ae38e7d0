//! Whose ground the cells of a panel are, by samples: between two crossings of a line of samples all are one region's.

use std::iter;

use crate::gazetteer::{ArcNo, Gazetteer, RegionNo};

use super::PlanePoint;
use super::crossings::{Crossing, Crossings, Owner, SampleGrid};
use super::viewport::{CellAt, Viewport};

/// The samples of a cell that are one ground: whose, and which of them, a bit each, row by row.
pub(super) type Share = (Owner, u16);

/// Whose ground every cell is, row by row, given the lines in which the arcs are drawn and how many samples are in a
/// cell, across and down. A cell that lies within one ground is plain, any other is judged by its shares, in the order of
/// their first samples.
pub(super) fn owners<'a>(
    gazetteer: &Gazetteer,
    drawn: impl Fn(ArcNo) -> &'a [PlanePoint],
    view: &Viewport,
    side: [u8; 2],
    mut judge: impl FnMut(CellAt, &mut [Share]) -> Option<RegionNo>,
) -> Vec<Option<RegionNo>> {
    let [width, height] = [view.width(), view.height()].map(u32::from);
    let [across, down] = side.map(u32::from);
    let crossings = Crossings::of(gazetteer, drawn, SampleGrid { side, size: [width * across, height * down] });
    let mut crossed = crossings.lines();
    let mut lines: Vec<Line> = iter::repeat_with(Line::default).take(side[1].into()).collect();
    let mut owners = Vec::with_capacity((width * height) as usize);
    let mut shares = Vec::new();
    for y in 0..view.height() {
        for (line, crossings) in lines.iter_mut().zip(&mut crossed) {
            line.begin(crossings);
        }
        let mut x = 0;
        while x < view.width() {
            let from = u32::from(x) * across;
            let end = share(&mut lines, from, across, &mut shares);
            if let [(owner, _)] = shares[..] {
                let cells = u16::try_from((end - from) / across).unwrap_or(u16::MAX).min(view.width() - x);
                owners.extend(iter::repeat_n(region(owner), cells.into()));
                x += cells;
            } else {
                owners.push(judge(CellAt { x: x.into(), y: y.into() }, &mut shares));
                x += 1;
            }
        }
    }
    owners
}

/// The region of an owner.
pub(super) fn region(owner: Owner) -> Option<RegionNo> {
    owner.checked_sub(1).map(|index| RegionNo::from_index(index as usize))
}

/// Finds the shares of a cell, given the lines of its row and its first sample in each; and up to which sample none of
/// the lines changes behind the cell.
fn share(lines: &mut [Line], first: u32, across: u32, shares: &mut Vec<Share>) -> u32 {
    shares.clear();
    let mut end = u32::MAX;
    for (line, row) in lines.iter_mut().zip(0..) {
        let mut from = 0;
        while from < across {
            let owner = line.owner(first + from);
            let to = (line.end - first).min(across);
            let samples = ((1 << (to - from)) - 1) << (row * across + from);
            match shares.iter_mut().find(|share| share.0 == owner) {
                Some(share) => share.1 |= samples,
                None => shares.push((owner, samples)),
            }
            from = to;
        }
        end = end.min(line.end);
    }
    end
}

/// A line of samples, passed from left to right.
#[derive(Default)]
struct Line<'a> {
    /// The crossings that are not passed.
    ahead: &'a [Crossing],
    /// The regions that are entered and not left.
    inside: Vec<Owner>,
    /// Whose ground it is here, and up to which sample.
    owner: Owner,
    end: u32,
}

impl<'a> Line<'a> {
    /// Begins with another line, given its crossings.
    fn begin(&mut self, crossings: &'a [Crossing]) {
        *self = Self { ahead: crossings, inside: std::mem::take(&mut self.inside), owner: 0, end: 0 };
        self.inside.clear();
    }

    /// Whose ground a sample is. A region begins where its outline is crossed and ends where it is crossed again; where
    /// regions overlap, the last one is seen.
    fn owner(&mut self, sample: u32) -> Owner {
        while self.end <= sample {
            while let [Crossing { at, owners }, ahead @ ..] = self.ahead
                && *at <= self.end
            {
                owners.iter().filter(|&&owner| owner != 0).for_each(|&owner| self.pass(owner));
                self.ahead = ahead;
            }
            self.owner = self.inside.iter().max().copied().unwrap_or(0);
            self.end = self.ahead.first().map_or(u32::MAX, |crossing| crossing.at);
        }
        self.owner
    }

    /// Enters a region or leaves it.
    fn pass(&mut self, owner: Owner) {
        match self.inside.iter().position(|&inside| inside == owner) {
            Some(index) => {
                self.inside.swap_remove(index);
            }
            None => self.inside.push(owner),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Whose ground a sample is: inside of a region one is if its outline has been crossed an odd number of times.
    fn owner(crossings: &[Crossing], sample: u32) -> Owner {
        let passed = crossings.iter().filter(|crossing| crossing.at <= sample);
        let crossed = |owner| passed.clone().flat_map(|crossing| crossing.owners).filter(|&own| own == owner).count();
        (1..4).rev().find(|&owner| crossed(owner) % 2 == 1).unwrap_or(0)
    }

    fn line() -> impl Strategy<Value = Vec<Crossing>> {
        prop::collection::btree_set((0_u32..30, [0_u32..4, 0_u32..4]), 0..9)
            .prop_map(|line| line.into_iter().map(|(at, owners)| Crossing { at, owners }).collect())
    }

    proptest! {
        #[test]
        fn a_cell_is_shared_as_its_samples_are(lines in [line(), line()], across in 1_u32..4) {
            let mut passed = lines.each_ref().map(|crossings| Line { ahead: crossings, ..Line::default() });
            let mut shares = Vec::new();
            for first in (0..10).map(|cell| cell * across) {
                let end = share(&mut passed, first, across, &mut shares);
                for (line, row) in lines.iter().zip(0..) {
                    for sample in 0..across {
                        let bit = 1 << (row * across + sample);
                        let has = shares.iter().filter(|share| share.1 & bit != 0);
                        prop_assert_eq!(has.map(|share| share.0).collect::<Vec<_>>(), [owner(line, first + sample)]);
                    }
                    let last = owner(line, first + across - 1);
                    prop_assert!((first + across..end.min(40)).all(|sample| owner(line, sample) == last));
                }
            }
        }
    }
}
