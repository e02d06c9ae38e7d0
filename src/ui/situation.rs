//! ```text
//! 12 of 34 capitals fallen (10-15)
//! ##########++???-------------------
//! today +3   3 pockets
//! Taliban: 12 provinces, 234 567 km2 (36%)
//! Government: 22 provinces, 410 123 km2 (64%)
//! computed front 3 931 km (+1 086)
//! nearest to Kabul: Ghazni, 129 km
//! 16.2 million people in fallen provinces
//! no figure for Baghlan, Kapisa
//! pocket: Nili, Bamyan (31 234 km2)
//! ```

use crate::chronicle::PartyNo;
use crate::picture::Ink;
use crate::situation::{Count, Pocket, Situation};
use crate::text;

use super::changes;
use super::figure::{Figure, alike, bar, capital, fitting, kilometres, signed};
use super::shown::Shown;
use super::{Scene, Sheet};

/// The rank of the bar of counts, the only line that is drawn and not told.
pub(super) const BAR: usize = 6;

/// Counts and figures, each in the longest wording that fits; while comparing, those of both situations.
pub(super) fn render(scene: &Scene<'_>, shown: &Shown, sheet: &mut Sheet<'_>) {
    let area = shown.layout.situation;
    let (x, width) = (area.x + 1, area.width.saturating_sub(2));
    let mut figures = match &shown.compared {
        Some(compared) => changes::figures(scene, shown, compared, width.into()),
        None => figures(scene, &shown.situation, &shown.before, width.into()),
    };
    let mut ranks: Vec<usize> = figures.iter().map(|figure| figure.rank).collect();
    ranks.sort_unstable();
    if let Some(&least) = ranks.get(usize::from(area.height)) {
        figures.retain(|figure| figure.rank < least);
    }
    for (y, figure) in (area.y..area.y + area.height).zip(figures) {
        sheet.write((x, y), width, &figure.line, figure.ink);
    }
}

/// The figures of a day, from top to bottom.
pub(super) fn figures(scene: &Scene<'_>, now: &Situation, before: &Situation, width: usize) -> Vec<Figure> {
    let [one, many] = &scene.dataset.nouns.places;
    let Count { count, least, most, total } = now.fallen;
    let range = if least == most { String::new() } else { format!(" ({least}-{most})") };
    let places = if total == 1 { one } else { many };
    let fallen = fitting(
        width,
        [format_args!("{count} of {total} {places} fallen{range}"), format_args!("{count} of {total} fallen{range}")],
    );
    let pockets = match now.pockets.len() {
        0 => "no pocket".to_owned(),
        1 => "1 pocket".to_owned(),
        count => format!("{count} pockets"),
    };
    let today = match now.today.len() {
        0 => "none today".to_owned(),
        count => format!("today +{count}"),
    };
    let plain = |rank, line| Figure { rank, line, ink: Ink::Plain };
    let mut figures = vec![Figure { rank: 0, line: fallen, ink: Ink::Strong }];
    figures.push(plain(BAR, bar(now.fallen, width)));
    let outlined = scene.dataset.gazetteer.is_outlined();
    figures.push(plain(1, if outlined { format!("{today}   {pockets}") } else { today }));
    figures.extend(territories(scene, now, width).into_iter().map(|(rank, line)| plain(rank, line)));
    figures.extend(outlined.then(|| plain(2, front(now, before, width))));
    figures.extend(nearest(scene, now, width).map(|line| plain(4, line)));
    let people = people(scene, now, width).into_iter();
    figures.extend([5, 7].into_iter().zip(people).map(|(rank, line)| Figure { rank, line, ink: Ink::Faint }));
    let pockets = now.pockets.iter().map(|pocket| pocketed(scene, pocket, width));
    figures.extend((9..).zip(pockets).map(|(rank, line)| Figure { rank, line, ink: Ink::Faint }));
    figures
}

/// What every party holds that holds anything, with the rank of the line.
fn territories(scene: &Scene<'_>, now: &Situation, width: usize) -> Vec<(usize, String)> {
    let chronicle = &scene.dataset.chronicle;
    let [one, many] = &scene.dataset.nouns.regions;
    let all: Option<f64> = now.territories.iter().map(|held| held.area_km2).sum();
    let held = now.territories.iter().enumerate().filter(|(_, held)| held.regions > 0);
    let line = |(index, held): (usize, &crate::situation::Territory)| {
        let party = PartyNo::from_index(index);
        let short = capital(&chronicle.party(party).short);
        let regions = if held.regions == 1 { one } else { many };
        let area = held.area_km2.map_or("area unknown".to_owned(), |km2| format!("{} km2", kilometres(km2)));
        let share = held.area_km2.zip(all).map_or(String::new(), |(km2, all)| format!(" ({:.0}%)", 100.0 * km2 / all));
        let wordings = [
            format!("{short}: {} {regions}, {area}{share}", held.regions),
            format!("{short}: {} {regions}, {area}", held.regions),
            format!("{short} {area}{share}"),
            format!("{short} {area}"),
        ];
        (if party == chronicle.home { 8 } else { 3 }, wordings)
    };
    let (ranks, lines): (Vec<usize>, Vec<_>) = held.map(line).rev().unzip();
    ranks.into_iter().zip(alike(width, &lines)).collect()
}

/// `pocket: Nili, Bamyan (31 234 km2)`.
fn pocketed(scene: &Scene<'_>, pocket: &Pocket, width: usize) -> String {
    let gazetteer = &scene.dataset.gazetteer;
    let names: Vec<&str> = pocket.regions.iter().map(|&region| &*gazetteer.region(region).name).collect();
    let area = kilometres(pocket.area_km2);
    let [one, many] = &scene.dataset.nouns.regions;
    let regions = if names.len() == 1 { one } else { many };
    fitting(
        width,
        [
            format_args!("pocket: {} ({area} km2)", names.join(", ")),
            format_args!("pocket: {} {regions}, {area} km2", names.len()),
        ],
    )
}

/// The length of the front and how it changed; always said to be computed.
fn front(now: &Situation, before: &Situation, width: usize) -> String {
    if now.front.arcs.is_empty() && before.front.arcs.is_empty() {
        return "no front".into();
    }
    let front = format!("computed front {} km", kilometres(now.front.length_km));
    let change = signed(now.front.length_km.round() - before.front.length_km.round());
    fitting(
        width,
        [
            format_args!("{front} ({change} since the day before)"),
            format_args!("{front} ({change})"),
            format_args!("{front}"),
        ],
    )
}

/// How near the fallen places have come to the seat.
fn nearest(scene: &Scene<'_>, now: &Situation, width: usize) -> Option<String> {
    let gazetteer = &scene.dataset.gazetteer;
    let [seat, nearest] = [gazetteer.seat?, now.nearest?.0].map(|number| gazetteer.place(number));
    let (seat, place) = (&seat.name, &nearest.name);
    if seat == place {
        return Some(format!("{seat} has fallen"));
    }
    let short = if nearest.short.is_empty() { place } else { &nearest.short };
    let km = kilometres(now.nearest?.1);
    Some(fitting(
        width,
        [
            format_args!("nearest to {seat}: {place}, {km} km"),
            format_args!("{place} {km} km from {seat}"),
            format_args!("{short} {km} km from {seat}"),
            format_args!("nearest to {seat} {km} km"),
            format_args!("nearest {km} km"),
        ],
    ))
}

/// Who lives in the regions whose place has fallen, and for which there is no figure; nothing without any figure or room to say
/// of whom the figure is.
fn people(scene: &Scene<'_>, now: &Situation, width: usize) -> Vec<String> {
    let gazetteer = &scene.dataset.gazetteer;
    if now.people.thousand == 0 {
        return Vec::new();
    }
    let [_, regions] = &scene.dataset.nouns.regions;
    let tenths = (now.people.thousand + 50) / 100;
    let millions = format!("{}.{} million", tenths / 10, tenths % 10);
    let told = [format_args!("{millions} people in fallen {regions}"), format_args!("{millions} in fallen {regions}")];
    let mut lines = vec![fitting(width, told)];
    if text::width(&lines[0]) > width {
        return Vec::new();
    }
    if !now.people.without_figure.is_empty() {
        let names: Vec<&str> =
            now.people.without_figure.iter().map(|&region| &*gazetteer.region(region).name).collect();
        lines.push(fitting(
            width,
            [format_args!("and {}: no figure", names.join(", ")), format_args!("no figure: {}", names.join(" "))],
        ));
    }
    lines
}
