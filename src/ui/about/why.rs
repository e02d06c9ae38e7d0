//! Why a place has its status: the rule, everybody's words in order of publication, and what would be otherwise.

use std::collections::BTreeSet;

use crate::app::Choice;
use crate::chronicle::{Claim, Reading, Says, Word};
use crate::dataset::{Dataset, Testimony, Why};
use crate::picture::Ink;
use crate::situation::{Standing, Status};
use crate::text::Clean;
use crate::time::{Day, Published};

use super::{Para, claims};

/// `Why: Herat, Thu 12 Aug 2021`.
pub(in crate::ui) fn title(dataset: &Dataset, why: &Why<'_>) -> String {
    let readings = match why.reading {
        Reading::Account(source) => format!("as told by {}", dataset.chronicle.source(source).id),
        reading => reading.word().replace('-', " "),
    };
    format!("Why: {}, {}, {readings}", dataset.gazetteer.place(why.place).name, why.day.long())
}

/// All of it.
pub(in crate::ui) fn text(dataset: &Dataset, why: &Why<'_>) -> Vec<Para> {
    let mut out = vec![Para::heading(capital(&stands(&why.standing, why.day))), Para::indented(why.rule.as_str())];
    out.extend(support(dataset, why));
    let told = match why.testimonies.len() {
        0 => "Nobody is cited".to_owned(),
        count => format!("Who says what, in order of publication ({count})"),
    };
    out.extend([Para::blank(), Para::heading(told)]);
    let settled = why.capture.map(|capture| dataset.chronicle.event(capture).date.best);
    let mut chosen = BTreeSet::new();
    for told in &why.testimonies {
        let row = testimony(dataset, told, (why.day, settled));
        // A source that speaks twice is chosen by its first row.
        out.push(if chosen.insert(told.source) { row.choosing(Choice::Source(told.source)) } else { row });
    }
    out.extend([Para::blank(), Para::heading("On this day under the other readings")]);
    let others = why.readings.iter().filter(|(reading, _)| *reading != why.reading);
    out.extend(others.map(|(reading, standing)| {
        let changes = if standing.status == why.standing.status { "" } else { "  <- differs" };
        let word = reading.word().replace('-', " ");
        Para::led(format!("  {word:<13}"), format!("{}{changes}", stands(standing, why.day)))
    }));
    out.extend(without(dataset, why));
    out
}

/// `fallen since Thu 12 Aug`, `disputed since Thu 12 Aug`, `held`.
fn stands(standing: &Standing, day: Day) -> String {
    let since = match (standing.status, standing.fall) {
        (Status::Fallen, Some(fall)) => Some(fall.date.best),
        (Status::Disputed, Some(fall)) => Some(fall.date.earliest),
        _ => None,
    };
    let since = since.map_or_else(String::new, |first| {
        if first == day { " since this day".to_owned() } else { format!(" since {}", first.medium_beside(day)) }
    });
    format!("{}{since}", standing.status.word())
}

/// On whom the day rests; a warning if on one alone.
fn support(dataset: &Dataset, why: &Why<'_>) -> Option<Para> {
    let chronicle = &dataset.chronicle;
    let day = chronicle.day_of(why.capture?, why.reading)?;
    if matches!(why.reading, Reading::AsReported | Reading::Account(_)) {
        return None;
    }
    let day = day.medium_beside(why.day);
    let text = match &*why.support {
        [] => format!("No claim dates it to {day}, and no source cited was out on that day."),
        [word] => format!("{day} rests on a single source: {}.", claims::name(chronicle.source(word.source))),
        words => {
            let named = group(dataset, words, false, "Naming that day");
            let silent = group(dataset, words, true, "Out on it, naming none");
            format!("{day} has {} sources that do not repeat one another.{named}{silent}", words.len())
        }
    };
    let ink = if why.support.len() < 2 { Ink::Disputed } else { Ink::Plain };
    Some(Para::new(ink, text).set_in())
}

/// ` Naming that day: VOA (VOA-LIST-0813), AP (AP-HER).`; nothing if nobody does.
fn group(dataset: &Dataset, words: &[Word], undated: bool, what: &str) -> String {
    let words = words.iter().filter(|word| word.undated == undated);
    let names: Vec<String> = words.map(|word| claims::name(dataset.chronicle.source(word.source))).collect();
    if names.is_empty() { String::new() } else { format!(" {what}: {}.", names.join(", ")) }
}

/// `  13 Aug  TOLOnews (TOLO-HER): "fell", dates it 13 Aug, a day later`.
fn testimony(dataset: &Dataset, told: &Testimony<'_>, (today, settled): (Day, Option<Day>)) -> Para {
    let source = dataset.chronicle.source(told.source);
    let published = match told.published {
        Published::Day(day) => day.short_beside(today),
        other => other.to_string(),
    };
    let text = match told.claim {
        Some(claim) => statement(claim, &source.id, (today, settled)),
        None if source.is_memory() => "from memory, not checked against a document".to_owned(),
        None => format!("{} ({}): cited for the fall, no claim of a day", source.in_short(), source.id),
    };
    let read = told.claim.map_or(source.read, |claim| claim.read);
    let repeats = source.repeats.map(|earlier| format!("repeats {}", dataset.chronicle.source(earlier).id));
    let (wrong, early) = ("wrong at the time", "out before it can have fallen");
    let marks = [
        (!read && !source.is_memory()).then(|| "not read".to_owned()),
        told.wrong.then(|| if told.claim.is_some() { wrong } else { early }.to_owned()),
        repeats,
    ];
    let marked = std::iter::once(text).chain(marks.into_iter().flatten().map(|mark| format!("[{mark}]")));
    Para::led(format!("  {published:<12}"), marked.collect::<Vec<_>>().join(" "))
}

/// `AP (AP-HER): "fell", dates it 12 Aug`, with the report where it is not named like its source.
fn statement(claim: &Claim, source: &Clean, (today, settled): (Day, Option<Day>)) -> String {
    let report = if claim.report == *source { String::new() } else { format!(", report {}", claim.report) };
    let word = if claim.word.is_empty() { String::new() } else { format!("\"{}\", ", claim.word) };
    let day = match (claim.says, claim.day) {
        (Says::Contested, Some(day)) => format!("on {}", day.short_beside(today)),
        (_, Some(day)) => {
            let beside = settled.map_or_else(String::new, |settled| beside(day, settled));
            format!("dates it {}{beside}", day.short_beside(today))
        }
        (_, None) => "gives no day".to_owned(),
    };
    let note = if claim.note.is_empty() { String::new() } else { format!("; {}", claim.note) };
    let publisher = claim.publisher.split(" (").next().unwrap_or_default();
    format!("{publisher} ({source}{report}): {word}{day}{note}")
}

/// How a day lies to the settled one: `, a day later`.
fn beside(day: Day, settled: Day) -> String {
    match day.since(settled) {
        0 => String::new(),
        1 => ", a day later".to_owned(),
        -1 => ", a day earlier".to_owned(),
        days if days > 0 => format!(", {days} days later"),
        days => format!(", {} days earlier", -days),
    }
}

/// What a settled status would be without one of its sources.
fn without(dataset: &Dataset, why: &Why<'_>) -> Vec<Para> {
    if why.reading != Reading::Settled || why.standing.status != Status::Fallen || why.testimonies.is_empty() {
        return Vec::new();
    }
    let mut out = vec![Para::blank(), Para::heading("If a source did not exist")];
    if why.without.is_empty() {
        out.push(Para::indented("Without any one of these sources it would be the same."));
    }
    out.extend(why.without.iter().map(|(source, status)| {
        Para::indented(format!("without {}: {}", dataset.chronicle.source(*source).id, status.word()))
    }));
    out
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
