//! What belongs to which place and to which capture, worked out once: a step must not search the whole record.

use crate::gazetteer::PlaceNo;

use super::reading::Reports;
use super::{Chronicle, Claim, EventNo, Kind};

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
}

impl Index {
    /// The lists of a chronicle, in the order of its files.
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
        for (number, claim) in chronicle.claims.iter().enumerate() {
            let Some(place) = claim.place else { continue };
            at(&mut index.claims, place).push(number);
            if let Some(event) = meant(chronicle, index.captures(place), claim) {
                index.about[event.index()].push(number);
            }
        }
        chronicle.index = index;
        let reports = chronicle.numbered().map(|(number, event)| chronicle.reports_of(number, event)).collect();
        chronicle.index.reports = reports;
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

    pub(super) fn reports(&self, event: EventNo) -> Option<Reports> {
        self.reports.get(event.index()).copied().flatten()
    }
}

/// The list of a place.
fn at<T>(lists: &mut Vec<Vec<T>>, place: PlaceNo) -> &mut Vec<T> {
    if lists.len() <= place.index() {
        lists.resize_with(place.index() + 1, Vec::new);
    }
    &mut lists[place.index()]
}

/// The capture that a claim on a place is about: where the place was taken more than once, the last that can have
/// happened by the day that the claim gives or was published on. Claims say fallen, so no return to the first holder.
fn meant(chronicle: &Chronicle, captures: &[EventNo], claim: &Claim) -> Option<EventNo> {
    let day = claim.day.unwrap_or(claim.published);
    let falls = captures.iter().copied().filter(|&number| match &chronicle.event(number).kind {
        Kind::Capture(capture) => capture.party != chronicle.home,
        _ => false,
    });
    let earliest = |number: &EventNo| chronicle.event(*number).date.earliest;
    falls.clone().filter(|number| earliest(number) <= day).max_by_key(earliest).or_else(|| falls.min_by_key(earliest))
}
