//! On whom the day of a capture rests.

use crate::time::{Day, Uncertain};

use super::{Capture, Chronicle, EventNo, Kind, Reading, SourceNo};

/// A source that says that a place has fallen, and on which day.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Word {
    /// Whose word it is: where several sources share a text, the first of them.
    pub source: SourceNo,
    /// The day of the fall according to it; if it gives none, the day on which it was out.
    pub day: Day,
}

impl Chronicle {
    /// The source whose text a source repeats, and so on to the first; itself if it repeats none.
    #[must_use]
    pub fn origin(&self, source: SourceNo) -> SourceNo {
        let mut origin = source;
        // A text that repeats itself is refused on reading; the bound is for whoever builds a chronicle by hand.
        for _ in 0..self.sources.len() {
            match self.source(origin).repeats {
                Some(earlier) => origin = earlier,
                None => break,
            }
        }
        origin
    }

    /// What independent sources say of a capture, each source and day once: the claims about it that say fallen, and what
    /// the record cites for it without a claim.
    #[must_use]
    pub fn words_on(&self, capture: EventNo) -> Vec<Word> {
        let claims = || self.claims_about(capture).map(|claim| (self.origin(claim.source), claim));
        let silent = |source: &SourceNo| claims().all(|(claimant, _)| claimant != *source);
        let cited = self.event(capture).sources.iter().filter(|&&source| !self.source(source).is_memory());
        let cited = cited.map(|&source| (self.origin(source), self.source(source).published.out_by()));
        let cited = cited.filter(|(source, _)| silent(source));
        let claimed = claims().map(|(source, claim)| (source, claim.counts_from()));
        let mut words: Vec<Word> =
            claimed.chain(cited).filter_map(|(source, day)| day.map(|day| Word { source, day })).collect();
        words.sort_unstable();
        words.dedup();
        words
    }

    /// The independent sources that have a capture on a day: they date it to that day or, without naming one, were out on
    /// it.
    #[must_use]
    pub fn support(&self, capture: EventNo, day: Day) -> Vec<SourceNo> {
        self.words_on(capture).into_iter().filter(|word| word.day == day).map(|word| word.source).collect()
    }

    /// The source on which alone the day of a capture under a reading rests; none if there are several. What was reported
    /// when, and what one account says, rest on no judgement.
    #[must_use]
    pub fn rests_on(&self, capture: EventNo, reading: Reading) -> Option<SourceNo> {
        if matches!(reading, Reading::AsReported | Reading::Account(_)) || !self.event(capture).is_capture() {
            return None;
        }
        match *self.support(capture, self.day_of(capture, reading)?) {
            [source] => Some(source),
            _ => None,
        }
    }

    /// The record if some sources did not exist: their claims and citations are gone. The settled day of a capture is a
    /// judgement; where nothing supports it any more, the place is in dispute until the next day on which somebody has it
    /// fallen, and if nobody is left who has, to the end.
    #[must_use]
    pub fn without(mut self, left_out: &[SourceNo]) -> Self {
        let told = |chronicle: &Self, number| !chronicle.words_on(number).is_empty();
        let captures: Vec<(EventNo, bool, bool)> = self
            .numbered()
            .filter(|(_, event)| event.is_capture())
            .map(|(number, event)| (number, !self.support(number, event.date.best).is_empty(), told(&self, number)))
            .collect();
        self.claims.retain(|claim| !left_out.contains(&claim.source));
        for event in &mut self.events {
            event.sources.retain(|source| !left_out.contains(source));
        }
        super::Index::fill(&mut self);
        for (number, supported, known) in captures {
            let silenced = known && !told(&self, number);
            let best = self.event(number).date.best;
            if silenced || supported && self.support(number, best).is_empty() {
                self.unsettle(number);
            }
        }
        self
    }

    /// Takes back the judgement on the day of a capture. What is left may put it on a later day; if all of it is earlier,
    /// the place has surely fallen by the settled day.
    fn unsettle(&mut self, number: EventNo) {
        let date = self.event(number).date;
        let days = self.words_on(number).into_iter().map(|word| word.day).filter(|&day| day >= date.earliest);
        let next = days.clone().filter(|&day| day > date.best && day < self.stretch.end).min();
        let any = days.clone().any(|day| day < date.best);
        let event = &mut self.events[number.index()];
        if let Some(day) = next {
            event.date = Uncertain { best: day, latest: day.max(date.latest), ..date };
        } else if let (false, Kind::Capture(Capture { unsupported, .. })) = (any, &mut event.kind) {
            *unsupported = true;
        }
    }
}
