//! Choosing places and events.

use crate::app::{Focus, Message, Model, Page, Selection};
use crate::chronicle::{EventNo, Reading};
use crate::dataset::{Dataset, Milestone};
use crate::gazetteer::{Gazetteer, LonLat, PlaceNo};

use super::pile::turn_to;
use super::time::jump_to;

/// Changes what is selected.
pub(super) fn select(model: &mut Model, dataset: &Dataset, message: &Message) {
    match message {
        Message::SelectPlace(place) => model.selection = Selection::Place(*place),
        Message::SelectEvent(event) => select_event(model, dataset, *event),
        Message::ListUp => move_in_list(model, dataset, false),
        Message::ListDown => move_in_list(model, dataset, true),
        Message::NextPlace => walk(model, dataset, true),
        Message::PreviousPlace => walk(model, dataset, false),
        Message::PlaceWest => look(model, dataset, (-1.0, 0.0)),
        Message::PlaceEast => look(model, dataset, (1.0, 0.0)),
        Message::PlaceSouth => look(model, dataset, (0.0, -1.0)),
        Message::PlaceNorth => look(model, dataset, (0.0, 1.0)),
        Message::EventBefore => jump(model, dataset, false),
        Message::EventAfter => jump(model, dataset, true),
        Message::MilestoneBefore => milestone(model, dataset, false),
        Message::MilestoneAfter => milestone(model, dataset, true),
        Message::Go => go(model, dataset),
        _ => {}
    }
}

/// Selects an event and moves the playhead to its day.
pub(super) fn select_event(model: &mut Model, dataset: &Dataset, event: EventNo) {
    if let Some(day) = dataset.chronicle.day_of(event, model.reading) {
        jump_to(model, dataset, day);
    }
    model.selection = Selection::Event(event);
}

/// Reads the record by another rule. A capture that was selected and now stands under another day, or under none, leaves
/// its place selected.
pub(super) fn read_as(model: &mut Model, dataset: &Dataset, reading: Reading) {
    model.reading = reading;
    if let Selection::Event(event) = model.selection
        && dataset.chronicle.day_of(event, reading) != Some(model.day)
    {
        model.selection = dataset.chronicle.event(event).place.map_or(Selection::None, Selection::Place);
    }
}

/// Goes to the day of what is in focus; there already, opens its page.
fn go(model: &mut Model, dataset: &Dataset) {
    let Some(focus) = model.focus(dataset) else { return };
    match model.day_of(dataset, focus) {
        Some(day) if day != model.day => jump_to(model, dataset, day),
        _ => turn_to(model, Page::Sources),
    }
}

/// The event in focus that is listed today.
fn listed_focus(model: &Model, dataset: &Dataset) -> Option<EventNo> {
    match model.focus(dataset)? {
        Focus::Place(_, event) => event,
        Focus::National(event) => Some(event),
    }
}

/// One up or down the list: of the day, or of what changed while two situations are compared. The first press selects
/// what is in focus already.
fn move_in_list(model: &mut Model, dataset: &Dataset, down: bool) {
    if let Some(changed) = model.changed(dataset) {
        move_in_changes(model, dataset, &changed, down);
        return;
    }
    let listed = model.listed(dataset);
    let at = listed_focus(model, dataset).and_then(|focus| listed.iter().position(|&event| event == focus));
    let next = match (at, model.selection) {
        (None, _) if down => 0,
        (None, _) => listed.len().saturating_sub(1),
        (Some(at), Selection::None) => at,
        (Some(at), _) if down => at + 1,
        (Some(at), _) => at.saturating_sub(1),
    };
    if let Some(&event) = listed.get(next.min(listed.len().saturating_sub(1))) {
        model.selection = Selection::Event(event);
    }
}

fn move_in_changes(model: &mut Model, dataset: &Dataset, changed: &[PlaceNo], down: bool) {
    let at = model.selected_place(dataset).and_then(|place| changed.iter().position(|&other| other == place));
    let next = match at {
        None if down => 0,
        None => changed.len().saturating_sub(1),
        Some(at) if down => (at + 1).min(changed.len() - 1),
        Some(at) => at.saturating_sub(1),
    };
    if let Some(&place) = changed.get(next) {
        model.selection = Selection::Place(place);
    }
}

/// The next or previous event of the stretch, in the order in which the days list them: from the one in focus, which on a
/// day that one came to is its first.
fn jump(model: &mut Model, dataset: &Dataset, forwards: bool) {
    let listed = model.listed(dataset);
    let at = listed_focus(model, dataset).and_then(|focus| listed.iter().position(|&event| event == focus));
    let next = match at {
        None if forwards => 0,
        None => usize::MAX,
        Some(at) if forwards => at + 1,
        Some(at) => at.wrapping_sub(1),
    };
    if let Some(&event) = listed.get(next) {
        model.selection = Selection::Event(event);
        return;
    }
    let Some(day) = dataset.chronicle.day_with_events(model.day, forwards, model.reading) else { return };
    jump_to(model, dataset, day);
    let listed = model.listed(dataset);
    let event = if forwards { listed.first() } else { listed.last() };
    model.selection = event.map_or(Selection::None, |&event| Selection::Event(event));
}

/// The next or previous milestone; from the event of one, not merely from its day.
fn milestone(model: &mut Model, dataset: &Dataset, forwards: bool) {
    let at = |milestone: &Milestone| milestone.day(dataset, model.reading).map(|day| (day, milestone.event));
    let days: Vec<_> = dataset.milestones.iter().filter_map(at).collect();
    let here = days.iter().position(|&(day, event)| day == model.day && model.selection == Selection::Event(event));
    let next = match here {
        Some(at) if forwards => days.get(at + 1),
        Some(at) => at.checked_sub(1).and_then(|at| days.get(at)),
        None if forwards => days.iter().find(|(day, _)| *day > model.day),
        None => days.iter().rfind(|(day, _)| *day < model.day),
    };
    if let Some(&(_, event)) = next {
        select_event(model, dataset, event);
    }
}

/// The next or previous place of the gazetteer.
fn walk(model: &mut Model, dataset: &Dataset, forwards: bool) {
    let places = dataset.gazetteer.places.len();
    if places == 0 {
        return;
    }
    let next = match model.selected_place(dataset).map(PlaceNo::index) {
        None if forwards => 0,
        None => places - 1,
        Some(at) if forwards => (at + 1) % places,
        Some(at) => (at + places - 1) % places,
    };
    model.selection = Selection::Place(PlaceNo::from_index(next));
}

/// The place nearest to the selected one among those that lie more in the direction than aside of it.
fn look(model: &mut Model, dataset: &Dataset, direction: (f64, f64)) {
    let gazetteer = &dataset.gazetteer;
    let from = model.selected_place(dataset).or_else(|| match model.focus(dataset)? {
        Focus::Place(place, _) => Some(place),
        Focus::National(_) => gazetteer.seat,
    });
    let Some(from) = from else { return };
    if let Some(place) = nearest(gazetteer, from, direction) {
        model.selection = Selection::Place(place);
    }
}

fn nearest(gazetteer: &Gazetteer, from: PlaceNo, (east, north): (f64, f64)) -> Option<PlaceNo> {
    let origin = gazetteer.place(from).position;
    let ahead = |place: &PlaceNo| {
        let (x, y) = offset(origin, gazetteer.place(*place).position);
        let (along, aside) = (x * east + y * north, (x * north - y * east).abs());
        (along > 0.0 && along >= aside).then_some(along + aside)
    };
    let places = gazetteer.numbers().filter(|&place| place != from);
    places
        .filter_map(|place| ahead(&place).map(|far| (place, far)))
        .min_by(|one, other| one.1.total_cmp(&other.1))
        .map(|(place, _)| place)
}

/// From one position to another in degrees of latitude, east and north.
fn offset(from: LonLat, to: LonLat) -> (f64, f64) {
    let shrink = from.lat().to_radians().cos();
    // The short way around the globe.
    let east = (to.lon() - from.lon() + 540.0).rem_euclid(360.0) - 180.0;
    (east * shrink, to.lat() - from.lat())
}
