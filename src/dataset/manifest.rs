//! `dataset.toml`: what the data set is, whose side is which, where it opens, whom to thank.

use serde::Deserialize;

use crate::chronicle::{Chronicle, Event, Party, PartyNo};
use crate::gazetteer::{Gazetteer, PlaceNo};
use crate::text::Clean;
use crate::time::{Day, Span};

use super::check::Lines;
use super::files::Files;
use super::milestones::{self, Milestone};
use super::places::PlaceIndex;
use super::problem::{Problem, Problems, line_after, quote};
use super::{Dataset, Terrain};

pub(super) const FILE: &str = "dataset.toml";

/// What the places and the regions of a data set are called, one and several.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Nouns {
    /// `capital`, `capitals`.
    pub places: [Clean; 2],
    /// `province`, `provinces`.
    pub regions: [Clean; 2],
}

/// Where the map is magnified: pairs of a meridian or parallel in degrees and the relative width of the ground from
/// there on, at full strength. Empty for a true shape.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Magnify {
    /// By longitude.
    pub lon: Vec<(f64, f64)>,
    /// By latitude.
    pub lat: Vec<(f64, f64)>,
}

/// A line of thanks.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Credit {
    /// The line.
    pub text: Clean,
    /// Whether the licence demands it.
    #[serde(default)]
    pub required: bool,
}

/// A paragraph on how the record was made.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Method {
    /// What it is about.
    pub title: Clean,
    /// The paragraph.
    pub text: Clean,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Manifest {
    id: Clean,
    title: Clean,
    time_zone: Clean,
    #[serde(default)]
    utc_offset: Clean,
    opening: toml::value::Datetime,
    first: toml::value::Datetime,
    last: toml::value::Datetime,
    seat: Option<Clean>,
    home: Clean,
    places_are: Option<[Clean; 2]>,
    regions_are: Option<[Clean; 2]>,
    party: Vec<PartyRow>,
    #[serde(default)]
    map: MapTable,
    #[serde(default)]
    milestone: Vec<milestones::Row>,
    #[serde(default)]
    credit: Vec<Credit>,
    #[serde(default)]
    method: Vec<Method>,
    #[serde(skip)]
    days: Option<[Day; 3]>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PartyRow {
    id: Clean,
    name: Clean,
    short: Option<Clean>,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
struct MapTable {
    #[serde(default)]
    magnify_lon: Vec<(f64, f64)>,
    #[serde(default)]
    magnify_lat: Vec<(f64, f64)>,
}

/// Reads the file; none if it cannot be used.
pub(super) fn read(files: &Files, problems: &mut Problems) -> Option<Manifest> {
    let text = files.text(FILE)?;
    let mut manifest: Manifest = match toml::from_str(text) {
        Ok(manifest) => manifest,
        Err(error) => {
            let at = error.span().map_or(0, |span| span.start);
            let line = line_after(text.as_bytes().get(..at).unwrap_or_default());
            problems.push(Problem::file(FILE, error.message(), "").at(line));
            return None;
        }
    };
    let days =
        [("first", &manifest.first), ("opening", &manifest.opening), ("last", &manifest.last)].map(|(key, date)| {
            let day = Day::parse(&date.to_string());
            if let Err(error) = &day {
                problems.push(Problem::file(FILE, format!("{key}: {error}"), "write it as 2021-08-12"));
            }
            day.ok()
        });
    let [Some(first), Some(opening), Some(last)] = days else { return None };
    if !(first <= opening && opening <= last) {
        let hint = "first, opening and last must follow one another";
        problems.push(Problem::file(FILE, "opening lies outside the stretch", hint));
        return None;
    }
    if manifest.party.is_empty() {
        problems.push(Problem::file(FILE, "no party", "add a table [[party]] with id and name for every side"));
        return None;
    }
    manifest.days = Some([first, opening, last]);
    Some(manifest)
}

impl Manifest {
    pub(super) fn parties(&self) -> Vec<Party> {
        let party = |row: &PartyRow| Party {
            id: row.id.clone(),
            name: row.name.clone(),
            short: row.short.as_ref().unwrap_or(&row.name).clone(),
        };
        self.party.iter().map(party).collect()
    }

    pub(super) fn home(&self, parties: &[Party], problems: &mut Problems) -> PartyNo {
        let home = parties.iter().position(|party| party.id == self.home);
        if home.is_none() {
            let message = format!("home: {} is no [[party]]", quote(&self.home));
            problems.push(Problem::file(FILE, message, "name the party that holds every place at first"));
        }
        PartyNo::from_index(home.unwrap_or(0))
    }

    pub(super) fn seat(&self, places: &PlaceIndex, problems: &mut Problems) -> Option<PlaceNo> {
        let id = self.seat.as_ref()?;
        let seat = places.get(id);
        if seat.is_none() {
            let message = format!("seat: {} is not in places.csv", quote(id));
            problems.push(Problem::file(FILE, message, "name a place by its id"));
        }
        seat
    }

    /// The milestones; an event that does not exist is a problem.
    pub(super) fn milestones(&self, files: &Files, events: &[Event], problems: &mut Problems) -> Vec<Milestone> {
        milestones::resolve(&self.milestone, files.text(FILE).unwrap_or_default(), events, problems)
    }

    pub(super) fn stretch(&self) -> Span {
        let [first, _, last] = self.checked_days();
        Span::inclusive(first, last)
    }

    fn checked_days(&self) -> [Day; 3] {
        self.days.expect("`read` gives no manifest without them")
    }

    pub(super) fn into_dataset(
        self,
        gazetteer: Gazetteer,
        terrain: Terrain,
        chronicle: Chronicle,
        milestones: Vec<Milestone>,
        lines: Lines,
    ) -> Dataset {
        let [_, opening, _] = self.checked_days();
        let nouns =
            |given: Option<[Clean; 2]>, one: &str, many: &str| given.unwrap_or_else(|| [one.into(), many.into()]);
        Dataset {
            id: self.id,
            title: self.title,
            time_zone: self.time_zone,
            utc_offset: self.utc_offset,
            opening,
            nouns: Nouns {
                places: nouns(self.places_are, "place", "places"),
                regions: nouns(self.regions_are, "region", "regions"),
            },
            magnify: Magnify { lon: self.map.magnify_lon, lat: self.map.magnify_lat },
            credits: self.credit,
            method: self.method,
            milestones,
            gazetteer,
            terrain,
            chronicle,
            left_out: Vec::new(),
            lines,
            catalogue: std::sync::OnceLock::new(),
        }
    }
}
