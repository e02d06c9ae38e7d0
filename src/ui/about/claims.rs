//! Who says so: claims and sources.

use crate::chronicle::{Claim, Event, Says, Source};
use crate::dataset::Dataset;
use crate::gazetteer::PlaceNo;
use crate::picture::Ink;
use crate::text::Clean;
use crate::time::Published;

use super::Para;

/// `CNN 8 Aug, Reuters 8 Aug (twice), Amu TV 8 Aug`: who dates the fall to which day.
pub(super) fn in_a_line(dataset: &Dataset, place: PlaceNo) -> String {
    let mut told: Vec<(String, usize)> = Vec::new();
    for claim in dataset.chronicle.claims_on(place) {
        let says = match (claim.says, claim.day) {
            (Says::Contested, _) => format!("{} \"contested\"", claim.publisher),
            (_, Some(day)) => format!("{} {}", claim.publisher, day.short()),
            (_, None) => format!("{} no day", claim.publisher),
        };
        match told.iter_mut().find(|(known, _)| *known == says) {
            Some((_, times)) => *times += 1,
            None => told.push((says, 1)),
        }
    }
    if told.is_empty() {
        return "no claim in the record names its day".into();
    }
    let words = told.into_iter().map(|(says, times)| if times == 1 { says } else { format!("{says} ({times}x)") });
    words.collect::<Vec<_>>().join(", ")
}

/// The years of the only claims that date the fall, if all of them look back.
pub(super) fn retrospective_years(dataset: &Dataset, place: PlaceNo) -> Option<String> {
    if !dataset.rests_on_retrospective(place) {
        return None;
    }
    let sources = dataset.chronicle.claims_on(place).map(|claim| dataset.chronicle.source(claim.source));
    let years = sources.filter(|source| source.is_retrospective()).filter_map(|source| match source.published {
        Published::Day(day) => Some(day.year()),
        Published::Month(year, _) => Some(year),
        Published::Unknown => None,
    });
    years.max().map(|year| year.to_string())
}

/// Every claim on a place, in order of publication.
pub(super) fn all(dataset: &Dataset, place: PlaceNo) -> Vec<Para> {
    let mut claims: Vec<&Claim> = dataset.chronicle.claims_on(place).collect();
    claims.sort_by_key(|claim| claim.published);
    let mut out = vec![Para::new(Ink::Strong, format!("Claims ({}), by day of publication", claims.len()))];
    for claim in claims {
        let day = claim.day.map_or_else(|| "gives no day".to_owned(), |day| format!("dates it {}", day.short()));
        let note = if claim.note.is_empty() { String::new() } else { format!("; {}", claim.note) };
        let wrong = if dataset.was_wrong(claim) { " [wrong at the time]" } else { "" };
        let unread = if claim.read { "" } else { " [not read]" };
        out.push(Para::indented(format!(
            "{} {} ({}): \"{}\", {day}{note}{wrong}{unread}",
            claim.published.short_beside(claim.day.unwrap_or(dataset.opening)),
            claim.publisher,
            claim.report,
            claim.word
        )));
    }
    out
}

/// Every source that an event cites.
pub(super) fn sources(dataset: &Dataset, event: &Event) -> Vec<Para> {
    let cited = || event.sources.iter().map(|&number| dataset.chronicle.source(number));
    let count = cited().filter(|source| !source.is_memory()).count();
    let mut out = vec![Para::new(Ink::Strong, format!("Sources ({count})"))];
    out.extend(cited().flat_map(source));
    out
}

fn source(source: &Source) -> Vec<Para> {
    if source.is_memory() {
        return vec![Para::indented("From memory: not checked against a document.")];
    }
    let author = if source.author.is_empty() { String::new() } else { format!("{}. ", source.author) };
    let unread = if source.read { "" } else { " [not read]" };
    let mut out = vec![Para::indented(format!(
        "{}: {author}{}. {}, {} ({}).{unread}",
        source.id, source.title, source.publisher, source.published, source.kind
    ))];
    let details = [&source.url, &source.note].into_iter().filter(|text| !text.is_empty());
    out.extend(details.map(|text| Para { ink: Ink::Faint, indent: 4, text: text.to_string() }));
    out
}

/// The sources of an event by publisher, in a line.
pub(super) fn names(dataset: &Dataset, event: &Event) -> String {
    let cited = event.sources.iter().map(|&number| dataset.chronicle.source(number));
    let names: Vec<&str> =
        cited.map(|source| if source.is_memory() { "not checked" } else { Clean::as_str(&source.publisher) }).collect();
    format!("source: {}", names.join(", "))
}
