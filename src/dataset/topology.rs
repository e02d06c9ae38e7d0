//! `regions.topojson`: outlines as arcs that neighbours share (`TopoJSON` 1.0, quantized or not).

use serde::Deserialize;

use crate::gazetteer::{Arc, ArcUse, Ground, LonLat};
use crate::text::Clean;

use super::files::Files;
use super::pieces::{Piece, Pieces};
use super::problem::{self, Problem, quote};
use super::steps;

pub(super) const FILE: &str = "regions.topojson";

#[derive(Deserialize)]
struct Topology {
    transform: Option<Transform>,
    arcs: Vec<Vec<[f64; 2]>>,
    objects: Objects,
}

/// What the program knows of what a topology may hold.
#[derive(Deserialize)]
struct Objects {
    #[serde(default)]
    regions: Collection,
    #[serde(default)]
    neighbours: Collection,
}

#[derive(Deserialize)]
struct Transform {
    scale: [f64; 2],
    translate: [f64; 2],
}

#[derive(Deserialize, Default)]
struct Collection {
    geometries: Vec<Geometry>,
}

#[derive(Deserialize)]
#[serde(tag = "type")]
enum Geometry {
    Polygon {
        #[serde(default)]
        id: Clean,
        #[serde(default)]
        properties: Properties,
        arcs: Vec<Vec<i64>>,
    },
    MultiPolygon {
        #[serde(default)]
        id: Clean,
        #[serde(default)]
        properties: Properties,
        arcs: Vec<Vec<Vec<i64>>>,
    },
}

/// What the file says about a shape beside its outline.
#[derive(Deserialize, Default)]
pub(super) struct Properties {
    #[serde(default)]
    pub(super) name: Clean,
    pub(super) label_lon: Option<f64>,
    pub(super) label_lat: Option<f64>,
}

/// An outline with what the file says about it. Polygons are kept apart: the first ring of each is its outside.
pub(super) struct Shape {
    pub(super) id: Clean,
    pub(super) properties: Properties,
    pub(super) polygons: Vec<Vec<Vec<ArcUse>>>,
}

impl Shape {
    /// All rings, outsides and holes alike.
    pub(super) fn rings(&self) -> Vec<Vec<ArcUse>> {
        self.polygons.iter().flatten().cloned().collect()
    }
}

/// The outlines of regions and neighbours and the lines that they share.
#[derive(Default)]
pub(super) struct Outlines {
    pub(super) regions: Vec<Shape>,
    pub(super) neighbours: Vec<Shape>,
    pieces: Pieces,
}

/// Reads the file; nothing, if there is none.
pub(super) fn read(files: &Files) -> Result<Outlines, Problem> {
    let Some(text) = files.text(FILE) else { return Ok(Outlines::default()) };
    let hint = "TopoJSON with objects `regions` and, if wanted, `neighbours`, of polygons";
    let cut = if files.shipped { steps::shipped(text) } else { steps::cut(text) };
    let topology = topology(text, cut).map_err(|error| problem::json(FILE, text, &error, hint))?;
    let Topology { transform, arcs, objects } = topology;
    let arcs = arcs.into_iter().enumerate();
    let lines = arcs.map(|(number, arc)| line(arc, transform.as_ref()).ok_or_else(|| bad_arc(number)));
    outlines(objects, Pieces::new(lines.collect::<Result<_, _>>()?))
}

fn topology(text: &str, cut: Option<steps::Cut>) -> serde_json::Result<Topology> {
    let cut = cut.and_then(|(arcs, rest)| Some(Topology { arcs, ..serde_json::from_str(&rest).ok()? }));
    cut.map_or_else(|| serde_json::from_str(text), Ok)
}

fn outlines(objects: Objects, pieces: Pieces) -> Result<Outlines, Problem> {
    let shapes = |collection: Collection| -> Result<Vec<Shape>, Problem> {
        collection.geometries.into_iter().map(|geometry| shape(geometry, &pieces)).collect()
    };
    let Objects { regions, neighbours } = objects;
    Ok(Outlines { regions: shapes(regions)?, neighbours: shapes(neighbours)?, pieces })
}

fn bad_arc(number: usize) -> Problem {
    let message = format!("arc {number} has fewer than two positions, or one that is not on the globe");
    Problem::file(FILE, message, "degrees: lon -180 to 180, lat -90 to 90")
}

/// The positions of an arc: differences in whole steps if there is a transform, else degrees. They take the room of what
/// they are made of.
fn line(arc: Vec<[f64; 2]>, transform: Option<&Transform>) -> Option<Vec<LonLat>> {
    if arc.len() < 2 {
        return None;
    }
    let Some(Transform { scale, translate }) = transform else {
        return arc.into_iter().map(|[lon, lat]| LonLat::near(lon, lat)).collect();
    };
    let mut at = [0.0, 0.0];
    let position = |step: [f64; 2]| {
        at = [at[0] + step[0], at[1] + step[1]];
        LonLat::near(at[0] * scale[0] + translate[0], at[1] * scale[1] + translate[1])
    };
    arc.into_iter().map(position).collect()
}

fn shape(geometry: Geometry, pieces: &Pieces) -> Result<Shape, Problem> {
    let (id, properties, polygons) = match geometry {
        Geometry::Polygon { id, properties, arcs } => (id, properties, vec![arcs]),
        Geometry::MultiPolygon { id, properties, arcs } => (id, properties, arcs),
    };
    let ring = |ring: Vec<i64>| -> Result<Vec<ArcUse>, Problem> {
        let mut uses = Vec::with_capacity(ring.len());
        for number in ring {
            let (arc, reversed) = arc_use(number, pieces.arcs(), &id)?;
            uses.extend(pieces.uses(arc, reversed));
        }
        if is_closed(&uses, pieces) { Ok(uses) } else { Err(open_ring(&id)) }
    };
    if polygons.iter().any(Vec::is_empty) || polygons.is_empty() {
        let message = format!("the outline of {} is empty", quote(&id));
        return Err(Problem::file(FILE, message, "give it a ring of arcs, or take it out"));
    }
    let polygons = polygons
        .into_iter()
        .map(|rings| rings.into_iter().map(ring).collect::<Result<Vec<_>, _>>())
        .collect::<Result<_, _>>()?;
    Ok(Shape { id, properties, polygons })
}

/// An arc number of the file: `n`, or `!n` for the arc `n` run along backwards. Gives `n` and whether it is.
fn arc_use(number: i64, arcs: usize, id: &Clean) -> Result<(usize, bool), Problem> {
    let reversed = number < 0;
    let index = usize::try_from(if reversed { !number } else { number }).ok().filter(|&index| index < arcs);
    let index = index.ok_or_else(|| {
        Problem::file(FILE, format!("{}: there is no arc {number}", quote(id)), "the arcs are counted from 0")
    })?;
    Ok((index, reversed))
}

/// Whether each arc begins where the one before ends, and the last ends where the first begins.
fn is_closed(uses: &[ArcUse], pieces: &Pieces) -> bool {
    let ends = |step: &ArcUse| {
        let line = pieces.all.get(step.arc.index()).map(|piece| &piece.line);
        let (first, last) = (line.and_then(|line| line.first()), line.and_then(|line| line.last()));
        if step.reversed { (last, first) } else { (first, last) }
    };
    let following = uses.iter().cycle().skip(1);
    !uses.is_empty() && uses.iter().zip(following).all(|(step, next)| ends(step).1 == ends(next).0)
}

fn open_ring(id: &Clean) -> Problem {
    Problem::file(FILE, format!("the outline of {} is not closed", quote(id)), "its arcs must follow one another")
}

impl Outlines {
    /// The arcs with the grounds they part, given what each shape is.
    pub(super) fn into_arcs(self, grounds: &[(Ground, Vec<Vec<ArcUse>>)]) -> Result<Vec<Arc>, Problem> {
        let mut sides: Vec<Vec<Ground>> = vec![Vec::new(); self.pieces.all.len()];
        for (ground, rings) in grounds {
            for step in rings.iter().flatten() {
                if let Some(side) = sides.get_mut(step.arc.index()) {
                    side.push(*ground);
                }
            }
        }
        let arcs = self.pieces.all.into_iter().zip(sides);
        arcs.map(|(Piece { line, arc, edge }, sides)| match *sides {
            [] => Ok(Arc::new(line, [Ground::Outside; 2])),
            [one] => Ok(Arc::new(line, [one, if edge { one } else { Ground::Outside }])),
            [one, other] => Ok(Arc::new(line, [one, other])),
            _ => Err(Problem::file(FILE, format!("arc {arc} bounds more than two shapes"), "shapes must not overlap")),
        })
        .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_add_up() {
        let transform = Transform { scale: [0.5, 0.25], translate: [10.0, 20.0] };
        let at = |lon, lat| LonLat::new(lon, lat).expect("a position");
        assert_eq!(line(vec![[2.0, 4.0], [-1.0, 1.0]], Some(&transform)), Some(vec![at(11.0, 21.0), at(10.5, 21.25)]));
        assert_eq!(line(vec![[2.0, 4.0], [-1.0, 1.0]], None), Some(vec![at(2.0, 4.0), at(-1.0, 1.0)]));
        assert_eq!(line(vec![[2.0, 4.0]], None), None, "a line has two ends");
        assert_eq!(line(vec![[2.0, 4.0], [181.0, 0.0]], None), None, "off the globe");
    }
}
