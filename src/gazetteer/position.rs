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

/// `34.53 N, 69.17 E`.
impl std::fmt::Display for LonLat {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (north, east) = (if self.lat < 0.0 { 'S' } else { 'N' }, if self.lon < 0.0 { 'W' } else { 'E' });
        write!(out, "{:.2} {north}, {:.2} {east}", self.lat.abs(), self.lon.abs())
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

    #[test]
    fn a_position_is_told_by_its_hemispheres() {
        assert_eq!(LonLat::new(69.172, 34.528).expect("Kabul").to_string(), "34.53 N, 69.17 E");
        assert_eq!(LonLat::new(-58.38, -34.6).expect("Buenos Aires").to_string(), "34.60 S, 58.38 W");
    }

    /// Kabul to Herat: 641 476 m, as computed with other software (see the notes on the data set).
    #[test]
    fn distances_are_geodesic() {
        let kabul = LonLat::new(69.17233, 34.52813).expect("Kabul");
        let herat = LonLat::new(62.19967, 34.34817).expect("Herat");
        assert!((kabul.distance_km(herat) - 641.476).abs() < 1.0);
    }
}
