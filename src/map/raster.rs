//! The borders of a view in dots: for every arc the cells that it runs through, with its dots in each.

use crate::gazetteer::Borders;

use super::PlanePoint;
use super::chain::{Class, class, courses};
use super::counting;
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
    /// The cells in which it leaves something as a border.
    pub(super) thin: Vec<CellAt>,
    /// About a column thick, as the front.
    pub(super) thick: Vec<(CellAt, Dots)>,
}

/// What an arc leaves in a cell as a border.
#[derive(Clone, Copy, Debug)]
pub(super) struct Part {
    /// The cell.
    at: CellAt,
    /// The index of the arc.
    pub(super) arc: usize,
    /// What it leaves.
    pub(super) trace: Trace,
}

/// All arcs of a gazetteer in dots.
#[derive(Clone, Debug)]
pub(super) struct Raster {
    pub(super) grid: Grid,
    /// By arc number.
    pub(super) arcs: Vec<Dotted>,
    /// The classes of the arcs, by arc number; none for what is not drawn.
    pub(super) classes: Vec<Option<Class>>,
    /// What arcs leave in the cells, the parts of a cell together.
    parts: Vec<Part>,
    /// By cell, row by row, where its parts begin; and where the last ones end.
    starts: Vec<usize>,
}

impl Raster {
    /// The borders of a view.
    pub(super) fn new(borders: &Borders, view: &Viewport, grid: Grid) -> Self {
        let classes: Vec<Option<Class>> = borders.arcs().iter().map(class).collect();
        let mut raster =
            Self { grid, arcs: Vec::with_capacity(classes.len()), classes, parts: Vec::new(), starts: Vec::new() };
        let mut blotter = Blotter::new(view, grid);
        for (index, course) in courses(borders, view).into_iter().enumerate() {
            let drawn = if raster.classes[index].is_some() {
                raster.draw(index, course, &mut blotter)
            } else {
                Dotted { line: course, ..Dotted::default() }
            };
            raster.arcs.push(drawn);
        }
        let cells = usize::from(view.width()) * usize::from(view.height());
        let numbered = |part: &Part| (view.index(part.at).unwrap_or(0), *part);
        (raster.parts, raster.starts) = counting::sorted(&raster.parts, cells, numbered);
        raster
    }

    /// Draws an arc as a border and as the front.
    fn draw(&mut self, index: usize, course: Vec<PlanePoint>, blotter: &mut Blotter) -> Dotted {
        let line = track::paced(course.into_iter(), pace(self.grid));
        let view = blotter.view;
        let dots = dots(&line, view, self.grid);
        if self.grid.rows == 4 {
            for &dot in &dots {
                blotter.dot(dot);
            }
        } else {
            sides(&line, view, blotter);
        }
        let part = |(at, dots): (CellAt, Dots)| Part { at, arc: index, trace: Trace(dots.0) };
        let traced = blotter.lift();
        let thin = traced.iter().map(|(at, _)| *at).collect();
        self.parts.extend(traced.into_iter().map(part));
        let (across, down) = self.grid.thick();
        for (x, y) in (0..down).flat_map(|y| (0..across).map(move |x| (x, y))) {
            for dot in &dots {
                blotter.dot((dot.0 + x, dot.1 + y));
            }
        }
        Dotted { thin, thick: blotter.lift(), line }
    }

    /// The cells that borders run through, in reading order, each with what its arcs leave there.
    pub(super) fn cells(&self) -> impl Iterator<Item = (CellAt, &[Part])> {
        self.parts.chunk_by(|one, other| one.at == other.at).map(|parts| (parts[0].at, parts))
    }

    /// What arcs leave in the cell of a number.
    pub(super) fn parts(&self, cell: usize) -> &[Part] {
        &self.parts[self.starts[cell]..self.starts[cell + 1]]
    }
}

#[cfg(test)]
impl Raster {
    /// What an arc leaves as a border, cell by cell.
    pub(super) fn thin(&self, arc: usize) -> Vec<(CellAt, Trace)> {
        let own =
            |parts: &[Part]| parts.iter().filter(|part| part.arc == arc).map(|part| part.trace).reduce(Trace::with);
        self.cells().filter_map(|(at, parts)| Some((at, own(parts)?))).collect()
    }
}

/// Dots that fall on cells, one after another.
struct Blotter<'a> {
    view: &'a Viewport,
    grid: Grid,
    /// By cell, row by row, its dots.
    dots: Vec<Dots>,
    /// The cells that have any.
    cells: Vec<CellAt>,
}

impl<'a> Blotter<'a> {
    fn new(view: &'a Viewport, grid: Grid) -> Self {
        let cells = usize::from(view.width()) * usize::from(view.height());
        Self { view, grid, dots: vec![Dots::NONE; cells], cells: Vec::new() }
    }

    /// Puts a dot where it falls.
    fn dot(&mut self, (x, y): Dot) {
        let rows = i32::from(self.grid.rows);
        let dot = self.grid.dot(u8::from(x.rem_euclid(2) == 1), u8::try_from(y.rem_euclid(rows)).unwrap_or(0));
        self.put(CellAt { x: x.div_euclid(2), y: y.div_euclid(rows) }, dot);
    }

    /// Puts dots into a cell; what lies off the panel is left out.
    fn put(&mut self, at: CellAt, dots: Dots) {
        let Some(index) = self.view.index(at) else { return };
        if self.dots[index].is_none() {
            self.cells.push(at);
        }
        self.dots[index] = self.dots[index].with(dots);
    }

    /// Takes all dots off, cell by cell.
    fn lift(&mut self) -> Vec<(CellAt, Dots)> {
        let mut lifted = Vec::with_capacity(self.cells.len());
        for at in self.cells.drain(..) {
            lifted.extend(self.view.index(at).map(|index| (at, std::mem::take(&mut self.dots[index]))));
        }
        lifted
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
    let mut dots: Vec<Dot> = Vec::with_capacity(2 * line.len());
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

/// Dots by cell; what lies off the panel is left out.
pub(super) fn cells(dots: impl Iterator<Item = Dot>, view: &Viewport, grid: Grid) -> Vec<(CellAt, Dots)> {
    let mut blotter = Blotter::new(view, grid);
    dots.for_each(|dot| blotter.dot(dot));
    blotter.lift()
}

/// A line from cell to cell: which sides it crosses, a bit each. In and out again by the same side is no way.
fn sides(line: &[PlanePoint], view: &Viewport, blotter: &mut Blotter) {
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
    for pair in way.windows(2) {
        let (out, back) = match (pair[1].x - pair[0].x, pair[1].y - pair[0].y) {
            (0, -1) => (1, 4),
            (1, 0) => (2, 8),
            (0, 1) => (4, 1),
            (-1, 0) => (8, 2),
            // From where a line leaves the panel to where it comes back.
            _ => continue,
        };
        blotter.put(pair[0], Dots(out));
        blotter.put(pair[1], Dots(back));
    }
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
