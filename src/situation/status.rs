//! The status of a place at a day's end.

use serde::Serialize;

use crate::chronicle::{Chronicle, EventNo, Fall, Kind, PartyNo, PhaseKind, Tracks};
use crate::gazetteer::PlaceNo;
use crate::time::{Day, Uncertain};

use super::Count;

/// The status of a place. Of several that would do, the last of this list applies.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// In the hands of the party that held it before the record begins, and nothing known against it.
    Held,
    /// Held, and fought for.
    Contested,
    /// Sources differ whether it has fallen yet.
    Disputed,
    /// Fallen.
    Fallen,
}

impl Status {
    /// The word on screen and in files.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Held => "held",
            Self::Contested => "contested",
            Self::Disputed => "disputed",
            Self::Fallen => "fallen",
        }
    }

    /// The status of a place at the end of `day`, under the reading that gave `tracks`.
    #[must_use]
    pub fn at(chronicle: &Chronicle, tracks: &Tracks, place: PlaceNo, day: Day) -> Self {
        let (last, next) = falls(tracks, place, day);
        status(chronicle, last.map_or(chronicle.home, |fall| fall.party), next, place, day)
    }
}

/// How a place stands at a day's end.
#[derive(Clone, PartialEq, Debug)]
pub struct Standing {
    /// Its status.
    pub status: Status,
    /// Who holds it.
    pub holder: PartyNo,
    /// The first day of that holder; none if before the data.
    pub since: Option<Day>,
    /// The fall that gave it its holder or, while disputed, that is in dispute.
    pub fall: Option<Fall>,
    /// Whether it fell, by the best supported day, but may have fallen only later.
    pub doubtful: bool,
    /// Whether it fell today.
    pub today: bool,
    /// The phases that cover the day.
    pub phases: Vec<EventNo>,
}

impl Standing {
    /// The standing of a place at the end of `day`, under the reading that gave `tracks`.
    #[must_use]
    pub fn at(chronicle: &Chronicle, tracks: &Tracks, place: PlaceNo, day: Day) -> Self {
        standing(chronicle, tracks, place, day)
    }

    /// The date of the fall that matters now, with its bounds; none while nothing settles it.
    #[must_use]
    pub fn date(&self) -> Option<Uncertain> {
        self.fall.filter(|fall| !fall.open).map(|fall| fall.date)
    }
}

/// The standing of a place at the end of `day`.
fn standing(chronicle: &Chronicle, tracks: &Tracks, place: PlaceNo, day: Day) -> Standing {
    let (last, next) = falls(tracks, place, day);
    let holder = last.map_or(chronicle.home, |fall| fall.party);
    let phases: Vec<EventNo> =
        chronicle.phases_of(place).filter(|(_, event)| event.span.contains(day)).map(|(number, _)| number).collect();
    let status = status(chronicle, holder, next, place, day);
    let fallen = status == Status::Fallen;
    Standing {
        status,
        holder,
        since: last.map(|fall| fall.date.best),
        fall: if fallen { last.copied() } else { next.or(last).copied() },
        doubtful: fallen && last.is_some_and(|fall| day < fall.date.latest),
        today: fallen && last.is_some_and(|fall| fall.date.best == day),
        phases,
    }
}

/// The last fall of a place by the end of `day`, and the next one that may have happened by then.
fn falls(tracks: &Tracks, place: PlaceNo, day: Day) -> (Option<&Fall>, Option<&Fall>) {
    let falls = tracks.of(place);
    let (done, to_come) = falls.split_at(falls.partition_point(|fall| fall.date.best <= day));
    (done.last(), to_come.iter().find(|fall| fall.date.earliest <= day))
}

/// The first status that applies.
fn status(chronicle: &Chronicle, holder: PartyNo, next: Option<&Fall>, place: PlaceNo, day: Day) -> Status {
    if holder != chronicle.home {
        Status::Fallen
    } else if next.is_some() {
        Status::Disputed
    } else if contested(chronicle, place, day) {
        Status::Contested
    } else {
        Status::Held
    }
}

/// Whether a held place is contested on a day: a phase that covers the day contests it, and no retaking or ceasefire that
/// covers it too and began on the same day or later has ended that.
fn contested(chronicle: &Chronicle, place: PlaceNo, day: Day) -> bool {
    let last_start = |wanted: fn(PhaseKind) -> bool| {
        let covering = chronicle.phases_of(place).map(|(_, event)| event).filter(|event| event.span.contains(day));
        let wanted = covering.filter(|event| matches!(event.kind, Kind::Phase(kind) if wanted(kind)));
        wanted.map(|event| event.span.start).max()
    };
    // No day at all comes before any day.
    last_start(PhaseKind::contests) > last_start(PhaseKind::ends_contest)
}

/// The places that fell today, in their order within the day.
pub(super) fn fallen_today(chronicle: &Chronicle, standings: &[Standing]) -> Vec<PlaceNo> {
    let mut today: Vec<(u32, PlaceNo)> = standings
        .iter()
        .enumerate()
        .filter(|(_, standing)| standing.today)
        .map(|(index, standing)| {
            let seq = standing.fall.and_then(|fall| chronicle.event(fall.event).seq);
            (seq.unwrap_or(u32::MAX), PlaceNo::from_index(index))
        })
        .collect();
    today.sort_unstable();
    today.into_iter().map(|(_, place)| place).collect()
}

/// How many have fallen: by the best days, by the latest and by the earliest.
pub(super) fn count(chronicle: &Chronicle, tracks: &Tracks, standings: &[Standing], day: Day) -> Count {
    let by = |date: fn(&Fall) -> Day| {
        let places = (0..standings.len()).map(PlaceNo::from_index);
        let fallen = |place: &PlaceNo| {
            let last = tracks.of(*place).iter().filter(|fall| date(fall) <= day).max_by_key(|fall| fall.date.best);
            last.is_some_and(|fall| fall.party != chronicle.home)
        };
        places.filter(fallen).count()
    };
    Count {
        count: by(|fall| fall.date.best),
        least: by(|fall| fall.date.latest),
        most: by(|fall| fall.date.earliest),
        total: standings.len(),
    }
}
