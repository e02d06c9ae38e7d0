//! What depends on what the map looks at: the ground that situations are drawn on.

use crate::app::Area;
use crate::dataset::Dataset;
use crate::gazetteer::{LonLat, PlaceNo};
use crate::map::{self, CellAt};
use crate::picture::Picture;
use crate::situation::{Difference, Situation};

use super::Key;

/// The tiles, or the base of the view with what lies beneath it.
#[derive(Default)]
pub(super) struct Ground {
    base: Option<map::Base>,
    beneath: Option<map::Beneath>,
    tiles: Option<map::Tiles>,
}

impl Ground {
    /// One that has a base already, whichever view it is of.
    pub(super) fn new(base: map::Base) -> Self {
        Self { base: Some(base), ..Self::default() }
    }

    /// Makes it that of a map in an area.
    pub(super) fn renew(&mut self, dataset: &Dataset, area: Area, key: Key) {
        let gazetteer = &dataset.gazetteer;
        if key.tiled {
            let kept = self.tiles.take().filter(|tiles| tiles.size() == (area.width, area.height));
            self.tiles = Some(kept.unwrap_or_else(|| map::Tiles::new(gazetteer, area.width, area.height)));
            return;
        }
        self.tiles = None;
        let view = map::Viewport::new(gazetteer, &dataset.magnify, key.camera, area.width, area.height);
        let kept = self.base.take().filter(|base| base.serves(&view, key.glyphs));
        let below = self.beneath.take().filter(|below| kept.is_some() && below.serves(key.portrayal));
        let base = kept.unwrap_or_else(|| map::Base::new(gazetteer, view, key.glyphs));
        let beneath = || map::Beneath::new(gazetteer, &dataset.terrain, &base, key.portrayal);
        self.beneath = Some(below.unwrap_or_else(beneath));
        self.base = Some(base);
    }

    /// The map of a situation: on tiles, or on the base of the view.
    pub(super) fn draw(
        &self,
        dataset: &Dataset,
        situation: &Situation,
        changed: Option<&Difference>,
        key: Key,
    ) -> Picture {
        let gazetteer = &dataset.gazetteer;
        let scene = map::Scene { gazetteer, situation, selected: key.selected, changed };
        match (&self.tiles, &self.base, &self.beneath) {
            (Some(tiles), ..) => map::draw_tiles(tiles, key.glyphs, key.portrayal.grounds, &scene),
            (None, Some(base), Some(beneath)) => map::draw(base, beneath, &scene),
            _ => Picture::default(),
        }
    }

    /// The place whose marker or name stands at a cell of the map, else the capital of the region whose ground it is.
    pub(super) fn place_at(&self, dataset: &Dataset, (column, row): (u16, u16)) -> Option<PlaceNo> {
        if let Some(tiles) = &self.tiles {
            return tiles.place_at(column.into(), row.into());
        }
        let base = self.base.as_ref()?;
        let region = || base.region_at(column.into(), row.into());
        base.place_at(column.into(), row.into()).or_else(|| dataset.gazetteer.region(region()?).capital)
    }

    /// The position of the globe at a cell of the map; tiles have none.
    pub(super) fn lonlat_at(&self, (column, row): (u16, u16)) -> Option<LonLat> {
        let base = self.base.as_ref().filter(|_| self.tiles.is_none())?;
        base.view().lonlat(CellAt { x: column.into(), y: row.into() }.middle())
    }
}
