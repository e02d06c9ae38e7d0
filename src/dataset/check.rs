//! Oddities of a record that is sound: kept, shown, never an error.

use std::collections::BTreeMap;

use crate::chronicle::{Claim, Event, EventNo, Kind, PhaseKind, Source, SourceNo, Uses};

use super::problem::{Problem, quote};
use super::{Dataset, events, reports};

/// On which lines the rows stand, in the order of the lists in memory.
#[derive(Clone, Debug)]
pub(super) struct Lines {
    pub(super) events: Vec<u64>,
    pub(super) claims: Vec<u64>,
    pub(super) sources: Vec<u64>,
}

/// The findings in the order of the files: claims, events, sources.
pub(super) fn findings(dataset: &Dataset) -> Vec<Problem> {
    let chronicle = &dataset.chronicle;
    let lines = &dataset.lines;
    let mut findings = Vec::new();
    for (claim, &line) in chronicle.claims.iter().zip(&lines.claims) {
        findings.extend(odd_claim(dataset, claim).map(|problem| problem.at(line).finding()));
    }
    for ((number, event), &line) in chronicle.numbered().zip(&lines.events) {
        let odd = [
            uncited(event),
            late(dataset, event),
            early(dataset, event),
            shared(dataset, event),
            unlost(dataset, number, event),
        ];
        findings.extend(odd.into_iter().flatten().map(|problem| problem.at(line).finding()));
    }
    for ((source, uses), &line) in chronicle.sources.iter().zip(chronicle.uses()).zip(&lines.sources) {
        findings.extend(idle(source, uses).map(|problem| problem.at(line).finding()));
    }
    findings
}

/// A report that was wrong at the time: published before its event can have happened, or about a day outside its bounds.
fn odd_claim(dataset: &Dataset, claim: &Claim) -> Option<Problem> {
    let place = claim.place.filter(|_| dataset.chronicle.was_wrong(claim))?;
    let event = dataset.chronicle.event(dataset.chronicle.capture_claimed(claim)?);
    let name = &dataset.gazetteer.place(place).name;
    let told = if claim.published < event.date.earliest {
        format!("{} has {name} fallen on {}, before {}", claim.report, claim.published, event.date.earliest)
    } else {
        let day = claim.day?;
        format!("{} dates {name} to {day}, outside of {} to {}", claim.report, event.date.earliest, event.date.latest)
    };
    Some(Problem::file(reports::CLAIMS, told, "a report that was wrong at the time is kept and shown as such"))
}

fn uncited(event: &Event) -> Option<Problem> {
    let told = format!("{} cites no source", quote(&event.id));
    let problem = Problem::file(events::FILE, told, "name who says so").column("sources");
    event.sources.is_empty().then_some(problem)
}

/// An event that the playhead never comes to.
fn late(dataset: &Dataset, event: &Event) -> Option<Problem> {
    let (date, last) = (event.date.best, dataset.chronicle.stretch.last());
    let told = format!("{} is dated to {date}, after {last}, the last day, and never shown", quote(&event.id));
    let problem = Problem::file(events::FILE, told, "correct the date, or last in dataset.toml").column("date");
    (date > last).then_some(problem)
}

/// A capture that cites a source from before it can have happened.
fn early(dataset: &Dataset, event: &Event) -> Option<Problem> {
    let earliest = event.date.earliest;
    let sources = event.sources.iter().map(|&source| dataset.chronicle.source(source));
    let mut early = sources.filter_map(|source| source.published.out_by().map(|out| (source, out)));
    let (source, out) = early.find(|(_, out)| event.is_capture() && *out < earliest)?;
    let told = format!("{} cites {} of {out}, before {earliest}", quote(&event.id), source.id);
    let hint = "correct a date; if the report was wrong at the time, it may stay";
    Some(Problem::file(events::FILE, told, hint).column("sources"))
}

/// An event that cites two sources with one text.
fn shared(dataset: &Dataset, event: &Event) -> Option<Problem> {
    let chronicle = &dataset.chronicle;
    let mut first = BTreeMap::new();
    let pair = |&source: &SourceNo| (*first.entry(chronicle.origin(source)).or_insert(source), source);
    let (one, other) = event.sources.iter().map(pair).find(|(one, other)| one != other)?;
    let [one, other] = [one, other].map(|source| &chronicle.source(source).id);
    let told = format!("{} cites {one} and {other}, which share one text", quote(&event.id));
    let hint = "they count as one witness; where that is wrong, empty their column repeats in sources.csv";
    Some(Problem::file(events::FILE, told, hint).column("sources"))
}

/// A place that is won back without having been lost or attacked, or taken by whoever holds it.
fn unlost(dataset: &Dataset, number: EventNo, event: &Event) -> Option<Problem> {
    let chronicle = &dataset.chronicle;
    let place = event.place?;
    let before = |other: &Event| other.date.earliest <= event.date.best;
    let captures = || chronicle.captures_of(place).filter(|(other, event)| *other != number && before(event));
    let contested = || chronicle.phases_of(place).any(|(_, phase)| before(phase) && contests(phase));
    let (told, hint) = match &event.kind {
        Kind::Phase(PhaseKind::Retaken) if captures().next().is_none() && !contested() => (
            "is won back without having been lost or contested",
            "add the attack that came before, or correct the date",
        ),
        Kind::Phase(PhaseKind::RetakeClaimed) if captures().next().is_none() => {
            ("is said to be won back without having been lost", "add the capture that came before, or correct the date")
        }
        Kind::Capture(capture) => {
            let last = captures().max_by_key(|(_, event)| event.date.best);
            let holder = last.map_or(chronicle.home, |(_, event)| match &event.kind {
                Kind::Capture(capture) => capture.party,
                _ => chronicle.home,
            });
            if holder != capture.party {
                return None;
            }
            ("is taken by the party that holds it already", "add the loss that came before, or correct the party")
        }
        _ => return None,
    };
    let name = &dataset.gazetteer.place(place).name;
    Some(Problem::file(events::FILE, format!("{}: {name} {told}", quote(&event.id)), hint))
}

fn contests(event: &Event) -> bool {
    matches!(event.kind, Kind::Phase(kind) if kind.contests())
}

/// A source that no row cites.
fn idle(source: &Source, uses: Uses) -> Option<Problem> {
    let problem = || {
        let hint = "cite it where it says something, or say in its note why it is kept";
        Problem::file(reports::SOURCES, format!("no row cites {}", quote(&source.id)), hint).column("id")
    };
    (uses == Uses::default()).then(problem)
}
