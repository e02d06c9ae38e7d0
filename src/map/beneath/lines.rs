//! Rivers, roads and the borders of neighbours: thin lines that keep out of the way of all others.

use crate::dataset::Terrain;
use crate::gazetteer::{LineKind, LonLat};
use crate::map::PlanePoint;
use crate::map::base::Base;
use crate::map::layer::Layer;
use crate::map::raster;
use crate::map::track;
use crate::map::viewport::CellAt;
use crate::picture::{Ink, Picture};

use super::{is_free, is_open};

/// From so many columns of the whole on, lesser rivers are shown.
const LESSER: f64 = 100.0;

/// Up to so many times the view of everything roads are shown: the sketch is no closer to the truth.
const SKETCHY: f64 = 4.0;

/// How much of a line is smoothed away, in columns.
const PACE: f64 = 1.0;

/// The least signs in a row.
const SHORTEST: usize = 3;

/// How the lines of a layer look.
struct Look {
    /// The sign in ASCII.
    sign: char,
    ink: Ink,
    /// Of dots every so manieth is shown.
    every: usize,
    /// Whether they are shown on the ground of the regions alone, or beyond it alone.
    inside: bool,
}

/// Draws the lines of a layer.
pub(super) fn draw(base: &Base, terrain: &Terrain, layer: Layer, picture: &mut Picture) {
    let view = &base.view;
    match layer {
        // On a small panel the dots of a border would be taken for dirt.
        Layer::Neighbours if !view.narrow() => {
            let look = Look { sign: '.', ink: Ink::Neighbour, every: 2, inside: false };
            base.abroad.borders.iter().for_each(|border| stretch(base, border, &look, picture));
        }
        Layer::Roads if view.closer() <= SKETCHY && !view.narrow() => {
            let look = Look { sign: '=', ink: Ink::Road, every: 2, inside: true };
            for road in terrain.lines().iter().filter(|line| line.kind == LineKind::Road) {
                line(base, &road.path, &look, picture);
            }
        }
        Layer::Rivers => {
            let look = Look { sign: '~', ink: Ink::River, every: 1, inside: true };
            let least = if view.whole() < LESSER { 1 } else { u8::MAX };
            let rivers = terrain.lines().iter().filter(|line| line.kind == LineKind::River && line.rank <= least);
            rivers.for_each(|river| line(base, &river.path, &look, picture));
        }
        _ => {}
    }
}

/// Draws a line in signs or in dots, in parts if the map is cut open between.
fn line(base: &Base, path: &[LonLat], look: &Look, picture: &mut Picture) {
    let seam = base.view.seam();
    for part in path.chunk_by(|one, other| !seam.parts(*one, *other)) {
        if base.view.touches(part) {
            let smooth = track::paced(base.view.line(part.iter()), PACE);
            stretch(base, &smooth, look, picture);
        }
    }
}

/// Draws a line that is in one piece on the map.
fn stretch(base: &Base, smooth: &[PlanePoint], look: &Look, picture: &mut Picture) {
    let view = &base.view;
    match base.glyphs.grid() {
        None => {
            let way = raster::way(smooth, view, [1.0, 0.5]).into_iter().map(|(x, y)| CellAt { x, y });
            let cells: Vec<(CellAt, bool)> = way.map(|at| (at, belongs(base, at, look))).collect();
            // What is left of a line between letters and the edge of the country says nothing if it is too short.
            let runs = cells.chunk_by(|one, other| one.1 == other.1).filter(|run| run[0].1 && run.len() >= SHORTEST);
            for &(at, _) in runs.flatten() {
                picture.put(at.x, at.y, look.sign, look.ink);
            }
        }
        Some(grid) => {
            let dots = raster::dots(smooth, view, grid).into_iter().step_by(look.every);
            for (at, dots) in raster::cells(dots, view, grid) {
                if belongs(base, at, look) {
                    picture.put(at.x, at.y, base.glyphs.glyph(dots), look.ink);
                }
            }
        }
    }
}

/// Whether a line may stand in a cell: where it belongs and nothing else stands, but that dots of a river join those of a border
/// between regions. Beside the outline it would be taken for a part of it.
fn belongs(base: &Base, at: CellAt, look: &Look) -> bool {
    let around = [(-1, 0), (1, 0), (0, -1), (0, 1)].map(|(x, y)| CellAt { x: at.x + x, y: at.y + y });
    let sided = |at: CellAt| !base.view.holds(at) || base.sheet.region(at).is_some() == look.inside;
    let joins = look.ink == Ink::River && base.glyphs.grid().is_some();
    sided(at) && around.into_iter().all(sided) && if joins { is_open(base, at) } else { is_free(base, at) }
}
