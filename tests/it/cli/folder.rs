//! A folder laid out like the shipped data: it opens the same way, and what is broken in it is named.

use std::fs;
use std::path::Path;

use tempfile::TempDir;

use crate::towns::{self, TWO_PARTIES};

use super::{output, run};

/// A copy of the shipped data.
pub(super) fn copy() -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let shipped = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/afghanistan-2021");
    for entry in fs::read_dir(shipped).expect("the shipped data") {
        let entry = entry.expect("a file");
        fs::copy(entry.path(), folder.path().join(entry.file_name())).expect("a copy");
    }
    folder
}

pub(super) fn path(folder: &TempDir) -> &str {
    folder.path().to_str().expect("a path")
}

/// Replaces the first `old` in a file of the copy.
pub(super) fn change(folder: &TempDir, name: &str, old: &str, new: &str) {
    let file = folder.path().join(name);
    let text = fs::read_to_string(&file).expect("a file");
    assert!(text.contains(old), "{name} holds {old}");
    fs::write(file, text.replacen(old, new, 1)).expect("a changed file");
}

#[test]
fn a_folder_opens_like_the_data_that_is_compiled_in() {
    let folder = copy();
    let path = path(&folder);
    assert_eq!(output(&["show", path, "--at", "2021-08-12"]), output(&["show", "--at", "2021-08-12"]));
    assert_eq!(output(&["state", path, "--json"]), output(&["state", "--json"]));
    assert_eq!(output(&["find", "herat", path, "--json"]), output(&["find", "herat", "--json"]));
}

#[test]
fn a_folder_may_say_something_else() {
    let folder = copy();
    change(&folder, "dataset.toml", "Afghanistan 2021: the fall of the provincial capitals", "The year of my own");
    let text = output(&["show", path(&folder)]);
    assert!(text.starts_with(" The year of my own"), "{text}");
}

/// The folder that the README writes out: of its blocks those that name a file.
fn of_the_readme() -> TempDir {
    let readme = include_str!("../../../README.md");
    let blocks = readme.split("\n```").skip(1).filter_map(|block| {
        let (head, text) = block.split_once('\n')?;
        Some((head.split_once(' ')?.1, format!("{text}\n")))
    });
    towns::folder(blocks)
}

#[test]
fn the_data_set_that_the_readme_writes_out_opens() {
    let folder = of_the_readme();
    assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 3);
    let text = output(&["show", path(&folder)]);
    assert!(text.starts_with(" Roman Britain") && text.contains("1 of 2 places fallen"), "{text}");
    assert!(one_line(&output(&["digest", path(&folder)])).contains("Luguvalium fell to the Picts."));
    let found = output(&["check", path(&folder)]);
    assert!(found.ends_with("no error, 1 finding\n") && found.contains("cites no source"), "{found}");
}

#[test]
fn a_file_that_must_be_there_is_asked_for() {
    let folder = towns::folder([("dataset.toml", TWO_PARTIES)]);
    let ran = run(&["state", path(&folder)]);
    assert_eq!(ran.code, 3);
    assert_eq!(ran.said.matches("there is no such file (a data set is a folder with").count(), 2, "{}", ran.said);
}

/// A text without its line ends.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn what_a_data_set_does_not_have_is_not_spoken_of() {
    let folder = towns::folder(LEAST);
    let path = path(&folder);
    let wide = output(&["show", path, "--at", "1900-01-03"]);
    let narrow = output(&["show", path, "--at", "1900-01-03", "--size", "80x24"]);
    let compared = output(&["show", path, "--at", "1900-01-03", "--compare", "1900-01-01"]);
    let told = output(&["digest", path]);
    let differs = run(&["diff", "1900-01-01", "1900-01-03", path]).out;
    for text in [&wide, &narrow, &compared, &told, &differs] {
        for word in ["front", "pocket", "ground", "region", "km2", "seat", "computed", "0 sources", "not checked"] {
            assert!(!text.contains(word), "{word}\n{text}");
        }
    }
    assert!(wide.contains("no source\n") && wide.contains("No source is cited for it."), "{wide}");
    assert!(narrow.contains(" 0s\n"), "{narrow}");
    assert!(one_line(&told).contains("Uptown fell to Red."), "{told}");
    let keys = folder.path().join("run.keys");
    fs::write(&keys, "C").expect("a file");
    let replayed = output(&["show", path, "--at", "1900-01-03", "--replay", keys.to_str().expect("a path")]);
    assert_eq!(replayed, wide, "there is no other calendar");
    fs::write(&keys, "]\ns\n").expect("a file");
    let page = output(&["show", path, "--at", "1900-01-03", "--replay", keys.to_str().expect("a path")]);
    assert!(page.contains("  Fall: Wed 3 Jan 1900\n\n") && !page.contains("Time of day"), "{page}");
    let why = output(&["why", "uptown", path, "--at", "1900-01-03"]);
    assert!(why.contains("Nobody is cited\n") && !why.contains("one of these"), "{why}");
    let plain = output(&["--plain", path]);
    assert!(!plain.contains("(computed)"), "{plain}");
}

#[test]
fn a_second_calendar_and_articles_are_what_the_manifest_says() {
    let folder = towns::folder(LEAST);
    change(&folder, "dataset.toml", "time_zone", "calendar = \"solar-hijri\"\ntime_zone");
    change(&folder, "dataset.toml", "name = \"Red\"", "name = \"Red\"\narticle = \"the\"");
    let text = output(&["show", path(&folder), "--at", "1900-01-03"]);
    assert!(text.lines().next().is_some_and(|header| header.contains("13 Jadi 1278 (computed)")), "{text}");
    let told = output(&["digest", path(&folder)]);
    assert!(one_line(&told).contains("Uptown fell to the Red."), "{told}");
    change(&folder, "dataset.toml", "solar-hijri", "julian");
    let ran = run(&["state", path(&folder)]);
    assert!(ran.code == 3 && ran.said.contains("dataset.toml:3:12: unknown variant `julian`"), "{}", ran.said);
}

/// The least that a data set needs.
const LEAST: [(&str, &str); 3] = [
    ("dataset.toml", TWO_PARTIES),
    ("places.csv", "id,name,lon,lat\nuptown,Uptown,10,50\ndowntown,Downtown,11,49\n"),
    ("events.csv", "id,kind,place,date,party\nfall,capture,uptown,1900-01-03,red\n"),
];

#[test]
fn three_small_files_are_enough() {
    let folder = towns::folder(LEAST);
    let path = path(&folder);
    for (date, count, status) in [("1900-01-02", 0, "held"), ("1900-01-03", 1, "fallen")] {
        let state = output(&["state", path, "--json", "--at", date]);
        let state: serde_json::Value = serde_json::from_str(&state).expect("JSON");
        assert_eq!(state["fallen"]["count"], count, "{date}");
        assert_eq!(state["places"][0]["status"], status, "{date}");
    }
    let text = output(&["show", path, "--at", "1900-01-03"]);
    assert!(text.starts_with(" Two towns") && text.contains("1 of 2 places fallen"), "{text}");
    assert!(text.contains("Uptown") && text.contains("Downtown"), "{text}");
}

/// Breaks the copy in one way and expects this of the one message that names it.
fn broken(name: &str, old: &str, new: &str, expected: &[&str]) {
    let folder = copy();
    change(&folder, name, old, new);
    for arguments in [&["show"] as &[&str], &["state", "--json"], &["find", "herat"], &[]] {
        let ran = run(&[arguments, &[path(&folder)]].concat());
        assert_eq!((ran.code, &*ran.out), (3, ""), "{old} -> {new}: {}", ran.said);
        let named = ran.said.lines().any(|line| expected.iter().all(|part| line.contains(part)));
        assert!(
            named && ran.said.lines().all(|line| line.starts_with("frontline: ") || line.starts_with("  ")),
            "{expected:?}: {}",
            ran.said
        );
    }
}

#[test]
fn what_is_broken_is_named_with_file_and_line() {
    broken("events.csv", ",zaranj,", ",atlantis,", &["events.csv:2:", "atlantis"]);
    broken("events.csv", "2021-08-06", "2021-13-40", &["events.csv:2:", "no such day"]);
    broken("places.csv", ",61.86037,", ",161.86037,", &["places.csv:2:"]);
    broken("places.csv", ",61.86037,", ",east,", &["places.csv:2:", "east"]);
    broken("dataset.toml", "title", "titel", &["dataset.toml:"]);
    broken("regions.topojson", "{", "[", &["regions.topojson"]);
}

#[test]
fn a_folder_without_data_is_refused() {
    let folder = tempfile::tempdir().expect("a folder");
    for name in [path(&folder), "/no/such/folder", env!("CARGO_BIN_EXE_frontline")] {
        let ran = run(&["show", name]);
        assert_eq!((ran.code, &*ran.out), (3, ""), "{name}: {}", ran.said);
        assert!(!ran.said.is_empty());
    }
}

#[test]
fn texts_that_repeat_one_another_in_a_circle_are_refused() {
    let folder = copy();
    change(&folder, "sources.csv", "agency list,yes,,\"opening", "agency list,yes,VOA-LIST-0812,\"opening");
    let ran = run(&["state", path(&folder)]);
    assert_eq!(ran.code, 3);
    let told =
        |line: &str| line.contains("sources.csv:11:") && line.contains("\"VOA-LIST-0812\" leads round in a circle");
    assert!(ran.said.lines().any(told), "{}", ran.said);
}
