//! How a place and its ground look on any map: wash, fill, marker, mark.

use crate::gazetteer::PlaceNo;
use crate::picture::{Ink, Wash};
use crate::situation::{Standing, Status};

use super::glyphs::GlyphSet;
use super::scene::Scene;
use super::viewport::CellAt;

/// The wash of the ground of a place.
pub(super) fn wash(standing: &Standing) -> Wash {
    match standing.status {
        Status::Disputed => Wash::Disputed,
        Status::Fallen if standing.today => Wash::Today(standing.holder.role()),
        _ => Wash::Party(standing.holder.role()),
    }
}

/// The wash under a sign of the front, which leaves most of its cell free: the front is a band.
pub(super) fn band(ink: Ink) -> Option<Wash> {
    match ink {
        Ink::Front => Some(Wash::Front),
        Ink::FrontToday => Some(Wash::FrontToday),
        _ => None,
    }
}

/// The ink of a dot in a cell, if the pattern of its ground has one there.
pub(super) fn fill(standing: &Standing, at: CellAt) -> Option<Ink> {
    match standing.status {
        Status::Fallen => Some(Ink::Fill(standing.holder.role())),
        Status::Disputed => (at.x + 2 * (at.y % 2)).rem_euclid(4).eq(&0).then_some(Ink::FillDisputed),
        Status::Contested | Status::Held => None,
    }
}

/// The marker of a place and its role.
pub(super) fn marker(glyphs: GlyphSet, standing: &Standing, seat: bool) -> (char, Ink) {
    let (sign, ink) = match standing.status {
        Status::Held if seat => ('@', Ink::Seat),
        Status::Held => ('o', Ink::Held),
        Status::Contested => ('!', Ink::Contested),
        Status::Disputed => ('?', Ink::Disputed),
        Status::Fallen if standing.today => ('X', Ink::Today(standing.holder.role())),
        Status::Fallen => ('x', Ink::Fallen(standing.holder.role())),
    };
    (glyphs.sign(sign), ink)
}

/// The mark behind a name: the seat's sign where its marker shows another status, or a mark of doubt.
pub(super) fn mark(glyphs: GlyphSet, scene: &Scene<'_>, place: PlaceNo, standing: &Standing) -> Option<char> {
    let seat = scene.gazetteer.seat == Some(place) && standing.status != Status::Held;
    if seat { Some(glyphs.sign('@')) } else { standing.doubtful.then_some('?') }
}
