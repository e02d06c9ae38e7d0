//! Accounts: what one source lists as fallen, and how that compares with the settled record.

use crate::gazetteer::PlaceNo;
use crate::time::{Day, Uncertain};

use super::{Chronicle, Claim, EventNo, Says, SourceNo};

/// What one source lists, beside the settled record.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Account {
    /// The source.
    pub source: SourceNo,
    /// When its last report was published.
    pub published: Day,
    /// The day that its last report describes: what happened later it cannot list.
    pub as_of: Day,
    /// How many places its reports count as fallen at most, if they say so.
    pub tally: Option<u32>,
    /// Whether its list could be read to its end. Of a list that was cut short nobody can say what it misses.
    pub complete: bool,
    /// The places that it lists as fallen, in the order of its own days.
    pub listed: Vec<Entry>,
    /// The places that were fallen by the settled record on the day it describes, and that it does not list.
    pub missing: Vec<PlaceNo>,
}

/// A place that an account lists as fallen.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Entry {
    /// The place.
    pub place: PlaceNo,
    /// The day that it gives; none if it gives no day.
    pub day: Option<Day>,
    /// The fall of the record that it means; none if the record has no fall of this place.
    pub fall: Option<EventNo>,
    /// How that compares.
    pub verdict: Verdict,
}

/// How an entry compares with the settled record.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Verdict {
    /// It gives the settled day.
    Agrees,
    /// It gives no day, and the place had fallen when it was published.
    Undated,
    /// It gives another day, within the bounds of the record.
    OtherDay,
    /// It was wrong at the time: published before the place can have fallen, or about a day outside of the bounds.
    Wrong,
    /// The record has no fall of this place.
    Unknown,
}

impl Account {
    /// How many of its entries compare so.
    #[must_use]
    pub fn count(&self, verdict: Verdict) -> usize {
        self.listed.iter().filter(|entry| entry.verdict == verdict).count()
    }
}

impl Chronicle {
    /// The accounts of all sources with claims, in order of publication.
    #[must_use]
    pub fn accounts(&self) -> Vec<Account> {
        let mut sources: Vec<SourceNo> = self.claims.iter().map(|claim| claim.source).collect();
        sources.sort_unstable();
        sources.dedup();
        let mut accounts: Vec<Account> = sources.into_iter().filter_map(|source| self.compared(source)).collect();
        accounts.sort_by_key(|account| account.published);
        accounts
    }

    /// The account of a source beside the settled record; none of a source without claims.
    #[must_use]
    pub fn compared(&self, source: SourceNo) -> Option<Account> {
        let claims: Vec<&Claim> = self.claims.iter().filter(|claim| claim.source == source).collect();
        let published = claims.iter().map(|claim| claim.published).max()?;
        let as_of = claims.iter().map(|claim| claim.as_of).max()?;
        let listed = self.listed(&claims);
        let complete = claims.iter().all(|claim| claim.complete);
        let missing = if complete { self.missing(&listed, as_of) } else { Vec::new() };
        let tally = claims.iter().filter_map(|claim| claim.tally).max();
        Some(Account { source, published, as_of, tally, complete, listed, missing })
    }

    /// One entry for each place that some claims list as fallen: the earliest of them, as the account itself counts.
    fn listed(&self, claims: &[&Claim]) -> Vec<Entry> {
        let mut fallen: Vec<&Claim> = claims.iter().copied().filter(|claim| claim.says == Says::Fallen).collect();
        fallen.sort_by_key(|claim| claim.counts_from());
        let mut listed: Vec<Entry> = Vec::new();
        for claim in fallen {
            let Some(place) = claim.place else { continue };
            if !listed.iter().any(|entry| entry.place == place) {
                let (fall, verdict) = (self.capture_claimed(claim), self.verdict(claim));
                listed.push(Entry { place, day: claim.day, fall, verdict });
            }
        }
        listed
    }

    fn missing(&self, listed: &[Entry], as_of: Day) -> Vec<PlaceNo> {
        let taken = self.numbered().filter(|(_, event)| event.is_capture());
        // A place taken more than once is missed once: by the capture that counts on that day.
        let fallen = taken
            .filter_map(|(number, event)| event.place.filter(|&place| self.fallen_by(place, as_of) == Some(number)));
        fallen.filter(|place| !listed.iter().any(|entry| entry.place == *place)).collect()
    }

    /// How a claim that says fallen compares with the settled record.
    #[must_use]
    pub fn verdict(&self, claim: &Claim) -> Verdict {
        let Some(fall) = self.capture_claimed(claim) else { return Verdict::Unknown };
        let date = self.event(fall).date;
        if wrong(claim, date) {
            return Verdict::Wrong;
        }
        match claim.day {
            Some(day) if day == date.best => Verdict::Agrees,
            None if claim.published >= date.best => Verdict::Undated,
            _ => Verdict::OtherDay,
        }
    }

    /// Whether a claim was wrong at the time: published before its place can have fallen, or about a day outside of the
    /// bounds of its fall.
    #[must_use]
    pub fn was_wrong(&self, claim: &Claim) -> bool {
        claim.says == Says::Fallen && self.verdict(claim) == Verdict::Wrong
    }

    /// The capture that a claim is about.
    #[must_use]
    pub fn capture_claimed(&self, claim: &Claim) -> Option<EventNo> {
        self.index.meant(self, claim)
    }
}

fn wrong(claim: &Claim, date: Uncertain) -> bool {
    claim.published < date.earliest || claim.day.is_some_and(|day| day < date.earliest || date.latest < day)
}
