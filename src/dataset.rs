//! Bytes ↔ data: a folder of files becomes a gazetteer and a chronicle, or a list of problems with file and line.
//!
//! A folder holds `dataset.toml`, `places.csv` and `events.csv`; `regions.csv` with `regions.topojson`, `claims.csv` and
//! `sources.csv`, `relief.asc` and `lines.geojson` are optional. Either all of it is sound or nothing is loaded.

// Whatever a text from outside says, nothing here may panic on it.
#![cfg_attr(
    not(test),
    deny(
        clippy::arithmetic_side_effects,
        clippy::cast_possible_truncation,
        clippy::cast_possible_wrap,
        clippy::cast_sign_loss,
        clippy::expect_used,
        clippy::indexing_slicing,
        clippy::panic,
        clippy::unwrap_used
    )
)]

mod both;
mod catalogue;
mod check;
mod digest;
mod draft;
mod events;
mod fields;
mod files;
mod hidden;
mod locate;
mod manifest;
mod milestones;
mod pieces;
mod places;
mod problem;
mod record;
mod regions;
mod reports;
mod rings;
mod spot;
mod steps;
mod table;
mod terrain;
mod topology;
mod value;
mod why;

use std::path::Path;
use std::sync::{Arc, OnceLock};

use crate::chronicle::{Chronicle, Claim, Event, Kind, SourceNo};
use crate::gazetteer::Gazetteer;
use crate::text::Clean;
use crate::time::{Calendar, Day};

pub(crate) use both::both;
use catalogue::Catalogue;
pub use catalogue::Hit;
pub use digest::Digest;
pub use draft::Draft;
pub use manifest::{Credit, Magnify, Method, Nouns};
pub use milestones::Milestone;
pub use problem::{Problem, Problems, Severity};
pub use terrain::Terrain;
pub use why::{Testimony, Why};

/// Everything that a folder says.
#[derive(Clone, Debug)]
pub struct Dataset {
    /// The identifier.
    pub id: Clean,
    /// The title.
    pub title: Clean,
    /// The time zone in which days begin and end, by its IANA name.
    pub time_zone: Clean,
    /// Its distance from UTC, as the file writes it.
    pub utc_offset: Clean,
    /// The calendar in which days are told too, beside the Gregorian one.
    pub calendar: Option<Calendar>,
    /// The day on which the program opens.
    pub opening: Day,
    /// What its places and regions are called.
    pub nouns: Nouns,
    /// Where the map is magnified.
    pub magnify: Magnify,
    /// Whom to thank.
    pub credits: Vec<Credit>,
    /// How it was made and what is doubtful in it.
    pub method: Vec<Method>,
    /// The story in short, in the order of its days.
    pub milestones: Vec<Milestone>,
    /// The places.
    pub gazetteer: Arc<Gazetteer>,
    /// Heights, rivers and roads.
    pub terrain: Terrain,
    /// The events.
    pub chronicle: Chronicle,
    /// The sources that are left out, as if they did not exist.
    pub left_out: Vec<SourceNo>,
    lines: check::Lines,
    /// What is odd in the files: columns that are not read, characters that are not shown.
    odd: Vec<Problem>,
    catalogue: OnceLock<Catalogue>,
}

impl Dataset {
    /// The data set that is compiled in: the fall of Afghanistan's provincial capitals in 2021.
    ///
    /// # Errors
    /// If it is broken, which a test rules out.
    pub fn embedded() -> Result<Self, Problems> {
        Draft::new(None)?.dataset()
    }

    /// The data set of a folder.
    ///
    /// # Errors
    /// All problems that were found, if the folder cannot be read or anything in it is unsound.
    pub fn open(folder: &Path) -> Result<Self, Problems> {
        Draft::new(Some(folder))?.dataset()
    }

    /// The same without some sources.
    #[must_use]
    pub fn without(mut self, left_out: Vec<SourceNo>) -> Self {
        if !left_out.is_empty() {
            let mut claims = self.chronicle.claims.iter();
            self.lines.claims.retain(|_| claims.next().is_some_and(|claim| !left_out.contains(&claim.source)));
            self.chronicle = self.chronicle.without(&left_out);
            self.left_out = left_out;
        }
        self
    }

    /// What an event is called.
    #[must_use]
    pub fn event_name(&self, event: &Event) -> String {
        let place = event.place.map_or("", |place| &self.gazetteer.place(place).name);
        match &event.kind {
            Kind::Capture(capture) if self.chronicle.is_return(event) => {
                format!("return of {place} to {}", self.chronicle.party(capture.party).in_sentence())
            }
            Kind::Capture(_) => format!("fall of {place}"),
            Kind::Phase(kind) => format!("{place} {}", kind.word().replace('_', " ")),
            Kind::National(national) => national.title.to_string(),
        }
    }

    /// What is odd in the record, kept and shown: a report that was wrong at the time, for one. Never an error.
    #[must_use]
    pub fn findings(&self) -> Vec<Problem> {
        [check::findings(self), self.odd.clone()].concat()
    }

    /// Whether a claim was wrong at the time: published before its event can have happened, or about a day outside of
    /// the event's bounds.
    #[must_use]
    pub fn was_wrong(&self, claim: &Claim) -> bool {
        self.chronicle.was_wrong(claim)
    }
}
