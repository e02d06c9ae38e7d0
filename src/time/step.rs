//! One move of the playhead.

/// One move of the playhead.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Step {
    /// One day.
    Day,
    /// Seven days.
    Week,
    /// The same day of the next month, or that month's last day.
    Month,
    /// The same day of the next year; of a leap day, 28 February.
    Year,
}

impl Step {
    /// The next larger one.
    #[must_use]
    pub fn larger(self) -> Self {
        match self {
            Self::Day => Self::Week,
            Self::Week => Self::Month,
            Self::Month | Self::Year => Self::Year,
        }
    }

    /// What a playhead can be stepped by, in turn: day, week, month.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Self::Day => Self::Week,
            Self::Week => Self::Month,
            Self::Month | Self::Year => Self::Day,
        }
    }

    /// In a word.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Week => "week",
            Self::Month => "month",
            Self::Year => "year",
        }
    }
}
