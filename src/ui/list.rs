//! ```text
//!  x Ghazni          negotiated   6 sources
//! >x Herat (12-13)   fought       7 sources
//!  * Doha meeting                 1 source
//!
//!  Contested or disputed (1)
//!  ! Kandahar        since 9 Jul
//! ```

mod row;

use crate::app::{Area, Focus, Selection};
use crate::chronicle::Reading;
use crate::dataset::Dataset;
use crate::picture::Ink;
use crate::situation::Status;

use super::caption;
use super::changes;
use super::scroll::first_row;
use super::shown::Shown;
use super::{Scene, Sheet};

use row::{Columns, Row};

/// What happened on the day; scrolled so that what is in focus can be seen.
pub(super) fn render(scene: &Scene<'_>, shown: &Shown, sheet: &mut Sheet<'_>) {
    let panel = caption::panel(scene.dataset, scene.model, &shown.layout);
    if panel.is_empty() {
        return;
    }
    let area = caption::list(scene.dataset, scene.model, &shown.layout);
    caption::tell(scene, panel, sheet);
    if let Some(compared) = &shown.compared {
        changes::render(scene, compared, area, sheet);
        return;
    }
    let focused = scene.model.focus(scene.dataset);
    let listed = scene.model.listed(scene.dataset);
    // With nothing in focus there is no detail either.
    let detail = if focused.is_none() && !shown.layout.detail.is_empty() { shown.layout.detail.height + 1 } else { 0 };
    let free = Area { height: area.height + detail, ..area }.below(u16::try_from(listed.len()).unwrap_or(u16::MAX));
    let mut outlook = outlook(scene, shown, listed.is_empty());
    outlook.truncate(free.height.into());
    // A heading without a row beneath it looks cut off.
    while outlook.last().is_some_and(|(line, ink)| line.is_empty() || *ink == Ink::Strong) {
        outlook.pop();
    }
    for (y, (line, ink)) in (free.y..free.y + free.height).zip(outlook) {
        sheet.write((free.x + 1, y), free.width - 1, &line, ink);
    }
    let selected = scene.model.selection != Selection::None;
    let focus = match focused {
        Some(Focus::Place(_, event)) => event,
        Some(Focus::National(event)) => Some(event),
        None => None,
    };
    let at = focus.and_then(|focus| listed.iter().position(|&event| event == focus));
    let rows = usize::from(area.height);
    let first = first_row(at.unwrap_or(0), listed.len(), rows);
    // Only those that are seen: a day may have thousands.
    let seen: Vec<Row> = listed.iter().skip(first).take(rows).map(|&event| Row::new(scene, event)).collect();
    let columns = Columns::new(&seen, area.width - 1);
    for (y, row) in (area.y..).zip(&seen) {
        let (mark, ink) = match focus == Some(row.event) {
            true if selected => ('>', Ink::Selected),
            true => ('>', Ink::Strong),
            false => (' ', Ink::Plain),
        };
        sheet.write((area.x, y), columns.width, &format!("{mark}{}", columns.line(row)), ink);
    }
    if listed.len() > rows && rows > 0 {
        // On the rule above, so that no row is covered.
        let shown = format!(" {}-{} of {} ", first + 1, first + rows, listed.len());
        sheet.write_right(Area { y: panel.y - 1, height: 1, width: panel.width - 1, ..panel }, &shown, Ink::Faint);
    }
}

/// What stands below the events of the day: on a day without any, when the next ones are; then what is undecided.
fn outlook(scene: &Scene<'_>, shown: &Shown, quiet: bool) -> Vec<(String, Ink)> {
    let Scene { dataset, model, .. } = scene;
    let mut lines = Vec::new();
    if quiet {
        let words = if narrow(shown) { "no event on this day" } else { "no event is dated to this day" };
        lines.push((words.to_owned(), Ink::Faint));
        let next = dataset.chronicle.day_with_events(model.day, true, model.reading);
        lines.extend(next.map(|day| (format!("the next: {}", day.medium_beside(model.day)), Ink::Faint)));
    }
    let title = if narrow(shown) { "Undecided" } else { "Contested or disputed" };
    lines.extend(section(title, undecided(dataset, shown)));
    lines.extend(section("Fallen, not reported yet", unreported(dataset, shown)));
    lines
}

/// Whether the panel has no room for sentences.
fn narrow(shown: &Shown) -> bool {
    shown.layout.list.width < 32
}

/// A blank line, a heading with a count, and rows; nothing without rows.
fn section(title: &str, rows: Vec<(String, Ink)>) -> Vec<(String, Ink)> {
    if rows.is_empty() {
        return rows;
    }
    let heading = [(String::new(), Ink::Plain), (format!("{title} ({})", rows.len()), Ink::Strong)];
    heading.into_iter().chain(rows).collect()
}

/// The places that had fallen by the record when no report said so yet; of no concern to other readings.
fn unreported(dataset: &Dataset, shown: &Shown) -> Vec<(String, Ink)> {
    let Shown { situation, .. } = shown;
    if situation.reading != Reading::AsReported {
        return Vec::new();
    }
    let standings = dataset.gazetteer.numbers().zip(&situation.standings);
    let silent = standings.filter(|(_, standing)| standing.status != Status::Fallen).filter_map(|(place, _)| {
        let fall = dataset.chronicle.fallen_by(place, situation.day)?;
        let day = dataset.chronicle.event(fall).date.best;
        let name = &dataset.gazetteer.place(place).name;
        Some((format!("- {name:<15} fell {}", day.short_beside(situation.day)), Ink::Plain))
    });
    silent.collect()
}

/// The places that are disputed or contested at the day's end, and since when.
fn undecided(dataset: &Dataset, shown: &Shown) -> Vec<(String, Ink)> {
    let mut rows = Vec::new();
    let pad = if narrow(shown) { 12 } else { 15 };
    for (place, standing) in dataset.gazetteer.numbers().zip(&shown.situation.standings) {
        let name = &dataset.gazetteer.place(place).name;
        let day = shown.situation.day;
        match (standing.status, standing.fall) {
            (Status::Disputed, Some(fall)) => {
                let when = if shown.situation.reading == Reading::AsReported {
                    format!("said on {}", fall.date.earliest.short_beside(day))
                } else if fall.open {
                    if narrow(shown) { "open" } else { "day not supported" }.to_owned()
                } else {
                    format!("fell {}", fall.date.bounds())
                };
                rows.push((format!("? {name:<pad$} {when}"), Ink::Disputed));
            }
            (Status::Contested, _) => {
                let starts = standing.phases.iter().map(|&phase| dataset.chronicle.event(phase).span.start);
                let since = starts.min().map_or_else(String::new, |first| {
                    let since = if narrow(shown) { "" } else { "since " };
                    if first == day { "today".to_owned() } else { format!("{since}{}", first.short_beside(day)) }
                });
                rows.push((format!("! {name:<pad$} {since}"), Ink::Contested));
            }
            _ => {}
        }
    }
    rows.sort_by_key(|(_, ink)| *ink != Ink::Disputed);
    rows
}
