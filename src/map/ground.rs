//! Whose ground each cell is: the regions as their borders are drawn, sampled three by three in every cell, or dot by dot.

use std::cmp::Reverse;

use crate::gazetteer::{ArcNo, Gazetteer, RegionNo};
use crate::picture::Dots;

use super::network::Network;
use super::raster::Raster;
use super::samples::{self, region};
use super::viewport::{CellAt, Viewport};

/// Of nine samples, how many may lie outside in a cell that is ground.
const MOST_OUTSIDE: u32 = 4;

/// The region that most of each cell belongs to, row by row; none for a cell that lies outside for the most part.
pub(super) fn ground(gazetteer: &Gazetteer, network: &Network, view: &Viewport) -> Vec<Option<RegionNo>> {
    let line = |arc: ArcNo| network.arcs[arc.index()].line.as_slice();
    samples::owners(gazetteer, line, view, [3, 3], |_, shares| {
        let outside = shares.iter().find(|share| share.0 == 0).map_or(0, |share| share.1.count_ones());
        if outside > MOST_OUTSIDE {
            return None;
        }
        let own = shares.iter().filter(|share| share.0 != 0);
        own.max_by_key(|share| share.1.count_ones()).and_then(|share| region(share.0))
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
    let line = |arc: ArcNo| raster.arcs[arc.index()].line.as_slice();
    let mut splits = Vec::new();
    let owners = samples::owners(gazetteer, line, view, [2, raster.grid.rows], |at, shares| {
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
