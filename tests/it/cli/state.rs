//! `state`: the situation as data, a contract that others parse.

use serde_json::Value;

use super::output;

/// The contract of the design, as it stands there: these keys, with values of these types.
const CONTRACT: &str = r#"
{"dataset": "afghanistan-2021", "date": "2021-08-09", "reading": "settled",
 "fallen": {"count": 6, "least": 6, "most": 6, "total": 34, "today": ["aybak"]},
 "front": {"length_km": 1234.5, "borders": 20}, "pockets": [["nili", "bamyan"]],
 "places": [{"id": "zaranj", "name": "Zaranj", "region": "AF-NIM", "lon": 61.86, "lat": 30.96, "status": "fallen",
             "holder": "taliban", "since": "2021-08-06", "earliest": "2021-08-06", "latest": "2021-08-06", "sources": 6}]}
"#;

/// The keys whose value may be null: a place that has not fallen has no date.
const OPEN: [&str; 3] = ["since", "earliest", "latest"];

fn state(arguments: &[&str]) -> Value {
    let text = output(&[&["state", "--json"], arguments].concat());
    assert!(text.ends_with("}\n") && text.lines().count() == 1, "one line of JSON");
    serde_json::from_str(&text).expect("JSON")
}

/// The ids of the places with a status.
fn having(state: &Value, status: &str) -> Vec<String> {
    let places = state["places"].as_array().expect("places").iter();
    let mut ids: Vec<String> = places
        .filter(|place| place["status"] == status)
        .filter_map(|place| Some(place["id"].as_str()?.into()))
        .collect();
    ids.sort_unstable();
    ids
}

/// Checks that a value has at least the keys of the contract, each of its type.
fn keeps(path: &str, value: &Value, contract: &Value) {
    match (value, contract) {
        (Value::Object(map), Value::Object(wanted)) => {
            for (key, contract) in wanted {
                let found = map.get(key).unwrap_or_else(|| panic!("{path}.{key} is missing"));
                if !(found.is_null() && OPEN.contains(&&**key)) {
                    keeps(&format!("{path}.{key}"), found, contract);
                }
            }
        }
        (Value::Array(items), Value::Array(wanted)) => {
            for item in items {
                keeps(&format!("{path}[]"), item, &wanted[0]);
            }
        }
        (Value::Number(number), Value::Number(wanted)) => {
            assert_eq!(number.is_f64(), wanted.is_f64(), "{path}: {number}");
        }
        (Value::String(text), Value::String(wanted)) => {
            let day = |text: &str| text.len() == 10 && text.bytes().filter(|&byte| byte == b'-').count() == 2;
            assert!(!text.is_empty() && (!day(wanted) || day(text)), "{path}: {text}");
        }
        (found, wanted) => panic!("{path} is {found}, not like {wanted}"),
    }
}

#[test]
fn the_contract_is_kept_on_every_day() {
    let contract = serde_json::from_str(CONTRACT).expect("JSON");
    for date in ["2021-05-01", "2021-08-05", "2021-08-09", "2021-08-12", "2021-08-15", "2021-09-07"] {
        let state = state(&["--at", date]);
        keeps("state", &state, &contract);
        assert_eq!(state["date"], date);
        assert_eq!(state["places"].as_array().map(Vec::len), Some(34));
    }
}

#[test]
fn the_statuses_and_holders_are_the_known_words() {
    for date in ["2021-05-01", "2021-07-10", "2021-08-12", "2021-09-05"] {
        for place in state(&["--at", date])["places"].as_array().expect("places") {
            let [status, holder] = [&place["status"], &place["holder"]].map(|word| word.as_str().unwrap_or_default());
            assert!(["held", "contested", "disputed", "fallen"].contains(&status), "{place}");
            assert_eq!(holder, if status == "fallen" { "taliban" } else { "government" }, "{place}");
            assert_eq!(place["since"].is_null(), status != "fallen", "{place}");
        }
    }
}

#[test]
fn the_counts_are_those_of_the_record() {
    let counts = [1, 2, 5, 6, 8, 9, 12, 18, 25, 33];
    for (day, count) in (6..).zip(counts) {
        let state = state(&["--at", &format!("2021-08-{day:02}")]);
        assert_eq!(state["fallen"]["count"], count, "{day} August");
        assert_eq!(having(&state, "fallen").len(), count, "{day} August");
    }
    assert_eq!(state(&["--at", "2021-09-06"])["fallen"]["count"], 34);
}

#[test]
fn without_a_date_it_is_the_evening_of_the_founding_article() {
    let state = state(&[]);
    let expected = [("dataset", "afghanistan-2021"), ("date", "2021-08-09"), ("reading", "settled")];
    for (key, value) in expected {
        assert_eq!(state[key], value);
    }
    assert_eq!(state["fallen"].to_string(), r#"{"count":6,"least":6,"most":6,"today":["aybak"],"total":34}"#);
    let zaranj = &state["places"][0];
    let expected = r#"{"earliest":"2021-08-06","holder":"taliban","id":"zaranj","lat":30.95962,"latest":"2021-08-06","lon":61.86037,"name":"Zaranj","region":"AF-NIM","since":"2021-08-06","sources":6,"status":"fallen"}"#;
    assert_eq!(zaranj.to_string(), expected);
}

#[test]
fn a_contested_place_counts_who_tells_of_the_fighting() {
    let state: serde_json::Value =
        serde_json::from_str(&output(&["state", "--at", "2021-08-09", "--json"])).expect("JSON");
    let herat = state["places"].as_array().expect("places").iter().find(|place| place["id"] == "herat").expect("Herat");
    assert_eq!((&herat["status"], &herat["sources"]), (&"contested".into(), &2.into()), "as many as the list shows");
}

#[test]
fn the_founding_article_has_exactly_its_five_capitals() {
    let article = state(&["--account", "CNN-0809", "--at", "2021-08-09"]);
    assert_eq!(having(&article, "fallen").join(" "), "kunduz sar-e-pul sheberghan taloqan zaranj");
    assert_eq!((&article["reading"], &article["account"]), (&"account".into(), &"CNN-0809".into()));
    let before = state(&["--account", "CNN-0809", "--at", "2021-08-08"]);
    assert_eq!(having(&before, "fallen").len(), 4);
}

#[test]
fn what_is_disputed_counts_between_least_and_most() {
    let state = state(&["--at", "2021-08-12"]);
    let count = |key: &str| state["fallen"][key].as_u64();
    assert_eq!((count("count"), count("least"), count("most")), (Some(12), Some(10), Some(15)));
    assert_eq!(having(&state, "disputed").len(), 3);
}

#[test]
fn the_front_grows_where_holders_differ_and_is_gone_when_all_has_fallen() {
    let front = |date: &str| state(&["--at", date])["front"]["length_km"].as_f64().expect("a length");
    assert!((front("2021-08-05"), front("2021-09-06")) == (0.0, 0.0));
    let (first, middle) = (front("2021-08-06"), front("2021-08-12"));
    assert!(0.0 < first && first < middle && middle < 9_500.0, "{first} {middle}");
}

#[test]
fn the_table_says_the_same_as_the_data() {
    let table = output(&["state", "--at", "2021-08-12"]);
    assert_eq!(table.lines().next(), Some("2021-08-12: 12 of 34 capitals fallen (10-15)"));
    let fallen = having(&state(&["--at", "2021-08-12"]), "fallen").len();
    assert_eq!(table.lines().skip(1).filter(|line| line.contains(" fallen ")).count(), fallen);
    assert_eq!(table.lines().count(), 35);
}
