//! Where the markers of the places stand: each in a cell of its own, near its true position and in its own region.

use crate::gazetteer::{Gazetteer, PlaceNo, RegionNo};

use super::sheet::Sheet;
use super::viewport::{CellAt, PlanePoint, Viewport};

/// How far a marker may be moved, in columns and in rows.
const REACH: (i32, i32) = (2, 1);

/// The marker spots of a view.
#[derive(Clone, Debug, Default)]
pub(super) struct Spots {
    /// By place number; none outside of the panel.
    pub(super) of: Vec<Option<CellAt>>,
    /// Cells that several places share, in reading order.
    pub(super) crowds: Vec<(CellAt, Vec<PlaceNo>)>,
}

/// Finds a cell for every place. Those with the fewest cells of their own ground to stand on choose first.
pub(super) fn spots(gazetteer: &Gazetteer, view: &Viewport, sheet: &mut Sheet) -> Spots {
    let mut order: Vec<(usize, PlaceNo, PlanePoint)> = Vec::new();
    for place in gazetteer.numbers() {
        let here = view.plane(gazetteer.place(place).position);
        if view.holds(here.cell()) {
            let region = gazetteer.place(place).region;
            let free = around(here.cell()).filter(|&at| price(sheet, region, at) < 1.0).count();
            order.push((free, place, here));
        }
    }
    order.sort_unstable_by_key(|&(free, place, _)| (free, place));
    let mut spots = Spots { of: vec![None; gazetteer.places.len()], crowds: Vec::new() };
    for &(_, place, here) in &order {
        let spot = best(sheet, gazetteer.place(place).region, here).unwrap_or(here.cell());
        sheet.mark(spot);
        spots.of[place.index()] = Some(spot);
    }
    spots.crowds = crowds(&spots.of);
    spots
}

/// The best of the free cells about a position, for a marker of a region.
fn best(sheet: &Sheet, region: Option<RegionNo>, here: PlanePoint) -> Option<CellAt> {
    let mut best: Option<(f64, CellAt)> = None;
    for at in around(here.cell()) {
        let away = here.distance(at.middle());
        // What is too far away already need not be looked at.
        let near = best.is_none_or(|(least, _)| away < least);
        if near && sheet.holds(at.y, at.x, at.x + 1) && !sheet.markers().has(at) {
            let price = away + price(sheet, region, at);
            if best.is_none_or(|(least, _)| price < least) {
                best = Some((price, at));
            }
        }
    }
    best.map(|(_, at)| at)
}

/// The cells that a marker may be moved to.
fn around(at: CellAt) -> impl Iterator<Item = CellAt> {
    let (columns, rows) = REACH;
    (-rows..=rows).flat_map(move |y| (-columns..=columns).map(move |x| CellAt { x: at.x + x, y: at.y + y }))
}

/// What speaks against a cell: a border, the ground of another region, a marker beside it.
fn price(sheet: &Sheet, region: Option<RegionNo>, at: CellAt) -> f64 {
    let stroke = if sheet.stroke(at).is_some() { 1.8 } else { 0.0 };
    let abroad = if region.is_some() && sheet.region(at) != region { 2.5 } else { 0.0 };
    let beside = [-1, 1].map(|x| CellAt { x: at.x + x, y: at.y });
    let crowded = if sheet.markers().any(at.y, at.x - 1, at.x + 2) { 1.5 } else { 0.0 };
    let cramped: f64 = beside.iter().filter(|&&at| sheet.stroke(at).is_some()).map(|_| 0.35).sum();
    stroke + abroad + crowded + cramped
}

/// The cells in which several places stand.
fn crowds(spots: &[Option<CellAt>]) -> Vec<(CellAt, Vec<PlaceNo>)> {
    let placed = spots.iter().enumerate();
    let mut cells: Vec<(i32, i32, PlaceNo)> =
        placed.filter_map(|(index, spot)| spot.map(|at| (at.y, at.x, PlaceNo::from_index(index)))).collect();
    cells.sort_unstable();
    let together = cells.chunk_by(|one, other| (one.0, one.1) == (other.0, other.1)).filter(|cell| cell.len() > 1);
    together
        .map(|cell| (CellAt { x: cell[0].1, y: cell[0].0 }, cell.iter().map(|&(_, _, place)| place).collect()))
        .collect()
}
