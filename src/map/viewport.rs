//! From the globe to the panel: which ground is shown, and how large.
//!
//! The plane has its origin in the upper left corner of the panel. Its unit is one column; a row is two units high, since
//! a cell of a terminal is about twice as high as wide.

use crate::dataset::Magnify;
use crate::gazetteer::{Gazetteer, Ground, LonLat};

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

    /// The position as far from `origin` as this one is from the origin of the plane.
    pub(super) fn from(self, origin: Self) -> Self {
        Self { x: origin.x + self.x, y: origin.y + self.y }
    }

    /// The distance to another position, in columns.
    pub(super) fn distance(self, other: Self) -> f64 {
        (self.x - other.x).hypot(self.y - other.y)
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
    pub(super) fn middle(self) -> PlanePoint {
        PlanePoint { x: f64::from(self.x) + 0.5, y: f64::from(self.y) * 2.0 + 1.0 }
    }
}

#[expect(clippy::cast_possible_truncation, reason = "a cast of floats saturates, and nothing is painted out there")]
fn floor(value: f64) -> i32 {
    value.floor() as i32
}

/// A view: the size of the panel and the ground that fills it.
#[derive(Clone, PartialEq, Debug)]
pub struct Viewport {
    width: u16,
    height: u16,
    lon: Axis,
    lat: Axis,
}

impl Viewport {
    /// The view in which all regions and places fill a panel of `width` × `height` cells.
    ///
    /// A degree of longitude is shorter than one of latitude by the cosine of the middle latitude. Where the panel is
    /// wider than the ground, the ground is drawn up to a fifth wider than it is. `magnify` applies to small panels and
    /// fades out on large ones.
    #[must_use]
    pub fn fit(gazetteer: &Gazetteer, magnify: &Magnify, width: u16, height: u16) -> Self {
        let [west, south, east, north] = extent(gazetteer);
        let strength = strength(width);
        let mut lon = Axis::new(&magnify.lon, strength);
        let mut lat = Axis::new(&magnify.lat, strength);
        let shrink = f64::midpoint(south, north).to_radians().cos().max(0.01);
        // A stroke stands in the middle of its cell: half a cell is kept free on each side.
        let room = [f64::from(width) - 1.0, f64::from(height) * 2.0 - 2.0].map(|room| room.max(1.0));
        let [across, down] = [lon.span(west, east) * shrink, lat.span(south, north)];
        let scale = (room[0] / across).min(room[1] / down);
        let stretch = (room[0] / (across * scale)).clamp(1.0, WIDEST);
        lon.place([west, east], scale * shrink * stretch, f64::from(width) / 2.0);
        lat.place([south, north], -scale, f64::from(height));
        Self { width, height, lon, lat }
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
        PlanePoint { x: self.lon.at(at.lon()), y: self.lat.at(at.lat()) }
    }

    /// Whether a cell lies on the panel.
    #[must_use]
    pub fn holds(&self, at: CellAt) -> bool {
        (0..i32::from(self.width)).contains(&at.x) && (0..i32::from(self.height)).contains(&at.y)
    }

    /// Whether parts of the ground are drawn larger than others.
    #[must_use]
    pub fn magnified(&self) -> bool {
        self.lon.bent() || self.lat.bent()
    }

    /// How many kilometres a column stands for, in the middle of the ground; none if the scale has no meaning.
    #[must_use]
    pub fn km_per_column(&self) -> Option<f64> {
        let (lon, lat) = (self.lon.middle(), self.lat.middle());
        let step = 0.1;
        let [west, east] = [lon - step, lon + step].map(|lon| LonLat::new(lon, lat));
        let (west, east) = (west?, east?);
        let columns = self.plane(east).x - self.plane(west).x;
        let km = west.distance_km(east) / columns;
        (km.is_finite() && km > 0.0).then_some(km)
    }
}

/// How strongly small provinces are magnified on a panel of so many columns: in full up to 55, not at all from 180 on.
fn strength(width: u16) -> f64 {
    const KNOTS: [(f64, f64); 4] = [(55.0, 1.0), (76.0, 0.85), (130.0, 0.35), (180.0, 0.0)];
    let width = f64::from(width);
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
    let own = |sides: &[Ground; 2]| sides.iter().any(|side| matches!(side, Ground::Region(_)));
    let arcs = gazetteer.borders.arcs().iter().filter(|arc| own(&arc.sides));
    let places = gazetteer.places.iter().map(|place| place.position);
    let all = arcs.flat_map(|arc| arc.line.iter().copied()).chain(places);
    let bounds = all.fold(None, |bounds: Option<[f64; 4]>, at| {
        let [west, south, east, north] = bounds.unwrap_or([at.lon(), at.lat(), at.lon(), at.lat()]);
        Some([west.min(at.lon()), south.min(at.lat()), east.max(at.lon()), north.max(at.lat())])
    });
    let Some([west, south, east, north]) = bounds else { return [-180.0, -90.0, 180.0, 90.0] };
    let pad = |low: f64, high: f64| (LEAST_EXTENT - (high - low)).max(0.0) / 2.0;
    let (across, down) = (pad(west, east), pad(south, north));
    [west - across, south - down, east + across, north + down]
}
