//! A position on the globe.

use geo::line_measures::Distance;
use geo::{Geodesic, Haversine, Point};

/// The ellipsoid of WGS 84: its radius at the equator, and its first eccentricity, squared.
const EQUATOR_KM: f64 = 6378.137;
const ECCENTRICITY_SQUARED: f64 = 0.006_694_379_990_14;

/// Degrees up to which two positions are close, and from which on it is close to a pole.
const CLOSE: f64 = 0.2;
const POLAR: f64 = 75.0;

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

    /// A position that may lie a hair beyond the globe, as rounding leaves it; none if it lies farther off.
    #[must_use]
    pub fn near(lon: f64, lat: f64) -> Option<Self> {
        const HAIR: f64 = 1e-6;
        let within =
            |degree: f64, most: f64| if degree.abs() <= most + HAIR { degree.clamp(-most, most) } else { degree };
        Self::new(lon, lat).or_else(|| Self::new(within(lon, 180.0), within(lat, 90.0)))
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

    /// The geodesic distance to `other` in kilometres (WGS 84): by Karney's method, and where the two are close by the
    /// ellipsoid's curvature half way, which gives the same to a hundred thousandth and takes a thirtieth of the work.
    #[must_use]
    pub fn distance_km(self, other: Self) -> f64 {
        self.close_km(other).unwrap_or_else(|| Geodesic.distance(self.point(), other.point()) / 1000.0)
    }

    /// The distance on a sphere: within a hundredth of the geodesic one, and far quicker.
    #[must_use]
    pub fn roughly_km(self, other: Self) -> f64 {
        Haversine.distance(self.point(), other.point()) / 1000.0
    }

    fn point(self) -> Point {
        Point::new(self.lon, self.lat)
    }

    /// The distance of two positions that are close to each other and not close to a pole (Gauss's mid-latitude method).
    fn close_km(self, other: Self) -> Option<f64> {
        let (across, down) = (other.lon - self.lon, other.lat - self.lat);
        let middle = f64::midpoint(self.lat, other.lat);
        if across.abs() > CLOSE || down.abs() > CLOSE || middle.abs() > POLAR {
            return None;
        }
        let (sine, cosine) = middle.to_radians().sin_cos();
        let flat = 1.0 - ECCENTRICITY_SQUARED * sine * sine;
        let east_west = EQUATOR_KM / flat.sqrt() * cosine * across.to_radians();
        let north_south = EQUATOR_KM * (1.0 - ECCENTRICITY_SQUARED) / (flat * flat.sqrt()) * down.to_radians();
        Some((east_west * east_west + north_south * north_south).sqrt())
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
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn close_positions_are_as_far_apart_as_the_geodesic_says(
            lon in -179.0..179.0_f64, lat in -75.0..74.8_f64, across in -0.2..0.2_f64, down in 0.0..0.2_f64,
        ) {
            let one = LonLat::new(lon, lat).expect("a position");
            let other = LonLat::new(lon + across, lat + down).expect("a position");
            let exact = Geodesic.distance(one.point(), other.point()) / 1000.0;
            prop_assert!((one.distance_km(other) - exact).abs() <= exact * 1e-5 + 1e-9, "{one} {other}");
        }

        #[test]
        fn a_sphere_is_within_a_hundredth(from in (-180.0..180.0_f64, -90.0..90.0_f64), to in (-180.0..180.0_f64, -90.0..90.0_f64)) {
            let [one, other] = [from, to].map(|(lon, lat)| LonLat::new(lon, lat).expect("a position"));
            let exact = one.distance_km(other);
            prop_assert!((one.roughly_km(other) - exact).abs() <= exact * 0.01, "{one} {other}");
        }
    }

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
