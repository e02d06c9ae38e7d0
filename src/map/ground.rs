//! Whose ground each cell is: the regions as their borders are drawn, sampled three by three in every cell, or dot by dot.

use crate::gazetteer::{Gazetteer, RegionNo};
use crate::picture::Dots;

use super::crossings::Owner;
use super::network::Network;
use super::raster::Raster;
use super::samples::{Samples, region};
use super::viewport::{CellAt, Viewport};

/// Of nine samples, how many must lie inside for a cell to be ground.
const MOST: u8 = 5;

/// The region that most of each cell belongs to, row by row; none for a cell that lies outside for the most part.
pub(super) fn ground(gazetteer: &Gazetteer, network: &Network, view: &Viewport) -> Vec<Option<RegionNo>> {
    let samples: Samples<3> = Samples::of(gazetteer, |arc| &network.arcs[arc.index()].line, view, 3);
    samples.owners(|_, samples| owner(samples))
}

/// The region of a cell, from its nine samples.
fn owner(samples: &[Owner]) -> Option<RegionNo> {
    let mut tally: [(Owner, u8); 9] = [(0, 0); 9];
    for &owner in samples.iter().filter(|&&owner| owner != 0) {
        if let Some(slot) = tally.iter_mut().find(|slot| slot.0 == owner || slot.1 == 0) {
            *slot = (owner, slot.1 + 1);
        }
    }
    let inside: u8 = tally.iter().map(|slot| slot.1).sum();
    tally.into_iter().max_by_key(|slot| slot.1).filter(|_| inside >= MOST).and_then(|(owner, _)| region(owner))
}

/// A cell that two grounds share.
#[derive(Clone, Copy, Debug)]
pub(super) struct Split {
    pub(super) at: CellAt,
    /// The ground that has less of it; none for what is no region's.
    pub(super) other: Option<RegionNo>,
    /// The dots of that ground.
    pub(super) dots: Dots,
}

/// The ground that most dots of each cell belong to, row by row; and the cells where another has a part, in reading order.
pub(super) fn shares(gazetteer: &Gazetteer, raster: &Raster, view: &Viewport) -> (Vec<Option<RegionNo>>, Vec<Split>) {
    let samples: Samples<2> = Samples::of(gazetteer, |arc| &raster.arcs[arc.index()].line, view, raster.grid.rows);
    let mut splits = Vec::new();
    let owners = samples.owners(|at, samples| {
        let mut shares: Vec<(Option<RegionNo>, Dots)> = Vec::with_capacity(2);
        for (index, owner) in (0_u8..).zip(samples.iter().copied().map(region)) {
            let dot = raster.grid.dot(index % 2, index / 2);
            match shares.iter_mut().find(|share| share.0 == owner) {
                Some(share) => share.1 = share.1.with(dot),
                None => shares.push((owner, dot)),
            }
        }
        // Of two with equal parts the region comes before the ground outside, and the first before the second.
        shares.sort_by_key(|(owner, dots)| (std::cmp::Reverse(dots.count()), owner.is_none(), *owner));
        if let Some(&(other, dots)) = shares.get(1) {
            splits.push(Split { at, other, dots });
        }
        shares.first().and_then(|share| share.0)
    });
    (owners, splits)
}
