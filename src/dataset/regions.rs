//! `regions.csv` and the outlines of `regions.topojson`, and every place in its region.

use std::collections::BTreeMap;

use geo::{Coord, GeodesicArea, Intersects, LineString, MultiPolygon, Polygon, coord};
use serde::Deserialize;

use crate::gazetteer::{
    Arc, ArcUse, Borders, Gazetteer, Ground, GroundArea, LonLat, Neighbour, NeighbourNo, Place, Region, RegionNo, Seam,
};
use crate::text::Clean;

use super::files::Files;
use super::places::{self, Entry, PlaceIndex};
use super::problem::{Problem, Problems, quote};
use super::rings::{self, Fault};
use super::table::{self, Row, refer};
use super::topology::{self, Outlines, Properties, Shape};

const FILE: &str = "regions.csv";

/// The columns of the table; others are for the reader of the file.
#[derive(Deserialize)]
struct RegionRow {
    id: Clean,
    name: Clean,
    capital: Clean,
    area_km2: Option<f64>,
    population_thousand: Option<u32>,
    #[serde(default)]
    population_year: Clean,
    #[serde(default)]
    population_source: Clean,
    tile_column: Option<u16>,
    tile_row: Option<u16>,
}

impl RegionRow {
    fn tile(&self) -> Option<(u16, u16)> {
        self.tile_column.zip(self.tile_row)
    }
}

/// The gazetteer of `entries` with its regions and borders.
pub(super) fn read(
    files: &Files,
    mut entries: Vec<Entry>,
    places_by_id: &PlaceIndex,
    outlines: Result<Outlines, Problem>,
    problems: &mut Problems,
) -> Gazetteer {
    let rows: Vec<Row<RegionRow>> = table::read(files, FILE, problems);
    let outlines = outlines.unwrap_or_else(|problem| {
        problems.push(problem);
        Outlines::default()
    });
    let index = table::index(FILE, &rows, |row| &row.id, problems);
    // Of a row that stands twice more need not be told.
    if !problems.is_doubtful(FILE) {
        check_tiles(&rows, problems);
    }
    for entry in entries.iter_mut().filter(|entry| !entry.region.is_empty()) {
        let region = index.get(entry.region.as_str()).map(|&row| RegionNo::from_index(row));
        let at = (places::FILE, entry.line, "region");
        entry.place.region = refer(region, at, &entry.region, FILE, problems);
    }
    let lines: Vec<u64> = entries.iter().map(|entry| entry.line).collect();
    let places: Vec<Place> = entries.into_iter().map(|entry| entry.place).collect();
    let mut shapes: BTreeMap<&str, &Shape> = BTreeMap::new();
    for shape in &outlines.regions {
        if shapes.insert(&shape.id, shape).is_some() {
            let message = format!("there are two outlines of {}", quote(&shape.id));
            problems.push(Problem::file(topology::FILE, message, "make it one outline of several polygons"));
        }
        if !index.contains_key(shape.id.as_str()) {
            let message = format!("the region {} is not in {FILE}", quote(&shape.id));
            problems.push(Problem::file(topology::FILE, message, "add its row or take the outline out"));
        }
    }
    let mut gazetteer = Gazetteer { places, ..Gazetteer::default() };
    let mut grounds = Vec::new();
    let mut outside = Vec::new();
    let region_lines: Vec<u64> = rows.iter().map(|row| row.line).collect();
    for (number, row) in rows.into_iter().enumerate() {
        // The outline is that of the first row of its name; a second row has been told of.
        let shape = shapes.remove(row.value.id.as_str());
        let rings = shape.map_or_else(Vec::new, Shape::rings);
        grounds.push((Ground::Region(RegionNo::from_index(number)), rings.clone()));
        outside.push(shape.map(|shape| shape.polygons.clone()));
        let region = region(places_by_id, row, rings, problems);
        gazetteer.regions.push(region);
    }
    let mut neighbours = Vec::new();
    for (number, shape) in outlines.neighbours.iter().enumerate() {
        let rings = shape.rings();
        grounds.push((Ground::Neighbour(NeighbourNo::from_index(number)), rings.clone()));
        let Properties { label_lon, label_lat, .. } = &shape.properties;
        let label = label_lon.zip(*label_lat).and_then(|(lon, lat)| LonLat::new(lon, lat));
        neighbours.push(Neighbour { name: shape.properties.name.clone(), label, rings });
    }
    match outlines.into_arcs(&grounds) {
        Ok(arcs) => gazetteer.borders = Borders::new(arcs, neighbours),
        Err(problem) => {
            // Without borders there is nothing to measure.
            problems.push(problem);
            return gazetteer;
        }
    }
    gazetteer.seam = seam(&gazetteer);
    measure(&mut gazetteer, &outside);
    if !files.shipped {
        check(&gazetteer, problems);
        check_capitals(&gazetteer, &outside, &lines, problems);
        unknown_areas(&gazetteer, &region_lines).for_each(|problem| problems.find(problem));
    }
    gazetteer
}

/// Sees that no two regions lie on one tile.
fn check_tiles(rows: &[Row<RegionRow>], problems: &mut Problems) {
    let mut taken = BTreeMap::new();
    for row in rows {
        let Some((column, line)) = row.value.tile() else { continue };
        if let Some(other) = taken.insert((column, line), row.line) {
            let message = format!("the tile in column {column}, row {line} is taken already on line {other}");
            let hint = "give every region a tile of its own, or none";
            problems.push(Problem::file(FILE, message, hint).at(row.line).column("tile_column"));
        }
    }
}

fn region(places: &PlaceIndex, row: Row<RegionRow>, rings: Vec<Vec<ArcUse>>, problems: &mut Problems) -> Region {
    let Row { line, value } = row;
    if let Some(area_km2) = value.area_km2.filter(|area_km2| *area_km2 <= 0.0) {
        let message = format!("an area of {area_km2} square kilometres");
        let hint = "more than 0, or nothing: it is measured then, if there is an outline";
        problems.push(Problem::file(FILE, message, hint).at(line).column("area_km2"));
    }
    Region {
        capital: places.find(&value.capital, (FILE, line, "capital"), problems),
        tile: value.tile(),
        id: value.id,
        name: value.name,
        area: value.area_km2.map(GroundArea::Given),
        population_thousand: value.population_thousand,
        population_year: value.population_year,
        population_source: value.population_source,
        rings,
    }
}

/// Where the map is cut: away from all regions and places.
fn seam(gazetteer: &Gazetteer) -> Seam {
    let own = |arc: &&Arc| arc.sides.iter().any(|side| matches!(side, Ground::Region(_)));
    let arcs = gazetteer.borders.arcs().iter().filter(own).map(|arc| arc.line.as_slice());
    Seam::of(arcs.chain(gazetteer.places.iter().map(|place| std::slice::from_ref(&place.position))))
}

/// Sees that every outline encloses ground that a map can show.
fn check(gazetteer: &Gazetteer, problems: &mut Problems) {
    for region in &gazetteer.regions {
        let faults = region.rings.iter().filter_map(|ring| rings::fault(&gazetteer.borders.ring(ring), gazetteer.seam));
        for fault in faults.take(1) {
            let (what, hint) = match fault {
                Fault::Flat => ("encloses no ground".to_owned(), "a ring has three corners or more: take this one out"),
                Fault::Crossed(at) => (format!("crosses itself near {at}"), "untangle it there"),
                Fault::Cut(at) => {
                    let hint = "cut it open along the antimeridian, and the pole if it goes around one";
                    (format!("leaves the map at its edge near {at}"), hint)
                }
            };
            problems.push(Problem::file(topology::FILE, format!("the outline of {} {what}", quote(&region.id)), hint));
        }
    }
}

/// The outline of every region that has one: polygons, each of them rings.
type Outside = [Option<Vec<Vec<Vec<ArcUse>>>>];

/// Sees that every capital stands in its own region.
fn check_capitals(gazetteer: &Gazetteer, outside: &Outside, lines: &[u64], problems: &mut Problems) {
    for (region, outline) in gazetteer.regions.iter().zip(outside) {
        let (Some(outline), Some(capital)) = (outline, region.capital) else { continue };
        let Some(place) = gazetteer.places.get(capital.index()) else { continue };
        let at = coord! { x: gazetteer.seam.unrolled(place.position.lon()), y: place.position.lat() };
        if !polygons(gazetteer, outline).intersects(&at) && !problems.is_doubtful(places::FILE) {
            let message = format!("{} does not stand in its own region {}", quote(&place.name), quote(&region.name));
            let line = lines.get(capital.index()).copied().unwrap_or(0);
            problems.push(Problem::file(places::FILE, message, "correct the position or the outline").at(line));
        }
    }
}

/// Measures the regions whose area the file does not give.
fn measure(gazetteer: &mut Gazetteer, outside: &Outside) {
    for (number, outline) in outside.iter().enumerate() {
        let given = gazetteer.regions.get(number).is_none_or(|region| region.area.is_some());
        let Some(outline) = outline.as_ref().filter(|_| !given) else { continue };
        let area_km2 = polygons(gazetteer, outline).iter().map(square_metres).sum::<f64>() / 1e6;
        if let Some(region) = gazetteer.regions.get_mut(number) {
            region.area = Some(GroundArea::Measured(area_km2));
        }
    }
}

/// The regions of which no area can be told.
fn unknown_areas<'a>(gazetteer: &'a Gazetteer, lines: &'a [u64]) -> impl Iterator<Item = Problem> {
    let unknown = gazetteer.regions.iter().zip(lines).filter(|(region, _)| region.area.is_none());
    unknown.map(|(region, &line)| {
        let message = format!("the area of {} is not known, so that of its holder is not told", quote(&region.id));
        Problem::file(FILE, message, "give its area_km2 or its outline").at(line).column("area_km2")
    })
}

/// The area of a polygon less its holes, whichever way around its rings run.
fn square_metres(polygon: &Polygon) -> f64 {
    let ring = |ring: &LineString| Polygon::new(ring.clone(), Vec::new()).geodesic_area_signed().abs();
    ring(polygon.exterior()) - polygon.interiors().iter().map(ring).sum::<f64>()
}

fn polygons(gazetteer: &Gazetteer, outline: &[Vec<Vec<ArcUse>>]) -> MultiPolygon {
    let ring = |uses: &Vec<ArcUse>| -> LineString {
        let ring = gazetteer.borders.ring(uses).into_iter();
        ring.map(|at| Coord { x: gazetteer.seam.unrolled(at.lon()), y: at.lat() }).collect()
    };
    let polygon = |rings: &Vec<Vec<ArcUse>>| {
        let mut rings = rings.iter().map(ring);
        let outside = rings.next().unwrap_or_else(|| LineString::new(Vec::new()));
        Polygon::new(outside, rings.collect())
    };
    outline.iter().map(polygon).collect()
}
