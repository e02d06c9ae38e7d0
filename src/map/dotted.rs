//! Borders, front and grounds in dots. What depends on the view alone is in the [`Raster`]; a day only joins it.

use crate::gazetteer::RegionNo;
use crate::picture::{Dots, Ink, Wash};
use crate::situation::Standing;

use super::base::Base;
use super::canvas::{Canvas, Kind};
use super::chain::Class;
use super::front::ink_of;
use super::glyphs::GlyphSet;
use super::ground::Split;
use super::grounds::grounds;
use super::layer::Layer;
use super::looks::wash;
use super::pockets;
use super::raster::Raster;
use super::scene::Scene;
use super::trace::{Trace, Traces};
use super::viewport::CellAt;

/// Draws the lines and the grounds of a day.
pub(super) fn draw(base: &Base, raster: &Raster, splits: &[Split], scene: &Scene<'_>, canvas: &mut Canvas) {
    let mut sheet = DotSheet::new(base, scene, canvas);
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
        grounds(base, &sheet.standings, scene.patterned, sheet.canvas);
        sheet.shared(splits, scene.patterned);
    }
}

/// A canvas with the dots that are in its cells.
struct DotSheet<'a> {
    base: &'a Base,
    canvas: &'a mut Canvas,
    drawn: Vec<Dots>,
    /// By region number, the standing of its capital.
    standings: Vec<Option<&'a Standing>>,
}

impl<'a> DotSheet<'a> {
    fn new(base: &'a Base, scene: &'a Scene<'_>, canvas: &'a mut Canvas) -> Self {
        let cells = usize::from(base.view.width()) * usize::from(base.view.height());
        Self { base, canvas, drawn: vec![Dots::NONE; cells], standings: scene.regions() }
    }

    /// Draws the borders that are no front.
    fn borders(&mut self, raster: &Raster, scene: &Scene<'_>) {
        // Where the grounds of blocks have colours, their edges are the outline.
        let edged = self.base.glyphs == GlyphSet::Block && !scene.patterned;
        // On a narrow panel box-drawing lines would crowd it.
        let crowded = self.base.glyphs == GlyphSet::Block && self.base.view.narrow();
        let left_out = if edged { Some(Class::Outline) } else { None };
        let shown = |class: Option<Class>| class != left_out && !(crowded && class == Some(Class::Inner));
        let mut quiet: Vec<bool> = raster.classes.iter().map(|&class| class.is_some() && shown(class)).collect();
        for arc in &scene.situation.front.arcs {
            if let Some(quiet) = quiet.get_mut(arc.index()) {
                *quiet = false;
            }
        }
        for (at, parts) in raster.cells() {
            let mut traces = Traces::default();
            for part in parts.iter().filter(|part| quiet[part.arc]) {
                traces.add(part.trace, raster.classes[part.arc]);
            }
            if traces != Traces::default() {
                self.border(at, traces, raster, scene.patterned);
            }
        }
    }

    /// Draws the borders of a cell.
    fn border(&mut self, at: CellAt, traces: Traces, raster: &Raster, patterned: bool) {
        let standing = self.base.sheet.region(at).and_then(|region| self.standings[region.index()]);
        let ink = if traces.outline != Trace::default() {
            Ink::Outline
        } else if self.base.glyphs == GlyphSet::Block {
            Ink::Border
        } else {
            standing.map_or(Ink::Border, |standing| Ink::Seam(standing.holder.role()))
        };
        // Where tones cannot part them, the borders within are broken lines.
        let dashes = if patterned { raster.grid.dashes(at) } else { Dots::ALL };
        let (glyph, dots) = self.base.glyphs.border(traces, dashes);
        self.put(at, glyph, dots, ink);
    }

    /// Puts dots in a cell in the place of those that are there.
    fn put(&mut self, at: CellAt, glyph: char, dots: Dots, ink: Ink) {
        if let Some(index) = self.base.view.index(at) {
            self.drawn[index] = dots;
            self.canvas.put(at, glyph, ink);
        }
    }

    /// Lays a thick line over what is there. A cell has one ink: of thinner lines it shows nothing, of thick ones all.
    fn lay<'c>(&mut self, cells: impl Iterator<Item = &'c (CellAt, Dots)>, ink: Ink) {
        for &(at, dots) in cells {
            let heavy = self.canvas.kind(at).is(Kind::HEAVY);
            let there = self.base.view.index(at).filter(|_| heavy).map_or(Dots::NONE, |index| self.drawn[index]);
            let joined = there.with(dots);
            self.put(at, self.base.glyphs.glyph(joined), joined, ink);
        }
    }

    /// The cells that two grounds share: the smaller part as a shape on the other's wash or, where a line hides most of
    /// that, the wash of what is seen more of.
    fn shared(&mut self, splits: &[Split], patterned: bool) {
        let washes: Vec<Wash> = self.standings.iter().map(|standing| standing.map_or(Wash::Bare, wash)).collect();
        for split in splits {
            let ground = |region: Option<RegionNo>| region.map_or(Wash::Bare, |region| washes[region.index()]);
            let (own, other) = (ground(split.own), ground(split.other));
            let Some(index) = self.base.view.index(split.at).filter(|_| own != other) else { continue };
            let drawn = self.drawn[index];
            if self.canvas.kind(split.at).is(Kind::ROOM) && !patterned {
                // Bare ground has no colour that a character could have: it is always the wash.
                let (dots, ink, wash) = match other {
                    Wash::Bare => (Dots::ALL.without(split.dots), own, other),
                    _ => (split.dots, other, own),
                };
                self.canvas.put(split.at, self.base.glyphs.glyph(dots), Ink::Ground(ink));
                self.canvas.wash(split.at, wash);
            } else if split.dots.without(drawn).count() > Dots::ALL.without(split.dots).without(drawn).count() {
                self.canvas.wash(split.at, other);
            }
        }
    }
}
