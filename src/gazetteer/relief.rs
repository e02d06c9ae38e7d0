//! Heights of the ground on a grid of degrees.

use super::LonLat;

/// Heights in metres above the sea, row by row from north to south, in each row from west to east.
#[derive(Clone, PartialEq, Debug)]
pub struct Relief {
    /// The western and the northern edge of the grid, in degrees.
    corner: [f64; 2],
    /// The side of a cell, in degrees.
    step: f64,
    columns: usize,
    heights: Vec<i16>,
}

impl Relief {
    /// The height of a cell that is not known.
    pub const UNKNOWN: i16 = i16::MIN;

    /// A grid from its north-western corner on; none unless its rows are whole and its cells have a size.
    #[must_use]
    pub fn new(corner: LonLat, step: f64, columns: usize, heights: Vec<i16>) -> Option<Self> {
        let sound = step.is_finite() && step > 0.0 && columns > 0 && heights.len().is_multiple_of(columns);
        sound.then_some(Self { corner: [corner.lon(), corner.lat()], step, columns, heights })
    }

    /// The height at a position, between the middles of the four cells about it; none where one of them is not known.
    #[must_use]
    pub fn height_m(&self, at: LonLat) -> Option<f64> {
        let column = (at.lon() - self.corner[0]) / self.step - 0.5;
        let row = (self.corner[1] - at.lat()) / self.step - 0.5;
        let (x, y) = (column.floor(), row.floor());
        let (across, down) = (column - x, row - y);
        let [north, south] = [y, y + 1.0].map(|y| {
            let (west, east) = (self.cell(x, y)?, self.cell(x + 1.0, y)?);
            Some(west + (east - west) * across)
        });
        let (north, south) = (north?, south?);
        Some(north + (south - north) * down)
    }

    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "whole numbers from 0 to the side")]
    fn cell(&self, column: f64, row: f64) -> Option<f64> {
        if column < 0.0 || row < 0.0 {
            return None;
        }
        let (column, row) = (column as usize, row as usize);
        let index = row.checked_mul(self.columns)?.checked_add(column).filter(|_| column < self.columns)?;
        self.heights.get(index).filter(|&&height| height != Self::UNKNOWN).map(|&height| f64::from(height))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(lon: f64, lat: f64) -> LonLat {
        LonLat::new(lon, lat).expect("a position")
    }

    #[test]
    fn a_height_lies_between_those_around_it() {
        let heights = vec![100, 200, 300, 400];
        let relief = Relief::new(at(60.0, 40.0), 1.0, 2, heights).expect("two rows of two");
        assert_eq!(relief.height_m(at(60.5, 39.5)), Some(100.0));
        assert_eq!(relief.height_m(at(61.0, 39.0)), Some(250.0));
        assert_eq!(relief.height_m(at(61.0, 39.5)), Some(150.0));
    }

    #[test]
    fn there_is_no_height_beyond_the_edge_nor_beside_a_hole() {
        let heights = vec![100, 200, Relief::UNKNOWN, 300, 400, 500];
        let relief = Relief::new(at(60.0, 40.0), 1.0, 3, heights).expect("two rows of three");
        assert!(relief.height_m(at(61.0, 39.0)).is_some());
        for (lon, lat) in [(60.2, 39.0), (62.0, 39.0), (61.0, 39.9), (-180.0, 90.0), (180.0, -90.0)] {
            assert_eq!(relief.height_m(at(lon, lat)), None, "{lon} {lat}");
        }
    }

    #[test]
    fn a_grid_whose_rows_are_not_whole_is_none() {
        assert!(Relief::new(at(60.0, 40.0), 1.0, 2, vec![0; 3]).is_none());
        assert!(Relief::new(at(60.0, 40.0), 0.0, 2, vec![0; 4]).is_none());
        assert!(Relief::new(at(60.0, 40.0), f64::NAN, 2, vec![0; 4]).is_none());
    }
}
