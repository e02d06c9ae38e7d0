//! Steps by months and years, counted from where they began.

use crate::time::{Day, Step};

/// Steps by months or years in a row. They are counted from the day on which they began, so that 31 May, 30 June and 31 July
/// follow one another, forwards as backwards; a step counted from where the last one led would stay on the 30th.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Walk {
    began: Day,
    months: i32,
    on: Day,
}

impl Walk {
    /// The walk that goes on from `day`: the one that led there, or a new one.
    pub(super) fn from(former: Option<Self>, day: Day) -> Self {
        former.unwrap_or(Self { began: day, months: 0, on: day })
    }

    /// The walk after one more step, a month or a year, forwards or backwards.
    pub(super) fn step(self, step: Step, forwards: bool) -> Self {
        let count = if step == Step::Year { 12 } else { 1 };
        let months = self.months.saturating_add(if forwards { count } else { -count });
        // At the ends of the calendar it stays where it is.
        self.began.reached(Step::Month, months).map_or(self, |on| Self { months, on, ..self })
    }

    /// Where it has come to.
    pub(super) fn on(self) -> Day {
        self.on
    }
}
