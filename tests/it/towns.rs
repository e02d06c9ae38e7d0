//! Two towns and two parties: a small data set in a folder, for tests to break, and its parts for others to build on.

use std::fs;

use frontline::dataset::{Dataset, Problem, Problems};
use tempfile::TempDir;

/// A manifest of two parties with more lines after the fourth.
macro_rules! two_parties {
    ($more:literal) => {
        concat!(
            "id = \"two-towns\"\ntitle = \"Two towns\"\ntime_zone = \"UTC\"\nhome = \"blue\"\n",
            $more,
            "first = 1900-01-01\nopening = 1900-01-02\nlast = 1900-01-10\n",
            "[[party]]\nid = \"blue\"\nname = \"Blue\"\n[[party]]\nid = \"red\"\nname = \"Red\"\n",
        )
    };
}

/// A manifest that names none of the places.
pub(crate) const TWO_PARTIES: &str = two_parties!("");

/// The least that a data set needs, with a region, a claim and a source.
pub(crate) const SOUND: [(&str, &str); 7] = [
    ("dataset.toml", two_parties!("seat = \"uptown\"\n")),
    ("places.csv", "id,name,lon,lat,region\nuptown,Uptown,10.5,50.5,up\ndowntown,Downtown,11,49,\n"),
    ("events.csv", "id,kind,place,date,party,sources\nfall,capture,uptown,1900-01-03,red,paper\n"),
    ("sources.csv", "id,title,publisher,published,read\npaper,Uptown falls,The Paper,1900-01-04,yes\n"),
    (
        "claims.csv",
        "report_id,report_date,as_of,publisher,source_id,tally_stated,rows_complete,place,reported_date,says,evidence\n\
         one,1900-01-04,1900-01-03,The Paper,paper,,yes,uptown,1900-01-03,fallen,read\n",
    ),
    ("regions.csv", "id,name,capital\nup,Up,uptown\n"),
    (
        "regions.topojson",
        "{\"type\":\"Topology\",\"arcs\":[[[10,50],[11,50],[11,51],[10,51],[10,50]]],\"objects\":{\"regions\":{\"type\":\
         \"GeometryCollection\",\"geometries\":[{\"type\":\"Polygon\",\"id\":\"up\",\"arcs\":[[0]]}]}}}",
    ),
];

/// A folder with these files.
pub(crate) fn folder<N: AsRef<str>, T: AsRef<str>>(files: impl IntoIterator<Item = (N, T)>) -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, text) in files {
        fs::write(folder.path().join(name.as_ref()), text.as_ref()).expect("a file");
    }
    folder
}

/// A folder with the sound data set.
pub(crate) fn sound() -> TempDir {
    folder(SOUND)
}

/// A folder in which one file is something else.
pub(crate) fn with(name: &str, bytes: impl AsRef<[u8]>) -> TempDir {
    let folder = sound();
    fs::write(folder.path().join(name), bytes).expect("a file");
    folder
}

/// The text of a file of the sound data set.
pub(crate) fn file(name: &str) -> &'static str {
    SOUND.into_iter().find(|(known, _)| *known == name).expect("a file").1
}

/// The text of a file of the sound data set, with a part replaced.
pub(crate) fn text(name: &str, old: &str, new: &str) -> String {
    let text = file(name);
    assert!(text.contains(old), "{name} has no {old}");
    text.replacen(old, new, 1)
}

/// The data set of a folder, or all that is wrong with it.
pub(crate) fn open(folder: &TempDir) -> Result<Dataset, Problems> {
    Dataset::open(folder.path())
}

/// The problems of a folder.
#[track_caller]
pub(crate) fn problems(folder: &TempDir) -> Vec<Problem> {
    open(folder).map(drop).expect_err("problems").kept().to_vec()
}

/// The first line of the only problem of a folder.
#[track_caller]
pub(crate) fn problem(folder: &TempDir) -> String {
    let problems = problems(folder);
    assert_eq!(problems.len(), 1, "{problems:#?}");
    problems[0].to_string().lines().next().unwrap_or_default().to_owned()
}

#[test]
fn the_data_set_of_these_tests_is_sound() {
    let dataset = open(&sound()).unwrap_or_else(|problems| panic!("{problems}"));
    assert_eq!((dataset.chronicle.claims.len(), dataset.gazetteer.regions.len()), (1, 1));
}
