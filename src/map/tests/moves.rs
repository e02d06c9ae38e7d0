//! A map that moves by whole cells: what is drawn moves along, and must stay as sound as a map drawn afresh.

use std::collections::BTreeSet;

use proptest::prelude::*;

use crate::gazetteer::LonLat;
use crate::map::viewport::CellAt;
use crate::map::{Base, CLOSEST, Camera, GlyphSet, Viewport};

use super::{august, data, loose_ends, paint, situation};

/// A panel on which there is something to move.
const SIZE: (u16, u16) = (76, 28);

fn view(camera: Camera) -> Viewport {
    Viewport::new(&data().gazetteer, &data().magnify, camera, SIZE.0, SIZE.1)
}

fn fresh(view: Viewport) -> Base {
    Base::new(&data().gazetteer, view, GlyphSet::Ascii)
}

/// The strokes of a base on the panel.
fn strokes(base: &Base) -> BTreeSet<CellAt> {
    base.lines.strokes().map(|(at, _)| at).filter(|&at| base.view.holds(at)).collect()
}

/// How many cells have none of some others within two columns and a row.
fn alone(cells: &BTreeSet<CellAt>, others: &BTreeSet<CellAt>) -> usize {
    let near = |at: &CellAt| (-1..=1).any(|y| (-2..=2).any(|x| others.contains(&CellAt { x: at.x + x, y: at.y + y })));
    cells.iter().filter(|at| !near(at)).count()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn a_map_that_was_moved_is_as_sound_as_a_fresh_one(
        zoom in 1..=CLOSEST, lon in 62.0..73.0_f64, lat in 30.5..37.5_f64,
        moves in prop::collection::vec((-20..=20, -8..=8), 1..6),
    ) {
        let data = data();
        let mut base = fresh(view(Camera { zoom, centre: LonLat::new(lon, lat) }));
        for (columns, rows) in moves {
            let to = view(base.view.panned(columns, rows));
            let new = fresh(to.clone());
            base = base.moved(&data.gazetteer, &to, GlyphSet::Ascii).unwrap_or_else(|| new.clone());
            let (here, there) = (strokes(&base), strokes(&new));
            let stray = alone(&here, &there) + alone(&there, &here);
            let [picture, afresh] = [&base, &new].map(|base| paint(data, base, &situation(data, august(14))));
            let ((loose, all), (least, _)) = (loose_ends(&picture, &base), loose_ends(&afresh, &new));
            // Where little is drawn, two at the edge are more than one in fifty.
            prop_assert!(loose <= least + 2 + all / 50, "{loose} of {all}\n{}", picture.to_text());
            prop_assert!(stray * 50 <= here.len() + there.len() + 100, "{stray} of {}\n{}", here.len(), picture.to_text());
        }
    }
}

#[test]
fn strokes_move_along_with_the_ground() {
    let from = fresh(view(Camera { zoom: 3, centre: LonLat::new(67.0, 34.5) }));
    let to = view(from.view.panned(9, -3));
    let moved = from.moved(&data().gazetteer, &to, GlyphSet::Ascii).expect("a move by whole cells");
    let kept: BTreeSet<CellAt> = strokes(&from).iter().map(|at| CellAt { x: at.x - 9, y: at.y + 3 }).collect();
    // Far from the edges, where nothing had to be drawn anew.
    let inner = |at: &&CellAt| (14..52).contains(&at.x) && (12..20).contains(&at.y);
    let moved = strokes(&moved);
    assert!(moved.iter().filter(inner).count() > 50);
    assert_eq!(moved.iter().filter(inner).collect::<Vec<_>>(), kept.iter().filter(inner).collect::<Vec<_>>());
}

#[test]
fn a_base_serves_its_own_view_alone() {
    let from = fresh(view(Camera { zoom: 3, centre: LonLat::new(67.0, 34.5) }));
    let away = view(from.view.panned(1, 0));
    assert!(!from.serves(&away, GlyphSet::Ascii) && !from.serves(&from.view, GlyphSet::Block));
    assert!(from.serves(&view(away.panned(-1, 0)), GlyphSet::Ascii));
    let closer = view(Camera { zoom: 4, ..from.view.camera() });
    assert!(from.moved(&data().gazetteer, &closer, GlyphSet::Ascii).is_none());
}
