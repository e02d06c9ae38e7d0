//! Dates that are not known to the day.

use super::{DateError, Day};

/// A date with its bounds: `earliest ≤ best ≤ latest`.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Uncertain {
    /// The best supported day.
    pub best: Day,
    /// No source puts it before this day.
    pub earliest: Day,
    /// No source puts it after this day.
    pub latest: Day,
}

impl Uncertain {
    /// A date that is known to the day.
    #[must_use]
    pub fn exact(day: Day) -> Self {
        Self { best: day, earliest: day, latest: day }
    }

    /// The date between its bounds; none if it lies outside of them.
    #[must_use]
    pub fn new(best: Day, earliest: Day, latest: Day) -> Option<Self> {
        (earliest <= best && best <= latest).then_some(Self { best, earliest, latest })
    }

    /// Whether the bounds leave more than one day.
    #[must_use]
    pub fn is_doubtful(self) -> bool {
        self.earliest != self.latest
    }

    /// `Thu 12 Aug`, `Thu 12 Aug (11-12)`, `Mon 6 Sep (4-6)`; with the year where it is not that of `other`.
    #[must_use]
    pub fn medium_beside(self, other: Day) -> String {
        let best = self.best.medium_beside(other);
        if self.is_doubtful() { format!("{best} ({})", self.bounds()) } else { best }
    }

    /// `11-12`; with their months where these differ, `31 Aug-2 Sep`, and with their years, `30 Dec 2020-2 Jan 2021`.
    #[must_use]
    pub fn bounds(self) -> String {
        let Self { earliest, latest, .. } = self;
        if (earliest.year(), earliest.month()) == (latest.year(), latest.month()) {
            format!("{}-{}", earliest.day_of_month(), latest.day_of_month())
        } else {
            format!("{}-{}", earliest.short_beside(latest), latest.short_beside(earliest))
        }
    }
}

/// When something was published, as exactly as the source says.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Published {
    /// A day.
    Day(Day),
    /// A month of a year.
    Month(i32, u32),
    /// Not dated.
    Unknown,
}

impl Published {
    /// Reads `YYYY-MM-DD`, `YYYY-MM` or nothing.
    ///
    /// # Errors
    /// When the text is none of these, or the calendar has no such day or month or none after it.
    pub fn parse(text: &str) -> Result<Self, DateError> {
        match text.len() {
            0 => Ok(Self::Unknown),
            7 => {
                let first = Day::parse(&format!("{text}-01"))?;
                let month = Self::Month(first.year(), first.month());
                month.out_by().map_or(Ok(month), |last| last.followed().map(|_| month))
            }
            _ => Day::parse(text).map(Self::Day),
        }
    }

    /// The first day on which the publication surely was out: a month alone counts from its last day, no date never.
    #[must_use]
    pub fn out_by(self) -> Option<Day> {
        match self {
            Self::Day(day) => Some(day),
            Self::Month(year, month) => Day::last_of_month(year, month),
            Self::Unknown => None,
        }
    }
}

/// As the source gives it: `2021-08-12`, `2021-08`, `undated`.
impl std::fmt::Display for Published {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Day(day) => out.pad(&day.to_string()),
            Self::Month(year, month) => out.pad(&format!("{year:04}-{month:02}")),
            Self::Unknown => out.pad("undated"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_alone_counts_from_its_last_day() {
        assert_eq!(Published::parse("2021-08").map(Published::out_by), Ok(Day::new(2021, 8, 31)));
        assert_eq!(Published::parse("2024-02").map(Published::out_by), Ok(Day::new(2024, 2, 29)));
        assert_eq!(Published::parse("").map(Published::out_by), Ok(None));
        assert_eq!(Published::parse("2021-13"), Err(DateError::NoSuchDay));
        assert_eq!(Published::parse("9999-12"), Err(DateError::Last));
        assert_eq!(Published::parse("August"), Err(DateError::Form));
    }

    #[test]
    fn a_date_outside_of_its_bounds_is_none() {
        let day = |number| Day::new(2021, 8, number).expect("a day");
        assert!(Uncertain::new(day(9), day(10), day(12)).is_none());
        assert!(Uncertain::new(day(10), day(10), day(12)).is_some_and(Uncertain::is_doubtful));
    }
}
