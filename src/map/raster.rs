//! The borders of a view in dots: for every arc the cells that it runs through, with its dots in each.

use crate::gazetteer::{ArcUse, Borders};

use super::PlanePoint;
use super::chain::{Class, class};
use super::glyphs::Grid;
use super::track;
use super::viewport::{CellAt, Viewport};
use crate::picture::Dots;

/// How much of a line is smoothed away, in columns: a dot and a half.
const PACE: f64 = 0.75;

/// Dots in their cells, in reading order.
pub(super) type Cells = Vec<(CellAt, Dots)>;

/// An arc in dots.
#[derive(Clone, Debug, Default)]
pub(super) struct Dotted {
    /// The line that was drawn, node to node.
    line: Vec<PlanePoint>,
    /// A dot thick, as a border.
    pub(super) thin: Cells,
    /// Two dots thick, as the front.
    pub(super) thick: Cells,
}

/// A cell that borders run through.
#[derive(Clone, Copy, Debug)]
pub(super) struct Lined {
    pub(super) at: CellAt,
    pub(super) outline: Dots,
    pub(super) inner: Dots,
}

/// All arcs of a gazetteer in dots.
#[derive(Clone, Debug)]
pub(super) struct Raster {
    pub(super) grid: Grid,
    /// By arc number.
    pub(super) arcs: Vec<Dotted>,
    /// The classes of the arcs, by arc number; none for what is not drawn.
    pub(super) classes: Vec<Option<Class>>,
    /// All borders together, in reading order.
    pub(super) lines: Vec<Lined>,
}

impl Raster {
    /// The borders of a view.
    pub(super) fn new(borders: &Borders, view: &Viewport, grid: Grid) -> Self {
        let classes: Vec<Option<Class>> = borders.arcs().iter().map(class).collect();
        let dotted = |(arc, class): (&crate::gazetteer::Arc, &Option<Class>)| {
            class.map_or_else(Dotted::default, |_| {
                let line = track::paced(arc.line.iter().map(|&at| view.plane(at)), PACE);
                let dots = dots(&line, view, grid);
                let (across, down) = grid.thick();
                let brush = (0..down).flat_map(|y| (0..across).map(move |x| (x, y)));
                let thick = brush.flat_map(|(x, y)| dots.iter().map(move |dot| (dot.0 + x, dot.1 + y)));
                Dotted { thick: cells(thick, view, grid), thin: cells(dots.iter().copied(), view, grid), line }
            })
        };
        let arcs: Vec<Dotted> = borders.arcs().iter().zip(&classes).map(dotted).collect();
        let lines = lines(&arcs, &classes);
        Self { grid, arcs, classes, lines }
    }

    /// The positions of a ring in order, as it is drawn.
    pub(super) fn ring(&self, uses: &[ArcUse]) -> Vec<PlanePoint> {
        let mut ring = Vec::new();
        for step in uses {
            let line = &self.arcs[step.arc.index()].line;
            if step.reversed {
                ring.extend(line.iter().rev());
            } else {
                ring.extend(line);
            }
        }
        ring
    }
}

/// The borders of all arcs together.
fn lines(arcs: &[Dotted], classes: &[Option<Class>]) -> Vec<Lined> {
    let mut all: Vec<Lined> = Vec::new();
    for (arc, class) in arcs.iter().zip(classes) {
        all.extend(arc.thin.iter().map(|&(at, dots)| match class {
            Some(Class::Outline) => Lined { at, outline: dots, inner: Dots::NONE },
            _ => Lined { at, outline: Dots::NONE, inner: dots },
        }));
    }
    all.sort_by_key(|lined| (lined.at.y, lined.at.x));
    all.dedup_by(|next, kept| {
        let same = next.at == kept.at;
        if same {
            kept.outline = kept.outline.with(next.outline);
            kept.inner = kept.inner.with(next.inner);
        }
        same
    });
    all
}

/// A dot of the panel: column and row in dots.
type Dot = (i32, i32);

/// The dots of a line in order. Each touches the one before; where one would only fill a corner it is left out, so that
/// a slanting line is as thin as a straight one.
fn dots(line: &[PlanePoint], view: &Viewport, grid: Grid) -> Vec<Dot> {
    let rows = f64::from(grid.rows) / 2.0;
    let at = |point: PlanePoint| PlanePoint { x: point.x * 2.0, y: point.y * rows };
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
fn cells(dots: impl Iterator<Item = Dot>, view: &Viewport, grid: Grid) -> Cells {
    let rows = i32::from(grid.rows);
    let mut cells: Cells = dots
        .map(|(x, y)| (CellAt { x: x.div_euclid(2), y: y.div_euclid(rows) }, (x.rem_euclid(2), y.rem_euclid(rows))))
        .filter(|(at, _)| view.holds(*at))
        .map(|(at, (x, y))| (at, grid.dot(u8::from(x == 1), u8::try_from(y).unwrap_or(0))))
        .collect();
    cells.sort_by_key(|(at, _)| (at.y, at.x));
    cells.dedup_by(|next, kept| {
        let same = next.0 == kept.0;
        if same {
            kept.1 = kept.1.with(next.1);
        }
        same
    });
    cells
}
