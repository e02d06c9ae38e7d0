//! The map as a whole: what a reader gets from it, and what must hold at any size.

mod grounds;
mod sets;
mod strokes;

use std::collections::BTreeSet;

use proptest::prelude::*;

use crate::chronicle::{Reading, Tracks};
use crate::dataset::{Dataset, Terrain};
use crate::gazetteer::{Gazetteer, LonLat, Neighbour, Place, PlaceNo};
use crate::picture::{Cell, Ink, Picture, Wash};
use crate::situation::{Situation, Status};
use crate::time::Day;

use super::reader::Page;
use super::viewport::CellAt;
use super::{
    Base, Beneath, CLOSEST, Camera, GlyphSet, Grounds, Magnify, Portrayal, Scene, Tiles, Viewport, draw, draw_tiles,
};

/// The day of August 2021.
pub(super) fn august(day: u8) -> Day {
    Day::parse(&format!("2021-08-{day:02}")).expect("a day")
}

pub(super) fn data() -> &'static Dataset {
    static DATA: std::sync::LazyLock<Dataset> =
        std::sync::LazyLock::new(|| Dataset::embedded().expect("the shipped data"));
    &DATA
}

pub(super) fn situation(data: &Dataset, day: Day) -> Situation {
    let tracks = Tracks::new(&data.chronicle, data.gazetteer.places.len(), Reading::Settled);
    Situation::at(&data.gazetteer, &data.chronicle, &tracks, day)
}

/// The base of all the shipped data.
pub(super) fn base(glyphs: GlyphSet, width: u16, height: u16) -> Base {
    let data = data();
    Base::new(&data.gazetteer, Viewport::fit(&data.gazetteer, &data.magnify, width, height), glyphs)
}

/// What lies beneath a base by default, in colours.
pub(super) fn beneath(gazetteer: &Gazetteer, base: &Base) -> Beneath {
    Beneath::new(gazetteer, &Terrain::default(), base, Portrayal::default())
}

/// The same where patterns tell grounds apart.
pub(super) fn plain(gazetteer: &Gazetteer, base: &Base) -> Beneath {
    Beneath::new(
        gazetteer,
        &Terrain::default(),
        base,
        Portrayal { grounds: Grounds::Patterned, ..Portrayal::default() },
    )
}

/// What is shown by default, in colours.
pub(super) fn scene<'a>(gazetteer: &'a Gazetteer, situation: &'a Situation) -> Scene<'a> {
    Scene { gazetteer, situation, selected: None, changed: None }
}

fn paint(data: &Dataset, base: &Base, situation: &Situation) -> Picture {
    draw(base, &beneath(&data.gazetteer, base), &scene(&data.gazetteer, situation))
}

/// The text of a map with the signs of every set as those of ASCII, and blanks for dots, blocks and lines.
fn in_ascii(text: &str) -> String {
    let ascii = |glyph| match glyph {
        '○' => 'o',
        '●' => 'x',
        '◆' => 'X',
        '★' => '@',
        '╱' => '/',
        '╲' => '\\',
        glyph if glyph.is_ascii() => glyph,
        _ => ' ',
    };
    text.chars().map(ascii).collect()
}

/// How many places a reader of the plain text finds, each with the right status.
fn readable(glyphs: GlyphSet, (width, height): (u16, u16), day: u8) -> usize {
    let data = data();
    let situation = situation(data, august(day));
    let base = base(glyphs, width, height);
    let scene = scene(&data.gazetteer, &situation);
    let text = in_ascii(&draw(&base, &plain(&data.gazetteer, &base), &scene).to_text());
    let page = Page::new(&text);
    let mut count = 0;
    for (place, standing) in data.gazetteer.numbers().zip(&situation.standings) {
        let row = data.gazetteer.place(place);
        let read = page.read(&[&row.name, &row.short, &row.code]);
        let Some(read) = read.unwrap_or_else(|fault| panic!("{fault}\n{text}")) else { continue };
        let seat = data.gazetteer.seat == Some(place);
        let marker = match standing.status {
            Status::Held if seat => '@',
            Status::Held => 'o',
            Status::Contested => '!',
            Status::Disputed => '?',
            Status::Fallen if standing.today => 'X',
            Status::Fallen => 'x',
        };
        let mark = match standing.status {
            Status::Held => None,
            _ if seat => Some('@'),
            _ => standing.doubtful.then_some('?'),
        };
        assert_eq!((read.marker, read.mark), (marker, mark), "{}\n{text}", row.name);
        count += 1;
    }
    count
}

#[test]
fn a_reader_of_plain_text_gets_every_status() {
    for (width, height) in [(76, 28), (100, 35), (129, 48), (200, 60)] {
        for day in [5, 8, 12, 14, 15] {
            assert_eq!(readable(GlyphSet::Ascii, (width, height), day), 34, "{width}x{height}, {day} August");
        }
    }
}

#[test]
fn what_fell_today_or_is_selected_is_named_though_others_make_way() {
    let data = data();
    // How many have no name when nothing has happened; of these, when they fall; and when they are selected: for them there is
    // the grid of tiles.
    let counts = [(3, 2, 1), (3, 1, 1), (2, 0, 0), (2, 0, 0)];
    for ((glyphs, name), expected) in GlyphSet::NAMES.into_iter().zip(counts) {
        let base = base(glyphs, 54, 16);
        let beneath = beneath(&data.gazetteer, &base);
        let without = |place: &PlaceNo| base.labels[place.index()].is_none();
        let nameless: Vec<PlaceNo> = data.gazetteer.numbers().filter(without).collect();
        let named = |place: PlaceNo, day: u8, selected| {
            let situation = situation(data, august(day));
            let scene = Scene { selected, ..scene(&data.gazetteer, &situation) };
            let text = draw(&base, &beneath, &scene).to_text();
            let Place { name, short, code, .. } = data.gazetteer.place(place);
            [name, short, code].into_iter().any(|form| !form.is_empty() && text.contains(form.as_str()))
        };
        let fell = |place: PlaceNo| (6..=15).find(|&day| situation(data, august(day)).today.contains(&place));
        let fallen = nameless.iter().filter(|&&place| fell(place).is_none_or(|day| !named(place, day, None))).count();
        let selected = nameless.iter().filter(|&&place| !named(place, 5, Some(place))).count();
        assert_eq!((nameless.len(), fallen, selected), expected, "{name}");
    }
}

#[test]
fn a_small_map_names_nearly_all_places_and_marks_every_one() {
    let data = data();
    for day in [5, 8, 12, 14, 15] {
        assert!(readable(GlyphSet::Ascii, (54, 16), day) >= 31, "{day} August");
    }
    let base = base(GlyphSet::Ascii, 54, 16);
    let cells: BTreeSet<CellAt> = data.gazetteer.numbers().filter_map(|place| base.spot(place)).collect();
    assert_eq!(cells.len(), 34);
}

#[test]
fn names_and_markers_stand_still_while_days_pass() {
    let data = data();
    let base = base(GlyphSet::Ascii, 76, 28);
    let plain = |day: u8| paint(data, &base, &situation(data, august(day)));
    let (before, after) = (plain(5), plain(15));
    for label in base.labels.iter().flatten() {
        for x in label.stand.at.x..label.stand.end() {
            assert_eq!(
                before.cell(x, label.stand.at.y).map(|cell| cell.glyph),
                after.cell(x, label.stand.at.y).map(|cell| cell.glyph)
            );
        }
    }
}

#[test]
fn every_region_has_its_wash_and_the_neighbours_none() {
    let data = data();
    let base = base(GlyphSet::Ascii, 76, 28);
    let picture = paint(data, &base, &situation(data, august(12)));
    assert!(matches!(base.region_at(9, 13), Some(region) if &*data.gazetteer.region(region).name == "Herat"));
    assert!(matches!(picture.cell(9, 13).map(Cell::wash), Some(Wash::Today(1))));
    assert_eq!(picture.cell(0, 0).map(Cell::wash), Some(Wash::Bare));
    let washed = data.gazetteer.regions.len()
        - (0..34)
            .filter(|&index| {
                !(0..28).any(|y| (0..76).any(|x| base.region_at(x, y).is_some_and(|region| region.index() == index)))
            })
            .count();
    assert_eq!(washed, 34);
}

#[test]
fn the_front_of_strokes_is_a_band_that_goes_on_beneath_names() {
    let data = data();
    let picture = paint(data, &base(GlyphSet::Ascii, 130, 47), &situation(data, august(12)));
    let band = |wash| matches!(wash, Wash::Front | Wash::FrontToday);
    let cells: Vec<_> = (0..picture.height()).flat_map(|y| picture.row(y).to_vec()).collect();
    for cell in &cells {
        match cell.ink() {
            Ink::Front => assert_eq!(cell.wash(), Wash::Front),
            Ink::FrontToday => assert_eq!(cell.wash(), Wash::FrontToday),
            Ink::Label | Ink::LabelToday => {}
            _ => assert!(!band(cell.wash()) || cell.glyph == ' ', "{cell:?}"),
        }
    }
    assert!(cells.iter().any(|cell| cell.ink() == Ink::Label && band(cell.wash())), "a name stands on the front");
    let dotted = paint(data, &base(GlyphSet::Octant, 130, 47), &situation(data, august(12)));
    assert!((0..47).all(|y| dotted.row(y).iter().all(|cell| !band(cell.wash()))), "dots have the shape of the front");
}

#[test]
fn what_is_under_the_pointer_is_found() {
    let data = data();
    let base = base(GlyphSet::Ascii, 76, 28);
    for place in data.gazetteer.numbers() {
        let spot = base.spot(place).expect("a marker");
        assert_eq!(base.place_at(spot.x, spot.y), Some(place));
        let label = base.labels[place.index()].as_ref().expect("a name");
        assert_eq!(base.place_at(label.stand.at.x, label.stand.at.y), Some(place));
    }
    assert_eq!(base.place_at(-1, 0), None);
    assert_eq!(base.region_at(-1, 0), None);
    assert_eq!(base.region_at(i32::MAX, i32::MAX), None);
}

#[test]
fn the_selected_place_stands_out() {
    let data = data();
    let base = base(GlyphSet::Ascii, 76, 28);
    let situation = situation(data, august(12));
    let kabul = data.gazetteer.by_id("kabul");
    let picture =
        draw(&base, &beneath(&data.gazetteer, &base), &Scene { selected: kabul, ..scene(&data.gazetteer, &situation) });
    let cells = (0..28).flat_map(|y| picture.row(y).iter().copied()).filter(|cell| cell.ink() == Ink::Selected);
    assert_eq!(cells.map(|cell| cell.glyph).collect::<String>(), "Kabul@");
}

#[test]
fn any_size_can_be_drawn() {
    let data = data();
    let situation = situation(data, august(12));
    let small = (0..14).flat_map(|width| (0..8).map(move |height| (width, height)));
    for (width, height) in small.chain([(2, 40), (90, 1), (31, 5), (300, 8), (60, 90)]) {
        let picture = paint(data, &base(GlyphSet::Ascii, width, height), &situation);
        assert_eq!((picture.width(), picture.height()), (width, height));
    }
}

#[test]
fn little_or_nothing_can_be_drawn() {
    let data = data();
    let situation = situation(data, august(12));
    let empty = Gazetteer::default();
    let mut alone = Gazetteer { places: data.gazetteer.places[..1].to_vec(), ..Gazetteer::default() };
    alone.places[0].region = None;
    for gazetteer in [empty, alone] {
        let base = Base::new(&gazetteer, Viewport::fit(&gazetteer, &Magnify::default(), 40, 12), GlyphSet::Ascii);
        let standings = situation.standings[..gazetteer.places.len()].to_vec();
        let mut situation = Situation { standings, ..situation.clone() };
        situation.front.arcs.clear();
        let picture = draw(&base, &beneath(&gazetteer, &base), &scene(&gazetteer, &situation));
        assert_eq!(picture.height(), 12);
    }
}

/// A place like another one, somewhere else.
fn moved(place: &Place, lon: f64, lat: f64) -> Place {
    Place { position: LonLat::new(lon, lat).expect("a position"), region: None, ..place.clone() }
}

#[test]
fn thousands_of_places_are_drawn_and_counted() {
    let data = data();
    let grid = (0..5_000_i32).map(|index| (60.0 + 0.15 * f64::from(index % 100), 29.0 + 0.19 * f64::from(index / 100)));
    let places: Vec<Place> = grid.map(|(lon, lat)| moved(&data.gazetteer.places[0], lon, lat)).collect();
    let standing = situation(data, august(12)).standings[0].clone();
    let situation = Situation { standings: vec![standing; places.len()], ..situation(data, august(12)) };
    let gazetteer = Gazetteer { places, ..Gazetteer::clone(&data.gazetteer) };
    let drawn = || {
        let started = std::time::Instant::now();
        let base = Base::new(&gazetteer, Viewport::fit(&gazetteer, &data.magnify, 76, 28), GlyphSet::Ascii);
        let picture = draw(&base, &beneath(&gazetteer, &base), &scene(&gazetteer, &situation));
        (started.elapsed(), base, picture)
    };
    // A machine that is busy may be late once, not five times.
    let soon = (0..5).map(|_| drawn()).find(|(took, ..)| took.as_secs() < 5);
    let (_, base, picture) = soon.expect("less than five seconds, even without optimisation");
    assert!(base.spots.crowds.iter().map(|(_, places)| places.len()).sum::<usize>() > 1_000);
    assert!(picture.to_text().contains('9'));
}

#[test]
fn letters_of_neighbours_keep_their_marks() {
    let mut gazetteer = Gazetteer::clone(&data().gazetteer);
    for neighbour in &mut gazetteer.borders.neighbours {
        neighbour.name = "Q\u{302}in".into();
    }
    let base = Base::new(&gazetteer, Viewport::fit(&gazetteer, &data().magnify, 130, 47), GlyphSet::Ascii);
    let names: Vec<&str> = base.abroad.names.iter().map(|(_, name)| name.as_str()).collect();
    assert!(names.contains(&"Q\u{302} I N"), "{names:?}");
}

#[test]
fn a_neighbour_in_the_middle_of_which_one_sees_no_more_has_its_name_at_the_edge() {
    let data = data();
    let mut gazetteer = Gazetteer { places: data.gazetteer.places.clone(), ..Gazetteer::default() };
    let view = Viewport::fit(&gazetteer, &Magnify::default(), 130, 47);
    let mut names = |x: i32, y: i32| {
        let label = view.lonlat(CellAt { x, y }.middle());
        gazetteer.borders.neighbours = vec![Neighbour { name: "Far".into(), label, rings: Vec::new() }];
        Base::new(&gazetteer, view.clone(), GlyphSet::Ascii).abroad.names
    };
    let far = |x, y| vec![(CellAt { x, y }, "F A R".to_owned())];
    assert_eq!([names(-5, 8), names(20, -3), names(134, 20)], [far(1, 8), far(18, 0), far(124, 20)]);
    assert_eq!([names(-9, 8), names(20, -4), names(138, 8), names(20, 50)], [const { Vec::new() }; 4]);
}

#[test]
fn places_in_one_cell_are_named_in_a_key() {
    let data = data();
    let place = &data.gazetteer.places[0];
    let places: Vec<Place> = (0..18).map(|_| moved(place, 66.0, 33.0)).collect();
    let gazetteer = Gazetteer { places, ..Gazetteer::default() };
    let standing = situation(data, august(12)).standings[0].clone();
    let mut situation = Situation { standings: vec![standing; 18], ..situation(data, august(12)) };
    situation.front.arcs.clear();
    let base = Base::new(&gazetteer, Viewport::fit(&gazetteer, &Magnify::default(), 70, 12), GlyphSet::Ascii);
    let text = draw(&base, &beneath(&gazetteer, &base), &scene(&gazetteer, &situation)).to_text();
    // Fifteen cells within reach hold one place each; the other three share the wanted cell with the one that has it.
    assert!(text.contains("4 = "), "{text}");
    assert_eq!(base.spots.crowds[0].1.len(), 4);
}

proptest! {
    #[test]
    fn the_ground_under_the_pointer_stays_while_the_map_comes_closer(
        zoom in 0..CLOSEST, lon in 61.0..74.0_f64, lat in 30.0..38.0_f64, x in 0..76, y in 0..30,
    ) {
        let data = data();
        let camera = Camera { zoom, centre: LonLat::new(lon, lat) };
        let view = Viewport::new(&data.gazetteer, &data.magnify, camera, 76, 30);
        let anchor = CellAt { x, y };
        let held = view.lonlat(anchor.middle()).expect("on the globe");
        let camera = view.zoomed(&data.gazetteer, &data.magnify, 1, anchor);
        let closer = Viewport::new(&data.gazetteer, &data.magnify, camera, 76, 30);
        prop_assert!(closer.plane(held).distance(anchor.middle()) < 1e-6);
    }

    #[test]
    fn one_cannot_get_lost(zoom in 0..=CLOSEST, moves in proptest::collection::vec((-90..90, -40..40), 0..6)) {
        let data = data();
        let all = Viewport::fit(&data.gazetteer, &data.magnify, 76, 30);
        let new = |camera| Viewport::new(&data.gazetteer, &data.magnify, camera, 76, 30);
        let mut view = new(Camera { zoom, centre: LonLat::new(69.0, 34.5) });
        for (columns, rows) in moves {
            view = new(view.panned(columns, rows));
        }
        for corner in [CellAt { x: 0, y: 0 }, CellAt { x: 75, y: 29 }] {
            let seen = all.plane(view.lonlat(corner.middle()).expect("on the globe")).cell();
            prop_assert!(all.holds(seen), "{corner:?} shows {seen:?}");
        }
    }
}

#[test]
fn every_place_has_its_tile_on_any_screen() {
    let data = data();
    for (width, height) in [(40, 5), (54, 16), (76, 30), (130, 47), (400, 100)] {
        let tiles = Tiles::new(&data.gazetteer, width, height);
        let situation = situation(data, august(12));
        let picture = draw_tiles(&tiles, GlyphSet::Ascii, Grounds::Coloured, &scene(&data.gazetteer, &situation));
        let cells = (0..i32::from(height)).flat_map(|y| (0..i32::from(width)).map(move |x| (x, y)));
        let is_marker = |(x, y): &(i32, i32)| {
            let cell = picture.cell(*x, *y).expect("a cell");
            let marker = matches!(cell.ink(), Ink::Held | Ink::Seat | Ink::Contested | Ink::Fallen(_) | Ink::Today(_));
            marker || (cell.ink() == Ink::Disputed && cell.glyph == '?')
        };
        let marked: Vec<_> = cells.filter(is_marker).filter_map(|(x, y)| tiles.place_at(x, y)).collect();
        let all: BTreeSet<_> = marked.iter().collect();
        assert_eq!((marked.len(), all.len()), (34, 34), "{width}x{height}\n{}", picture.to_text());
    }
}

#[test]
fn a_grid_of_anything_can_be_drawn() {
    let data = data();
    let mut gazetteer = Gazetteer::clone(&data.gazetteer);
    for (width, height) in [(0, 0), (1, 1), (7, 2), (39, 4)] {
        let situation = situation(data, august(12));
        let tiles = Tiles::new(&gazetteer, width, height);
        let picture = draw_tiles(&tiles, GlyphSet::Ascii, Grounds::Coloured, &scene(&gazetteer, &situation));
        assert_eq!((picture.width(), picture.height()), (width, height));
    }
    gazetteer.places.clear();
    assert_eq!(Tiles::new(&gazetteer, 40, 12).place_at(3, 3), None);
}
