//! What stands where on the panel, independent of the day: the ground, the strokes, markers and labels. Whoever wants a
//! place on the map asks the sheet.

use crate::gazetteer::RegionNo;

use super::cells::CellSet;
use super::chain::Class;
use super::viewport::{CellAt, Viewport};

/// A stretch of a row that is one region's ground, from a column up to another.
#[derive(Clone, Copy, Debug)]
pub(super) struct Run {
    pub(super) y: u16,
    pub(super) from: u16,
    pub(super) to: u16,
    pub(super) region: RegionNo,
}

/// The panel as far as it depends on the view alone.
#[derive(Clone, Debug)]
pub(super) struct Sheet {
    view: Viewport,
    ground: Vec<Option<RegionNo>>,
    /// The same in stretches.
    runs: Vec<Run>,
    strokes: Vec<Option<Class>>,
    /// The cells of markers.
    markers: CellSet,
    /// The cells of markers and of letters.
    taken: CellSet,
    /// The cells that hold anything at all.
    filled: CellSet,
}

impl Sheet {
    /// The sheet of a view with its ground and the cells that its borders run through.
    pub(super) fn new(view: &Viewport, ground: Vec<Option<RegionNo>>, strokes: &[(CellAt, Class)]) -> Self {
        let none = CellSet::none(view);
        let strokeless = vec![None; ground.len()];
        let (markers, taken) = (none.clone(), none.clone());
        let runs = runs(view, &ground);
        let mut sheet = Self { view: view.clone(), ground, runs, strokes: strokeless, markers, taken, filled: none };
        for &(at, class) in strokes {
            if let Some(index) = sheet.view.index(at) {
                let there = sheet.strokes[index];
                sheet.strokes[index] = Some(there.map_or(class, |there| class.min(there)));
                sheet.filled.insert(at);
            }
        }
        for run in &sheet.runs {
            sheet.filled.insert_all(run.y.into(), run.from.into(), run.to.into());
        }
        sheet
    }

    /// Whether the panel shows the outline and the front alone.
    pub(super) fn narrow(&self) -> bool {
        self.view.narrow()
    }

    /// Whether a stretch of a row lies on the panel, from a column up to another.
    pub(super) fn holds(&self, y: i32, from: i32, to: i32) -> bool {
        (0..self.view.height().into()).contains(&y) && from >= 0 && to <= self.view.width().into()
    }

    /// Whether a stretch of a row lies on the panel and nothing is in it: no ground, no stroke, no marker, no letter.
    pub(super) fn is_empty(&self, y: i32, from: i32, to: i32) -> bool {
        self.holds(y, from, to) && !self.filled.any(y, from, to)
    }

    /// The region whose ground a cell is.
    pub(super) fn region(&self, at: CellAt) -> Option<RegionNo> {
        self.view.index(at).and_then(|index| self.ground[index])
    }

    /// The ground of all regions, in reading order.
    pub(super) fn runs(&self) -> &[Run] {
        &self.runs
    }

    /// What border runs through a cell; of several the outline.
    pub(super) fn stroke(&self, at: CellAt) -> Option<Class> {
        self.view.index(at).and_then(|index| self.strokes[index])
    }

    /// The ground and the border of every cell of a stretch of a row; of what lies off the panel none.
    pub(super) fn stretch(
        &self,
        y: i32,
        from: i32,
        to: i32,
    ) -> impl Iterator<Item = (Option<RegionNo>, Option<Class>)> + '_ {
        let (from, to) = (from.max(0), to.min(self.view.width().into()));
        let cells = self.view.index(CellAt { x: from, y }).filter(|_| from < to);
        let cells = cells.map_or(0..0, |first| first..first + usize::try_from(to - from).unwrap_or(0));
        self.ground[cells.clone()].iter().copied().zip(self.strokes[cells].iter().copied())
    }

    /// Puts a marker into a cell.
    pub(super) fn mark(&mut self, at: CellAt) {
        self.markers.insert(at);
        self.taken.insert(at);
        self.filled.insert(at);
    }

    /// Keeps a stretch of a row for letters, from a column up to another.
    pub(super) fn letter(&mut self, y: i32, from: i32, to: i32) {
        self.taken.insert_all(y, from, to);
        self.filled.insert_all(y, from, to);
    }

    /// The cells of markers.
    pub(super) fn markers(&self) -> &CellSet {
        &self.markers
    }

    /// The cells of markers and of letters: of labels, of the legend, of the neighbours' names.
    pub(super) fn taken(&self) -> &CellSet {
        &self.taken
    }

    /// The cells with anything in them: ground, a stroke, a marker, a letter.
    pub(super) fn filled(&self) -> &CellSet {
        &self.filled
    }
}

/// The ground of a view in stretches, in reading order.
fn runs(view: &Viewport, ground: &[Option<RegionNo>]) -> Vec<Run> {
    let mut runs = Vec::new();
    for (y, row) in (0..).zip(ground.chunks_exact(usize::from(view.width()).max(1))) {
        let mut from = 0;
        for stretch in row.chunk_by(|one, other| one == other) {
            let to = from + u16::try_from(stretch.len()).unwrap_or(u16::MAX);
            runs.extend(stretch[0].map(|region| Run { y, from, to, region }));
            from = to;
        }
    }
    runs
}
