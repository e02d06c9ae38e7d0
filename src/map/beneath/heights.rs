//! The heights of places, under or over their names, on close views.

use crate::gazetteer::Gazetteer;
use crate::map::base::Base;
use crate::map::label::columns_of;
use crate::map::viewport::CellAt;
use crate::picture::{Ink, Picture};
use crate::text;

use super::is_free;

/// From so many times the view of everything on.
const CLOSE: f64 = 4.0;

/// Writes the height of every place with a name, where there is room beside the name.
pub(super) fn draw(base: &Base, gazetteer: &Gazetteer, picture: &mut Picture) {
    if base.view.closer() < CLOSE {
        return;
    }
    for (place, label) in gazetteer.places.iter().zip(&base.labels) {
        let Some((metres, label)) = place.elevation_m.zip(label.as_ref()) else { continue };
        let height = format!("{} m", text::grouped(metres));
        let rows = [label.stand.at.y + 1, label.stand.at.y - 1].map(|y| CellAt { x: label.stand.at.x, y });
        if let Some(at) = rows.into_iter().find(|&at| fits(base, at, &height)) {
            picture.write(at.x, at.y, &height, Ink::Faint);
        }
    }
}

/// Whether a text fits from a cell on, with a blank on each side.
fn fits(base: &Base, at: CellAt, text: &str) -> bool {
    let width = columns_of(text);
    (at.x - 1..=at.x + width).map(|x| CellAt { x, ..at }).all(|cell| base.view.holds(cell) && is_free(base, cell))
}
