//! What held on a day: gazetteer × chronicle at one date under one reading.
//!
//! A day is closed at its end: an event dated D counts on D. The front and the pockets are computed from the regions'
//! holders, not observed.

mod difference;
mod front;
mod status;

use crate::chronicle::{Chronicle, PartyNo, Reading, Tracks};
use crate::gazetteer::{ArcNo, Gazetteer, PlaceNo, RegionNo};
use crate::time::Day;

pub use difference::{Change, Difference, State};
pub use status::{Standing, Status};

/// The situation at the end of a day.
#[derive(Clone, PartialEq, Debug)]
pub struct Situation {
    /// The day.
    pub day: Day,
    /// The reading.
    pub reading: Reading,
    /// Every place, in the order of the gazetteer.
    pub standings: Vec<Standing>,
    /// How many places have fallen.
    pub fallen: Count,
    /// The places that have fallen at this day's end and had not the day before, in their order within the day.
    pub today: Vec<PlaceNo>,
    /// Where regions of different holders touch.
    pub front: Front,
    /// Groups of regions cut off from their party's largest group, larger ones first.
    pub pockets: Vec<Pocket>,
    /// What every party holds, by its number.
    pub territories: Vec<Territory>,
    /// The fallen place nearest to the seat of government, with its distance in kilometres.
    pub nearest: Option<(PlaceNo, f64)>,
    /// Who lives in the regions whose place has fallen.
    pub people: People,
}

/// A count with its doubt: `least ≤ count ≤ most`.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Count {
    /// By the best supported days.
    pub count: usize,
    /// If everything doubtful fell on its latest day.
    pub least: usize,
    /// If everything doubtful fell on its earliest day.
    pub most: usize,
    /// Of how many.
    pub total: usize,
}

/// The front: computed, not observed.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Front {
    /// The arcs between regions of different holders, in ascending order.
    pub arcs: Vec<ArcNo>,
    /// How many pairs of touching regions have different holders.
    pub borders: usize,
    /// Geodesic length in kilometres.
    pub length_km: f64,
}

/// A group of regions of one party, cut off from its largest group. A region without an outline is in none: nothing
/// tells what it touches.
#[derive(Clone, PartialEq, Debug)]
pub struct Pocket {
    /// Who holds it.
    pub party: PartyNo,
    /// The regions, in ascending order.
    pub regions: Vec<RegionNo>,
    /// Their area in square kilometres.
    pub area_km2: f64,
}

/// What a party holds: the regions whose capital is in its hands.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Territory {
    /// How many regions.
    pub regions: usize,
    /// Their area in square kilometres; none if that of one of them is not known.
    pub area_km2: Option<f64>,
}

/// People in the regions whose place has fallen.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct People {
    /// Thousands, as far as figures were found.
    pub thousand: u64,
    /// The regions for which no figure was found.
    pub without_figure: Vec<RegionNo>,
}

impl Situation {
    /// The situation at the end of `day` under the reading that gave `tracks`.
    #[must_use]
    pub fn at(gazetteer: &Gazetteer, chronicle: &Chronicle, tracks: &Tracks, day: Day) -> Self {
        let standings: Vec<Standing> =
            gazetteer.numbers().map(|place| Standing::at(chronicle, tracks, place, day)).collect();
        let holders = front::holders(gazetteer, chronicle, &standings);
        let today = status::fallen_today(chronicle, &standings);
        Self {
            day,
            reading: tracks.reading(),
            fallen: status::count(chronicle, tracks, &standings, day),
            today,
            front: front::front(gazetteer, &holders),
            pockets: front::pockets(gazetteer, chronicle, &holders),
            territories: front::territories(gazetteer, chronicle, &holders),
            nearest: nearest(gazetteer, &standings),
            people: people(gazetteer, &standings),
            standings,
        }
    }

    /// The standing of a place.
    ///
    /// # Panics
    /// If the number comes from another gazetteer.
    #[must_use]
    pub fn standing(&self, place: PlaceNo) -> &Standing {
        &self.standings[place.index()]
    }

    /// The standing of a region: that of its capital; none for a region without one.
    #[must_use]
    pub fn of_region(&self, gazetteer: &Gazetteer, region: RegionNo) -> Option<&Standing> {
        gazetteer.region(region).capital.map(|capital| self.standing(capital))
    }
}

/// How much farther than the nearest, as the sphere has it, a place may be and still be the nearest.
const NEARLY: f64 = 1.03;

/// The fallen place nearest to the seat, which counts itself once it has fallen. A geodesic takes work, and on a sphere it
/// is soon told for which places it is worth it.
fn nearest(gazetteer: &Gazetteer, standings: &[Standing]) -> Option<(PlaceNo, f64)> {
    let seat = gazetteer.seat?;
    let from = gazetteer.place(seat).position;
    let fallen = gazetteer.numbers().zip(standings).filter(|(_, standing)| standing.status == Status::Fallen);
    let rough: Vec<(PlaceNo, f64)> =
        fallen.map(|(place, _)| (place, from.roughly_km(gazetteer.place(place).position))).collect();
    let least = rough.iter().map(|&(_, km)| km).fold(f64::INFINITY, f64::min);
    rough
        .into_iter()
        .filter(|&(_, km)| km <= least * NEARLY)
        .map(|(place, _)| (place, gazetteer.distance_km(seat, place)))
        .min_by(|one, other| one.1.total_cmp(&other.1))
}

fn people(gazetteer: &Gazetteer, standings: &[Standing]) -> People {
    let mut people = People::default();
    for (index, region) in gazetteer.regions.iter().enumerate() {
        let fallen = region
            .capital
            .and_then(|capital| standings.get(capital.index()))
            .is_some_and(|standing| standing.status == Status::Fallen);
        match region.population_thousand {
            _ if !fallen => {}
            Some(thousand) => people.thousand += u64::from(thousand),
            None => people.without_figure.push(RegionNo::from_index(index)),
        }
    }
    people
}
