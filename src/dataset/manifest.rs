//! `dataset.toml`: what the data set is, whose side is which, where it opens, whom to thank.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

use serde::Deserialize;
use toml::Spanned;
use toml::value::Datetime;

use crate::chronicle::{Chronicle, Event, Party, PartyNo};
use crate::gazetteer::{Gazetteer, PlaceNo};
use crate::text::Clean;
use crate::time::{Calendar, DateError, Day, Span};

use super::check::Lines;
use super::files::{self, Files, MANIFEST};
use super::milestones::{self, Milestone};
use super::places::{self, PlaceIndex};
use super::problem::{Problem, Problems, quote};
use super::spot::Spot;
use super::{Dataset, Terrain};

/// The most days from the first to the last.
const LONGEST: i32 = 365_250;

/// How to name the sides.
const PARTIES: &str = "add a table [[party]] with id and name for every side";

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
    calendar: Option<Beside>,
    opening: Spanned<Date>,
    first: Spanned<Date>,
    last: Spanned<Date>,
    seat: Option<Spanned<Clean>>,
    home: Spanned<Clean>,
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

/// A calendar beside the Gregorian one.
#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Beside {
    SolarHijri,
}

/// A date as TOML knows it, or in quotes.
#[derive(Deserialize)]
#[serde(untagged, expecting = "not a date such as 2021-08-12")]
enum Date {
    Bare(Datetime),
    Quoted(String),
}

impl Date {
    fn day(&self) -> Result<Day, DateError> {
        match self {
            Self::Bare(date) => Day::parse(&date.to_string()),
            Self::Quoted(text) => Day::parse(text.trim()),
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PartyRow {
    id: Spanned<Clean>,
    name: Clean,
    short: Option<Clean>,
    #[serde(default)]
    article: Clean,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
struct MapTable {
    #[serde(default)]
    magnify_lon: Vec<Spanned<(f64, f64)>>,
    #[serde(default)]
    magnify_lat: Vec<Spanned<(f64, f64)>>,
}

/// Reads the file; none if it cannot be used.
pub(super) fn read(files: &Files, problems: &mut Problems) -> Option<Manifest> {
    let text = files.text(MANIFEST)?;
    let mut fault = |message: &str, hint: &str, span: Range<usize>| problems.push(spotted(text, message, hint, span));
    let mut manifest: Manifest = match toml::from_str(text) {
        Ok(manifest) => manifest,
        Err(error) => {
            // What is missing altogether has no place of its own.
            let span = error.span().filter(|span| *span != (0..text.len()) && *span != (0..0));
            let part = span.clone().and_then(|span| text.get(span)).unwrap_or_default();
            let (message, hint) = in_words(error.message(), part);
            match span {
                Some(span) => fault(&message, &hint, span),
                None => problems.push(Problem::file(MANIFEST, message, &hint)),
            }
            return None;
        }
    };
    let mut day = |date: &Spanned<Date>| {
        let day = date.get_ref().day();
        day.map_err(|error| fault(&error.to_string(), "give a day such as 2021-08-12", date.span())).ok()
    };
    let days = [day(&manifest.first), day(&manifest.opening), day(&manifest.last)];
    let sound = [parties_are_sound(&manifest, &mut fault), magnify_is_sound(&manifest.map, &mut fault)];
    let [Some(first), Some(opening), Some(last)] = days else { return None };
    let hint = "first, opening and last must follow one another";
    if first > last {
        fault("the last day lies before the first", hint, manifest.last.span());
        return None;
    }
    if !(first <= opening && opening <= last) {
        fault("the opening day lies outside of the stretch", hint, manifest.opening.span());
        return None;
    }
    if last.since(first) > LONGEST {
        fault("the stretch is longer than 1000 years", "its days are counted one by one", manifest.last.span());
        return None;
    }
    manifest.days = Some([first, opening, last]);
    sound.into_iter().all(|sound| sound).then_some(manifest)
}

/// A message of the reader of TOML about a part of the text, with what would mend it: of a key that is missing in it, how
/// the shipped manifest has that.
fn in_words(message: &str, part: &str) -> (String, String) {
    let Some(key) = message.strip_prefix("missing field `").and_then(|rest| rest.strip_suffix('`')) else {
        return (message.to_owned(), String::new());
    };
    let line = |line: &&str| line.split_once(" = ").is_some_and(|(name, _)| name == key);
    // The part is a table that begins with its name, or else the whole.
    let table = part.lines().next().map(str::trim).filter(|name| name.starts_with('['));
    let mut shipped = files::shipped(MANIFEST).lines().skip_while(|line| table.is_some_and(|table| *line != table));
    let hint = match shipped.find(line) {
        _ if key == "party" => PARTIES.to_owned(),
        Some(line) => format!("such as: {line}"),
        None => String::new(),
    };
    (format!("the key {} is missing", quote(key)), hint)
}

/// A problem at a part of the text.
fn spotted(text: &str, message: &str, hint: &str, span: Range<usize>) -> Problem {
    Problem::file(MANIFEST, message, hint).spot(text, &Spot::of(text, span))
}

/// Whether there are parties, each with an identifier of its own.
fn parties_are_sound(manifest: &Manifest, fault: &mut impl FnMut(&str, &str, Range<usize>)) -> bool {
    if manifest.party.is_empty() {
        fault("there is no party", PARTIES, 0..0);
        return false;
    }
    let mut known = BTreeSet::new();
    let twice = manifest.party.iter().find(|party| !known.insert(party.id.get_ref()));
    if let Some(party) = twice {
        let message = format!("there are two parties {}", quote(party.id.get_ref()));
        fault(&message, "give every party its own identifier", party.id.span());
    }
    twice.is_none()
}

/// Whether the map is magnified by numbers that mean something.
fn magnify_is_sound(map: &MapTable, fault: &mut impl FnMut(&str, &str, Range<usize>)) -> bool {
    let lon = map.magnify_lon.iter().map(|pair| (pair, 180.0));
    let lat = map.magnify_lat.iter().map(|pair| (pair, 90.0));
    let wrong = lon.chain(lat).find(|(pair, most)| {
        let (degree, width) = *pair.get_ref();
        !(degree.abs() <= *most && (0.01..=100.0).contains(&width))
    });
    if let Some((pair, _)) = wrong {
        let hint = "a meridian or parallel in degrees, and how wide the ground is from there on, 0.01 to 100";
        fault("the map cannot be magnified so", hint, pair.span());
    }
    wrong.is_none()
}

impl Manifest {
    /// The parties, the one that holds every place at first before the others.
    pub(super) fn parties(&self) -> Vec<Party> {
        let party = |row: &PartyRow| Party {
            id: row.id.get_ref().clone(),
            name: row.name.clone(),
            short: row.short.as_ref().unwrap_or(&row.name).clone(),
            article: row.article.clone(),
        };
        let mut parties: Vec<Party> = self.party.iter().map(party).collect();
        parties.sort_by_key(|party| party.id != *self.home.get_ref());
        parties
    }

    pub(super) fn home(&self, parties: &[Party], files: &Files, problems: &mut Problems) -> PartyNo {
        let home = parties.iter().position(|party| party.id == *self.home.get_ref());
        if home.is_none() {
            let message = format!("{} is no [[party]]", quote(self.home.get_ref()));
            let hint = "name the party that holds every place at first";
            problems.push(spotted(files.text(MANIFEST).unwrap_or_default(), &message, hint, self.home.span()));
        }
        PartyNo::from_index(home.unwrap_or(0))
    }

    pub(super) fn seat(&self, places: &PlaceIndex, files: &Files, problems: &mut Problems) -> Option<PlaceNo> {
        let id = self.seat.as_ref()?;
        let seat = places.get(id.get_ref());
        if seat.is_none() && !problems.is_doubtful(places::FILE) {
            let message = format!("{} is not in {}", quote(id.get_ref()), places::FILE);
            let text = files.text(MANIFEST).unwrap_or_default();
            problems.push(spotted(text, &message, "name a place by its id", id.span()));
        }
        seat
    }

    pub(super) fn magnify(&self) -> Magnify {
        let pairs = |pairs: &[Spanned<(f64, f64)>]| pairs.iter().map(|pair| *pair.get_ref()).collect();
        Magnify { lon: pairs(&self.map.magnify_lon), lat: pairs(&self.map.magnify_lat) }
    }

    /// The milestones; an event that does not exist is a problem.
    pub(super) fn milestones(&self, files: &Files, events: &[Event], problems: &mut Problems) -> Vec<Milestone> {
        milestones::resolve(&self.milestone, files.text(MANIFEST).unwrap_or_default(), events, problems)
    }

    pub(super) fn stretch(&self) -> Span {
        let [first, _, last] = self.checked_days();
        Span::inclusive(first, last)
    }

    #[cfg_attr(not(test), expect(clippy::expect_used, reason = "a manifest without days is never given out"))]
    fn checked_days(&self) -> [Day; 3] {
        self.days.expect("`read` gives no manifest without them")
    }

    /// The data set that it is the manifest of.
    pub(super) fn dataset(
        &self,
        gazetteer: Arc<Gazetteer>,
        terrain: Terrain,
        chronicle: Chronicle,
        milestones: Vec<Milestone>,
        (lines, odd): (Lines, Vec<Problem>),
    ) -> Dataset {
        let [_, opening, _] = self.checked_days();
        let nouns = |given: &Option<[Clean; 2]>, one: &str, many: &str| {
            given.clone().unwrap_or_else(|| [one.into(), many.into()])
        };
        Dataset {
            id: self.id.clone(),
            title: self.title.clone(),
            time_zone: self.time_zone.clone(),
            utc_offset: self.utc_offset.clone(),
            calendar: self.calendar.map(|Beside::SolarHijri| Calendar::Solar),
            opening,
            nouns: Nouns {
                places: nouns(&self.places_are, "place", "places"),
                regions: nouns(&self.regions_are, "region", "regions"),
            },
            magnify: self.magnify(),
            credits: self.credit.clone(),
            method: self.method.clone(),
            milestones,
            gazetteer,
            terrain,
            chronicle,
            left_out: Vec::new(),
            odd,
            lines,
            catalogue: OnceLock::new(),
        }
    }
}
