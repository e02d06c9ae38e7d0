//! A source: what it is, what it claims, which events rest on it.

use crate::app::Choice;
use crate::chronicle::{Claim, Entry, Says, SourceNo, Verdict};
use crate::dataset::Dataset;
use crate::gazetteer::PlaceNo;
use crate::picture::Ink;

use super::{Para, claims, event};

/// The heading: the identifier and the publisher.
pub(super) fn title(dataset: &Dataset, number: SourceNo) -> String {
    let source = dataset.chronicle.source(number);
    if source.publisher.is_empty() { source.id.to_string() } else { format!("{}: {}", source.id, source.publisher) }
}

/// Everything.
pub(super) fn full(dataset: &Dataset, number: SourceNo) -> Vec<Para> {
    let mut out = itself(dataset, number);
    out.extend(its_claims(dataset, number));
    let chronicle = &dataset.chronicle;
    let citing: Vec<_> = chronicle.numbered().filter(|(_, event)| event.sources.contains(&number)).collect();
    out.push(Para::blank());
    out.push(Para::heading(match citing.len() {
        0 => "No event of the record cites it".to_owned(),
        1 => "One event cites it".to_owned(),
        count => format!("{count} events cite it"),
    }));
    for (event_number, cited) in citing {
        let row = Para::led("  ", format!("{}: {}", event::when(cited), dataset.event_name(cited)));
        out.push(row.choosing(Choice::Event(event_number)));
    }
    out
}

fn itself(dataset: &Dataset, number: SourceNo) -> Vec<Para> {
    let source = dataset.chronicle.source(number);
    if source.is_memory() {
        return vec![Para::heading("General knowledge, not checked against a document"), Para::indented(MEMORY)];
    }
    let row = |name: &str, value: &str| (!value.is_empty()).then(|| Para::led(format!("  {name:<11}"), value));
    let read = match (source.read, source.note.is_empty()) {
        (true, false) => "yes, as far as the note says",
        (true, true) => "yes; how far is not noted",
        (false, _) => "no",
    };
    let published = source.published.to_string();
    let rows = [
        ("author", source.author.as_str()),
        ("publisher", &source.publisher),
        ("published", &published),
        ("kind", &source.kind),
        ("read", read),
        ("note", &source.note),
    ];
    let mut out = vec![Para::heading(source.title.as_str())];
    out.extend(rows.into_iter().filter_map(|(name, value)| row(name, value)));
    let link = source.link();
    match (&link, source.url.is_empty(), source.is_reprint()) {
        (_, true, _) => out.extend(row("address", "none is known")),
        (Some(link), ..) => out.extend(row("host", link.host())),
        (None, _, true) => out.extend(row("address of", COPY)),
        (None, _, false) => out.extend(row("address of", UNSAFE)),
    }
    out.extend(row("address", &source.url).map(|para| para.leading_to(link)));
    out
}

const MEMORY: &str = "What rests on it says so, and it never counts as a source.";
const COPY: &str = "a copy on a host that has nothing to do with the publisher: not a link, and not opened from here";
const UNSAFE: &str = "no page with a name on the web: not a link, and not opened from here";

/// What it claims, in the order of the file, each beside the record; then what it misses.
fn its_claims(dataset: &Dataset, number: SourceNo) -> Vec<Para> {
    let chronicle = &dataset.chronicle;
    let Some(account) = chronicle.compared(number) else { return vec![Para::blank(), Para::heading("No dated list")] };
    let count = match account.listed.len() {
        1 => "one place".to_owned(),
        count => format!("{count} places"),
    };
    let (published, until) = (account.published.long(), account.as_of.short_beside(account.published));
    let heading = format!("Its list: {count} fallen, published {published}, about the days until {until}");
    let mut out = vec![Para::blank(), Para::heading(heading)];
    if !account.complete {
        out.push(Para::new(Ink::Faint, "  The list could not be read to its end: what it misses is not known."));
    }
    let claims: Vec<&Claim> = chronicle.claims.iter().filter(|claim| claim.source == number).collect();
    out.extend(claims.iter().map(|claim| {
        let entry = account.listed.iter().find(|entry| Some(entry.place) == claim.place);
        let missed = claim.place.is_some_and(|place| account.missing.contains(&place));
        let beside = beside(dataset, claim, entry, missed);
        of_place(dataset, claim.place, format!("{}{beside}", claims::wording(claim)))
    }));
    let silent = |place: &PlaceNo| claims.iter().all(|claim| claim.place != Some(*place));
    out.extend(
        account
            .missing
            .into_iter()
            .filter(silent)
            .map(|place| of_place(dataset, Some(place), format!("missing{}", by_the_record(dataset, place)))),
    );
    out
}

/// A row on a place; it leads to the fall of it.
fn of_place(dataset: &Dataset, place: Option<PlaceNo>, text: String) -> Para {
    let name = place.map_or("all places", |place| &dataset.gazetteer.place(place).name);
    let row = Para::led(format!("  {name:<16} "), text);
    match place.and_then(|place| dataset.chronicle.captures_of(place).next()) {
        Some((event, _)) => row.choosing(Choice::Event(event)),
        None => row,
    }
}

/// ` (record: 13 Aug)`, ` (as the record)`.
fn beside(dataset: &Dataset, claim: &Claim, entry: Option<&Entry>, missed: bool) -> String {
    match (entry.filter(|_| claim.says == Says::Fallen), claim.place) {
        (Some(entry), _) => match entry.verdict {
            Verdict::Agrees => " (as the record)".into(),
            Verdict::Undated | Verdict::OtherDay => by_the_record(dataset, entry.place),
            Verdict::Wrong => format!(" [wrong at the time]{}", by_the_record(dataset, entry.place)),
            Verdict::Unknown => " (not in the record)".into(),
        },
        (None, Some(place)) if missed => by_the_record(dataset, place),
        _ => String::new(),
    }
}

/// ` (record: fallen 13 Aug)`.
fn by_the_record(dataset: &Dataset, place: PlaceNo) -> String {
    let fall = dataset.chronicle.captures_of(place).next();
    fall.map_or_else(String::new, |(_, event)| format!(" (record: fallen {})", event.date.best.short()))
}
