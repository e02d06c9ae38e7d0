//! The borders of a view in dots: for every arc the cells that it runs through, with its dots in each.

use crate::gazetteer::Borders;

use super::PlanePoint;
use super::chain::{Class, class, unseen};
use super::glyphs::Grid;
use super::trace::Trace;
use super::track;
use super::viewport::{CellAt, Viewport};
use crate::picture::Dots;

/// How much of a line is smoothed away, in columns: a dot and a half, and more where it goes from cell to cell.
fn pace(grid: Grid) -> f64 {
    if grid.rows == 4 { 0.75 } else { 1.2 }
}

/// An arc in dots.
#[derive(Clone, Debug, Default)]
pub(super) struct Dotted {
    /// The line that was drawn, node to node.
    pub(super) line: Vec<PlanePoint>,
    /// As a border, in reading order.
    pub(super) thin: Vec<(CellAt, Trace)>,
    /// About a column thick, as the front, in reading order.
    pub(super) thick: Vec<(CellAt, Dots)>,
}

/// All arcs of a gazetteer in dots.
#[derive(Clone, Debug)]
pub(super) struct Raster {
    pub(super) grid: Grid,
    /// By arc number.
    pub(super) arcs: Vec<Dotted>,
    /// The classes of the arcs, by arc number; none for what is not drawn.
    pub(super) classes: Vec<Option<Class>>,
}

impl Raster {
    /// The borders of a view.
    pub(super) fn new(borders: &Borders, view: &Viewport, grid: Grid) -> Self {
        let classes: Vec<Option<Class>> = borders.arcs().iter().map(class).collect();
        let dotted = |(arc, class): (&crate::gazetteer::Arc, &Option<Class>)| {
            let hidden = || Dotted { line: unseen(arc, view), ..Dotted::default() };
            class.map_or_else(hidden, |_| {
                let line = track::paced(arc.line.iter().map(|&at| view.plane(at)), pace(grid));
                let dots = dots(&line, view, grid);
                let thin = if grid.rows == 4 {
                    let cells = cells(dots.iter().copied(), view, grid);
                    cells.into_iter().map(|(at, dots)| (at, Trace(dots.0))).collect()
                } else {
                    sides(&line, view)
                };
                let (across, down) = grid.thick();
                let brush = (0..down).flat_map(|y| (0..across).map(move |x| (x, y)));
                let thick = brush.flat_map(|(x, y)| dots.iter().map(move |dot| (dot.0 + x, dot.1 + y)));
                Dotted { thick: cells(thick, view, grid), thin, line }
            })
        };
        let arcs: Vec<Dotted> = borders.arcs().iter().zip(&classes).map(dotted).collect();
        Self { grid, arcs, classes }
    }
}

/// A dot of the panel: column and row in dots.
type Dot = (i32, i32);

/// The dots of a line in order. Each touches the one before; where one would only fill a corner it is left out, so that
/// a slanting line is as thin as a straight one.
pub(super) fn dots(line: &[PlanePoint], view: &Viewport, grid: Grid) -> Vec<Dot> {
    way(line, view, [2.0, f64::from(grid.rows) / 2.0])
}

/// The steps of a line in order, given how many there are in a column and in half a row.
pub(super) fn way(line: &[PlanePoint], view: &Viewport, [across, down]: [f64; 2]) -> Vec<Dot> {
    let at = |point: PlanePoint| PlanePoint { x: point.x * across, y: point.y * down };
    let mut dots: Vec<Dot> = Vec::new();
    for pair in line.windows(2).filter(|pair| near(pair, view)) {
        let (from, to) = (at(pair[0]), at(pair[1]));
        let steps = (to.x - from.x).abs().max((to.y - from.y).abs()).ceil().max(1.0);
        let mut done = 0.0;
        while done <= steps {
            let part = done / steps;
            let point = PlanePoint { x: from.x + part * (to.x - from.x), y: from.y + part * (to.y - from.y) };
            push(&mut dots, point.floor());
            done += 1.0;
        }
    }
    dots
}

/// Whether a stretch of a line can touch the panel.
fn near(pair: &[PlanePoint], view: &Viewport) -> bool {
    let (width, height) = (f64::from(view.width()), 2.0 * f64::from(view.height()));
    let beside = |from: f64, to: f64, room: f64| from.max(to) < -2.0 || from.min(to) > room + 2.0;
    !beside(pair[0].x, pair[1].x, width) && !beside(pair[0].y, pair[1].y, height)
}

/// Appends a dot; the last one goes if it only fills the corner between the new one and the one before it.
fn push(dots: &mut Vec<Dot>, dot: Dot) {
    if dots.last() == Some(&dot) {
        return;
    }
    if let [.., before, corner] = dots.as_slice() {
        let diagonal = (before.0 - dot.0).abs() == 1 && (before.1 - dot.1).abs() == 1;
        let touches = |one: Dot, other: Dot| (one.0 - other.0).abs() + (one.1 - other.1).abs() == 1;
        if diagonal && touches(*before, *corner) && touches(*corner, dot) {
            dots.pop();
        }
    }
    dots.push(dot);
}

/// Dots by cell, in reading order; what lies off the panel is left out.
pub(super) fn cells(dots: impl Iterator<Item = Dot>, view: &Viewport, grid: Grid) -> Vec<(CellAt, Dots)> {
    let rows = i32::from(grid.rows);
    let mut cells: Vec<(CellAt, Dots)> = dots
        .map(|(x, y)| (CellAt { x: x.div_euclid(2), y: y.div_euclid(rows) }, (x.rem_euclid(2), y.rem_euclid(rows))))
        .filter(|(at, _)| view.holds(*at))
        .map(|(at, (x, y))| (at, grid.dot(u8::from(x == 1), u8::try_from(y).unwrap_or(0))))
        .collect();
    join(&mut cells, Dots::with);
    cells
}

/// Sorts what is in cells and joins what is in the same cell.
fn join<T: Copy>(cells: &mut Vec<(CellAt, T)>, with: impl Fn(T, T) -> T) {
    cells.sort_by_key(|(at, _)| (at.y, at.x));
    cells.dedup_by(|next, kept| {
        let same = next.0 == kept.0;
        if same {
            kept.1 = with(kept.1, next.1);
        }
        same
    });
}

/// A line from cell to cell: which sides it crosses. In and out again by the same side is no way.
fn sides(line: &[PlanePoint], view: &Viewport) -> Vec<(CellAt, Trace)> {
    let mut way: Vec<CellAt> = Vec::new();
    for pair in line.windows(2).filter(|pair| near(pair, view)) {
        // In steps so short that it hardly ever leaves a cell by a corner.
        let steps = (pair[0].distance(pair[1]) * 8.0).ceil().max(1.0);
        let mut done = 0.0;
        while done <= steps {
            let along = |from: f64, to: f64| from + (to - from) * done / steps;
            let at = PlanePoint { x: along(pair[0].x, pair[1].x), y: along(pair[0].y, pair[1].y) }.cell();
            if let Some(&last) = way.last().filter(|last| last.x != at.x && last.y != at.y) {
                enter(&mut way, CellAt { x: at.x, y: last.y });
            }
            enter(&mut way, at);
            done += 1.0;
        }
    }
    let mut sides = Vec::new();
    for pair in way.windows(2) {
        let (out, back) = match (pair[1].x - pair[0].x, pair[1].y - pair[0].y) {
            (0, -1) => (1, 4),
            (1, 0) => (2, 8),
            (0, 1) => (4, 1),
            (-1, 0) => (8, 2),
            // From where a line leaves the panel to where it comes back.
            _ => continue,
        };
        sides.extend([(pair[0], Trace(out)), (pair[1], Trace(back))]);
    }
    sides.retain(|(at, _)| view.holds(*at));
    join(&mut sides, Trace::with);
    sides
}

/// Goes on to a cell; back to the one before if it was that.
fn enter(way: &mut Vec<CellAt>, at: CellAt) {
    if way.last() == Some(&at) {
        return;
    }
    if way.len() > 1 && way[way.len() - 2] == at {
        way.pop();
    } else {
        way.push(at);
    }
}
