//! Readings: the rules by which claims become the days on which places changed hands.

use crate::time::{Day, Uncertain};

use super::{Chronicle, Event, EventNo, Kind, SourceNo};

/// The rule by which claims become status.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum Reading {
    /// The best supported day of every event, with its bounds.
    #[default]
    Settled,
    /// The earliest day that sources allow.
    Earliest,
    /// The latest day that sources allow; disputed until then.
    Latest,
    /// What had been published by the end of the day: a place falls with the first report of it.
    AsReported,
    /// The claims of one source: its own days; a claim without a day counts from its publication. It knows no doubt.
    Account(SourceNo),
}

impl Reading {
    /// The readings that are no account, with the words of flags and files, in the order in which a key goes through
    /// them.
    pub const NAMED: [(Self, &'static str); 4] = [
        (Self::Settled, "settled"),
        (Self::Earliest, "earliest"),
        (Self::Latest, "latest"),
        (Self::AsReported, "as-reported"),
    ];

    /// The reading of a word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::NAMED.into_iter().find(|(_, known)| *known == word).map(|(reading, _)| reading)
    }

    /// The word in flags and files.
    #[must_use]
    pub fn word(self) -> &'static str {
        Self::NAMED.into_iter().find(|(reading, _)| *reading == self).map_or("account", |(_, word)| word)
    }

    /// The reading after this one; after an account, the first.
    #[must_use]
    pub fn next(self) -> Self {
        let at = Self::NAMED.iter().position(|(reading, _)| *reading == self);
        Self::NAMED[at.map_or(0, |at| (at + 1) % Self::NAMED.len())].0
    }
}

/// When a place changes hands under a reading.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Dated {
    /// On the best day, in dispute from the earliest on.
    On(Uncertain),
    /// In dispute from this day to the end of the stretch: nothing by then settles it.
    Open(Day),
}

impl Dated {
    /// Whether the place has fallen at the end of a day.
    #[must_use]
    pub fn has_come(self, day: Day) -> bool {
        matches!(self, Self::On(date) if date.best <= day)
    }
}

/// The publications that say of a capture that it happened, as far as they came out by the end of the stretch.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Reports {
    /// The first of them; one before the earliest day of the event was wrong at the time.
    first: Day,
    /// The first that was not.
    sound: Option<Day>,
}

impl Chronicle {
    /// When a capture counts under a reading; none if the reading does not have it.
    #[must_use]
    pub fn dated(&self, capture: EventNo, reading: Reading) -> Option<Dated> {
        let Event { date, kind, .. } = self.event(capture);
        let best = match reading {
            Reading::Settled => date.best,
            Reading::Earliest => date.earliest,
            Reading::Latest => date.latest,
            Reading::AsReported => return self.as_reported(capture),
            Reading::Account(source) => return self.claimed(capture, source).map(Uncertain::exact).map(Dated::On),
        };
        let unsupported = matches!(kind, Kind::Capture(capture) if capture.unsupported);
        Some(if unsupported { Dated::Open(date.earliest) } else { Dated::On(Uncertain { best, ..*date }) })
    }

    fn as_reported(&self, capture: EventNo) -> Option<Dated> {
        let reports = self.index.reports(capture)?;
        let date = |best| Dated::On(Uncertain { best, earliest: reports.first, latest: best });
        Some(reports.sound.map_or(Dated::Open(reports.first), date))
    }

    /// The day under which an event is listed: its best date; for a capture, the day that the reading gives it, and none
    /// if it gives none.
    #[must_use]
    pub fn day_of(&self, number: EventNo, reading: Reading) -> Option<Day> {
        let event = self.event(number);
        if !event.is_capture() {
            return Some(event.date.best);
        }
        match self.dated(number, reading)? {
            Dated::On(date) => Some(date.best),
            Dated::Open(_) => None,
        }
    }

    /// The day on which an account has a capture happen: the earliest of its claims.
    #[must_use]
    pub fn claimed(&self, capture: EventNo, source: SourceNo) -> Option<Day> {
        let claims = self.claims_about(capture).filter(|claim| claim.source == source);
        claims.filter_map(super::Claim::counts_from).min()
    }

    /// The reports of a capture: its claims that say fallen, each out on its own day, and the sources that it lists
    /// without a claim of theirs.
    pub(super) fn reports_of(&self, capture: EventNo, event: &Event) -> Option<Reports> {
        let about: Vec<_> = self.claims_about(capture).collect();
        let claimed = about.iter().filter(|claim| claim.counts_from().is_some()).map(|claim| claim.published);
        let silent = event.sources.iter().filter(|source| about.iter().all(|claim| claim.source != **source));
        let listed = silent.filter_map(|&source| self.source(source).published.out_by());
        let out: Vec<Day> = claimed.chain(listed).filter(|&day| day < self.stretch.end).collect();
        let sound = out.iter().copied().filter(|&day| day >= event.date.earliest).min();
        Some(Reports { first: out.iter().copied().min()?, sound })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_goes_through_all_readings() {
        let mut reading = Reading::default();
        for (known, word) in Reading::NAMED {
            assert_eq!(reading, known);
            assert_eq!(Reading::parse(word), Some(known));
            assert_eq!(known.word(), word);
            reading = reading.next();
        }
        assert_eq!(reading, Reading::default());
        assert_eq!(Reading::Account(SourceNo::from_index(3)).next(), Reading::default());
    }
}
