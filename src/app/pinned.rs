//! What the situation is compared with.

use crate::chronicle::{Chronicle, Reading};
use crate::dataset::Dataset;
use crate::time::Day;

use super::typed_day;

/// A day, a reading, or both, that stay while the playhead moves.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Pinned {
    /// The day; none for that of the playhead.
    pub day: Option<Day>,
    /// The reading; none for the one in use.
    pub reading: Option<Reading>,
}

impl Pinned {
    /// What an answer means, beside a day and a reading: a day as it is typed anywhere else, a reading, or the account of a source; nothing typed is
    /// the day before.
    ///
    /// # Errors
    /// One sentence that says what is wrong, or what is understood.
    pub fn typed(text: &str, (now, read): (Day, Reading), dataset: &Dataset) -> Result<Self, String> {
        let word = text.trim();
        if word.is_empty() {
            let before = dataset.chronicle.stretch.clamp(now.plus(-1));
            return Ok(Self { day: Some(before), reading: None });
        }
        if let Some(reading) = reading(word, &dataset.chronicle) {
            return Ok(Self { day: None, reading: Some(reading) });
        }
        let day = typed_day(word, now, dataset, read)?;
        Ok(Self { day: Some(day), reading: None })
    }

    /// The day and the reading, beside those in use.
    #[must_use]
    pub fn beside(self, (day, reading): (Day, Reading)) -> (Day, Reading) {
        (self.day.unwrap_or(day), self.reading.unwrap_or(reading))
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
