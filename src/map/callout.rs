//! The names of what matters most on a day, the selected place and what fell, where the view has no room for them: they stand
//! over the names of others, which make way for as long.

use crate::gazetteer::PlaceNo;

use super::base::Base;
use super::label::{Label, Stand, columns_of};
use super::labels::{apart, beside, forms, misleads, named};
use super::price::Price;
use super::scene::Scene;
use super::viewport::CellAt;

/// A name that is called out, and whose names it stands over.
pub(super) struct Callout {
    pub(super) place: PlaceNo,
    pub(super) label: Label,
    pub(super) over: Vec<PlaceNo>,
}

/// What a name costs that makes way.
const OVER: Price = 100;

/// What the name, its short form and its code cost.
const FORMS: [Price; 3] = [0, 30, 60];

/// The names that are called out: of places that have a marker of their own and no name.
pub(super) fn callouts(base: &Base, scene: &Scene<'_>) -> Vec<Callout> {
    let mut callouts = Vec::new();
    for place in scene.selected.into_iter().chain(scene.situation.today.iter().copied()) {
        let alone = base.spot(place).filter(|spot| base.spots.crowds.iter().all(|(crowd, _)| crowd != spot));
        let nameless = matches!(base.labels.get(place.index()), Some(None))
            && callouts.iter().all(|other: &Callout| other.place != place);
        if let Some(spot) = alone.filter(|_| nameless) {
            callouts.extend(callout(base, scene, (place, spot), &callouts));
        }
    }
    callouts
}

/// The name of a place beside its marker; none if there is no room even so.
fn callout(base: &Base, scene: &Scene<'_>, (place, spot): (PlaceNo, CellAt), others: &[Callout]) -> Option<Callout> {
    let forms = forms(scene.gazetteer.place(place)).into_iter().zip(FORMS).filter(|(text, _)| !text.is_empty());
    let stands = forms.flat_map(|(text, price)| {
        let width = columns_of(text);
        beside(spot, width).chain(apart(spot, width)).map(move |(stand, position)| (text, stand, price + position))
    });
    let priced = stands.filter_map(|(text, stand, price)| {
        let over = over(base, spot, &stand)?;
        let matters = |place: &PlaceNo| scene.selected == Some(*place) || scene.situation.today.contains(place);
        let met = others.iter().any(|other| other.label.stand.meets(&stand));
        let price = price + OVER * Price::try_from(over.len()).ok()?;
        (!met && !over.iter().any(matters)).then_some((price, text, stand, over))
    });
    let (_, text, stand, over) = priced.min_by_key(|(price, ..)| *price)?;
    Some(Callout { place, label: named(text, stand, &base.sheet), over })
}

/// Whose names a name would stand over; none if it may not stand there, for one because it might be taken
/// for the name of another marker.
fn over(base: &Base, spot: CellAt, stand: &Stand) -> Option<Vec<PlaceNo>> {
    let holds = |(y, first, last): (i32, i32, i32)| base.sheet.holds(y, first, last + 1);
    if !stand.stretches().all(holds) || misleads(spot, stand, base.sheet.markers()) {
        return None;
    }
    let labels = base.labels.iter().enumerate().filter_map(|(index, label)| Some((index, label.as_ref()?)));
    let over: Vec<(usize, &Label)> = labels.filter(|(_, label)| label.stand.meets(stand)).collect();
    let is_named = |at: CellAt| over.iter().any(|(_, label)| label.stand.holds(at));
    let cells = stand.stretches().flat_map(|(y, first, last)| (first..=last).map(move |x| CellAt { x, y }));
    let others = cells.into_iter().any(|at| base.sheet.taken().has(at) && !is_named(at));
    (!others).then(|| over.into_iter().map(|(index, _)| PlaceNo::from_index(index)).collect())
}
