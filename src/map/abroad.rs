//! The neighbours: the borders between them, and their names where nothing of the country is in the way.

use std::sync::LazyLock;

use crate::gazetteer::{Arc, Gazetteer, Ground, Neighbour};
use crate::text;

use super::PlanePoint;
use super::cells::CellSet;
use super::label::columns_of;
use super::raster;
use super::sheet::Sheet;
use super::track;
use super::viewport::{CellAt, Viewport};

/// How far a name may stand from its place, in columns and rows.
const REACH: (i32, i32) = (8, 3);

/// How much of a border is smoothed away, in columns.
const PACE: f64 = 1.0;

/// What a view shows of the neighbours.
#[derive(Clone, Debug)]
pub(super) struct Abroad {
    /// The borders between them as they are drawn, in pieces that may touch the panel.
    pub(super) borders: Vec<Vec<PlanePoint>>,
    /// The names with the cells that they begin in.
    pub(super) names: Vec<(CellAt, String)>,
}

impl Abroad {
    /// The neighbours of a view, whose names take what is left on its sheet.
    pub(super) fn new(gazetteer: &Gazetteer, view: &Viewport, sheet: &mut Sheet) -> Self {
        let arcs = gazetteer.borders.arcs().iter().filter(|arc| parts_neighbours(arc) && view.touches_arc(arc));
        let parts = arcs.flat_map(|arc| arc.line.chunk_by(|one, other| !view.seam().parts(*one, *other)));
        let borders: Vec<Vec<PlanePoint>> = parts.map(|part| track::paced(view.line(part.iter()), PACE)).collect();
        let names = names(gazetteer, view, &borders, sheet);
        Self { borders, names }
    }
}

/// Whether an arc parts two neighbours.
fn parts_neighbours(arc: &Arc) -> bool {
    matches!(arc.sides, [Ground::Neighbour(one), Ground::Neighbour(other)] if one != other)
}

/// The names with the cells that they begin in: spaced capitals if there is room, else close ones; better not across a
/// border than spaced.
fn names<'a>(
    gazetteer: &'a Gazetteer,
    view: &Viewport,
    borders: &[Vec<PlanePoint>],
    sheet: &mut Sheet,
) -> Vec<(CellAt, String)> {
    let wanted = |neighbour: &'a Neighbour| {
        let at = view.plane(neighbour.label?).cell();
        near(at, view).then_some((neighbour.name.as_str(), at))
    };
    let wanted: Vec<(&str, CellAt)> = gazetteer.borders.neighbours.iter().filter_map(wanted).collect();
    if wanted.is_empty() {
        return Vec::new();
    }
    let mut crossed = CellSet::none(view);
    for (x, y) in borders.iter().flat_map(|line| raster::way(line, view, [1.0, 0.5])) {
        crossed.insert(CellAt { x, y });
    }
    let none = CellSet::none(view);
    let mut names = Vec::new();
    for (name, at) in wanted {
        let close = name.to_uppercase();
        let spaced = text::clusters(&close).map(|(letter, _)| letter).collect::<Vec<_>>().join(" ");
        let forms = [spaced, close];
        let clear_of = |lines: &CellSet| {
            let found = |form: &String| Some((room(columns_of(form), at, sheet, lines)?, form.clone()));
            forms.iter().find_map(found)
        };
        if let Some((at, form)) = clear_of(&crossed).or_else(|| clear_of(&none)) {
            sheet.letter(at.y, at.x, at.x + columns_of(&form));
            names.push((at, form));
        }
    }
    names
}

/// Whether a name whose middle is wanted in a cell might be moved onto the panel.
fn near(at: CellAt, view: &Viewport) -> bool {
    let (across, down) = REACH;
    let (width, height) = (i32::from(view.width()), i32::from(view.height()));
    (-across..width + across).contains(&at.x) && (-down..height + down).contains(&at.y)
}

/// The ways that a name may be moved, the shortest first.
static MOVES: LazyLock<Vec<(i32, i32)>> = LazyLock::new(|| {
    let (across, down) = REACH;
    let mut moves: Vec<(i32, i32)> = (-down..=down).flat_map(|y| (-across..=across).map(move |x| (x, y))).collect();
    moves.sort_unstable_by_key(|&(x, y)| (x * x + 4 * y * y, y, x));
    moves
});

/// The nearest cell from which a name of so many columns is free on all sides and crosses no line.
fn room(width: i32, at: CellAt, sheet: &Sheet, lines: &CellSet) -> Option<CellAt> {
    let wanted = CellAt { x: at.x - width / 2, y: at.y };
    let mut starts = MOVES.iter().map(|&(x, y)| CellAt { x: wanted.x + x, y: wanted.y + y });
    starts.find(|&CellAt { x, y }| {
        let end = x + width;
        // A name does not touch the edge of the panel.
        sheet.holds(y, x - 1, end + 1)
            && (y - 1..=y + 1).all(|y| !sheet.filled().any(y, x - 2, end + 2))
            && !lines.any(y, x - 1, end + 1)
    })
}
