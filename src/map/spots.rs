//! Where the markers of the places stand: each in a cell of its own, near its true position and in its own region.

use crate::gazetteer::{Gazetteer, PlaceNo};

use super::sheet::{Sheet, Taken};
use super::viewport::{CellAt, Viewport};

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
    let mut order: Vec<(usize, PlaceNo)> = Vec::new();
    for place in gazetteer.numbers().filter(|&place| view.holds(wanted(gazetteer, view, place))) {
        let free =
            around(wanted(gazetteer, view, place)).filter(|&at| price(gazetteer, sheet, place, at) < 1.0).count();
        order.push((free, place));
    }
    order.sort_unstable();
    let mut spots = Spots { of: vec![None; gazetteer.places.len()], crowds: Vec::new() };
    for &(_, place) in &order {
        let here = view.plane(gazetteer.place(place).position);
        let away = |at: CellAt| here.distance(at.middle()) + price(gazetteer, sheet, place, at);
        let free = around(here.cell()).filter(|&at| view.holds(at) && !sheet.is(at, Taken::Marker));
        let best = free.map(|at| (away(at), at)).min_by(|one, other| one.0.total_cmp(&other.0));
        let spot = best.map_or(here.cell(), |(_, at)| at);
        sheet.take(spot, Taken::Marker);
        spots.of[place.index()] = Some(spot);
    }
    spots.crowds = crowds(&spots.of);
    spots
}

/// The cell that a place stands in by its position.
fn wanted(gazetteer: &Gazetteer, view: &Viewport, place: PlaceNo) -> CellAt {
    view.plane(gazetteer.place(place).position).cell()
}

/// The cells that a marker may be moved to.
fn around(at: CellAt) -> impl Iterator<Item = CellAt> {
    let (columns, rows) = REACH;
    (-rows..=rows).flat_map(move |y| (-columns..=columns).map(move |x| CellAt { x: at.x + x, y: at.y + y }))
}

/// What speaks against a cell: a border, another region's ground, a marker beside it.
fn price(gazetteer: &Gazetteer, sheet: &Sheet, place: PlaceNo, at: CellAt) -> f64 {
    let stroke = match sheet.stroke(at) {
        None => 0.0,
        Some(_) => 1.8,
    };
    let region = gazetteer.place(place).region;
    let abroad = if region.is_some() && sheet.soil(at).region != region { 2.5 } else { 0.0 };
    let beside = [-1, 1].map(|x| CellAt { x: at.x + x, y: at.y });
    let crowded = if beside.iter().any(|&at| sheet.is(at, Taken::Marker)) { 1.5 } else { 0.0 };
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
