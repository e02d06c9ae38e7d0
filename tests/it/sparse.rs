//! A record that leaves out what it need not say: no sentence has a hole, and nothing is said of it that it does not say.

use frontline::app::Depth;
use frontline::chronicle::Reading;
use frontline::dataset::Dataset;
use frontline::gazetteer::PlaceNo;

use crate::cli::output;
use crate::cost;
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
fn an_area_is_given_measured_or_unknown_and_the_page_says_which() {
    let with_regions = |outlined: bool| {
        let places = "id,name,lon,lat,region\na,Alpha,10.5,50.5,up\nb,Beta,20,40,down\nc,Gamma,21,41,far\n";
        let regions = "id,name,capital,area_km2\nup,Up,a,\ndown,Down,b,500\nfar,Far,c,\n";
        let events = "id,kind,place,date,party\nfall,capture,c,1900-01-03,red\n";
        let base = [
            ("dataset.toml", TWO_PARTIES),
            ("places.csv", places),
            ("events.csv", events),
            ("regions.csv", regions),
            ("regions.topojson", towns::file("regions.topojson")),
        ];
        let kept = base.into_iter().filter(|(name, _)| outlined || *name != "regions.topojson");
        towns::open(&towns::folder(kept)).unwrap_or_else(|problems| panic!("{problems}"))
    };
    let dataset = with_regions(true);
    let odd: Vec<String> = dataset.findings().iter().map(ToString::to_string).collect();
    assert!(odd.iter().any(|odd| odd.starts_with("regions.csv:4: area_km2: the area of \"far\"")), "{odd:#?}");
    assert!(!odd.iter().any(|odd| odd.contains("\"up\"") || odd.contains("\"down\"")), "{odd:#?}");
    let page = |keys: &str| screen(dataset.clone(), keys);
    for (keys, told) in [
        ("tab s end", "7 892 square km, measured on the outline"),
        ("tab tab s end", "500 square km, given in regions.csv"),
        ("tab tab tab s end", "no figure of the area"),
    ] {
        assert!(page(keys).contains(told), "{}", page(keys));
    }
    let situation = page("");
    for line in ["Blue: 2 regions, 8 392 km2\n", "Red: 1 region, area unknown", "no pocket"] {
        assert!(situation.contains(line), "{line}: {situation}");
    }
    assert!(!situation.contains("people"), "nobody says how many: {situation}");
    let bare = screen(with_regions(false), "");
    assert!(bare.contains("Red: 1 region, area unknown"), "{bare}");
    assert!(!bare.contains("no pocket") && !bare.contains("no front"), "what is not known is not none: {bare}");
    let compared = page("c\ntype 2 jan\nenter");
    assert!(compared.contains("Red area unknown") && !compared.contains("NaN"), "{compared}");
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
fn many_sources_and_places_are_checked_and_told_each_once() {
    let ratio = cost::ratio(|| sources_and_places(1_000), || sources_and_places(8_000));
    assert!(ratio < 24.0, "each beside every other takes 64 times as long: {ratio}");
}

/// Checks and tells so many sources, each the text of the one before, and as many places.
fn sources_and_places(many: usize) {
    let sources = (0..many).map(|number| {
        let earlier = if number == 0 { String::new() } else { format!("s{}", number - 1) };
        format!("s{number},T,P,1900-01-05,yes,{earlier}\n")
    });
    let cited = (1..many).map(|number| format!("s{number}")).collect::<Vec<_>>().join(";");
    let places = (0..many).map(|number| format!("p{number},P{number},1,1\n"));
    let events = (0..many).map(|number| format!("e{number},capture,p{number},1900-01-03,red,s0\n"));
    let folder = towns::folder([
        ("dataset.toml", TWO_PARTIES.to_owned()),
        ("places.csv", format!("id,name,lon,lat\na,Alpha,1,1\n{}", places.collect::<String>())),
        (
            "events.csv",
            format!(
                "id,kind,place,date,party,sources\nfall,capture,a,1900-01-03,red,{cited}\n{}",
                events.collect::<String>()
            ),
        ),
        ("sources.csv", format!("id,title,publisher,published,read,repeats\n{}", sources.collect::<String>())),
    ]);
    let dataset = towns::open(&folder).unwrap_or_else(|problems| panic!("{problems}"));
    let shared: Vec<String> = dataset.findings().iter().map(ToString::to_string).collect();
    assert!(shared.len() == 1 && shared[0].contains("\"fall\" cites s1 and s2, which share one text"), "{shared:#?}");
    let folder = folder.path().to_str().expect("a path");
    let arguments = ["sources", "places"].map(|table| [table, folder, "--from", "1900-01-03", "--to", "1900-01-09"]);
    assert_eq!(arguments.map(|arguments| output(&arguments).lines().count()), [many, many + 1]);
}

#[test]
fn why_with_many_claims_costs_each_claim_once() {
    let line = |number: usize| {
        (
            format!("s{number},T,P,1900-01-05,yes\n"),
            format!("r{number},1900-01-05,1900-01-05,P,s{number},,yes,a,1900-01-03,fallen,read\n"),
        )
    };
    let [few, many] = [1_000, 8_000].map(|count| {
        let (sources, claims): (String, String) = (0..count).map(line).unzip();
        (of(&sources, &claims), count)
    });
    let why = |(dataset, count): &(Dataset, usize)| {
        let why = dataset.why(PlaceNo::from_index(0), dataset.chronicle.stretch.last(), Reading::Settled);
        assert_eq!((why.testimonies.len(), why.support.len(), why.without.len()), (*count, *count, 0));
    };
    let ratio = cost::ratio(|| why(&few), || why(&many));
    assert!(ratio < 24.0, "each beside every other takes 64 times as long: {ratio}");
}
