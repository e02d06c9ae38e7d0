//! What stands where on the panel, independent of the day: the ground, the strokes, markers and labels. Whoever wants a
//! place on the map asks the sheet.

use crate::gazetteer::RegionNo;

use super::chain::Class;
use super::viewport::{CellAt, Viewport};

/// Who has taken a cell.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) enum Taken {
    /// Nobody.
    #[default]
    Free,
    /// A marker.
    Marker,
    /// A letter of a label, of the legend, of a neighbour's name.
    Text,
}

/// The panel as far as it depends on the view alone.
#[derive(Clone, Debug)]
pub(super) struct Sheet {
    view: Viewport,
    ground: Vec<Option<RegionNo>>,
    strokes: Vec<Option<Class>>,
    taken: Vec<Taken>,
}

impl Sheet {
    /// The sheet of a view with its ground and the cells that its borders run through.
    pub(super) fn new(
        view: &Viewport,
        ground: Vec<Option<RegionNo>>,
        strokes: impl Iterator<Item = (CellAt, Class)>,
    ) -> Self {
        let cells = ground.len();
        let mut sheet =
            Self { view: view.clone(), ground, strokes: vec![None; cells], taken: vec![Taken::Free; cells] };
        for (at, class) in strokes {
            if let Some(index) = sheet.index(at) {
                let there = sheet.strokes[index];
                sheet.strokes[index] = Some(there.map_or(class, |there| class.min(there)));
            }
        }
        sheet
    }

    fn index(&self, at: CellAt) -> Option<usize> {
        self.view.index(at)
    }

    /// Whether the panel shows the outline and the front alone.
    pub(super) fn narrow(&self) -> bool {
        self.view.narrow()
    }

    /// Whether a cell lies on the panel.
    pub(super) fn holds(&self, at: CellAt) -> bool {
        self.view.holds(at)
    }

    /// The region whose ground a cell is.
    pub(super) fn region(&self, at: CellAt) -> Option<RegionNo> {
        self.index(at).and_then(|index| self.ground[index])
    }

    /// The regions whose ground the cells of a row are, left to right.
    pub(super) fn regions(&self, y: u16) -> &[Option<RegionNo>] {
        let width = usize::from(self.view.width());
        self.ground.get(usize::from(y) * width..(usize::from(y) + 1) * width).unwrap_or_default()
    }

    /// What border runs through a cell; of several the outline.
    pub(super) fn stroke(&self, at: CellAt) -> Option<Class> {
        self.index(at).and_then(|index| self.strokes[index])
    }

    /// Whether a cell is taken in this way; cells outside of the panel are free.
    pub(super) fn is(&self, at: CellAt, taken: Taken) -> bool {
        self.index(at).is_some_and(|index| self.taken[index] == taken)
    }

    /// Takes a cell.
    pub(super) fn take(&mut self, at: CellAt, taken: Taken) {
        if let Some(index) = self.index(at) {
            self.taken[index] = taken;
        }
    }

    /// Whether nothing is in a cell: no ground, no stroke, no marker, no letter.
    pub(super) fn empty(&self, at: CellAt) -> bool {
        self.index(at).is_some_and(|index| {
            self.ground[index].is_none() && self.strokes[index].is_none() && self.taken[index] == Taken::Free
        })
    }
}
