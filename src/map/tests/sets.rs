//! What must hold in every glyph set.

use std::collections::{BTreeMap, BTreeSet};

use crate::gazetteer::{Gazetteer, LonLat, Place, RegionNo};
use crate::map::front::is_front;
use crate::map::lines::Lines;
use crate::map::{Base, CLOSEST, Camera, CellAt, GlyphSet, Magnify, Viewport, draw};
use crate::picture::{Dots, Ink, Picture, Wash};
use crate::situation::{Situation, Status};

use super::{august, base, beneath, data, moved, readable, scene, situation};

/// All sets.
fn sets() -> impl Iterator<Item = GlyphSet> {
    GlyphSet::NAMES.into_iter().map(|(set, _)| set)
}

/// The map of a situation without colours.
fn plain(base: &Base, situation: &Situation) -> Picture {
    let gazetteer = &data().gazetteer;
    draw(base, &super::plain(gazetteer, base), &scene(gazetteer, situation))
}

/// The cells of a picture.
fn cells(picture: &Picture) -> impl Iterator<Item = CellAt> + use<> {
    let (width, height) = (i32::from(picture.width()), i32::from(picture.height()));
    (0..height).flat_map(move |y| (0..width).map(move |x| CellAt { x, y }))
}

#[test]
fn a_reader_of_plain_text_gets_every_status() {
    for set in sets() {
        for size in [(76, 28), (129, 48), (200, 60)] {
            for day in [8, 12, 14, 15] {
                assert_eq!(readable(set, size, day), 34, "{set:?} {size:?}, {day} August");
            }
        }
    }
}

#[test]
fn fallen_and_disputed_ground_is_told_without_colours() {
    for set in sets() {
        let base = base(set, 200, 60);
        for day in [8, 12, 14] {
            let situation = situation(data(), august(day));
            let picture = plain(&base, &situation);
            // By region, its cells with the pattern and those without anything.
            let mut grounds: BTreeMap<RegionNo, (u32, u32)> = BTreeMap::new();
            for at in cells(&picture) {
                let Some((region, cell)) = base.sheet.region(at).zip(picture.cell(at.x, at.y)) else { continue };
                let ground = grounds.entry(region).or_default();
                match cell.ink() {
                    Ink::Fill(_) | Ink::FillDisputed => ground.0 += 1,
                    Ink::Plain => ground.1 += 1,
                    _ => {}
                }
            }
            for (region, (dotted, blank)) in grounds.into_iter().filter(|(_, (dotted, blank))| dotted + blank > 20) {
                let standing = scene(&data().gazetteer, &situation).region(region).expect("a capital").clone();
                let told = match standing.status {
                    // Blanks stand beside lines, markers and names.
                    Status::Fallen => dotted > blank,
                    Status::Disputed => dotted > 0 && dotted < blank,
                    Status::Held | Status::Contested => dotted == 0,
                };
                let name = &data().gazetteer.region(region).name;
                assert!(told, "{set:?}, {day} August: {name} is {standing:?} with {dotted} dots and {blank} blanks");
            }
        }
    }
}

#[test]
fn the_front_stands_on_borders_of_different_holders() {
    for set in sets() {
        for (width, height) in [(54, 16), (76, 28), (129, 48)] {
            let base = base(set, width, height);
            for day in 6..=15 {
                let situation = situation(data(), august(day));
                let picture = plain(&base, &situation);
                let allowed = base.lines.front(&situation.front.arcs);
                for at in cells(&picture) {
                    let front = picture.cell(at.x, at.y).is_some_and(is_front) && !base.legend.covers(at);
                    assert!(!front || allowed.contains(&at), "{set:?} {at:?}\n{}", picture.to_text());
                }
            }
        }
    }
}

/// The dots of some cells as positions on the panel.
fn dots(cells: &[(CellAt, Dots)]) -> BTreeSet<(i32, i32)> {
    let eight = || (0..4_u8).flat_map(|row| [(0_u8, row), (1, row)]);
    let of = |&(at, dots): &(CellAt, Dots)| {
        let shown = eight().filter(move |&(column, row)| dots.has(column, row));
        shown.map(move |(column, row)| (2 * at.x + i32::from(column), 4 * at.y + i32::from(row)))
    };
    cells.iter().flat_map(of).collect()
}

/// How many groups dots fall into; dots touch at sides and corners.
fn groups(mut left: BTreeSet<(i32, i32)>) -> usize {
    let mut count = 0;
    while let Some(first) = left.pop_first() {
        let mut waiting = vec![first];
        while let Some((x, y)) = waiting.pop() {
            let around = (-1..=1).flat_map(|dy| (-1..=1).map(move |dx| (x + dx, y + dy)));
            waiting.extend(around.filter(|dot| left.remove(dot)));
        }
        count += 1;
    }
    count
}

#[test]
fn dots_make_lines_without_gaps_and_the_front_is_thicker() {
    for set in sets().filter(|set| *set != GlyphSet::Ascii) {
        for (width, height) in [(54, 16), (76, 28), (129, 48), (200, 60)] {
            let base = base(set, width, height);
            let Lines::Dotted(raster, _) = &base.lines else { panic!("{set:?} has dots") };
            for (index, arc) in raster.arcs.iter().enumerate() {
                let thin = raster.thin(index);
                if thin.is_empty() {
                    continue;
                }
                assert_eq!(groups(dots(&arc.thick)), 1, "{set:?} {width}x{height}");
                if raster.grid.rows == 4 {
                    let thin: Vec<_> = thin.into_iter().map(|(at, trace)| (at, Dots(trace.0))).collect();
                    let (thin, thick) = (dots(&thin), dots(&arc.thick));
                    assert_eq!(groups(thin.clone()), 1);
                    // At the edge of the panel there is no room for the second dot.
                    assert!(thin.is_subset(&thick) && thick.len() * 2 > thin.len() * 3, "{set:?} {width}x{height}");
                }
            }
        }
    }
}

#[test]
fn lines_in_blocks_lead_on_from_cell_to_cell() {
    for (width, height) in [(54, 16), (76, 28), (129, 48)] {
        let base = base(GlyphSet::Block, width, height);
        let Lines::Dotted(raster, _) = &base.lines else { panic!("blocks have dots") };
        for arc in 0..raster.arcs.len() {
            let traces: BTreeMap<CellAt, u8> = raster.thin(arc).into_iter().map(|(at, trace)| (at, trace.0)).collect();
            for (at, sides) in &traces {
                for (side, back, x, y) in [(1, 4, 0, -1), (2, 8, 1, 0), (4, 1, 0, 1), (8, 2, -1, 0)] {
                    let next = CellAt { x: at.x + x, y: at.y + y };
                    let met = traces.get(&next).is_some_and(|other| other & back != 0);
                    assert!(sides & side == 0 || met || !base.view.holds(next), "{at:?} leads to nothing at {next:?}");
                }
            }
        }
    }
}

#[test]
fn nothing_is_drawn_off_the_panel_however_close() {
    let data = data();
    for set in sets() {
        for zoom in [1, 5, 9, CLOSEST] {
            let camera = Camera { zoom, centre: LonLat::new(69.2, 34.5) };
            let view = Viewport::new(&data.gazetteer, &data.magnify, camera, 76, 28);
            let base = Base::new(&data.gazetteer, view, set);
            assert!(base.lines.strokes().iter().all(|(at, _)| base.view.holds(*at)), "{set:?} at {zoom}");
            if let Lines::Dotted(raster, splits) = &base.lines {
                let thick = raster.arcs.iter().flat_map(|arc| &arc.thick).map(|(at, _)| *at);
                assert!(thick.chain(splits.iter().map(|split| split.at)).all(|at| base.view.holds(at)));
            }
        }
    }
}

#[test]
fn names_and_leaders_cover_neither_markers_nor_each_other() {
    let data = data();
    for set in sets() {
        for (width, height) in [(30, 10), (54, 16), (76, 28), (129, 48), (200, 60)] {
            let base = base(set, width, height);
            let markers: BTreeSet<CellAt> = data.gazetteer.numbers().filter_map(|place| base.spot(place)).collect();
            let mut taken = BTreeSet::new();
            for label in base.labels.iter().flatten() {
                for (y, from, to) in label.stand.stretches() {
                    for at in (from..=to).map(|x| CellAt { x, y }) {
                        assert!(!markers.contains(&at), "{set:?}: {} covers a marker", label.text);
                        assert!(taken.insert(at), "{set:?}: {} covers another name at {width}x{height}", label.text);
                        assert!(base.view.holds(at), "{set:?}: {} leaves the panel", label.text);
                    }
                }
            }
        }
    }
}

#[test]
fn two_grounds_in_a_cell_are_both_shown() {
    let situation = situation(data(), august(12));
    for set in sets().filter(|set| *set != GlyphSet::Ascii) {
        let base = base(set, 129, 48);
        let picture = draw(&base, &beneath(&data().gazetteer, &base), &scene(&data().gazetteer, &situation));
        for cell in cells(&picture).filter_map(|at| picture.cell(at.x, at.y)) {
            if let Ink::Ground(ground) = cell.ink() {
                assert!(ground != cell.wash() && ground != Wash::Bare, "{set:?}: {cell:?}");
            }
        }
        let shared = cells(&picture).filter_map(|at| picture.cell(at.x, at.y));
        assert!(set != GlyphSet::Block || shared.filter(|cell| matches!(cell.ink(), Ink::Ground(_))).count() > 100);
    }
}

#[test]
fn any_gazetteer_can_be_drawn_at_any_size() {
    let data = data();
    let full = situation(data, august(12));
    let lone = Gazetteer { places: vec![moved(&data.gazetteer.places[0], 66.0, 33.0)], ..Gazetteer::default() };
    for set in sets() {
        for gazetteer in [&data.gazetteer, &lone, &Gazetteer::default()] {
            let standings = full.standings[..gazetteer.places.len()].to_vec();
            let mut situation = Situation { standings, ..full.clone() };
            if gazetteer.regions.is_empty() {
                (situation.front.arcs, situation.pockets) = (Vec::new(), Vec::new());
            }
            for (width, height) in [(0, 0), (0, 9), (1, 1), (2, 30), (90, 1), (31, 5), (300, 8)] {
                let base = Base::new(gazetteer, Viewport::fit(gazetteer, &Magnify::default(), width, height), set);
                let picture = draw(&base, &beneath(gazetteer, &base), &scene(gazetteer, &situation));
                assert_eq!((picture.width(), picture.height()), (width, height));
            }
        }
    }
}

#[test]
fn thousands_of_places_take_no_long_time() {
    let data = data();
    let grid = (0..5_000_i32).map(|index| (60.0 + 0.15 * f64::from(index % 100), 29.0 + 0.19 * f64::from(index / 100)));
    let places: Vec<Place> = grid.map(|(lon, lat)| moved(&data.gazetteer.places[0], lon, lat)).collect();
    let gazetteer = Gazetteer { places, ..Gazetteer::clone(&data.gazetteer) };
    for set in sets() {
        let started = std::time::Instant::now();
        let base = Base::new(&gazetteer, Viewport::fit(&gazetteer, &data.magnify, 200, 60), set);
        assert_eq!(base.spots.of.iter().flatten().count(), 5_000);
        assert!(started.elapsed().as_secs() < 10, "{set:?}, even without optimisation on a busy machine");
    }
}
