//! Fixtures that a historian can read: events in, situation out.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use frontline::chronicle::{Reading, Tracks};
use frontline::dataset::Dataset;
use frontline::situation::Situation;
use frontline::time::Day;
use serde::Deserialize;

use crate::towns;

/// A record, the shipped one if it brings no files, and what it must say.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Fixture {
    #[serde(default)]
    files: BTreeMap<String, String>,
    expect: Vec<Expect>,
}

/// The status of a place on a day by each reading.
#[derive(Deserialize)]
struct Expect {
    place: String,
    date: String,
    #[serde(flatten)]
    by: BTreeMap<String, String>,
}

fn dataset(files: &BTreeMap<String, String>) -> Dataset {
    if files.is_empty() {
        return crate::run::dataset().clone();
    }
    let folder = towns::folder(files.iter().map(|(name, text)| (name, text.trim_start())));
    Dataset::open(folder.path()).unwrap_or_else(|problems| panic!("{problems}"))
}

fn check(path: &Path) {
    let text = std::fs::read_to_string(path).expect("a fixture");
    let Fixture { files, expect } = toml::from_str(&text).unwrap_or_else(|fault| panic!("{}: {fault}", path.display()));
    let Dataset { gazetteer, chronicle, .. } = dataset(&files);
    for Expect { place, date, by } in expect {
        assert_eq!(by.len(), Reading::NAMED.len(), "{place} {date}: every reading has its say");
        let number = gazetteer.by_id(&place).unwrap_or_else(|| panic!("no place {place}"));
        for (word, status) in by {
            let reading = Reading::parse(&word).unwrap_or_else(|| panic!("no reading {word}"));
            let tracks = Tracks::new(&chronicle, gazetteer.places.len(), reading);
            let situation = Situation::at(&gazetteer, &chronicle, &tracks, Day::parse(&date).expect("a date"));
            assert_eq!(situation.standing(number).status.word(), status, "{}: {place} {date} {word}", path.display());
        }
    }
}

#[test]
fn every_fixture_of_history_holds() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/history");
    let fixtures: Vec<PathBuf> =
        std::fs::read_dir(folder).expect("fixtures").map(|entry| entry.expect("a file").path()).collect();
    assert!(fixtures.len() >= 2);
    for fixture in fixtures {
        check(&fixture);
    }
}
