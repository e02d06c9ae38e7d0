//! A calendar day.

use std::fmt;

use chrono::{Datelike, Months, NaiveDate};
use serde::{Serialize, Serializer};
use thiserror::Error;

use super::Step;

/// Years that are read and shown; outside of them a date is refused rather than half understood.
const YEARS: std::ops::RangeInclusive<i32> = 1..=9999;

/// A day of the (proleptic) Gregorian calendar, years 1 to 9999.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(NaiveDate);

/// Day of the week, Monday first.
pub type Weekday = chrono::Weekday;

/// Why a text is not a day.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum DateError {
    /// The text is not of the form `YYYY-MM-DD`.
    #[error("not a date of the form YYYY-MM-DD, such as 2021-08-12")]
    Form,
    /// The form is right, the calendar has no such day.
    #[error("the calendar has no such day")]
    NoSuchDay,
    /// No day follows it, so that a stretch could not end with it.
    #[error("the calendar ends with this day: 9999-12-30 is the last that can be told")]
    Last,
}

impl Day {
    /// The day of the given year, month (1 to 12) and day of the month; none if the calendar has no such day.
    #[must_use]
    pub fn new(year: i32, month: u32, day: u32) -> Option<Self> {
        YEARS.contains(&year).then(|| NaiveDate::from_ymd_opt(year, month, day)).flatten().map(Self)
    }

    /// Reads `YYYY-MM-DD`.
    ///
    /// # Errors
    /// When the text has another form, or the calendar has no such day or none after it.
    pub fn parse(text: &str) -> Result<Self, DateError> {
        let &[y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = text.as_bytes() else { return Err(DateError::Form) };
        let (year, month, day) = (number([y1, y2, y3, y4])?, number([m1, m2])?, number([d1, d2])?);
        let day = i32::try_from(year).ok().and_then(|year| Self::new(year, month, day));
        day.ok_or(DateError::NoSuchDay)?.followed()
    }

    /// This day, if the calendar has one after it: a [`Span`](super::Span) ends with the day after its last.
    pub(super) fn followed(self) -> Result<Self, DateError> {
        if self.plus(1) > self { Ok(self) } else { Err(DateError::Last) }
    }

    /// The last day of a month; none if there is no such month.
    #[must_use]
    pub fn last_of_month(year: i32, month: u32) -> Option<Self> {
        (28..=31).rev().find_map(|day| Self::new(year, month, day))
    }

    /// This day and `days` more (fewer, if negative), kept within years 1 to 9999.
    #[must_use]
    pub fn plus(self, days: i32) -> Self {
        let limit = if days < 0 { NaiveDate::from_ymd_opt(1, 1, 1) } else { NaiveDate::from_ymd_opt(9999, 12, 31) };
        self.moved(days).or(limit.map(Self)).unwrap_or(self)
    }

    /// This day and `days` more or fewer; none beyond the calendar.
    fn moved(self, days: i32) -> Option<Self> {
        self.0.checked_add_signed(chrono::TimeDelta::days(days.into())).and_then(Self::shown)
    }

    /// A day of the years that are shown.
    fn shown(day: NaiveDate) -> Option<Self> {
        YEARS.contains(&day.year()).then_some(Self(day))
    }

    /// Days from `earlier` to this day; negative if this day is the earlier one.
    #[must_use]
    pub fn since(self, earlier: Self) -> i32 {
        self.0.num_days_from_ce().saturating_sub(earlier.0.num_days_from_ce())
    }

    /// This day after one step, forwards or backwards.
    #[must_use]
    pub fn step(self, step: Step, forwards: bool) -> Self {
        self.steps(step, if forwards { 1 } else { -1 })
    }

    /// This day after so many steps at once, backwards if negative. Days and weeks stop at the ends of the calendar; by
    /// months or years it stays where it is rather than leave it.
    #[must_use]
    pub fn steps(self, step: Step, count: i32) -> Self {
        match step {
            Step::Day => self.plus(count),
            Step::Week => self.plus(count.saturating_mul(7)),
            Step::Month | Step::Year => self.reached(step, count).unwrap_or(self),
        }
    }

    /// This day after so many steps at once, backwards if negative; none beyond the calendar.
    #[must_use]
    pub fn reached(self, step: Step, count: i32) -> Option<Self> {
        let months = match step {
            Step::Day => return self.moved(count),
            Step::Week => return self.moved(count.checked_mul(7)?),
            Step::Month => count,
            Step::Year => count.checked_mul(12)?,
        };
        let by = Months::new(months.unsigned_abs());
        let moved = if months < 0 { self.0.checked_sub_months(by) } else { self.0.checked_add_months(by) };
        moved.and_then(Self::shown)
    }

    /// The year, 1 to 9999.
    #[must_use]
    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// The month, 1 to 12.
    #[must_use]
    pub fn month(self) -> u32 {
        self.0.month()
    }

    /// The day of the month, 1 to 31.
    #[must_use]
    pub fn day_of_month(self) -> u32 {
        self.0.day()
    }

    /// The day of the week.
    #[must_use]
    pub fn weekday(self) -> Weekday {
        self.0.weekday()
    }

    /// The English short name of the month, `Aug`.
    #[must_use]
    pub fn month_name(self) -> &'static str {
        const NAMES: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
        super::name_of(&NAMES, self.month())
    }

    /// `12 Aug`.
    #[must_use]
    pub fn short(self) -> String {
        format!("{} {}", self.day_of_month(), self.month_name())
    }

    /// `12 Aug`, with the year where it is not that of `other`: `12 Aug 2023`.
    #[must_use]
    pub fn short_beside(self, other: Self) -> String {
        if self.year() == other.year() { self.short() } else { format!("{} {}", self.short(), self.year()) }
    }

    /// `Thu 12 Aug`.
    #[must_use]
    pub fn medium(self) -> String {
        format!("{} {}", self.weekday(), self.short())
    }

    /// `Thu 12 Aug`, with the year where it is not that of `other`: `Sat 12 Aug 2023`.
    #[must_use]
    pub fn medium_beside(self, other: Self) -> String {
        if self.year() == other.year() { self.medium() } else { self.long() }
    }

    /// `Thu 12 Aug 2021`.
    #[must_use]
    pub fn long(self) -> String {
        format!("{} {}", self.medium(), self.year())
    }
}

/// The number of a few ASCII digits.
fn number<const N: usize>(digits: [u8; N]) -> Result<u32, DateError> {
    digits.into_iter().try_fold(0_u32, |number, digit| {
        let digit = char::from(digit).to_digit(10).ok_or(DateError::Form)?;
        Ok(number.saturating_mul(10).saturating_add(digit))
    })
}

/// ISO 8601: `2021-08-12`.
impl fmt::Display for Day {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.pad(&format!("{:04}-{:02}-{:02}", self.year(), self.month(), self.day_of_month()))
    }
}

impl fmt::Debug for Day {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, out)
    }
}

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(text: &str) -> Day {
        Day::parse(text).expect("a date")
    }

    #[test]
    fn only_full_iso_dates_are_read() {
        for wrong in ["", "2021", "2021-8-12", "yesterday", "12 Aug 2021", "+021-08-12", "2021-08-12T00"] {
            assert_eq!(Day::parse(wrong), Err(DateError::Form), "{wrong}");
        }
        for missing in ["2021-13-40", "2021-02-29", "0000-01-01"] {
            assert_eq!(Day::parse(missing), Err(DateError::NoSuchDay), "{missing}");
        }
        assert_eq!(Day::parse("9999-12-31"), Err(DateError::Last));
        assert_eq!(day("2020-02-29").long(), "Sat 29 Feb 2020");
    }

    #[test]
    fn a_month_step_stops_at_the_last_day_of_a_short_month() {
        assert_eq!(day("2021-01-31").step(Step::Month, true), day("2021-02-28"));
        assert_eq!(day("2020-03-31").step(Step::Month, false), day("2020-02-29"));
    }

    #[test]
    fn steps_stop_at_the_ends_of_the_calendar() {
        assert_eq!(Day::new(9999, 12, 31), Some(day("9999-12-30").step(Step::Week, true)));
        assert_eq!(day("0001-01-02").step(Step::Week, false), day("0001-01-01"));
    }

    proptest! {
        #[test]
        fn there_and_back(from in 1_i32..3_000_000, days in -5000_i32..5000) {
            let start = Day::new(1, 1, 1).expect("the first day").plus(from);
            let moved = start.plus(days);
            if moved.year() > 1 && moved.year() < 9999 {
                prop_assert_eq!(moved.since(start), days);
                prop_assert_eq!(Day::parse(&moved.to_string()), Ok(moved));
            }
        }
    }
}
