//! Heights of the ground on a grid of degrees.

use std::borrow::Cow;
use std::sync::OnceLock;

use super::LonLat;

/// Heights in metres above the sea, row by row from north to south, in each row from west to east.
#[derive(Clone, Debug)]
pub struct Relief {
    /// The western and the northern edge of the grid, in degrees.
    corner: [f64; 2],
    /// The side of a cell, in degrees.
    step: f64,
    columns: usize,
    heights: Cow<'static, [i16]>,
    /// The same in cells of twice the side, once it was asked for.
    coarser: OnceLock<Option<Box<Self>>>,
}

impl Relief {
    /// The height of a cell that is not known.
    pub const UNKNOWN: i16 = i16::MIN;

    /// A grid from its north-western corner on; none unless its rows are whole and its cells have a size.
    #[must_use]
    pub fn new(corner: LonLat, step: f64, columns: usize, heights: impl Into<Cow<'static, [i16]>>) -> Option<Self> {
        let heights = heights.into();
        let sound = step.is_finite() && step > 0.0 && columns > 0 && heights.len().is_multiple_of(columns);
        let corner = [corner.lon(), corner.lat()];
        sound.then(|| Self { corner, step, columns, heights, coarser: OnceLock::new() })
    }

    /// This grid, as the last, and before it those of wider cells up to `across` degrees, the widest first, each with the means of
    /// the one after it. A map whose cells are wider than those of the grid would show no mountains but noise if it took the
    /// height at one spot of each.
    #[must_use]
    pub fn means(&self, across: f64) -> Vec<&Self> {
        let mut grids = vec![self];
        while let Some(coarser) = grids.last().filter(|grid| grid.step * 2.0 <= across).and_then(|grid| grid.coarser())
        {
            grids.push(coarser);
        }
        grids.reverse();
        grids
    }

    /// The grid in cells of twice the side, each with the mean of what is known in it; none if it has a single cell.
    fn coarser(&self) -> Option<&Self> {
        let halve = || {
            let rows: Vec<&[i16]> = self.heights.chunks_exact(self.columns).collect();
            if rows.len() < 2 && self.columns < 2 {
                return None;
            }
            let columns = self.columns.div_ceil(2);
            let mut heights = Vec::with_capacity(columns * rows.len().div_ceil(2));
            for pair in rows.chunks(2) {
                // What has no neighbour counts twice, which leaves the mean as it is.
                let (north, south) = (pair.first()?.as_chunks(), pair.last()?.as_chunks());
                heights.extend(north.0.iter().zip(south.0).map(|(&[a, b], &[c, d])| mean([a, b, c, d])));
                heights.extend(north.1.iter().zip(south.1).map(|(&a, &c)| mean([a, a, c, c])));
            }
            Some(Box::new(Self {
                step: self.step * 2.0,
                columns,
                heights: heights.into(),
                coarser: OnceLock::new(),
                ..*self
            }))
        };
        self.coarser.get_or_init(halve).as_deref()
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

/// The mean of what is known of four heights; unknown if nothing is.
fn mean(heights: [i16; 4]) -> i16 {
    let known = heights.map(|height| i32::from(height != Relief::UNKNOWN));
    let sum: i32 = heights.iter().zip(known).map(|(&height, known)| known * i32::from(height)).sum();
    let mean = match known.iter().sum() {
        0 => return Relief::UNKNOWN,
        // Most: a division by what is known beforehand is none.
        4 => sum / 4,
        count => sum / count,
    };
    i16::try_from(mean).unwrap_or(Relief::UNKNOWN)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(lon: f64, lat: f64) -> LonLat {
        LonLat::new(lon, lat).expect("a position")
    }

    /// The height by the widest cells that tell it.
    fn mean_m(relief: &Relief, at: LonLat, across: f64) -> Option<f64> {
        relief.means(across).into_iter().find_map(|grid| grid.height_m(at))
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
    fn a_wide_square_has_the_mean_of_what_is_known_in_it() {
        let heights: Vec<i16> = (0..16).map(|index| if index % 2 == 0 { 1_000 } else { 3_000 }).collect();
        let relief = Relief::new(at(60.0, 40.0), 1.0, 4, heights).expect("four rows of four");
        let middle = at(62.5, 37.5);
        assert_eq!(mean_m(&relief, middle, 1.9), relief.height_m(middle));
        assert_eq!(mean_m(&relief, at(62.0, 38.0), 2.0), Some(2_000.0));
        let edge = at(60.5, 39.5);
        assert_eq!(
            mean_m(&relief, edge, 2.0),
            Some(1_000.0),
            "beyond the middles of the wide cells the narrow ones serve"
        );
        let holed = Relief::new(at(60.0, 40.0), 1.0, 4, [Relief::UNKNOWN, 500, 700, Relief::UNKNOWN].repeat(4));
        assert_eq!(mean_m(&holed.expect("four rows of four"), at(62.0, 38.0), 2.0), Some(600.0));
    }

    #[test]
    fn a_grid_whose_rows_are_not_whole_is_none() {
        assert!(Relief::new(at(60.0, 40.0), 1.0, 2, vec![0; 3]).is_none());
        assert!(Relief::new(at(60.0, 40.0), 0.0, 2, vec![0; 4]).is_none());
        assert!(Relief::new(at(60.0, 40.0), f64::NAN, 2, vec![0; 4]).is_none());
    }
}
