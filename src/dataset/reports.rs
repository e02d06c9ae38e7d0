//! `sources.csv` and `claims.csv`: who reported what.

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer};

use crate::chronicle::{Claim, Says, Source, SourceNo, origins};
use crate::text::Clean;
use crate::time::{Day, Published};

use super::files::Files;
use super::places::PlaceIndex;
use super::problem::{Problem, Problems, quote};
use super::table::{self, Row, refer};

pub(super) const SOURCES: &str = "sources.csv";
pub(super) const CLAIMS: &str = "claims.csv";

#[derive(Deserialize)]
struct SourceRow {
    id: Clean,
    title: Clean,
    publisher: Clean,
    #[serde(default)]
    author: Clean,
    #[serde(deserialize_with = "table::published")]
    published: Published,
    #[serde(default)]
    url: Clean,
    #[serde(default)]
    kind: Clean,
    #[serde(deserialize_with = "table::yes_no")]
    read: bool,
    #[serde(default)]
    repeats: Clean,
    #[serde(default)]
    note: Clean,
}

#[derive(Deserialize)]
struct ClaimRow {
    report_id: Clean,
    #[serde(deserialize_with = "table::day")]
    report_date: Day,
    #[serde(deserialize_with = "table::day")]
    as_of: Day,
    publisher: Clean,
    source_id: Clean,
    tally_stated: Option<u32>,
    #[serde(deserialize_with = "table::yes_no")]
    rows_complete: bool,
    place: Clean,
    #[serde(deserialize_with = "table::maybe_day")]
    reported_date: Option<Day>,
    #[serde(deserialize_with = "says")]
    says: Says,
    #[serde(default)]
    status_word: Clean,
    #[serde(default)]
    note: Clean,
    #[serde(deserialize_with = "table::was_read")]
    evidence: bool,
}

fn says<'de, D: Deserializer<'de>>(from: D) -> Result<Says, D::Error> {
    table::one_of(from, "fallen, contested or tally", Says::parse)
}

/// The sources, with their lines.
pub(super) fn sources(files: &Files, problems: &mut Problems) -> (Vec<Source>, Vec<u64>) {
    let rows: Vec<Row<SourceRow>> = table::read(files, SOURCES, problems);
    let index = table::index(SOURCES, &rows, |row| &row.id, problems);
    let repeats: Vec<Option<SourceNo>> = rows.iter().map(|row| repeated(row, &index, problems)).collect();
    for (row, _) in rows.iter().zip(origins(&repeats)).filter(|(_, origin)| origin.is_none()) {
        let hint = "of texts that repeat one another, the first repeats none";
        let message = format!("{} leads round in a circle", quote(&row.value.repeats));
        problems.push(Problem::file(SOURCES, message, hint).at(row.line).column("repeats"));
    }
    let source = |(row, repeats): (Row<SourceRow>, Option<SourceNo>)| {
        let value = row.value;
        let source = Source {
            id: value.id,
            title: value.title,
            publisher: value.publisher,
            author: value.author,
            published: value.published,
            url: value.url,
            kind: value.kind,
            read: value.read,
            repeats,
            note: value.note,
        };
        (source, row.line)
    };
    rows.into_iter().zip(repeats).map(source).unzip()
}

/// The source whose text a row repeats.
fn repeated(row: &Row<SourceRow>, index: &BTreeMap<&str, usize>, problems: &mut Problems) -> Option<SourceNo> {
    let id = &row.value.repeats;
    if id.is_empty() {
        return None;
    }
    let found = index.get(id.as_str()).copied().map(SourceNo::from_index);
    refer(found, (SOURCES, row.line, "repeats"), id, SOURCES, problems)
}

/// What finds a source by its identifier.
pub(super) struct Catalogue<'a>(BTreeMap<&'a str, SourceNo>);

impl<'a> Catalogue<'a> {
    pub(super) fn new(sources: &'a [Source]) -> Self {
        let numbered = sources.iter().enumerate();
        Self(numbered.map(|(index, source)| (source.id.as_str(), SourceNo::from_index(index))).collect())
    }

    pub(super) fn find(&self, id: &str, at: (&str, u64, &str), problems: &mut Problems) -> Option<SourceNo> {
        refer(self.0.get(id).copied(), at, id, SOURCES, problems)
    }
}

/// The claims, with their lines.
pub(super) fn claims(
    files: &Files,
    places: &PlaceIndex,
    sources: &[Source],
    problems: &mut Problems,
) -> (Vec<Claim>, Vec<u64>) {
    let rows: Vec<Row<ClaimRow>> = table::read(files, CLAIMS, problems);
    let catalogue = Catalogue::new(sources);
    table::made(rows, |row| claim(row, places, &catalogue, problems))
}

fn claim(row: Row<ClaimRow>, places: &PlaceIndex, catalogue: &Catalogue<'_>, problems: &mut Problems) -> Option<Claim> {
    let Row { line, value } = row;
    let source = catalogue.find(&value.source_id, (CLAIMS, line, "source_id"), problems)?;
    let place = match value.place.as_str() {
        "" => None,
        _ => Some(places.find(&value.place, (CLAIMS, line, "place"), problems)?),
    };
    if place.is_none() != (value.says == Says::Tally) {
        let hint = "a tally names no place, every other claim names one";
        problems.push(Problem::file(CLAIMS, "place and says do not fit", hint).at(line).column("says"));
        return None;
    }
    Some(Claim {
        report: value.report_id,
        published: value.report_date,
        as_of: value.as_of,
        publisher: value.publisher,
        source,
        tally: value.tally_stated,
        complete: value.rows_complete,
        place,
        day: value.reported_date,
        says: value.says,
        word: value.status_word,
        note: value.note,
        read: value.evidence,
    })
}
