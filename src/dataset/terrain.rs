//! What lies beneath the regions: `relief.asc`, an Esri ASCII grid of heights, and `lines.geojson`, rivers and roads.

mod grid;
mod lines;

use std::borrow::Cow;
use std::sync::OnceLock;

use crate::gazetteer::{Line, Relief};

use super::files::Files;
use super::problem::Problems;

/// Heights, rivers and roads.
#[derive(Clone, Debug, Default)]
pub struct Terrain {
    relief: Option<Relief>,
    lines: Option<Cow<'static, str>>,
    read_lines: OnceLock<Vec<Line>>,
}

impl Terrain {
    /// The terrain of a data set. Of one that may be anything all is read at once, to find out what is wrong with it.
    pub(super) fn new(files: &Files, problems: &mut Problems) -> Self {
        let lines = files.shared(lines::FILE);
        if files.shipped {
            return Self { relief: grid::shipped(), lines, ..Self::default() };
        }
        let mut found = |problem| problems.push(problem);
        let relief = files.text(grid::FILE).and_then(|text| grid::read(text).map_err(&mut found).ok());
        let read_lines =
            lines.as_deref().map_or_else(Vec::new, |text| lines::read(text).map_err(&mut found).unwrap_or_default());
        Self { relief, lines, read_lines: read_lines.into() }
    }

    /// The heights, if the data set has any.
    #[must_use]
    pub fn relief(&self) -> Option<&Relief> {
        self.relief.as_ref()
    }

    /// The rivers and roads: read when they are asked for, as most views need none.
    #[must_use]
    pub fn lines(&self) -> &[Line] {
        let read = || self.lines.as_deref().and_then(|text| lines::read(text).ok()).unwrap_or_default();
        self.read_lines.get_or_init(read)
    }
}
