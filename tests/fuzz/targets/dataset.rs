//! A small data set of which one file is anything.
#![no_main]

use std::fs;
use std::path::PathBuf;
use std::sync::LazyLock;

use frontline::app::Model;
use frontline::dataset::Dataset;
use frontline::ui;
use libfuzzer_sys::fuzz_target;
use tempfile::TempDir;

/// The files, sound.
const FILES: [(&str, &str); 9] = [
    ("dataset.toml", include_str!("../seeds/sound/dataset.toml")),
    ("places.csv", include_str!("../seeds/sound/places.csv")),
    ("events.csv", include_str!("../seeds/sound/events.csv")),
    ("sources.csv", include_str!("../seeds/sound/sources.csv")),
    ("claims.csv", include_str!("../seeds/sound/claims.csv")),
    ("regions.csv", include_str!("../seeds/sound/regions.csv")),
    ("regions.topojson", include_str!("../seeds/sound/regions.topojson")),
    ("relief.asc", include_str!("../seeds/sound/relief.asc")),
    ("lines.geojson", include_str!("../seeds/sound/lines.geojson")),
];

/// Where the data set stands, in memory if the system has files there.
static FOLDER: LazyLock<TempDir> = LazyLock::new(|| {
    let memory = PathBuf::from("/dev/shm");
    let folder = if memory.is_dir() { tempfile::tempdir_in(memory) } else { tempfile::tempdir() };
    let folder = folder.expect("a folder");
    for (name, text) in FILES {
        fs::write(folder.path().join(name), text).expect("a file");
    }
    folder
});

fuzz_target!(|bytes: &[u8]| {
    let Some((&number, bytes)) = bytes.split_first() else { return };
    let (name, sound) = FILES[usize::from(number) % FILES.len()];
    let path = FOLDER.path().join(name);
    fs::write(&path, bytes).expect("a file");
    match Dataset::open(FOLDER.path()) {
        Ok(dataset) => {
            let mut model = Model::new(&dataset);
            model.size = (80, 24);
            let _ = (ui::frame(&dataset, &model), dataset.findings());
        }
        Err(problems) => assert!(!problems.to_string().contains('\u{1b}')),
    }
    fs::write(&path, sound).expect("a file");
});
