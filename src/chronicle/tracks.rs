//! Tracks: who holds a place, as a step function of the day.

use std::collections::BTreeSet;

use crate::gazetteer::PlaceNo;
use crate::time::{Day, Uncertain};

use super::{Chronicle, Dated, Event, EventNo, Kind, PartyNo, Reading};

/// A place changes hands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Fall {
    /// The new holder.
    pub party: PartyNo,
    /// When, with bounds. Of an open fall the best and the latest day lie behind the stretch.
    pub date: Uncertain,
    /// Whether nothing settles it by the end of the stretch: from the earliest day on it stays in dispute.
    pub open: bool,
    /// The event of the record that it is about.
    pub event: EventNo,
}

/// The falls of every place under one reading, in order of time: the holder as a step function of the day.
#[derive(Clone, PartialEq, Debug)]
pub struct Tracks {
    reading: Reading,
    by_place: Vec<Vec<Fall>>,
}

impl Tracks {
    /// The tracks of `places` places under a reading.
    #[must_use]
    pub fn new(chronicle: &Chronicle, places: usize, reading: Reading) -> Self {
        let fall = |(number, event): (EventNo, &Event)| {
            let Kind::Capture(capture) = &event.kind else { return None };
            let (date, open) = match chronicle.dated(number, reading)? {
                Dated::On(date) => (date, false),
                Dated::Open(earliest) => {
                    let never = chronicle.stretch.end;
                    (Uncertain { earliest, best: never, latest: never }, true)
                }
            };
            Some(Fall { party: capture.party, date, open, event: number })
        };
        let falls = |place| {
            let mut falls: Vec<Fall> = chronicle.captures_of(place).filter_map(fall).collect();
            falls.sort_by_key(|fall| fall.date.best);
            falls
        };
        Self { reading, by_place: (0..places).map(PlaceNo::from_index).map(falls).collect() }
    }

    /// The reading that gave them.
    #[must_use]
    pub fn reading(&self) -> Reading {
        self.reading
    }

    /// The falls of a place, in order of time.
    #[must_use]
    pub fn of(&self, place: PlaceNo) -> &[Fall] {
        self.by_place.get(place.index()).map_or(&[], Vec::as_slice)
    }

    /// Every fall with its place.
    pub fn all(&self) -> impl Iterator<Item = (PlaceNo, &Fall)> {
        let numbered = self.by_place.iter().enumerate();
        numbered.flat_map(|(index, falls)| falls.iter().map(move |fall| (PlaceNo::from_index(index), fall)))
    }

    /// The days at whose end anything can be otherwise than the day before: something is listed, a fall comes to one of
    /// its bounds, a phase begins or is over. Between them nothing changes, however long that is.
    #[must_use]
    pub fn turns(&self, chronicle: &Chronicle) -> BTreeSet<Day> {
        let listed = chronicle.numbered().filter_map(|(number, _)| chronicle.day_of(number, self.reading));
        let falls = self.all().flat_map(|(_, fall)| [fall.date.earliest, fall.date.best, fall.date.latest]);
        let phases = chronicle.events.iter().filter(|event| matches!(event.kind, Kind::Phase(_)));
        let phases = phases.flat_map(|event| [event.span.start, event.span.end]);
        listed.chain(falls).chain(phases).collect()
    }
}
