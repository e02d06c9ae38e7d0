//! The names of the neighbours, where nothing of the country is in the way.

use crate::gazetteer::{Arc, Gazetteer, Ground};
use crate::text;

use super::raster;
use super::sheet::{Sheet, Taken};
use super::track;
use super::viewport::{CellAt, Viewport};

/// How far a name may stand from its place, in columns and rows.
const REACH: (i32, i32) = (8, 3);

/// Whether an arc parts two neighbours.
pub(super) fn parts_neighbours(arc: &Arc) -> bool {
    matches!(arc.sides, [Ground::Neighbour(one), Ground::Neighbour(other)] if one != other)
}

/// Which cells of the panel borders between neighbours run through.
fn borders(gazetteer: &Gazetteer, view: &Viewport) -> Vec<bool> {
    let arcs = gazetteer.borders.arcs().iter().filter(|arc| parts_neighbours(arc));
    let parts = arcs.flat_map(|arc| arc.line.chunk_by(|one, other| !view.seam().parts(*one, *other)));
    let ways = parts.filter(|part| view.touches(part)).flat_map(|part| {
        let line = track::paced(part.iter().map(|&at| view.plane(at)), 1.0);
        raster::way(&line, view, [1.0, 0.5])
    });
    let mut lines = vec![false; usize::from(view.width()) * usize::from(view.height())];
    for index in ways.filter_map(|(x, y)| view.index(CellAt { x, y })) {
        lines[index] = true;
    }
    lines
}

/// The names with the cells that they begin in: spaced capitals if there is room, else close ones.
pub(super) fn names(gazetteer: &Gazetteer, view: &Viewport, sheet: &mut Sheet) -> Vec<(CellAt, String)> {
    let mut names = Vec::new();
    let lines = borders(gazetteer, view);
    for neighbour in &gazetteer.borders.neighbours {
        let Some(at) = neighbour.label.map(|label| view.plane(label).cell()) else { continue };
        let close = neighbour.name.to_uppercase();
        let spaced: Vec<String> = close.chars().map(String::from).collect();
        let forms = [spaced.join(" "), close];
        let crossed = |cell: CellAt| view.index(cell).is_some_and(|index| lines[index]);
        let beside = |form: &String| room(form, at, sheet, crossed).map(|at| (at, form.clone()));
        let across = |form: &String| room(form, at, sheet, |_| false).map(|at| (at, form.clone()));
        let found = forms.iter().find_map(beside).or_else(|| forms.iter().find_map(across));
        if let Some((at, form)) = found {
            for x in 0..columns(&form) {
                sheet.take(CellAt { x: at.x + x, y: at.y }, Taken::Text);
            }
            names.push((at, form));
        }
    }
    names
}

fn columns(name: &str) -> i32 {
    i32::try_from(text::width(name)).unwrap_or(i32::MAX / 4)
}

/// The nearest cell from which a name is free on all sides and crosses no line.
fn room(name: &str, at: CellAt, sheet: &Sheet, crossed: impl Fn(CellAt) -> bool) -> Option<CellAt> {
    let width = columns(name);
    let wanted = CellAt { x: at.x - width / 2, y: at.y };
    let (across, down) = REACH;
    let moves = (-down..=down).flat_map(|y| (-across..=across).map(move |x| (x, y)));
    let free = moves.filter(|&(x, y)| {
        let from = CellAt { x: wanted.x + x, y: wanted.y + y };
        // A name does not touch the edge of the panel.
        let ends = [CellAt { x: from.x - 1, y: from.y }, CellAt { x: from.x + width, y: from.y }];
        let mut cells = (-1..=1).flat_map(|y| (-2..=width + 1).map(move |x| CellAt { x: from.x + x, y: from.y + y }));
        let clear = || (-1..=width).all(|x| !crossed(CellAt { x: from.x + x, y: from.y }));
        ends.into_iter().all(|end| sheet.holds(end))
            && cells.all(|cell| !sheet.holds(cell) || sheet.empty(cell))
            && clear()
    });
    let (x, y) = free.min_by_key(|&(x, y)| (x * x + 4 * y * y, y, x))?;
    Some(CellAt { x: wanted.x + x, y: wanted.y + y })
}
