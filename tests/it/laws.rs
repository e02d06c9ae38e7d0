//! Laws: what holds for any data and any input.

use std::fmt::Write as _;
use std::time::Duration;

use frontline::app::{Message, Model, update};
use frontline::chronicle::{Chronicle, Kind, PartyNo, Reading, Tracks};
use frontline::dataset::{Dataset, Magnify};
use frontline::gazetteer::{LonLat, PlaceNo};
use frontline::map::{CLOSEST, Camera, CellAt, Viewport};
use frontline::situation::{Situation, Status};
use frontline::time::Day;
use frontline::timeline::Lanes;
use proptest::prelude::*;

use crate::run::dataset;
use crate::towns::{self, TWO_PARTIES};

/// A model that plays from some day on, after some keys for its speed.
fn playing(offset: i32, speed: &[bool]) -> Model {
    let mut model = Model::new(dataset());
    let day = dataset().chronicle.stretch.start.plus(offset);
    let speeds = speed.iter().map(|&faster| if faster { Message::Faster } else { Message::Slower });
    for message in [Message::GoTo(day), Message::Play].into_iter().chain(speeds) {
        update(&mut model, dataset(), message);
    }
    model
}

/// What happens to one place in a made-up data set: its kind, its first day, and how long before, after and on.
#[derive(Clone, Debug)]
struct Happening {
    place: usize,
    kind: &'static str,
    day: i32,
    spread: (i32, i32),
}

const KINDS: [&str; 8] = ["red", "red", "blue", "contested", "besieged", "retaken", "ceasefire", "holdout"];

fn happenings() -> impl Strategy<Value = Vec<Happening>> {
    let one = (0..3_usize, prop::sample::select(KINDS.to_vec()), 5..25, (0..5, 0..5))
        .prop_map(|(place, kind, day, spread)| Happening { place, kind, day, spread });
    prop::collection::vec(one, 0..14)
}

/// The day of a made-up data set: the first of them is 0.
fn day(offset: i32) -> Day {
    Day::parse("1900-01-01").expect("a day").plus(offset)
}

/// A data set of three places in which all this happens.
fn made_up(happenings: &[Happening]) -> Dataset {
    let mut events = "id,kind,place,date,end,earliest,latest,state,party\n".to_owned();
    for (number, Happening { place, kind, day: offset, spread }) in happenings.iter().enumerate() {
        let date = day(*offset);
        if ["red", "blue"].contains(kind) {
            let (earliest, latest) = (date.plus(-spread.0), date.plus(spread.1));
            writeln!(events, "e{number},capture,p{place},{date},,{earliest},{latest},,{kind}").expect("a string");
        } else {
            let end = if spread.0 == 0 { String::new() } else { date.plus(spread.1).to_string() };
            writeln!(events, "e{number},phase,p{place},{date},{end},,,{kind},").expect("a string");
        }
    }
    let folder = towns::folder([
        ("dataset.toml", &*TWO_PARTIES.replace("1900-01-10", "1900-02-05")),
        ("places.csv", "id,name,lon,lat\np0,A,1,1\np1,B,2,1\np2,C,3,2\n"),
        ("events.csv", &events),
    ]);
    Dataset::open(folder.path()).unwrap_or_else(|problems| panic!("{problems}\n{events}"))
}

/// A place as somebody keeps it who goes through the days and reads every event once, when it begins and when it ends.
#[derive(Default)]
struct Kept {
    holder: Option<PartyNo>,
    /// Captures whose earliest day has come and whose best day has not.
    open: usize,
    /// The first days of the phases that go on, and whether each contests the place or ends a contest.
    phases: Vec<(Day, bool)>,
}

impl Kept {
    /// Takes note of what the day brings.
    fn pass(&mut self, chronicle: &Chronicle, place: PlaceNo, day: Day) {
        let mut captures: Vec<_> = chronicle.captures_of(place).map(|(_, event)| event).collect();
        captures.sort_by_key(|event| event.date.best);
        for event in captures {
            let Kind::Capture(capture) = &event.kind else { continue };
            self.open += usize::from(event.date.earliest == day);
            if event.date.best == day {
                self.open -= 1;
                self.holder = Some(capture.party);
            }
        }
        for (_, event) in chronicle.phases_of(place) {
            let Kind::Phase(kind) = event.kind else { continue };
            if !kind.contests() && !kind.ends_contest() {
                continue;
            }
            let noted = (event.span.start, kind.contests());
            if event.span.start == day {
                self.phases.push(noted);
            }
            if event.span.end == day
                && let Some(at) = self.phases.iter().position(|known| *known == noted)
            {
                self.phases.remove(at);
            }
        }
    }

    fn status(&self, home: PartyNo) -> Status {
        let last = |contests| self.phases.iter().filter(|phase| phase.1 == contests).map(|phase| phase.0).max();
        match self.holder {
            Some(holder) if holder != home => Status::Fallen,
            _ if self.open > 0 => Status::Disputed,
            _ if last(true) > last(false) => Status::Contested,
            _ => Status::Held,
        }
    }
}

/// Goes through all days of a data set twice, by situations and by replaying, and compares every place; the timeline
/// counts as many contests.
fn replays(dataset: &Dataset) -> Result<(), TestCaseError> {
    let Dataset { gazetteer, chronicle, .. } = dataset;
    let tracks = Tracks::new(chronicle, gazetteer.places.len(), Reading::Settled);
    let mut kept: Vec<Kept> = gazetteer.places.iter().map(|_| Kept::default()).collect();
    let lanes = Lanes::new(gazetteer, chronicle, &tracks);
    let first = chronicle.events.iter().map(|event| event.date.earliest.min(event.span.start)).min();
    let mut day = first.unwrap_or(chronicle.stretch.start).min(chronicle.stretch.start);
    while day <= chronicle.stretch.last() {
        let situation = Situation::at(gazetteer, chronicle, &tracks, day);
        for (place, kept) in gazetteer.numbers().zip(&mut kept) {
            kept.pass(chronicle, place, day);
            let (status, holder) = (kept.status(chronicle.home), kept.holder.unwrap_or(chronicle.home));
            let standing = situation.standing(place);
            prop_assert_eq!((standing.status, standing.holder), (status, holder), "{:?} on {}", place, day);
        }
        if let Some(marks) = lanes.marks(day) {
            let contested = situation.standings.iter().filter(|standing| standing.status == Status::Contested).count();
            prop_assert_eq!(usize::try_from(marks.contested), Ok(contested), "the timeline on {}", day);
        }
        day = day.plus(1);
    }
    Ok(())
}

/// Goes through all days of a data set under a reading: where nothing turns, nothing has changed.
fn rests_between_turns(dataset: &Dataset, reading: Reading) -> Result<(), TestCaseError> {
    let Dataset { gazetteer, chronicle, .. } = dataset;
    let tracks = Tracks::new(chronicle, gazetteer.places.len(), reading);
    let turns = tracks.turns(chronicle);
    let at = |day| Situation::at(gazetteer, chronicle, &tracks, day);
    let told = |situation: &Situation| {
        let standings = situation.standings.iter();
        let places: Vec<_> = standings.map(|at| (at.status, at.holder, at.doubtful, at.phases.clone())).collect();
        (places, situation.fallen)
    };
    let mut before = at(chronicle.stretch.start);
    for day in (1..chronicle.stretch.days()).map(|offset| chronicle.stretch.start.plus(offset)) {
        let now = at(day);
        if !turns.contains(&day) {
            prop_assert_eq!(told(&now), told(&before), "{} under {:?}", day, reading);
            prop_assert!(chronicle.on(day, reading).is_empty(), "{} under {:?}", day, reading);
        }
        before = now;
    }
    Ok(())
}

#[test]
fn between_the_days_on_which_something_turns_nothing_changes_in_the_record() {
    let cnn = dataset().chronicle.account("CNN-0809").expect("an account");
    for reading in Reading::NAMED.map(|(reading, _)| reading).into_iter().chain([Reading::Account(cnn)]) {
        rests_between_turns(dataset(), reading).unwrap_or_else(|fault| panic!("{fault}"));
    }
}

#[test]
fn the_days_on_which_something_turns_are_as_many_as_happens() {
    let one = Happening { place: 0, kind: "red", day: 10, spread: (2, 3) };
    let other = Happening { place: 1, kind: "contested", day: 14, spread: (1, 5) };
    let Dataset { gazetteer, chronicle, .. } = made_up(&[one, other]);
    let turns = Tracks::new(&chronicle, gazetteer.places.len(), Reading::Settled).turns(&chronicle);
    assert_eq!(turns.into_iter().collect::<Vec<Day>>(), [8, 10, 13, 14, 20].map(day));
}

#[test]
fn captures_of_a_day_are_listed_by_their_number_whatever_the_order_of_rows() {
    let rows = "id,kind,place,date,party,sources,seq\nlater,capture,downtown,1900-01-03,red,paper,2\n\
                fall,capture,uptown,1900-01-03,red,paper,1\n";
    let dataset = towns::open(&towns::with("events.csv", rows)).unwrap_or_else(|problems| panic!("{problems}"));
    let listed = dataset.chronicle.on(Day::parse("1900-01-03").expect("a date"), Reading::Settled);
    let ids: Vec<&str> = listed.iter().map(|&number| dataset.chronicle.event(number).id.as_str()).collect();
    assert_eq!(ids, ["fall", "later"]);
}

#[test]
fn the_situation_of_a_day_equals_replaying_every_event_of_the_record() {
    replays(dataset()).unwrap_or_else(|fault| panic!("{fault}"));
}

#[test]
fn a_retaking_outlasts_a_garrison_that_held_out_from_the_same_day() {
    let of = |kind, day, spread| Happening { place: 1, kind, day, spread };
    let happenings = [of("contested", 11, (1, 3)), of("retaken", 13, (1, 1)), of("holdout", 13, (0, 0))];
    let dataset = made_up(&happenings);
    replays(&dataset).unwrap_or_else(|fault| panic!("{fault}"));
    let Dataset { gazetteer, chronicle, .. } = &dataset;
    let tracks = Tracks::new(chronicle, gazetteer.places.len(), Reading::Settled);
    let status =
        |offset| Situation::at(gazetteer, chronicle, &tracks, day(offset)).standing(PlaceNo::from_index(1)).status;
    let each: Vec<Status> = (10..16).map(status).collect();
    assert_eq!(each, [Status::Held, Status::Contested, Status::Contested, Status::Held, Status::Held, Status::Held]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(ProptestConfig::default().cases / 2))]

    #[test]
    fn the_situation_of_a_day_equals_replaying_every_event(happenings in happenings()) {
        replays(&made_up(&happenings))?;
    }

    #[test]
    fn between_the_days_on_which_something_turns_nothing_changes(happenings in happenings()) {
        let dataset = made_up(&happenings);
        for (reading, _) in Reading::NAMED {
            rests_between_turns(&dataset, reading)?;
        }
    }

    #[test]
    fn many_small_ticks_equal_one_large(
        offset in 0..130, speed in prop::collection::vec(any::<bool>(), 0..6),
        ticks in prop::collection::vec(0_u64..3_000_000, 1..40),
    ) {
        let tick = |micros| Message::Tick(Duration::from_micros(micros));
        let (mut small, mut large) = (playing(offset, &speed), playing(offset, &speed));
        for &micros in &ticks {
            update(&mut small, dataset(), tick(micros));
        }
        update(&mut large, dataset(), tick(ticks.iter().sum()));
        prop_assert_eq!(small, large);
    }

    #[test]
    fn what_is_projected_comes_back(
        lon in 55.0..80.0_f64, lat in 25.0..42.0_f64, zoom in 0..=CLOSEST, width in 1_u16..300, height in 1_u16..120,
        magnified in any::<bool>(),
    ) {
        let gazetteer = &dataset().gazetteer;
        let magnify = if magnified { dataset().magnify.clone() } else { Magnify::default() };
        let at = LonLat::new(lon, lat).expect("a position");
        let view = Viewport::new(gazetteer, &magnify, Camera { zoom, centre: Some(at) }, width, height);
        let back = view.lonlat(view.plane(at)).expect("on the globe");
        prop_assert!((back.lon() - lon).abs() < 1e-9 && (back.lat() - lat).abs() < 1e-9, "{} {}", at, back);
    }

    #[test]
    fn every_cell_stands_for_ground_that_lies_in_it(
        zoom in 0..=CLOSEST, width in 1_u16..300, height in 1_u16..120, x in 0..300, y in 0..120,
    ) {
        let (gazetteer, magnify) = (&dataset().gazetteer, &dataset().magnify);
        let camera = Camera { zoom, centre: LonLat::new(66.0, 34.0) };
        let view = Viewport::new(gazetteer, magnify, camera, width, height);
        let cell = CellAt { x: x % i32::from(width), y: y % i32::from(height) };
        if let Some(ground) = view.lonlat(cell.middle()) {
            prop_assert_eq!(view.plane(ground).cell(), cell);
        }
    }
}
