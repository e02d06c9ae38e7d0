//! A stretch of days.

use super::Day;

/// A half-open stretch of days, `[start, end)`.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Span {
    /// The first day.
    pub start: Day,
    /// The day after the last.
    pub end: Day,
}

impl Span {
    /// The stretch from `first` to `last`, both included. It is a day short if no day follows `last`, which
    /// [`Day::parse`] never gives.
    #[must_use]
    pub fn inclusive(first: Day, last: Day) -> Self {
        Self { start: first, end: last.plus(1) }
    }

    /// The last day that belongs to the stretch.
    #[must_use]
    pub fn last(self) -> Day {
        self.end.plus(-1)
    }

    /// Whether `day` belongs to the stretch.
    #[must_use]
    pub fn contains(self, day: Day) -> bool {
        self.start <= day && day < self.end
    }

    /// How many days the stretch has; 0 if it ends before it starts.
    #[must_use]
    pub fn days(self) -> i32 {
        self.end.since(self.start).max(0)
    }

    /// The day of the stretch that is nearest to `day`.
    #[must_use]
    pub fn clamp(self, day: Day) -> Day {
        day.min(self.last()).max(self.start)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_span_includes_its_last_day_and_not_its_end() {
        let day = |text: &str| Day::parse(text).expect("a date");
        let august = Span::inclusive(day("2021-08-01"), day("2021-08-31"));
        assert_eq!(august.days(), 31);
        assert!(august.contains(day("2021-08-31")));
        assert!(!august.contains(day("2021-09-01")));
        assert_eq!(august.clamp(day("2021-12-24")), day("2021-08-31"));
    }
}
