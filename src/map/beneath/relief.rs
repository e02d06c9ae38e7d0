//! Relief: the grounds lit from the north-west, as on maps of old; or signs on high ground.

use crate::gazetteer::{LonLat, Relief};
use crate::map::PlanePoint;
use crate::map::base::Base;
use crate::map::viewport::CellAt;
use crate::picture::{Ink, Picture, Shade};

use super::is_free;

/// A slope of so many metres a kilometre is as light or as dark as any.
const STEEPEST: f64 = 55.0;

/// Between these heights ground grows lighter, by so many steps: that high ranges stand out as a whole.
const RISE: (f64, f64, f64) = (1_000.0, 4_500.0, 2.5);

/// From this height on, in metres, signs stand on the ground.
const HIGH: f64 = 2_800.0;

/// Kilometres to a degree of latitude.
const KM_PER_DEGREE: f64 = 111.2;

/// Draws the relief of the regions' ground. The terminal's own ground, beyond it, has no shades.
pub(super) fn draw(base: &Base, relief: &Relief, shaded: bool, picture: &mut Picture) {
    let heights = Heights::new(base, relief);
    for y in 0..i32::from(base.view.height()) {
        for x in 0..i32::from(base.view.width()) {
            let at = CellAt { x, y };
            let Some(corners) = base.sheet.region(at).and_then(|_| heights.corners(at)) else { continue };
            if shaded {
                picture.shade(x, y, shade(corners, heights.km_per_column));
            } else if is_high(corners, at) && is_free(base, at) {
                picture.put(x, y, '^', Ink::Relief);
            }
        }
    }
}

/// The heights at the corners of all cells.
struct Heights {
    across: usize,
    /// Not a number where the height is not known.
    at: Vec<f64>,
    km_per_column: f64,
}

impl Heights {
    fn new(base: &Base, relief: &Relief) -> Self {
        let (width, height) = (base.view.width(), base.view.height());
        let km_per_column = base.view.km_per_column().unwrap_or(f64::INFINITY);
        // As high as a row.
        let means = relief.means(2.0 * km_per_column / KM_PER_DEGREE);
        // Meridians and parallels are straight, so that those through the middle tell of all.
        let middle = PlanePoint { x: f64::from(width) / 2.0, y: f64::from(height) };
        let lon = |x| base.view.lonlat(PlanePoint { x: f64::from(x), ..middle }).map_or(f64::NAN, LonLat::lon);
        let lat = |y| base.view.lonlat(PlanePoint { y: 2.0 * f64::from(y), ..middle }).map_or(f64::NAN, LonLat::lat);
        let meridians: Vec<f64> = (0..=width).map(lon).collect();
        let height_at = |at: LonLat| means.iter().find_map(|grid| grid.height_m(at)).unwrap_or(f64::NAN);
        let mut at = Vec::with_capacity(meridians.len() * (usize::from(height) + 1));
        for lat in (0..=height).map(lat) {
            at.extend(meridians.iter().map(|&lon| LonLat::new(lon, lat).map_or(f64::NAN, height_at)));
        }
        Self { across: usize::from(width) + 1, at, km_per_column }
    }

    /// The heights at the corners of a cell: north-west, north-east, south-west, south-east.
    fn corners(&self, at: CellAt) -> Option<[f64; 4]> {
        let (x, y) = (usize::try_from(at.x).ok()?, usize::try_from(at.y).ok()?);
        let north = y * self.across + x;
        let south = north + self.across;
        let corners = [north, north + 1, south, south + 1].map(|index| self.at.get(index).copied().unwrap_or(f64::NAN));
        corners.iter().all(|height| height.is_finite()).then_some(corners)
    }
}

/// The light on a cell that is so many kilometres wide, and twice as high.
fn shade([north_west, north_east, south_west, south_east]: [f64; 4], km: f64) -> Shade {
    let east = (north_east + south_east - north_west - south_west) / (2.0 * km);
    let south = (south_west + south_east - north_west - north_east) / (4.0 * km);
    let height = (north_west + north_east + south_west + south_east) / 4.0;
    let most = f64::from(Shade::MOST);
    // Ground that rises away from the light faces it.
    let slope = ((east + south) / STEEPEST).clamp(-1.0, 1.0) * most;
    let (low, high, steps) = RISE;
    let rise = ((height - low) / (high - low)).clamp(0.0, 1.0) * steps;
    Shade::new(slope + rise - 1.0)
}

/// Whether a cell is one of every few that show high ground.
fn is_high(corners: [f64; 4], at: CellAt) -> bool {
    let height: f64 = corners.iter().sum::<f64>() / 4.0;
    height >= HIGH && (at.x + 2 * (at.y % 2)).rem_euclid(4) == 0
}
