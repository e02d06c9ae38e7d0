//! A place: how it stands, how it fell, who says so.

use crate::app::Choice;
use crate::chronicle::{Capture, Chronicle, Event, EventNo, Fall, Kind, Reading};
use crate::dataset::Dataset;
use crate::gazetteer::PlaceNo;
use crate::picture::Ink;
use crate::situation::{Situation, Standing, Status};
use crate::time::Day;

use super::{Para, claims, event, gazette, lane};

/// How it stands today, the words of its event, on what sources differ, and who dates it to which day.
pub(super) fn brief(dataset: &Dataset, situation: &Situation, place: PlaceNo, shown: Option<EventNo>) -> Vec<Para> {
    let standing = situation.standing(place);
    let mut out = vec![Para::heading(stands(dataset, situation, place, dataset.chronicle.parties.len() > 2))];
    if let Some(number) = shown.or(standing.fall.map(|fall| fall.event)) {
        let event = dataset.chronicle.event(number);
        let capture = matches!(event.kind, Kind::Capture(_));
        if !capture {
            out.push(Para::new(Ink::Plain, event::when(event, situation.day)));
        }
        out.extend(event::summary(event));
        if !event.disagreement.is_empty() {
            out.push(Para::new(Ink::Plain, event.disagreement.as_str()).faint());
        }
        if capture {
            out.push(Para::new(Ink::Plain, claims::by_day(dataset, number)));
            out.extend(warning(dataset, number));
        }
    }
    out.extend(phases_today(dataset, standing));
    out
}

/// The claims on its fall with their sources, and what else is cited by the event in focus, or by the fall if none is.
pub(super) fn more(dataset: &Dataset, situation: &Situation, place: PlaceNo, shown: Option<EventNo>) -> Vec<Para> {
    let fall = || situation.standing(place).fall.map(|fall| fall.event);
    let event = shown.or_else(fall).or_else(|| dataset.chronicle.capture_near(place, situation.day));
    event.map_or_else(Vec::new, |event| claims::all(dataset, event))
}

/// Everything: the place itself, its fall, its phases, every claim, every source.
pub(super) fn full(
    dataset: &Dataset,
    situation: &Situation,
    (place, shown): (PlaceNo, Option<EventNo>),
    columns: usize,
) -> Vec<Para> {
    let chronicle = &dataset.chronicle;
    let mut out = vec![Para::heading(stands(dataset, situation, place, true)), Para::blank()];
    if let Some(number) = shown.filter(|&number| !matches!(chronicle.event(number).kind, Kind::Capture(_))) {
        out.extend(event::full(dataset, chronicle.event(number), situation.day));
        out.push(Para::blank());
    }
    for (number, capture) in chronicle.captures_of(place) {
        out.extend(fall(dataset, (number, capture)));
        out.push(Para::blank());
    }
    out.extend(phases(dataset, place, situation.day, columns));
    out.push(Para::blank());
    out.extend(gazette::of_place(dataset, place));
    out
}

/// Its phases, on a lane and in words; each leads to its day and its sources.
fn phases(dataset: &Dataset, place: PlaceNo, today: Day, columns: usize) -> Vec<Para> {
    let mut out = vec![Para::heading("Phases")];
    out.extend(lane::lane(dataset, place, today, columns));
    let before = out.len();
    for (number, phase) in dataset.chronicle.phases_of(place) {
        let Kind::Phase(kind) = phase.kind else { continue };
        let (when, kind) = (event::when(phase, today), kind.word().replace('_', " "));
        let sources: Vec<&str> =
            phase.sources.iter().map(|&source| dataset.chronicle.source(source).id.as_str()).collect();
        let by = if sources.is_empty() { String::new() } else { format!(" ({})", sources.join(", ")) };
        let summary = if phase.summary.is_empty() { String::new() } else { format!(" {}", phase.summary) };
        let row = Para::indented(format!("{when}: {kind}.{summary}{by}"));
        out.push(row.choosing(Choice::Event(number)));
    }
    if out.len() == before {
        out.push(Para::indented("none in this record"));
    }
    out
}

/// `fell Thu 12 Aug (12-13), fought`, `fell to the Taliban Thu 12 Aug`, `held by the government`.
fn stands(dataset: &Dataset, situation: &Situation, place: PlaceNo, name_party: bool) -> String {
    let standing = situation.standing(place);
    let (chronicle, day) = (&dataset.chronicle, situation.day);
    let holder = chronicle.party(standing.holder).in_sentence();
    let again = standing.since.map_or_else(String::new, |since| format!(" again since {}", since.medium_beside(day)));
    let held = format!("held by {holder}{again}");
    let verb = if name_party { format!("fell to {holder}") } else { "fell".to_owned() };
    match (standing.status, standing.fall) {
        (Status::Fallen, Some(fall)) => {
            let manner = manner(chronicle.event(fall.event));
            let verb = if situation.reading == Reading::AsReported { format!("by reports {verb}") } else { verb };
            let doubt = if standing.doubtful {
                format!("; perhaps not until {}", fall.date.latest.short_beside(day))
            } else {
                String::new()
            };
            let (date, record) = (fall.date.medium_beside(day), record(chronicle, situation, fall));
            format!("{verb} {date}{manner}{doubt}{record}")
        }
        (Status::Disputed, Some(fall)) if situation.reading == Reading::AsReported => {
            format!("disputed: reported fallen on {}, before it can have been", fall.date.earliest.short_beside(day))
        }
        (Status::Disputed, Some(fall)) if fall.open => {
            format!("disputed since {}: nothing that is left supports a day", fall.date.earliest.short_beside(day))
        }
        (Status::Disputed, Some(fall)) => {
            let [earliest, latest] = [fall.date.earliest, fall.date.latest].map(|bound| bound.short_beside(day));
            format!("disputed: sources differ whether it has fallen yet ({earliest} to {latest})")
        }
        (Status::Contested, _) => format!("contested, {held}{}", elsewhere(chronicle, situation, place)),
        _ => format!("{held}{}", elsewhere(chronicle, situation, place)),
    }
}

/// `; by the record Fri 13 Aug (12-13)`, where reports have it otherwise.
fn record(chronicle: &Chronicle, situation: &Situation, fall: Fall) -> String {
    let date = chronicle.event(fall.event).date;
    if situation.reading != Reading::AsReported || date.best == fall.date.best {
        return String::new();
    }
    format!("; by the record {}", date.medium_beside(situation.day))
}

/// `, fought`: how it changed hands, as far as the record says.
fn manner(event: &Event) -> String {
    let Kind::Capture(capture) = &event.kind else { return String::new() };
    capture.manner_in_words().map_or_else(String::new, |manner| format!(", {manner}"))
}

/// Of a place that had fallen by the record and has not by an account or by what was reported: whose gap that is, and
/// what the record says.
fn elsewhere(chronicle: &Chronicle, situation: &Situation, place: PlaceNo) -> String {
    let day = situation.day;
    let near = chronicle.capture_near(place, day).map(|number| (number, chronicle.event(number)));
    let Some((number, event)) = near.filter(|(_, event)| !chronicle.is_return(event)) else { return String::new() };
    let gap = match (situation.reading, chronicle.dated(number, situation.reading)) {
        (Reading::Account(_), None) => "not in this account".to_owned(),
        (Reading::AsReported, _) if day < event.date.best => return String::new(),
        (Reading::AsReported, None) => {
            format!("no report of its fall by {} that is dated", chronicle.stretch.last().short_beside(day))
        }
        (Reading::AsReported, Some(_)) => "its fall is not reported yet".to_owned(),
        _ => return String::new(),
    };
    format!("; {gap} (by the record it fell {})", event.date.medium_beside(day))
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
    (!words.is_empty()).then(|| Para::new(Ink::Plain, format!("on this day: {}", words.join(", "))).faint())
}

/// A warning where the day rests on a single source.
fn warning(dataset: &Dataset, capture: EventNo) -> Option<Para> {
    let source = dataset.chronicle.rests_on(capture, Reading::Settled)?;
    let name = claims::name(dataset.chronicle.source(source));
    Some(Para::new(Ink::Disputed, format!("The day rests on a single source: {name}.")))
}

/// `Time of day: morning. Confidence in the day: high.`, of what the record says of it.
fn known(told: [(&str, &str); 2]) -> Option<Para> {
    let told = told.into_iter().filter(|(_, value)| !value.is_empty());
    let sentences: Vec<String> = told.map(|(name, value)| format!("{name}: {value}.")).collect();
    (!sentences.is_empty()).then(|| Para::indented(sentences.join(" ")))
}

/// A capture: when and how the place changed hands, and who says so.
fn fall(dataset: &Dataset, (number, event): (EventNo, &Event)) -> Vec<Para> {
    let Kind::Capture(Capture { manner, manner_evidence, word, .. }) = &event.kind else { return Vec::new() };
    let date = event.date;
    let range = if date.is_doubtful() { format!(" ({})", date.bounds()) } else { String::new() };
    let what = if dataset.chronicle.is_return(event) { "Return" } else { "Fall" };
    let mut out = vec![Para::heading(format!("{what}: {}{range}", date.best.long()))];
    out.extend(event::summary(event).map(Para::set_in));
    let manner = match (manner.as_str(), evidence(manner_evidence)) {
        (manner, "") | (manner @ "", _) => manner.to_owned(),
        (manner, evidence) => format!("{manner} ({evidence})"),
    };
    out.extend(known([("Time of day", &event.local_time), ("Confidence in the day", &event.confidence)]));
    out.extend(known([("Manner", &manner), ("Words of the sources", word)]));
    if let Some(seq) = event.seq {
        out.push(Para::indented(format!("Number {seq} in the record; the order within a day is partly conventional.")));
    }
    out.extend(warning(dataset, number).map(Para::set_in));
    if !event.disagreement.is_empty() {
        out.push(Para::heading("Where sources differ"));
        out.push(Para::indented(event.disagreement.as_str()));
    }
    out.push(Para::blank());
    out.extend(claims::all(dataset, number));
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
