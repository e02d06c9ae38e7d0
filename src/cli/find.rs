//! `frontline find`: places by any spelling, events and sources by their words.

use std::fmt::Write as _;

use clap::Args;

use crate::dataset::Hit;
use crate::text::{self, Clean};

use super::state::{PlaceState, place_state, situation};
use super::{Failure, Look, Moment, data, note, write};

/// What `find` is told.
#[derive(Args, Debug)]
#[command(after_help = "Exit code 1 if nothing is found; as JSON, if no place is.")]
pub(super) struct Arguments {
    /// A name, or a part of one, in any script.
    query: String,
    /// A folder with a data set; the one compiled in without it.
    data: Option<std::path::PathBuf>,
    /// The day for which the status is given; the opening day without it.
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    at: Option<String>,
    /// JSON instead of a table.
    #[arg(long)]
    json: bool,
}

/// Prints what the query may mean, each kind best first: places, events, sources; as JSON the places alone. If there is
/// nothing to print, exit code 1, as scripts know it of `grep`, and beside a table a note on standard error.
pub(super) fn run(arguments: &Arguments) -> Result<(), Failure> {
    let moment = Moment { data: arguments.data.clone(), at: arguments.at.clone(), ..Moment::default() };
    let (dataset, model) = data::open(&moment, &Look::default())?;
    let situation = situation(&dataset, model.reading, model.day);
    let hits = dataset.find(&Clean::new(&arguments.query));
    let places = || hits.iter().filter_map(|hit| if let Hit::Place(found) = hit { Some(found) } else { None });
    if arguments.json {
        let places: Vec<PlaceState<'_>> =
            places().map(|found| place_state(&dataset, &situation, found.place)).collect();
        let json = serde_json::to_string(&places).map_err(std::io::Error::from)?;
        write(format!("{json}\n").as_bytes())?;
        return if places.is_empty() { Err(Failure::Told) } else { Ok(()) };
    }
    if hits.is_empty() {
        let query = Clean::new(&arguments.query);
        note(&format!("nothing is called anything like \"{}\"", text::cut(&query, 60)));
        return Err(Failure::Told);
    }
    let mut out = String::new();
    for found in places() {
        let place = dataset.gazetteer.place(found.place);
        let region = dataset.gazetteer.region_name(found.place);
        let by = if found.spelling == place.name { String::new() } else { format!("as {}", found.spelling) };
        let status = situation.standing(found.place).status.word();
        let line = format!("{:<16} {:<14} {status:<10} {by}", place.name, region);
        let _ = writeln!(out, "{}", line.trim_end());
    }
    for hit in &hits {
        let _ = match hit {
            Hit::Place(_) => Ok(()),
            Hit::Event(number) => {
                let event = dataset.chronicle.event(*number);
                writeln!(out, "{:<16} {}", event.date.best, dataset.event_name(event))
            }
            Hit::Source(number) => {
                let source = dataset.chronicle.source(*number);
                writeln!(out, "{:<16} {}: \"{}\"", source.id, source.publisher, source.title)
            }
        };
    }
    write(out.as_bytes())
}
