//! `events.csv`.

use serde::{Deserialize, Deserializer};

use crate::chronicle::{Capture, Event, Kind, National, Party, PartyNo, PhaseKind, Precision, Source, SourceNo};
use crate::gazetteer::PlaceNo;
use crate::text::Clean;
use crate::time::{Day, Published, Span, Uncertain};

use super::files::{Files, MANIFEST};
use super::places::PlaceIndex;
use super::problem::{Problem, Problems, quote};
use super::reports::Catalogue;
use super::table::{self, List, Row, refer};

pub(super) const FILE: &str = "events.csv";

/// The columns of the table. Which of them a row must fill depends on its kind.
#[derive(Deserialize)]
struct EventRow {
    id: Clean,
    #[serde(deserialize_with = "word")]
    kind: Word,
    #[serde(default)]
    place: Clean,
    #[serde(deserialize_with = "table::published")]
    date: Published,
    #[serde(default, deserialize_with = "table::maybe_day")]
    end: Option<Day>,
    #[serde(default, deserialize_with = "table::maybe_day")]
    earliest: Option<Day>,
    #[serde(default, deserialize_with = "table::maybe_day")]
    latest: Option<Day>,
    #[serde(default)]
    precision: Clean,
    seq: Option<u32>,
    #[serde(default)]
    local_time: Clean,
    #[serde(default)]
    state: Clean,
    #[serde(default)]
    party: Clean,
    #[serde(default)]
    manner: Clean,
    #[serde(default)]
    manner_evidence: Clean,
    #[serde(default)]
    status_word: Clean,
    #[serde(default)]
    confidence: Clean,
    #[serde(default)]
    category: Clean,
    #[serde(default)]
    title: Clean,
    #[serde(default)]
    summary: Clean,
    #[serde(default)]
    disagreement: Clean,
    #[serde(default)]
    attribution: Clean,
    #[serde(default, deserialize_with = "table::yes_no")]
    founding: bool,
    #[serde(default)]
    sources: List,
    #[serde(default, deserialize_with = "table::was_read")]
    evidence: bool,
}

#[derive(Clone, Copy)]
enum Word {
    Capture,
    Phase,
    National,
}

fn word<'de, D: Deserializer<'de>>(from: D) -> Result<Word, D::Error> {
    table::one_of(from, "capture, phase or national", |text| match text {
        "capture" => Some(Word::Capture),
        "phase" => Some(Word::Phase),
        "national" => Some(Word::National),
        _ => None,
    })
}

/// What the fields of a row may refer to.
struct Known<'a> {
    places: &'a PlaceIndex,
    parties: &'a [Party],
    sources: Catalogue<'a>,
}

/// The events, with their lines.
pub(super) fn read(
    files: &Files,
    places: &PlaceIndex,
    parties: &[Party],
    sources: &[Source],
    problems: &mut Problems,
) -> (Vec<Event>, Vec<u64>) {
    let rows: Vec<Row<EventRow>> = table::read(files, FILE, problems);
    table::index(FILE, &rows, |row| &row.id, problems);
    let known = Known { places, parties, sources: Catalogue::new(sources) };
    table::made(rows, |row| {
        let event = event(row, &known, problems);
        if event.is_none() {
            problems.doubt(FILE);
        }
        event
    })
}

fn event(row: Row<EventRow>, known: &Known<'_>, problems: &mut Problems) -> Option<Event> {
    let Row { line, value } = row;
    let place = place(&value, line, known, problems)?;
    let (date, span, precision) = dates(&value, line, problems)?;
    let sources: Option<Vec<SourceNo>> =
        value.sources.0.iter().map(|id| known.sources.find(id, (FILE, line, "sources"), problems)).collect();
    let kind = match value.kind {
        Word::Capture => Kind::Capture(Capture {
            party: party(&value, line, known, problems)?,
            manner: value.manner,
            manner_evidence: value.manner_evidence,
            word: value.status_word,
            unsupported: false,
        }),
        Word::Phase => Kind::Phase(phase(&value, line, problems)?),
        Word::National => Kind::National(National {
            category: value.category,
            title: value.title,
            attribution: value.attribution,
            founding: value.founding,
        }),
    };
    Some(Event {
        id: value.id,
        kind,
        place,
        date,
        span,
        precision,
        seq: value.seq,
        local_time: value.local_time,
        summary: value.summary,
        disagreement: value.disagreement,
        confidence: value.confidence,
        sources: sources?,
        read: value.evidence,
    })
}

/// The place of a row: a capture and a phase must have one. The outer `None` is a problem.
#[expect(clippy::option_option, reason = "no place is as good an answer as a place; neither is a fault")]
fn place(value: &EventRow, line: u64, known: &Known<'_>, problems: &mut Problems) -> Option<Option<PlaceNo>> {
    if value.place.is_empty() && matches!(value.kind, Word::National) {
        return Some(None);
    }
    known.places.find(&value.place, (FILE, line, "place"), problems).map(Some)
}

/// The date with its bounds, the days covered and the precision.
fn dates(value: &EventRow, line: u64, problems: &mut Problems) -> Option<(Uncertain, Span, Precision)> {
    let mut fault = |column: &str, message: String, hint: &str| {
        problems.push(Problem::file(FILE, message, hint).at(line).column(column));
    };
    let (best, first, precision) = match value.date {
        Published::Unknown => {
            fault("date", "an event needs a date".into(), "write it as 2021-08-12 or 2021-08");
            return None;
        }
        Published::Day(day) if value.precision.as_str() == "approximate" => (day, day, Precision::Approximate),
        Published::Day(day) => (day, day, Precision::Day),
        // Listed on the last day of its month, drawn over all of it.
        Published::Month(year, month) => (value.date.out_by()?, Day::new(year, month, 1)?, Precision::Month),
    };
    let (earliest, latest) = (value.earliest.unwrap_or(first), value.latest.unwrap_or(best));
    let Some(date) = Uncertain::new(best, earliest, latest) else {
        fault("date", format!("{best} lies outside of {earliest} to {latest}"), "earliest <= date <= latest");
        return None;
    };
    let last = value.end.unwrap_or(best);
    if last < first {
        fault("end", format!("{last} lies before {first}"), "the last day of the event, or nothing");
        return None;
    }
    Some((date, Span::inclusive(first, last), precision))
}

fn party(value: &EventRow, line: u64, known: &Known<'_>, problems: &mut Problems) -> Option<PartyNo> {
    let party = known.parties.iter().position(|party| party.id == value.party).map(PartyNo::from_index);
    refer(party, (FILE, line, "party"), &value.party, MANIFEST, problems)
}

fn phase(value: &EventRow, line: u64, problems: &mut Problems) -> Option<PhaseKind> {
    let kind = PhaseKind::parse(&value.state);
    if kind.is_none() {
        let words: Vec<&str> = PhaseKind::WORDS.into_iter().map(|(_, word)| word).collect();
        let hint = format!("one of {}", words.join(", "));
        let message = format!("{} is no phase", quote(&value.state));
        problems.push(Problem::file(FILE, message, &hint).at(line).column("state"));
    }
    kind
}
