//! From the globe to the panel: which ground is shown, and how large.
//!
//! The plane has its origin in the upper left corner of the panel. Its unit is one column; a row is two units high, since
//! a cell of a terminal is about twice as high as wide.

use crate::dataset::Magnify;
use crate::gazetteer::{Arc, Gazetteer, LonLat, Seam};

use super::axis::Axis;

/// A place where the true shape may be left: how much wider than true the country may be drawn.
const WIDEST: f64 = 1.2;

/// The least extent of the ground in degrees, so that a single place has a scale.
const LEAST_EXTENT: f64 = 0.2;

/// A position on the panel: columns from the left, half rows from the top.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct PlanePoint {
    /// Columns from the left edge.
    pub x: f64,
    /// Half rows from the upper edge.
    pub y: f64,
}

impl PlanePoint {
    /// The cell that the position falls in, which may lie outside of the panel.
    #[must_use]
    pub fn cell(self) -> CellAt {
        CellAt { x: floor(self.x), y: floor(self.y / 2.0) }
    }

    /// The whole units below the position: columns and half rows.
    pub(super) fn floor(self) -> (i32, i32) {
        (floor(self.x), floor(self.y))
    }

    /// The square of the distance to another position, in columns.
    pub(super) fn square(self, other: Self) -> f64 {
        (self.x - other.x).powi(2) + (self.y - other.y).powi(2)
    }

    /// The distance to another position, in columns.
    pub(super) fn distance(self, other: Self) -> f64 {
        self.square(other).sqrt()
    }
}

/// A cell of the panel: column and row from the upper left.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct CellAt {
    /// The column.
    pub x: i32,
    /// The row.
    pub y: i32,
}

impl CellAt {
    /// The position of the cell's middle.
    #[must_use]
    pub fn middle(self) -> PlanePoint {
        PlanePoint { x: f64::from(self.x) + 0.5, y: f64::from(self.y) * 2.0 + 1.0 }
    }
}

/// The whole number below; what lies far out is far out. Cast, then set right: rounding is a call on many a processor.
#[expect(clippy::cast_possible_truncation, reason = "a cast of floats saturates, and nothing is painted out there")]
fn floor(value: f64) -> i32 {
    let whole = value as i32;
    whole.saturating_sub(i32::from(f64::from(whole) > value))
}

/// How close a view is and what is in its middle.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct Camera {
    /// Steps closer than the view of everything: 0 to [`CLOSEST`].
    pub zoom: u8,
    /// What is in the middle; without it, and whenever the zoom is 0, the middle of everything.
    pub centre: Option<LonLat>,
}

/// How much larger the ground is drawn with every step: sixteen of them make it 18 times as large.
const ZOOM_STEP: f64 = 1.2;

/// The closest zoom. A column is then about a kilometre of a country, and its borders are not known any closer.
pub const CLOSEST: u8 = 16;

/// A view: the size of the panel and the ground that fills it.
#[derive(Clone, PartialEq, Debug)]
pub struct Viewport {
    width: u16,
    height: u16,
    zoom: u8,
    lon: Axis,
    lat: Axis,
    seam: Seam,
}

impl Viewport {
    /// The view in which all regions and places fill a panel of `width` × `height` cells.
    #[must_use]
    pub fn fit(gazetteer: &Gazetteer, magnify: &Magnify, width: u16, height: u16) -> Self {
        Self::new(gazetteer, magnify, Camera::default(), width, height)
    }

    /// The view of a camera on a panel of `width` × `height` cells. However close, it shows no ground that the view of
    /// everything does not.
    ///
    /// A degree of longitude is shorter than one of latitude by the cosine of the middle latitude. Where the panel is
    /// wider than the ground, the ground is drawn up to a fifth wider than it is. `magnify` applies to small panels and
    /// fades out on large ones, as it does the closer the camera is.
    #[must_use]
    pub fn new(gazetteer: &Gazetteer, magnify: &Magnify, camera: Camera, width: u16, height: u16) -> Self {
        let size = (width, height);
        let all = Self::at_zoom(gazetteer, magnify, 0, size);
        let Some(centre) = camera.centre.filter(|_| camera.zoom > 0) else { return all };
        let mut view = Self::at_zoom(gazetteer, magnify, camera.zoom, size);
        let (right, bottom) = (f64::from(width), f64::from(height) * 2.0);
        let bounds = [[all.lon.degree(0.0), all.lon.degree(right)], [all.lat.degree(bottom), all.lat.degree(0.0)]];
        view.lon.slide(view.seam.unrolled(centre.lon()), right / 2.0);
        view.lat.slide(centre.lat(), bottom / 2.0);
        view.lon.keep(bounds[0], right);
        view.lat.keep(bounds[1], bottom);
        view
    }

    /// The view of the whole extent, so many steps closer than what fits.
    fn at_zoom(gazetteer: &Gazetteer, magnify: &Magnify, zoom: u8, (width, height): (u16, u16)) -> Self {
        let [west, south, east, north] = extent(gazetteer);
        let closer = ZOOM_STEP.powi(zoom.into());
        let strength = strength(f64::from(width) * closer);
        let mut lon = Axis::new(&magnify.lon, strength);
        let mut lat = Axis::new(&magnify.lat, strength);
        let shrink = f64::midpoint(south, north).to_radians().cos().max(0.01);
        // A stroke stands in the middle of its cell: half a cell is kept free on each side.
        let room = [f64::from(width) - 1.0, f64::from(height) * 2.0 - 2.0].map(|room| room.max(1.0));
        let [across, down] = [lon.span(west, east) * shrink, lat.span(south, north)];
        let scale = (room[0] / across).min(room[1] / down);
        let stretch = (room[0] / (across * scale)).clamp(1.0, WIDEST);
        lon.place([west, east], scale * shrink * stretch * closer, f64::from(width) / 2.0);
        lat.place([south, north], -scale * closer, f64::from(height));
        Self { width, height, zoom, lon, lat, seam: gazetteer.seam }
    }

    /// The camera of this view.
    #[must_use]
    pub fn camera(&self) -> Camera {
        let middle = PlanePoint { x: f64::from(self.width) / 2.0, y: f64::from(self.height) };
        Camera { zoom: self.zoom, centre: self.lonlat(middle) }
    }

    /// The camera moved by so many columns and rows: what lay to the right comes to the middle.
    #[must_use]
    pub fn panned(&self, columns: i32, rows: i32) -> Camera {
        let x = f64::from(self.width) / 2.0 + f64::from(columns);
        let y = f64::from(self.height) + 2.0 * f64::from(rows);
        Camera { zoom: self.zoom, centre: self.lonlat(PlanePoint { x, y }) }
    }

    /// The position of the globe at a point of the plane; none if the plane goes on beyond the globe there.
    #[must_use]
    pub fn lonlat(&self, at: PlanePoint) -> Option<LonLat> {
        LonLat::new(self.seam.rolled(self.lon.degree(at.x))?, self.lat.degree(at.y))
    }

    /// The camera so many steps closer, or farther for a negative number, such that the ground at the anchor stays where
    /// it is as far as the bounds let it.
    #[must_use]
    pub fn zoomed(&self, gazetteer: &Gazetteer, magnify: &Magnify, steps: i8, anchor: CellAt) -> Camera {
        let zoom = self.zoom.saturating_add_signed(steps).min(CLOSEST);
        let at = anchor.middle();
        let Some(held) = self.lonlat(at) else { return self.camera() };
        let mut view = Self::at_zoom(gazetteer, magnify, zoom, (self.width, self.height));
        view.lon.slide(view.seam.unrolled(held.lon()), at.x);
        view.lat.slide(held.lat(), at.y);
        view.camera()
    }

    /// The closest camera under which all of some positions are on the panel, with a fifth of it to spare.
    #[must_use]
    pub fn around(&self, gazetteer: &Gazetteer, magnify: &Magnify, positions: &[LonLat]) -> Camera {
        let Some([west, south, east, north]) = self.seam.bounds(positions.iter().copied()) else {
            return Camera::default();
        };
        let middle = self.seam.rolled(f64::midpoint(west, east));
        let centre = middle.and_then(|lon| LonLat::new(lon, f64::midpoint(south, north)));
        let (width, height) = (f64::from(self.width), 2.0 * f64::from(self.height));
        let shows = |zoom: u8| {
            let view = Self::new(gazetteer, magnify, Camera { zoom, centre }, self.width, self.height);
            let (left, right) = (view.lon.at(west), view.lon.at(east));
            let (top, bottom) = (view.lat.at(north), view.lat.at(south));
            // The margin may be all on one side: what lies at the edge of the ground cannot come into the middle.
            let inside = left >= 0.0 && right <= width && top >= 0.0 && bottom <= height;
            inside && right - left <= width * 0.8 && bottom - top <= height * 0.8
        };
        let zoom = (1..=CLOSEST).rev().find(|&zoom| shows(zoom)).unwrap_or(0);
        Camera { zoom, centre }
    }

    /// Columns.
    #[must_use]
    pub fn width(&self) -> u16 {
        self.width
    }

    /// Rows.
    #[must_use]
    pub fn height(&self) -> u16 {
        self.height
    }

    /// Where a position of the globe stands on the panel.
    #[must_use]
    pub fn plane(&self, at: LonLat) -> PlanePoint {
        PlanePoint { x: self.lon.at(self.seam.unrolled(at.lon())), y: self.lat.at(at.lat()) }
    }

    /// Where the positions of a line stand on the panel.
    pub(super) fn line<'a>(&self, line: impl Iterator<Item = &'a LonLat>) -> impl Iterator<Item = PlanePoint> {
        let (mut x, mut y) = (self.lon.walk(), self.lat.walk());
        line.map(move |at| PlanePoint { x: x(self.seam.unrolled(at.lon())), y: y(at.lat()) })
    }

    /// Whether a cell lies on the panel.
    #[must_use]
    pub fn holds(&self, at: CellAt) -> bool {
        (0..i32::from(self.width)).contains(&at.x) && (0..i32::from(self.height)).contains(&at.y)
    }

    /// Whether a position lies on the panel.
    pub(super) fn shows(&self, at: PlanePoint) -> bool {
        at.x >= 0.0 && at.x < f64::from(self.width) && at.y >= 0.0 && at.y < 2.0 * f64::from(self.height)
    }

    /// Whether two positions both lie more than a cell beyond the same edge of the panel, and so all between them.
    pub(super) fn misses(&self, one: PlanePoint, other: PlanePoint) -> bool {
        let (right, bottom) = (f64::from(self.width), 2.0 * f64::from(self.height));
        one.x.max(other.x) < -1.0
            || one.x.min(other.x) > right + 1.0
            || one.y.max(other.y) < -2.0
            || one.y.min(other.y) > bottom + 2.0
    }

    /// The number of a cell of the panel, row by row.
    pub(super) fn index(&self, at: CellAt) -> Option<usize> {
        let index = || usize::try_from(at.y * i32::from(self.width) + at.x).unwrap_or(0);
        self.holds(at).then(index)
    }

    /// Whether the whole is drawn too small for borders between regions of one holder, so that the map shows the outline
    /// and the front alone: up to 55 columns.
    #[must_use]
    pub fn narrow(&self) -> bool {
        self.whole() <= 55.0
    }

    /// How many columns the whole takes.
    pub(super) fn whole(&self) -> f64 {
        f64::from(self.width) * self.closer()
    }

    /// How many times larger than in the view of everything the ground is drawn.
    pub(super) fn closer(&self) -> f64 {
        ZOOM_STEP.powi(self.zoom.into())
    }

    /// West, south, east and north of the panel in degrees of the plane, which may go on beyond the globe.
    pub(super) fn edges(&self) -> [f64; 4] {
        let (right, bottom) = (f64::from(self.width), 2.0 * f64::from(self.height));
        [self.lon.degree(0.0), self.lat.degree(bottom), self.lon.degree(right), self.lat.degree(0.0)]
    }

    /// Whether the bounds of a line touch the panel or a cell beside it.
    pub(super) fn touches(&self, line: &[LonLat]) -> bool {
        self.reaches(self.seam.bounds(line.iter().copied()))
    }

    /// The same of an arc, whose bounds are kept.
    pub(super) fn touches_arc(&self, arc: &Arc) -> bool {
        self.reaches(arc.bounds(self.seam))
    }

    fn reaches(&self, bounds: Option<[f64; 4]>) -> bool {
        let Some([west, south, east, north]) = bounds else { return false };
        let (right, bottom) = (f64::from(self.width), 2.0 * f64::from(self.height));
        self.lon.at(east) >= -1.0
            && self.lon.at(west) <= right + 1.0
            && self.lat.at(south) >= -2.0
            && self.lat.at(north) <= bottom + 2.0
    }

    /// Where the map is cut open.
    pub(super) fn seam(&self) -> Seam {
        self.seam
    }

    /// Which part of the ground is drawn larger than the rest, in a word; none if none is.
    #[must_use]
    pub fn magnified(&self) -> Option<&'static str> {
        let across = self.lon.peak().map(|peak| if peak < 0.0 { "west" } else { "east" });
        across.or_else(|| self.lat.peak().map(|peak| if peak < 0.0 { "south" } else { "north" }))
    }

    /// How many kilometres a column stands for, in the middle of the ground; none if the scale has no meaning.
    #[must_use]
    pub fn km_per_column(&self) -> Option<f64> {
        let (lon, lat) = (self.lon.middle(), self.lat.middle());
        let step = 0.1;
        let [west, east] = [lon - step, lon + step].map(|lon| LonLat::new(self.seam.rolled(lon)?, lat));
        let (west, east) = (west?, east?);
        let columns = self.plane(east).x - self.plane(west).x;
        let km = west.distance_km(east) / columns;
        (km.is_finite() && km > 0.0).then_some(km)
    }
}

/// How strongly small provinces are magnified where the whole takes so many columns: in full up to 55, not at all from 180
/// on.
fn strength(width: f64) -> f64 {
    const KNOTS: [(f64, f64); 4] = [(55.0, 1.0), (76.0, 0.85), (130.0, 0.35), (180.0, 0.0)];
    let after = KNOTS.iter().position(|knot| width <= knot.0);
    match after {
        None => 0.0,
        Some(0) => 1.0,
        Some(index) => {
            let (from, to) = (KNOTS[index - 1], KNOTS[index]);
            from.1 + (to.1 - from.1) * (width - from.0) / (to.0 - from.0)
        }
    }
}

/// West, south, east and north of all regions and places in degrees; the whole globe if there are none.
fn extent(gazetteer: &Gazetteer) -> [f64; 4] {
    let places = gazetteer.seam.bounds(gazetteer.places.iter().map(|place| place.position));
    let both = [gazetteer.borders.bounds(gazetteer.seam), places].into_iter().flatten();
    let [west, south, east, north] = both.reduce(Seam::wider).unwrap_or([-180.0, -90.0, 180.0, 90.0]);
    let pad = |low: f64, high: f64| (LEAST_EXTENT - (high - low)).max(0.0) / 2.0;
    let (across, down) = (pad(west, east), pad(south, north));
    [west - across, south - down, east + across, north + down]
}
