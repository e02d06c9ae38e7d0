//! The two calendars.

use super::solar::{SOLAR_MONTHS, SolarDate};
use super::{Day, Step, name_of};

/// A calendar in which days can be named.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum Calendar {
    /// The Gregorian calendar, in which the data are dated.
    #[default]
    Gregorian,
    /// The Solar Hijri calendar of Afghanistan, computed.
    Solar,
}

impl Calendar {
    /// The other one.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Gregorian => Self::Solar,
            Self::Solar => Self::Gregorian,
        }
    }

    /// The names of its months: three letters of the Gregorian ones, in full those of the Solar Hijri ones, which have no
    /// usual short forms.
    #[must_use]
    pub fn months(self) -> &'static [&'static str; 12] {
        const NAMES: [&str; 12] = [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ];
        match self {
            Self::Gregorian => &NAMES,
            Self::Solar => &SOLAR_MONTHS,
        }
    }

    /// Year, month and day of a day; none outside of the years for which the calendar's rule is known.
    #[must_use]
    pub fn date(self, day: Day) -> Option<(i32, u32, u32)> {
        match self {
            Self::Gregorian => Some((day.year(), day.month(), day.day_of_month())),
            Self::Solar => day.solar().map(|date| (date.year, date.month, date.day)),
        }
    }

    /// The day of a year, month and day; none if the calendar has no such day.
    #[must_use]
    pub fn day(self, year: i32, month: u32, day: u32) -> Option<Day> {
        match self {
            Self::Gregorian => Day::new(year, month, day),
            Self::Solar => SolarDate { year, month, day }.day(),
        }
    }

    /// The first day of the month after that of `day`.
    #[must_use]
    pub fn next_month(self, day: Day) -> Day {
        let next = self.date(day).and_then(|(year, month, _)| {
            if month == 12 { self.day(year.checked_add(1)?, 1, 1) } else { self.day(year, month.checked_add(1)?, 1) }
        });
        // Beyond the rule, so that whoever goes from month to month comes to an end.
        next.unwrap_or_else(|| day.step(Step::Month, true).max(day.plus(1)))
    }

    /// The short name of a month, 1 to 12: `Aug`, `Asad`.
    #[must_use]
    pub fn month_name(self, month: u32) -> &'static str {
        let name = name_of(self.months(), month);
        match self {
            Self::Gregorian => name.get(..3).unwrap_or(name),
            Self::Solar => name,
        }
    }

    /// `12 Aug`, `21 Asad`; ISO where the calendar has no date.
    #[must_use]
    pub fn short(self, day: Day) -> String {
        self.date(day).map_or_else(|| day.to_string(), |(_, month, of)| format!("{of} {}", self.month_name(month)))
    }

    /// `Thu 12 Aug 2021`, `Thu 21 Asad 1400`.
    #[must_use]
    pub fn long(self, day: Day) -> String {
        let year = self.date(day).map_or_else(String::new, |(year, ..)| format!(" {year}"));
        format!("{} {}{year}", day.weekday(), self.short(day))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn dates_can_be_inverted_and_months_follow_one_another(offset in 0_i32..150_000) {
            let today = Day::new(1810, 1, 1).expect("a day").plus(offset);
            for calendar in [Calendar::Gregorian, Calendar::Solar] {
                let (year, month, day) = calendar.date(today).expect("in range");
                prop_assert_eq!(calendar.day(year, month, day), Some(today));
                let next = calendar.next_month(today);
                prop_assert_eq!(calendar.date(next).map(|(_, _, day)| day), Some(1));
                prop_assert_eq!(calendar.date(next.plus(-1)).map(|(year, month, _)| (year, month)), Some((year, month)));
            }
        }
    }

    #[test]
    fn there_are_two_calendars_and_each_is_the_other_of_the_other() {
        assert_eq!(Calendar::Gregorian.other(), Calendar::Solar);
        for calendar in [Calendar::Gregorian, Calendar::Solar] {
            assert_ne!(calendar.other(), calendar);
            assert_eq!(calendar.other().other(), calendar);
        }
    }

    #[test]
    fn names_are_those_of_the_calendar() {
        let day = Day::new(2021, 8, 12).expect("a day");
        assert_eq!(Calendar::Gregorian.long(day), "Thu 12 Aug 2021");
        assert_eq!(Calendar::Solar.long(day), "Thu 21 Asad 1400");
    }
}
