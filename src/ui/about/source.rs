//! A source: what it is, what it claims, which events rest on it.

use crate::app::Choice;
use crate::chronicle::{Account, Claim, EventNo, Says, SourceNo, Verdict};
use crate::dataset::Dataset;
use crate::gazetteer::PlaceNo;
use crate::picture::Ink;
use crate::time::Day;

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
    let published = chronicle.source(number).published.out_by().unwrap_or(dataset.opening);
    for (event_number, cited) in citing {
        let row = Para::led("  ", format!("{}: {}", event::when(cited, published), dataset.event_name(cited)));
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
        let told = format!("{}{}", claims::wording(claim), beside(dataset, claim, &account));
        of_place(dataset, (claim.place, chronicle.capture_claimed(claim)), told)
    }));
    let silent = |place: &&PlaceNo| claims.iter().all(|claim| claim.place != Some(**place));
    out.extend(account.missing.iter().filter(silent).map(|&place| {
        let fall = chronicle.fallen_by(place, account.as_of);
        let told = format!("missing{}", by_the_record(dataset, fall, account.published));
        of_place(dataset, (Some(place), fall), told)
    }));
    out
}

/// A row on a place; it leads to the fall of it that is meant.
fn of_place(dataset: &Dataset, (place, fall): (Option<PlaceNo>, Option<EventNo>), text: String) -> Para {
    let name = place.map_or("all places", |place| &dataset.gazetteer.place(place).name);
    let row = Para::led(format!("  {name:<16} "), text);
    match fall {
        Some(event) => row.choosing(Choice::Event(event)),
        None => row,
    }
}

/// ` (record: fallen 13 Aug)`, ` (as the record)`: how a claim of an account compares with the record.
fn beside(dataset: &Dataset, claim: &Claim, account: &Account) -> String {
    let chronicle = &dataset.chronicle;
    let record = |fall| by_the_record(dataset, fall, claim.published);
    match (claim.says, claim.place) {
        (Says::Fallen, _) => match chronicle.verdict(claim) {
            Verdict::Agrees => " (as the record)".into(),
            Verdict::Undated | Verdict::OtherDay => record(chronicle.capture_claimed(claim)),
            Verdict::Wrong => format!(" [wrong at the time]{}", record(chronicle.capture_claimed(claim))),
            Verdict::Unknown => " (not in the record)".into(),
        },
        (_, Some(place)) if account.missing.contains(&place) => record(chronicle.fallen_by(place, account.as_of)),
        _ => String::new(),
    }
}

/// ` (record: fallen 13 Aug)`.
fn by_the_record(dataset: &Dataset, fall: Option<EventNo>, published: Day) -> String {
    let day = fall.map(|fall| dataset.chronicle.event(fall).date.best.short_beside(published));
    day.map_or_else(String::new, |day| format!(" (record: fallen {day})"))
}
