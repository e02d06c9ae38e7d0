//! The keys of places and events.

use frontline::gazetteer::LonLat;

use super::{Check, after, times};
use crate::run::{Run, dataset};

pub(super) const CHECKS: &[Check] = &[
    ("down the list of the day", |keys| {
        // The first press selects what is in focus already.
        assert_eq!([row("", keys), row(keys, keys)], [0, 1]);
        assert_eq!(row(&times(40, keys), ""), row(&times(39, keys), ""), "it stops at the last one");
    }),
    ("up the list of the day", |keys| {
        assert_eq!([row("down down down", keys), row("down", keys)], [1, 0]);
    }),
    ("the next place", |keys| {
        assert_eq!([focus(keys), focus(&format!("{keys} {keys}"))], ["Zaranj", "Sheberghan"]);
        assert_eq!(focus(&times(35, keys)), "Zaranj", "it walks around");
    }),
    ("the previous place", |keys| {
        assert_eq!([focus(keys), focus(&format!("tab tab {keys}"))], ["Bazarak", "Zaranj"]);
    }),
    ("the nearest place to the west", |keys| looks(keys, |from, to| to.lon() < from.lon())),
    ("the nearest place to the east", |keys| looks(keys, |from, to| to.lon() > from.lon())),
    ("the nearest place to the north", |keys| looks(keys, |from, to| to.lat() > from.lat())),
    ("the nearest place to the south", |keys| looks(keys, |from, to| to.lat() < from.lat())),
    ("go to the day of it; there already: open its page", |keys| {
        let mut gone = after(&format!("tab {keys}"));
        assert!(gone.header().contains("Fri 6 Aug 2021"), "the day on which Zaranj fell: {}", gone.header());
        opens(&format!("tab {keys} {keys}"), "Zaranj");
        opens(keys, "Aybak");
    }),
    ("its page: all claims and sources", |keys| {
        opens(keys, "Aybak");
        opens(&format!("tab {keys}"), "Zaranj");
        assert_eq!(after(&format!("{keys} {keys}")).text(), after("").text(), "a second press closes the page");
    }),
];

/// The name in the rule above the detail panel.
fn named(run: &mut Run) -> String {
    let detail = run.detail();
    let rule = detail.lines().next().and_then(|rule| rule.strip_prefix("- ")).unwrap_or_default();
    rule.split(" -").next().unwrap_or_default().to_owned()
}

/// What is in focus after the keys.
fn focus(keys: &str) -> String {
    named(&mut after(keys))
}

/// The number of the selected row, after some keys and then the key.
fn row(before: &str, key: &str) -> usize {
    let list = after(&format!("{before} {key}")).list();
    let row = list.lines().skip(1).position(|row| row.starts_with('>'));
    row.unwrap_or_else(|| panic!("a selected row\n{list}"))
}

/// From several places the key goes on to one that lies in its direction, and is seen selected.
fn looks(keys: &str, lies: fn(LonLat, LonLat) -> bool) {
    let position = |name: &str| {
        let mut places = dataset().gazetteer.places.iter();
        places.find(|place| place.name.as_str() == name).unwrap_or_else(|| panic!("{name} is no place")).position
    };
    // Pul-e-Khumri, Ghazni and Bamyan have neighbours on all sides.
    let gazetteer = &dataset().gazetteer;
    for id in ["pul-e-khumri", "ghazni", "bamyan"] {
        let place = gazetteer.by_id(id).expect("a place");
        let from = times(place.index() + 1, "tab");
        let to = focus(&format!("{from} {keys}"));
        assert!(lies(gazetteer.place(place).position, position(&to)), "from {id} by {keys} to {to}");
    }
}

/// The keys open the page of a place: its name as the title, claims with their sources below.
fn opens(keys: &str, name: &str) {
    let page = after(keys).text();
    assert!(page.lines().nth(1).is_some_and(|title| title.contains(name)), "{keys}: {page}");
    assert!(page.contains("fell to the Taliban") && !page.contains("- Timeline -"), "{keys}: {page}");
}
