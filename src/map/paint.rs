//! The painting of a day on its base: grounds, borders, the front, markers, names.

use crate::gazetteer::{PlaceNo, RegionNo};
use crate::picture::{Cell, Ink, Picture, Wash};
use crate::situation::{Standing, Status};

use super::base::Base;
use super::beneath::Beneath;
use super::dotted;
use super::front::{front, is_front, tidy};
use super::keys::sign;
use super::layer::Layer;
use super::leaders::Leader;
use super::lines::Lines;
use super::looks::{band, fill, mark, marker, takes_fill, wash};
use super::network::Network;
use super::pockets;
use super::scene::Scene;
use super::viewport::CellAt;

/// The map of a situation, over the lower layers of the same base.
#[must_use]
pub fn draw(base: &Base, beneath: &Beneath, scene: &Scene<'_>) -> Picture {
    let mut picture = beneath.picture.clone();
    let shows = |layer| scene.layers.has(layer);
    match &base.lines {
        Lines::Routed(network) => {
            if shows(Layer::Pockets) {
                pocketed(network, scene, &mut picture);
            }
            if shows(Layer::Front) {
                front(network, scene, &mut picture);
            }
            if shows(Layer::Regions) {
                grounds(base, scene, &mut picture);
            }
        }
        Lines::Dotted(raster, splits) => dotted::draw(base, raster, splits, scene, &mut picture),
    }
    if shows(Layer::Places) {
        markers(base, scene, &mut picture);
        names(base, scene, &mut picture);
        keys(base, scene, &mut picture);
    }
    margin(base, scene, &mut picture);
    picture
}

/// The wash of every cell, and the fill of those that no line runs through; on a wide panel with a blank beside a line.
fn grounds(base: &Base, scene: &Scene<'_>, picture: &mut Picture) {
    let gap = !base.view.narrow();
    let regions = (0..scene.gazetteer.regions.len()).map(RegionNo::from_index);
    let standings: Vec<Option<&Standing>> = regions.map(|region| scene.region(region)).collect();
    for y in 0..base.view.height() {
        let row = picture.row_mut(y);
        for (x, region) in base.sheet.regions(y).iter().enumerate() {
            let Some(standing) = region.and_then(|region| standings[region.index()]) else { continue };
            if !is_front(row[x]) {
                row[x].set_wash(wash(standing));
            }
            let line = |x: usize| row.get(x).copied().is_some_and(is_line);
            if takes_fill(row[x]) && !(gap && (line(x.wrapping_sub(1)) || line(x + 1))) {
                let at = CellAt { x: i32::try_from(x).unwrap_or(i32::MAX), y: y.into() };
                if let Some(ink) = fill(standing, at) {
                    row[x].glyph = '.';
                    row[x].set_ink(ink);
                }
            }
        }
    }
}

/// The outlines of pockets, over the borders that they follow.
fn pocketed(network: &Network, scene: &Scene<'_>, picture: &mut Picture) {
    for (arc, party) in pockets::outline(scene) {
        for &(at, _) in network.arcs.get(arc.index()).iter().flat_map(|drawn| &drawn.strokes) {
            picture.put(at.x, at.y, ':', Ink::Pocket(party.role()));
        }
    }
}

fn is_line(cell: Cell) -> bool {
    is_front(cell) || matches!(cell.ink(), Ink::Border | Ink::Outline | Ink::Pocket(_))
}

/// The markers of all places.
fn markers(base: &Base, scene: &Scene<'_>, picture: &mut Picture) {
    let placed = base.spots.of.iter().enumerate();
    for (index, at) in placed.filter_map(|(index, spot)| spot.map(|at| (index, at))) {
        let place = PlaceNo::from_index(index);
        let Some(standing) = scene.situation.standings.get(index) else { continue };
        let (glyph, ink) = marker(base.glyphs, standing, scene.gazetteer.seat == Some(place));
        let ink = if scene.selected == Some(place) { Ink::Selected } else { ink };
        for x in [at.x - 1, at.x + 1] {
            unfill(picture, CellAt { x, ..at });
        }
        picture.put(at.x, at.y, glyph, ink);
        // On its own ground, not on the band of the front.
        if picture.cell(at.x, at.y).is_some_and(|cell| matches!(cell.wash(), Wash::Front | Wash::FrontToday)) {
            let washed = scene.layers.has(Layer::Regions);
            picture.wash(at.x, at.y, if washed { wash(standing) } else { Wash::Bare });
        }
    }
    for (at, places) in &base.spots.crowds {
        let chosen = scene.selected.is_some_and(|selected| places.contains(&selected));
        let ink = if chosen { Ink::Selected } else { Ink::Strong };
        picture.put(at.x, at.y, sign(places.len()), ink);
    }
}

/// Takes the dot of a fill out of a cell.
fn unfill(picture: &mut Picture, at: CellAt) {
    let fill = |cell: Cell| matches!(cell.ink(), Ink::Fill(_) | Ink::FillDisputed);
    if picture.cell(at.x, at.y).is_some_and(fill) {
        picture.put(at.x, at.y, ' ', Ink::Plain);
    }
}

/// Takes the dot of a fill or the stroke of an inner border out of a cell, so that letters stand free. Dots are not taken
/// for letters.
fn clear(base: &Base, picture: &mut Picture, at: CellAt) {
    let strokes = base.lines.grid().is_none();
    let fill = |ink| matches!(ink, Ink::Fill(_) | Ink::FillDisputed);
    let light = |cell: Cell| fill(cell.ink()) || strokes && cell.ink() == Ink::Border;
    if picture.cell(at.x, at.y).is_some_and(light) {
        picture.put(at.x, at.y, ' ', Ink::Plain);
    }
}

/// The names, with a mark of doubt where a fall is doubtful and the seat's sign where its marker shows another status.
fn names(base: &Base, scene: &Scene<'_>, picture: &mut Picture) {
    let named = base.labels.iter().enumerate();
    for (index, label) in named.filter_map(|(index, label)| label.as_ref().map(|label| (index, label))) {
        let place = PlaceNo::from_index(index);
        let Some(standing) = scene.situation.standings.get(index) else { continue };
        let ink = match standing {
            _ if scene.selected == Some(place) => Ink::Selected,
            standing if standing.today => Ink::LabelToday,
            _ if scene.changed.is_some_and(|changed| changed.concerns(place)) => Ink::LabelToday,
            _ => Ink::Label,
        };
        let stand = label.stand;
        for at in stand.led() {
            let stroke = stand.leader.map_or(' ', Leader::stroke);
            picture.put(at.x, at.y, base.glyphs.sign(stroke), Ink::Faint);
        }
        for side in stand.sides() {
            clear(base, picture, side);
        }
        if let Some(between) = base.spot(place).and_then(|spot| stand.between(spot)) {
            picture.put(between.x, between.y, ' ', Ink::Plain);
        }
        picture.write(stand.at.x, stand.at.y, &label.text, ink);
        if let Some(mark) = mark(base.glyphs, scene, place, standing) {
            let at = stand.mark();
            picture.put(at.x, at.y, mark, ink);
            unfill(picture, CellAt { x: at.x + 1, ..at });
        }
        if base.lines.grid().is_none() {
            stand.around().for_each(|at| tidy(picture, at));
        }
    }
}

/// The names of places that share a cell.
fn keys(base: &Base, scene: &Scene<'_>, picture: &mut Picture) {
    for key in &base.keys {
        picture.put(key.at.x, key.at.y, sign(key.count), Ink::Strong);
        picture.put(key.at.x + 2, key.at.y, '=', Ink::Faint);
        for (place, name, at, spot) in key.entries() {
            let Some(standing) = scene.situation.standings.get(place.index()) else { continue };
            let (glyph, ink) = marker(base.glyphs, standing, scene.gazetteer.seat == Some(place));
            let chosen = scene.selected == Some(place);
            picture.write(at.x, at.y, name, if chosen { Ink::Selected } else { Ink::Label });
            picture.put(spot.x, spot.y, glyph, if chosen { Ink::Selected } else { ink });
            if let Some(mark) = mark(base.glyphs, scene, place, standing) {
                picture.put(spot.x + 1, spot.y, mark, Ink::Label);
            }
        }
    }
}

/// What stands around the country: the legend, the names of the neighbours.
fn margin(base: &Base, scene: &Scene<'_>, picture: &mut Picture) {
    let fallen = scene.situation.standings.iter().find(|standing| standing.status == Status::Fallen);
    // Before the first fall there is no party to show; the first one after the home party's stands in.
    let party = fallen.map_or(1, |standing| standing.holder.role());
    for (at, words, ink) in base.legend.texts(base.glyphs, scene.patterned, party) {
        let words = match scene.changed {
            Some(difference) if difference.one_day => words.replace("fell today", "differs").replace("today", "diff."),
            Some(_) => words.replace("today", "since"),
            None => words,
        };
        picture.write(at.x, at.y, &words, ink);
        if let Some(band) = band(ink).filter(|_| base.lines.grid().is_none()) {
            picture.wash(at.x, at.y, band);
        }
    }
    for (at, name) in base.abroad.names.iter().filter(|_| scene.layers.has(Layer::Neighbours)) {
        picture.write(at.x, at.y, name, Ink::NeighbourName);
    }
}
