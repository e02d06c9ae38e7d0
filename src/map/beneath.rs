//! What lies beneath on any day: relief, rivers, roads, the neighbours' borders, the graticule, and over them the borders.
//! Painted once a view and kept; every day is painted on a copy.

mod borders;
mod graticule;
mod heights;
mod lines;
mod notes;
mod relief;

use crate::dataset::Terrain;
use crate::gazetteer::Gazetteer;
use crate::picture::Picture;

use super::base::Base;
use super::canvas::Canvas;
use super::chain::Class;
use super::layer::{Layer, Layers};
use super::lines::Lines;
use super::portrayal::{Grounds, Portrayal};
use super::thin::Thin;
use super::viewport::CellAt;

/// The lower layers of a view.
#[derive(Clone, Debug)]
pub struct Beneath {
    /// What every day is painted on.
    pub(super) canvas: Canvas,
    /// The borders where they are dots.
    pub(super) thin: Thin,
    /// How they are drawn, and so is every day on them.
    pub(super) portrayal: Portrayal,
}

impl Beneath {
    /// The lower layers of a base, portrayed in one way. Relief is light and shade where there are colours for it, else signs.
    #[must_use]
    pub fn new(gazetteer: &Gazetteer, terrain: &Terrain, base: &Base, portrayal: Portrayal) -> Self {
        let layers = portrayal.layers;
        let mut picture = Picture::new(base.view.width(), base.view.height());
        // From the lowest to the uppermost; the net is the lowest, since it is no part of the land.
        if layers.has(Layer::Graticule) {
            graticule::draw(base, &mut picture);
        }
        if let Some(relief) = Some(Layer::Relief).filter(|&layer| layers.has(layer)).and_then(|_| terrain.relief()) {
            relief::draw(base, relief, portrayal.grounds == Grounds::Shaded, &mut picture);
        }
        for layer in [Layer::Neighbours, Layer::Roads, Layer::Rivers] {
            if layers.has(layer) {
                lines::draw(base, terrain, layer, &mut picture);
            }
        }
        if layers.has(Layer::Relief) && layers.has(Layer::Places) {
            heights::draw(base, gazetteer, &mut picture);
        }
        notes::draw(base, layers, &mut picture);
        let mut thin = Thin::default();
        match &base.lines {
            _ if !layers.has(Layer::Regions) => {}
            Lines::Routed(network) => borders::draw(base, network, &mut picture),
            Lines::Dotted(raster, _) => thin = Thin::new(base, raster, portrayal.is_patterned(), &mut picture),
        }
        Self { canvas: Canvas::new(picture), thin, portrayal }
    }

    /// Reads what some layers are drawn from, if that was not done before, and sums up the heights for wide views.
    pub fn read(terrain: &Terrain, layers: Layers) {
        if let Some(relief) = Some(terrain).filter(|_| layers.has(Layer::Relief)).and_then(Terrain::relief) {
            let _ = relief.means(f64::INFINITY);
        }
        if [Layer::Roads, Layer::Rivers].into_iter().any(|layer| layers.has(layer)) {
            let _ = terrain.lines();
        }
    }

    /// Whether it is portrayed in this way.
    #[must_use]
    pub fn serves(&self, portrayal: Portrayal) -> bool {
        self.portrayal == portrayal
    }
}

/// Whether nothing stands in a cell nor letters beside it.
fn is_free(base: &Base, at: CellAt) -> bool {
    base.sheet.stroke(at).is_none() && is_open(base, at)
}

/// The same, but for a border between regions.
fn is_open(base: &Base, at: CellAt) -> bool {
    let lettered = || base.sheet.taken().any(at.y, at.x - 1, at.x + 2);
    base.sheet.stroke(at) != Some(Class::Outline) && !lettered() && !base.legend.holds(at)
}

#[cfg(test)]
mod tests;
