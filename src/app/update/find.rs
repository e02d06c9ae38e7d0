//! Finding: what a query may mean is listed while it is typed; Enter goes there in time and space.

use crate::app::{Focus, Message, Model, Page, Question, Search, Sought};
use crate::dataset::{Dataset, Hit};
use crate::text::{self, Clean};
use crate::time::Day;

use super::pile::{close_all, turn_to};
use super::select::select_event;
use super::time::jump_to;
use super::{look, select};

/// Looks anew, if what is asked for has changed.
pub(super) fn refresh(model: &mut Model, dataset: &Dataset) {
    let Some(prompt) = model.prompt.as_ref().filter(|prompt| prompt.question == Question::Find) else { return };
    let query = prompt.answer();
    if query != model.search.query {
        let hits = sought(model, dataset, &query);
        model.search = Search { query, hits, at: 0 };
    }
}

/// A day that is written so that nothing else can be meant, then what has that name, then any other day, each with what
/// is listed under it.
fn sought(model: &Model, dataset: &Dataset, query: &Clean) -> Vec<Sought> {
    let named = dataset.find(query).into_iter().map(|hit| match hit {
        Hit::Place(found) => Sought::Place(found),
        Hit::Event(event) => Sought::Event(event),
        Hit::Source(source) => Sought::Source(source),
    });
    let Ok(day) = Day::read(query, model.day, dataset.chronicle.stretch) else { return named.collect() };
    let events = dataset.chronicle.on(day, model.reading).into_iter().map(Sought::Event);
    let dated = [Sought::Day(day)].into_iter().chain(events);
    if query.bytes().any(|byte| byte.is_ascii_digit()) {
        dated.chain(named).collect()
    } else {
        named.chain(dated).collect()
    }
}

/// One up or down what was found.
pub(super) fn walk(model: &mut Model, down: bool) {
    let last = model.search.hits.len().saturating_sub(1);
    let at = model.search.at;
    model.search.at = if down { (at + 1).min(last) } else { at.saturating_sub(1) };
}

/// Goes to what is chosen of what was found; says so if nothing was.
pub(super) fn submit(model: &mut Model, dataset: &Dataset) -> bool {
    if model.search.hits.is_empty() {
        if let Some(prompt) = &mut model.prompt {
            let what = text::cut(&prompt.answer(), 40).into_owned();
            let fault = format!("nothing is called anything like \"{what}\"");
            prompt.fault =
                Some(if prompt.answer().trim().is_empty() { "type a name, a word or a day".into() } else { fault });
        }
        return false;
    }
    go(model, dataset);
    true
}

/// The next or previous of what was found last.
pub(super) fn next(model: &mut Model, dataset: &Dataset, message: &Message) {
    let count = model.search.hits.len();
    if count == 0 {
        model.notice = Some("nothing was found yet: / finds".into());
        return;
    }
    let ahead = if *message == Message::NextHit { 1 } else { count - 1 };
    model.search.at = (model.search.at + ahead) % count;
    go(model, dataset);
}

/// Goes to a hit: map, list and playhead.
fn go(model: &mut Model, dataset: &Dataset) {
    let Search { hits, at, .. } = &model.search;
    let (Some(hit), count, number) = (hits.get(*at).cloned(), hits.len(), at + 1) else { return };
    close_all(model);
    match &hit {
        Sought::Day(day) => jump_to(model, dataset, *day),
        Sought::Place(found) => {
            let day = model.day_of(dataset, Focus::Place(found.place, None));
            if let Some(day) = day.filter(|&day| dataset.chronicle.stretch.contains(day)) {
                jump_to(model, dataset, day);
            }
            select::select(model, dataset, &Message::SelectPlace(found.place));
        }
        Sought::Event(event) => select_event(model, dataset, *event),
        Sought::Source(source) => turn_to(model, Page::Source(*source)),
    }
    if let (Some(place), false) = (model.selected_place(dataset), matches!(hit, Sought::Source(_) | Sought::Day(_))) {
        look::reveal(model, dataset, place);
    }
    let name = match hit {
        Sought::Day(day) => day.long(),
        Sought::Place(found) => dataset.gazetteer.place(found.place).name.to_string(),
        Sought::Event(event) => dataset.event_name(dataset.chronicle.event(event)),
        Sought::Source(source) => dataset.chronicle.source(source).id.to_string(),
    };
    let more = if count > 1 { "   n N: next, previous" } else { "" };
    model.notice = Some(format!("{number} of {count}: {name}{more}").into());
}
