//! ```text
//! 12 of 34 capitals fallen (10-15)
//! ##########++???-------------------
//! today +3   3 pockets
//! computed front 3 931 km (+1 086)
//! nearest to Kabul: Ghazni, 129 km
//! 16.2 million people in fallen provinces
//! no figure for Baghlan, Kapisa
//! ```

use crate::picture::Ink;
use crate::situation::{Count, People, Situation};
use crate::text;

use super::cache::Shown;
use super::{Scene, Sheet};

/// Up to this many rows there is no room for the bar.
const LOW: u16 = 6;

/// Counts and figures, each in the longest wording that fits.
pub(super) fn render(scene: &Scene<'_>, shown: &Shown, sheet: &mut Sheet<'_>) {
    let area = shown.layout.situation;
    let (x, width) = (area.x + 1, area.width.saturating_sub(2));
    let lines = lines(scene, &shown.situation, &shown.before, (width.into(), area.height));
    for (y, (line, ink)) in (area.y..area.y + area.height).zip(lines) {
        sheet.write((x, y), width, &line, ink);
    }
}

fn lines(scene: &Scene<'_>, now: &Situation, before: &Situation, (width, height): (usize, u16)) -> Vec<(String, Ink)> {
    let [one, many] = &scene.dataset.nouns.places;
    let Count { count, least, most, total } = now.fallen;
    let range = if least == most { String::new() } else { format!(" ({least}-{most})") };
    let places = if total == 1 { one } else { many };
    let fallen = [format!("{count} of {total} {places} fallen{range}"), format!("{count} of {total} fallen{range}")];
    let mut lines = vec![(fitting(width, fallen), Ink::Strong)];
    if height > LOW {
        lines.push((bar(now.fallen, width), Ink::Plain));
    }
    let pockets = match now.pockets.len() {
        0 => "no pocket".to_owned(),
        1 => "1 pocket".to_owned(),
        count => format!("{count} pockets"),
    };
    let today = match now.today.len() {
        0 => "none today".to_owned(),
        count => format!("today +{count}"),
    };
    lines.push((format!("{today}   {pockets}"), Ink::Plain));
    lines.push((front(now, before, width), Ink::Plain));
    lines.extend(nearest(scene, now, width).map(|line| (line, Ink::Plain)));
    lines.extend(people(scene, now, width).into_iter().map(|line| (line, Ink::Faint)));
    lines
}

/// The length of the front and how it changed; always said to be computed.
fn front(now: &Situation, before: &Situation, width: usize) -> String {
    if now.front.arcs.is_empty() && before.front.arcs.is_empty() {
        return "no front".into();
    }
    let front = format!("computed front {} km", text::grouped(format_args!("{:.0}", now.front.length_km)));
    let change = signed(now.front.length_km.round() - before.front.length_km.round());
    fitting(width, [format!("{front} ({change} since the day before)"), format!("{front} ({change})"), front])
}

/// How near the fallen places have come to the seat.
fn nearest(scene: &Scene<'_>, now: &Situation, width: usize) -> Option<String> {
    let gazetteer = &scene.dataset.gazetteer;
    let [seat, place] = [gazetteer.seat?, now.nearest?.0].map(|number| &gazetteer.place(number).name);
    if seat == place {
        return Some(format!("{seat} has fallen"));
    }
    let km = text::grouped(format_args!("{:.0}", now.nearest?.1));
    Some(fitting(
        width,
        [
            format!("nearest to {seat}: {place}, {km} km"),
            format!("nearest to {seat} {km} km"),
            format!("nearest {km} km"),
        ],
    ))
}

/// `##########++???-----`: certain, best supported, possible, not fallen; one sign a place where there is room.
fn bar(count: Count, width: usize) -> String {
    let Count { count, least, most, total } = count;
    let columns = total.min(width);
    let scaled = |places: usize| (places * columns).checked_div(total).unwrap_or(0);
    (0..columns)
        .map(|column| match column {
            _ if column < scaled(least) => '#',
            _ if column < scaled(count) => '+',
            _ if column < scaled(most) => '?',
            _ => '-',
        })
        .collect()
}

/// Who lives in the regions whose place has fallen, and for which there is no figure.
fn people(scene: &Scene<'_>, now: &Situation, width: usize) -> Vec<String> {
    let gazetteer = &scene.dataset.gazetteer;
    if now.people == People::default() {
        return Vec::new();
    }
    let [_, regions] = &scene.dataset.nouns.regions;
    let tenths = (now.people.thousand + 50) / 100;
    let millions = format!("{}.{} million", tenths / 10, tenths % 10);
    let mut lines = vec![fitting(
        width,
        [
            format!("{millions} people in fallen {regions}"),
            format!("{millions} in fallen {regions}"),
            format!("{millions} people"),
        ],
    )];
    if !now.people.without_figure.is_empty() {
        let names: Vec<&str> =
            now.people.without_figure.iter().map(|&region| &*gazetteer.region(region).name).collect();
        lines.push(fitting(
            width,
            [format!("and {}: no figure", names.join(", ")), format!("no figure: {}", names.join(" "))],
        ));
    }
    lines
}

/// The first wording that fits, else the last.
fn fitting<const N: usize>(width: usize, wordings: [String; N]) -> String {
    let last = wordings.last().cloned().unwrap_or_default();
    wordings.into_iter().find(|wording| text::width(wording) <= width).unwrap_or(last)
}

fn signed(value: f64) -> String {
    let sign = if value < 0.0 { '-' } else { '+' };
    format!("{sign}{}", text::grouped(value.abs()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_has_a_sign() {
        assert_eq!(signed(-1_086.0), "-1 086");
        assert_eq!(signed(0.0), "+0");
    }

    #[test]
    fn the_bar_shows_the_doubt() {
        let count = Count { count: 12, least: 10, most: 15, total: 34 };
        assert_eq!(bar(count, 40), "##########++???-------------------");
        assert_eq!(bar(count, 17), "#####+?----------");
        assert_eq!(bar(Count::default(), 10), "");
    }
}
