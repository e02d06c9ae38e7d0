//! Front, pockets and grounds in dots, over the borders as any day shows them, which are [`Thin`].

use crate::gazetteer::{ArcNo, RegionNo};
use crate::picture::{Dots, Ink, Wash};
use crate::situation::Standing;

use super::base::Base;
use super::beneath::Beneath;
use super::canvas::{Canvas, Kind};
use super::front::ink_of;
use super::ground::Split;
use super::grounds::grounds;
use super::layer::Layer;
use super::looks::wash;
use super::pockets;
use super::raster::Raster;
use super::scene::Scene;
use super::thin::{Look, Thin};
use super::viewport::CellAt;

/// Draws the lines and the grounds of a day.
pub(super) fn draw(
    base: &Base,
    (raster, splits): (&Raster, &[Split]),
    beneath: &Beneath,
    scene: &Scene<'_>,
    canvas: &mut Canvas,
) {
    let (thin, portrayal) = (&beneath.thin, beneath.portrayal);
    let mut sheet = DotSheet::new(base, thin, scene, canvas);
    let shows = |layer| portrayal.layers.has(layer);
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
        sheet.part(raster, thin, &scene.situation.front.arcs);
        sheet.seams(thin);
        grounds(base, &sheet.standings, portrayal.is_patterned(), sheet.canvas);
        sheet.shared(splits, portrayal.is_patterned());
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
    fn new(base: &'a Base, thin: &Thin, scene: &'a Scene<'_>, canvas: &'a mut Canvas) -> Self {
        let mut drawn = thin.dots.clone();
        // Where no borders are shown there are none.
        drawn.resize(usize::from(base.view.width()) * usize::from(base.view.height()), Dots::NONE);
        Self { base, canvas, drawn, standings: scene.regions() }
    }

    /// Takes the arcs of the front out of the borders, wherever no thick line covers them.
    fn part(&mut self, raster: &Raster, thin: &Thin, front: &[ArcNo]) {
        for &at in front.iter().filter_map(|arc| raster.arcs.get(arc.index())).flat_map(|arc| &arc.thin) {
            if self.canvas.kind(at).is(Kind::HEAVY) {
                continue;
            }
            let left = thin.without(self.base, raster, at, front);
            let Look { glyph, dots, ink } = left.unwrap_or(Look { glyph: ' ', dots: Dots::NONE, ink: Ink::Plain });
            self.put(at, glyph, dots, ink);
        }
    }

    /// Gives the seams that are left the ink of who holds their ground.
    fn seams(&mut self, thin: &Thin) {
        for &(at, region) in &thin.seams {
            let standing = self.standings[region.index()].filter(|_| self.canvas.kind(at).is(Kind::BORDER));
            if let Some(standing) = standing {
                self.canvas.ink(at, Ink::Seam(standing.holder.role()));
            }
        }
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
