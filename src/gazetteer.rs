//! The index of named places: places, the regions they stand in, the borders the regions share, and search by any
//! spelling.
//!
//! Positions are geographic degrees (WGS 84), lengths kilometres along the ellipsoid, areas square kilometres.

mod arc;
mod borders;
mod line;
mod nodes;
mod number;
mod place;
mod position;
mod relief;
mod seam;
mod search;

use crate::text::Clean;

pub use arc::{Arc, ArcNo, ArcUse, Ground, NeighbourNo};
pub use borders::{Borders, Contact, Neighbour};
pub use line::{Line, LineKind};
pub use nodes::{ArcEnd, NodeNo, Nodes};
pub(crate) use number::number;
pub use number::{PlaceNo, RegionNo};
pub use place::{GroundArea, NativeName, Place, Population, Region};
pub use position::LonLat;
pub use relief::Relief;
pub use seam::Seam;
pub use search::{Found, Match, slips};

/// All places, all regions and all borders of a data set.
#[derive(Clone, Debug, Default)]
pub struct Gazetteer {
    /// The places, in the order of their file.
    pub places: Vec<Place>,
    /// The regions, in the order of their file.
    pub regions: Vec<Region>,
    /// The borders between regions, and between regions and neighbours.
    pub borders: Borders,
    /// The seat of government, if there is one.
    pub seat: Option<PlaceNo>,
    /// Where a flat map of all this is cut open.
    pub seam: Seam,
}

impl Gazetteer {
    /// The place of a number. Numbers come from this gazetteer only.
    ///
    /// # Panics
    /// If the number comes from another gazetteer.
    #[must_use]
    pub fn place(&self, number: PlaceNo) -> &Place {
        &self.places[number.index()]
    }

    /// Whether any region has an outline. Without one it is not known what borders on other ground or is cut off.
    #[must_use]
    pub fn is_outlined(&self) -> bool {
        self.regions.iter().any(|region| !region.rings.is_empty())
    }

    /// The region of a number.
    ///
    /// # Panics
    /// If the number comes from another gazetteer.
    #[must_use]
    pub fn region(&self, number: RegionNo) -> &Region {
        &self.regions[number.index()]
    }

    /// The numbers of all places.
    pub fn numbers(&self) -> impl Iterator<Item = PlaceNo> + use<> {
        (0..self.places.len()).map(PlaceNo::from_index)
    }

    /// The place of an identifier, exactly as written in the files.
    #[must_use]
    pub fn by_id(&self, id: &str) -> Option<PlaceNo> {
        self.places.iter().position(|place| place.id.as_str() == id).map(PlaceNo::from_index)
    }

    /// The region of an identifier.
    #[must_use]
    pub fn region_by_id(&self, id: &str) -> Option<RegionNo> {
        self.regions.iter().position(|region| region.id.as_str() == id).map(RegionNo::from_index)
    }

    /// The identifier of a place's region, empty if it has none.
    #[must_use]
    pub fn region_id(&self, place: PlaceNo) -> &str {
        self.place(place).region.map_or("", |region| &self.region(region).id)
    }

    /// The name of a place's region, empty if it has none.
    #[must_use]
    pub fn region_name(&self, place: PlaceNo) -> &str {
        self.place(place).region.map_or("", |region| &self.region(region).name)
    }

    /// The positions of a region's outline, arc after arc.
    pub fn outline(&self, region: RegionNo) -> impl Iterator<Item = LonLat> {
        let arcs = self.region(region).rings.iter().flatten();
        arcs.flat_map(|step| self.borders.arc(step.arc).line.iter().copied())
    }

    /// Geodesic distance of two places in kilometres.
    #[must_use]
    pub fn distance_km(&self, from: PlaceNo, to: PlaceNo) -> f64 {
        self.place(from).position.distance_km(self.place(to).position)
    }

    /// The places that `query` may mean, best first; of two alike the larger one.
    #[must_use]
    pub fn find(&self, query: &Clean) -> Vec<Found> {
        search::find(self, query)
    }
}
