//! What differs between two situations: of two days, or of one day under two readings.

use crate::chronicle::{Chronicle, PartyNo};
use crate::gazetteer::PlaceNo;
use crate::time::Day;

use super::{Situation, Standing, Status};

/// The places that stand differently in two situations.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Difference {
    /// Those that have fallen in the second situation first, then the disputed, the contested, the held; among them the
    /// earlier first.
    pub places: Vec<Change>,
    /// Whether both are of one day, told otherwise: then nothing has changed in between.
    pub one_day: bool,
}

/// A place that stands differently.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Change {
    /// The place.
    pub place: PlaceNo,
    /// How it stands in the first situation.
    pub before: State,
    /// How it stands in the second.
    pub after: State,
    /// Since when it has had its holder of the second situation; none if since before the data.
    pub since: Option<Day>,
}

/// As much of a standing as makes a difference.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct State {
    /// The status.
    pub status: Status,
    /// Who holds the place.
    pub holder: PartyNo,
    /// Whether it has fallen by the best day, but perhaps only later.
    pub doubtful: bool,
}

impl State {
    /// The state of a standing.
    #[must_use]
    pub fn of(standing: &Standing) -> Self {
        Self { status: standing.status, holder: standing.holder, doubtful: standing.doubtful }
    }
}

impl Change {
    /// Whether the place has fallen in the second situation, and in the first has not or to somebody else.
    #[must_use]
    pub fn fell(&self) -> bool {
        self.after.status == Status::Fallen
            && (self.before.status != Status::Fallen || self.before.holder != self.after.holder)
    }

    /// What became of the place, in words.
    #[must_use]
    pub fn words(&self, chronicle: &Chronicle) -> String {
        match (self.before.status, self.after.status) {
            (Status::Fallen, Status::Fallen) if self.before.holder != self.after.holder => {
                format!("now {}", chronicle.party(self.after.holder).short)
            }
            (Status::Fallen, Status::Fallen) if self.after.doubtful => "fall now in doubt".into(),
            (Status::Fallen, Status::Fallen) => "fall no longer in doubt".into(),
            (Status::Held, Status::Fallen) => "fell".into(),
            (before, Status::Fallen) => format!("fell; was {}", before.word()),
            (Status::Held, after) => format!("became {}", after.word()),
            (before, after) => format!("{}; was {}", after.word(), before.word()),
        }
    }
}

impl Difference {
    /// What changes from one situation to another of the same gazetteer.
    #[must_use]
    pub fn between(before: &Situation, after: &Situation) -> Self {
        let standings = before.standings.iter().zip(&after.standings).enumerate();
        let change = |(index, (old, new)): (usize, (&Standing, &Standing))| {
            let place = PlaceNo::from_index(index);
            let change = Change { place, before: State::of(old), after: State::of(new), since: new.since };
            (change.before != change.after).then_some(change)
        };
        let mut places: Vec<Change> = standings.filter_map(change).collect();
        places.sort_by_key(|change| (std::cmp::Reverse(change.after.status), change.since));
        Self { places, one_day: before.day == after.day }
    }

    /// Whether nothing differs.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    /// Whether a place stands differently.
    #[must_use]
    pub fn concerns(&self, place: PlaceNo) -> bool {
        self.places.iter().any(|change| change.place == place)
    }

    /// The second situation with everything that fell between the two marked as what a day has brought.
    #[must_use]
    pub fn mark(&self, after: &Situation) -> Situation {
        let mut marked = after.clone();
        for (index, standing) in marked.standings.iter_mut().enumerate() {
            let place = PlaceNo::from_index(index);
            standing.today = self.places.iter().any(|change| change.place == place && change.fell());
        }
        marked
    }
}
