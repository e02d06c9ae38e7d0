//! Where a flat map of the globe is cut open.

use super::LonLat;

/// The meridian at the western edge of a map, in degrees. Where the ground lies on both sides of the antimeridian, the
/// map is cut on the far side of the globe instead, so that it stays in one piece.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Seam(f64);

impl Default for Seam {
    fn default() -> Self {
        Self(-180.0)
    }
}

impl Seam {
    /// The seam for some lines: the antimeridian if they reach less than half around the globe without it, else the middle
    /// of the widest stretch of longitudes that none of them touches.
    #[must_use]
    pub fn of<'a>(lines: impl Iterator<Item = &'a [LonLat]> + Clone) -> Self {
        let longitudes = lines.clone().flatten().map(|at| at.lon());
        let (west, east) =
            longitudes.fold((f64::INFINITY, f64::NEG_INFINITY), |(west, east), lon| (west.min(lon), east.max(lon)));
        if east - west <= 180.0 { Self::default() } else { Self::between(covered(lines)) }
    }

    /// The middle of the widest gap between stretches of longitudes, the way around the back of the map excepted.
    fn between(mut stretches: Vec<[f64; 2]>) -> Self {
        stretches.sort_by(|one, other| one[0].total_cmp(&other[0]));
        let mut reach = f64::NEG_INFINITY;
        let (first, mut widest) = (stretches.first().map_or(0.0, |stretch| stretch[0]), (0.0, 0.0));
        for [west, east] in stretches {
            if west - reach > widest.0 && reach.is_finite() {
                widest = (west - reach, f64::midpoint(reach, west));
            }
            reach = reach.max(east);
        }
        // To leave the map cut at the antimeridian is as good as any gap that is not wider than what lies free there.
        if widest.0 > 360.0 - (reach - first) { Self(widest.1) } else { Self::default() }
    }

    /// A longitude in degrees east of where the map begins: the map runs from the seam to the seam plus 360.
    #[must_use]
    pub fn unrolled(self, lon: f64) -> f64 {
        if lon < self.0 { lon + 360.0 } else { lon }
    }

    /// The longitude at a degree of the map; none beyond its edges.
    #[must_use]
    pub fn rolled(self, degree: f64) -> Option<f64> {
        let on_map = (self.0..=self.0 + 360.0).contains(&degree);
        on_map.then_some(if degree > 180.0 { degree - 360.0 } else { degree })
    }

    /// West, south, east and north of some positions in degrees of the map; none of none.
    #[must_use]
    pub fn bounds(self, positions: impl IntoIterator<Item = LonLat>) -> Option<[f64; 4]> {
        positions.into_iter().fold(None, |bounds: Option<[f64; 4]>, at| {
            let (lon, lat) = (self.unrolled(at.lon()), at.lat());
            let [west, south, east, north] = bounds.unwrap_or([lon, lat, lon, lat]);
            Some([west.min(lon), south.min(lat), east.max(lon), north.max(lat)])
        })
    }

    /// The bounds of two bounds.
    #[must_use]
    pub fn wider(one: [f64; 4], other: [f64; 4]) -> [f64; 4] {
        [one[0].min(other[0]), one[1].min(other[1]), one[2].max(other[2]), one[3].max(other[3])]
    }

    /// Whether the map is cut between two positions that follow each other: it would draw a line from edge to edge.
    #[must_use]
    pub fn parts(self, one: LonLat, other: LonLat) -> bool {
        (self.unrolled(one.lon()) - self.unrolled(other.lon())).abs() > 180.0
    }
}

/// The stretches of longitudes that lines run over, from west to east. A piece that is longer than half the globe goes
/// the other way around, over the antimeridian; but one along the edge of the world runs over all.
fn covered<'a>(lines: impl Iterator<Item = &'a [LonLat]>) -> Vec<[f64; 2]> {
    let mut stretches = Vec::new();
    for line in lines {
        stretches.extend(line.first().map(|at| [at.lon(); 2]));
        for pair in line.windows(2) {
            let (west, east) = (pair[0].lon().min(pair[1].lon()), pair[0].lon().max(pair[1].lon()));
            if east - west <= 180.0 || east - west >= 360.0 {
                stretches.push([west, east]);
            } else {
                stretches.extend([[-180.0, west], [east, 180.0]]);
            }
        }
    }
    stretches
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(longitudes: &[f64]) -> Vec<LonLat> {
        longitudes.iter().map(|&lon| LonLat::new(lon, 0.0).expect("a position")).collect()
    }

    fn seam(lines: &[Vec<LonLat>]) -> Seam {
        Seam::of(lines.iter().map(Vec::as_slice))
    }

    #[test]
    fn ground_away_from_the_antimeridian_leaves_the_map_as_it_is() {
        assert_eq!(seam(&[line(&[60.0, 75.0])]), Seam::default());
        assert_eq!(seam(&[]), Seam::default());
        assert_eq!(seam(&[line(&[-120.0, 0.0, 59.0])]), Seam::default());
    }

    #[test]
    fn ground_on_both_sides_of_the_antimeridian_stays_in_one_piece() {
        for lines in [vec![line(&[177.0, 179.0, -179.0])], vec![line(&[177.0, 180.0]), line(&[-180.0, -178.0])]] {
            let seam = seam(&lines);
            let ends = [seam.unrolled(177.0), seam.unrolled(180.0), seam.unrolled(-178.0)];
            assert!(ends[0] < ends[1] && ends[1] < ends[2] && ends[2] - ends[0] < 6.0, "{ends:?}");
        }
    }

    #[test]
    fn ground_all_around_is_cut_at_the_antimeridian() {
        let pole = line(&[-180.0, 180.0]);
        assert_eq!(seam(&[pole]), Seam::default());
        assert_eq!(seam(&[line(&[-180.0, -60.0, 60.0, 180.0])]), Seam::default());
    }

    #[test]
    fn what_is_unrolled_can_be_rolled_up_again() {
        let seam = seam(&[line(&[170.0, -170.0])]);
        for lon in [-180.0, -170.0, -1.0, 0.0, 1.0, 170.0, 180.0] {
            let back = seam.rolled(seam.unrolled(lon)).expect("on the map");
            assert!((back - lon).abs() < 1e-9 || (back - lon).abs() > 359.9, "{lon}: {back}");
        }
        assert_eq!(seam.rolled(-200.0), None);
        assert_eq!(Seam::default().rolled(180.5), None);
    }
}
