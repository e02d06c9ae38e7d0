//! The Solar Hijri calendar with the Afghan names of its months, computed from the Gregorian day.
//!
//! Leap years follow the 33-year rule, which agrees with the astronomical calendar for the years 1178 to 1633 (1799 to
//! 2255 CE); other years give no date. What people wrote at the time may differ by a day.

use std::fmt;

use super::Day;

/// The Afghan names of the months, Hamal (March to April) first.
pub const SOLAR_MONTHS: [&str; 12] =
    ["Hamal", "Sawr", "Jawza", "Saratan", "Asad", "Sunbula", "Mizan", "Aqrab", "Qaws", "Jadi", "Dalw", "Hut"];

/// The years for which the 33-year rule holds.
const YEARS: std::ops::RangeInclusive<i32> = 1178..=1633;

/// A date of the Solar Hijri calendar.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct SolarDate {
    /// The year, 1178 to 1633.
    pub year: i32,
    /// The month, 1 to 12.
    pub month: u32,
    /// The day of the month, 1 to 31.
    pub day: u32,
}

impl Day {
    /// The same day in the Solar Hijri calendar of Afghanistan, where its rule is known.
    #[must_use]
    pub fn solar(self) -> Option<SolarDate> {
        SolarDate::of(self)
    }
}

impl SolarDate {
    /// The date of `day`; none outside the years for which the rule is known to hold.
    #[must_use]
    #[expect(
        clippy::arithmetic_side_effects,
        reason = "days of the years 1 to 9999, and no more years than the rule holds for"
    )]
    pub(super) fn of(day: Day) -> Option<Self> {
        // New year's day 1400 was 21 March 2021; count whole years from there.
        let anchor = Day::new(2021, 3, 21)?;
        let mut offset = day.since(anchor);
        let mut year = 1400;
        while offset < 0 {
            year -= 1;
            if !YEARS.contains(&year) {
                return None;
            }
            offset += year_length(year);
        }
        while offset >= year_length(year) {
            offset -= year_length(year);
            year += 1;
            if !YEARS.contains(&year) {
                return None;
            }
        }
        // Six months of 31 days, then months of 30; the last has 29 or 30.
        let (month, first) = if offset < 186 {
            (offset / 31, offset / 31 * 31)
        } else {
            (6 + (offset - 186) / 30, 186 + (offset - 186) / 30 * 30)
        };
        Some(Self { year, month: u32::try_from(month).ok()? + 1, day: u32::try_from(offset - first).ok()? + 1 })
    }

    /// The day of the date; none if the calendar has no such day or its rule is not known for the year.
    #[must_use]
    #[expect(clippy::arithmetic_side_effects, reason = "the year is one of those for which the rule holds")]
    pub fn day(self) -> Option<Day> {
        let Self { year, month, day } = self;
        if !YEARS.contains(&year) {
            return None;
        }
        let length = match month {
            1..=6 => 31,
            7..=11 => 30,
            12 => year_length(year) - 336,
            _ => return None,
        };
        let of_month = i32::try_from(day).ok().filter(|day| (1..=length).contains(day))?;
        let new_year: i32 = match year {
            1400.. => (1400..year).map(year_length).sum(),
            _ => -(year..1400).map(year_length).sum::<i32>(),
        };
        let months = i32::try_from(month).ok()? - 1;
        let before = months * 31 - (months - 6).max(0);
        Some(Day::new(2021, 3, 21)?.plus(new_year + before + of_month - 1))
    }
}

#[expect(
    clippy::arithmetic_side_effects,
    reason = "asked only for years that the rule holds for, and their neighbours"
)]
fn year_length(year: i32) -> i32 {
    if (25 * year + 11).rem_euclid(33) < 8 { 366 } else { 365 }
}

/// `21 Asad 1400`.
impl fmt::Display for SolarDate {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = super::name_of(&SOLAR_MONTHS, self.month);
        write!(out, "{} {name} {}", self.day, self.year)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn solar(text: &str) -> String {
        Day::parse(text).expect("a date").solar().map_or_else(|| "none".to_owned(), |date| date.to_string())
    }

    #[test]
    fn known_dates_agree() {
        assert_eq!(solar("2021-08-15"), "24 Asad 1400");
        assert_eq!(solar("2021-08-12"), "21 Asad 1400");
        assert_eq!(solar("2026-03-21"), "1 Hamal 1405");
        assert_eq!(solar("2025-03-20"), "30 Hut 1403");
        assert_eq!(solar("1919-08-19"), "27 Asad 1298");
    }

    #[test]
    fn outside_of_the_rule_there_is_no_date() {
        assert_eq!(solar("1747-10-01"), "none");
        assert_eq!(solar("2400-01-01"), "none");
    }

    proptest! {
        #[test]
        fn days_follow_one_another(offset in 0_i32..150_000) {
            let today = Day::new(1810, 1, 1).expect("a day").plus(offset);
            let (here, next) = (today.solar().expect("in range"), today.plus(1).solar().expect("in range"));
            prop_assert!(here < next);
            prop_assert!(next.day == here.day + 1 || next.day == 1);
        }
    }
}
