//! What the tables hold.

use std::collections::BTreeSet;

use crate::chronicle::{Event, EventNo, Kind, Source, Uses};
use crate::dataset::Dataset;
use crate::gazetteer::PlaceNo;
use crate::text::Clean;
use crate::time::Span;

use super::{Cell, Row, Table};

/// The events, by day.
pub(super) fn events(dataset: &Dataset, days: Option<Span>) -> Table {
    let columns = &[
        "date",
        "kind",
        "name",
        "id",
        "place",
        "earliest",
        "latest",
        "last",
        "seq",
        "local_time",
        "state",
        "party",
        "manner",
        "category",
        "title",
        "summary",
        "disagreement",
        "attribution",
        "founding",
        "confidence",
        "sources",
        "read",
    ];
    let mut numbers: Vec<EventNo> = dataset.chronicle.numbered().map(|(number, _)| number).collect();
    numbers.retain(|&number| within(dataset.chronicle.event(number), days));
    numbers.sort_by_key(|&number| dataset.chronicle.event(number).date.best);
    let rows = numbers.into_iter().map(|number| event(dataset, dataset.chronicle.event(number)));
    Table { columns, brief: 4, rows: rows.collect() }
}

/// Whether an event covers one of the days.
fn within(event: &Event, days: Option<Span>) -> bool {
    days.is_none_or(|days| event.span.start < days.end && days.start < event.span.end)
}

fn event(dataset: &Dataset, event: &Event) -> Row {
    let place = event.place.map(|place| dataset.gazetteer.place(place));
    let nothing = || (Cell::Nothing, Cell::Nothing);
    let (kind, (state, party), (manner, category), (title, attribution)) = match &event.kind {
        Kind::Capture(capture) => {
            let party = Cell::text(&dataset.chronicle.party(capture.party).id);
            ("capture", (Cell::Nothing, party), (Cell::text(&capture.manner), Cell::Nothing), nothing())
        }
        Kind::Phase(kind) => ("phase", (Cell::shown(&kind.word()), Cell::Nothing), nothing(), nothing()),
        Kind::National(national) => (
            "national",
            nothing(),
            (Cell::Nothing, Cell::text(&national.category)),
            (Cell::text(&national.title), Cell::text(&national.attribution)),
        ),
    };
    let founding = matches!(&event.kind, Kind::National(national) if national.founding);
    let cells = vec![
        Cell::shown(&event.date.best),
        Cell::shown(&kind),
        Cell::Text(dataset.event_name(event)),
        Cell::text(&event.id),
        Cell::maybe(place, |place| Cell::text(&place.id)),
        Cell::shown(&event.date.earliest),
        Cell::shown(&event.date.latest),
        Cell::shown(&event.last()),
        Cell::maybe(event.seq, |seq| Cell::Whole(seq.into())),
        Cell::text(&event.local_time),
        state,
        party,
        manner,
        category,
        title,
        Cell::text(&event.summary),
        Cell::text(&event.disagreement),
        attribution,
        Cell::Flag(founding),
        Cell::text(&event.confidence),
        Cell::list(event.sources.iter().map(|&source| &dataset.chronicle.source(source).id)),
        Cell::Flag(event.read),
    ];
    Row { cells, point: place.map(|place| (place.position.lon(), place.position.lat())) }
}

/// The places, in the order of the file; with days, those to which something happened on them.
pub(super) fn places(dataset: &Dataset, days: Option<Span>) -> Table {
    let columns = &[
        "name",
        "region_name",
        "id",
        "region",
        "lon",
        "lat",
        "population",
        "population_year",
        "population_source",
        "elevation_m",
        "spellings",
        "native",
    ];
    let events = dataset.chronicle.events.iter().filter(|event| within(event, days));
    let busy: BTreeSet<PlaceNo> = events.filter_map(|event| event.place).collect();
    let wanted = |place: &PlaceNo| days.is_none() || busy.contains(place);
    let rows = dataset.gazetteer.numbers().filter(wanted).map(|number| place(dataset, number));
    Table { columns, brief: 3, rows: rows.collect() }
}

fn place(dataset: &Dataset, number: PlaceNo) -> Row {
    let gazetteer = &dataset.gazetteer;
    let place = gazetteer.place(number);
    let (lon, lat) = (place.position.lon(), place.position.lat());
    let population = place.population.as_ref();
    let cells = vec![
        Cell::text(&place.name),
        Cell::shown(&gazetteer.region_name(number)),
        Cell::text(&place.id),
        Cell::shown(&gazetteer.region_id(number)),
        Cell::Number(lon),
        Cell::Number(lat),
        Cell::maybe(population, |population| Cell::Whole(population.count)),
        Cell::maybe(population, |population| Cell::shown(&population.year)),
        Cell::maybe(population, |population| Cell::text(&population.source)),
        Cell::maybe(place.elevation_m, |metres| Cell::Number(metres.into())),
        Cell::list(&place.spellings),
        Cell::list(place.native.iter().map(|native| &native.name)),
    ];
    Row { cells, point: Some((lon, lat)) }
}

/// The sources, in the order of the file; with days, those that were out on one of them for the first time.
pub(super) fn sources(dataset: &Dataset, days: Option<Span>) -> Table {
    let columns = &[
        "id",
        "published",
        "publisher",
        "title",
        "author",
        "url",
        "kind",
        "read",
        "repeats",
        "claims",
        "events",
        "note",
    ];
    let chronicle = &dataset.chronicle;
    let rows = chronicle.sources.iter().zip(chronicle.uses());
    let rows = rows
        .filter(|(source, _)| days.is_none_or(|days| source.published.out_by().is_some_and(|out| days.contains(out))));
    let row = |(source, uses): (&Source, Uses)| {
        let repeats = source.repeats.map(|earlier| &chronicle.source(earlier).id);
        let text = |text: &Clean| Cell::text(text);
        let cells = vec![
            text(&source.id),
            Cell::shown(&source.published),
            text(&source.publisher),
            text(&source.title),
            text(&source.author),
            text(&source.url),
            text(&source.kind),
            Cell::Flag(source.read),
            Cell::maybe(repeats, Cell::text),
            Cell::Whole(uses.claims as u64),
            Cell::Whole(uses.events as u64),
            text(&source.note),
        ];
        Row { cells, point: None }
    };
    Table { columns, brief: 4, rows: rows.map(row).collect() }
}
