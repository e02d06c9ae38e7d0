//! Data over many years: a day of another year says so.

use std::fmt::Write as _;

use frontline::app::Depth;
use frontline::chronicle::{Reading, Tracks};
use frontline::dataset::Dataset;
use frontline::gazetteer::PlaceNo;
use frontline::time::Day;
use frontline::timeline::Lanes;

use crate::cost;
use crate::run::Run;
use crate::towns::{self, TWO_PARTIES};

fn of(places: &str, events: &str) -> Dataset {
    let manifest = TWO_PARTIES.replace("1900-01-10", "2499-01-01");
    let folder = towns::folder([("dataset.toml", &*manifest), ("places.csv", places), ("events.csv", events)]);
    towns::open(&folder).unwrap_or_else(|problems| panic!("{problems}"))
}

fn dataset() -> Dataset {
    let events = "id,kind,place,date,earliest,latest,party,state,end\n\
                  one,capture,a,1905-03-03,,,red,,\n\
                  two,capture,b,1920-03-03,1919-03-03,1921-03-03,red,,\n\
                  siege,phase,b,1918-05-01,,,,besieged,1919-01-05\n";
    of("id,name,lon,lat\na,Alpha,1,1\nb,Beta,2,1\n", events)
}

fn day(text: &str) -> Day {
    Day::parse(text).expect("a day")
}

/// A screen of the data set on a day, after some keys.
fn screen(date: &str, keys: &str) -> String {
    Run::of(dataset(), "160x60", Depth::default()).go_to(date).press(keys).text()
}

#[test]
fn the_digest_names_the_year_where_it_differs() {
    let dataset = dataset();
    let told = dataset.digest(dataset.chronicle.stretch, Reading::Settled).paragraphs.join("\n");
    assert!(told.contains("Sat 4 Mar 1905 to Tue 30 Apr 1918: nothing is dated"), "{told}");
    assert!(told.contains("Beta fell to Red, between 3 Mar 1919 and 3 Mar 1921."), "{told}");
}

#[test]
fn screens_and_pages_name_the_year_where_it_differs() {
    let detail = |date| {
        let detail = Run::of(dataset(), "160x60", Depth::default()).go_to(date).press("tab tab").detail();
        detail.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let bounds = "(3 Mar 1919-3 Mar 1921)";
    let fell = detail("1920-03-05");
    assert!(fell.contains(&format!("fell Wed 3 Mar {bounds}; perhaps not until 3 Mar 1921")), "{fell}");
    let later = detail("1930-01-01");
    assert!(later.contains(&format!("fell Wed 3 Mar 1920 {bounds}")), "{later}");
    let disputed = detail("1919-05-05");
    assert!(disputed.contains("(3 Mar to 3 Mar 1921)"), "{disputed}");
    let quiet = screen("1910-01-01", "");
    assert!(quiet.contains("the next: Wed 1 May 1918"), "{quiet}");
    let page = screen("1930-01-01", "tab tab s");
    assert!(page.contains("Wed 1 May 1918 to Sun 5 Jan 1919: besieged"), "{page}");
}

#[test]
fn a_rule_names_the_year_where_it_differs() {
    let dataset = dataset();
    let rule = |date, reading| dataset.why(PlaceNo::from_index(1), day(date), reading).rule;
    assert!(
        rule("1919-05-05", Reading::Settled)
            .contains("Mon 3 Mar, has come, and the best supported one, Wed 3 Mar 1920")
    );
    assert!(rule("1920-03-05", Reading::Settled).ends_with("only by Thu 3 Mar 1921: hence the mark of doubt."));
    assert!(rule("1930-01-01", Reading::Latest).contains("Thu 3 Mar 1921, has come"));
    assert!(rule("1919-01-02", Reading::Settled).contains("\"besieged\" (1 May 1918 to 5 Jan)"));
    assert!(rule("1919-01-02", Reading::Settled).ends_with("it falls on Wed 3 Mar 1920."));
}

#[test]
fn a_siege_of_centuries_costs_its_beginning_and_its_end() {
    let [short, long] = ["1950-01-01", "2498-01-01"].map(besieged);
    let lanes = |dataset: &Dataset| {
        let tracks = Tracks::new(&dataset.chronicle, dataset.gazetteer.places.len(), Reading::Settled);
        Lanes::new(&dataset.gazetteer, &dataset.chronicle, &tracks)
    };
    assert_eq!(lanes(&long).bars().len(), 300);
    assert_eq!(lanes(&long).marks(day("2200-01-01")).map(|marks| marks.contested), Some(300));
    let ratio = cost::ratio(|| drop(lanes(&short)), || drop(lanes(&long)));
    assert!(ratio < 4.0, "a status for each of its days takes ten times as long: {ratio}");
}

/// Three hundred places, each contested from 1900 to a day.
fn besieged(end: &str) -> Dataset {
    let (mut places, mut events) = ("id,name,lon,lat\n".to_owned(), "id,kind,place,date,end,state\n".to_owned());
    for number in 0..300 {
        writeln!(places, "p{number},P{number},{},1", f64::from(number) / 10.0).expect("a string");
        writeln!(events, "e{number},phase,p{number},1900-01-02,{end},contested").expect("a string");
    }
    of(&places, &events)
}
