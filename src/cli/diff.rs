//! `frontline diff`: what changed from one day to another.

use std::fmt::Write as _;
use std::path::PathBuf;

use clap::Args;
use serde::Serialize;

use crate::chronicle::{PartyNo, Reading};
use crate::dataset::Dataset;
use crate::situation::{Change, Difference, Situation, Status, Territory};
use crate::text::{self, Clean};
use crate::time::Day;

use super::state::{PartyState, parties, situation, tenths};
use super::{Failure, Look, Moment, data, reading, write};

/// What `diff` is told.
#[derive(Args, Debug)]
#[command(after_help = "Exit code 1 if anything differs, 0 if nothing does.")]
pub(super) struct Arguments {
    /// The one day, as `--at` takes it elsewhere: 2021-08-09, 9aug.
    #[arg(allow_hyphen_values = true)]
    from: String,
    /// The other day; `+3` counts from the one.
    #[arg(allow_hyphen_values = true)]
    to: String,
    /// A folder with a data set; the one compiled in without it.
    data: Option<PathBuf>,
    /// The rule by which claims become status: settled, earliest, latest or as-reported.
    #[arg(long, value_name = "RULE", value_parser = reading, conflicts_with = "account")]
    reading: Option<Reading>,
    /// Read the claims of one source alone, such as CNN-0809.
    #[arg(long, value_name = "ID")]
    account: Option<String>,
    /// Leave a source out, as if it did not exist; may be given several times.
    #[arg(long, value_name = "ID")]
    without: Vec<String>,
    /// JSON instead of text.
    #[arg(long)]
    json: bool,
}

/// The change as data; keys may be added, none renamed.
#[derive(Serialize)]
struct Changed<'a> {
    dataset: &'a Clean,
    reading: &'static str,
    from: Side<'a>,
    to: Side<'a>,
    places: Vec<PlaceChange<'a>>,
}

#[derive(Serialize)]
struct Side<'a> {
    date: Day,
    fallen: usize,
    front_km: f64,
    pockets: usize,
    parties: Vec<PartyState<'a>>,
}

#[derive(Serialize)]
struct PlaceChange<'a> {
    id: &'a Clean,
    name: &'a Clean,
    before: Status,
    after: Status,
    holder: &'a Clean,
    since: Option<Day>,
    change: String,
}

/// Prints the change and says whether there is any.
pub(super) fn run(arguments: &Arguments) -> Result<bool, Failure> {
    let Arguments { from, to, data, reading, account, without, json } = arguments;
    let moment =
        Moment { data: data.clone(), reading: *reading, account: account.clone(), at: None, without: without.clone() };
    let (dataset, mut model) = data::open(&moment, &Look::default())?;
    model.day = data::day(&dataset, &model, ("the one day", from))?;
    let before = situation(&dataset, model.reading, model.day);
    let after = situation(&dataset, model.reading, data::day(&dataset, &model, ("the other day", to))?);
    let difference = Difference::between(&before, &after);
    let text = if *json {
        serde_json::to_string(&changed(&dataset, &before, &after, &difference)).map_err(std::io::Error::from)? + "\n"
    } else {
        told(&dataset, &before, &after, &difference)
    };
    write(text.as_bytes())?;
    Ok(!difference.is_empty())
}

fn changed<'a>(dataset: &'a Dataset, before: &Situation, after: &Situation, difference: &Difference) -> Changed<'a> {
    let side = |situation: &Situation| Side {
        date: situation.day,
        fallen: situation.fallen.count,
        front_km: tenths(situation.front.length_km),
        pockets: situation.pockets.len(),
        parties: parties(dataset, situation),
    };
    let place = |change: &Change| {
        let place = dataset.gazetteer.place(change.place);
        PlaceChange {
            id: &place.id,
            name: &place.name,
            before: change.before.status,
            after: change.after.status,
            holder: &dataset.chronicle.party(change.after.holder).id,
            since: change.since,
            change: change.words(&dataset.chronicle),
        }
    };
    Changed {
        dataset: &dataset.id,
        reading: after.reading.word(),
        from: side(before),
        to: side(after),
        places: difference.places.iter().map(place).collect(),
    }
}

/// The change in words: the figures, then a line a place.
fn told(dataset: &Dataset, before: &Situation, after: &Situation, difference: &Difference) -> String {
    let [_, many] = &dataset.nouns.places;
    let (old, new) = (before.fallen.count, after.fallen.count);
    let mut out = format!("{} to {}: {old} to {new} of {} {many} fallen\n", before.day, after.day, after.fallen.total);
    if !dataset.gazetteer.regions.is_empty() {
        out.push_str(&ground(dataset, before, after));
    }
    for change in &difference.places {
        let since = change.since.filter(|_| change.after.status == Status::Fallen);
        let since = since.map_or_else(String::new, |day| format!(" {day}"));
        let name = &dataset.gazetteer.place(change.place).name;
        let _ = writeln!(out, "{name:<16}{since:<11} {}", change.words(&dataset.chronicle));
    }
    if difference.is_empty() {
        out.push_str("no difference\n");
    }
    out
}

/// The front and what every party holds, in words.
fn ground(dataset: &Dataset, before: &Situation, after: &Situation) -> String {
    let [_, regions] = &dataset.nouns.regions;
    let km = |situation: &Situation| text::grouped(format_args!("{:.0}", situation.front.length_km));
    let mut out = String::new();
    if dataset.gazetteer.is_outlined() {
        let _ = writeln!(out, "front, computed: {} to {} km", km(before), km(after));
    }
    for (index, (old, new)) in before.territories.iter().zip(&after.territories).enumerate() {
        let party = dataset.chronicle.party(PartyNo::from_index(index));
        let area = |territory: &Territory| {
            territory.area_km2.map_or("unknown".to_owned(), |km2| text::grouped(format_args!("{km2:.0}")))
        };
        let _ = writeln!(
            out,
            "{}: {} to {} {regions}, {} to {} km2",
            party.short,
            old.regions,
            new.regions,
            area(old),
            area(new)
        );
    }
    out
}
