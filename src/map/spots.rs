//! Where the markers of the places stand: each in a cell of its own, near its true position and in its own region.

use crate::gazetteer::{Gazetteer, PlaceNo, RegionNo};

use super::sheet::Sheet;
use super::viewport::{CellAt, PlanePoint, Viewport};

/// How far a marker may be moved, in columns and in rows.
const REACH: (i32, i32) = (2, 1);

/// The columns that it may be moved to, and the cells.
const ACROSS: usize = 5;
const CHOICES: usize = 3 * ACROSS;

/// What speaks against a marker beside another one.
const BESIDE: f64 = 1.5;

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
    let mut order: Vec<Choice> = Vec::new();
    for place in gazetteer.numbers() {
        let here = view.plane(gazetteer.place(place).position);
        if view.holds(here.cell()) {
            let region = gazetteer.place(place).region;
            let prices = around(here.cell()).map(|at| price(sheet, region, at));
            let free = prices.iter().filter(|&&price| price < 1.0).count();
            order.push(Choice { free, place, here, prices });
        }
    }
    order.sort_unstable_by_key(|choice| (choice.free, choice.place));
    let mut spots = Spots { of: vec![None; gazetteer.places.len()], crowds: Vec::new() };
    for choice in &order {
        let spot = choice.best(sheet).unwrap_or(choice.here.cell());
        sheet.mark(spot);
        spots.of[choice.place.index()] = Some(spot);
    }
    spots.crowds = crowds(&spots.of);
    spots
}

/// The cells that a marker may be moved to, row by row.
fn around(at: CellAt) -> [CellAt; CHOICES] {
    std::array::from_fn(|index| {
        let [x, y] = [index % ACROSS, index / ACROSS].map(|steps| i32::try_from(steps).unwrap_or(0));
        CellAt { x: at.x - REACH.0 + x, y: at.y - REACH.1 + y }
    })
}

/// What a marker may choose from.
struct Choice {
    /// How many cells there are of which nothing speaks against.
    free: usize,
    place: PlaceNo,
    /// Where the place is.
    here: PlanePoint,
    /// What speaks against each of the cells around, other markers aside.
    prices: [f64; CHOICES],
}

impl Choice {
    /// The best of the cells that are free, near the place and not beside a marker.
    fn best(&self, sheet: &Sheet) -> Option<CellAt> {
        let mut best: Option<(f64, CellAt)> = None;
        for (at, price) in around(self.here.cell()).into_iter().zip(self.prices) {
            let price = price + self.here.distance(at.middle());
            // What is too dear already need not be looked at.
            let good = best.is_none_or(|(least, _)| price < least);
            if !good || !sheet.holds(at.y, at.x, at.x + 1) || sheet.markers().has(at) {
                continue;
            }
            let beside = sheet.markers().any(at.y, at.x - 1, at.x + 2);
            let price = price + if beside { BESIDE } else { 0.0 };
            if best.is_none_or(|(least, _)| price < least) {
                best = Some((price, at));
            }
        }
        best.map(|(_, at)| at)
    }
}

/// What speaks against a cell: a border, the ground of another region.
fn price(sheet: &Sheet, region: Option<RegionNo>, at: CellAt) -> f64 {
    let stroke = if sheet.stroke(at).is_some() { 1.8 } else { 0.0 };
    let abroad = if region.is_some() && sheet.region(at) != region { 2.5 } else { 0.0 };
    let beside = [-1, 1].map(|x| CellAt { x: at.x + x, y: at.y });
    let cramped: f64 = beside.iter().filter(|&&at| sheet.stroke(at).is_some()).map(|_| 0.35).sum();
    stroke + abroad + cramped
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
