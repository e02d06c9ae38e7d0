//! The borders of a view as a glyph set draws them: in strokes or in dots.

#[cfg(test)]
use crate::gazetteer::ArcNo;
use crate::gazetteer::Gazetteer;

#[cfg(test)]
use super::bridges::Bridge;
use super::chain::Class;
use super::glyphs::GlyphSet;
use super::ground::{self, Split};
use super::network::Network;
use super::raster::{Part, Raster};
use super::sheet::Sheet;
use super::viewport::{CellAt, Viewport};

/// All borders of a view.
#[derive(Clone, Debug)]
pub(super) enum Lines {
    /// In strokes.
    Routed(Network),
    /// In dots, with the cells that two grounds share.
    Dotted(Raster, Vec<Split>),
}

impl Lines {
    /// The borders of a gazetteer, and the sheet with them.
    pub(super) fn new(gazetteer: &Gazetteer, view: &Viewport, glyphs: GlyphSet) -> (Self, Sheet) {
        let Some(grid) = glyphs.grid() else {
            let network = Network::new(&gazetteer.borders, view);
            let ground = ground::ground(gazetteer, &network, view);
            let lines = Self::Routed(network);
            let sheet = Sheet::new(view, ground, &lines.strokes());
            return (lines, sheet);
        };
        let raster = Raster::new(&gazetteer.borders, view, grid);
        let (ground, splits) = ground::shares(gazetteer, &raster, view);
        let lines = Self::Dotted(raster, splits);
        let sheet = Sheet::new(view, ground, &lines.strokes());
        (lines, sheet)
    }

    /// The cells that the front may take where it runs along some arcs, in ascending order.
    #[cfg(test)]
    pub(super) fn front(&self, arcs: &[ArcNo]) -> std::collections::BTreeSet<CellAt> {
        match self {
            Self::Routed(network) => {
                let both = |bridge: &&Bridge| bridge.arcs.iter().all(|arc| arcs.contains(arc));
                let bridged = network.bridges.iter().filter(both).flat_map(|bridge| bridge.cells.iter().copied());
                let cells = |arc: &ArcNo| network.arcs[arc.index()].strokes.iter().map(|stroke| stroke.0);
                arcs.iter().flat_map(cells).chain(bridged).collect()
            }
            Self::Dotted(raster, _) => {
                let thick = arcs.iter().flat_map(|arc| &raster.arcs[arc.index()].thick);
                thick.map(|(at, _)| *at).collect()
            }
        }
    }

    /// Every cell that a border runs through, with what it is.
    pub(super) fn strokes(&self) -> Vec<(CellAt, Class)> {
        match self {
            Self::Routed(network) => {
                let drawn = network.arcs.iter().zip(&network.classes).filter_map(|(arc, class)| Some((arc, (*class)?)));
                drawn.flat_map(|(arc, class)| arc.strokes.iter().map(move |stroke| (stroke.0, class))).collect()
            }
            Self::Dotted(raster, _) => {
                let class = |part: &Part| raster.classes[part.arc];
                raster.cells().filter_map(|(at, parts)| Some((at, parts.iter().filter_map(class).min()?))).collect()
            }
        }
    }
}
