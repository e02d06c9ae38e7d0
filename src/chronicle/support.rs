//! On whom the day of a capture rests.

use std::collections::BTreeSet;

use crate::time::{Day, Uncertain};

use super::{Chronicle, Dated, Event, EventNo, Kind, Reading, SourceNo};

/// A source that says that a place has fallen, and on which day.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Word {
    /// Whose text it is: where several sources repeat one another, the first of them.
    pub origin: SourceNo,
    /// The day of the fall according to it; if it gives none, the day on which it was out.
    pub day: Day,
    /// Whether it gives no day.
    pub undated: bool,
    /// The source in which the text says so.
    pub source: SourceNo,
}

impl Chronicle {
    /// The source whose text a source repeats, and so on to the first; itself if it repeats none.
    #[must_use]
    pub fn origin(&self, source: SourceNo) -> SourceNo {
        // What leads round in a circle is refused on reading; whoever builds a chronicle by hand may have it.
        self.index.origin(source).unwrap_or(source)
    }

    /// What independent sources say of a capture, each source and day once: the claims about it that say fallen, and what
    /// the record cites for it without a claim.
    #[must_use]
    pub fn words_on(&self, capture: EventNo) -> Vec<Word> {
        self.words_without(capture, &[])
    }

    /// The same, if some sources did not exist.
    fn words_without(&self, capture: EventNo, left_out: &[SourceNo]) -> Vec<Word> {
        let claims = || self.claims_about(capture).filter(|claim| !left_out.contains(&claim.source));
        let claimed = claims().map(|claim| (claim.source, claim.day.is_none(), claim.counts_from()));
        let cited = self.event(capture).sources.iter().copied();
        let cited = cited.filter(|source| !left_out.contains(source) && !self.source(*source).is_memory());
        let heard: BTreeSet<SourceNo> = claims().map(|claim| self.origin(claim.source)).collect();
        let silent = cited.filter(|&source| !heard.contains(&self.origin(source)));
        let silent = silent.map(|source| (source, true, self.source(source).published.out_by()));
        let word = |(source, undated, day): (SourceNo, bool, Option<Day>)| {
            Some(Word { origin: self.origin(source), day: day?, undated, source })
        };
        let mut words: Vec<Word> = claimed.chain(silent).filter_map(word).collect();
        words.sort_unstable();
        words.dedup_by_key(|word| (word.origin, word.day));
        words
    }

    /// The independent sources that have a capture on a day: they date it to that day or, without naming one, were out on
    /// it.
    #[must_use]
    pub fn support(&self, capture: EventNo, day: Day) -> Vec<Word> {
        self.words_on(capture).into_iter().filter(|word| word.day == day).collect()
    }

    /// The source on which alone the day of a capture under a reading rests; none if there are several. What was reported
    /// when, and what one account says, rest on no judgement.
    #[must_use]
    pub fn rests_on(&self, capture: EventNo, reading: Reading) -> Option<SourceNo> {
        if matches!(reading, Reading::AsReported | Reading::Account(_)) || !self.event(capture).is_capture() {
            return None;
        }
        match *self.support(capture, self.day_of(capture, reading)?) {
            [word] => Some(word.source),
            _ => None,
        }
    }

    /// When a capture counts if some sources did not exist. The settled day is a judgement; where nothing supports it any
    /// more, the place is in dispute until the next day on which somebody has it fallen, and if nobody is left who has, to
    /// the end.
    #[must_use]
    pub fn settled_without(&self, capture: EventNo, left_out: &[SourceNo]) -> Dated {
        let Event { date, .. } = *self.event(capture);
        let (all, left) = (self.words_on(capture), self.words_without(capture, left_out));
        let supports = |word: &Word| word.day == date.best;
        if left.iter().any(supports) || !all.iter().any(supports) && all.is_empty() == left.is_empty() {
            return Dated::On(date);
        }
        let days = || left.iter().map(|word| word.day).filter(|&day| day >= date.earliest);
        match days().filter(|&day| day > date.best && day < self.stretch.end).min() {
            Some(day) => Dated::On(Uncertain { best: day, latest: day.max(date.latest), ..date }),
            // All that is left has it earlier: by the settled day it has surely fallen.
            None if days().any(|day| day < date.best) => Dated::On(date),
            None => Dated::Open(date.earliest),
        }
    }

    /// The record if some sources did not exist: their claims and citations are gone, and what was settled by them is
    /// settled anew.
    #[must_use]
    pub fn without(mut self, left_out: &[SourceNo]) -> Self {
        let captures = self.numbered().filter(|(_, event)| event.is_capture());
        let dates: Vec<(EventNo, Dated)> =
            captures.map(|(number, _)| (number, self.settled_without(number, left_out))).collect();
        for (number, dated) in dates {
            let event = &mut self.events[number.index()];
            match (dated, &mut event.kind) {
                (Dated::On(date), _) => event.date = date,
                (Dated::Open(_), Kind::Capture(capture)) => capture.unsupported = true,
                _ => {}
            }
        }
        self.claims.retain(|claim| !left_out.contains(&claim.source));
        for event in &mut self.events {
            event.sources.retain(|source| !left_out.contains(source));
        }
        super::Index::fill(&mut self);
        self
    }
}
