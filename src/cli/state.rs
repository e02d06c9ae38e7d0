//! `frontline state`: the situation of a day as data.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use clap::Args;
use serde::Serialize;

use crate::chronicle::{Chronicle, Party, Reading, Tracks};
use crate::dataset::Dataset;
use crate::gazetteer::PlaceNo;
use crate::situation::{Situation, Standing, Status, Territory};
use crate::text::Clean;
use crate::time::Day;

use super::{Failure, Look, Moment, data, write};

/// What `state` is told.
#[derive(Args, Debug)]
pub(super) struct Arguments {
    #[command(flatten)]
    moment: Moment,
    /// JSON instead of a table.
    #[arg(long)]
    json: bool,
}

/// The contract: keys may be added, none renamed.
#[derive(Serialize)]
struct State<'a> {
    dataset: &'a Clean,
    date: Day,
    reading: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    account: Option<&'a Clean>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    without: Vec<&'a Clean>,
    fallen: Fallen<'a>,
    front: Front,
    pockets: Vec<Vec<&'a Clean>>,
    parties: Vec<PartyState<'a>>,
    places: Vec<PlaceState<'a>>,
}

#[derive(Serialize)]
struct Fallen<'a> {
    count: usize,
    least: usize,
    most: usize,
    total: usize,
    today: Vec<&'a Clean>,
}

#[derive(Serialize)]
struct Front {
    length_km: f64,
    borders: usize,
}

/// What a party holds, as data.
#[derive(Serialize)]
pub(super) struct PartyState<'a> {
    id: &'a Clean,
    regions: usize,
    area_km2: Option<f64>,
}

/// A place as data.
#[derive(Serialize)]
pub(super) struct PlaceState<'a> {
    pub(super) id: &'a Clean,
    pub(super) name: &'a Clean,
    region: &'a str,
    lon: f64,
    lat: f64,
    status: Status,
    holder: &'a Clean,
    since: Option<Day>,
    earliest: Option<Day>,
    latest: Option<Day>,
    sources: usize,
}

/// Prints the situation.
pub(super) fn run(arguments: &Arguments) -> Result<(), Failure> {
    let (dataset, model) = data::open(&arguments.moment, &Look::default())?;
    let situation = situation(&dataset, model.reading, model.day);
    let text = if arguments.json {
        serde_json::to_string(&state(&dataset, &situation)).map_err(std::io::Error::from)? + "\n"
    } else {
        table(&dataset, &situation)
    };
    write(text.as_bytes())
}

/// The situation of a day under a reading.
pub(super) fn situation(dataset: &Dataset, reading: Reading, day: Day) -> Situation {
    let tracks = Tracks::new(&dataset.chronicle, dataset.gazetteer.places.len(), reading);
    Situation::at(&dataset.gazetteer, &dataset.chronicle, &tracks, day)
}

fn state<'a>(dataset: &'a Dataset, situation: &Situation) -> State<'a> {
    let gazetteer = &dataset.gazetteer;
    let id = |&place: &PlaceNo| &gazetteer.place(place).id;
    let account = match situation.reading {
        Reading::Account(source) => Some(&dataset.chronicle.source(source).id),
        _ => None,
    };
    State {
        dataset: &dataset.id,
        date: situation.day,
        reading: situation.reading.word(),
        account,
        without: dataset.left_out.iter().map(|&source| &dataset.chronicle.source(source).id).collect(),
        fallen: Fallen {
            count: situation.fallen.count,
            least: situation.fallen.least,
            most: situation.fallen.most,
            total: situation.fallen.total,
            today: situation.today.iter().map(id).collect(),
        },
        front: Front { length_km: tenths(situation.front.length_km), borders: situation.front.borders },
        pockets: situation
            .pockets
            .iter()
            .map(|pocket| pocket.regions.iter().filter_map(|&region| gazetteer.region(region).capital).collect())
            .map(|capitals: Vec<PlaceNo>| capitals.iter().map(id).collect())
            .collect(),
        parties: parties(dataset, situation),
        places: gazetteer.numbers().map(|place| place_state(dataset, situation, place)).collect(),
    }
}

/// What every party holds.
pub(super) fn parties<'a>(dataset: &'a Dataset, situation: &Situation) -> Vec<PartyState<'a>> {
    let held = dataset.chronicle.parties.iter().zip(&situation.territories);
    let party = |(party, held): (&'a Party, &Territory)| PartyState {
        id: &party.id,
        regions: held.regions,
        area_km2: held.area_km2.map(f64::round),
    };
    held.map(party).collect()
}

/// Kilometres to a tenth: the borders are not known more closely.
pub(super) fn tenths(km: f64) -> f64 {
    (km * 10.0).round() / 10.0
}

/// A place as data, at a day.
pub(super) fn place_state<'a>(dataset: &'a Dataset, situation: &Situation, number: PlaceNo) -> PlaceState<'a> {
    let place = dataset.gazetteer.place(number);
    let standing = situation.standing(number);
    let date = standing.date();
    PlaceState {
        id: &place.id,
        name: &place.name,
        region: dataset.gazetteer.region_id(number),
        lon: place.position.lon(),
        lat: place.position.lat(),
        status: standing.status,
        holder: &dataset.chronicle.party(standing.holder).id,
        since: standing.since,
        earliest: date.map(|date| date.earliest),
        latest: date.map(|date| date.latest),
        sources: cited(&dataset.chronicle, standing),
    }
}

/// How many sources are cited for how a place stands: for its fall, and for the fighting over it on the day.
fn cited(chronicle: &Chronicle, standing: &Standing) -> usize {
    let events = standing.fall.map(|fall| fall.event).into_iter().chain(standing.phases.iter().copied());
    events.flat_map(|event| chronicle.cited(event)).collect::<BTreeSet<_>>().len()
}

fn table(dataset: &Dataset, situation: &Situation) -> String {
    let count = situation.fallen;
    let [_, many] = &dataset.nouns.places;
    let range = if count.least == count.most { String::new() } else { format!(" ({}-{})", count.least, count.most) };
    let mut out = format!("{}: {} of {} {many} fallen{range}\n", situation.day, count.count, count.total);
    for number in dataset.gazetteer.numbers() {
        let place = place_state(dataset, situation, number);
        let since = place.since.map_or_else(String::new, |day| day.to_string());
        let _ = writeln!(
            out,
            "{:<16} {:<7} {:<10} {:<12} {since}",
            place.name,
            place.region,
            place.status.word(),
            place.holder
        );
    }
    out
}
