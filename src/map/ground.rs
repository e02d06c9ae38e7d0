//! Whose ground each cell is: the regions as their borders are drawn, sampled three by three in every cell, or dot by dot.

use std::cmp::Reverse;

use crate::gazetteer::{Gazetteer, RegionNo};
use crate::picture::Dots;

use super::crossings::Owner;
use super::network::Network;
use super::raster::Raster;
use super::samples::{Samples, region};
use super::viewport::{CellAt, Viewport};

/// Of nine samples, how many must lie inside for a cell to be ground.
const MOST: u32 = 5;

/// The part of a cell that is one ground: whose, and which of the samples, a bit each.
type Share = (Owner, u16);

/// Parts a cell among the owners of its samples.
fn part(samples: &[Owner], shares: &mut Vec<Share>) {
    shares.clear();
    for (index, &owner) in samples.iter().enumerate() {
        match shares.iter_mut().find(|share| share.0 == owner) {
            Some(share) => share.1 |= 1 << index,
            None => shares.push((owner, 1 << index)),
        }
    }
}

/// The region that most of each cell belongs to, row by row; none for a cell that lies outside for the most part.
pub(super) fn ground(gazetteer: &Gazetteer, network: &Network, view: &Viewport) -> Vec<Option<RegionNo>> {
    let samples: Samples<3> = Samples::of(gazetteer, |arc| &network.arcs[arc.index()].line, view, 3);
    let mut shares = Vec::new();
    samples.owners(|_, samples| {
        part(samples, &mut shares);
        shares.retain(|share| share.0 != 0);
        let inside: u32 = shares.iter().map(|share| share.1.count_ones()).sum();
        let most = shares.iter().max_by_key(|share| share.1.count_ones()).filter(|_| inside >= MOST);
        most.and_then(|share| region(share.0))
    })
}

/// A cell that two grounds share.
#[derive(Clone, Copy, Debug)]
pub(super) struct Split {
    pub(super) at: CellAt,
    /// The ground that has most of it.
    pub(super) own: Option<RegionNo>,
    /// The ground that has less of it; none for what is no region's.
    pub(super) other: Option<RegionNo>,
    /// The dots of that ground.
    pub(super) dots: Dots,
}

/// The ground that most dots of each cell belong to, row by row; and the cells where another has a part, in reading order.
pub(super) fn shares(gazetteer: &Gazetteer, raster: &Raster, view: &Viewport) -> (Vec<Option<RegionNo>>, Vec<Split>) {
    let samples: Samples<2> = Samples::of(gazetteer, |arc| &raster.arcs[arc.index()].line, view, raster.grid.rows);
    let mut splits = Vec::new();
    let mut shares = Vec::new();
    let owners = samples.owners(|at, samples| {
        part(samples, &mut shares);
        // Of two with equal parts the region comes before the ground outside, and the first before the second.
        shares.sort_unstable_by_key(|&(owner, samples)| (Reverse(samples.count_ones()), owner == 0, owner));
        let own = shares.first().and_then(|share| region(share.0));
        if let Some(&(other, samples)) = shares.get(1) {
            let dots = (0..2 * raster.grid.rows).filter(|dot| samples & 1 << dot != 0);
            let dots = dots.fold(Dots::NONE, |dots, dot| dots.with(raster.grid.dot(dot % 2, dot / 2)));
            splits.push(Split { at, own, other: region(other), dots });
        }
        own
    });
    (owners, splits)
}
