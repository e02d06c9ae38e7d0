//! Why a place has its status on a day: the rule that gave it, who says what, and what would be otherwise.

use std::collections::BTreeSet;

use crate::chronicle::{Chronicle, Claim, Event, EventNo, Fall, Kind, PhaseKind, Reading, SourceNo, Tracks, Word};
use crate::gazetteer::PlaceNo;
use crate::situation::{Standing, Status};
use crate::time::{Day, Published};

use super::Dataset;

/// Why a place has its status at a day's end.
#[derive(Clone, Debug)]
pub struct Why<'a> {
    /// The place.
    pub place: PlaceNo,
    /// The day.
    pub day: Day,
    /// The rule by which claims become status.
    pub reading: Reading,
    /// How it stands.
    pub standing: Standing,
    /// The rule that gave its status, in a sentence.
    pub rule: String,
    /// The capture that it is about: the one that counts, else the next, else the last; none of a place never taken.
    pub capture: Option<EventNo>,
    /// The independent sources on which the day of the capture rests.
    pub support: Vec<Word>,
    /// Who says what of it, in order of publication.
    pub testimonies: Vec<Testimony<'a>>,
    /// How it stands on this day under the readings that are no account.
    pub readings: Vec<(Reading, Standing)>,
    /// The sources without one of which its status on this day would be another.
    pub without: Vec<(SourceNo, Status)>,
}

/// What a source says of a place.
#[derive(Clone, Copy, Debug)]
pub struct Testimony<'a> {
    /// The source.
    pub source: SourceNo,
    /// When it said so.
    pub published: Published,
    /// What it said; none of a source that the record cites for the event without a claim.
    pub claim: Option<&'a Claim>,
    /// Whether it was wrong at the time: out, or about a day, before the place can have fallen, or about one after it must
    /// have.
    pub wrong: bool,
}

impl Dataset {
    /// Why a place has its status at the end of a day under a reading.
    #[must_use]
    pub fn why(&self, place: PlaceNo, day: Day, reading: Reading) -> Why<'_> {
        let chronicle = &self.chronicle;
        let standing = |reading| {
            let tracks = Tracks::new(chronicle, self.gazetteer.places.len(), reading);
            Standing::at(chronicle, &tracks, place, day)
        };
        let now = standing(reading);
        let capture = now.fall.map(|fall| fall.event).or_else(|| at_hand(chronicle, place, day));
        let support = capture.map_or_else(Vec::new, |capture| {
            let settled = chronicle.event(capture).date.best;
            chronicle.support(capture, chronicle.day_of(capture, reading).unwrap_or(settled))
        });
        let testimonies = testimonies(self, place, capture);
        Why {
            place,
            day,
            reading,
            rule: rule(self, &now, (place, capture), (day, reading), &testimonies),
            support,
            without: without(chronicle, capture, (day, reading), (&now, &testimonies)),
            readings: Reading::NAMED.map(|(reading, _)| (reading, standing(reading))).to_vec(),
            standing: now,
            capture,
            testimonies,
        }
    }
}

/// The fall of a place that no standing names: the next by its settled day, else the last.
fn at_hand(chronicle: &Chronicle, place: PlaceNo, day: Day) -> Option<EventNo> {
    let falls = || chronicle.captures_of(place).filter(|(_, event)| !chronicle.is_return(event));
    let next = falls().find(|(_, event)| event.date.best > day);
    next.or_else(|| falls().last()).map(|(number, _)| number)
}

/// The claims about a capture and the sources cited for it, in order of publication; what has no date comes last. Of a
/// place never taken, all claims on it.
fn testimonies(dataset: &Dataset, place: PlaceNo, capture: Option<EventNo>) -> Vec<Testimony<'_>> {
    let chronicle = &dataset.chronicle;
    let claims: Vec<&Claim> = match capture {
        Some(capture) => chronicle.claims_about(capture).collect(),
        None => chronicle.claims_on(place).collect(),
    };
    let claimed = claims.iter().map(|&claim| Testimony {
        source: claim.source,
        published: Published::Day(claim.published),
        claim: Some(claim),
        wrong: dataset.was_wrong(claim),
    });
    let cited = capture.map_or(&[][..], |capture| &chronicle.event(capture).sources);
    let silent = cited.iter().filter(|&&source| claims.iter().all(|claim| claim.source != source));
    let earliest = capture.map(|capture| chronicle.event(capture).date.earliest);
    let cited = silent.map(|&source| {
        let published = chronicle.source(source).published;
        let wrong = published.out_by().zip(earliest).is_some_and(|(out, earliest)| out < earliest);
        Testimony { source, published, claim: None, wrong }
    });
    let mut all: Vec<Testimony<'_>> = claimed.chain(cited).collect();
    all.sort_by_key(|told| (told.published.out_by().is_none(), told.published.out_by()));
    all
}

/// The sources without which a settled status would be another.
fn without(
    chronicle: &Chronicle,
    capture: Option<EventNo>,
    (day, reading): (Day, Reading),
    (now, testimonies): (&Standing, &[Testimony<'_>]),
) -> Vec<(SourceNo, Status)> {
    let Some(capture) = capture.filter(|_| reading == Reading::Settled) else { return Vec::new() };
    // Where two that do not repeat one another bear the day, it stands whichever one is gone.
    let words = chronicle.words_on(capture);
    let best = chronicle.event(capture).date.best;
    let dated = words.iter().any(|word| word.day == best);
    let bearing = words.iter().filter(|word| !dated || word.day == best);
    let origins: BTreeSet<SourceNo> = bearing.map(|word| word.origin).collect();
    if origins.len() != 1 {
        return Vec::new();
    }
    let sources: BTreeSet<SourceNo> = testimonies.iter().map(|told| told.source).collect();
    let sources = sources.into_iter().filter(|&source| origins.contains(&chronicle.origin(source)));
    let status = |source: SourceNo| {
        let dated = chronicle.settled_without(capture, &[source]);
        (now.status == Status::Fallen && !dated.has_come(day)).then_some((source, Status::Disputed))
    };
    sources.filter_map(status).collect()
}

/// The rule that gave a status.
fn rule(
    dataset: &Dataset,
    standing: &Standing,
    (place, capture): (PlaceNo, Option<EventNo>),
    (day, reading): (Day, Reading),
    testimonies: &[Testimony<'_>],
) -> String {
    let chronicle = &dataset.chronicle;
    match (standing.status, standing.fall) {
        (Status::Fallen, Some(fall)) => fallen(chronicle, standing, fall, (day, reading), testimonies),
        (Status::Disputed, Some(fall)) => disputed(chronicle, fall, (day, reading)),
        (Status::Contested, _) => {
            let phases = phases(chronicle, (standing, day), PhaseKind::contests);
            format!(
                "Held and fought for, because this day belongs to {phases}. {}",
                ahead(dataset, capture, (day, reading))
            )
        }
        _ => {
            let contested = phases(chronicle, (standing, day), PhaseKind::contests);
            let ended = phases(chronicle, (standing, day), PhaseKind::ends_contest);
            let reason = match (&*contested, &*ended) {
                ("", _) => "nothing in the record contests it on this day".to_owned(),
                (contested, ended) => format!("{ended} ends {contested} on this day"),
            };
            let never = chronicle.captures_of(place).next().is_none();
            let fall =
                if never { "The record knows no fall of it.".into() } else { ahead(dataset, capture, (day, reading)) };
            format!("Held, because {reason}. {fall}")
        }
    }
}

fn fallen(
    chronicle: &Chronicle,
    standing: &Standing,
    fall: Fall,
    (today, reading): (Day, Reading),
    testimonies: &[Testimony<'_>],
) -> String {
    let day = fall.date.best.medium_beside(today);
    let doubt = if standing.doubtful {
        format!(
            " Some sources have it fall only by {}: hence the mark of doubt.",
            fall.date.latest.medium_beside(today)
        )
    } else {
        String::new()
    };
    match reading {
        Reading::Settled => format!("Fallen, because the best supported day of its fall, {day}, has come.{doubt}"),
        Reading::Earliest => format!("Fallen, because the earliest day that sources allow, {day}, has come.{doubt}"),
        Reading::Latest => format!("Fallen, because the latest day that sources allow, {day}, has come."),
        Reading::AsReported => {
            let first = testimonies.iter().filter(|told| told.says_fallen());
            let first = first.filter(|told| told.published.out_by() == Some(fall.date.best)).map(|told| told.source);
            format!(
                "Fallen, because by the end of this day its fall had been published: first, as far as it can have happened by \
                 then, on {day} by {}.",
                names(chronicle, first)
            )
        }
        Reading::Account(source) => {
            let source = names(chronicle, [source].into_iter());
            let dated = chronicle.claims_about(fall.event).any(|claim| claim.day == Some(fall.date.best));
            let how = if dated { "dates its fall to" } else { "gives no day of its fall and was published on" };
            format!("Fallen, because {source} {how} {day}.")
        }
    }
}

fn disputed(chronicle: &Chronicle, fall: Fall, (today, reading): (Day, Reading)) -> String {
    let first = fall.date.earliest.medium_beside(today);
    let record = chronicle.event(fall.event).date.earliest.medium_beside(today);
    match reading {
        Reading::AsReported => format!(
            "Disputed, because it was reported as fallen on {first}, before {record}, the earliest day on which it can have \
             fallen, and no sound report had been published yet."
        ),
        _ if fall.open => format!(
            "Disputed, because the earliest day that sources allow, {first}, has come, and no source that is left supports \
             the day of its fall."
        ),
        _ => format!(
            "Disputed, because the earliest day that sources allow, {first}, has come, and the {} one, {}, has not.",
            if reading == Reading::Latest { "latest" } else { "best supported" },
            fall.date.best.medium_beside(today)
        ),
    }
}

/// When a fall that does not count yet comes, or why it never does; of a place that has returned, since when.
fn ahead(dataset: &Dataset, capture: Option<EventNo>, (day, reading): (Day, Reading)) -> String {
    let chronicle = &dataset.chronicle;
    let Some(capture) = capture else { return String::new() };
    let record = chronicle.event(capture).date.medium_beside(day);
    match (chronicle.day_of(capture, reading), reading) {
        (Some(back), _) if chronicle.is_return(chronicle.event(capture)) => {
            let home = chronicle.party(chronicle.home).in_sentence();
            format!("It returned to {home} on {}.", back.medium_beside(day))
        }
        (Some(fall), _) if fall > day => format!("By this reading it falls on {}.", fall.medium_beside(day)),
        (None, Reading::Account(_)) => format!("This account does not have its fall; by the record it fell {record}."),
        (None, Reading::AsReported) => {
            let last = chronicle.stretch.last().medium_beside(day);
            format!("No report of its fall is dated {last} or earlier; by the record it fell {record}.")
        }
        _ => String::new(),
    }
}

/// `the siege of 1 Jul to 12 Aug`: the phases of some kinds that cover the day.
fn phases(chronicle: &Chronicle, (standing, today): (&Standing, Day), wanted: fn(PhaseKind) -> bool) -> String {
    let events = standing.phases.iter().map(|&number| chronicle.event(number));
    let words = events.filter_map(|event| match event.kind {
        Kind::Phase(kind) if wanted(kind) => {
            Some(format!("\"{}\" ({})", kind.word().replace('_', " "), days(event, today)))
        }
        _ => None,
    });
    words.collect::<Vec<_>>().join(" and ")
}

fn days(event: &Event, today: Day) -> String {
    let (first, last) = (event.span.start.short_beside(today), event.last().short_beside(today));
    if first == last { first } else { format!("{first} to {last}") }
}

/// `Reuters via CNA (RTR-FAI), AP (AP-HER)`.
fn names(chronicle: &Chronicle, sources: impl Iterator<Item = SourceNo>) -> String {
    let mut names: Vec<String> = sources
        .map(|source| chronicle.source(source))
        .map(|source| format!("{} ({})", source.in_short(), source.id))
        .collect();
    names.dedup();
    names.join(", ")
}

impl Testimony<'_> {
    /// Whether it says that the place has fallen: a citation does, a claim unless it says contested.
    #[must_use]
    pub fn says_fallen(&self) -> bool {
        self.claim.is_none_or(|claim| claim.counts_from().is_some())
    }
}
