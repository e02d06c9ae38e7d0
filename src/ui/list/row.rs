//! A row of the list: what it tells of an event, and in which columns.

use crate::chronicle::{Dated, Event, EventNo, Kind};
use crate::dataset::Dataset;
use crate::text;
use crate::time::Uncertain;
use crate::ui::Scene;

/// What a row of the list tells of an event.
pub(super) struct Row {
    pub(super) event: EventNo,
    /// The sign of its kind.
    sign: char,
    name: String,
    /// The least of the name that is still shown, in columns: names of places are shown whole.
    least: usize,
    /// When it happened under the reading.
    date: Uncertain,
    /// How it came about.
    manner: String,
    cited: Cited,
}

/// On whom an event rests.
enum Cited {
    /// Its day rests on a single source.
    Alone,
    /// No source is cited for it.
    Nobody,
    /// So many are cited; memory is none, and said to be not checked.
    Sources(usize),
}

/// The least of a title that is still shown.
const TITLE: usize = 12;

impl Row {
    pub(super) fn new(scene: &Scene<'_>, number: EventNo) -> Self {
        let (chronicle, reading) = (&scene.dataset.chronicle, scene.model.reading);
        let event = chronicle.event(number);
        let (sign, name, manner) = words(scene.dataset, event);
        let wide = text::width(&name);
        let date = match chronicle.dated(number, reading) {
            Some(Dated::On(date)) if event.is_capture() => date,
            _ => event.date,
        };
        let cited = match chronicle.rests_on(number, reading) {
            Some(_) => Cited::Alone,
            None if event.sources.is_empty() => Cited::Nobody,
            None => Cited::Sources(chronicle.source_count(number)),
        };
        let least = if event.place.is_some() { wide } else { wide.min(TITLE) };
        Self { event: number, sign, name, least, date, manner, cited }
    }
}

impl Cited {
    fn told(&self, worded: bool) -> String {
        match (self, worded) {
            (Self::Alone, true) => "day by 1 ".into(),
            (Self::Alone, false) => "1d".into(),
            (Self::Nobody, true) => "no source ".into(),
            (Self::Nobody, false) => "0s".into(),
            (Self::Sources(0), true) => "not checked".into(),
            (Self::Sources(1), true) => "1 source ".into(),
            (Self::Sources(count), true) => format!("{count} sources"),
            (Self::Sources(count), false) => format!("{count}s"),
        }
    }
}

/// The columns of a list, the same for all rows that are seen.
#[derive(Clone, Copy)]
pub(super) struct Columns {
    /// Cells of a row.
    pub(super) width: u16,
    /// Cells for how it came about.
    manner: usize,
    /// Whether sources are counted in words.
    worded: bool,
    /// Whether the bounds of a day in doubt are shown, and not only that it is.
    bounds: bool,
}

impl Columns {
    /// The columns of rows of so many cells: bounds take the room of words about sources, and where they have none in some
    /// row, no row has them.
    pub(super) fn new(seen: &[Row], width: u16) -> Self {
        let manner = match width {
            0..34 => 0,
            34..60 => 13,
            _ => 16,
        };
        let worded = Self { width, manner, worded: width >= 40, bounds: true };
        let counted = Self { worded: false, ..worded };
        let fit = |columns: &Self| seen.iter().all(|row| columns.fit(row));
        [worded, counted].into_iter().find(fit).unwrap_or(Self { bounds: false, ..worded })
    }

    /// Whether a row has room for what it must show.
    fn fit(&self, row: &Row) -> bool {
        let range = text::width(&self.range(row));
        range == 0 || row.least + range <= self.room(&row.cited.told(self.worded))
    }

    /// Cells for the name and what is behind it.
    fn room(&self, sources: &str) -> usize {
        let manner = if self.manner == 0 { 0 } else { self.manner + 1 };
        usize::from(self.width).saturating_sub(text::width(sources) + manner + 4)
    }

    /// Between which days it happened: ` (12-13)`, or that it is in doubt: ` (?)`. Nothing without doubt.
    fn range(&self, row: &Row) -> String {
        match row.date.is_doubtful() {
            true if self.bounds => format!(" ({})", row.date.bounds()),
            true => " (?)".to_owned(),
            false => String::new(),
        }
    }

    /// A row without the mark of what is in focus.
    pub(super) fn line(&self, row: &Row) -> String {
        let (sources, range) = (row.cited.told(self.worded), self.range(row));
        let room = self.room(&sources).saturating_sub(text::width(&range));
        let name = text::cut(&row.name, room);
        let manner = text::cut(&row.manner, self.manner);
        let pad = " ".repeat(room - text::width(&name));
        let gap = " ".repeat(self.manner - text::width(&manner) + usize::from(self.manner > 0));
        format!("{} {name}{range}{pad} {manner}{gap}{sources}", row.sign)
    }
}

/// The sign, the name and how it came about.
fn words(dataset: &Dataset, event: &Event) -> (char, String, String) {
    let place = event.place.map_or_else(String::new, |place| dataset.gazetteer.place(place).name.to_string());
    match &event.kind {
        Kind::Capture(_) if dataset.chronicle.is_return(event) => ('o', place, "returned".to_owned()),
        Kind::Capture(capture) => ('x', place, capture.manner_in_words().unwrap_or_default()),
        Kind::Phase(kind) => ('~', place, kind.word().replace('_', " ")),
        Kind::National(national) => ('*', national.title.to_string(), national.category.to_string()),
    }
}
