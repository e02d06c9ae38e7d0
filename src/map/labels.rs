//! Where the names of the places stand. Placed once a view, so that no step of time moves a name.
//!
//! Every place has some thirty candidates (three forms of the name, ten positions), whose prices depend on what they cover;
//! [`arrange`](super::arrange) picks among them.

use std::cmp::Reverse;

use crate::gazetteer::{Gazetteer, Place, PlaceNo, RegionNo};

use super::arrange::{Candidate, Search};
use super::cells::CellSet;
use super::chain::Class;
use super::label::{Label, Stand, columns_of};
use super::leaders::leaders;
use super::price::Price;
use super::sheet::Sheet;
use super::spots::Spots;
use super::viewport::CellAt;

/// At most so many places get a name; beyond that a map is read by its markers.
const MOST: usize = 600;

/// What the name, its short form and its code cost: three letters only where nothing else will do.
const FORMS: [Price; 3] = [0, 22, 110];

/// A name dearer than this looks for room farther off, at the end of a leader line.
const CRAMPED: Price = 90;

/// The names of a view with so many rows, by place number.
pub(super) fn labels(gazetteer: &Gazetteer, spots: &Spots, rows: u16, sheet: &mut Sheet) -> Vec<Option<Label>> {
    let ranked = ranking(gazetteer, spots);
    let beside = |&(place, spot): &(PlaceNo, CellAt)| candidates(gazetteer.place(place), spot, beside);
    let mut choice: Vec<Vec<Candidate>> = ranked.iter().map(beside).collect();
    let covered = |rank: usize, stand: &Stand| {
        let (place, spot) = ranked[rank];
        covered(gazetteer.place(place).region, spot, stand, sheet)
    };
    let mut chosen = Search::new(&mut choice, rows, covered).run();
    let cramped = |own: &[Candidate], chosen: Option<usize>| chosen.is_none_or(|index| own[index].price > CRAMPED);
    let mut again = false;
    for ((own, chosen), &(place, spot)) in choice.iter_mut().zip(&chosen).zip(&ranked) {
        if cramped(own, *chosen) {
            own.extend(candidates(gazetteer.place(place), spot, apart));
            again = true;
        }
    }
    if again {
        chosen = Search::new(&mut choice, rows, covered).run();
    }
    let mut labels = vec![None; gazetteer.places.len()];
    for ((&(place, _), own), chosen) in ranked.iter().zip(&choice).zip(chosen) {
        let Some(Candidate { stand, form, .. }) = chosen.map(|index| own[index]) else { continue };
        sheet.letter(stand.at.y, stand.at.x, stand.kept());
        stand.led().for_each(|at| sheet.letter(at.y, at.x, at.x + 1));
        labels[place.index()] = Some(named(forms(gazetteer.place(place))[form], stand, sheet));
    }
    labels
}

/// The places that stand alone in their cell, the seat first, then the largest first.
fn ranking(gazetteer: &Gazetteer, spots: &Spots) -> Vec<(PlaceNo, CellAt)> {
    let mut alone = spots.of.clone();
    for place in spots.crowds.iter().flat_map(|(_, places)| places) {
        alone[place.index()] = None;
    }
    let mut ranked: Vec<(PlaceNo, CellAt)> =
        gazetteer.numbers().zip(alone).filter_map(|(place, spot)| spot.map(|spot| (place, spot))).collect();
    ranked.sort_by_key(|&(place, _)| {
        let people = gazetteer.place(place).population.as_ref().map_or(0, |population| population.count);
        (gazetteer.seat != Some(place), Reverse(people))
    });
    ranked.truncate(MOST);
    ranked
}

/// A name that stands somewhere.
pub(super) fn named(text: &str, stand: Stand, sheet: &Sheet) -> Label {
    let borders = stand.around().filter(|&at| sheet.stroke(at) == Some(Class::Inner)).collect();
    Label { stand, text: text.to_owned(), borders }
}

/// The forms of the name of a place: in full, short, as a code. Not every place has all.
pub(super) fn forms(place: &Place) -> [&str; 3] {
    [&place.name, &place.short, &place.code]
}

/// Where the forms of the name of a place might stand: at the given positions for so many columns.
fn candidates<P: IntoIterator<Item = (Stand, Price)>>(
    place: &Place,
    spot: CellAt,
    positions: impl Fn(CellAt, i32) -> P,
) -> Vec<Candidate> {
    let mut candidates = Vec::with_capacity(30);
    for (form, (name, shortening)) in forms(place).into_iter().zip(FORMS).enumerate() {
        if name.is_empty() {
            continue;
        }
        for (stand, price) in positions(spot, columns_of(name)) {
            candidates.push(Candidate { stand, form, price: price + shortening, known: false });
        }
    }
    candidates
}

/// The positions beside a marker, each with its price.
pub(super) fn beside(spot: CellAt, width: i32) -> impl Iterator<Item = (Stand, Price)> {
    positions(width).into_iter().map(move |((x, y), left, price)| {
        let at = CellAt { x: spot.x + x, y: spot.y + y };
        (Stand { at, width, left, leader: None }, price)
    })
}

/// The positions at the ends of leader lines, each with its price.
pub(super) fn apart(spot: CellAt, width: i32) -> impl Iterator<Item = (Stand, Price)> {
    let stand = move |at, leader| Stand { at, width, left: false, leader: Some(leader) };
    leaders(spot, width).map(move |(leader, at, price)| (stand(at, leader), price))
}

/// Where a name of so many columns may begin, from its marker; whether that is left of it; and the price.
fn positions(width: i32) -> [((i32, i32), bool, Price); 10] {
    let middle = width / 2;
    [
        ((2, 0), false, 0),
        ((-1 - width, 0), true, 3),
        ((-middle, 1), false, 17),
        ((-middle, -1), false, 18),
        ((0, 1), false, 19),
        ((0, -1), false, 20),
        ((1 - width, 1), false, 21),
        ((1 - width, -1), false, 22),
        ((1, 1), false, 32),
        ((1, -1), false, 34),
    ]
}

/// What a label of a place in a region covers, as a price; none if it may not stand there, for one because of the markers
/// of others.
fn covered(region: Option<RegionNo>, spot: CellAt, stand: &Stand, sheet: &Sheet) -> Option<Price> {
    let CellAt { x, y } = stand.at;
    let barred = !sheet.holds(y, x, stand.kept()) || sheet.taken().any(y, x, stand.kept());
    if barred || misleads(spot, stand, sheet.markers()) {
        return None;
    }
    // A stroke between marker and name is left out when they are painted.
    let between = stand.between(spot).is_some_and(|at| sheet.stroke(at).is_some());
    let beside = stand.sides().map(|at| match sheet.stroke(at) {
        Some(Class::Outline) => 7,
        Some(Class::Inner) => 3,
        None => 0,
    });
    let strokes = if between { 10 } else { 0 } + beside.into_iter().sum::<Price>();
    Some(strokes + lettered(region, stand, sheet)? + led(stand, sheet)?)
}

/// What the letters of a label cover, as a price. The cell of the mark of doubt is seldom used: it may stand on anything.
fn lettered(region: Option<RegionNo>, stand: &Stand, sheet: &Sheet) -> Option<Price> {
    let mut price = 0;
    let mut strokes = None;
    for (ground, stroke) in sheet.stretch(stand.at.y, stand.at.x, stand.end()) {
        price += match stroke {
            // Where the outline is the only line that always shows, it should not be broken.
            Some(Class::Outline) if sheet.narrow() => 26,
            Some(Class::Outline) => 18,
            Some(Class::Inner) => 9,
            None if ground.is_none() => 1,
            None if ground != region => 4,
            None => 0,
        };
        strokes = strokes.max(stroke);
    }
    // On some day any border may be the front, over which no name stands if another position is free.
    let broken = match strokes {
        None => 0,
        // A leader leads to a free place or nowhere.
        Some(_) if stand.leader.is_some() => return None,
        Some(_) if sheet.narrow() => 10,
        Some(Class::Outline) => 10,
        Some(Class::Inner) => 30,
    };
    Some(price + broken)
}

/// What the leader of a label covers, as a price.
fn led(stand: &Stand, sheet: &Sheet) -> Option<Price> {
    let mut price = 0;
    for at in stand.led() {
        let crosses = sheet.stroke(at);
        let free = sheet.holds(at.y, at.x, at.x + 1) && !sheet.taken().has(at);
        if !free || crosses == Some(Class::Outline) {
            return None;
        }
        price += if crosses.is_some() { 25 } else { 0 };
    }
    Some(price)
}

/// Whether a label might be taken for that of another marker: one beside it in its row or, if its own stands above or
/// below, any that touches it.
pub(super) fn misleads(spot: CellAt, stand: &Stand, markers: &CellSet) -> bool {
    let (from, to, y) = (stand.at.x, stand.end(), stand.at.y);
    let touched = || y != spot.y && [y - 1, y + 1].into_iter().any(|y| markers.any_but(spot, y, from - 1, to + 1));
    // The cells of a leader are free: what is found in a row of three are its neighbours.
    let beside = |at: CellAt| {
        let rows = [(at.y - 1, at.x, at.x + 1), (at.y, at.x - 1, at.x + 2), (at.y + 1, at.x, at.x + 1)];
        rows.into_iter().any(|(y, from, to)| markers.any_but(spot, y, from, to))
    };
    markers.any_but(spot, y, from - 3, to + 3) || touched() || stand.led().any(beside)
}
