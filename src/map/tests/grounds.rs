//! Grounds: that they are the same whichever way borders are drawn.

use crate::gazetteer::LonLat;
use crate::map::lines::Lines;
use crate::map::sheet::Sheet;
use crate::map::{Camera, CellAt, GlyphSet, Viewport};

use super::data;

/// The grounds of a view, as a set of characters draws its borders.
fn sheet(camera: Camera, (width, height): (u16, u16), glyphs: GlyphSet) -> Sheet {
    let data = data();
    let view = Viewport::new(&data.gazetteer, &data.magnify, camera, width, height);
    Lines::new(&data.gazetteer, &view, glyphs).1
}

/// The middle of a block of three by three cells all of which have one ground in strokes and another in dots. Strokes stand
/// up to a cell off the true line, so that cells along it differ, but no such block does.
fn torn(camera: Camera, size: (u16, u16)) -> Option<CellAt> {
    let [strokes, dots] = [GlyphSet::Ascii, GlyphSet::Octant].map(|glyphs| sheet(camera, size, glyphs));
    let differs = |at: CellAt| strokes.region(at) != dots.region(at);
    let block = |at: CellAt| (-1..=1).flat_map(move |y| (-1..=1).map(move |x| CellAt { x: at.x + x, y: at.y + y }));
    let (right, bottom) = (i32::from(size.0) - 1, i32::from(size.1) - 1);
    let mut middles = (1..bottom).flat_map(|y| (1..right).map(move |x| CellAt { x, y }));
    middles.find(|&at| block(at).all(differs))
}

#[test]
fn strokes_enclose_the_same_ground_as_dots_however_close() {
    let longitudes = (0..8_i32).map(|index| 61.5 + 1.8 * f64::from(index));
    let centres = longitudes.flat_map(|lon| (0..6_i32).map(move |index| (lon, 30.0 + 1.6 * f64::from(index))));
    for (index, (lon, lat)) in (0..).zip(centres) {
        // At each centre every other zoom, so that neighbours have different ones.
        for zoom in (3..=8).filter(|zoom| (zoom + index) % 2 == 0) {
            let torn = torn(Camera { zoom, centre: LonLat::new(lon, lat) }, (76, 28));
            assert_eq!(torn, None, "zoom {zoom} of {lon} {lat}");
        }
    }
}
