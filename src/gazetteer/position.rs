//! A position on the globe.

use geo::line_measures::Distance;
use geo::{Geodesic, Point};

/// Longitude and latitude in degrees (WGS 84): finite, within ±180 and ±90.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct LonLat {
    lon: f64,
    lat: f64,
}

impl LonLat {
    /// A position; none if it is not on the globe.
    #[must_use]
    pub fn new(lon: f64, lat: f64) -> Option<Self> {
        let on_globe = lon.is_finite() && lat.is_finite() && lon.abs() <= 180.0 && lat.abs() <= 90.0;
        on_globe.then_some(Self { lon, lat })
    }

    /// Degrees east of Greenwich.
    #[must_use]
    pub fn lon(self) -> f64 {
        self.lon
    }

    /// Degrees north of the equator.
    #[must_use]
    pub fn lat(self) -> f64 {
        self.lat
    }

    /// The geodesic distance to `other` in kilometres (Karney's method, WGS 84).
    #[must_use]
    pub fn distance_km(self, other: Self) -> f64 {
        Geodesic.distance(Point::new(self.lon, self.lat), Point::new(other.lon, other.lat)) / 1000.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_on_the_globe_is_no_position() {
        for (lon, lat) in [(200.0, 0.0), (0.0, 95.0), (f64::NAN, 0.0), (0.0, f64::INFINITY)] {
            assert!(LonLat::new(lon, lat).is_none(), "{lon} {lat}");
        }
    }

    /// Kabul to Herat: 641 476 m, as computed with other software (see the notes on the data set).
    #[test]
    fn distances_are_geodesic() {
        let kabul = LonLat::new(69.17233, 34.52813).expect("Kabul");
        let herat = LonLat::new(62.19967, 34.34817).expect("Herat");
        assert!((kabul.distance_km(herat) - 641.476).abs() < 1.0);
    }
}
