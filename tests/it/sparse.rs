//! A record that leaves out what it need not say: no sentence has a hole, and nothing is said of it that it does not say.

use frontline::app::Depth;
use frontline::chronicle::Reading;
use frontline::dataset::Dataset;
use frontline::gazetteer::PlaceNo;

use crate::run::Run;
use crate::towns::{self, TWO_PARTIES};

const CLAIMS: &str =
    "report_id,report_date,as_of,publisher,source_id,tally_stated,rows_complete,place,reported_date,says,evidence\n";

fn of(sources: &str, claims: &str) -> Dataset {
    let folder = towns::folder([
        ("dataset.toml", TWO_PARTIES),
        ("places.csv", "id,name,lon,lat\na,Alpha,1,1\nb,Beta,2,1\n"),
        (
            "events.csv",
            "id,kind,place,date,party,manner\nfall,capture,a,1900-01-03,red,\ntaken,capture,b,1900-01-04,red,fought\n",
        ),
        ("sources.csv", &format!("id,title,publisher,published,read\n{sources}")),
        ("claims.csv", &format!("{CLAIMS}{claims}")),
    ]);
    towns::open(&folder).unwrap_or_else(|problems| panic!("{problems}"))
}

fn screen(dataset: Dataset, keys: &str) -> String {
    Run::of(dataset, "120x60", Depth::default()).go_to("1900-01-04").press(keys).text()
}

#[test]
fn a_sentence_leaves_out_what_the_record_does() {
    let page = screen(of("", ""), "tab tab s");
    assert!(page.contains("Manner: fought.\n"), "{page}");
    for part in ["Time of day", "Confidence", "Words of the sources", "()", ": ."] {
        assert!(!page.contains(part), "{part}: {page}");
    }
    let page = screen(of("", ""), "tab s");
    assert!(!page.contains("Manner"), "{page}");
    let detail = screen(of("", ""), "tab");
    assert!(detail.contains("No source is cited for it.") && !detail.contains("0 sources"), "{detail}");
}

#[test]
fn a_source_without_a_list_is_told_by_what_it_says() {
    let said = |claim: &str| screen(of("s,Text,Paper,1900-01-05,yes\n", claim), "R down");
    let contested = said("r,1900-01-05,1900-01-02,Paper,s,,no,b,,contested,read\n");
    assert!(contested.contains("It names no place as fallen."), "{contested}");
    let tally = said("r,1900-01-05,1900-01-02,Paper,s,2,no,,,tally,read\n");
    assert!(tally.contains("It gives a number only and names no place."), "{tally}");
    let neither = said("r,1900-01-05,1900-01-02,Paper,s,,no,,,tally,read\n");
    assert!(neither.contains("It gives no number and names no place."), "{neither}");
}

#[test]
fn the_party_that_holds_all_at_first_may_be_filed_last() {
    let swapped = TWO_PARTIES.replace("home = \"blue\"", "home = \"red\"");
    let files = [
        ("dataset.toml", &*swapped),
        ("places.csv", "id,name,lon,lat\na,Alpha,1,1\n"),
        ("events.csv", "id,kind,place,date,party\n"),
    ];
    let chronicle = towns::open(&towns::folder(files)).expect("sound data").chronicle;
    assert_eq!(
        (chronicle.home.index(), chronicle.parties[0].id.as_str(), chronicle.parties[1].id.as_str()),
        (0, "red", "blue")
    );
}

#[test]
fn why_with_many_claims_costs_each_claim_once() {
    let line = |number: usize| {
        (
            format!("s{number},T,P,1900-01-05,yes\n"),
            format!("r{number},1900-01-05,1900-01-05,P,s{number},,yes,a,1900-01-03,fallen,read\n"),
        )
    };
    let (sources, claims): (String, String) = (0..10_000).map(line).unzip();
    let dataset = of(&sources, &claims);
    let began = std::time::Instant::now();
    let why = dataset.why(PlaceNo::from_index(0), dataset.chronicle.stretch.last(), Reading::Settled);
    assert_eq!((why.testimonies.len(), why.support.len(), why.without.len()), (10_000, 10_000, 0));
    // Each beside every other takes minutes.
    assert!(began.elapsed().as_secs() < 20, "{:?}", began.elapsed());
}
