//! What belongs to which place and to which capture, worked out once: a step must not search the whole record.

use crate::gazetteer::PlaceNo;
use crate::time::Day;

use super::claim::origins;
use super::reading::Reports;
use super::{Chronicle, Claim, EventNo, Kind, Says, SourceNo};

/// The lists of a chronicle, by place and by event.
#[derive(Clone, Debug, Default)]
pub(super) struct Index {
    captures: Vec<Vec<EventNo>>,
    phases: Vec<Vec<EventNo>>,
    /// The claims on a place, by their number.
    claims: Vec<Vec<usize>>,
    /// The claims about an event, by their number.
    about: Vec<Vec<usize>>,
    reports: Vec<Option<Reports>>,
    /// All captures.
    taken: Vec<EventNo>,
    /// All other events under the days on which they are listed, in their order.
    days: Vec<(Day, EventNo)>,
    /// By source, the first of those whose text it repeats.
    origins: Vec<Option<SourceNo>>,
}

impl Index {
    /// The lists of a chronicle, in the order of its files; the captures of a place in the order of their days.
    pub(super) fn fill(chronicle: &mut Chronicle) {
        let mut index = Self { about: vec![Vec::new(); chronicle.events.len()], ..Self::default() };
        for (number, event) in chronicle.numbered() {
            let lists = match event.kind {
                Kind::Capture(_) => &mut index.captures,
                Kind::Phase(_) => &mut index.phases,
                Kind::National(_) => continue,
            };
            if let Some(place) = event.place {
                at(lists, place).push(number);
            }
        }
        for captures in &mut index.captures {
            captures.sort_by_key(|&number| {
                let event = chronicle.event(number);
                (event.date.best, event.order())
            });
        }
        for (number, claim) in chronicle.claims.iter().enumerate() {
            let Some(place) = claim.place else { continue };
            at(&mut index.claims, place).push(number);
            if let Some(event) = index.meant(chronicle, claim) {
                index.about[event.index()].push(number);
            }
        }
        let captures = chronicle.numbered().filter(|(_, event)| event.is_capture());
        index.taken = captures.map(|(number, _)| number).collect();
        let others = chronicle.numbered().filter(|(_, event)| !event.is_capture());
        let mut days: Vec<_> = others.map(|(number, event)| (event.date.best, event.order(), number)).collect();
        days.sort_unstable();
        index.days = days.into_iter().map(|(day, _, number)| (day, number)).collect();
        let repeats: Vec<_> = chronicle.sources.iter().map(|source| source.repeats).collect();
        index.origins = origins(&repeats);
        chronicle.index = index;
        let reports = chronicle.numbered().map(|(number, event)| chronicle.reports_of(number, event)).collect();
        chronicle.index.reports = reports;
    }

    /// All captures, in the order of the file.
    pub(super) fn taken(&self) -> &[EventNo] {
        &self.taken
    }

    /// The events of a day that are no captures, in their order.
    pub(super) fn others(&self, day: Day) -> &[(Day, EventNo)] {
        let start = self.days.partition_point(|(other, _)| *other < day);
        let end = self.days.partition_point(|(other, _)| *other <= day);
        self.days.get(start..end).unwrap_or_default()
    }

    /// The nearest day after `day`, or before it, with an event that is no capture.
    pub(super) fn day_with_others(&self, day: Day, forwards: bool) -> Option<Day> {
        let at = if forwards {
            self.days.partition_point(|(other, _)| *other <= day)
        } else {
            self.days.partition_point(|(other, _)| *other < day).checked_sub(1)?
        };
        self.days.get(at).map(|(day, _)| *day)
    }

    pub(super) fn captures(&self, place: PlaceNo) -> &[EventNo] {
        self.captures.get(place.index()).map_or(&[], Vec::as_slice)
    }

    pub(super) fn phases(&self, place: PlaceNo) -> &[EventNo] {
        self.phases.get(place.index()).map_or(&[], Vec::as_slice)
    }

    pub(super) fn claims(&self, place: PlaceNo) -> &[usize] {
        self.claims.get(place.index()).map_or(&[], Vec::as_slice)
    }

    pub(super) fn about(&self, event: EventNo) -> &[usize] {
        self.about.get(event.index()).map_or(&[], Vec::as_slice)
    }

    /// The first of the sources whose text a source repeats; itself if it repeats none, none if there is no first.
    pub(super) fn origin(&self, source: SourceNo) -> Option<SourceNo> {
        self.origins.get(source.index()).copied().flatten()
    }

    pub(super) fn reports(&self, event: EventNo) -> Option<Reports> {
        self.reports.get(event.index()).copied().flatten()
    }

    /// The fall that a claim on a place is about: where the place fell more than once, the last that can have happened by
    /// the day that the claim gives or was published on. One that says contested is about the next.
    pub(super) fn meant(&self, chronicle: &Chronicle, claim: &Claim) -> Option<EventNo> {
        let day = claim.day.unwrap_or(claim.published);
        let falls = self.captures(claim.place?).iter().copied();
        let falls = falls.filter(|&number| !chronicle.is_return(chronicle.event(number)));
        let date = |number: &EventNo| chronicle.event(*number).date;
        let contested = claim.says == Says::Contested;
        let come = |number: &EventNo| if contested { date(number).best < day } else { date(number).earliest <= day };
        let last = || falls.clone().filter(come).max_by_key(|number| date(number).earliest);
        let next = || falls.clone().filter(|number| !come(number)).min_by_key(|number| date(number).earliest);
        if contested { next().or_else(last) } else { last().or_else(next) }
    }
}

/// The list of a place.
fn at<T>(lists: &mut Vec<Vec<T>>, place: PlaceNo) -> &mut Vec<T> {
    if lists.len() <= place.index() {
        lists.resize_with(place.index() + 1, Vec::new);
    }
    &mut lists[place.index()]
}
