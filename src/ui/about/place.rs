//! A place: how it stands, how it fell, who says so.

use crate::chronicle::{Capture, Event, EventNo, Kind};
use crate::dataset::Dataset;
use crate::gazetteer::{Place, PlaceNo};
use crate::picture::Ink;
use crate::situation::{Situation, Standing, Status};
use crate::text::Clean;

use super::{Para, claims, dated, event};

/// How it stands today, the words of its event, and its claims in a line.
pub(super) fn brief(dataset: &Dataset, situation: &Situation, place: PlaceNo, shown: Option<EventNo>) -> Vec<Para> {
    let standing = situation.standing(place);
    let mut out = vec![Para::new(Ink::Strong, stands(dataset, standing))];
    if let Some(number) = shown.or(standing.fall.map(|fall| fall.event)) {
        let event = dataset.chronicle.event(number);
        if matches!(event.kind, Kind::Capture(_)) {
            let told = claims::in_a_line(dataset, place);
            out.push(Para::new(Ink::Plain, told));
            out.extend(warning(dataset, place));
        } else {
            out.push(Para::new(Ink::Plain, event::when(event)));
        }
        out.push(Para::new(Ink::Plain, event.summary.as_str()));
        if !event.disagreement.is_empty() {
            out.push(Para::new(Ink::Faint, event.disagreement.as_str()));
        }
    }
    out.extend(phases_today(dataset, standing));
    out
}

/// The claims on its fall and the sources of the event in focus, or of the fall if none is.
pub(super) fn more(dataset: &Dataset, place: PlaceNo, shown: Option<EventNo>) -> Vec<Para> {
    let event = shown.or_else(|| dataset.chronicle.captures_of(place).next().map(|(number, _)| number));
    let mut out = claims::all(dataset, place);
    out.push(Para::blank());
    out.extend(event.into_iter().flat_map(|event| claims::sources(dataset, dataset.chronicle.event(event))));
    out
}

/// Everything: the place itself, its fall, its phases, every claim, every source.
pub(super) fn full(dataset: &Dataset, situation: &Situation, place: PlaceNo, shown: Option<EventNo>) -> Vec<Para> {
    let standing = situation.standing(place);
    let chronicle = &dataset.chronicle;
    let mut out = vec![Para::new(Ink::Strong, stands(dataset, standing)), Para::blank()];
    if let Some(number) = shown.filter(|&number| !matches!(chronicle.event(number).kind, Kind::Capture(_))) {
        out.extend(event::full(dataset, chronicle.event(number)));
        out.push(Para::blank());
    }
    for (_, capture) in chronicle.captures_of(place) {
        out.extend(fall(dataset, place, capture));
        out.push(Para::blank());
    }
    out.push(Para::new(Ink::Strong, "Phases"));
    let mut phases = chronicle.phases_of(place).peekable();
    if phases.peek().is_none() {
        out.push(Para::indented("none in this record"));
    }
    for (_, phase) in phases {
        let Kind::Phase(kind) = phase.kind else { continue };
        out.push(Para::indented(format!(
            "{}: {}. {}",
            event::when(phase),
            kind.word().replace('_', " "),
            phase.summary
        )));
    }
    out.push(Para::blank());
    out.extend(itself(dataset, place));
    out
}

/// `fell Thu 12 Aug (12-13), fought`, `held by the government`.
fn stands(dataset: &Dataset, standing: &Standing) -> String {
    let holder = &dataset.chronicle.party(standing.holder).short;
    let manner = standing
        .fall
        .and_then(|fall| match &dataset.chronicle.event(fall.event).kind {
            Kind::Capture(capture) => capture.manner_in_words(),
            _ => None,
        })
        .map_or_else(String::new, |manner| format!(", {manner}"));
    match (standing.status, standing.date()) {
        (Status::Fallen, Some(date)) if standing.doubtful => {
            format!("fell {}{manner}; perhaps not until {}", dated(date), date.latest.short())
        }
        (Status::Fallen, Some(date)) => format!("fell {}{manner}", dated(date)),
        (Status::Disputed, Some(date)) => {
            format!(
                "disputed: sources differ whether it has fallen yet ({} to {})",
                date.earliest.short(),
                date.latest.short()
            )
        }
        (status, _) => format!("{} by the {holder}", if status == Status::Held { "held" } else { "contested, held" }),
    }
}

/// The phases that cover today, by name.
fn phases_today(dataset: &Dataset, standing: &Standing) -> Option<Para> {
    let words: Vec<String> = standing
        .phases
        .iter()
        .filter_map(|&number| match dataset.chronicle.event(number).kind {
            Kind::Phase(kind) => Some(kind.word().replace('_', " ")),
            _ => None,
        })
        .collect();
    (!words.is_empty()).then(|| Para::new(Ink::Faint, format!("on this day: {}", words.join(", "))))
}

/// A warning where the day rests on looking back alone.
fn warning(dataset: &Dataset, place: PlaceNo) -> Option<Para> {
    let years = claims::retrospective_years(dataset, place)?;
    Some(Para::new(Ink::Disputed, format!("the day rests on one retrospective of {years}")))
}

fn fall(dataset: &Dataset, place: PlaceNo, event: &Event) -> Vec<Para> {
    let Kind::Capture(Capture { manner, manner_evidence, word, .. }) = &event.kind else { return Vec::new() };
    let mut out = vec![Para::new(Ink::Strong, format!("Fall: {} {}", dated(event.date), event.date.best.year()))];
    out.push(Para::indented(event.summary.as_str()));
    out.push(Para::indented(format!(
        "Time of day: {}. Confidence in the day: {}.",
        event.local_time, event.confidence
    )));
    out.push(Para::indented(format!(
        "Manner: {manner} ({}). Words of the sources: {word}.",
        evidence(manner_evidence)
    )));
    if let Some(seq) = event.seq {
        out.push(Para::indented(format!("Number {seq} in the record; the order within a day is partly conventional.")));
    }
    out.extend(warning(dataset, place));
    if !event.disagreement.is_empty() {
        out.push(Para::new(Ink::Strong, "Where sources differ"));
        out.push(Para::indented(event.disagreement.as_str()));
    }
    out.push(Para::blank());
    out.extend(claims::all(dataset, place));
    out.push(Para::blank());
    out.extend(claims::sources(dataset, event));
    out
}

/// How something is known.
fn evidence(word: &str) -> &str {
    match word {
        "read" => "read in a source",
        "memory" => "from memory, not checked",
        other => other,
    }
}

/// The place itself: where, how large, how it is spelled.
fn itself(dataset: &Dataset, number: PlaceNo) -> Vec<Para> {
    let place = dataset.gazetteer.place(number);
    let [noun, _] = &dataset.nouns.regions;
    let mut out =
        vec![Para::new(Ink::Strong, format!("{} ({} {noun})", place.name, dataset.gazetteer.region_name(number)))];
    for native in &place.native {
        let sure = if place.native_confirmed.contains(native.language.as_str()) { "" } else { " (not confirmed)" };
        out.push(Para::indented(format!("{}: {}{sure}", native.language, native.name)));
    }
    out.push(Para::indented(format!(
        "Also spelled {}.",
        place.spellings.iter().map(Clean::as_str).collect::<Vec<_>>().join(", ")
    )));
    out.push(Para::indented(figures(place)));
    if !place.note.is_empty() {
        out.push(Para::indented(format!("Note: {}.", place.note)));
    }
    out
}

fn figures(place: &Place) -> String {
    let at = place.position;
    let population = place.population.as_ref().map_or_else(
        || "Population: no figure.".to_owned(),
        |population| format!("Population: {} ({}; {}).", population.count, population.year, population.source),
    );
    let elevation = place
        .elevation_m
        .map_or_else(String::new, |metres| format!(" Elevation: {metres} m ({}).", place.elevation_source));
    format!("Position: {:.3}, {:.3} degrees ({}). {population}{elevation}", at.lon(), at.lat(), place.position_source)
}
