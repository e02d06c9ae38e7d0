//! The story in plain words: one paragraph a day, made from rows by fixed rules, every sentence with its sources.

use std::cmp::Ordering;

use crate::chronicle::{Event, EventNo, Kind, Precision, Reading, SourceNo, Tracks};
use crate::situation::{Situation, Status};
use crate::time::{Day, Span};

use super::Dataset;

/// Days in words, with the sources that they cite.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Digest {
    /// One paragraph a day; quiet days that follow one another share one.
    pub paragraphs: Vec<String>,
    /// The sources cited, in the order of their numbers, which begin with 1.
    pub sources: Vec<SourceNo>,
}

impl Dataset {
    /// The days of a span in words, under a reading. Only the days on which something can change are worked out: ten
    /// thousand quiet years cost what one costs.
    #[must_use]
    pub fn digest(&self, days: Span, reading: Reading) -> Digest {
        let tracks = Tracks::new(&self.chronicle, self.gazetteer.places.len(), reading);
        let at = |day| Situation::at(&self.gazetteer, &self.chronicle, &tracks, day);
        let mut digest = Digest::default();
        let mut before = at(days.start.plus(-1));
        let mut told = days.start;
        for day in tracks.turns(&self.chronicle).into_iter().filter(|&day| days.contains(day)) {
            let now = at(day);
            let listed = self.chronicle.on(day, reading);
            if !listed.is_empty() || statuses(&now).ne(statuses(&before)) {
                digest.paragraphs.extend(nothing(self, Span { start: told, end: day }, &before));
                let paragraph = digest.paragraph(self, &now, &before, &listed);
                digest.paragraphs.push(paragraph);
                told = day.plus(1);
            }
            before = now;
        }
        digest.paragraphs.extend(nothing(self, Span { start: told, end: days.end }, &before));
        digest
    }
}

fn statuses(situation: &Situation) -> impl Iterator<Item = Status> {
    situation.standings.iter().map(|standing| standing.status)
}

/// `Tue 24 Aug to Thu 26 Aug 2021: nothing is dated to these days; 33 of 34 capitals have fallen.`; of no days, none.
fn nothing(dataset: &Dataset, days: Span, now: &Situation) -> Option<String> {
    let (first, last) = (days.start, days.last());
    let count = count(dataset, now);
    match days.days() {
        0 => None,
        1 => Some(format!("{}: nothing is dated to this day; {count}.", first.long())),
        _ => {
            Some(format!("{} to {}: nothing is dated to these days; {count}.", first.medium_beside(last), last.long()))
        }
    }
}

/// `12 of 34 capitals have fallen, by the bounds 10 to 15`.
fn count(dataset: &Dataset, now: &Situation) -> String {
    let fallen = now.fallen;
    let [one, many] = &dataset.nouns.places;
    let places = if fallen.total == 1 { one } else { many };
    let range = if fallen.least == fallen.most {
        String::new()
    } else {
        format!(", by the bounds {} to {}", fallen.least, fallen.most)
    };
    match fallen.count {
        0 => format!("none of {} {places} has fallen{range}", fallen.total),
        1 => format!("1 of {} {places} has fallen{range}", fallen.total),
        count => format!("{count} of {} {places} have fallen{range}", fallen.total),
    }
}

/// `, 3 more than the day before`; nothing while none can have fallen.
fn than_before(now: &Situation, before: &Situation) -> String {
    let difference = now.fallen.count.abs_diff(before.fallen.count);
    match now.fallen.count.cmp(&before.fallen.count) {
        Ordering::Equal if now.fallen.most == 0 => String::new(),
        Ordering::Equal => ", as many as the day before".to_owned(),
        Ordering::Greater => format!(", {difference} more than the day before"),
        Ordering::Less => format!(", {difference} fewer than the day before"),
    }
}

impl Digest {
    /// The day in words: how many have fallen, what is listed, what is undecided.
    fn paragraph(&mut self, dataset: &Dataset, now: &Situation, before: &Situation, listed: &[EventNo]) -> String {
        let mut sentences = vec![format!("{}: {}{}.", now.day.long(), count(dataset, now), than_before(now, before))];
        for &number in listed {
            let sentence = self.event(dataset, number, (now.day, now.reading));
            sentences.push(sentence);
        }
        sentences.extend(undecided(dataset, now, Status::Disputed));
        sentences.extend(undecided(dataset, now, Status::Contested));
        sentences.join(" ")
    }

    /// `Herat fell, fought, between 12 and 13 Aug: … [3, 4].`
    fn event(&mut self, dataset: &Dataset, number: EventNo, (day, reading): (Day, Reading)) -> String {
        let chronicle = &dataset.chronicle;
        let event = chronicle.event(number);
        let place = event.place.map_or("", |place| &dataset.gazetteer.place(place).name);
        let told = match &event.kind {
            Kind::Capture(capture) => {
                let party = chronicle.party(capture.party).in_sentence();
                let manner = capture.manner_in_words().map_or_else(String::new, |manner| format!(", {manner}"));
                let changed = match (chronicle.is_return(event), reading == Reading::AsReported) {
                    (false, false) => "fell",
                    (false, true) => "was reported fallen",
                    (true, false) => "returned",
                    (true, true) => "was reported returned",
                };
                format!("{place} {changed} to {party}{manner}{}", bounds(event, (day, reading)))
            }
            Kind::Phase(kind) => format!("{place}, {}{}", kind.word().replace('_', " "), lasting(event)),
            Kind::National(national) => format!("{}{}", national.title, lasting(event)),
        };
        let attribution = match &event.kind {
            Kind::National(national) if !national.attribution.is_empty() => {
                format!(" (according to {})", national.attribution)
            }
            _ => String::new(),
        };
        let summary = event.summary.trim_end_matches('.');
        let summary = if summary.is_empty() { String::new() } else { format!(": {summary}") };
        let cited = self.cite(dataset, &event.sources);
        let single = chronicle.rests_on(number, reading).map_or_else(String::new, |source| {
            format!(" The day rests on a single source{}.", self.cite(dataset, &[source]))
        });
        format!("{told}{summary}{attribution}{cited}.{single}")
    }

    /// ` [1, 4]`: the numbers of sources, which those new get in turn; what is from memory is said to be.
    fn cite(&mut self, dataset: &Dataset, sources: &[SourceNo]) -> String {
        let mut marks: Vec<String> = Vec::new();
        for &source in sources {
            if dataset.chronicle.source(source).is_memory() {
                marks.push("not checked".to_owned());
                continue;
            }
            let known = self.sources.iter().position(|&known| known == source);
            if known.is_none() {
                self.sources.push(source);
            }
            let number = known.map_or(self.sources.len(), |at| at.saturating_add(1));
            marks.push(number.to_string());
        }
        if marks.is_empty() { String::new() } else { format!(" [{}]", marks.join(", ")) }
    }
}

/// `, between 12 and 13 Aug`: the bounds of an uncertain day; an account knows no doubt.
fn bounds(event: &Event, (day, reading): (Day, Reading)) -> String {
    let date = event.date;
    if date.is_doubtful() && !matches!(reading, Reading::Account(_)) {
        format!(", between {} and {}", date.earliest.short_beside(day), date.latest.short_beside(day))
    } else {
        String::new()
    }
}

/// ` (until 15 Aug)`: how long an event lasts, or that its day is not known.
fn lasting(event: &Event) -> String {
    let last = event.last();
    match event.precision {
        Precision::Month => format!(" (in {} {}, day not known)", last.month_name(), last.year()),
        _ if last > event.date.best => format!(" (until {})", last.short_beside(event.date.best)),
        Precision::Approximate => " (about this day)".to_owned(),
        Precision::Day => String::new(),
    }
}

/// `Disputed at the day's end: Kandahar, Lashkargah.`
fn undecided(dataset: &Dataset, now: &Situation, status: Status) -> Option<String> {
    let standings = dataset.gazetteer.numbers().zip(&now.standings);
    let names: Vec<&str> = standings
        .filter(|(_, standing)| standing.status == status)
        .map(|(place, _)| &*dataset.gazetteer.place(place).name)
        .collect();
    let word = if status == Status::Disputed { "Disputed" } else { "Contested" };
    (!names.is_empty()).then(|| format!("{word} at the day's end: {}.", names.join(", ")))
}
