//! ```text
//!    source          published    lists  same day  other  no day  missing  wrong
//!    settled record                  34
//! >  CNN-0809        9 Aug 2021       5         4      -       1        1      -
//!    ...
//! -- CNN-0809 ---------------------------------------------------------------
//!  CNN: "Taliban seize fifth Afghan provincial capital since Friday"
//!  No day: Taloqan. Missing: Aybak.
//! ```

use crate::app::{Choice, Model, citation};
use crate::chronicle::{Account, Entry, Reading, SourceNo, Verdict};
use crate::dataset::Dataset;
use crate::gazetteer::PlaceNo;
use crate::picture::Ink;
use crate::text;

use super::about::{Line, Para};

/// A column of figures: its heading, and which figure stands in it.
type Column = (&'static str, usize);

/// The columns of figures on a wide, a usual and a narrow screen.
const WIDE: [Column; 6] =
    [(" lists", 0), (" same day", 1), (" other day", 2), (" no day", 3), (" missing", 4), (" wrong", 5)];
const USUAL: [Column; 6] = [("lists", 0), ("same", 1), ("other", 2), ("no day", 3), ("missing", 4), ("wrong", 5)];
const NARROW: [Column; 3] = [("lists", 0), ("same", 1), ("wrong", 5)];

fn figure_columns(columns: usize) -> &'static [Column] {
    match columns {
        ..56 => &NARROW,
        56..90 => &USUAL,
        _ => &WIDE,
    }
}

/// What the columns are called.
pub(super) fn head(columns: usize) -> Line {
    let headings: Vec<&str> = figure_columns(columns).iter().map(|(heading, _)| *heading).collect();
    let figures = format!(" {}", headings.join(" "));
    Line::new(Ink::Faint, row(columns, ["source", "published", "publisher"], &figures))
}

/// The settled record, then every account.
pub(super) fn lines(dataset: &Dataset, columns: usize) -> Vec<Line> {
    let of_settled = [fallen(dataset), String::new(), String::new(), String::new(), String::new(), String::new()];
    let settled = row(columns, ["settled record", "", "all sources"], &in_columns(columns, &of_settled));
    let mut lines = vec![chosen_by(None, settled)];
    for account in dataset.chronicle.accounts() {
        let source = dataset.chronicle.source(account.source);
        let published = format!("{} {}", account.published.short(), account.published.year());
        let words = [source.id.as_str(), &published, source.publisher.as_str()];
        let figures = in_columns(columns, &figures(&account));
        lines.push(chosen_by(Some(account.source), row(columns, words, &figures)));
    }
    lines
}

/// How many places ever fall by the settled record, each counted once, as an account lists each once.
fn fallen(dataset: &Dataset) -> String {
    let chronicle = &dataset.chronicle;
    let fell = |&place: &PlaceNo| {
        let mut captures = chronicle.captures_of(place);
        captures
            .any(|(number, event)| !chronicle.is_return(event) && chronicle.day_of(number, Reading::Settled).is_some())
    };
    dataset.gazetteer.numbers().filter(fell).count().to_string()
}

/// The same in sentences.
pub(super) fn spoken(dataset: &Dataset) -> Vec<Line> {
    let mut lines = vec![chosen_by(None, "The settled record, from all sources.".into())];
    for account in dataset.chronicle.accounts() {
        let source = dataset.chronicle.source(account.source);
        let figures = figures(&account);
        let counts: Vec<String> =
            WIDE.iter().map(|&(heading, index)| format!("{} {}", heading.trim(), figures[index])).collect();
        let counts = counts.join(", ").replace(" -", " 0").replace(" ?", " unknown");
        let published = account.published.long();
        lines.push(chosen_by(
            Some(account.source),
            format!("{}, {}, {published}: {counts}.", source.id, source.publisher),
        ));
    }
    lines
}

fn chosen_by(account: Option<SourceNo>, text: String) -> Line {
    Line { choice: Some(Choice::Account(account)), ..Line::new(Ink::Plain, text) }
}

/// The figures of an account, `-` for none; what a list misses that was cut short nobody knows.
fn figures(account: &Account) -> [String; 6] {
    let count = |verdict| figure(account.count(verdict));
    let missing = if account.complete { figure(account.missing.len()) } else { "?".to_owned() };
    [
        figure(account.listed.len()),
        count(Verdict::Agrees),
        count(Verdict::OtherDay),
        count(Verdict::Undated),
        missing,
        count(Verdict::Wrong),
    ]
}

fn figure(count: usize) -> String {
    if count == 0 { "-".to_owned() } else { count.to_string() }
}

/// The figures, each under its heading.
fn in_columns(columns: usize, figures: &[String; 6]) -> String {
    let column = |&(heading, index): &Column| format!(" {:>width$}", figures[index], width = heading.len());
    figure_columns(columns).iter().map(column).collect()
}

/// A row of the table. Publisher and day of publication take what room is left, and go in this order.
fn row(columns: usize, [id, day, publisher]: [&str; 3], figures: &str) -> String {
    let mut room = columns.saturating_sub(16 + figures.len());
    let mut out = padded(id, 16);
    for (text, least, wide) in [(day, 12, 12), (publisher, 8, room.saturating_sub(12))] {
        if room >= least {
            out.push_str(&padded(text, wide));
            room -= wide;
        }
    }
    out + figures
}

fn padded(text: &str, width: usize) -> String {
    let cut = text::cut(text, width.saturating_sub(1));
    let pad = " ".repeat(width.saturating_sub(text::width(&cut)));
    format!("{cut}{pad}")
}

/// What the chosen account says otherwise than the record, place by place.
pub(super) fn foot(dataset: &Dataset, model: &Model) -> (String, Vec<Para>) {
    let Some(source) = model.source() else {
        return ("settled record".into(), vec![Para::new(Ink::Plain, SETTLED)]);
    };
    let Some(account) = dataset.chronicle.compared(source) else { return (String::new(), Vec::new()) };
    let source = dataset.chronicle.source(source);
    let mut paras =
        vec![Para::new(Ink::Plain, format!("{}.{}", citation::reference(source), citation::warnings(source)))];
    let tally = account.tally.map_or_else(String::new, |tally| format!(" It counts {tally}."));
    let until = format!("It describes the days until {}.{tally}", account.as_of.long());
    let cut =
        if account.complete { "" } else { " Its list could not be read to the end, so what it misses is not known." };
    paras.push(Para::new(Ink::Faint, format!("{until}{cut}")));
    paras.push(Para::new(Ink::Plain, differences(dataset, &account)));
    (source.id.to_string(), paras)
}

/// What the first row of the table stands for.
const SETTLED: &str = "The best supported day of every fall, from all sources. Every other row is one source alone: enter \
                       draws the world as that source had it, s tells all about it.";

/// `Other day: Kandahar 12 Aug (record: 13 Aug). Missing: Aybak.`
fn differences(dataset: &Dataset, account: &Account) -> String {
    let of = |verdict| account.listed.iter().filter(move |entry| entry.verdict == verdict);
    let name = |place: PlaceNo| dataset.gazetteer.place(place).name.to_string();
    let dated = |entry: &Entry| {
        let record = dataset.chronicle.event(entry.fall?).date.best;
        let day = entry.day.unwrap_or(account.published);
        let told = day.short_beside(account.published);
        Some(format!("{} {told} (record: {})", name(entry.place), record.short_beside(day)))
    };
    let named = |entry: &Entry| Some(name(entry.place));
    let parts = [
        ("Wrong at the time", of(Verdict::Wrong).filter_map(dated).collect::<Vec<_>>()),
        ("Other day", of(Verdict::OtherDay).filter_map(dated).collect()),
        ("Missing", account.missing.iter().map(|&place| name(place)).collect()),
        ("No day", of(Verdict::Undated).filter_map(named).collect()),
        ("Not in the record", of(Verdict::Unknown).filter_map(named).collect()),
    ];
    let told = parts.into_iter().filter(|(_, places)| !places.is_empty());
    let told: Vec<String> = told.map(|(what, places)| format!("{what}: {}.", places.join(", "))).collect();
    let mut claims = dataset.chronicle.claims.iter().filter(|claim| claim.source == account.source);
    match (told.is_empty(), account.listed.is_empty()) {
        (false, _) => told.join(" "),
        (true, false) => "Every day that it gives is that of the record.".into(),
        (true, true) if claims.any(|claim| claim.place.is_some()) => "It names no place as fallen.".into(),
        (true, true) if account.tally.is_some() => "It gives a number only and names no place.".into(),
        (true, true) => "It gives no number and names no place.".into(),
    }
}
