//! What a view shows on any day: borders, ground, marker spots, names, legend. Computed once a view and kept.

use crate::gazetteer::{Gazetteer, PlaceNo, RegionNo};

use super::abroad::Abroad;
use super::glyphs::GlyphSet;
use super::keys::{Key, keys};
use super::label::Label;
use super::labels::labels;
use super::legend::Legend;
use super::lines::Lines;
use super::sheet::Sheet;
use super::spots::{Spots, spots};
use super::viewport::{CellAt, Viewport};

/// Everything on the map that depends on the view alone.
#[derive(Clone, Debug)]
pub struct Base {
    pub(super) view: Viewport,
    pub(super) glyphs: GlyphSet,
    pub(super) lines: Lines,
    pub(super) sheet: Sheet,
    pub(super) spots: Spots,
    pub(super) labels: Vec<Option<Label>>,
    pub(super) keys: Vec<Key>,
    pub(super) legend: Legend,
    pub(super) abroad: Abroad,
}

impl Base {
    /// The base of a gazetteer in a view, drawn in a set of characters.
    #[must_use]
    pub fn new(gazetteer: &Gazetteer, view: Viewport, glyphs: GlyphSet) -> Self {
        let (lines, mut sheet) = Lines::new(gazetteer, &view, glyphs);
        let spots = spots(gazetteer, &view, &mut sheet);
        // The legend lies outside of the country, where few names do: it comes first so that every view has one.
        let legend = Legend::new(gazetteer, &view, &mut sheet);
        let keys = keys(gazetteer, &spots, &view, &mut sheet);
        let labels = labels(gazetteer, &spots, view.height(), &mut sheet);
        let abroad = Abroad::new(gazetteer, &view, &mut sheet);
        Self { view, glyphs, lines, sheet, spots, labels, keys, legend, abroad }
    }

    /// Whether it is the base of a view in a set of characters.
    #[must_use]
    pub fn serves(&self, view: &Viewport, glyphs: GlyphSet) -> bool {
        self.view == *view && self.glyphs == glyphs
    }

    /// The view.
    #[must_use]
    pub fn view(&self) -> &Viewport {
        &self.view
    }

    /// The place whose marker or name stands in a cell.
    #[must_use]
    pub fn place_at(&self, x: i32, y: i32) -> Option<PlaceNo> {
        let at = CellAt { x, y };
        let marked = self.spots.of.iter().position(|&spot| spot == Some(at));
        let named = || self.labels.iter().position(|label| label.as_ref().is_some_and(|label| label.stand.covers(at)));
        marked.or_else(named).map(PlaceNo::from_index)
    }

    /// The region whose ground a cell is.
    #[must_use]
    pub fn region_at(&self, x: i32, y: i32) -> Option<RegionNo> {
        self.sheet.region(CellAt { x, y })
    }

    /// The cell in which the marker of a place stands; none if the place is not in view.
    #[must_use]
    pub fn spot(&self, place: PlaceNo) -> Option<CellAt> {
        self.spots.of.get(place.index()).copied().flatten()
    }
}
