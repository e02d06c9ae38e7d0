//! The painting of a day on its base: grounds, borders, the front, markers, names.

use crate::gazetteer::PlaceNo;
use crate::picture::{Ink, Picture, Wash};
use crate::situation::Status;

use super::base::Base;
use super::beneath::Beneath;
use super::callout::{Callout, callouts};
use super::canvas::{Canvas, Kind};
use super::dotted;
use super::front::{front, tidy};
use super::grounds::grounds;
use super::keys::sign;
use super::label::Label;
use super::layer::Layer;
use super::leaders::Leader;
use super::lines::Lines;
use super::looks::{band, mark, marker, wash};
use super::network::Network;
use super::pockets;
use super::portrayal::Portrayal;
use super::scene::Scene;
use super::viewport::CellAt;

/// The map of a situation, over the lower layers of the same base.
#[must_use]
pub fn draw(base: &Base, beneath: &Beneath, scene: &Scene<'_>) -> Picture {
    let mut canvas = beneath.canvas.clone();
    let portrayal = beneath.portrayal;
    let shows = |layer| portrayal.layers.has(layer);
    match &base.lines {
        Lines::Routed(network) => {
            if shows(Layer::Pockets) {
                pocketed(network, scene, &mut canvas);
            }
            if shows(Layer::Front) {
                front(network, scene, &mut canvas);
            }
            if shows(Layer::Regions) {
                grounds(base, &scene.regions(), portrayal.is_patterned(), &mut canvas);
            }
        }
        Lines::Dotted(raster, splits) => dotted::draw(base, (raster, splits), beneath, scene, &mut canvas),
    }
    if shows(Layer::Places) {
        markers(base, portrayal, scene, &mut canvas);
        names(base, scene, &mut canvas);
        keys(base, scene, &mut canvas);
    }
    margin(base, portrayal, scene, &mut canvas);
    canvas.into_picture()
}

/// The outlines of pockets, over the borders that they follow.
fn pocketed(network: &Network, scene: &Scene<'_>, canvas: &mut Canvas) {
    for (arc, party) in pockets::outline(scene) {
        for &(at, _) in network.arcs.get(arc.index()).iter().flat_map(|drawn| &drawn.strokes) {
            canvas.put(at, ':', Ink::Pocket(party.role()));
        }
    }
}

/// The markers of all places.
fn markers(base: &Base, portrayal: Portrayal, scene: &Scene<'_>, canvas: &mut Canvas) {
    let placed = base.spots.of.iter().enumerate();
    for (index, at) in placed.filter_map(|(index, spot)| spot.map(|at| (index, at))) {
        let place = PlaceNo::from_index(index);
        let Some(standing) = scene.situation.standings.get(index) else { continue };
        let (glyph, ink) = marker(base.glyphs, standing, scene.gazetteer.seat == Some(place));
        let ink = if scene.selected == Some(place) { Ink::Selected } else { ink };
        for x in [at.x - 1, at.x + 1] {
            unfill(canvas, CellAt { x, ..at });
        }
        canvas.put(at, glyph, ink);
        // On its own ground, not on the band of the front.
        if canvas.cell(at).is_some_and(|cell| matches!(cell.wash(), Wash::Front | Wash::FrontToday)) {
            let washed = portrayal.layers.has(Layer::Regions);
            canvas.wash(at, if washed { wash(standing) } else { Wash::Bare });
        }
    }
    for &(at, ref places) in &base.spots.crowds {
        let chosen = scene.selected.is_some_and(|selected| places.contains(&selected));
        let ink = if chosen { Ink::Selected } else { Ink::Strong };
        canvas.put(at, sign(places.len()), ink);
    }
}

/// Takes the dot of a fill out of a cell.
fn unfill(canvas: &mut Canvas, at: CellAt) {
    if canvas.kind(at).is(Kind::FILL) {
        canvas.clear(at);
    }
}

/// Takes the dot of a fill or the stroke of an inner border out of a cell, so that letters stand free. Dots are not taken
/// for letters.
fn clear(base: &Base, canvas: &mut Canvas, at: CellAt) {
    let strokes = base.glyphs.grid().is_none();
    if canvas.kind(at).is(Kind::FILL) || strokes && canvas.kind(at).is(Kind::BORDER) {
        canvas.clear(at);
    }
}

/// The names, with a mark of doubt where a fall is doubtful and the seat's sign where its marker shows another status.
fn names(base: &Base, scene: &Scene<'_>, canvas: &mut Canvas) {
    let callouts = callouts(base, scene);
    let makes_way = |place: PlaceNo| callouts.iter().any(|callout| callout.over.contains(&place));
    for (place, label) in scene.gazetteer.numbers().zip(&base.labels) {
        if let Some(label) = label.as_ref().filter(|_| !makes_way(place)) {
            name(base, scene, (place, label), canvas);
        }
    }
    for Callout { place, label, .. } in &callouts {
        name(base, scene, (*place, label), canvas);
    }
}

/// A name with what belongs to it.
fn name(base: &Base, scene: &Scene<'_>, (place, label): (PlaceNo, &Label), canvas: &mut Canvas) {
    let Some(standing) = scene.situation.standings.get(place.index()) else { return };
    let ink = match standing {
        _ if scene.selected == Some(place) => Ink::Selected,
        standing if standing.today => Ink::LabelToday,
        _ if scene.changed.is_some_and(|changed| changed.concerns(place)) => Ink::LabelToday,
        _ => Ink::Label,
    };
    let stand = label.stand;
    for at in stand.led() {
        let stroke = stand.leader.map_or(' ', Leader::stroke);
        canvas.put(at, base.glyphs.sign(stroke), Ink::Faint);
    }
    for side in stand.sides() {
        clear(base, canvas, side);
    }
    if let Some(between) = base.spot(place).and_then(|spot| stand.between(spot)) {
        canvas.clear(between);
    }
    canvas.write(stand.at, &label.text, ink);
    if let Some(mark) = mark(base.glyphs, scene, place, standing) {
        let at = stand.mark();
        canvas.put(at, mark, ink);
        unfill(canvas, CellAt { x: at.x + 1, ..at });
    }
    if base.glyphs.grid().is_none() {
        for &at in &label.borders {
            tidy(canvas, at);
        }
    }
}

/// The names of places that share a cell.
fn keys(base: &Base, scene: &Scene<'_>, canvas: &mut Canvas) {
    for key in &base.keys {
        canvas.put(key.at, sign(key.count), Ink::Strong);
        canvas.put(CellAt { x: key.at.x + 2, ..key.at }, '=', Ink::Faint);
        for (place, name, at, spot) in key.entries() {
            let Some(standing) = scene.situation.standings.get(place.index()) else { continue };
            let (glyph, ink) = marker(base.glyphs, standing, scene.gazetteer.seat == Some(place));
            let chosen = scene.selected == Some(place);
            canvas.write(at, name, if chosen { Ink::Selected } else { Ink::Label });
            canvas.put(spot, glyph, if chosen { Ink::Selected } else { ink });
            if let Some(mark) = mark(base.glyphs, scene, place, standing) {
                canvas.put(CellAt { x: spot.x + 1, ..spot }, mark, Ink::Label);
            }
        }
    }
}

/// What stands around the country: the legend, the names of the neighbours.
fn margin(base: &Base, portrayal: Portrayal, scene: &Scene<'_>, canvas: &mut Canvas) {
    let fallen = scene.situation.standings.iter().find(|standing| standing.status == Status::Fallen);
    // Before the first fall there is no party to show; the first one after the home party's stands in.
    let party = fallen.map_or(1, |standing| standing.holder.role());
    let pocketed = scene.situation.pockets.first().map_or(party, |pocket| pocket.party.role());
    let seat = scene.gazetteer.seat.and_then(|seat| scene.situation.standings.get(seat.index()));
    for (at, words, ink) in base.legend.texts(base.glyphs, portrayal.is_patterned(), [party, pocketed]) {
        let words = match scene.changed {
            // Then its sign stands behind another one, which says how it is.
            _ if words == "seat, held" && seat.is_some_and(|seat| seat.status != Status::Held) => "seat".into(),
            Some(difference) if difference.one_day => {
                words.replace("fell today", "differs").replace("today", "diff.").into()
            }
            Some(_) => words.replace("today", "since").into(),
            None => words,
        };
        canvas.write(at, &words, ink);
        if let Some(band) = band(ink).filter(|_| base.glyphs.grid().is_none()) {
            canvas.wash(at, band);
        }
    }
    for (at, name) in base.abroad.names.iter().filter(|_| portrayal.layers.has(Layer::Neighbours)) {
        canvas.write(*at, name, Ink::NeighbourName);
    }
}
