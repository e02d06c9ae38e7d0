//! The place itself: how it is called in each script, where it lies, how large it is, by which sources.

use crate::dataset::Dataset;
use crate::gazetteer::{GroundArea, NativeName, Place, PlaceNo};
use crate::text::{self, Clean};

use super::Para;

/// Names first. A name that is written from right to left has a line of its own: a terminal may turn the line.
pub(super) fn of_place(dataset: &Dataset, number: PlaceNo) -> Vec<Para> {
    let place = dataset.gazetteer.place(number);
    let region = dataset.gazetteer.region_name(number);
    let [noun, _] = &dataset.nouns.regions;
    let of = if region.is_empty() { String::new() } else { format!(" ({region} {noun})") };
    let mut out = vec![Para::heading(format!("{}{of}", place.name))];
    out.extend(place.native.iter().flat_map(|native| name(place, native)));
    if !place.spellings.is_empty() {
        let spellings: Vec<&str> = place.spellings.iter().map(Clean::as_str).collect();
        out.push(row("also spelled", &spellings.join(", ")));
    }
    out.push(row("position", &format!("{}{}", place.position, by(&place.position_source))));
    out.push(match &place.population {
        Some(people) => {
            let count = text::grouped(people.count);
            row("population", &format!("{count} ({}; {})", people.year, people.source))
        }
        None => row("population", "no figure"),
    });
    out.push(match place.elevation_m {
        Some(metres) => row("elevation", &format!("{metres} m{}", by(&place.elevation_source))),
        None => row("elevation", "no figure"),
    });
    out.extend(of_region(dataset, place));
    if !place.note.is_empty() {
        out.push(row("note", &place.note));
    }
    out
}

fn row(name: &str, value: &str) -> Para {
    Para::led(format!("  {name:<13}"), value)
}

/// ` (source)`.
fn by(source: &str) -> String {
    if source.is_empty() { String::new() } else { format!(" ({source})") }
}

/// `in Dari`, and whether a source has it so; below, the name alone.
fn name(place: &Place, native: &NativeName) -> [Para; 2] {
    let sure = place.native_confirmed.contains(native.language.as_str());
    let mut language = native.language.chars();
    let capital: String = language.next().into_iter().flat_map(char::to_uppercase).chain(language).collect();
    let found = if sure { "" } else { " (not found in a gazetteer)" };
    [Para::indented(format!("in {capital}{found}")), Para::led("    ", native.name.as_str())]
}

/// The region's people and area.
fn of_region(dataset: &Dataset, place: &Place) -> Option<Para> {
    let region = dataset.gazetteer.region(place.region?);
    let [noun, _] = &dataset.nouns.regions;
    let people = region.population_thousand.map_or_else(
        || "no figure of inhabitants".to_owned(),
        |thousand| {
            let from: Vec<&str> = [&region.population_year, &region.population_source]
                .into_iter()
                .map(Clean::as_str)
                .filter(|text| !text.is_empty())
                .collect();
            format!("{} thousand inhabitants{}", text::grouped(thousand), by(&from.join("; ")))
        },
    );
    let km2 = |km2: f64| text::grouped(format!("{km2:.0}"));
    let area = match region.area {
        Some(GroundArea::Given(given)) => format!("{} square km, given in regions.csv", km2(given)),
        Some(GroundArea::Measured(measured)) => format!("{} square km, measured on the outline", km2(measured)),
        None => "no figure of the area".to_owned(),
    };
    Some(row(noun, &format!("{people}; {area}")))
}
