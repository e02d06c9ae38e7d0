//! The files of a data set: compiled in, or read from a folder.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::{ErrorKind, Read};
use std::path::Path;

use super::problem::{Problem, Problems, quote};
use super::spot::line_after;

/// The file that says what the data set is.
pub(super) const MANIFEST: &str = "dataset.toml";

/// What a folder must hold.
const MUST: &str = "a data set is a folder with dataset.toml, places.csv and events.csv";

/// The largest file that is read, in bytes.
const LARGEST: u64 = 256 * 1024 * 1024;

/// The largest manifest: it is read into a tree that takes some fifty times its room.
const LARGEST_MANIFEST: u64 = 1024 * 1024;

/// The files that a folder may hold, whether it must, and the text that is compiled in.
const KNOWN: [(&str, bool, &str); 9] = {
    macro_rules! known {
        ($($name:literal $required:literal),* $(,)?) => {
            [$(($name, $required, include_str!(concat!("../../data/afghanistan-2021/", $name)))),*]
        };
    }
    known![
        "dataset.toml" true,
        "places.csv" true,
        "events.csv" true,
        "regions.csv" false,
        "regions.topojson" false,
        "claims.csv" false,
        "sources.csv" false,
        "relief.asc" false,
        "lines.geojson" false,
    ]
};

/// The text of a file that is compiled in.
pub(super) fn shipped(name: &str) -> &'static str {
    KNOWN.into_iter().find(|(known, ..)| *known == name).map_or("", |(.., text)| text)
}

/// The text of every file, by name.
#[derive(Debug)]
pub(super) struct Files {
    /// Whether they are compiled in: tests have proved those sound.
    pub(super) shipped: bool,
    texts: BTreeMap<&'static str, Cow<'static, str>>,
}

impl Files {
    /// The files that are compiled in.
    pub(super) fn embedded() -> Self {
        Self { shipped: true, texts: KNOWN.into_iter().map(|(name, _, text)| (name, Cow::Borrowed(text))).collect() }
    }

    /// The files of a folder.
    pub(super) fn read(folder: &Path) -> Result<Self, Problems> {
        let shown = folder.display().to_string();
        if !folder.is_dir() {
            let problem = if folder.exists() {
                Problem::file(&shown, "not a folder", MUST)
            } else {
                Problem::file(&shown, "no such folder", "check the path")
            };
            return Err(problem.into());
        }
        let mut problems = Problems::default();
        let mut texts = BTreeMap::new();
        for (name, required, _) in KNOWN {
            let path = folder.join(name);
            // What is there and cannot be read, such as a link to nothing, is not taken for absent.
            if required || path.symlink_metadata().is_ok() {
                match read(&path, name) {
                    Ok(text) => drop(texts.insert(name, Cow::Owned(text))),
                    Err(problem) => problems.push(problem),
                }
            }
        }
        problems.none_or_err()?;
        Ok(Self { shipped: false, texts })
    }

    /// The files that there are.
    pub(super) fn names(&self) -> impl Iterator<Item = &'static str> {
        self.texts.keys().copied()
    }

    /// The text of a file; none if the data set has no such file.
    pub(super) fn text(&self, name: &str) -> Option<&str> {
        self.texts.get(name).map(AsRef::as_ref)
    }

    /// The text of a file, to be kept and read later.
    pub(super) fn shared(&self, name: &str) -> Option<Cow<'static, str>> {
        self.texts.get(name).cloned()
    }
}

/// Reads a regular file of bounded size as UTF-8.
fn read(path: &Path, name: &str) -> Result<String, Problem> {
    let failed = |error: std::io::Error| match error.kind() {
        ErrorKind::NotFound if path.symlink_metadata().is_err() => Problem::file(name, "there is no such file", MUST),
        _ => Problem::file(name, format!("cannot be read: {error}"), ""),
    };
    let about = std::fs::metadata(path).map_err(failed)?;
    if !about.is_file() {
        return Err(Problem::file(name, "not a regular file", "put the data itself there"));
    }
    let (largest, hint) = match name {
        MANIFEST => (LARGEST_MANIFEST, "what is long belongs into the tables"),
        _ => (LARGEST, "split the data set"),
    };
    if about.len() > largest {
        return Err(Problem::file(name, format!("larger than {} MiB", largest >> 20), hint));
    }
    let mut bytes = Vec::new();
    std::fs::File::open(path).and_then(|file| file.take(largest).read_to_end(&mut bytes)).map_err(failed)?;
    let text = String::from_utf8(bytes).map_err(|error| not_utf8(name, &error))?;
    Ok(text.strip_prefix('\u{FEFF}').map(str::to_owned).unwrap_or(text))
}

fn not_utf8(name: &str, error: &std::string::FromUtf8Error) -> Problem {
    let good = error.utf8_error().valid_up_to();
    let before = error.as_bytes().get(..good).unwrap_or_default();
    let start = before.iter().rposition(|&byte| byte == b'\n').map_or(0, |at| at.saturating_add(1));
    let line = String::from_utf8_lossy(before.get(start..).unwrap_or_default());
    let message = format!("not UTF-8 after {}", quote(&line));
    let character = (line.chars().count() as u64).saturating_add(1);
    let problem = Problem::file(name, message, "save the file as UTF-8").at(line_after(before));
    Problem { character: Some(character), ..problem }
}
