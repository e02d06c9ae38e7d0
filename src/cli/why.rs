//! `frontline why`: the claims that put a place in its status.

use clap::Args;
use serde::Serialize;

use crate::chronicle::{Reading, SourceNo};
use crate::dataset::{Dataset, Testimony, Why};
use crate::gazetteer::PlaceNo;
use crate::situation::{Standing, Status};
use crate::text::{self, Clean};
use crate::time::Day;
use crate::ui;

use super::{Failure, Look, MEASURE, Moment, data, note, write};

/// What `why` is told.
#[derive(Args, Debug)]
pub(super) struct Arguments {
    /// The place, by any spelling.
    place: String,
    #[command(flatten)]
    moment: Moment,
    /// JSON instead of text.
    #[arg(long)]
    json: bool,
}

/// The contract: keys may be added, none renamed.
#[derive(Serialize)]
struct Answer<'a> {
    dataset: &'a Clean,
    place: &'a Clean,
    name: &'a Clean,
    date: Day,
    reading: &'static str,
    account: Option<&'a Clean>,
    left_out: Vec<&'a Clean>,
    status: Status,
    since: Option<Day>,
    rule: &'a str,
    support: Vec<&'a Clean>,
    claims: Vec<Told<'a>>,
    readings: Vec<Other>,
    without: Vec<Without<'a>>,
}

/// What a source says.
#[derive(Serialize)]
struct Told<'a> {
    source: &'a Clean,
    report: Option<&'a Clean>,
    publisher: &'a Clean,
    published: String,
    says: &'static str,
    word: Option<&'a Clean>,
    day: Option<Day>,
    read: bool,
    wrong: bool,
    repeats: Option<&'a Clean>,
    note: Option<&'a Clean>,
}

#[derive(Serialize)]
struct Other {
    reading: &'static str,
    status: Status,
    since: Option<Day>,
}

#[derive(Serialize)]
struct Without<'a> {
    source: &'a Clean,
    status: Status,
}

/// Prints why the place has its status.
pub(super) fn run(arguments: &Arguments) -> Result<(), Failure> {
    let (dataset, model) = data::open(&arguments.moment, &Look::default())?;
    let place = place(&dataset, &arguments.place)?;
    let why = dataset.why(place, model.day, model.reading);
    if arguments.json {
        let json = serde_json::to_string(&answer(&dataset, &why)).map_err(std::io::Error::from)?;
        return write(format!("{json}\n").as_bytes());
    }
    write((ui::why(&dataset, &why, MEASURE).join("\n") + "\n").as_bytes())
}

/// The place that is meant; where the name fits several, the best, and a note on the others.
fn place(dataset: &Dataset, query: &str) -> Result<PlaceNo, Failure> {
    let query = Clean::new(query);
    let found = dataset.gazetteer.find(&query);
    let Some(first) = found.first() else {
        let message = format!("no place is called anything like \"{}\" (see frontline find)", text::cut(&query, 60));
        return Err(Failure::Usage(message));
    };
    let alike = found.iter().skip(1).filter(|other| other.by == first.by);
    let alike: Vec<&str> = alike.map(|other| &*dataset.gazetteer.place(other.place).name).collect();
    if !alike.is_empty() {
        note(&format!("\"{}\" may also mean {}", text::cut(&query, 60), alike.join(", ")));
    }
    Ok(first.place)
}

fn answer<'a>(dataset: &'a Dataset, why: &'a Why<'a>) -> Answer<'a> {
    let id = |source: SourceNo| &dataset.chronicle.source(source).id;
    let place = dataset.gazetteer.place(why.place);
    Answer {
        dataset: &dataset.id,
        place: &place.id,
        name: &place.name,
        date: why.day,
        reading: why.reading.word(),
        account: if let Reading::Account(source) = why.reading { Some(id(source)) } else { None },
        left_out: dataset.left_out.iter().map(|&source| id(source)).collect(),
        status: why.standing.status,
        since: why.standing.since,
        rule: &why.rule,
        support: why.support.iter().map(|word| id(word.source)).collect(),
        claims: why.testimonies.iter().map(|told| testimony(dataset, told)).collect(),
        readings: why.readings.iter().map(|(reading, standing)| other(*reading, standing)).collect(),
        without: why.without.iter().map(|&(source, status)| Without { source: id(source), status }).collect(),
    }
}

fn other(reading: Reading, standing: &Standing) -> Other {
    Other { reading: reading.word(), status: standing.status, since: standing.since }
}

fn testimony<'a>(dataset: &'a Dataset, told: &Testimony<'a>) -> Told<'a> {
    let source = dataset.chronicle.source(told.source);
    let filled = |text: &'a Clean| (!text.is_empty()).then_some(text);
    Told {
        source: &source.id,
        report: told.claim.map(|claim| &claim.report),
        publisher: told.claim.map_or(&source.publisher, |claim| &claim.publisher),
        published: told.published.to_string(),
        says: told.claim.map_or("cited", |claim| claim.says.word()),
        word: told.claim.and_then(|claim| filled(&claim.word)),
        day: told.claim.and_then(|claim| claim.day),
        read: told.claim.map_or(source.read, |claim| claim.read),
        wrong: told.wrong,
        repeats: source.repeats.map(|earlier| &dataset.chronicle.source(earlier).id),
        note: told.claim.and_then(|claim| filled(&claim.note)),
    }
}
