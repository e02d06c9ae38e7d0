//! `check`: what is wrong with a data set and what is odd in it, each with file, line and what would mend it.

use serde_json::Value;

use super::folder::{change, copy, path};
use super::{output, run};

/// The findings of the shipped record: where, and what.
const KNOWN: [(&str, &str); 8] = [
    ("claims.csv:13", "GEO-0810 has Lashkargah fallen on 2021-08-10, before 2021-08-12"),
    ("claims.csv:52", "AA-0811 has Qala-e-Naw fallen on 2021-08-11, before 2021-08-12"),
    ("claims.csv:53", "AA-0811 has Lashkargah fallen on 2021-08-11, before 2021-08-12"),
    ("events.csv:9", "\"fall-of-pul-e-khumri\" cites RTR-0815 and RTR-0811, which share one text"),
    ("events.csv:13", "\"fall-of-qala-e-naw\" cites VOA-LIST-0812 and VOA-LIST-0813, which share one text"),
    ("events.csv:22", "\"fall-of-gardez\" cites CRISIS24-0814 of 2021-08-13, before 2021-08-14"),
    ("sources.csv:15", "no row cites \"ALARABIYA-0815\""),
    ("sources.csv:20", "no row cites \"CAPGAZ-0811\""),
];

#[test]
fn the_shipped_record_has_no_error_and_these_findings() {
    let text = output(&["check"]);
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines.last(), Some(&"no error, 8 findings"), "{text}");
    for ((place, message), line) in KNOWN.into_iter().zip(&lines) {
        assert!(line.starts_with(&format!("{place}: ")) && line.contains(message), "{place} {message}\n{line}");
        assert!(line.ends_with(')'), "what would mend it: {line}");
    }
    let report: Value = serde_json::from_str(&output(&["check", "--json"])).expect("JSON");
    assert_eq!(report["findings"].as_array().map(Vec::len), Some(KNOWN.len()));
    assert_eq!(report["errors"], Value::Array(Vec::new()));
    for (row, (place, message)) in report["findings"].as_array().expect("findings").iter().zip(KNOWN) {
        assert_eq!(format!("{}:{}", row["file"].as_str().unwrap_or_default(), row["line"]), place);
        assert_eq!(row["message"], message);
        assert_ne!(row["hint"], "");
    }
}

#[test]
fn findings_fail_only_if_that_is_asked_for_and_errors_always() {
    assert_eq!(run(&["check", "--strict"]).code, 1);
    let folder = copy();
    change(&folder, "places.csv", "kabul,Kabul,", "kabul,Kabul,9");
    let ran = run(&["check", path(&folder)]);
    assert_eq!((ran.code, ran.said.as_str()), (1, ""));
    assert!(ran.out.contains("places.csv:") && ran.out.ends_with(" error\n"), "{}", ran.out);
    let report: Value = serde_json::from_str(&run(&["check", path(&folder), "--json"]).out).expect("JSON");
    assert_eq!(report["errors"].as_array().map(Vec::len), Some(1));
}

#[test]
fn a_capital_outside_of_its_region_is_an_error() {
    let folder = copy();
    change(&folder, "places.csv", "herat,Herat,AF-HER,62.19967", "herat,Herat,AF-HER,69.19967");
    let ran = run(&["check", path(&folder)]);
    assert_eq!(ran.code, 1);
    assert!(ran.out.contains("Herat"), "{}", ran.out);
}

#[test]
fn what_is_won_back_must_have_been_lost() {
    let folder = copy();
    let retaken = "bamyan-back,phase,bamyan,2021-06-01,,,,day,,,retaken,,,,,high,,,Won back.,,,no,AMU-0815,read\n";
    let again =
        "zaranj-again,capture,zaranj,2021-08-20,,,,day,,,,taliban,fought,read,,high,,,Again.,,,no,AMU-0815,read\n";
    let claimed = "khost-said,phase,khost,2021-06-01,,,,day,,,retake_claimed,,,,,low,,,Said.,,,no,AMU-0815,read\n";
    let silent = "nobody-says,phase,khost,2021-06-01,,,,day,,,attacked,,,,,low,,,Attack.,,,no,,read\n";
    change(&folder, "events.csv", "fall-of-zaranj,", &[retaken, again, claimed, silent, "fall-of-zaranj,"].concat());
    let text = output(&["check", path(&folder)]);
    for told in [
        "events.csv:2: \"bamyan-back\": Bamyan is won back without having been lost or contested",
        "events.csv:3: \"zaranj-again\": Zaranj is taken by the party that holds it already",
        "events.csv:4: \"khost-said\": Khost is said to be won back without having been lost",
        "events.csv:5: sources: \"nobody-says\" cites no source",
    ] {
        assert!(text.contains(told), "{told}\n{text}");
    }
}
