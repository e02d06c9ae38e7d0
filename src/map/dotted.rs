//! Borders, front and grounds in dots. What depends on the view alone is in the [`Raster`]; a day only joins it.

use crate::gazetteer::RegionNo;
use crate::picture::{Dots, Ink, Picture, Wash};
use crate::situation::Status;

use super::base::Base;
use super::front::ink_of;
use super::ground::Split;
use super::paint::{Scene, wash};
use super::pockets;
use super::raster::{Cells, Raster};
use super::viewport::CellAt;

/// Draws the lines and the grounds of a day.
pub(super) fn draw(base: &Base, raster: &Raster, splits: &[Split], scene: &Scene<'_>, picture: &mut Picture) {
    let mut sheet = DotSheet::new(base, picture);
    for lined in &raster.lines {
        let holder =
            base.sheet.region(lined.at).and_then(|region| scene.region(region)).map(|standing| standing.holder);
        let ink = match holder {
            _ if !lined.outline.is_none() => Ink::Outline,
            Some(party) => Ink::Seam(party.role()),
            None => Ink::Border,
        };
        sheet.put(lined.at, lined.outline.with(lined.inner), ink);
    }
    for (arc, party) in pockets::outline(scene) {
        sheet.lay(&raster.arcs[arc.index()].thick, Ink::Pocket(party.role()));
    }
    // What fell today comes last, so that a cell that it shares with an older front is its own.
    for ink in [Ink::Front, Ink::FrontToday] {
        for &arc in scene.situation.front.arcs.iter().filter(|&&arc| ink_of(scene, arc) == ink) {
            if let Some(arc) = raster.arcs.get(arc.index()) {
                sheet.lay(&arc.thick, ink);
            }
        }
    }
    sheet.grounds(scene);
    sheet.shared(splits, scene);
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

    /// Puts dots in a cell in the place of those that are there.
    fn put(&mut self, at: CellAt, dots: Dots, ink: Ink) {
        if let Some(index) = self.base.view.index(at) {
            self.drawn[index] = dots;
            self.picture.put(at.x, at.y, self.base.glyphs.glyph(dots), ink);
        }
    }

    /// Lays a thick line over what is there. A cell has one ink: of thinner lines it shows nothing, of thick ones all.
    fn lay(&mut self, cells: &Cells, ink: Ink) {
        for &(at, dots) in cells {
            let heavy = |ink| matches!(ink, Ink::Front | Ink::FrontToday | Ink::Pocket(_));
            let there = self.picture.cell(at.x, at.y).filter(|cell| heavy(cell.ink));
            let joined = there.and(self.base.view.index(at)).map_or(dots, |index| self.drawn[index].with(dots));
            self.put(at, joined, ink);
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
                let blank = self.base.view.index(at).is_some_and(|index| self.drawn[index].is_none());
                if scene.patterned && blank {
                    self.pattern(at, standing.status, standing.holder.role());
                }
            }
        }
    }

    /// The pattern of a cell without lines.
    fn pattern(&mut self, at: CellAt, status: Status, party: u8) {
        let dot = |row| self.base.lines.grid().map_or(Dots::NONE, |grid| grid.dot(0, row));
        let (dots, ink) = match status {
            Status::Fallen => (dot(0), Ink::Fill(party)),
            Status::Disputed if (at.x + 2 * (at.y % 2)).rem_euclid(4) == 0 => (dot(1), Ink::FillDisputed),
            _ => return,
        };
        self.picture.put(at.x, at.y, self.base.glyphs.glyph(dots), ink);
    }

    /// The cells that two grounds share: the smaller part as a shape on the other's wash or, where a line hides most of
    /// that, the wash of what is seen more of.
    fn shared(&mut self, splits: &[Split], scene: &Scene<'_>) {
        for split in splits {
            let own = ground(scene, self.base.sheet.region(split.at));
            let other = ground(scene, split.other);
            let Some(index) = self.base.view.index(split.at).filter(|_| own != other) else { continue };
            let drawn = self.drawn[index];
            if drawn.is_none() && !scene.patterned {
                let glyph = self.base.glyphs.glyph(split.dots);
                self.picture.put(split.at.x, split.at.y, glyph, Ink::Ground(other));
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
