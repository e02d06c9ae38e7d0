//! Keys: the names of places that share a cell, in a line where the map is empty.
//!
//! The cell shows how many there are, the line `2 = Charikar o  Mahmud-e-Raqi o` who they are and how they stand.

use crate::gazetteer::{Gazetteer, PlaceNo};

use super::label::columns_of;
use super::sheet::Sheet;
use super::spots::Spots;
use super::viewport::{CellAt, Viewport};

/// The names of the places of one cell.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Key {
    /// The cell of the number.
    pub(super) at: CellAt,
    /// How many places there are.
    pub(super) count: usize,
    /// The places, each with its name and the cell that the name begins in.
    pub(super) names: Vec<(PlaceNo, String, CellAt)>,
}

/// The sign of a cell that several places share: their number, and 9 for more.
pub(super) fn sign(count: usize) -> char {
    u32::try_from(count).ok().and_then(|count| char::from_digit(count, 10)).unwrap_or('9')
}

/// The keys that there is room for, from the bottom up; names in full, else their shortest form.
pub(super) fn keys(gazetteer: &Gazetteer, spots: &Spots, view: &Viewport, sheet: &mut Sheet) -> Vec<Key> {
    let mut keys = Vec::new();
    for (_, places) in &spots.crowds {
        let place = |shortest: bool| {
            let names: Vec<(PlaceNo, String)> =
                places.iter().map(|&place| (place, form(gazetteer, place, shortest))).collect();
            let width = 3 + names.iter().map(|(_, name)| columns_of(name) + 4).sum::<i32>();
            room(width, view, sheet).map(|at| (names, at, width))
        };
        let Some((names, at, width)) = place(false).or_else(|| place(true)) else { continue };
        sheet.letter(at.y, at.x, at.x + width);
        let mut x = at.x + 4;
        let put = |(place, name): (PlaceNo, String)| {
            let begin = CellAt { x, y: at.y };
            x += columns_of(&name) + 4;
            (place, name, begin)
        };
        keys.push(Key { at, count: places.len(), names: names.into_iter().map(put).collect() });
    }
    keys
}

impl Key {
    /// The places with their names, where those begin, and where the marker stands; a mark of doubt follows it.
    pub(super) fn entries(&self) -> impl Iterator<Item = (PlaceNo, &str, CellAt, CellAt)> {
        self.names.iter().map(|(place, name, at)| {
            let marker = CellAt { x: at.x + columns_of(name) + 1, y: at.y };
            (*place, name.as_str(), *at, marker)
        })
    }
}

fn form(gazetteer: &Gazetteer, place: PlaceNo, shortest: bool) -> String {
    let place = gazetteer.place(place);
    let short = [&place.code, &place.short].into_iter().find(|form| !form.is_empty()).filter(|_| shortest);
    short.unwrap_or(&place.name).to_string()
}

/// The lowest stretch of so many empty cells in a row.
fn room(width: i32, view: &Viewport, sheet: &Sheet) -> Option<CellAt> {
    (0..i32::from(view.height())).rev().find_map(|y| {
        let mut free = 0;
        for x in 0..i32::from(view.width()) {
            free = if sheet.filled().has(CellAt { x, y }) { 0 } else { free + 1 };
            // One more than the key, so that it does not touch what stands before it.
            if free > width {
                return Some(CellAt { x: x + 1 - width, y });
            }
        }
        None
    })
}
