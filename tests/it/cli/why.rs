//! `why`: the rule behind a status and everybody who speaks of it.

use serde_json::Value;

use super::{output, run};

fn why(arguments: &[&str]) -> Value {
    let text = output(&[&["why", "--json"], arguments].concat());
    serde_json::from_str(&text).expect("JSON")
}

#[test]
fn it_names_the_rule_and_everybody_who_speaks_of_it() {
    let text = output(&["why", "herat", "--at", "2021-08-12"]);
    assert!(text.starts_with("Why: Herat, Thu 12 Aug 2021, settled\nFallen since this day\n"), "{text}");
    assert!(text.contains("the best supported day of its fall, Thu 12 Aug, has come"));
    assert!(text.contains("13 Aug      CNN (CNN-LIVE-0813): \"almost entire city fallen\", dates it 13"));
    assert!(text.contains("latest       disputed since this day <- differs"));
    assert!(text.lines().all(|line| line.chars().count() <= 78), "{text}");
}

#[test]
fn a_place_is_found_by_any_spelling() {
    for spelling in ["Lashkar Gah", "lashkargah", "هرات", "Faydzabad"] {
        let answer = why(&[spelling]);
        assert!(["lashkargah", "herat", "faizabad"].contains(&answer["place"].as_str().expect("an id")), "{answer}");
    }
    let ran = run(&["why", "Atlantis"]);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
    assert!(ran.said.contains("no place is called anything like \"Atlantis\""), "{}", ran.said);
}

#[test]
fn claims_stand_in_order_of_publication_with_what_was_wrong() {
    let answer = why(&["lashkargah", "--at", "2021-08-11", "--reading", "as-reported"]);
    assert_eq!(answer["status"], "disputed");
    let claims = answer["claims"].as_array().expect("claims");
    let days: Vec<&str> = claims.iter().filter_map(|claim| claim["published"].as_str()).collect();
    assert!(days.iter().filter(|day| **day != "undated").is_sorted(), "{days:?}");
    let wrong: Vec<_> = claims.iter().filter(|claim| claim["wrong"] == true).map(|claim| &claim["source"]).collect();
    assert_eq!(wrong, ["GEO-0810", "AA-FAI"]);
    let repeats = claims.iter().find(|claim| claim["source"] == "VOA-LIST-0813").map(|claim| &claim["repeats"]);
    assert_eq!(repeats, Some(&Value::from("RTR-0810")));
}

#[test]
fn it_tells_on_whom_the_status_hangs() {
    let parun = why(&["parun", "--at", "2021-08-16"]);
    assert_eq!(parun["support"], serde_json::json!(["AMU-0815"]));
    assert_eq!(parun["without"], serde_json::json!([{"source": "AMU-0815", "status": "disputed"}]));
    let left = why(&["parun", "--at", "2021-08-16", "--without", "AMU-0815"]);
    assert_eq!((&left["status"], &left["left_out"]), (&"disputed".into(), &serde_json::json!(["AMU-0815"])));
    let ran = run(&["why", "parun", "--without", "NOBODY"]);
    assert_eq!(ran.code, 2);
    assert!(ran.said.contains("no source \"NOBODY\""), "{}", ran.said);
}
