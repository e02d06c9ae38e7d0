//! What differs from the situation that is compared with: the list of the places, the figures.
//!
//! ```text
//! 6 -> 13 of 34 capitals fallen (+7)         >x Herat           12 Aug  fell; was contested
//! 9 Aug  ######----------------------
//! 12 Aug ##########++???-------------
//! front 2 845 -> 3 931 km (+1 086)            x Ghazni          12 Aug  fell
//! Taliban 123 456 -> 234 567 km2 (+111 111)   ! Jalalabad               became contested
//! ```

use crate::app::{Area, Model};
use crate::chronicle::{PartyNo, Reading};
use crate::dataset::Dataset;
use crate::picture::Ink;
use crate::situation::{Change, Situation, Status};
use crate::text;
use crate::time::Day;

use super::figure::{Figure, bar, capital, fitting, kilometres, signed};
use super::scroll::first_row;
use super::shown::{Compared, Shown};
use super::{Scene, Sheet};

/// What a situation is called beside that of the playhead: its day, and its reading if that is another one.
pub(super) fn name_of(dataset: &Dataset, model: &Model, (day, reading): (Day, Reading)) -> String {
    let name = match reading {
        _ if reading == model.reading => return day.medium(),
        Reading::Account(source) => dataset.chronicle.source(source).id.to_string(),
        reading => reading.word().replace('-', " "),
    };
    format!("{}, {name}", day.medium())
}

/// The name of the situation that is compared with.
pub(super) fn name(scene: &Scene<'_>, compared: &Compared) -> String {
    name_of(scene.dataset, scene.model, (compared.other.day, compared.other.reading))
}

/// The title of the list, on a rule of so many columns.
pub(super) fn title(scene: &Scene<'_>, compared: &Compared, width: u16) -> String {
    let (name, count) = (name(scene, compared), compared.difference.places.len());
    let room = usize::from(width.saturating_sub(12));
    fitting(
        room,
        [
            format_args!("Differs from {name} ({count})"),
            format_args!("from {name} ({count})"),
            format_args!("changes ({count})"),
        ],
    )
}

/// The places that stand differently, scrolled so that the selected one is seen.
pub(super) fn render(scene: &Scene<'_>, compared: &Compared, area: Area, sheet: &mut Sheet<'_>) {
    let places = &compared.difference.places;
    if places.is_empty() {
        sheet.write((area.x + 1, area.y), area.width.saturating_sub(2), "no place stands differently", Ink::Faint);
    }
    let selected = scene.model.selected_place(scene.dataset);
    let at = places.iter().position(|change| Some(change.place) == selected);
    let first = first_row(at.unwrap_or(0), places.len(), area.height.into());
    for (y, change) in (area.y..area.y + area.height).zip(&places[first..]) {
        let chosen = Some(change.place) == selected;
        let (mark, ink) = if chosen { ('>', Ink::Selected) } else { (' ', Ink::Plain) };
        sheet.write((area.x, y), area.width - 1, &format!("{mark}{}", row(scene, compared, change, area.width)), ink);
    }
    if places.len() > usize::from(area.height) {
        let shown = format!(" {}-{} ", first + 1, first + usize::from(area.height));
        sheet.write_right(Area { y: area.y - 1, height: 1, width: area.width - 1, ..area }, &shown, Ink::Faint);
    }
}

/// `x Herat           12 Aug  was contested`; on a narrow panel without the day.
fn row(scene: &Scene<'_>, compared: &Compared, change: &Change, width: u16) -> String {
    let Scene { dataset, model, .. } = scene;
    let sign = match change.after.status {
        Status::Fallen => 'x',
        Status::Disputed => '?',
        Status::Contested => '!',
        Status::Held => 'o',
    };
    let name = text::cut(&dataset.gazetteer.place(change.place).name, 15);
    let words = if compared.difference.one_day { otherwise(change) } else { change.words(&dataset.chronicle) };
    let since = change.since.filter(|_| change.fell()).map_or_else(String::new, |day| day.short_beside(model.day));
    let pad = |text: &str, columns: usize| " ".repeat(columns.saturating_sub(text::width(text)));
    // That it fell, its sign says and its day.
    let words = words.strip_prefix("fell; ").unwrap_or(&words);
    match (width < 40, since.is_empty()) {
        (true, _) => format!("{sign} {name} {words}"),
        (false, true) => format!("{sign} {name}{} {words}", pad(&name, 15)),
        (false, false) => format!("{sign} {name}{} {since}{} {words}", pad(&name, 15), pad(&since, 7)),
    }
}

/// How a place stands, and how by the other reading of the same day, where nothing was before: `fallen; there held`.
fn otherwise(change: &Change) -> String {
    match (change.before.status, change.after.status) {
        (Status::Fallen, Status::Fallen) if change.before.holder != change.after.holder => "another holder".into(),
        (Status::Fallen, Status::Fallen) if change.after.doubtful => "in doubt; there not".into(),
        (Status::Fallen, Status::Fallen) => "no doubt; there in doubt".into(),
        (there, Status::Fallen) => format!("there {}", there.word()),
        (there, here) => format!("{}; there {}", here.word(), there.word()),
    }
}

/// The figures of both situations, in the place of the figures of the day.
pub(super) fn figures(scene: &Scene<'_>, shown: &Shown, compared: &Compared, width: usize) -> Vec<Figure> {
    let (old, new) = (&compared.other, &shown.situation);
    let [_, many] = &scene.dataset.nouns.places;
    let fallen = |situation: &Situation| situation.fallen.count;
    let count = format!("{} -> {}", fallen(old), fallen(new));
    let total = new.fallen.total;
    let change = signed(whole(fallen(new)) - whole(fallen(old)));
    let mut figures = vec![Figure {
        rank: 0,
        line: fitting(
            width,
            [
                format_args!("{count} of {total} {many} fallen ({change})"),
                format_args!("{count} fallen ({change})"),
                format_args!("{count}"),
            ],
        ),
        ink: Ink::Strong,
    }];
    let plain = |rank, line| Figure { rank, line, ink: Ink::Plain };
    // Two readings of one day are told apart by their names.
    let label = |situation: &Situation| match situation.reading {
        _ if !compared.difference.one_day => situation.day.short(),
        Reading::Account(source) => scene.dataset.chronicle.source(source).id.to_string(),
        reading => reading.word().to_owned(),
    };
    let labels = [old, new].map(label);
    let wide = labels.iter().map(|label| text::width(label)).max().unwrap_or(0).max(6);
    for (rank, label, situation) in [(6, &labels[0], old), (7, &labels[1], new)] {
        let room = width.saturating_sub(wide + 1);
        figures.push(plain(rank, format!("{label:<wide$} {}", bar(situation.fallen, room))));
    }
    figures.extend(nearest(scene, old, new, width).map(|line| plain(4, line)));
    if scene.dataset.gazetteer.regions.is_empty() {
        return figures;
    }
    figures.push(plain(1, front(old.front.length_km, new.front.length_km, width)));
    for (index, party) in scene.dataset.chronicle.parties.iter().enumerate().rev() {
        let area = |situation: &Situation| situation.territories.get(index).map_or(0.0, |held| held.area_km2);
        let (old, new) = (area(old), area(new));
        let change = signed(new.round() - old.round());
        let [from, to] = [old, new].map(kilometres);
        let name = capital(&party.short);
        let line = fitting(
            width,
            [
                format_args!("{name} {from} -> {to} km2 ({change})"),
                format_args!("{name} {to} km2 ({change})"),
                format_args!("{name} {change} km2"),
                format_args!("{change} km2"),
            ],
        );
        let rank = if PartyNo::from_index(index) == scene.dataset.chronicle.home { 5 } else { 2 };
        figures.push(plain(rank, line));
    }
    figures.push(plain(3, format!("pockets {} -> {}", old.pockets.len(), new.pockets.len())));
    figures
}

/// How near the fallen places have come to the seat.
fn nearest(scene: &Scene<'_>, old: &Situation, new: &Situation, width: usize) -> Option<String> {
    let gazetteer = &scene.dataset.gazetteer;
    let seat = &gazetteer.place(gazetteer.seat?).name;
    let [from, to] =
        [old, new].map(|situation| situation.nearest.map_or_else(|| "-".to_owned(), |(_, km)| kilometres(km)));
    let near = format!("{from} -> {to} km");
    Some(fitting(
        width,
        [format_args!("nearest to {seat} {near}"), format_args!("nearest {near}"), format_args!("{near}")],
    ))
}

/// `computed front 2 845 -> 3 931 km (+1 086)`.
fn front(old: f64, new: f64, width: usize) -> String {
    let change = signed(new.round() - old.round());
    let [old, new] = [old, new].map(kilometres);
    fitting(
        width,
        [
            format_args!("computed front {old} -> {new} km ({change})"),
            format_args!("front {old} -> {new} km ({change})"),
            format_args!("front {new} km ({change})"),
        ],
    )
}

/// A count as a number that can be less than another.
fn whole(count: usize) -> f64 {
    u32::try_from(count).map_or(f64::MAX, f64::from)
}
