//! What the situation is compared with.

use crate::chronicle::{Chronicle, Reading, Tracks};
use crate::dataset::Dataset;
use crate::gazetteer::PlaceNo;
use crate::situation::{Difference, Situation};
use crate::time::Day;

use super::{Model, typed_day};

/// A day, a reading, or both, that stay while the playhead moves.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Pinned {
    /// The day; none for that of the playhead.
    pub day: Option<Day>,
    /// The reading; none for the one in use.
    pub reading: Option<Reading>,
}

impl Pinned {
    /// What an answer means: a day as it is typed anywhere else, a reading, or the account of a source; nothing typed is
    /// the day before.
    ///
    /// # Errors
    /// One sentence that says what is wrong, or what is understood.
    pub fn typed(text: &str, model: &Model, dataset: &Dataset) -> Result<Self, String> {
        let word = text.trim();
        if word.is_empty() {
            let before = dataset.chronicle.stretch.clamp(model.day.plus(-1));
            return Ok(Self { day: Some(before), reading: None });
        }
        if let Some(reading) = reading(word, &dataset.chronicle) {
            return Ok(Self { day: None, reading: Some(reading) });
        }
        let day = typed_day(word, model.day, dataset, model.reading)?;
        Ok(Self { day: Some(day), reading: None })
    }

    /// The day and the reading, beside those of a model.
    #[must_use]
    pub fn beside(self, model: &Model) -> (Day, Reading) {
        (self.day.unwrap_or(model.day), self.reading.unwrap_or(model.reading))
    }

    /// The word that says the same to [`Pinned::typed`].
    #[must_use]
    pub fn word(self, dataset: &Dataset) -> String {
        match (self.day, self.reading) {
            (_, Some(Reading::Account(source))) => dataset.chronicle.source(source).id.to_string(),
            (_, Some(reading)) => reading.word().to_owned(),
            (day, None) => day.map_or_else(String::new, |day| day.to_string()),
        }
    }
}

fn reading(word: &str, chronicle: &Chronicle) -> Option<Reading> {
    let account = || chronicle.account(word).or_else(|| chronicle.account(&word.to_uppercase()));
    Reading::parse(&word.to_lowercase()).or_else(|| account().map(Reading::Account))
}

impl Model {
    /// The places that stand differently from what is pinned, as the list has them; none unless something is.
    #[must_use]
    pub fn changed(&self, dataset: &Dataset) -> Option<Vec<PlaceNo>> {
        let (day, reading) = self.pinned?.beside(self);
        let Dataset { gazetteer, chronicle, .. } = dataset;
        let at = |day, reading| {
            let tracks = Tracks::new(chronicle, gazetteer.places.len(), reading);
            Situation::at(gazetteer, chronicle, &tracks, day)
        };
        let difference = Difference::between(&at(day, reading), &at(self.day, self.reading));
        Some(difference.places.into_iter().map(|change| change.place).collect())
    }
}
