//! The painting of a day on its base: grounds, borders, the front, markers, names.

use crate::gazetteer::{ArcNo, Gazetteer, PlaceNo, RegionNo};
use crate::picture::{Cell, Ink, Picture, Wash};
use crate::situation::{Situation, Standing, Status};

use super::base::Base;
use super::chain::Class;
use super::lattice;
use super::viewport::CellAt;

/// Up to this many columns, borders between regions of one holder are left out.
const NARROW: u16 = 55;

/// What is shown on a base: a situation, and what is selected.
#[derive(Clone, Copy, Debug)]
pub struct Scene<'a> {
    /// The gazetteer that the base was made of.
    pub gazetteer: &'a Gazetteer,
    /// Who holds what.
    pub situation: &'a Situation,
    /// The place that is selected.
    pub selected: Option<PlaceNo>,
}

/// The map of a situation.
#[must_use]
pub fn draw(base: &Base, scene: &Scene<'_>) -> Picture {
    let mut picture = Picture::new(base.view.width(), base.view.height());
    borders(base, &mut picture);
    front(base, scene, &mut picture);
    grounds(base, scene, &mut picture);
    markers(base, scene, &mut picture);
    names(base, scene, &mut picture);
    margin(base, scene, &mut picture);
    picture
}

impl Scene<'_> {
    fn region(&self, region: RegionNo) -> Option<&Standing> {
        let capital = self.gazetteer.region(region).capital?;
        self.situation.standings.get(capital.index())
    }
}

/// The wash of every cell, and the fill of those that no line runs through; on a wide panel with a blank beside a line.
fn grounds(base: &Base, scene: &Scene<'_>, picture: &mut Picture) {
    let gap = base.view.width() > NARROW;
    for y in 0..i32::from(base.view.height()) {
        for x in 0..i32::from(base.view.width()) {
            let at = CellAt { x, y };
            let soil = base.sheet.soil(at);
            let Some(standing) = soil.region.and_then(|region| scene.region(region)) else { continue };
            picture.wash(x, y, wash(standing));
            let line = |x: i32| picture.cell(x, y).is_some_and(is_line);
            let free = !line(x) && !(gap && (line(x - 1) || line(x + 1)));
            if free && let Some(ink) = fill(standing, at) {
                picture.put(x, y, '.', ink);
            }
        }
    }
}

fn wash(standing: &Standing) -> Wash {
    match standing.status {
        Status::Disputed => Wash::Disputed,
        Status::Fallen if standing.today => Wash::Today(standing.holder.role()),
        _ => Wash::Party(standing.holder.role()),
    }
}

/// The ink of a dot in a cell, if the pattern of its ground has one there.
fn fill(standing: &Standing, at: CellAt) -> Option<Ink> {
    match standing.status {
        Status::Fallen => Some(Ink::Fill(standing.holder.role())),
        Status::Disputed => (at.x + 2 * (at.y % 2)).rem_euclid(4).eq(&0).then_some(Ink::FillDisputed),
        Status::Contested | Status::Held => None,
    }
}

/// The borders that are no front.
fn borders(base: &Base, picture: &mut Picture) {
    let narrow = base.view.width() <= NARROW;
    for class in [Class::Inner, Class::Outline] {
        let ink = if class == Class::Outline { Ink::Outline } else { Ink::Border };
        if narrow && class == Class::Inner {
            continue;
        }
        let mut drawn: Vec<(CellAt, u8)> = Vec::new();
        for (arc, _) in base.network.arcs.iter().zip(&base.network.classes).filter(|(_, own)| **own == Some(class)) {
            drawn.extend(&arc.strokes);
        }
        for (at, glyph) in drawn {
            let there = picture.cell(at.x, at.y).filter(|cell| matches!(cell.ink, Ink::Border | Ink::Outline));
            let there = there.and_then(|cell| u8::try_from(cell.glyph).ok());
            let glyph = there.map_or(glyph, |there| lattice::merge(there, glyph));
            picture.put(at.x, at.y, char::from(glyph), ink);
        }
    }
}

/// The front, over the borders that it follows.
fn front(base: &Base, scene: &Scene<'_>, picture: &mut Picture) {
    let mut covered = Vec::new();
    for &arc in &scene.situation.front.arcs {
        let ink = if fell_today(scene, arc) { Ink::FrontToday } else { Ink::Front };
        for &(at, _) in base.network.arcs.get(arc.index()).iter().flat_map(|drawn| &drawn.strokes) {
            covered.extend(picture.cell(at.x, at.y).filter(|cell| !is_front(*cell)).map(|cell| (at, cell)));
            picture.put(at.x, at.y, '#', ink);
        }
    }
    for (at, cell) in covered {
        if spare(picture, at) {
            let outline = cell.ink == Ink::Outline;
            picture.put(
                at.x,
                at.y,
                if outline { cell.glyph } else { ' ' },
                if outline { cell.ink } else { Ink::Plain },
            );
        }
    }
}

fn is_line(cell: Cell) -> bool {
    is_front(cell) || matches!(cell.ink, Ink::Border | Ink::Outline)
}

fn is_front(cell: Cell) -> bool {
    matches!(cell.ink, Ink::Front | Ink::FrontToday)
}

/// The eight cells around a cell, in turn.
const AROUND: [(i32, i32); 8] = [(-1, -1), (0, -1), (1, -1), (1, 0), (1, 1), (0, 1), (-1, 1), (-1, 0)];

/// Whether the front hangs together without one of its cells: whether those around it touch each other, and are more than
/// one. So a line is thinned to one cell but never broken nor shortened.
fn spare(picture: &Picture, at: CellAt) -> bool {
    let front_at = |x: i32, y: i32| picture.cell(x, y).is_some_and(is_front);
    let around = AROUND.map(|(x, y)| front_at(at.x + x, at.y + y));
    // Two of the ring touch if they follow each other, or if only a corner lies between them.
    let side = |index: usize| around[index % 8];
    let groups = [1, 3, 5, 7].into_iter().filter(|&index| !side(index) && (side(index + 1) || side(index + 2))).count();
    front_at(at.x, at.y) && groups == 1 && around.into_iter().filter(|&front| front).count() > 1
}

/// Whether a region on either side of an arc fell today.
fn fell_today(scene: &Scene<'_>, arc: ArcNo) -> bool {
    let regions = scene.gazetteer.borders.arc(arc).regions();
    regions.into_iter().flatten().any(|region| scene.region(region).is_some_and(|standing| standing.today))
}

/// The markers of all places.
fn markers(base: &Base, scene: &Scene<'_>, picture: &mut Picture) {
    let placed = base.spots.of.iter().enumerate();
    for (index, at) in placed.filter_map(|(index, spot)| spot.map(|at| (index, at))) {
        let place = PlaceNo::from_index(index);
        let Some(standing) = scene.situation.standings.get(index) else { continue };
        let (glyph, ink) = marker(standing, scene.gazetteer.seat == Some(place));
        let ink = if scene.selected == Some(place) { Ink::Selected } else { ink };
        for x in [at.x - 1, at.x + 1] {
            unfill(picture, CellAt { x, ..at });
        }
        picture.put(at.x, at.y, glyph, ink);
    }
    for (at, places) in &base.spots.crowds {
        let count = u32::try_from(places.len()).unwrap_or(9).min(9);
        let chosen = scene.selected.is_some_and(|selected| places.contains(&selected));
        let ink = if chosen { Ink::Selected } else { Ink::Strong };
        picture.put(at.x, at.y, char::from_digit(count, 10).unwrap_or('9'), ink);
    }
}

/// The marker of a place and its role.
pub(super) fn marker(standing: &Standing, seat: bool) -> (char, Ink) {
    match standing.status {
        Status::Held if seat => ('@', Ink::Seat),
        Status::Held => ('o', Ink::Held),
        Status::Contested => ('!', Ink::Contested),
        Status::Disputed => ('?', Ink::Disputed),
        Status::Fallen if standing.today => ('X', Ink::Today(standing.holder.role())),
        Status::Fallen => ('x', Ink::Fallen(standing.holder.role())),
    }
}

/// Takes the dot of a fill out of a cell.
fn unfill(picture: &mut Picture, at: CellAt) {
    let fill = |cell: Cell| matches!(cell.ink, Ink::Fill(_) | Ink::FillDisputed);
    if picture.cell(at.x, at.y).is_some_and(fill) {
        picture.put(at.x, at.y, ' ', Ink::Plain);
    }
}

/// Takes the dot of a fill or the stroke of an inner border out of a cell, so that letters stand free.
fn clear(picture: &mut Picture, at: CellAt) {
    let light = |cell: Cell| matches!(cell.ink, Ink::Fill(_) | Ink::FillDisputed | Ink::Border);
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
            _ => Ink::Label,
        };
        for side in label.sides() {
            clear(picture, side);
        }
        if let Some(between) = base.spot(place).and_then(|spot| label.between(spot)) {
            picture.put(between.x, between.y, ' ', Ink::Plain);
        }
        picture.write(label.at.x, label.at.y, &label.text, ink);
        let seat = scene.gazetteer.seat == Some(place) && standing.status != Status::Held;
        let mark = if seat { Some('@') } else { standing.doubtful.then_some('?') };
        if let Some(mark) = mark {
            let at = label.mark();
            picture.put(at.x, at.y, mark, ink);
            unfill(picture, CellAt { x: at.x + 1, ..at });
        }
    }
}

/// What stands around the country: the legend, the names of the neighbours.
fn margin(base: &Base, scene: &Scene<'_>, picture: &mut Picture) {
    let fallen = scene.situation.standings.iter().find(|standing| standing.status == Status::Fallen);
    // Before the first fall there is no party to show; the first one after the home party's stands in.
    let party = fallen.map_or(1, |standing| standing.holder.role());
    for (at, words, ink) in base.legend.texts(party) {
        picture.write(at.x, at.y, &words, ink);
    }
    for (at, name) in &base.abroad {
        picture.write(at.x, at.y, name, Ink::NeighbourName);
    }
}
