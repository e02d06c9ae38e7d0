//! Who says so: claims and sources.

use std::collections::BTreeMap;

use crate::app::{Choice, citation};
use crate::chronicle::{Claim, Event, EventNo, Says, Source, SourceNo};
use crate::dataset::Dataset;
use crate::text::Clean;
use crate::time::{Day, Published};

use super::Para;

/// `8 Aug: Reuters, NYT; 9 Aug: AP; no day: VOA`: who dates the fall to which day.
pub(super) fn by_day(dataset: &Dataset, capture: EventNo) -> String {
    let mut days: BTreeMap<Dated, Vec<(String, usize)>> = BTreeMap::new();
    for claim in dataset.chronicle.claims_about(capture) {
        let who = who(dataset, claim);
        let told = days.entry(Dated::of(claim)).or_default();
        match told.iter_mut().find(|(known, _)| *known == who) {
            Some((_, times)) => *times += 1,
            None => told.push((who, 1)),
        }
    }
    if days.is_empty() {
        let from = match dataset.chronicle.source_count(capture) {
            0 if dataset.chronicle.event(capture).sources.is_empty() => return "No source is cited for it.".to_owned(),
            0 => "memory, not checked".to_owned(),
            1 => "one source".to_owned(),
            count => format!("{count} sources"),
        };
        return format!("No dated list includes it; the day comes from {from}.");
    }
    let settled = dataset.chronicle.event(capture).date.best;
    let days = days.into_iter().map(|(dated, told)| {
        let names = told.into_iter().map(|(who, times)| if times == 1 { who } else { format!("{who} ({times}x)") });
        format!("{}: {}", dated.beside(settled), names.collect::<Vec<_>>().join(", "))
    });
    days.collect::<Vec<_>>().join("; ")
}

/// What a claim says of the day, in the order in which it is told.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Dated {
    On(Day),
    Undated,
    Contested,
}

impl Dated {
    fn of(claim: &Claim) -> Self {
        match (claim.says, claim.day) {
            (Says::Contested, _) => Self::Contested,
            (_, Some(day)) => Self::On(day),
            (_, None) => Self::Undated,
        }
    }

    /// In words; the year where it is not that of the settled day.
    fn beside(&self, settled: Day) -> String {
        match self {
            Self::On(day) => day.short_beside(settled),
            Self::Undated => "no day".to_owned(),
            Self::Contested => "contested".to_owned(),
        }
    }
}

/// Who published a claim; with the year if it looks back.
fn who(dataset: &Dataset, claim: &Claim) -> String {
    if dataset.chronicle.source(claim.source).is_retrospective() {
        format!("{} ({})", claim.publisher, claim.published.year())
    } else {
        claim.publisher.to_string()
    }
}

/// `Amu TV (AMU-0815), which looks back from 2023`: a source in few words.
pub(super) fn name(source: &Source) -> String {
    let back = match source.published {
        _ if !source.is_retrospective() => String::new(),
        Published::Day(day) => format!(", which looks back from {}", day.year()),
        Published::Month(year, _) => format!(", which looks back from {year}"),
        Published::Unknown => ", which looks back".to_owned(),
    };
    format!("{} ({}){back}", source.in_short(), source.id)
}

/// Every claim about a capture, or on the place of another event, with its source, in order of publication; then what
/// else the event cites.
pub(super) fn all(dataset: &Dataset, number: EventNo) -> Vec<Para> {
    let event = dataset.chronicle.event(number);
    let mut claims: Vec<&Claim> = match event.place {
        Some(place) if !event.is_capture() => dataset.chronicle.claims_on(place).collect(),
        _ => dataset.chronicle.claims_about(number).collect(),
    };
    claims.sort_by_key(|claim| claim.published);
    let mut shown = Vec::new();
    let mut out = Vec::new();
    if !claims.is_empty() {
        out.push(Para::heading(format!("Claims ({}), by day of publication", claims.len())));
    }
    for claim in claims {
        let said = statement(dataset, claim);
        if shown.contains(&claim.source) {
            let id = &dataset.chronicle.source(claim.source).id;
            out.extend([said, Para::led(SET_IN, format!("Source: {id}, as above.")).faint()]);
        } else {
            out.push(said.choosing(Choice::Source(claim.source)));
            out.extend(source(dataset, claim.source));
            shown.push(claim.source);
        }
    }
    out.extend((!out.is_empty()).then(Para::blank));
    out.extend(sources(dataset, event, &shown));
    out
}

/// `  9 Aug  CNN: "fallen", dates it 8 Aug`.
fn statement(dataset: &Dataset, claim: &Claim) -> Para {
    let wrong = if dataset.was_wrong(claim) { " [wrong at the time]" } else { "" };
    let published = claim.published.short_beside(claim.day.unwrap_or(dataset.opening));
    Para::led(format!("  {published:<6} "), format!("{}: {}{wrong}", claim.publisher, wording(claim)))
}

/// `"fallen", dates it 8 Aug; what is odd about it`: what a claim says, in its words.
pub(super) fn wording(claim: &Claim) -> String {
    let day = match (claim.says, claim.day) {
        (Says::Contested, Some(day)) => format!("on {}", day.short_beside(claim.published)),
        (Says::Tally, _) => claim.tally.map_or_else(|| "no number".to_owned(), |tally| format!("counts {tally}")),
        (_, Some(day)) => format!("dates it {}", day.short_beside(claim.published)),
        (_, None) => "gives no day".to_owned(),
    };
    let word = if claim.word.is_empty() { String::new() } else { format!("\"{}\", ", claim.word) };
    let note = if claim.note.is_empty() { String::new() } else { format!("; {}", claim.note) };
    let unread = if claim.read { "" } else { " [not read]" };
    format!("{word}{day}{note}{unread}")
}

/// Columns before what belongs to the row above.
const SET_IN: &str = "         ";

/// What an event cites beyond the sources that were shown already.
pub(super) fn sources(dataset: &Dataset, event: &Event, shown: &[SourceNo]) -> Vec<Para> {
    let further: Vec<SourceNo> = event.sources.iter().copied().filter(|number| !shown.contains(number)).collect();
    if further.is_empty() {
        return Vec::new();
    }
    let count = further.iter().filter(|&&number| !dataset.chronicle.source(number).is_memory()).count();
    let what = if shown.is_empty() { "Sources" } else { "Further sources" };
    let mut out = vec![Para::heading(format!("{what} ({count})"))];
    out.extend(further.into_iter().flat_map(|number| source(dataset, number)));
    out
}

/// A source: a row that can be chosen, with its address and remarks.
fn source(dataset: &Dataset, number: SourceNo) -> Vec<Para> {
    let source = dataset.chronicle.source(number);
    if source.is_memory() {
        return vec![Para::led(SET_IN, "From memory: not checked against a document.")];
    }
    let row = format!("{}: {}.{}", source.id, citation::reference(source), citation::warnings(source));
    let mut out = vec![Para::led(SET_IN, row)];
    if !source.url.is_empty() {
        out.push(Para::led(SET_IN, source.url.as_str()).faint().leading_to(source.link()));
    }
    if !source.note.is_empty() {
        out.push(Para::led(SET_IN, source.note.as_str()).faint());
    }
    out.into_iter().map(|para| para.choosing(Choice::Source(number))).collect()
}

/// The sources of an event by publisher, in a line.
pub(super) fn names(dataset: &Dataset, event: &Event) -> String {
    let cited = event.sources.iter().map(|&number| dataset.chronicle.source(number));
    let names: Vec<&str> =
        cited.map(|source| if source.is_memory() { "not checked" } else { Clean::as_str(&source.publisher) }).collect();
    if names.is_empty() { "nobody is cited".to_owned() } else { format!("source: {}", names.join(", ")) }
}
