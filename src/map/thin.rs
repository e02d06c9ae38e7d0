//! Thin lines: the borders of the regions in dots, drawn once a view. A day changes them only where the front runs, which
//! takes its own arcs out of them, and in the ink of the seams.

use crate::gazetteer::{ArcNo, RegionNo};
use crate::picture::{Cell, Dots, Ink, Picture};

use super::base::Base;
use super::chain::Class;
use super::glyphs::GlyphSet;
use super::raster::{Part, Raster};
use super::trace::{Trace, Traces};
use super::viewport::CellAt;

/// The borders of a view in dots; none where they are not shown.
#[derive(Clone, Debug, Default)]
pub(super) struct Thin {
    /// By arc number, whether it is drawn.
    shown: Vec<bool>,
    /// Whether the borders within are broken lines, since tones cannot part them.
    broken: bool,
    /// By cell, row by row, the dots in it.
    pub(super) dots: Vec<Dots>,
    /// The cells whose ink tells who holds the ground.
    pub(super) seams: Vec<(CellAt, RegionNo)>,
}

/// What borders look like in a cell.
pub(super) struct Look {
    pub(super) glyph: char,
    pub(super) dots: Dots,
    pub(super) ink: Ink,
}

impl Thin {
    /// Draws the borders of a view.
    pub(super) fn new(base: &Base, raster: &Raster, patterned: bool, picture: &mut Picture) -> Self {
        let blocks = base.glyphs == GlyphSet::Block;
        // Where the grounds of blocks have colours, their edges are the outline.
        let left_out = if blocks && !patterned { Some(Class::Outline) } else { None };
        // On a narrow panel box-drawing lines would crowd it.
        let crowded = blocks && base.view.narrow();
        let is_drawn = |class: Class| Some(class) != left_out && !(crowded && class == Class::Inner);
        let shown = raster.classes.iter().map(|class| class.is_some_and(is_drawn)).collect();
        let cells = usize::from(base.view.width()) * usize::from(base.view.height());
        let mut thin = Self { shown, broken: patterned, dots: vec![Dots::NONE; cells], seams: Vec::new() };
        for (at, parts) in raster.cells() {
            let Some((look, index)) = thin.look(base, raster, (at, parts), &[]).zip(base.view.index(at)) else {
                continue;
            };
            let look = over(base.glyphs, look, picture.cell(at.x, at.y));
            thin.dots[index] = look.dots;
            picture.put(at.x, at.y, look.glyph, look.ink);
            // The lines of blocks are narrower than a dot: they have a colour of their own.
            let region = base.sheet.region(at).filter(|_| !blocks && look.ink == Ink::Border);
            thin.seams.extend(region.map(|region| (at, region)));
        }
        thin
    }

    /// What is left of the borders of a cell without the arcs of a front; none if nothing is.
    pub(super) fn without(&self, base: &Base, raster: &Raster, at: CellAt, front: &[ArcNo]) -> Option<Look> {
        self.look(base, raster, (at, raster.parts(base.view.index(at)?)), front)
    }

    fn look(&self, base: &Base, raster: &Raster, (at, parts): (CellAt, &[Part]), front: &[ArcNo]) -> Option<Look> {
        let mut traces = Traces::default();
        let quiet = |part: &&Part| self.shown[part.arc] && !front.iter().any(|arc| arc.index() == part.arc);
        for part in parts.iter().filter(quiet) {
            traces.add(part.trace, raster.classes[part.arc]);
        }
        if traces == Traces::default() {
            return None;
        }
        let ink = if traces.outline == Trace::default() { Ink::Border } else { Ink::Outline };
        let dashes = if self.broken { raster.grid.dashes(at) } else { Dots::ALL };
        let (glyph, dots) = base.glyphs.border(traces, dashes);
        Some(Look { glyph, dots, ink })
    }
}

/// A border between regions over a river: their dots together, in the ink of the river, which would be broken else.
fn over(glyphs: GlyphSet, border: Look, there: Option<Cell>) -> Look {
    let dots = |cell: Cell| match glyphs {
        GlyphSet::Braille => Dots::of_braille(cell.glyph),
        GlyphSet::Octant => Dots::of_blocks(cell.glyph),
        GlyphSet::Ascii | GlyphSet::Block => None,
    };
    let beneath = there.filter(|cell| border.ink == Ink::Border && cell.ink() == Ink::River);
    beneath.and_then(|cell| Some((dots(cell)?.with(border.dots), cell.ink()))).map_or(border, |(dots, ink)| Look {
        glyph: glyphs.glyph(dots),
        dots,
        ink,
    })
}
