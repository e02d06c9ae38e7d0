//! What stands differently from the situation that is compared with.

use crate::chronicle::Tracks;
use crate::dataset::Dataset;
use crate::gazetteer::PlaceNo;
use crate::situation::{Difference, Situation};

use super::Model;

impl Model {
    /// The places that stand differently from what is pinned, as the list has them; none unless something is.
    #[must_use]
    pub fn changed(&self, dataset: &Dataset) -> Option<Vec<PlaceNo>> {
        let (day, reading) = self.pinned?.beside(self.when());
        let Dataset { gazetteer, chronicle, .. } = dataset;
        let at = |day, reading| {
            let tracks = Tracks::new(chronicle, gazetteer.places.len(), reading);
            Situation::at(gazetteer, chronicle, &tracks, day)
        };
        let difference = Difference::between(&at(day, reading), &at(self.day, self.reading));
        Some(difference.places.into_iter().map(|change| change.place).collect())
    }
}
