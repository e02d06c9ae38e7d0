//! What is to be shown on a map.

use crate::gazetteer::{Gazetteer, PlaceNo, RegionNo};
use crate::situation::{Difference, Situation, Standing};

/// What is shown on a base: a situation, and what is selected.
#[derive(Clone, Copy, Debug)]
pub struct Scene<'a> {
    /// The gazetteer that the base was made of.
    pub gazetteer: &'a Gazetteer,
    /// Who holds what.
    pub situation: &'a Situation,
    /// The place that is selected.
    pub selected: Option<PlaceNo>,
    /// What changed since another situation, which then stands out in the place of what changed today.
    pub changed: Option<&'a Difference>,
}

impl Scene<'_> {
    /// The standings of the capitals of all regions, by region number.
    pub(super) fn regions(&self) -> Vec<Option<&Standing>> {
        let standing = |capital: PlaceNo| self.situation.standings.get(capital.index());
        self.gazetteer.regions.iter().map(|region| standing(region.capital?)).collect()
    }

    /// The standing of a region's capital.
    pub(super) fn region(&self, region: RegionNo) -> Option<&Standing> {
        let capital = self.gazetteer.region(region).capital?;
        self.situation.standings.get(capital.index())
    }
}
