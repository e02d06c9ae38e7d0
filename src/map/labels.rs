//! Where the names of the places stand. Placed once a view, so that no step of time moves a name.
//!
//! Every place has some thirty candidates (three forms of the name, ten positions), each with its price by what it covers;
//! [`arrange`](super::arrange) picks among them.

use std::cmp::Reverse;

use crate::gazetteer::{Gazetteer, PlaceNo};
use crate::text;

use super::arrange::{Candidate, Search};
use super::chain::Class;
use super::label::Label;
use super::leaders::{Leader, leaders};
use super::sheet::{Sheet, Taken};
use super::spots::Spots;
use super::viewport::CellAt;

/// At most so many places get a name; beyond that a map is read by its markers.
const MOST: usize = 600;

/// What the name, its short form and its code cost: three letters only where nothing else will do.
const FORMS: [f64; 3] = [0.0, 2.2, 11.0];

/// A name dearer than this looks for room farther off, at the end of a leader line.
const CRAMPED: f64 = 9.0;

/// The names of a view, by place number.
pub(super) fn labels(gazetteer: &Gazetteer, spots: &Spots, sheet: &mut Sheet) -> Vec<Option<Label>> {
    let ranked = ranking(gazetteer, spots);
    let beside = |&(place, spot): &(PlaceNo, CellAt)| candidates(gazetteer, place, spot, sheet, beside);
    let mut choice: Vec<Vec<Candidate>> = ranked.iter().map(beside).collect();
    let mut chosen = Search::new(&choice).run();
    let cramped = |own: &[Candidate], chosen: Option<usize>| chosen.is_none_or(|index| own[index].price > CRAMPED);
    let mut again = false;
    for ((own, chosen), &(place, spot)) in choice.iter_mut().zip(&chosen).zip(&ranked) {
        if cramped(own, *chosen) {
            own.extend(candidates(gazetteer, place, spot, sheet, apart));
            again = true;
        }
    }
    if again {
        chosen = Search::new(&choice).run();
    }
    let mut labels = vec![None; gazetteer.places.len()];
    for ((&(place, _), own), chosen) in ranked.iter().zip(&mut choice).zip(chosen) {
        let label = chosen.map(|index| own.swap_remove(index).label);
        if let Some(label) = &label {
            label.cells().chain(label.leader.cells.iter().copied()).for_each(|at| sheet.take(at, Taken::Text));
        }
        labels[place.index()] = label;
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

/// Labels that a place may have: for each form of its name those at the given positions.
fn candidates<P: IntoIterator<Item = (Label, f64)>>(
    gazetteer: &Gazetteer,
    place: PlaceNo,
    spot: CellAt,
    sheet: &Sheet,
    positions: impl Fn(CellAt, &str) -> P,
) -> Vec<Candidate> {
    let row = gazetteer.place(place);
    let forms = [&row.name, &row.short, &row.code];
    let mut candidates = Vec::new();
    for (shortening, form) in FORMS.into_iter().zip(forms).filter(|(_, form)| !form.is_empty()) {
        for (label, price) in positions(spot, form) {
            if let Some(covered) = covered(gazetteer, place, spot, &label, sheet) {
                candidates.push(Candidate { label, price: price + covered + shortening });
            }
        }
    }
    candidates
}

/// The labels beside a marker, each with the price of its position.
fn beside(spot: CellAt, text: &str) -> impl Iterator<Item = (Label, f64)> + use<> {
    let width = i32::try_from(text::width(text)).unwrap_or(i32::MAX / 4);
    let text = text.to_owned();
    positions(width).into_iter().map(move |((x, y), left, price)| {
        let at = CellAt { x: spot.x + x, y: spot.y + y };
        (Label { at, text: text.clone(), width, left, leader: Leader::default() }, price)
    })
}

/// The labels at the ends of leader lines, each with its price.
fn apart(spot: CellAt, text: &str) -> impl Iterator<Item = (Label, f64)> + use<> {
    let width = i32::try_from(text::width(text)).unwrap_or(i32::MAX / 4);
    let text = text.to_owned();
    leaders(spot, width)
        .map(move |(leader, at, price)| (Label { at, text: text.clone(), width, left: false, leader }, price))
}

/// Where a name of so many columns may begin, from its marker; whether that is left of it; and the price.
fn positions(width: i32) -> [((i32, i32), bool, f64); 10] {
    let middle = width / 2;
    [
        ((2, 0), false, 0.0),
        ((-1 - width, 0), true, 0.3),
        ((-middle, 1), false, 1.7),
        ((-middle, -1), false, 1.8),
        ((0, 1), false, 1.9),
        ((0, -1), false, 2.0),
        ((1 - width, 1), false, 2.1),
        ((1 - width, -1), false, 2.2),
        ((1, 1), false, 3.2),
        ((1, -1), false, 3.4),
    ]
}

/// What a label covers, as a price; none if it may not stand there.
fn covered(gazetteer: &Gazetteer, place: PlaceNo, spot: CellAt, label: &Label, sheet: &Sheet) -> Option<f64> {
    let region = gazetteer.place(place).region;
    let between = label.between(spot).filter(|&at| sheet.stroke(at).is_some());
    // A stroke between marker and name is left out when they are painted.
    let mut price = if between.is_some() { 1.0 } else { 0.0 };
    for at in label.cells() {
        if !sheet.holds(at) || sheet.is(at, Taken::Marker) || sheet.is(at, Taken::Text) {
            return None;
        }
        let ground = sheet.region(at);
        // The cell of the mark of doubt is seldom used: it may stand on anything.
        if at == label.mark() {
            continue;
        }
        price += match sheet.stroke(at) {
            // Where the outline is the only line that always shows, it should not be broken.
            Some(Class::Outline) if sheet.narrow() => 2.6,
            Some(Class::Outline) => 1.8,
            Some(Class::Inner) => 0.9,
            _ if ground.is_some() && ground != region => 0.4,
            _ if ground.is_none() => 0.1,
            _ => 0.0,
        };
    }
    // On some day any border may be the front, over which no name stands if another position is free.
    let strokes = label.cells().filter(|&at| at != label.mark()).filter_map(|at| sheet.stroke(at));
    price += match strokes.max() {
        None => 0.0,
        // A leader leads to a free place or nowhere.
        Some(_) if !label.leader.cells.is_empty() => return None,
        Some(_) if sheet.narrow() => 1.0,
        Some(Class::Outline) => 1.0,
        Some(Class::Inner) => 3.0,
    };
    for &at in &label.leader.cells {
        let crosses = sheet.stroke(at);
        let taken = sheet.is(at, Taken::Marker) || sheet.is(at, Taken::Text);
        if !sheet.holds(at) || taken || crosses == Some(Class::Outline) {
            return None;
        }
        price += if crosses.is_some() { 2.5 } else { 0.0 };
    }
    let beside = label.sides().map(|at| match sheet.stroke(at) {
        Some(Class::Outline) => 0.7,
        Some(Class::Inner) => 0.3,
        None => 0.0,
    });
    price += beside.into_iter().sum::<f64>();
    (!misleads(spot, label, sheet)).then_some(price)
}

/// Whether a label might be taken for that of another marker: one beside it in its row or, if its own stands above or
/// below, any that touches it.
fn misleads(spot: CellAt, label: &Label, sheet: &Sheet) -> bool {
    let foreign = |x: i32, y: i32| {
        let at = CellAt { x, y };
        at != spot && sheet.is(at, Taken::Marker)
    };
    let (from, to) = (label.at.x, label.at.x + label.width);
    let beside = [from - 3, from - 2, from - 1, to, to + 1, to + 2].into_iter().any(|x| foreign(x, label.at.y));
    let touched =
        label.at.y != spot.y && (from - 1..=to).any(|x| foreign(x, label.at.y - 1) || foreign(x, label.at.y + 1));
    let sides = [(-1, 0), (1, 0), (0, -1), (0, 1)];
    let led = label.leader.cells.iter().any(|at| sides.iter().any(|(x, y)| foreign(at.x + x, at.y + y)));
    beside || touched || led
}
