//! The readings: what the same record says by different rules.

use frontline::app::{Message, Model, Selection, update};
use frontline::chronicle::{Reading, Tracks};
use frontline::dataset::Dataset;
use frontline::situation::{Situation, Status};
use frontline::time::Day;
use frontline::timeline::Lanes;

fn dataset() -> Dataset {
    Dataset::embedded().unwrap_or_else(|problems| panic!("the shipped data is broken:\n{problems}"))
}

fn day(text: &str) -> Day {
    Day::parse(text).expect("a date")
}

fn situation(dataset: &Dataset, reading: Reading, date: Day) -> Situation {
    let tracks = Tracks::new(&dataset.chronicle, dataset.gazetteer.places.len(), reading);
    Situation::at(&dataset.gazetteer, &dataset.chronicle, &tracks, date)
}

fn status(dataset: &Dataset, reading: Reading, id: &str, date: &str) -> Status {
    let place = dataset.gazetteer.by_id(id).expect("a place");
    situation(dataset, reading, day(date)).standing(place).status
}

#[test]
fn what_had_been_reported_grows_as_the_dossier_says() {
    let dataset = dataset();
    let counts = (6..=15).map(|number| {
        let date = Day::new(2021, 8, number).expect("a day");
        situation(&dataset, Reading::AsReported, date).fallen.count
    });
    assert_eq!(counts.collect::<Vec<_>>(), [1, 2, 5, 6, 8, 9, 13, 18, 25, 30]);
}

#[test]
fn on_every_day_earliest_has_most_and_latest_has_least() {
    let dataset = dataset();
    let stretch = dataset.chronicle.stretch;
    for day in (0..stretch.days()).map(|offset| stretch.start.plus(offset)) {
        let [earliest, settled, latest] = [Reading::Earliest, Reading::Settled, Reading::Latest]
            .map(|reading| situation(&dataset, reading, day).fallen);
        assert!(earliest.count >= settled.count && settled.count >= latest.count, "{day}");
        assert_eq!((earliest.count, latest.count), (settled.most, settled.least), "{day}");
        for count in [earliest, latest] {
            assert_eq!((count.least, count.most), (settled.least, settled.most), "{day}");
        }
    }
}

#[test]
fn under_latest_a_place_is_disputed_until_then() {
    let dataset = dataset();
    let kandahar = |reading, date| status(&dataset, reading, "kandahar", date);
    assert_eq!(kandahar(Reading::Earliest, "2021-08-12"), Status::Fallen);
    assert_eq!(kandahar(Reading::Settled, "2021-08-12"), Status::Disputed);
    assert_eq!(kandahar(Reading::Latest, "2021-08-12"), Status::Disputed);
    assert_eq!(kandahar(Reading::Latest, "2021-08-13"), Status::Fallen);
}

#[test]
fn a_report_that_was_wrong_at_the_time_only_disputes() {
    let dataset = dataset();
    let lashkargah = |date| status(&dataset, Reading::AsReported, "lashkargah", date);
    assert_eq!(lashkargah("2021-08-09"), Status::Contested);
    assert_eq!(lashkargah("2021-08-10"), Status::Disputed, "The News of that day lists it");
    assert_eq!(lashkargah("2021-08-12"), Status::Disputed);
    assert_eq!(lashkargah("2021-08-13"), Status::Fallen);
}

#[test]
fn what_no_report_of_the_time_supports_stays_held() {
    let dataset = dataset();
    let parun = dataset.gazetteer.by_id("parun").expect("a place");
    let last = situation(&dataset, Reading::AsReported, dataset.chronicle.stretch.last());
    assert_eq!(last.standing(parun).status, Status::Held, "its sources came out years later");
    assert_eq!(last.fallen.count, 33);
    let mahmud_e_raqi = dataset.gazetteer.by_id("mahmud-e-raqi").expect("a place");
    assert_eq!(last.standing(mahmud_e_raqi).since, Some(day("2021-08-31")), "a month counts from its last day");
}

#[test]
fn list_and_timeline_follow_every_reading() {
    let dataset = dataset();
    let Dataset { gazetteer, chronicle, .. } = &dataset;
    let account = chronicle.account("VOA-LIST-0813").map(Reading::Account);
    for reading in Reading::NAMED.into_iter().map(|(reading, _)| reading).chain(account) {
        let tracks = Tracks::new(chronicle, gazetteer.places.len(), reading);
        let lanes = Lanes::new(gazetteer, chronicle, &tracks);
        for date in (0..chronicle.stretch.days()).map(|offset| chronicle.stretch.start.plus(offset)) {
            let situation = Situation::at(gazetteer, chronicle, &tracks, date);
            let listed = chronicle.on(date, reading).into_iter().filter_map(|event| {
                let event = chronicle.event(event);
                event.place.filter(|_| matches!(event.kind, frontline::chronicle::Kind::Capture(_)))
            });
            assert_eq!(listed.collect::<Vec<_>>(), situation.today, "{reading:?} {date}");
            let marks = lanes.marks(date).expect("a day of the stretch");
            let disputed = situation.standings.iter().filter(|standing| standing.status == Status::Disputed).count();
            assert_eq!(marks.disputed as usize, disputed, "{reading:?} {date}");
            assert_eq!(marks.falls.len(), situation.today.len(), "{reading:?} {date}");
        }
    }
}

#[test]
fn a_capture_that_moves_to_another_day_leaves_its_place_selected() {
    let dataset = dataset();
    let mut model = Model::new(&dataset);
    let kandahar = dataset.gazetteer.by_id("kandahar").expect("a place");
    let fall = dataset.chronicle.captures_of(kandahar).next().expect("its fall").0;
    update(&mut model, &dataset, Message::SelectEvent(fall));
    assert_eq!(model.day, day("2021-08-13"));
    update(&mut model, &dataset, Message::NextReading);
    assert_eq!((model.reading, model.selection), (Reading::Earliest, Selection::Place(kandahar)));
    assert_eq!(model.day, day("2021-08-13"), "the playhead stays");
}
