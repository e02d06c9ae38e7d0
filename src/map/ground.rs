//! Whose ground each cell is: the regions as their borders are drawn, sampled three by three in every cell.

use crate::gazetteer::{Gazetteer, RegionNo};

use super::PlanePoint;
use super::network::Network;
use super::viewport::{CellAt, Viewport};

/// Samples along each side of a cell.
const SIDE: u16 = 3;

/// Of nine samples, how many make a cell a region's ground.
const MOST: u8 = 5;

/// Whose ground a cell is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) struct Soil {
    /// The region that most of it belongs to; none if most of it lies outside.
    pub(super) region: Option<RegionNo>,
}

/// The soil of every cell, row by row.
pub(super) fn ground(gazetteer: &Gazetteer, network: &Network, view: &Viewport) -> Vec<Soil> {
    let mut samples = Samples::new(view);
    for (index, region) in gazetteer.regions.iter().enumerate() {
        let mut crossings = Vec::new();
        for ring in &region.rings {
            samples.cross(&network.ring(ring), &mut crossings);
        }
        samples.fill(crossings, RegionNo::from_index(index));
    }
    (0..view.height()).flat_map(|y| (0..view.width()).map(move |x| (x, y))).map(|(x, y)| samples.soil(x, y)).collect()
}

/// A crossing of an outline with a line of samples: which line, and at which column.
type Crossing = (usize, f64);

struct Samples {
    /// Samples in a line.
    across: usize,
    /// Lines of samples.
    down: usize,
    owner: Vec<Option<RegionNo>>,
}

impl Samples {
    fn new(view: &Viewport) -> Self {
        let [across, down] = [view.width(), view.height()].map(|cells| usize::from(cells) * usize::from(SIDE));
        Self { across, down, owner: vec![None; across * down] }
    }

    /// Finds where a closed outline crosses the lines of samples.
    fn cross(&self, ring: &[PlanePoint], crossings: &mut Vec<Crossing>) {
        let next = ring.iter().skip(1).chain(ring.first());
        for (a, b) in ring.iter().zip(next) {
            let (top, bottom) = if a.y <= b.y { (a, b) } else { (b, a) };
            for line in first_sample(top.y / 2.0, self.down)..first_sample(bottom.y / 2.0, self.down) {
                let y = 2.0 * sample(line);
                crossings.push((line, top.x + (bottom.x - top.x) * (y - top.y) / (bottom.y - top.y)));
            }
        }
    }

    /// Fills between every two crossings of a line: even-odd.
    fn fill(&mut self, mut crossings: Vec<Crossing>, region: RegionNo) {
        crossings.sort_by(|one, other| one.0.cmp(&other.0).then(one.1.total_cmp(&other.1)));
        for pair in crossings.chunks_exact(2) {
            let (line, [from, to]) = (pair[0].0, [pair[0].1, pair[1].1].map(|x| first_sample(x, self.across)));
            self.owner[line * self.across + from..line * self.across + to].fill(Some(region));
        }
    }

    /// The soil of a cell, from its nine samples.
    fn soil(&self, x: u16, y: u16) -> Soil {
        let (left, top) = (usize::from(x * SIDE), usize::from(y * SIDE));
        let rows = (top..top + usize::from(SIDE)).map(|line| line * self.across + left);
        let mut tally: [(Option<RegionNo>, u8); 9] = [(None, 0); 9];
        for owner in
            rows.flat_map(|start| &self.owner[start..start + usize::from(SIDE)]).filter(|owner| owner.is_some())
        {
            if let Some(slot) = tally.iter_mut().find(|slot| slot.0 == *owner || slot.1 == 0) {
                *slot = (*owner, slot.1 + 1);
            }
        }
        let inside: u8 = tally.iter().map(|slot| slot.1).sum();
        let Some((region, _)) = tally.into_iter().max_by_key(|slot| slot.1).filter(|_| inside >= MOST) else {
            return Soil::default();
        };
        Soil { region }
    }
}

/// The position of a sample along its side, in cells.
fn sample(index: usize) -> f64 {
    f64::from(u32::try_from(index).unwrap_or(u32::MAX)).mul_add(1.0, 0.5) / f64::from(SIDE)
}

/// The first sample at or after a position in cells, at most `count`.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to the samples there are")]
fn first_sample(at: f64, count: usize) -> usize {
    ((at * f64::from(SIDE) - 0.5).ceil().max(0.0) as usize).min(count)
}

/// The soil of a cell; that of no region outside of the panel.
pub(super) fn soil(ground: &[Soil], view: &Viewport, at: CellAt) -> Soil {
    let index = usize::try_from(at.y * i32::from(view.width()) + at.x).ok();
    index.filter(|_| view.holds(at)).and_then(|index| ground.get(index)).copied().unwrap_or_default()
}
