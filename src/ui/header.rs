//! ```text
//!  Afghanistan 2021: the fall of the provincial capitals    Thu 12 Aug 2021   21 Asad 1400   reading: settled
//! ```

use crate::app::Area;
use crate::chronicle::Reading;
use crate::dataset::Dataset;
use crate::picture::Ink;
use crate::text;
use crate::time::{Calendar, Day};

use super::shown::Shown;
use super::{Scene, Sheet};

/// The title, the date in both calendars and the reading. Where they do not all fit, the second calendar goes first and
/// then all of the title but what stands before its colon.
pub(super) fn render(scene: &Scene<'_>, shown: &Shown, sheet: &mut Sheet<'_>) {
    let area = shown.layout.header;
    let row = Area { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    let Scene { dataset, model, .. } = scene;
    let date = model.calendar.long(model.day);
    let readings = reading(dataset, model.reading, model.day).map(|words| words + &without(dataset));
    let other = dataset.calendar.and_then(|_| other_date(model.calendar, model.day));
    let marked = other.as_ref().map_or_else(String::new, |other| format!("   {other} (computed)"));
    let plain = other.map_or_else(String::new, |other| format!("   {other}"));
    let date = match model.calendar {
        Calendar::Solar if model.day.solar().is_some() => format!("{date} (computed)"),
        _ => date,
    };
    let marked = if model.calendar == Calendar::Gregorian { &*marked } else { &*plain };
    let room = usize::from(row.width);
    let short_title = dataset.title.split(':').next().unwrap_or_default();
    let [long, brief] = readings.each_ref().map(String::as_str);
    let wordings = [
        (&*dataset.title, marked, long),
        (short_title, marked, long),
        (short_title, &*plain, long),
        (short_title, &*plain, brief),
        (short_title, "", brief),
    ];
    let (title, other, reading) = wordings
        .into_iter()
        .find(|(title, other, reading)| {
            [title, &*date, other, reading].map(text::width).iter().sum::<usize>() + 6 <= room
        })
        .unwrap_or(("", "", brief));
    let tail = text::width(&date) + text::width(other) + text::width(reading) + 3;
    let tail = u16::try_from(tail).unwrap_or(u16::MAX).min(row.width);
    sheet.write((row.x, row.y), row.width - tail, title, Ink::Strong);
    let parts = [(&*date, Ink::Strong), (other, Ink::Faint), ("   ", Ink::Plain), (reading, Ink::Plain)];
    sheet.write_all((row.x + row.width - tail, row.y), tail, &parts);
}

/// The reading in words, as of the last day of the data set.
pub(super) fn by(dataset: &Dataset, by: Reading) -> String {
    let [long, _] = reading(dataset, by, dataset.chronicle.stretch.last());
    long + &without(dataset)
}

/// `, without RTR-0811`: the sources that are left out.
fn without(dataset: &Dataset) -> String {
    let ids: Vec<&str> = dataset.left_out.iter().map(|&source| &*dataset.chronicle.source(source).id).collect();
    if ids.is_empty() { String::new() } else { format!(", without {}", ids.join(", ")) }
}

/// The day in the calendar that does not come first: without its weekday, which is the same.
fn other_date(first: Calendar, day: Day) -> Option<String> {
    let other = first.other();
    let (year, ..) = other.date(day)?;
    Some(format!("{} {year}", other.short(day)))
}

/// The reading in words, and in few; of an account also who gave it, and when it ends: it knows nothing of later days.
pub(super) fn reading(dataset: &Dataset, reading: Reading, day: Day) -> [String; 2] {
    let Reading::Account(number) = reading else {
        let word = reading.word().replace('-', " ");
        return [format!("reading: {word}"), word];
    };
    let source = dataset.chronicle.source(number);
    let Some(last) = dataset.chronicle.last_report(number) else {
        return [format!("as told by {} ({})", source.publisher, source.id), source.id.to_string()];
    };
    let (word, short) = if day > last { ("until", " ends ") } else { ("on", ", ") };
    let last = last.short_beside(day);
    [format!("as told by {} {word} {last} ({})", source.publisher, source.id), format!("{}{short}{last}", source.id)]
}
