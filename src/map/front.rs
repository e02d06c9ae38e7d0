//! The front: `#` along the borders between regions of different holders, one cell wide and without gaps, on a band of its
//! own colour that also shows beneath names.

use crate::gazetteer::ArcNo;
use crate::picture::{Cell, Ink, Picture};

use super::looks::band;
use super::network::Network;
use super::scene::Scene;
use super::viewport::CellAt;

/// The front, over the borders that it follows.
pub(super) fn front(network: &Network, scene: &Scene<'_>, picture: &mut Picture) {
    let arcs = &scene.situation.front.arcs;
    let mut covered = Vec::new();
    let mut put = |at: CellAt, ink: Ink| {
        covered.extend(picture.cell(at.x, at.y).filter(|cell| !is_front(*cell)).map(|cell| (at, cell)));
        picture.put(at.x, at.y, '#', ink);
        picture.wash(at.x, at.y, band(ink).unwrap_or_default());
    };
    for &arc in arcs {
        let ink = ink_of(scene, arc);
        for &(at, _) in network.arcs.get(arc.index()).iter().flat_map(|drawn| &drawn.strokes) {
            put(at, ink);
        }
    }
    let joined = network.bridges.iter().filter(|bridge| bridge.arcs.iter().all(|arc| arcs.binary_search(arc).is_ok()));
    for bridge in joined {
        let ink = ink_of(scene, bridge.arcs[0]);
        bridge.cells.iter().for_each(|&at| put(at, ink));
    }
    for &(at, cell) in &covered {
        if spare(picture, at) {
            let outline = cell.ink() == Ink::Outline;
            picture.wash(at.x, at.y, cell.wash());
            picture.put(
                at.x,
                at.y,
                if outline { cell.glyph } else { ' ' },
                if outline { cell.ink() } else { Ink::Plain },
            );
        }
    }
    for (at, _) in covered {
        for (x, y) in AROUND {
            tidy(picture, CellAt { x: at.x + x, y: at.y + y });
        }
    }
}

/// Takes away what the front or a name has left of a border if it is a single stroke: it would be read as a dot of the
/// ground.
pub(super) fn tidy(picture: &mut Picture, at: CellAt) {
    let lined = |x: i32, y: i32| {
        let cell = picture.cell(x, y);
        cell.is_some_and(|cell| matches!(cell.ink(), Ink::Border | Ink::Outline | Ink::Pocket(_)))
    };
    let border = picture.cell(at.x, at.y).is_some_and(|cell| cell.ink() == Ink::Border);
    if border && !AROUND.into_iter().any(|(x, y)| lined(at.x + x, at.y + y)) {
        picture.put(at.x, at.y, ' ', Ink::Plain);
    }
}

/// Whether a cell shows the front.
pub(super) fn is_front(cell: Cell) -> bool {
    matches!(cell.ink(), Ink::Front | Ink::FrontToday)
}

/// The eight cells around a cell, in turn.
const AROUND: [(i32, i32); 8] = [(-1, -1), (0, -1), (1, -1), (1, 0), (1, 1), (0, 1), (-1, 1), (-1, 0)];

/// Whether the front hangs together without one of its cells: whether those around it touch each other, and are more than
/// one. So a line is thinned to one cell but never broken nor shortened.
fn spare(picture: &Picture, at: CellAt) -> bool {
    let front_at = |x: i32, y: i32| picture.cell(x, y).is_some_and(is_front);
    let around = AROUND.map(|(x, y)| front_at(at.x + x, at.y + y));
    // Two of the ring touch if they follow each other, or if only a corner lies between them.
    let side = |index: usize| around[index % 8];
    let groups = [1, 3, 5, 7].into_iter().filter(|&index| !side(index) && (side(index + 1) || side(index + 2))).count();
    front_at(at.x, at.y) && groups == 1 && around.into_iter().filter(|&front| front).count() > 1
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
    use proptest::prelude::*;

    /// How many groups of cells the front falls into; cells touch at sides and corners.
    fn groups(picture: &Picture) -> usize {
        let mut picture = picture.clone();
        let (mut count, mut waiting) = (0, Vec::new());
        for y in 0..i32::from(picture.height()) {
            for x in 0..i32::from(picture.width()) {
                waiting.push((x, y));
                let mut fresh = false;
                while let Some((x, y)) = waiting.pop() {
                    if picture.cell(x, y).is_some_and(is_front) {
                        fresh = true;
                        picture.put(x, y, ' ', Ink::Plain);
                        waiting.extend(AROUND.map(|(dx, dy)| (x + dx, y + dy)));
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
                let mut picture = Picture::new(width, height);
                front(network, &tests::scene(&data.gazetteer, &situation), &mut picture);
                let wanted = stretches(&data.gazetteer, &situation.front.arcs);
                let text = picture.to_text();
                assert!(groups(&picture) <= wanted, "{wanted} at {width}x{height}, {day} August\n{text}");
            }
        }
    }

    proptest! {
        #[test]
        fn thinning_neither_breaks_nor_removes_a_line(cells in prop::collection::vec((0_i32..9, 0_i32..6), 0..40)) {
            let mut picture = Picture::new(9, 6);
            for &(x, y) in &cells {
                picture.put(x, y, '#', Ink::Front);
            }
            let before = groups(&picture);
            for (x, y) in cells {
                if spare(&picture, CellAt { x, y }) {
                    picture.put(x, y, ' ', Ink::Plain);
                }
            }
            prop_assert_eq!(groups(&picture), before);
        }
    }
}
