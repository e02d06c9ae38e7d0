//! Places and regions as the files give them.

use crate::text::Clean;

use super::{ArcUse, LonLat, PlaceNo, RegionNo};

/// A named place: in the shipped data a provincial capital.
#[derive(Clone, Debug)]
pub struct Place {
    /// The identifier: the canonical name in lower case ASCII, words joined by `-`.
    pub id: Clean,
    /// The canonical name.
    pub name: Clean,
    /// A short form for crowded maps; empty if the name is short enough.
    pub short: Clean,
    /// Three letters for the most crowded maps; empty if there are none.
    pub code: Clean,
    /// The region it stands in.
    pub region: Option<RegionNo>,
    /// Where it is.
    pub position: LonLat,
    /// Who gave the position.
    pub position_source: Clean,
    /// The identifier in `GeoNames`, if known.
    pub geonameid: Clean,
    /// How many people lived there, if known.
    pub population: Option<Population>,
    /// Metres above the sea, if known.
    pub elevation_m: Option<i32>,
    /// Who gave the elevation.
    pub elevation_source: Clean,
    /// Every other spelling in Latin letters.
    pub spellings: Vec<Clean>,
    /// The names in other scripts.
    pub native: Vec<NativeName>,
    /// In which languages the native name was found in a source; `no` if in none.
    pub native_confirmed: Clean,
    /// Remarks on the row.
    pub note: Clean,
}

/// A name in the script of a language.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NativeName {
    /// The language, as the column names it: `dari`, `pashto`.
    pub language: Clean,
    /// The name.
    pub name: Clean,
}

/// A number of inhabitants; meaningless without its year and source.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Population {
    /// Inhabitants.
    pub count: u64,
    /// The year as the source gives it: `2020`, `about 2006`, `undated`.
    pub year: Clean,
    /// Who published the number.
    pub source: Clean,
}

/// An area in square kilometres, more than 0, and where it comes from.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum GroundArea {
    /// The data give it.
    Given(f64),
    /// It is measured on the outline, geodesically.
    Measured(f64),
}

impl GroundArea {
    /// Square kilometres.
    #[must_use]
    pub fn km2(self) -> f64 {
        match self {
            Self::Given(km2) | Self::Measured(km2) => km2,
        }
    }
}

/// A region: an outline with a name, in the shipped data a province.
#[derive(Clone, Debug)]
pub struct Region {
    /// The identifier; ISO 3166-2 in the shipped data.
    pub id: Clean,
    /// The name.
    pub name: Clean,
    /// The place whose holder holds the region.
    pub capital: Option<PlaceNo>,
    /// Its area; none if the data give neither it nor an outline.
    pub area: Option<GroundArea>,
    /// Inhabitants in thousands; none if no figure was found.
    pub population_thousand: Option<u32>,
    /// The year of the number of inhabitants.
    pub population_year: Clean,
    /// Who published it.
    pub population_source: Clean,
    /// Its tile in a grid laid out like the country, column and row from the upper left; none if the data give none.
    pub tile: Option<(u16, u16)>,
    /// The outline: rings of arcs, outer rings and holes alike (even-odd).
    pub rings: Vec<Vec<ArcUse>>,
}
