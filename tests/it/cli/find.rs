//! `find`: places by any spelling.

use serde_json::Value;

use super::{output, run};

fn found(query: &str) -> Vec<Value> {
    let text = output(&["find", query, "--json"]);
    serde_json::from_str(&text).expect("an array")
}

#[test]
fn any_spelling_in_either_script_finds_the_place_first() {
    let cases = [
        ("Herat", "herat"),
        ("heraat", "herat"),
        ("hreat", "herat"),
        ("هرات", "herat"),
        ("کندز", "kunduz"),
        ("Qunduz", "kunduz"),
        ("Lashkar Gah", "lashkargah"),
        ("Mazar e Sharif", "mazar-i-sharif"),
        ("Meymaneh", "maymana"),
        ("nimroz", "zaranj"),
        ("PANJSHIR", "bazarak"),
    ];
    for (query, id) in cases {
        let first = found(query).first().map(|place| place["id"].clone());
        assert_eq!(first, Some(id.into()), "{query}");
    }
}

#[test]
fn what_is_found_is_the_place_of_the_state() {
    let state: Value = serde_json::from_str(&output(&["state", "--json", "--at", "2021-08-12"])).expect("JSON");
    let text = output(&["find", "ghazni", "--json", "--at", "2021-08-12"]);
    let found: Vec<Value> = serde_json::from_str(&text).expect("an array");
    assert!(state["places"].as_array().expect("places").contains(&found[0]), "{text}");
}

#[test]
fn the_table_tells_by_which_spelling_it_was_found() {
    let table = output(&["find", "هرات", "--at", "2021-08-12"]);
    let first = table.lines().next().unwrap_or_default();
    assert_eq!(first.split_whitespace().collect::<Vec<_>>(), ["Herat", "Herat", "fallen", "as", "هرات"]);
    let table = output(&["find", "herat"]);
    assert!(!table.lines().next().unwrap_or_default().contains(" as "), "{table}");
}

#[test]
fn nothing_found_is_an_empty_answer_a_word_on_it_and_exit_code_1() {
    let ran = run(&["find", "Atlantis", "--json"]);
    assert_eq!((&*ran.out, ran.code), ("[]\n", 1));
    let ran = run(&["find", "Atlantis"]);
    assert_eq!((&*ran.out, ran.said.lines().count(), ran.code), ("", 1, 1), "{}", ran.said);
    assert!(ran.said.contains("Atlantis"), "{}", ran.said);
}

#[test]
fn an_event_is_found_in_the_table_and_is_no_place_of_the_json() {
    let (table, json) = (run(&["find", "doha agreement"]), run(&["find", "doha agreement", "--json"]));
    assert!(!table.out.is_empty());
    assert_eq!((table.code, &*json.out, json.code), (0, "[]\n", 1));
}

#[test]
fn control_characters_of_a_query_do_not_come_back() {
    let ran = run(&["find", "\u{1b}[31mAtlantis\u{7}"]);
    assert!(ran.said.contains("Atlantis") && !ran.said.contains(['\u{1b}', '\u{7}']), "{:?}", ran.said);
}
