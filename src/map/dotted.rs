//! Borders, front and grounds in dots. What depends on the view alone is in the [`Raster`]; a day only joins it.

use crate::gazetteer::{ArcNo, RegionNo};
use crate::picture::{Dots, Ink, Picture, Wash};
use crate::situation::Standing;

use super::base::Base;
use super::chain::Class;
use super::front::ink_of;
use super::glyphs::GlyphSet;
use super::ground::Split;
use super::layer::Layer;
use super::looks::{fill, takes_fill, wash};
use super::pockets;
use super::raster::Raster;
use super::scene::Scene;
use super::trace::{Trace, Traces};
use super::viewport::CellAt;

/// Draws the lines and the grounds of a day.
pub(super) fn draw(base: &Base, raster: &Raster, splits: &[Split], scene: &Scene<'_>, picture: &mut Picture) {
    let mut sheet = DotSheet::new(base, picture);
    let shows = |layer| scene.layers.has(layer);
    if shows(Layer::Regions) {
        sheet.borders(raster, scene);
    }
    for (arc, party) in pockets::outline(scene).into_iter().filter(|_| shows(Layer::Pockets)) {
        // Broken, so that it is not taken for the front; the gaps come round every four cells whichever way it runs.
        let ring = raster.arcs[arc.index()].thick.iter().filter(|(at, _)| (at.x + 2 * at.y) & 2 == 0);
        sheet.lay(ring, Ink::Pocket(party.role()));
    }
    // What fell today comes last, so that a cell that it shares with an older front is its own.
    for ink in [Ink::Front, Ink::FrontToday].into_iter().filter(|_| shows(Layer::Front)) {
        for &arc in scene.situation.front.arcs.iter().filter(|&&arc| ink_of(scene, arc) == ink) {
            if let Some(arc) = raster.arcs.get(arc.index()) {
                sheet.lay(arc.thick.iter(), ink);
            }
        }
    }
    if shows(Layer::Regions) {
        sheet.grounds(scene);
        sheet.shared(splits, scene);
    }
}

/// A picture with the dots that are in its cells.
struct DotSheet<'a> {
    base: &'a Base,
    picture: &'a mut Picture,
    drawn: Vec<Dots>,
}

impl<'a> DotSheet<'a> {
    fn new(base: &'a Base, picture: &'a mut Picture) -> Self {
        let cells = usize::from(base.view.width()) * usize::from(base.view.height());
        Self { base, picture, drawn: vec![Dots::NONE; cells] }
    }

    /// Draws the borders that are no front.
    fn borders(&mut self, raster: &Raster, scene: &Scene<'_>) {
        let front = &scene.situation.front.arcs;
        let drawn = raster.arcs.iter().zip(&raster.classes).enumerate();
        let quiet = drawn.filter(|(index, _)| front.binary_search(&ArcNo::from_index(*index)).is_err());
        // Where the grounds of blocks have colours, their edges are the outline.
        let edged = self.base.glyphs == GlyphSet::Block && !scene.patterned;
        // On a narrow panel box-drawing lines would crowd it.
        let crowded = self.base.glyphs == GlyphSet::Block && self.base.view.narrow();
        let left_out = if edged { Some(Class::Outline) } else { None };
        let shown = |class: Option<Class>| class != left_out && !(crowded && class == Some(Class::Inner));
        let arcs = || quiet.clone().filter(|(_, (_, class))| class.is_some() && shown(**class));
        let mut traces = vec![Traces::default(); self.drawn.len()];
        for (_, (arc, class)) in arcs() {
            for (at, trace) in &arc.thin {
                if let Some(index) = self.base.view.index(*at) {
                    traces[index].add(*trace, *class);
                }
            }
        }
        for &(at, _) in arcs().flat_map(|(_, (arc, _))| &arc.thin) {
            if let Some(index) = self.base.view.index(at) {
                self.border(at, traces[index], raster, scene);
            }
        }
    }

    /// Draws the borders of a cell.
    fn border(&mut self, at: CellAt, traces: Traces, raster: &Raster, scene: &Scene<'_>) {
        let holder =
            || self.base.sheet.region(at).and_then(|region| scene.region(region)).map(|standing| standing.holder);
        let ink = if traces.outline != Trace::default() {
            Ink::Outline
        } else if self.base.glyphs == GlyphSet::Block {
            Ink::Border
        } else {
            holder().map_or(Ink::Border, |party| Ink::Seam(party.role()))
        };
        // Where tones cannot part them, the borders within are broken lines.
        let dashes = if scene.patterned { raster.grid.dashes(at) } else { Dots::ALL };
        let (glyph, dots) = self.base.glyphs.border(traces, dashes);
        self.put(at, glyph, dots, ink);
    }

    /// Puts dots in a cell in the place of those that are there.
    fn put(&mut self, at: CellAt, glyph: char, dots: Dots, ink: Ink) {
        if let Some(index) = self.base.view.index(at) {
            self.drawn[index] = dots;
            self.picture.put(at.x, at.y, glyph, ink);
        }
    }

    /// Lays a thick line over what is there. A cell has one ink: of thinner lines it shows nothing, of thick ones all.
    fn lay<'c>(&mut self, cells: impl Iterator<Item = &'c (CellAt, Dots)>, ink: Ink) {
        for &(at, dots) in cells {
            let heavy = |ink| matches!(ink, Ink::Front | Ink::FrontToday | Ink::Pocket(_));
            let there = self.picture.cell(at.x, at.y).filter(|cell| heavy(cell.ink()));
            let joined = there.and(self.base.view.index(at)).map_or(dots, |index| self.drawn[index].with(dots));
            self.put(at, self.base.glyphs.glyph(joined), joined, ink);
        }
    }

    /// The wash of every cell; without colours the pattern of those that no line runs through.
    fn grounds(&mut self, scene: &Scene<'_>) {
        let width = i32::from(self.base.view.width());
        for y in 0..i32::from(self.base.view.height()) {
            for x in 0..width {
                let at = CellAt { x, y };
                let Some(standing) = self.base.sheet.region(at).and_then(|region| scene.region(region)) else {
                    continue;
                };
                self.picture.wash(x, y, wash(standing));
                let blank = self.picture.cell(at.x, at.y).is_some_and(takes_fill);
                if scene.patterned && blank {
                    self.pattern(at, standing);
                }
            }
        }
    }

    /// The pattern of a cell without lines.
    fn pattern(&mut self, at: CellAt, standing: &Standing) {
        if let Some(ink) = fill(standing, at) {
            self.picture.put(at.x, at.y, self.base.glyphs.pattern(), ink);
        }
    }

    /// The cells that two grounds share: the smaller part as a shape on the other's wash or, where a line hides most of
    /// that, the wash of what is seen more of.
    fn shared(&mut self, splits: &[Split], scene: &Scene<'_>) {
        for split in splits {
            let own = ground(scene, self.base.sheet.region(split.at));
            let other = ground(scene, split.other);
            let Some(index) = self.base.view.index(split.at).filter(|_| own != other) else { continue };
            let drawn = self.drawn[index];
            if self.picture.cell(split.at.x, split.at.y).is_some_and(takes_fill) && !scene.patterned {
                // Bare ground has no colour that a character could have: it is always the wash.
                let (dots, ink, wash) = match other {
                    Wash::Bare => (Dots::ALL.without(split.dots), own, other),
                    _ => (split.dots, other, own),
                };
                self.picture.put(split.at.x, split.at.y, self.base.glyphs.glyph(dots), Ink::Ground(ink));
                self.picture.wash(split.at.x, split.at.y, wash);
            } else if split.dots.without(drawn).count() > Dots::ALL.without(split.dots).without(drawn).count() {
                self.picture.wash(split.at.x, split.at.y, other);
            }
        }
    }
}

/// The wash of a region's ground; bare for what is no region's.
fn ground(scene: &Scene<'_>, region: Option<RegionNo>) -> Wash {
    region.and_then(|region| scene.region(region)).map_or(Wash::Bare, wash)
}
