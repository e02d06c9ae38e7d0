//! The record: the sources, and what they and the events say.

use crate::chronicle::{Claim, Event, Party, Source};

use super::both::both;
use super::check::Lines;
use super::files::Files;
use super::places::PlaceIndex;
use super::problem::Problems;
use super::{events, reports};

/// The rows of `sources.csv`, `claims.csv` and `events.csv`.
pub(super) struct Record {
    pub(super) sources: Vec<Source>,
    pub(super) claims: Vec<Claim>,
    pub(super) events: Vec<Event>,
    pub(super) lines: Lines,
}

/// Bytes from which on claims are worth a thread: fewer are read before it has begun.
const MANY: usize = 1 << 20;

/// Reads the claims and events of some sources, at once if there are many claims.
pub(super) fn read(
    files: &Files,
    (sources, source_lines): (Vec<Source>, Vec<u64>),
    places: &PlaceIndex,
    parties: &[Party],
    problems: &mut Problems,
) -> Record {
    let [mut of_claims, mut of_events] = [(); 2].map(|()| problems.aside());
    let mut claims = || reports::claims(files, places, &sources, &mut of_claims);
    let mut events = || events::read(files, places, parties, &sources, &mut of_events);
    let many = files.text(reports::CLAIMS).is_some_and(|text| text.len() >= MANY);
    let ((claims, claim_lines), (events, event_lines)) = if many { both(claims, events) } else { (claims(), events()) };
    problems.extend(of_claims);
    problems.extend(of_events);
    Record { sources, claims, events, lines: Lines { events: event_lines, claims: claim_lines, sources: source_lines } }
}
