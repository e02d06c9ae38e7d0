//! `lines.geojson`: a feature collection of lines, each with the properties `kind` (`river` or `road`), `name`, `rank` and
//! `source`.

use serde::Deserialize;

use crate::dataset::problem::{self, Problem, quote};
use crate::gazetteer::{Line, LineKind, LonLat};
use crate::text::Clean;

pub(super) const FILE: &str = "lines.geojson";

#[derive(Deserialize)]
struct Collection {
    features: Vec<Feature>,
}

#[derive(Deserialize)]
struct Feature {
    properties: Properties,
    geometry: Geometry,
}

#[derive(Deserialize)]
struct Properties {
    kind: Kind,
    #[serde(default)]
    name: Clean,
    #[serde(default = "first")]
    rank: u8,
    #[serde(default)]
    source: Clean,
}

fn first() -> u8 {
    1
}

#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum Kind {
    River,
    Road,
}

#[derive(Deserialize)]
#[serde(tag = "type", content = "coordinates")]
enum Geometry {
    LineString(Path),
    MultiLineString(Vec<Path>),
}

/// Longitude and latitude, and what may follow them.
type Path = Vec<Vec<f64>>;

/// Reads the file.
pub(super) fn read(text: &str) -> Result<Vec<Line>, Problem> {
    let collection: Collection = serde_json::from_str(text).map_err(|error| {
        let hint = "GeoJSON: a FeatureCollection of lines, each with a kind, `river` or `road`";
        problem::json(FILE, text, &error, hint)
    })?;
    let mut lines = Vec::new();
    for (number, feature) in collection.features.into_iter().enumerate() {
        let Properties { kind, name, rank, source } = feature.properties;
        let kind = match kind {
            Kind::River => LineKind::River,
            Kind::Road => LineKind::Road,
        };
        let paths = match feature.geometry {
            Geometry::LineString(path) => vec![path],
            Geometry::MultiLineString(paths) => paths,
        };
        for path in paths {
            let path = positions(&path).ok_or_else(|| bad_line(number, &name))?;
            lines.push(Line { kind, name: name.clone(), rank, source: source.clone(), path });
        }
    }
    Ok(lines)
}

/// The positions of a path; none if it is too short or leaves the globe.
fn positions(path: &Path) -> Option<Vec<LonLat>> {
    let positions: Option<Vec<LonLat>> =
        path.iter().map(|at| at.first().zip(at.get(1)).and_then(|(lon, lat)| LonLat::new(*lon, *lat))).collect();
    positions.filter(|positions| positions.len() > 1)
}

fn bad_line(number: usize, name: &Clean) -> Problem {
    let message =
        format!("feature {number}, {}, has fewer than two positions, or one that is not on the globe", quote(name));
    Problem::file(FILE, message, "degrees: lon -180 to 180, lat -90 to 90")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(feature: &str) -> String {
        format!("{{\"type\":\"FeatureCollection\",\"features\":[\n{feature}\n]}}")
    }

    fn feature(kind: &str, path: &str) -> String {
        format!(
            "{{\"type\":\"Feature\",\"properties\":{{\"kind\":\"{kind}\",\"name\":\"A\"}},\"geometry\":{{\"type\":\"LineString\",\"coordinates\":{path}}}}}"
        )
    }

    #[test]
    fn rivers_and_roads_are_read() {
        let text = file(&format!("{},\n{}", feature("river", "[[1,2],[3,4,99]]"), feature("road", "[[5,6],[7,8]]")));
        let lines = read(&text).expect("two lines");
        assert_eq!(lines.iter().map(|line| line.kind).collect::<Vec<_>>(), [LineKind::River, LineKind::Road]);
        assert_eq!((lines[0].rank, lines[0].path.len()), (1, 2));
    }

    #[test]
    fn a_faulty_line_is_refused_with_its_place() {
        let problem = |text: &str| read(text).map(drop).expect_err("a problem").to_string();
        assert!(problem(&file(&feature("canal", "[[1,2],[3,4]]"))).starts_with("lines.geojson:2:"));
        for path in ["[[1,2]]", "[]", "[[1,2],[200,4]]", "[[1],[2]]"] {
            let told = problem(&file(&feature("river", path)));
            assert!(told.contains("feature 0, \"A\", has fewer than two positions"), "{path}: {told}");
        }
    }
}
