//! What lies beneath the regions: `relief.asc`, an Esri ASCII grid of heights, and `lines.geojson`, rivers and roads.

mod grid;
mod lines;

use std::borrow::Cow;
use std::sync::OnceLock;

use crate::gazetteer::{Line, Relief};

use super::files::Files;
use super::problem::Problems;

/// Heights, rivers and roads. Nothing is read before it is asked for: most views need none of it.
#[derive(Clone, Debug, Default)]
pub struct Terrain {
    grid: Option<Cow<'static, str>>,
    lines: Option<Cow<'static, str>>,
    read_grid: OnceLock<Option<Relief>>,
    read_lines: OnceLock<Vec<Line>>,
}

impl Terrain {
    /// The terrain of a data set. Of one that may be anything it is read at once, to find out what is wrong with it.
    pub(super) fn new(files: &Files, problems: &mut Problems) -> Self {
        let terrain = Self { grid: files.shared(grid::FILE), lines: files.shared(lines::FILE), ..Self::default() };
        if files.shipped {
            return terrain;
        }
        if let Some(text) = &terrain.grid {
            let read = grid::read(text).map_err(|problem| problems.push(problem));
            let _ = terrain.read_grid.set(read.ok());
        }
        if let Some(text) = &terrain.lines {
            let read = lines::read(text).map_err(|problem| problems.push(problem));
            let _ = terrain.read_lines.set(read.unwrap_or_default());
        }
        terrain
    }

    /// The heights, if the data set has any.
    #[must_use]
    pub fn relief(&self) -> Option<&Relief> {
        let read = || self.grid.as_deref().and_then(|text| grid::read(text).ok());
        self.read_grid.get_or_init(read).as_ref()
    }

    /// The rivers and roads.
    #[must_use]
    pub fn lines(&self) -> &[Line] {
        let read = || self.lines.as_deref().and_then(|text| lines::read(text).ok()).unwrap_or_default();
        self.read_lines.get_or_init(read)
    }
}
