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
    refused("events.csv", "1900-01-03", "9999-12-31", ":2:21: date: \"9999-12-31\": the calendar ends with this day");
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

#[test]
fn a_column_that_looks_like_one_that_is_missing_is_refused() {
    let meant = |name: &str, old: &str, new: &str, fault: &str| {
        let told = problem(&with(name, text(name, old, new)));
        assert!(told.starts_with(&format!("{name}:1:{fault}")), "{told}");
    };
    meant("events.csv", "sources", "soruces", "26: the column \"soruces\" is not read (did you mean \"sources\"?");
    meant("events.csv", "place", "plce", "9: the column \"plce\" is not read (did you mean \"place\"?");
    meant("places.csv", "lat", "Lat", "13: the column \"Lat\" is not read (did you mean \"lat\"?");
    meant("claims.csv", "as_of", "asof", "23: the column \"asof\" is not read (did you mean \"as_of\"?");
}

#[test]
fn columns_of_ones_own_are_named_and_nothing_else() {
    let odd = |columns: &str| {
        let header = text("events.csv", "id,", &format!("{columns},id,"));
        let text = header.replace("\nfall", &format!("\n{}fall", "x,".repeat(columns.split(',').count())));
        let dataset = open(&with("events.csv", text)).unwrap_or_else(|problems| panic!("{problems}"));
        dataset.findings().iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    let found = odd("weather,mood");
    assert!(found[0].starts_with("events.csv:1:1: the column \"weather\" is not read"), "{found:?}");
    assert!(found[1].starts_with("events.csv:1:9: the column \"mood\" is not read"), "{found:?}");
    assert_eq!(found.len(), 2);
    assert_eq!(odd("_weather,_place,"), [""; 0], "those that are meant to be there");
    let name = |name: &str| text("regions.csv", "id,name,capital", &format!("id,name,capital,{name}")) + ",x";
    let text = name("ne_name").replace("uptown\n", "uptown");
    assert!(
        open(&with("regions.csv", text)).is_ok_and(|dataset| dataset.findings().is_empty()),
        "the shipped table has it"
    );
}

#[test]
fn columns_that_are_not_parted_by_commas_are_told() {
    for (letter, parts) in [(";", "semicolons"), ("\t", "tabs")] {
        for quote in ["", "\""] {
            let table = format!(
                "\r\n{quote}id{quote}{letter}name{letter}lon{letter}lat\r\nup{letter}Up{letter}10,5{letter}50\r\n"
            );
            let told = problem(&with("places.csv", table));
            let start =
                format!("places.csv:2:{}: the columns are parted by {parts} (save it with commas", 3 + 2 * quote.len());
            assert!(told.starts_with(&start), "{told}");
        }
    }
}

#[test]
fn a_place_with_its_longitude_and_latitude_exchanged_is_doubted() {
    let places = |york: &str| {
        let text = format!(
            "id,name,lon,lat,region\nuptown,Up,10.5,50.5,up\ndowntown,Down,11,49,\nmid,Mid,10.7,49.5,\nyork,York,{york},\n"
        );
        let dataset = open(&with("places.csv", text)).unwrap_or_else(|problems| panic!("{problems}"));
        dataset.findings().iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    let found = places("50,10");
    assert!(found.len() == 1 && found[0].starts_with("places.csv:5: lon, lat: \"york\" lies far away"), "{found:?}");
    assert_eq!(places("10,50"), [""; 0]);
    assert_eq!(places("150,-40"), [""; 0], "far away, but not by an exchange");
}

#[test]
fn an_event_that_the_days_do_not_come_to_is_told() {
    let found = |day: &str| {
        let claims = file("claims.csv").lines().next().unwrap_or_default();
        let folder = with("events.csv", text("events.csv", "1900-01-03", day));
        fs::write(folder.path().join("claims.csv"), claims).expect("a file");
        let dataset = open(&folder).unwrap_or_else(|problems| panic!("{problems}"));
        dataset.findings().iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    assert_eq!(found("1900-01-04"), [""; 0]);
    assert_eq!(found("1899-01-04"), [""; 0], "it has fallen from the first day on");
    let late = found("1900-01-11");
    let told = "events.csv:2: date: \"fall\" is dated to 1900-01-11, after 1900-01-10, the last day, and never shown";
    assert!(late.iter().any(|finding| finding.starts_with(told)), "{late:?}");
}

#[test]
fn days_of_a_manifest_may_stand_in_quotes() {
    let quoted = text("dataset.toml", "first = 1900-01-01", "first = \"1900-01-01\"");
    open(&with("dataset.toml", quoted)).unwrap_or_else(|problems| panic!("{problems}"));
    refused("dataset.toml", "1900-01-10", "5", ":8:8: not a date such as 2021-08-12");
    refused("dataset.toml", "1900-01-10", "\"10.1.1900\"", ":8:8: not a date of the form YYYY-MM-DD");
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
    refused("dataset.toml", "1900-01-10", "1899-01-10", ":8:8: the last day lies before the first");
    refused("dataset.toml", "1900-01-02", "1899-01-10", ":7:11: the opening day lies outside");
    refused(
        "dataset.toml",
        "1900-01-10",
        "9999-12-31",
        ":8:8: the calendar ends with this day: 9999-12-30 is the last",
    );
    refused("dataset.toml", "1900-01-10", "9999-01-10", ":8:8: the stretch is longer than 1000 years");
    refused("dataset.toml", "1900-01-10", "1900-13-40", ":8:");
    refused("dataset.toml", "title =", "titel =", ":2:1: unknown field `titel`");
    refused("dataset.toml", "home = \"blue\"\n", "", ": the key \"home\" is missing (such as: home = \"government\")");
    refused(
        "dataset.toml",
        "id = \"two-towns\"\n",
        "",
        ": the key \"id\" is missing (such as: id = \"afghanistan-2021\")",
    );
    refused("dataset.toml", "id = \"red\"\n", "", ":12:1: the key \"id\" is missing (such as: id = \"government\")");
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
fn an_area_is_more_than_nothing_and_a_tile_is_that_of_one_region() {
    for area in ["-500", "0", "-0.0"] {
        let told = problem(&with("regions.csv", format!("id,name,capital,area_km2\nup,Up,uptown,{area}\n")));
        assert!(told.starts_with("regions.csv:2:14: area_km2: an area of "), "{told}");
    }
    let rows = "id,name,capital,tile_column,tile_row\nup,Up,uptown,0,1\ndown,Down,downtown,0,1\n";
    let told = problem(&with("regions.csv", rows));
    let fault = "regions.csv:3:20: tile_column: the tile in column 0, row 1 is taken already on line 2 ";
    assert!(told.starts_with(fault), "{told}");
    open(&with("regions.csv", rows.replace(",0,1\ndown", ",0,2\ndown")))
        .unwrap_or_else(|problems| panic!("{problems}"));
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
