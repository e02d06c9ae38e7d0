//! ```text
//! 12 of 34 capitals fallen (10-15)
//! ##########++???-------------------
//! today +3    front 3 931 km (+1 086)
//! pockets 3   nearest to Kabul 129 km
//! 16.2 million people in fallen provinces
//! no figure for Baghlan, Kapisa
//! ```

use crate::picture::Ink;
use crate::situation::{Count, Situation};
use crate::text;

use super::cache::Shown;
use super::{Scene, Sheet};

/// Counts and figures, each in the longest wording that fits.
pub(super) fn render(scene: &Scene<'_>, shown: &Shown, sheet: &mut Sheet<'_>) {
    let area = shown.layout.situation;
    let (x, width) = (area.x + 1, area.width.saturating_sub(2));
    let lines = lines(scene, &shown.situation, &shown.before, width.into());
    for (y, (line, ink)) in (area.y..area.y + area.height).zip(lines) {
        sheet.write((x, y), width, &line, ink);
    }
}

fn lines(scene: &Scene<'_>, now: &Situation, before: &Situation, width: usize) -> Vec<(String, Ink)> {
    let [one, many] = &scene.dataset.nouns.places;
    let Count { count, least, most, total } = now.fallen;
    let range = if least == most { String::new() } else { format!(" ({least}-{most})") };
    let places = if total == 1 { one } else { many };
    let mut lines = vec![
        (fitting(width, [format!("{count} of {total} {places} fallen{range}"), format!("{count} of {total} fallen{range}")]), Ink::Strong),
        (bar(now.fallen, width), Ink::Plain),
    ];
    let front = format!("front {} km", grouped(now.front.length_km));
    let change = format!("{front} ({})", signed(now.front.length_km.round() - before.front.length_km.round()));
    lines.push((
        fitting(width, [format!("today +{}   {change}", now.today.len()), format!("+{} {change}", now.today.len()), front]),
        Ink::Plain,
    ));
    let pockets = format!("pockets {}", now.pockets.len());
    lines.push((
        match (now.nearest, scene.dataset.gazetteer.seat) {
            (Some((place, km)), Some(seat)) => {
                let [place, seat] = [place, seat].map(|number| &scene.dataset.gazetteer.place(number).name);
                let km = grouped(km);
                fitting(width, [
                    format!("{pockets}   nearest to {seat}: {place}, {km} km"),
                    format!("{pockets}   nearest to {seat} {km} km"),
                    format!("{pockets}   nearest {km} km"),
                ])
            }
            _ => pockets,
        },
        Ink::Plain,
    ));
    lines.extend(people(scene, now, width).into_iter().map(|line| (line, Ink::Faint)));
    lines
}

/// `##########++???-----`: certain, best supported, possible, not fallen; one sign a place where there is room.
fn bar(count: Count, width: usize) -> String {
    let Count { count, least, most, total } = count;
    let columns = total.min(width);
    let scaled = |places: usize| if total == 0 { 0 } else { places * columns / total };
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
    if gazetteer.regions.iter().all(|region| region.population_thousand.is_none()) {
        return Vec::new();
    }
    let [_, regions] = &scene.dataset.nouns.regions;
    let tenths = (now.people.thousand + 50) / 100;
    let millions = format!("{}.{} million", tenths / 10, tenths % 10);
    let mut lines = vec![fitting(width, [
        format!("{millions} people in fallen {regions}"),
        format!("{millions} in fallen {regions}"),
        format!("{millions} people"),
    ])];
    if !now.people.without_figure.is_empty() {
        let names: Vec<&str> = now.people.without_figure.iter().map(|&region| &*gazetteer.region(region).name).collect();
        lines.push(fitting(width, [format!("and {}: no figure", names.join(", ")), format!("no figure: {}", names.join(" "))]));
    }
    lines
}

/// The first wording that fits, else the last.
fn fitting<const N: usize>(width: usize, wordings: [String; N]) -> String {
    let last = wordings.last().cloned().unwrap_or_default();
    wordings.into_iter().find(|wording| text::width(wording) <= width).unwrap_or(last)
}

/// A whole number in groups of three digits.
fn grouped(value: f64) -> String {
    let digits = format!("{value:.0}");
    let mut out = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(' ');
        }
        out.push(digit);
    }
    out
}

fn signed(value: f64) -> String {
    let sign = if value < 0.0 { '-' } else { '+' };
    format!("{sign}{}", grouped(value.abs()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped_by_three() {
        assert_eq!(grouped(3931.4), "3 931");
        assert_eq!(grouped(931.0), "931");
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
