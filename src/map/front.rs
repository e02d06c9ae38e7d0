//! The front: `#` along the borders between regions of different holders, one cell wide and without gaps, on a band of its
//! own colour that also shows beneath names.

use crate::gazetteer::ArcNo;
use crate::picture::{Cell, Ink};

use super::canvas::{Canvas, Kind, around};
use super::looks::band;
use super::network::Network;
use super::scene::Scene;
use super::viewport::CellAt;

/// The front, over the borders that it follows.
pub(super) fn front(network: &Network, scene: &Scene<'_>, canvas: &mut Canvas) {
    let arcs = &scene.situation.front.arcs;
    let mut covered: Vec<(CellAt, Cell)> = Vec::new();
    for &arc in arcs {
        let ink = ink_of(scene, arc);
        let strokes = network.arcs.get(arc.index()).map(|drawn| &drawn.strokes);
        for &(at, _) in strokes.into_iter().flatten() {
            put(canvas, at, ink, &mut covered);
        }
    }
    let joined = network.bridges.iter().filter(|bridge| bridge.arcs.iter().all(|arc| arcs.binary_search(arc).is_ok()));
    for bridge in joined {
        let ink = ink_of(scene, bridge.arcs[0]);
        for &at in &bridge.cells {
            put(canvas, at, ink, &mut covered);
        }
    }
    for &(at, cell) in &covered {
        if spare(canvas, at) {
            let (glyph, ink) = if cell.ink() == Ink::Outline { (cell.glyph, Ink::Outline) } else { (' ', Ink::Plain) };
            canvas.put(at, glyph, ink);
            canvas.wash(at, cell.wash());
        }
    }
    for (at, _) in covered {
        // Few cells of a front have a border beside them.
        if canvas.ring(at, Kind::BORDER) != 0 {
            for at in around(at) {
                tidy(canvas, at);
            }
        }
    }
}

/// Puts the front into a cell, and remembers what it covers.
fn put(canvas: &mut Canvas, at: CellAt, ink: Ink, covered: &mut Vec<(CellAt, Cell)>) {
    if !canvas.kind(at).is(Kind::FRONT) {
        covered.extend(canvas.cell(at).map(|cell| (at, cell)));
    }
    canvas.put(at, '#', ink);
    canvas.wash(at, band(ink).unwrap_or_default());
}

/// Takes away what the front or a name has left of a border if it is a single stroke: it would be read as a dot of the
/// ground.
pub(super) fn tidy(canvas: &mut Canvas, at: CellAt) {
    if canvas.kind(at).is(Kind::BORDER) && canvas.ring(at, Kind::QUIET) == 0 {
        canvas.clear(at);
    }
}

/// Whether the front hangs together without one of its cells: whether those around it touch each other, and are more than
/// one. So a line is thinned to one cell but never broken nor shortened.
fn spare(canvas: &Canvas, at: CellAt) -> bool {
    let ring = canvas.ring(at, Kind::FRONT);
    // Two of the ring touch if they follow each other, or if only a corner lies between them. A group begins behind a side
    // without front: behind the second, fourth, sixth or last of the ring.
    let begins = !ring & (ring.rotate_right(1) | ring.rotate_right(2)) & 0b1010_1010;
    canvas.kind(at).is(Kind::FRONT) && begins.is_power_of_two() && ring.count_ones() > 1
}

/// Whether a cell shows the front.
#[cfg(test)]
pub(super) fn is_front(cell: Cell) -> bool {
    matches!(cell.ink(), Ink::Front | Ink::FrontToday)
}

/// The role of the front along an arc: whether a region on either side of it fell today.
pub(super) fn ink_of(scene: &Scene<'_>, arc: ArcNo) -> Ink {
    let regions = scene.gazetteer.borders.arc(arc).regions();
    let today = |region| scene.region(region).is_some_and(|standing| standing.today);
    if regions.into_iter().flatten().any(today) { Ink::FrontToday } else { Ink::Front }
}

#[cfg(test)]
mod tests {
    use super::super::glyphs::GlyphSet;
    use super::super::lines::Lines;
    use super::super::tests;
    use super::*;
    use crate::picture::Picture;
    use proptest::prelude::*;

    /// How many groups of cells the front falls into; cells touch at sides and corners.
    fn groups(canvas: &Canvas) -> usize {
        let mut picture = canvas.clone().into_picture();
        let (mut count, mut waiting) = (0, Vec::new());
        for y in 0..i32::from(picture.height()) {
            for x in 0..i32::from(picture.width()) {
                waiting.push((x, y));
                let mut fresh = false;
                while let Some((x, y)) = waiting.pop() {
                    if picture.cell(x, y).is_some_and(is_front) {
                        fresh = true;
                        picture.put(x, y, ' ', Ink::Plain);
                        waiting.extend(around(CellAt { x, y }).map(|at| (at.x, at.y)));
                    }
                }
                count += usize::from(fresh);
            }
        }
        count
    }

    /// How many groups the borders of the front fall into on the ground: those that share a node are in one.
    fn stretches(gazetteer: &crate::gazetteer::Gazetteer, arcs: &[ArcNo]) -> usize {
        let ends = |arc: &ArcNo| {
            let line = &gazetteer.borders.arc(*arc).line;
            [line.first(), line.last()].map(|at| at.map(|at| [at.lon().to_bits(), at.lat().to_bits()]))
        };
        let mut left: Vec<ArcNo> = arcs.to_vec();
        let mut count = 0;
        while let Some(arc) = left.pop() {
            count += 1;
            let mut reached = ends(&arc).to_vec();
            while let Some(next) = left.iter().position(|arc| ends(arc).iter().any(|end| reached.contains(end))) {
                reached.extend(ends(&left.swap_remove(next)));
            }
        }
        count
    }

    #[test]
    fn the_front_is_drawn_without_a_gap() {
        for (width, height) in [(54, 16), (76, 28), (100, 35), (129, 48), (200, 60)] {
            let (data, base) = (tests::data(), tests::base(GlyphSet::Ascii, width, height));
            let Lines::Routed(network) = &base.lines else { panic!("ASCII is routed") };
            for day in 6..=15 {
                let situation = tests::situation(data, tests::august(day));
                let mut canvas = Canvas::new(Picture::new(width, height));
                front(network, &tests::scene(&data.gazetteer, &situation), &mut canvas);
                let wanted = stretches(&data.gazetteer, &situation.front.arcs);
                let text = canvas.clone().into_picture().to_text();
                assert!(groups(&canvas) <= wanted, "{wanted} at {width}x{height}, {day} August\n{text}");
            }
        }
    }

    proptest! {
        #[test]
        fn thinning_neither_breaks_nor_removes_a_line(cells in prop::collection::vec((0_i32..9, 0_i32..6), 0..40)) {
            let mut canvas = Canvas::new(Picture::new(9, 6));
            for &(x, y) in &cells {
                canvas.put(CellAt { x, y }, '#', Ink::Front);
            }
            let before = groups(&canvas);
            for (x, y) in cells {
                if spare(&canvas, CellAt { x, y }) {
                    canvas.clear(CellAt { x, y });
                }
            }
            prop_assert_eq!(groups(&canvas), before);
        }
    }
}
