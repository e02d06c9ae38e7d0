//! Whose ground each cell is: the regions as their borders are drawn, sampled three by three in every cell, or dot by dot.

use crate::gazetteer::{ArcNo, ArcUse, Gazetteer, RegionNo};
use crate::picture::Dots;

use super::PlanePoint;
use super::network::Network;
use super::raster::Raster;
use super::viewport::{CellAt, Viewport};

/// Samples along each side of a cell that is drawn in strokes.
const SIDE: u8 = 3;

/// Of nine samples, how many must lie inside for a cell to be ground.
const MOST: u8 = 5;

/// The region that most of each cell belongs to, row by row; none for a cell that lies outside for the most part.
pub(super) fn ground(gazetteer: &Gazetteer, network: &Network, view: &Viewport) -> Vec<Option<RegionNo>> {
    let samples = Samples::of(gazetteer, |arc| &network.arcs[arc.index()].line, view, (SIDE, SIDE));
    cells(view).map(|at| samples.owner_of(at)).collect()
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
    let samples = Samples::of(gazetteer, |arc| &raster.arcs[arc.index()].line, view, (2, raster.grid.rows));
    let mut splits = Vec::new();
    let owners = cells(view).map(|at| {
        let mut shares: Vec<(Option<RegionNo>, Dots)> = Vec::with_capacity(2);
        for (index, owner) in (0_u8..).zip(samples.owners(at)) {
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
    (owners.collect(), splits)
}

/// All cells of a panel, in reading order.
fn cells(view: &Viewport) -> impl Iterator<Item = CellAt> + use<> {
    let (width, height) = (i32::from(view.width()), i32::from(view.height()));
    (0..height).flat_map(move |y| (0..width).map(move |x| CellAt { x, y }))
}

/// A crossing of an outline with a line of samples: which line, and at which column.
type Crossing = (usize, f64);

/// The positions of a ring in order, as it is drawn.
fn joined<'a>(ring: &[ArcUse], drawn: impl Fn(ArcNo) -> &'a [PlanePoint]) -> Vec<PlanePoint> {
    let mut points = Vec::new();
    for step in ring {
        let line = drawn(step.arc);
        if step.reversed {
            points.extend(line.iter().rev());
        } else {
            points.extend(line);
        }
    }
    points
}

struct Samples {
    /// Samples in a cell, across and down.
    side: (u8, u8),
    /// Samples in a line.
    across: usize,
    /// Lines of samples.
    down: usize,
    owner: Vec<Option<RegionNo>>,
}

impl Samples {
    /// The samples of all regions, given the lines in which the arcs are drawn.
    fn of<'a>(
        gazetteer: &Gazetteer,
        drawn: impl Fn(ArcNo) -> &'a [PlanePoint],
        view: &Viewport,
        side: (u8, u8),
    ) -> Self {
        let across = usize::from(view.width()) * usize::from(side.0);
        let down = usize::from(view.height()) * usize::from(side.1);
        let mut samples = Self { side, across, down, owner: vec![None; across * down] };
        for (index, region) in gazetteer.regions.iter().enumerate() {
            let mut crossings = Vec::new();
            for ring in &region.rings {
                samples.cross(&joined(ring, &drawn), &mut crossings);
            }
            samples.fill(crossings, RegionNo::from_index(index));
        }
        samples
    }

    /// Finds where a closed outline crosses the lines of samples.
    fn cross(&self, ring: &[PlanePoint], crossings: &mut Vec<Crossing>) {
        let next = ring.iter().skip(1).chain(ring.first());
        for (a, b) in ring.iter().zip(next) {
            let (top, bottom) = if a.y <= b.y { (a, b) } else { (b, a) };
            let [first, end] = [top, bottom].map(|end| first_sample(end.y / 2.0, self.side.1, self.down));
            for line in first..end {
                let y = 2.0 * sample(line, self.side.1);
                crossings.push((line, top.x + (bottom.x - top.x) * (y - top.y) / (bottom.y - top.y)));
            }
        }
    }

    /// Fills between every two crossings of a line: even-odd.
    fn fill(&mut self, mut crossings: Vec<Crossing>, region: RegionNo) {
        crossings.sort_by(|one, other| one.0.cmp(&other.0).then(one.1.total_cmp(&other.1)));
        for pair in crossings.chunks_exact(2) {
            let line = pair[0].0;
            let [from, to] = [pair[0].1, pair[1].1].map(|x| first_sample(x, self.side.0, self.across));
            self.owner[line * self.across + from..line * self.across + to].fill(Some(region));
        }
    }

    /// The samples of a cell, row by row.
    fn owners(&self, at: CellAt) -> impl Iterator<Item = Option<RegionNo>> + '_ {
        self.rows(at).flatten().copied()
    }

    /// The rows of samples of a cell.
    fn rows(&self, at: CellAt) -> impl Iterator<Item = &[Option<RegionNo>]> {
        let [x, y] = [at.x, at.y].map(|index| usize::try_from(index).unwrap_or(0));
        let (across, down) = (usize::from(self.side.0), usize::from(self.side.1));
        (0..down).map(move |row| {
            let start = (y * down + row) * self.across + x * across;
            &self.owner[start..start + across]
        })
    }

    /// The region of a cell, from its nine samples.
    fn owner_of(&self, at: CellAt) -> Option<RegionNo> {
        // Most cells lie within one ground.
        let first = self.rows(at).next().and_then(|row| *row.first()?);
        if self.rows(at).all(|row| row.iter().all(|&owner| owner == first)) {
            return first;
        }
        let mut tally: [(Option<RegionNo>, u8); 9] = [(None, 0); 9];
        for owner in self.owners(at).flatten() {
            if let Some(slot) = tally.iter_mut().find(|slot| slot.0 == Some(owner) || slot.1 == 0) {
                *slot = (Some(owner), slot.1 + 1);
            }
        }
        let inside: u8 = tally.iter().map(|slot| slot.1).sum();
        tally.into_iter().max_by_key(|slot| slot.1).filter(|_| inside >= MOST).and_then(|(region, _)| region)
    }
}

/// The position of a sample along its side, in cells of so many samples.
fn sample(index: usize, side: u8) -> f64 {
    (f64::from(u32::try_from(index).unwrap_or(u32::MAX)) + 0.5) / f64::from(side)
}

/// The first sample at or after a position in cells, at most `count`.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to the samples there are")]
fn first_sample(at: f64, side: u8, count: usize) -> usize {
    ((at * f64::from(side) - 0.5).ceil().max(0.0) as usize).min(count)
}
