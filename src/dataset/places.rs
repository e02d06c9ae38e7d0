//! `places.csv`.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::gazetteer::{LonLat, NativeName, Place, PlaceNo, Population};
use crate::text::Clean;

use super::files::Files;
use super::problem::{Problem, Problems, quote};
use super::table::{self, List, Row, refer};

pub(super) const FILE: &str = "places.csv";

/// The columns of the table. All but the first four may be missing.
#[derive(Deserialize)]
struct PlaceRow {
    id: Clean,
    name: Clean,
    lon: f64,
    lat: f64,
    #[serde(default)]
    short: Clean,
    #[serde(default)]
    code: Clean,
    population: Option<u64>,
    #[serde(default)]
    population_year: Clean,
    #[serde(default)]
    population_source: Clean,
    elevation_m: Option<i32>,
    #[serde(default)]
    elevation_source: Clean,
    #[serde(default)]
    coord_source: Clean,
    #[serde(default)]
    geonameid: Clean,
    #[serde(default)]
    spellings: List,
    #[serde(default)]
    name_dari: Clean,
    #[serde(default)]
    name_pashto: Clean,
    #[serde(default)]
    native_confirmed: Clean,
    #[serde(default)]
    note: Clean,
    #[serde(default)]
    region: Clean,
}

/// A place with its line and the identifier of its region, which is resolved once the regions are known.
pub(super) struct Entry {
    pub(super) line: u64,
    pub(super) region: Clean,
    pub(super) place: Place,
}

/// What finds a place by its identifier.
pub(super) struct PlaceIndex(BTreeMap<Clean, PlaceNo>);

impl PlaceIndex {
    pub(super) fn new(entries: &[Entry]) -> Self {
        let numbered = entries.iter().enumerate();
        Self(numbered.map(|(index, entry)| (entry.place.id.clone(), PlaceNo::from_index(index))).collect())
    }

    /// The place of an identifier.
    pub(super) fn get(&self, id: &Clean) -> Option<PlaceNo> {
        self.0.get(id).copied()
    }

    /// The place that a row names, or a problem.
    pub(super) fn find(&self, id: &Clean, at: (&str, u64, &str), problems: &mut Problems) -> Option<PlaceNo> {
        refer(self.get(id), at, id, FILE, problems)
    }
}

/// The places.
pub(super) fn read(files: &Files, problems: &mut Problems) -> Vec<Entry> {
    let rows: Vec<Row<PlaceRow>> = table::read(files, FILE, problems);
    table::index(FILE, &rows, |row| &row.id, problems);
    let entries: Vec<Entry> = rows.into_iter().filter_map(|row| entry(row, problems)).collect();
    if !files.shipped {
        exchanged(&entries).for_each(|problem| problems.find(problem));
    }
    entries
}

/// Those places far away from all others that would lie among them if their longitude and latitude were exchanged.
fn exchanged(entries: &[Entry]) -> impl Iterator<Item = Problem> {
    let middle = |of: fn(LonLat) -> f64| median(entries.iter().map(|entry| of(entry.place.position)));
    let (lon, lat) = (middle(LonLat::lon), middle(LonLat::lat));
    // In degrees as on a flat map: what is looked for lies tens of them away.
    let away = move |x: f64, y: f64| (x - lon).abs().max((y - lat).abs());
    let usual = median(entries.iter().map(|entry| away(entry.place.position.lon(), entry.place.position.lat())));
    let odd = move |entry: &&Entry| {
        let at = entry.place.position;
        away(at.lon(), at.lat()) > 10.0 * usual && away(at.lat(), at.lon()) <= 3.0 * usual
    };
    entries.iter().filter(odd).map(|entry| {
        let message = format!("{} lies far away from the others", quote(&entry.place.id));
        let hint = "lon and lat are exchanged, it seems: so it would lie among them";
        Problem::file(FILE, message, hint).at(entry.line).column("lon, lat")
    })
}

/// The middle one of some numbers; of none, none.
fn median(numbers: impl Iterator<Item = f64>) -> f64 {
    let mut numbers: Vec<f64> = numbers.collect();
    numbers.sort_by(f64::total_cmp);
    numbers.get(numbers.len() / 2).copied().unwrap_or(f64::NAN)
}

fn entry(row: Row<PlaceRow>, problems: &mut Problems) -> Option<Entry> {
    let Row { line, value } = row;
    let Some(position) = LonLat::new(value.lon, value.lat) else {
        problems.doubt(FILE);
        let message = format!("{} {} is not on the globe", value.lon, value.lat);
        problems
            .push(Problem::file(FILE, message, "degrees: lon -180 to 180, lat -90 to 90").at(line).column("lon, lat"));
        return None;
    };
    let native = [("dari", value.name_dari), ("pashto", value.name_pashto)];
    let place = Place {
        id: value.id,
        name: value.name,
        short: value.short,
        code: value.code,
        region: None,
        position,
        position_source: value.coord_source,
        geonameid: value.geonameid,
        population: value.population.map(|count| Population {
            count,
            year: value.population_year,
            source: value.population_source,
        }),
        elevation_m: value.elevation_m,
        elevation_source: value.elevation_source,
        spellings: value.spellings.0,
        native: native
            .into_iter()
            .filter(|(_, name)| !name.is_empty())
            .map(|(language, name)| NativeName { language: language.into(), name })
            .collect(),
        native_confirmed: value.native_confirmed,
        note: value.note,
    };
    Some(Entry { line, region: value.region, place })
}
