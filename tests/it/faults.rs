//! What is wrong with a data set is told with its file, line and character, once, and nothing else with it.

use std::fmt::Write as _;
use std::fs;

use crate::towns::{file, open, problem, problems, text, with};

/// Replaces a part of a file and expects the one problem to begin with the file's name and then with the fault.
#[track_caller]
fn refused(name: &str, old: &str, new: &str, fault: &str) {
    let told = problem(&with(name, text(name, old, new)));
    assert!(told.strip_prefix(name).is_some_and(|told| told.starts_with(fault)), "{told}");
}

#[test]
fn faults_of_a_table_are_named_by_line_character_and_column() {
    refused("places.csv", "11,49", "east,49", ":3:19: lon: \"east\": not a number");
    for number in ["nan", "NaN", "inf", "-inf", "1e400", "1e5", "", ".", "0x10", "1_0", "181"] {
        refused("places.csv", "11,49", &format!("{number},49"), ":3:19: lon");
    }
    refused("places.csv", "uptown,Uptown,10.5", "uptown,\"Up\n\u{161}town\",x", ":3:8: lon: \"x\"");
    refused("events.csv", "1900-01-03", "0000-01-01", ":2:21: date: \"0000-01-01\": the calendar has no such");
    refused("events.csv", "1900-01-03", "99999-01-01", ":2:21: date: \"99999-01-01\": not a date");
    refused("events.csv", "1900-01-03", "1900-02-29", ":2:21: date: \"1900-02-29\": the calendar has no such");
    refused("events.csv", "uptown", "atlantis", ":2:14: place: \"atlantis\" is not in places.csv");
    refused("events.csv", ",paper", ",rumour", ":2:36: sources: \"rumour\" is not in sources.csv");
    refused("claims.csv", ",,yes", ",many,yes", ":2:43: tally_stated: \"many\": not a whole number");
    refused("claims.csv", ",,yes", ",-1,yes", ":2:43: tally_stated: \"-1\": not a whole number");
    refused("places.csv", "downtown,", "uptown,", ":3:1: id: \"uptown\" stands already on line 2");
    // The fault of this one is told where the place stands.
    let told = problem(&with("regions.csv", text("regions.csv", "up,Up,uptown", "up,Up,downtown")));
    assert!(told.starts_with("places.csv:3:"), "{told}");
}

#[test]
fn a_leap_day_of_a_leap_year_is_taken() {
    let text = text("events.csv", "1900-01-03", "1904-02-29");
    open(&with("events.csv", text)).unwrap_or_else(|problems| panic!("{problems}"));
}

#[test]
fn tables_that_are_none_are_refused() {
    refused("places.csv", "id,name,lon,lat,region", "id,name,lon,lat,name", ":1:17: there are two columns \"name\"");
    refused("places.csv", "id,name,lon,lat", "id,name,longitude,lat", ":1: the column \"lon\" is missing");
    refused("events.csv", ",red,", ",red,,,", ":2:37: the line has 8 fields, the header 6");
    refused("events.csv", ",red,paper", ",red", ":2:32: the line has 5 fields, the header 6");
    refused("sources.csv", "Uptown falls", "\"Uptown\" falls", ":2:15: text follows a closing quote");
    refused("sources.csv", "Uptown falls", "\"Uptown falls", ":2:7: a quote is opened here and never closed");
    for name in ["places.csv", "events.csv", "sources.csv", "claims.csv", "regions.csv"] {
        let told = problems(&with(name, ""));
        assert!(told[0].to_string().starts_with(&format!("{name}: is empty")), "{told:#?}");
    }
}

/// The columns that claims must have.
const CLAIMS: [&str; 10] = [
    "report_id",
    "report_date",
    "as_of",
    "publisher",
    "source_id",
    "rows_complete",
    "place",
    "reported_date",
    "says",
    "evidence",
];

#[test]
fn a_table_without_rows_is_one_only_if_it_has_the_columns() {
    let lacks = |name: &str, text: &str, column: &str| {
        let told = problems(&with(name, text));
        let start = format!("{name}:1: the column \"{column}\" is missing");
        assert!(told[0].to_string().starts_with(&start), "{told:#?}");
    };
    for (name, columns) in [
        ("places.csv", &["id", "name", "lon", "lat"] as &[&str]),
        ("events.csv", &["id", "kind", "date"]),
        ("sources.csv", &["id", "title", "publisher", "published", "read"]),
        ("claims.csv", &CLAIMS),
        ("regions.csv", &["id", "name", "capital"]),
    ] {
        for text in ["x", "x\n", "\u{301}\u{301}", "[[[[,{"] {
            lacks(name, text, columns[0]);
        }
        for missing in columns {
            let others: Vec<&str> = columns.iter().copied().filter(|column| column != missing).collect();
            lacks(name, &others.join(","), missing);
        }
        let told = open(&with(name, columns.join(","))).err().map(|problems| problems.to_string()).unwrap_or_default();
        assert!(!told.contains(" is missing"), "no other column need be there: {told}");
    }
    let header = file("claims.csv").lines().next().expect("a header");
    open(&with("claims.csv", header)).unwrap_or_else(|problems| panic!("{problems}"));
}

#[test]
fn a_faulty_table_brings_no_faults_of_those_that_refer_to_it() {
    refused("sources.csv", "1900-01-04", "long ago", ":2:30: published");
    refused("places.csv", "10.5", "ten", ":2:15: lon");
}

#[test]
fn all_problems_are_told_up_to_a_limit() {
    let mut rows = String::from("id,name,lon,lat\n");
    for number in 0..100 {
        let _ = writeln!(rows, "town-{number},Town,{},0", 1000 + number);
    }
    let told = open(&with("places.csv", rows)).map(drop).expect_err("problems");
    assert_eq!(told.kept().len(), 20);
    assert!(told.to_string().ends_with("and 80 more"), "{told}");
    let lines: Vec<Option<u64>> = told.kept().iter().map(|problem| problem.line).collect();
    assert_eq!(lines, (2..22).map(Some).collect::<Vec<_>>());
}

#[test]
fn faults_of_the_other_files_are_named_too() {
    refused("dataset.toml", "home = \"blue\"", "home = \"pink\"", ":4:8: \"pink\" is no [[party]]");
    refused("dataset.toml", "seat = \"uptown\"", "seat = \"x\"", ":5:8: \"x\" is not in places.csv");
    refused("dataset.toml", "id = \"red\"", "id = \"blue\"", ":13:6: there are two parties \"blue\"");
    refused("dataset.toml", "1900-01-10", "1899-01-10", ":7:11: the opening day lies outside");
    refused("dataset.toml", "1900-01-10", "9999-01-10", ":8:8: the stretch is longer than 1000 years");
    refused("dataset.toml", "1900-01-10", "1900-13-40", ":8:");
    refused("dataset.toml", "title =", "titel =", ":2:1: unknown field `titel`");
    refused("dataset.toml", "home = \"blue\"\n", "", ": missing field `home`");
    refused("dataset.toml", "title = \"Two towns\"", "title = \"Two towns", ":2:");
    for map in
        ["magnify_lon = [[nan, 1]]", "magnify_lat = [[0, inf]]", "magnify_lon = [[0, -1]]", "magnify_lat = [[91, 1]]"]
    {
        let text = format!("{}[map]\n{map}\n", file("dataset.toml"));
        assert!(problem(&with("dataset.toml", text)).contains("cannot be magnified"), "{map}");
    }
    let topology = "regions.topojson";
    refused(topology, "[11,51]", "[11,95]", ": arc 0 has");
    refused(topology, "[11,51]", "[11,1e999]", ":1:");
    refused(topology, "[[0]]", "[[7]]", ": \"up\": there is no arc 7");
    refused(topology, "[[0]]", "[[-9223372036854775808]]", ": \"up\": there is no arc");
    refused(topology, "[10,50]]]", "[10,52]]]", ": the outline of \"up\" is not closed");
    refused(topology, "\"objects\":{", "\"objects\":{\"regions\":{\"geometries\":[]},", ":1:118: duplicate field");
    refused(
        topology,
        "\"geometries\":[",
        "\"geometries\":[{\"type\":\"Polygon\",\"id\":\"up\",\"arcs\":[[0]]},",
        ": there are two outlines of \"up\"",
    );
}

#[test]
fn a_region_that_stands_many_times_is_told_so_and_nothing_else() {
    let text = text("regions.csv", "up,Up,uptown", "up,Up,uptown\nup,Up,uptown\nup,Up,uptown");
    let told = problems(&with("regions.csv", text));
    let starts = ["regions.csv:3:1: id: \"up\" stands already", "regions.csv:4:1: id: \"up\" stands already"];
    assert_eq!(told.len(), starts.len(), "{told:#?}");
    assert!(told.iter().zip(starts).all(|(problem, start)| problem.to_string().starts_with(start)), "{told:#?}");
}

#[test]
fn outlines_on_top_of_one_another_are_refused() {
    let folder = with("regions.csv", "id,name,capital\nup,Up,uptown\non,On,uptown\ntop,Top,uptown\n");
    let shape = |id| format!("{{\"type\":\"Polygon\",\"id\":\"{id}\",\"arcs\":[[0]]}}");
    let shapes = text("regions.topojson", &shape("up"), &["up", "on", "top"].map(shape).join(","));
    fs::write(folder.path().join("regions.topojson"), shapes).expect("a file");
    let told = problem(&folder);
    assert!(told.starts_with("regions.topojson: arc 0 bounds more than two shapes"), "{told}");
}
