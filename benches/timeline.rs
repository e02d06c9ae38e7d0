//! What the timeline costs: the shipped record strewn over a year, as it is and with 100,000 events.

use divan::Bencher;
use frontline::chronicle::{Chronicle, Event, Reading, Tracks};
use frontline::dataset::Dataset;
use frontline::time::{Day, Span};
use frontline::timeline::{Lanes, Overview, Page, View};

/// How many events there are.
const EVENTS: [usize; 2] = [1_000, 100_000];

/// The zooms: days in words, a sign a day, everything.
const ZOOMS: [i8; 3] = [0, -3, -9];

fn main() {
    divan::main();
}

fn first() -> Day {
    Day::new(2021, 1, 1).expect("a day")
}

/// The shipped events, strewn over a year as often as it takes.
fn record(events: usize) -> (Dataset, Chronicle) {
    let dataset = Dataset::embedded().expect("the shipped data are sound");
    let strewn = (0..events).map(|index| {
        let event = &dataset.chronicle.events[index % dataset.chronicle.events.len()];
        let day = first().plus(i32::try_from(index % 365).expect("days of a year"));
        moved(event, day.since(event.date.best))
    });
    let Chronicle { parties, home, claims, sources, .. } = dataset.chronicle.clone();
    let year = Span { start: first(), end: first().plus(365) };
    let chronicle = Chronicle::new((parties, home), year, strewn.collect(), claims, sources);
    (dataset, chronicle)
}

/// An event so many days later.
fn moved(event: &Event, days: i32) -> Event {
    let mut event = event.clone();
    for day in [&mut event.date.best, &mut event.date.earliest, &mut event.date.latest] {
        *day = day.plus(days);
    }
    event.span = Span { start: event.span.start.plus(days), end: event.span.end.plus(days) };
    event
}

/// Building the lanes: once for a reading.
#[divan::bench(args = EVENTS, sample_count = 5)]
fn build(bencher: Bencher<'_, '_>, events: usize) {
    let (Dataset { gazetteer, .. }, chronicle) = record(events);
    let tracks = Tracks::new(&chronicle, gazetteer.places.len(), Reading::Settled);
    bencher.bench_local(|| Lanes::new(&gazetteer, &chronicle, &tracks));
}

/// Drawing the timeline of a large screen: once a page.
#[divan::bench(args = ZOOMS, consts = EVENTS)]
fn draw<const COUNT: usize>(bencher: Bencher<'_, '_>, zoom: i8) {
    let (Dataset { gazetteer, .. }, chronicle) = record(COUNT);
    let tracks = Tracks::new(&chronicle, gazetteer.places.len(), Reading::Settled);
    let lanes = Lanes::new(&gazetteer, &chronicle, &tracks);
    let view = View { zoom, ..View::new(first().plus(200)) };
    let overview = Overview::new(&lanes, view.calendar, (200, 9));
    bencher.bench_local(|| Page::new(&lanes, &view, (200, 9)).draw(&lanes, &overview, &view));
}
