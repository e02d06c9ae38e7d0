//! What stands where on the panel, independent of the day: the ground, the strokes, markers and labels. Whoever wants a
//! place on the map asks the sheet.

use crate::gazetteer::RegionNo;

use super::cells::CellSet;
use super::chain::Class;
use super::viewport::{CellAt, Viewport};

/// The panel as far as it depends on the view alone.
#[derive(Clone, Debug)]
pub(super) struct Sheet {
    view: Viewport,
    ground: Vec<Option<RegionNo>>,
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
    pub(super) fn new(
        view: &Viewport,
        ground: Vec<Option<RegionNo>>,
        strokes: impl Iterator<Item = (CellAt, Class)>,
    ) -> Self {
        let none = CellSet::none(view);
        let strokeless = vec![None; ground.len()];
        let (markers, taken) = (none.clone(), none.clone());
        let mut sheet = Self { view: view.clone(), ground, strokes: strokeless, markers, taken, filled: none };
        for (at, class) in strokes {
            if let Some(index) = sheet.view.index(at) {
                let there = sheet.strokes[index];
                sheet.strokes[index] = Some(there.map_or(class, |there| class.min(there)));
                sheet.filled.insert(at);
            }
        }
        for y in 0..view.height() {
            let mut x = 0;
            for stretch in sheet.ground[row(view, y)].chunk_by(|one, other| one.is_some() == other.is_some()) {
                let end = x + i32::try_from(stretch.len()).unwrap_or(i32::MAX);
                if stretch[0].is_some() {
                    sheet.filled.insert_all(y.into(), x, end);
                }
                x = end;
            }
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

    /// The regions whose ground the cells of a row are, left to right.
    pub(super) fn regions(&self, y: u16) -> &[Option<RegionNo>] {
        self.ground.get(row(&self.view, y)).unwrap_or_default()
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

/// The cells of a row.
fn row(view: &Viewport, y: u16) -> std::ops::Range<usize> {
    let width = usize::from(view.width());
    usize::from(y) * width..(usize::from(y) + 1) * width
}
