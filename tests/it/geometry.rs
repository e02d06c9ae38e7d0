//! Outlines from strangers: drawn right, or refused with the outline and the reason.

use std::fmt::Write as _;

use frontline::chronicle::{Reading, Tracks};
use frontline::dataset::Dataset;
use frontline::gazetteer::{LonLat, RegionNo};
use frontline::map::{Base, Beneath, CellAt, GlyphSet, Grounds, Layers, Portrayal, Scene, Viewport, draw};
use frontline::picture::{Ink, Picture};
use frontline::situation::Situation;
use proptest::prelude::*;
use tempfile::TempDir;

use crate::towns::{self, TWO_PARTIES};

type Ring<'a> = &'a [(f64, f64)];

/// A region of a test: the rings of its outline, every one a polygon of its own unless they are its holes.
struct Outline<'a> {
    rings: &'a [Ring<'a>],
    holed: bool,
    capital: (f64, f64),
}

/// A region of one ring or of several parts.
fn region<'a>(rings: &'a [Ring<'a>], capital: (f64, f64)) -> Outline<'a> {
    Outline { rings, holed: false, capital }
}

/// A folder with these regions, `r0`, `r1` and so on, with their capitals.
fn folder(regions: &[Outline<'_>]) -> TempDir {
    let (mut arcs, mut shapes) = (Vec::new(), Vec::new());
    let (mut places, mut rows) = (String::from("id,name,lon,lat,region\n"), String::from("id,name,capital\n"));
    for (number, region) in regions.iter().enumerate() {
        let first = arcs.len();
        for ring in region.rings {
            let closed = ring.iter().chain(ring.first()).map(|(lon, lat)| format!("[{lon},{lat}]"));
            arcs.push(format!("[{}]", closed.collect::<Vec<_>>().join(",")));
        }
        let rings: Vec<String> = (first..arcs.len()).map(|arc| format!("[{arc}]")).collect();
        let polygons = if region.holed {
            format!("[{}]", rings.join(","))
        } else {
            rings.iter().map(|ring| format!("[{ring}]")).collect::<Vec<_>>().join(",")
        };
        shapes.push(format!("{{\"type\":\"MultiPolygon\",\"id\":\"r{number}\",\"arcs\":[{polygons}]}}"));
        let (lon, lat) = region.capital;
        writeln!(places, "p{number},Place {number},{lon},{lat},r{number}").expect("text");
        writeln!(rows, "r{number},Region {number},p{number}").expect("text");
    }
    write(&places, &rows, &topology(&arcs.join(","), &shapes.join(",")))
}

fn topology(arcs: &str, shapes: &str) -> String {
    format!(
        "{{\"type\":\"Topology\",\"arcs\":[{arcs}],\"objects\":{{\"regions\":{{\"type\":\"GeometryCollection\",\
         \"geometries\":[{shapes}]}}}}}}"
    )
}

fn write(places: &str, regions: &str, topology: &str) -> TempDir {
    towns::folder([
        ("dataset.toml", TWO_PARTIES),
        ("places.csv", places),
        ("regions.csv", regions),
        ("regions.topojson", topology),
        ("events.csv", "id,kind,place,date,party\nfall,capture,p0,1900-01-02,red\n"),
    ])
}

fn open(regions: &[Outline<'_>]) -> Dataset {
    Dataset::open(folder(regions).path()).unwrap_or_else(|problems| panic!("{problems}"))
}

/// What is wrong with a folder.
#[track_caller]
fn refused(regions: &[Outline<'_>]) -> String {
    Dataset::open(folder(regions).path()).map(drop).expect_err("a problem").to_string()
}

fn base(dataset: &Dataset, size: (u16, u16), glyphs: GlyphSet) -> Base {
    Base::new(&dataset.gazetteer, Viewport::fit(&dataset.gazetteer, &dataset.magnify, size.0, size.1), glyphs)
}

fn paint(dataset: &Dataset, base: &Base) -> Picture {
    let tracks = Tracks::new(&dataset.chronicle, dataset.gazetteer.places.len(), Reading::Settled);
    let situation = Situation::at(&dataset.gazetteer, &dataset.chronicle, &tracks, dataset.opening);
    let all = Layers::parse("relief,rivers,roads,neighbours,regions,front,pockets,places,graticule").expect("layers");
    let beneath =
        Beneath::new(&dataset.gazetteer, &dataset.terrain, base, Portrayal { layers: all, grounds: Grounds::Shaded });
    let scene = Scene { gazetteer: &dataset.gazetteer, situation: &situation, selected: None, changed: None };
    draw(base, &beneath, &scene)
}

fn at(lon: f64, lat: f64) -> LonLat {
    LonLat::new(lon, lat).expect("a position")
}

fn cell(base: &Base, lon: f64, lat: f64) -> CellAt {
    base.view().plane(at(lon, lat)).cell()
}

fn ground(base: &Base, lon: f64, lat: f64) -> Option<RegionNo> {
    let cell = cell(base, lon, lat);
    base.region_at(cell.x, cell.y)
}

const SQUARE: Ring<'_> = &[(10.0, 50.0), (12.0, 50.0), (12.0, 52.0), (10.0, 52.0)];

fn turned(ring: Ring<'_>) -> Vec<(f64, f64)> {
    ring.iter().rev().copied().collect()
}

#[test]
fn it_does_not_matter_which_way_around_a_ring_runs() {
    let hole: Ring<'_> = &[(10.2, 50.2), (10.8, 50.2), (10.8, 50.8), (10.2, 50.8)];
    let (square_back, hole_back) = (turned(SQUARE), turned(hole));
    let mut areas = Vec::new();
    for rings in [[SQUARE, hole], [&square_back, hole], [SQUARE, &hole_back], [&square_back, &hole_back]] {
        let dataset = open(&[Outline { rings: &rings, holed: true, capital: (11.5, 51.5) }]);
        let base = base(&dataset, (60, 30), GlyphSet::Ascii);
        assert!(ground(&base, 11.5, 51.0).is_some() && ground(&base, 10.5, 50.5).is_none(), "a hole is no ground");
        areas.push(dataset.gazetteer.regions[0].area.expect("an area").km2());
    }
    // Two degrees by two at 51 degrees north are some 31 000 km2.
    assert!(
        areas.iter().all(|area| (area - areas[0]).abs() < 1e-6 && (28_000.0..30_500.0).contains(area)),
        "{areas:?}"
    );
}

#[test]
fn a_region_over_the_antimeridian_is_one_piece_cut_open_or_not() {
    let west: Ring<'_> = &[(177.0, -19.0), (180.0, -19.0), (180.0, -16.0), (177.0, -16.0)];
    let east: Ring<'_> = &[(-180.0, -19.0), (-178.0, -19.0), (-178.0, -16.0), (-180.0, -16.0)];
    let whole: Ring<'_> = &[(177.0, -19.0), (-178.0, -19.0), (-178.0, -16.0), (177.0, -16.0)];
    for rings in [&[west, east][..], &[whole][..]] {
        let dataset = open(&[region(rings, (178.5, -18.0))]);
        let area = dataset.gazetteer.regions[0].area.expect("an area").km2();
        assert!((170_000.0..180_000.0).contains(&area), "{area}");
        for (glyphs, name) in GlyphSet::NAMES {
            let base = base(&dataset, (70, 24), glyphs);
            let (left, right) = (cell(&base, 177.2, -17.0), cell(&base, -178.2, -17.0));
            assert!(right.x - left.x > 30, "{name}: it fills the panel");
            let picture = paint(&dataset, &base);
            for x in left.x..=right.x {
                assert!(base.region_at(x, left.y).is_some(), "{name}: ground at column {x}\n{}", picture.to_text());
                let ink = picture.cell(x, left.y).expect("a cell").ink();
                assert!(
                    !matches!(ink, Ink::Outline | Ink::Border),
                    "{name}: a line at column {x}\n{}",
                    picture.to_text()
                );
            }
            let middle = CellAt { x: right.x, y: right.y }.middle();
            let back = base.view().lonlat(middle).expect("on the globe");
            assert!((back.lon() + 178.2).abs() < 0.2, "{back}");
        }
    }
}

#[test]
fn a_region_around_a_pole_is_drawn_if_it_is_cut_open() {
    let cut: Ring<'_> = &[
        (-180.0, -70.0),
        (-90.0, -65.0),
        (0.0, -70.0),
        (90.0, -65.0),
        (180.0, -70.0),
        (180.0, -90.0),
        (-180.0, -90.0),
    ];
    let dataset = open(&[region(&[cut], (0.0, -80.0))]);
    let area = dataset.gazetteer.regions[0].area.expect("an area").km2();
    assert!((12e6..20e6).contains(&area), "{area}");
    let base = base(&dataset, (90, 24), GlyphSet::Ascii);
    for lon in [-170.0, -90.0, 1.0, 90.0, 170.0] {
        assert!(ground(&base, lon, -80.0).is_some(), "{lon}");
    }
    let around: Ring<'_> = &[(0.0, -70.0), (120.0, -70.0), (-120.0, -70.0)];
    let told = refused(&[region(&[around], (0.0, -80.0))]);
    assert!(told.contains("\"r0\" leaves the map at its edge near 70.00 S, 120.00 E (cut it open"), "{told}");
}

#[test]
fn outlines_that_enclose_no_ground_are_refused() {
    let inside = (10.0, 50.0);
    for (ring, what) in [
        (&[(10.0, 50.0), (12.0, 52.0), (12.0, 50.0), (10.0, 52.0)][..], "crosses itself near"),
        (&[(10.0, 50.0), (12.0, 52.0)][..], "encloses no ground"),
        (&[(10.0, 50.0), (10.0, 50.0)][..], "encloses no ground"),
    ] {
        let told = refused(&[region(&[ring], inside)]);
        assert!(told.starts_with("regions.topojson: the outline of \"r0\" ") && told.contains(what), "{told}");
    }
    let told = refused(&[region(&[], inside)]);
    assert!(told.starts_with("regions.topojson: the outline of \"r0\" is empty"), "{told}");
    let told = refused(&[region(&[&[]], inside)]);
    assert!(told.contains("arc 0 has fewer than two positions"), "{told}");
}

#[test]
fn coordinates_off_the_globe_are_refused_but_not_for_a_hair() {
    for corner in [(190.0, 50.0), (12.0, 91.0), (-180.1, 50.0)] {
        let told = refused(&[region(&[&[(10.0, 50.0), corner, (12.0, 52.0)]], (11.0, 51.0))]);
        assert!(told.contains("arc 0") && told.contains("not on the globe"), "{told}");
    }
    let hair: Ring<'_> = &[(178.0, 50.0), (180.000_000_1, 50.0), (180.000_000_1, 52.0), (178.0, 52.0)];
    let dataset = open(&[region(&[hair], (179.0, 51.0))]);
    assert!(ground(&base(&dataset, (60, 20), GlyphSet::Ascii), 179.5, 51.0).is_some());
}

#[test]
fn no_regions_and_one_region_can_be_drawn_at_any_size() {
    let bare =
        write("id,name,lon,lat\np0,Place 0,179.9,10\np1,Place 1,-179.9,11\n", "id,name,capital\n", &topology("", ""));
    let bare = Dataset::open(bare.path()).unwrap_or_else(|problems| panic!("{problems}"));
    for dataset in [bare, open(&[region(&[SQUARE], (11.0, 51.0))])] {
        for (glyphs, _) in GlyphSet::NAMES {
            for size in [(0, 0), (1, 1), (2, 1), (40, 8), (9, 60)] {
                let picture = paint(&dataset, &base(&dataset, size, glyphs));
                assert_eq!((picture.width(), picture.height()), size);
            }
        }
    }
}

#[test]
fn places_on_both_sides_of_the_antimeridian_stand_side_by_side() {
    let places = "id,name,lon,lat\np0,Place 0,179.5,10\np1,Place 1,-179.5,10\n";
    let folder = write(places, "id,name,capital\n", &topology("", ""));
    let dataset = Dataset::open(folder.path()).unwrap_or_else(|problems| panic!("{problems}"));
    let base = base(&dataset, (60, 20), GlyphSet::Ascii);
    let (west, east) = (cell(&base, 179.5, 10.0), cell(&base, -179.5, 10.0));
    assert!(west.x < east.x && base.view().holds(west) && base.view().holds(east), "{west:?} {east:?}");
    assert!(base.view().km_per_column().is_some_and(|km| km < 10.0));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(ProptestConfig::default().cases / 5))]
    #[test]
    fn any_outline_is_drawn_or_refused(
        corners in prop::collection::vec((-200.0..200.0_f64, -95.0..95.0_f64), 0..9),
        snapped in prop::collection::vec(any::<bool>(), 9),
        size in (0_u16..70, 0_u16..30),
    ) {
        // Half of the corners lie on the edge of the world or a pole, where trouble is.
        let corners: Vec<(f64, f64)> = corners.into_iter().zip(snapped)
            .map(|((lon, lat), snap)| if snap { (180.0_f64.copysign(lon), if lat > 80.0 { 90.0 } else { lat }) } else { (lon, lat) })
            .collect();
        let folder = folder(&[Outline { rings: &[&corners], holed: false, capital: corners.first().copied().unwrap_or((0.0, 0.0)) }]);
        match Dataset::open(folder.path()) {
            Ok(dataset) => {
                for (glyphs, _) in GlyphSet::NAMES {
                    let picture = paint(&dataset, &base(&dataset, size, glyphs));
                    prop_assert_eq!((picture.width(), picture.height()), size);
                }
                prop_assert!(dataset.gazetteer.regions[0].area.is_some_and(|area| area.km2().is_finite()));
            }
            Err(problems) => prop_assert!(problems.to_string().contains(".topojson") || problems.to_string().contains("places.csv"), "{}", problems),
        }
    }
}
