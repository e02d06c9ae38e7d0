//! `events`, `places`, `sources`: the rows in every form.

use serde_json::Value;

use super::output;

fn json(arguments: &[&str]) -> Value {
    serde_json::from_str(&output(arguments)).expect("JSON")
}

#[test]
fn every_form_has_every_row() {
    for (table, count) in [("events", 139), ("places", 34), ("sources", 172)] {
        assert_eq!(output(&[table]).lines().count(), count, "{table}");
        let rows = json(&[table, "--format", "json"]);
        assert_eq!(rows.as_array().map(Vec::len), Some(count), "{table}");
        let features = &json(&[table, "--format", "geojson"])["features"];
        assert_eq!(features.as_array().map(Vec::len), Some(count), "{table}");
        assert_eq!(output(&[table, "--format", "csv"]).lines().count(), count + 1, "{table}: no field breaks a line");
    }
}

#[test]
fn days_choose_the_rows() {
    let text = output(&["events", "--from", "2021-08-12", "--to", "2021-08-12"]);
    assert!(text.contains("fall of Herat") && !text.contains("fall of Kandahar"), "{text}");
    assert!(text.contains("Maymana besieged"), "what covers the day belongs to it: {text}");
    let sources = output(&["sources", "--from", "2021-08-06", "--to", "2021-08-06"]);
    assert!(sources.contains("VOA-ZAR") && !sources.contains("CNN-0809"), "{sources}");
}

#[test]
fn a_point_is_where_its_place_is() {
    let places = json(&["places", "--format", "geojson"]);
    assert_eq!(places["type"], "FeatureCollection");
    assert_eq!(places["features"][0]["geometry"]["coordinates"], serde_json::json!([61.86037, 30.95962]));
    assert_eq!(places["features"][0]["properties"]["id"], "zaranj");
}
