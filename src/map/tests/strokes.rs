//! Lines of ASCII strokes: that they meet each other and have no gaps.

use crate::gazetteer::{Arc, ArcNo, ArcUse, Borders, Gazetteer, Ground, LonLat, PlaceNo, Region, RegionNo};
use crate::map::chain::Class;
use crate::map::lines::Lines;
use crate::map::{Base, CLOSEST, Camera, CellAt, GlyphSet, Magnify, Scene, Viewport, draw};
use crate::picture::{Ink, Picture};

use super::{august, base, beneath, data, paint, scene, situation};

/// The cells that the ends of a stroke point to, one list an end.
fn ends(glyph: char) -> &'static [&'static [(i32, i32)]] {
    const LOWER_LEFT: &[(i32, i32)] = &[(-1, 0), (-1, 1), (0, 1)];
    const LOWER_RIGHT: &[(i32, i32)] = &[(1, 0), (1, 1), (0, 1)];
    const UPPER_LEFT: &[(i32, i32)] = &[(-1, 0), (-1, -1), (0, -1)];
    const UPPER_RIGHT: &[(i32, i32)] = &[(1, 0), (1, -1), (0, -1)];
    const LEFT: &[(i32, i32)] = &[(-1, -1), (-1, 0), (-1, 1)];
    const RIGHT: &[(i32, i32)] = &[(1, -1), (1, 0), (1, 1)];
    const ABOVE: &[(i32, i32)] = &[(-1, -1), (0, -1), (1, -1), (-1, 0), (1, 0)];
    const BELOW: &[(i32, i32)] = &[(-1, 1), (0, 1), (1, 1), (-1, 0), (1, 0)];
    match glyph {
        '_' => &[LOWER_LEFT, LOWER_RIGHT],
        '-' => &[LEFT, RIGHT],
        '/' => &[LOWER_LEFT, UPPER_RIGHT],
        '\\' => &[UPPER_LEFT, LOWER_RIGHT],
        '|' => &[ABOVE, BELOW],
        _ => &[],
    }
}

/// Whether a cell shows something other than ground: a line, a marker or a letter, which a line may end at, as it may at
/// the edge of the panel.
fn drawn(picture: &Picture, x: i32, y: i32) -> bool {
    picture.cell(x, y).is_none_or(|cell| cell.glyph != ' ' && !matches!(cell.ink(), Ink::Fill(_) | Ink::FillDisputed))
}

fn is_line(ink: Ink) -> bool {
    matches!(ink, Ink::Border | Ink::Outline | Ink::Front | Ink::FrontToday)
}

/// The line ends of a map that meet nothing, and all of them. A dot, a tick or a `#` has two, at any two neighbours.
pub(super) fn loose_ends(picture: &Picture, base: &Base) -> (usize, usize) {
    let (mut loose, mut all) = (0, 0);
    let cells = (0..i32::from(picture.height())).flat_map(|y| (0..i32::from(picture.width())).map(move |x| (x, y)));
    for (x, y) in cells {
        let line =
            picture.cell(x, y).filter(|cell| is_line(cell.ink()) && base.sheet.stroke(CellAt { x, y }).is_some());
        let Some(cell) = line else { continue };
        all += 2;
        if matches!(cell.glyph, '.' | '\'' | '#') {
            let around = (-1..=1).flat_map(|dy| (-1..=1).map(move |dx| (dx, dy))).filter(|&off| off != (0, 0));
            loose += 2_usize.saturating_sub(around.filter(|(dx, dy)| drawn(picture, x + dx, y + dy)).count());
        } else {
            let met = |end: &&&[(i32, i32)]| end.iter().any(|(dx, dy)| drawn(picture, x + dx, y + dy));
            loose += ends(cell.glyph).iter().filter(|end| !met(end)).count();
        }
    }
    (loose, all)
}

#[test]
fn lines_meet_lines() {
    let data = data();
    for (width, height) in [(55, 17), (55, 20), (76, 28), (100, 35), (130, 48)] {
        let base = base(GlyphSet::Ascii, width, height);
        for day in [1, 5, 8, 12, 14, 15] {
            let picture = paint(data, &base, &situation(data, august(day)));
            let (loose, all) = loose_ends(&picture, &base);
            assert!(loose * 100 < all, "{loose} of {all} at {width}x{height}, {day} August\n{}", picture.to_text());
        }
    }
}

#[test]
fn lines_meet_lines_however_close() {
    let data = data();
    for zoom in 1..=CLOSEST {
        for (lon, lat) in [(69.2, 34.5), (66.9, 36.2), (63.0, 32.0)] {
            let camera = Camera { zoom, centre: LonLat::new(lon, lat) };
            let base = Base::new(
                &data.gazetteer,
                Viewport::new(&data.gazetteer, &data.magnify, camera, 76, 28),
                GlyphSet::Ascii,
            );
            let picture = paint(data, &base, &situation(data, august(14)));
            let (loose, all) = loose_ends(&picture, &base);
            assert!(loose * 50 <= all, "{loose} of {all} at zoom {zoom} of {lon} {lat}\n{}", picture.to_text());
        }
    }
}

#[test]
fn a_border_has_no_gaps() {
    for (width, height) in [(30, 10), (54, 16), (76, 28), (129, 48), (200, 60)] {
        let base = base(GlyphSet::Ascii, width, height);
        let Lines::Routed(network) = &base.lines else { panic!("ASCII is routed") };
        for arc in &network.arcs {
            for pair in arc.strokes.windows(2) {
                let (one, other) = (pair[0].0, pair[1].0);
                assert!((one.x - other.x).abs() <= 1 && (one.y - other.y).abs() <= 1, "{one:?} {other:?}");
            }
        }
    }
}

#[test]
fn an_island_is_a_closed_line() {
    let corners = [(10.0, 10.0), (14.0, 10.0), (14.0, 13.0), (10.0, 13.0), (10.0, 10.0)];
    let line = corners.into_iter().filter_map(|(lon, lat)| LonLat::new(lon, lat)).collect();
    let region = data().gazetteer.regions[0].clone();
    let number = RegionNo::from_index(0);
    let arc = ArcUse { arc: ArcNo::from_index(0), reversed: false };
    let gazetteer = Gazetteer {
        regions: vec![Region { capital: None, rings: vec![vec![arc]], ..region }],
        borders: Borders::new(vec![Arc::new(line, [Ground::Region(number), Ground::Outside])], Vec::new()),
        ..Gazetteer::default()
    };
    let base = Base::new(&gazetteer, Viewport::fit(&gazetteer, &Magnify::default(), 40, 14), GlyphSet::Ascii);
    assert!(base.lines.strokes().iter().all(|(_, class)| *class == Class::Outline));
    let mut situation = situation(data(), august(1));
    situation.standings.clear();
    situation.front.arcs.clear();
    let picture = draw(
        &base,
        &beneath(&gazetteer, &base),
        &Scene { selected: Some(PlaceNo::from_index(7)), ..scene(&gazetteer, &situation) },
    );
    assert_eq!(loose_ends(&picture, &base).0, 0, "{}", picture.to_text());
}

#[test]
fn a_bridge_stands_by_a_node_however_close() {
    let data = data();
    let arcs = data.gazetteer.borders.arcs();
    let centres =
        (0..24_i32).flat_map(|x| (0..16_i32).map(move |y| (61.5 + 0.5 * f64::from(x), 30.5 + 0.5 * f64::from(y))));
    for (lon, lat) in centres {
        for zoom in [7, 11] {
            let camera = Camera { zoom, centre: LonLat::new(lon, lat) };
            let view = Viewport::new(&data.gazetteer, &data.magnify, camera, 76, 28);
            let Lines::Routed(network) = Lines::new(&data.gazetteer, &view, GlyphSet::Ascii).0 else {
                panic!("routed")
            };
            for bridge in &network.bridges {
                let ends =
                    bridge.arcs.iter().flat_map(|arc| [arcs[arc.index()].line.first(), arcs[arc.index()].line.last()]);
                let middle = bridge.cells[0].middle();
                let near = ends.flatten().any(|end| view.plane(*end).distance(middle) < 8.0);
                assert!(near, "{bridge:?} at zoom {zoom} of {lon} {lat}");
            }
        }
    }
}
