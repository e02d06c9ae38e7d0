//! A place that is taken, returns to the party that held it at first, and is taken again, filed in no order.

use frontline::app::Depth;
use frontline::chronicle::{Account, Chronicle, Reading, Tracks};
use frontline::dataset::Dataset;
use frontline::gazetteer::PlaceNo;
use frontline::time::Day;
use frontline::timeline::Lanes;

use crate::run::Run;
use crate::towns::{self, TWO_PARTIES};

const EVENTS: &str = "id,kind,place,date,earliest,latest,party,seq,sources
again,capture,a,1900-01-20,1900-01-19,1900-01-21,red,,late
first,capture,a,1900-01-03,,,red,,early
other,capture,b,1900-01-04,,,red,,
back,capture,a,1900-01-06,,,blue,,back
";

const SOURCES: &str = "id,title,publisher,published,read
early,Alpha falls,The Paper,1900-01-03,yes
back,Alpha is back,The Paper,1900-01-06,yes
week,A week,The Week,1900-01-08,yes
hint,Fighting,The Hint,1900-01-18,yes
late,Alpha falls again,The Late,1900-01-22,yes
half,Half a list,The Half,1900-01-22,yes
";

const CLAIMS: &str =
    "report_id,report_date,as_of,publisher,source_id,tally_stated,rows_complete,place,reported_date,says,evidence
week,1900-01-08,1900-01-08,The Week,week,,yes,b,1900-01-04,fallen,read
hint,1900-01-18,1900-01-18,The Hint,hint,,no,a,,contested,read
late,1900-01-22,1900-01-22,The Late,late,,yes,a,1900-01-21,fallen,read
half,1900-01-22,1900-01-22,The Half,half,,yes,b,1900-01-04,fallen,read
";

fn of(events: &str) -> Dataset {
    let folder = towns::folder([
        ("dataset.toml", &*TWO_PARTIES.replace("1900-01-10", "1900-02-05")),
        ("places.csv", "id,name,lon,lat\na,Alpha,1,1\nb,Beta,2,1\nc,Gamma,3,1\n"),
        ("events.csv", events),
        ("sources.csv", SOURCES),
        ("claims.csv", CLAIMS),
    ]);
    towns::open(&folder).unwrap_or_else(|problems| panic!("{problems}"))
}

fn dataset() -> Dataset {
    of(EVENTS)
}

fn day(text: &str) -> Day {
    Day::parse(text).expect("a day")
}

fn account(chronicle: &Chronicle, id: &str) -> Account {
    chronicle.account(id).and_then(|source| chronicle.compared(source)).expect("an account")
}

/// A screen of the data set on a day, after some keys.
fn screen(date: &str, keys: &str) -> String {
    Run::of(dataset(), "120x60", Depth::default()).go_to(date).press(keys).text()
}

#[test]
fn a_return_is_told_as_one_and_makes_fewer() {
    let dataset = dataset();
    let told = dataset.digest(dataset.chronicle.stretch, Reading::Settled).paragraphs;
    let back = told.iter().find(|paragraph| paragraph.starts_with("Sat 6 Jan 1900")).expect("a paragraph");
    assert!(back.contains("1 of 3 places has fallen, 1 fewer than the day before. Alpha returned to Blue"), "{back}");
    let reported = dataset.digest(dataset.chronicle.stretch, Reading::AsReported).paragraphs.join(" ");
    assert!(reported.contains("Alpha was reported returned to Blue"), "{reported}");
    let screen = screen("1900-01-06", "");
    assert!(screen.contains("o Alpha") && screen.contains("returned"), "{screen}");
    assert!(screen.contains("held by Blue again since Sat 6 Jan"), "{screen}");
    let why = dataset.why(PlaceNo::from_index(0), day("1900-01-08"), Reading::Settled);
    assert!(why.rule.ends_with("It returned to Blue on Sat 6 Jan."), "{}", why.rule);
    let names: Vec<String> = dataset.chronicle.events.iter().map(|event| dataset.event_name(event)).collect();
    assert_eq!(names, ["fall of Alpha", "fall of Alpha", "fall of Beta", "return of Alpha to Blue"]);
}

#[test]
fn an_account_misses_what_is_fallen_on_its_day_each_place_once() {
    let chronicle = dataset().chronicle;
    assert_eq!(account(&chronicle, "week").missing, [], "Alpha had returned");
    assert_eq!(account(&chronicle, "late").missing, [PlaceNo::from_index(1)]);
    assert_eq!(account(&chronicle, "half").missing, [PlaceNo::from_index(0)]);
    let screen = screen("1900-01-08", "R");
    let settled = screen.lines().find(|line| line.contains("settled record  ")).expect("the first row");
    assert!(settled.split_whitespace().any(|word| word == "2"), "{settled}");
}

#[test]
fn what_was_reported_and_has_returned_is_not_unreported() {
    let on = |date| screen(date, "r r r");
    let (before, after) = (on("1900-01-10"), on("1900-01-21"));
    assert!(!before.contains("not reported yet"), "{before}");
    assert!(after.contains("- Alpha") && after.contains("fell 20 Jan"), "{after}");
}

#[test]
fn a_claim_stands_beside_the_fall_that_it_means() {
    let accounts = screen("1900-01-08", "R end");
    let all = [screen("1900-01-08", "R down down down"), accounts].join("\n");
    assert!(all.contains("Other day: Alpha 21 Jan (record: 20 Jan)"), "{all}");
    let source = screen("1900-01-08", "/\ntype The Late\nenter");
    assert!(source.contains("dates it 21 Jan (record: fallen 20 Jan)"), "{source}");
    let page = screen("1900-01-08", "tab s");
    let (first, rest) = page.split_once("Return: Sat 6 Jan 1900").expect("three captures in their order");
    assert!(first.contains("Fall: Wed 3 Jan 1900") && !first.contains("dates it"), "{page}");
    assert!(rest.contains("Fall: Sat 20 Jan 1900 (19-21)") && rest.contains("dates it 21 Jan"), "{page}");
    assert!(rest.contains("The Hint"), "fighting comes before a fall: {page}");
    let why = dataset().why(PlaceNo::from_index(0), day("1900-01-04"), Reading::Settled).testimonies.len();
    assert_eq!(why, 1, "only who is cited for the first fall");
}

#[test]
fn the_fall_of_a_place_is_the_first_and_later_the_last() {
    let run = |keys: &str| Run::of(dataset(), "120x60", Depth::default()).press(keys).model().day.to_string();
    assert_eq!(run(":\ntype fall of alpha\nenter"), "1900-01-03");
    assert_eq!(run(":\ntype 1900-01-30\nenter\ntab enter"), "1900-01-20");
    assert_eq!(run("home tab enter"), "1900-01-03");
}

#[test]
fn a_report_comes_so_long_after_the_fall_that_it_tells_of() {
    let Dataset { gazetteer, chronicle, .. } = dataset();
    let lanes = Lanes::new(&gazetteer, &chronicle, &Tracks::new(&chronicle, gazetteer.places.len(), Reading::Settled));
    let marks = |date| lanes.marks(day(date)).expect("a day of the stretch");
    assert_eq!((marks("1900-01-18").reports, marks("1900-01-18").lag), (1, None), "it tells of no fall");
    assert_eq!((marks("1900-01-22").reports, marks("1900-01-22").lag), (2, Some((2, 18))));
    assert_eq!(marks("1900-01-06").falls, [], "a return is no fall");
}

#[test]
fn captures_of_one_day_follow_their_number() {
    let swapped = of(
        "id,kind,place,date,party,seq,sources\nback,capture,a,1900-01-03,blue,2,\nfirst,capture,a,1900-01-03,red,1,\n",
    );
    let tracks = Tracks::new(&swapped.chronicle, 3, Reading::Settled);
    let last = tracks.of(PlaceNo::from_index(0)).last().expect("two captures");
    assert_eq!(last.party, swapped.chronicle.home);
}
