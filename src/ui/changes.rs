//! What differs from the situation that is compared with: the list of the places, the figures.
//!
//! ```text
//! 6 -> 13 of 34 capitals fallen (+7)         >x Herat           12 Aug  from contested
//! 9 Aug  ######----------------------
//! 12 Aug ##########++???-------------
//! front 2 845 -> 3 931 km (+1 086)            x Ghazni          12 Aug  from held
//! Taliban 123 456 -> 234 567 km2 (+111 111)   ! Jalalabad               became contested
//! ```

use std::cmp::Ordering;

use crate::app::{Area, Model};
use crate::chronicle::{Party, PartyNo, Reading};
use crate::dataset::Dataset;
use crate::picture::Ink;
use crate::situation::{Change, Count, Situation, Status};
use crate::text;
use crate::time::Day;

use super::figure::{Figure, alike, bar, capital, fitting, kilometres, signed};
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

/// `x Herat           12 Aug  from contested`; on a narrow panel the day alone.
fn row(scene: &Scene<'_>, compared: &Compared, change: &Change, width: u16) -> String {
    let Scene { dataset, model, .. } = scene;
    let sign = match change.after.status {
        Status::Fallen => 'x',
        Status::Disputed => '?',
        Status::Contested => '!',
        Status::Held => 'o',
    };
    let name = text::cut(&dataset.gazetteer.place(change.place).name, 15);
    let words = match compared.other.day.cmp(&model.day) {
        Ordering::Equal => otherwise(change, "there"),
        Ordering::Greater => otherwise(change, "later"),
        Ordering::Less => since(change, dataset),
    };
    let day = change.since.filter(|_| change.fell()).map_or_else(String::new, |day| day.short_beside(model.day));
    let pad = |text: &str, columns: usize| " ".repeat(columns.saturating_sub(text::width(text)));
    match (width < 40, day.is_empty()) {
        (true, true) => format!("{sign} {name} {words}"),
        (true, false) => format!("{sign} {name} {day}"),
        (false, true) => format!("{sign} {name}{} {words}", pad(&name, 15)),
        (false, false) => format!("{sign} {name}{} {day}{} {words}", pad(&name, 15), pad(&day, 7)),
    }
}

/// What has become of a place since an earlier day. That it fell, its sign says and its day.
fn since(change: &Change, dataset: &Dataset) -> String {
    match (change.before.status, change.after.status) {
        (Status::Fallen, Status::Fallen) if change.fell() => change.words(&dataset.chronicle),
        (Status::Fallen, Status::Fallen) if change.after.doubtful => "now in doubt".into(),
        (Status::Fallen, Status::Fallen) => "doubt gone".into(),
        (before, Status::Fallen) => format!("from {}", before.word()),
        _ => change.words(&dataset.chronicle),
    }
}

/// How a place stands, and how by the other reading of the same day or on a later day, where nothing was before: `fallen;
/// there held`.
fn otherwise(change: &Change, there: &str) -> String {
    match (change.before.status, change.after.status) {
        (Status::Fallen, Status::Fallen) if change.before.holder != change.after.holder => "another holder".into(),
        (Status::Fallen, Status::Fallen) if change.after.doubtful => format!("in doubt; {there} not"),
        (Status::Fallen, Status::Fallen) => format!("no doubt; {there} in doubt"),
        (other, Status::Fallen) => format!("{there} {}", other.word()),
        (other, here) => format!("{}; {there} {}", here.word(), other.word()),
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
    // Two readings of one day are told apart as in the list.
    let one_day = compared.difference.one_day;
    let labels = if one_day { ["there", "here"].map(str::to_owned) } else { [old, new].map(|one| one.day.short()) };
    let wide = labels.iter().map(|label| text::width(label)).max().unwrap_or(0);
    for (rank, label, situation) in [(7, &labels[0], old), (8, &labels[1], new)] {
        let room = width.saturating_sub(wide + 1);
        figures.push(plain(rank, format!("{label:<wide$} {}", bar(situation.fallen, room))));
    }
    figures.extend(doubt(old.fallen, new.fallen, width).map(|line| plain(3, line)));
    figures.extend(nearest(scene, old, new, width).map(|line| plain(5, line)));
    let gazetteer = &scene.dataset.gazetteer;
    let outlined = gazetteer.is_outlined();
    figures.extend(outlined.then(|| plain(1, front(old.front.length_km, new.front.length_km, width))));
    if !gazetteer.regions.is_empty() {
        figures.extend(areas(scene, old, new, width).into_iter().map(|(rank, line)| plain(rank, line)));
    }
    figures.extend(outlined.then(|| plain(4, format!("pockets {} -> {}", old.pockets.len(), new.pockets.len()))));
    figures
}

/// Between which counts the truth lies, where that is in doubt.
fn doubt(old: Count, new: Count, width: usize) -> Option<String> {
    let certain = |count: Count| count.least == count.most;
    let told = [
        format_args!("at least {} -> {}, at most {} -> {}", old.least, new.least, old.most, new.most),
        format_args!("{}-{} -> {}-{} possible", old.least, old.most, new.least, new.most),
    ];
    (!certain(old) || !certain(new)).then(|| fitting(width, told))
}

/// What every party holds, with the rank of the line.
fn areas(scene: &Scene<'_>, old: &Situation, new: &Situation, width: usize) -> Vec<(usize, String)> {
    let chronicle = &scene.dataset.chronicle;
    let area = |situation: &Situation, index: usize| situation.territories.get(index).and_then(|held| held.area_km2);
    let line = |(index, party): (usize, &Party)| {
        let name = capital(&party.short);
        let wordings = match area(old, index).zip(area(new, index)) {
            Some((old, new)) => {
                let change = signed(new.round() - old.round());
                let [from, to] = [old, new].map(kilometres);
                [
                    format!("{name} {from} -> {to} km2 ({change})"),
                    format!("{name} {to} km2 ({change})"),
                    format!("{name} {change} km2"),
                    format!("{change} km2"),
                ]
            }
            None => [(); 4].map(|()| format!("{name} area unknown")),
        };
        (if PartyNo::from_index(index) == chronicle.home { 6 } else { 2 }, wordings)
    };
    let (ranks, lines): (Vec<usize>, Vec<_>) = chronicle.parties.iter().enumerate().map(line).rev().unzip();
    ranks.into_iter().zip(alike(width, &lines)).collect()
}

/// How near the fallen places have come to the seat.
fn nearest(scene: &Scene<'_>, old: &Situation, new: &Situation, width: usize) -> Option<String> {
    let gazetteer = &scene.dataset.gazetteer;
    let seat = &gazetteer.place(gazetteer.seat?).name;
    let near = match [old, new].map(|situation| situation.nearest.map(|(_, km)| kilometres(km))) {
        [Some(from), Some(to)] => format!("{from} -> {to} km"),
        [None, Some(to)] => format!("none -> {to} km"),
        [Some(from), None] => format!("{from} km -> none"),
        [None, None] => return None,
    };
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
