//! What happened, dated, and who says so: events, claims, sources, parties, and the readings that turn claims into
//! tracks.

mod account;
mod claim;
mod event;
mod index;
mod reading;
mod support;
mod tracks;

use std::collections::BTreeSet;

use crate::gazetteer::{PlaceNo, number};
use crate::text::Clean;
use crate::time::{Day, Span};

use index::Index;

pub use account::{Account, Entry, Verdict};
pub(crate) use claim::origins;
pub use claim::{Claim, Says, Source, SourceNo};
pub use event::{Capture, Event, EventNo, Kind, National, PhaseKind, Precision};
pub use reading::{Dated, Reading};
pub use support::Word;
pub use tracks::{Fall, Tracks};

number! {
    /// The number of a party; the first is the one that holds every place before its first event.
    PartyNo
}

impl PartyNo {
    /// The number as drawing roles carry it.
    #[must_use]
    pub fn role(self) -> u8 {
        u8::try_from(self.index()).unwrap_or(u8::MAX)
    }
}

/// A side.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Party {
    /// The identifier.
    pub id: Clean,
    /// The name in full.
    pub name: Clean,
    /// The name in a word.
    pub short: Clean,
    /// What stands before that in a sentence, such as `the`; may be empty.
    pub article: Clean,
}

impl Party {
    /// What it is called in a sentence: `the Taliban`, `Rome`.
    #[must_use]
    pub fn in_sentence(&self) -> String {
        if self.article.is_empty() { self.short.to_string() } else { format!("{} {}", self.article, self.short) }
    }
}

/// How often a source is used.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Uses {
    /// How many events cite it.
    pub events: usize,
    /// How many claims are its own.
    pub claims: usize,
}

/// Everything that is dated.
#[derive(Clone, Debug)]
pub struct Chronicle {
    /// The sides, the one that holds every place at first before the others; never empty.
    pub parties: Vec<Party>,
    /// Who holds every place before its first capture.
    pub home: PartyNo,
    /// The days that the playhead runs over.
    pub stretch: Span,
    /// What happened, in the order of the file.
    pub events: Vec<Event>,
    /// What was reported, in the order of the file.
    pub claims: Vec<Claim>,
    /// Who reported it.
    pub sources: Vec<Source>,
    index: Index,
}

impl Chronicle {
    /// The chronicle of these events, claims and sources.
    #[must_use]
    pub fn new(
        (parties, home): (Vec<Party>, PartyNo),
        stretch: Span,
        events: Vec<Event>,
        claims: Vec<Claim>,
        sources: Vec<Source>,
    ) -> Self {
        let mut chronicle = Self { parties, home, stretch, events, claims, sources, index: Index::default() };
        Index::fill(&mut chronicle);
        chronicle
    }

    /// The event of a number.
    ///
    /// # Panics
    /// If the number comes from another chronicle.
    #[must_use]
    pub fn event(&self, number: EventNo) -> &Event {
        &self.events[number.index()]
    }

    /// The source of a number.
    ///
    /// # Panics
    /// If the number comes from another chronicle.
    #[must_use]
    pub fn source(&self, number: SourceNo) -> &Source {
        &self.sources[number.index()]
    }

    /// The distinct sources that an event cites; memory is none.
    #[must_use]
    pub fn cited(&self, event: EventNo) -> BTreeSet<SourceNo> {
        self.event(event).sources.iter().copied().filter(|&source| !self.source(source).is_memory()).collect()
    }

    /// How many distinct sources an event cites; memory is none.
    #[must_use]
    pub fn source_count(&self, event: EventNo) -> usize {
        self.cited(event).len()
    }

    /// How often every source is used, by its number.
    #[must_use]
    pub fn uses(&self) -> Vec<Uses> {
        let mut uses = vec![Uses::default(); self.sources.len()];
        for event in &self.events {
            for source in event.sources.iter().collect::<BTreeSet<_>>() {
                uses[source.index()].events += 1;
            }
        }
        for claim in &self.claims {
            uses[claim.source.index()].claims += 1;
        }
        uses
    }

    /// The party of a number.
    ///
    /// # Panics
    /// If the number comes from another chronicle.
    #[must_use]
    pub fn party(&self, number: PartyNo) -> &Party {
        &self.parties[number.index()]
    }

    /// The account named by the identifier of a source, or by that of one of its reports.
    #[must_use]
    pub fn account(&self, id: &str) -> Option<SourceNo> {
        self.source_named(id).filter(|&source| self.claims.iter().any(|claim| claim.source == source))
    }

    /// The source of an identifier, or that of one of its reports.
    #[must_use]
    pub fn source_named(&self, id: &str) -> Option<SourceNo> {
        let by_source = || self.sources.iter().position(|source| source.id.as_str() == id).map(SourceNo::from_index);
        let by_report = || self.claims.iter().find(|claim| claim.report.as_str() == id).map(|claim| claim.source);
        by_source().or_else(by_report)
    }

    /// All events with their numbers.
    pub fn numbered(&self) -> impl Iterator<Item = (EventNo, &Event)> {
        self.events.iter().enumerate().map(|(index, event)| (EventNo::from_index(index), event))
    }

    /// The captures of a place with their numbers, in the order of their settled days.
    pub fn captures_of(&self, place: PlaceNo) -> impl Iterator<Item = (EventNo, &Event)> {
        self.index.captures(place).iter().map(|&number| (number, self.event(number)))
    }

    /// Whether an event gives a place back to the party that held it at first: a capture, but no fall.
    #[must_use]
    pub fn is_return(&self, event: &Event) -> bool {
        matches!(&event.kind, Kind::Capture(capture) if capture.party == self.home)
    }

    /// The capture of a place that matters on a day: the last by its settled day, else the first to come; none of a place
    /// never taken.
    #[must_use]
    pub fn capture_near(&self, place: PlaceNo, day: Day) -> Option<EventNo> {
        let captures = self.index.captures(place);
        let come = captures.partition_point(|&number| self.event(number).date.best <= day);
        captures.get(come.saturating_sub(1)).copied()
    }

    /// The fall by which a place is in other hands than at first on a day, by its settled day; none while the party of
    /// the beginning holds it.
    #[must_use]
    pub fn fallen_by(&self, place: PlaceNo, day: Day) -> Option<EventNo> {
        let come = self
            .captures_of(place)
            .filter(|&(number, _)| self.day_of(number, Reading::Settled).is_some_and(|best| best <= day));
        come.last().filter(|(_, event)| !self.is_return(event)).map(|(number, _)| number)
    }

    /// The phases of a place, in the order of the file.
    pub fn phases_of(&self, place: PlaceNo) -> impl Iterator<Item = (EventNo, &Event)> {
        self.index.phases(place).iter().map(|&number| (number, self.event(number)))
    }

    /// The claims on a place, in the order of the file.
    pub fn claims_on(&self, place: PlaceNo) -> impl Iterator<Item = &Claim> {
        self.index.claims(place).iter().map(|&number| &self.claims[number])
    }

    /// The claims about a capture, in the order of the file: those on its place, shared out where it was taken more than
    /// once.
    pub fn claims_about(&self, capture: EventNo) -> impl Iterator<Item = &Claim> {
        self.index.about(capture).iter().map(|&number| &self.claims[number])
    }

    /// The day on which the last report of a source was published; none for a source without claims.
    #[must_use]
    pub fn last_report(&self, source: SourceNo) -> Option<Day> {
        self.claims.iter().filter(|claim| claim.source == source).map(|claim| claim.published).max()
    }

    /// The captures of a day under a reading, in their order.
    pub fn captures_on(&self, day: Day, reading: Reading) -> impl Iterator<Item = EventNo> {
        let taken = self.index.taken().iter().copied();
        taken.filter(move |&number| self.day_of(number, reading) == Some(day))
    }

    /// The nearest day of the stretch after `day`, or before it, under which something is listed.
    #[must_use]
    pub fn day_with_events(&self, day: Day, forwards: bool, reading: Reading) -> Option<Day> {
        let captures = self.index.taken().iter().filter_map(|&number| self.day_of(number, reading));
        let days = captures.chain(self.index.day_with_others(day, forwards));
        let days = days.filter(|&day| self.stretch.contains(day));
        if forwards { days.filter(|&other| other > day).min() } else { days.filter(|&other| other < day).max() }
    }

    /// What is listed under `day`: captures first, then by `seq`, then as filed.
    #[must_use]
    pub fn on(&self, day: Day, reading: Reading) -> Vec<EventNo> {
        let mut listed: Vec<_> = self.captures_on(day, reading).collect();
        listed.sort_by_key(|&number| self.event(number).order());
        listed.extend(self.index.others(day).iter().map(|(_, number)| *number));
        listed
    }
}
