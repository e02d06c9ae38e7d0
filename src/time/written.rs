//! Dates as people type them: `2021-08-12`, `12 aug`, `21 asad 1400`, `aug`, `15`, `+3`, `-1w`.
//!
//! What is left out is taken from the days that there are to choose from: the year, the month, the calendar of a year
//! that both calendars have.

use thiserror::Error;

use super::{Calendar, Day, Span, Step, name_of};

/// Why a text names no day of a stretch.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum WrittenError {
    /// Nothing about the text is a date.
    #[error("a date is written 2021-08-12, 12 aug, 15, +3 or -1w")]
    NotADate,
    /// The form is right, neither calendar has such a day.
    #[error("the calendar has no such day")]
    NoSuchDay,
    /// A day of a month was given as a number that no month has.
    #[error("no month has a day {0}")]
    NoSuchDayOfMonth(u32),
    /// Two days of a year are written so.
    #[error("{0} or {1}? write the month as a word, or 2021-08-12")]
    Ambiguous(String, String),
    /// A day, but none of the stretch.
    #[error("{0} lies outside of {from} to {to}", from = .1.start, to = .1.last())]
    Outside(Day, Span),
    /// A step so wide that it ends beyond the years that are shown.
    #[error("that leads out of the calendar, which has the years 1 to 9999")]
    Beyond,
}

impl Day {
    /// The day of `within` that `text` names, as seen from `near`: of several, the nearest to it.
    ///
    /// # Errors
    /// When the text is no date, could be two, or is a day that `within` does not have.
    pub fn read(text: &str, near: Self, within: Span) -> Result<Self, WrittenError> {
        let text = text.trim().to_lowercase();
        if let Some(moved) = moved(&text, near) {
            let day = moved?;
            return inside(&[Span::inclusive(day, day)], near, within);
        }
        let words = words(&text);
        let digits = words.iter().filter(|word| is_number(word));
        // A number too large to be counted is no part of a date; without it the text would be another one.
        let Ok(numbers) = digits.map(|word| word.parse()).collect::<Result<Vec<u32>, _>>() else {
            return Err(WrittenError::NotADate);
        };
        let spans = match (months(&words), numbers.as_slice()) {
            (None, _) | (Some(None), &[]) => return Err(WrittenError::NotADate),
            (Some(None), numbers) => by_numbers(&text, numbers, near, within)?,
            (Some(Some(month)), numbers) => by_month(month, numbers, within)?,
        };
        inside(&spans, near, within)
    }
}

/// Of the days that a text may mean the one in `within` that is nearest to `near`; of a whole month or year, its first.
fn inside(spans: &[Span], near: Day, within: Span) -> Result<Day, WrittenError> {
    let Some(first) = spans.first().copied() else { return Err(WrittenError::NoSuchDay) };
    let cut = |span: &Span| Span { start: span.start.max(within.start), end: span.end.min(within.end) };
    let days = spans.iter().map(cut).filter(|span| span.days() > 0).map(|span| span.start);
    days.min_by_key(|day| day.since(near).abs()).ok_or(WrittenError::Outside(first.start, within))
}

/// `+3`, `-1w`, `+2 months`: so far from `near`.
fn moved(text: &str, near: Day) -> Option<Result<Day, WrittenError>> {
    let (forwards, rest) = match (text.strip_prefix('+'), text.strip_prefix('-')) {
        (Some(rest), _) => (true, rest),
        (None, Some(rest)) => (false, rest),
        (None, None) => return None,
    };
    let unit = rest.trim_start_matches(|letter: char| letter.is_ascii_digit());
    let digits = rest.strip_suffix(unit).filter(|digits| !digits.is_empty())?;
    let step = match unit.trim() {
        "" | "d" | "day" | "days" => Step::Day,
        "w" | "week" | "weeks" => Step::Week,
        "m" | "month" | "months" => Step::Month,
        "y" | "year" | "years" => Step::Year,
        _ => return None,
    };
    // Of a number that is too large only that it is matters: it leads out of the calendar.
    let count = digits.parse().unwrap_or(i32::MAX);
    let day = near.reached(step, if forwards { count } else { count.saturating_neg() });
    Some(day.ok_or(WrittenError::Beyond))
}

/// The numbers and the words of a text, without what a date may carry along: weekdays, `of`, `th`.
fn words(text: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let digits = first.is_ascii_digit();
        let same = |letter: char| if digits { letter.is_ascii_digit() } else { letter.is_alphabetic() };
        let tail = rest.trim_start_matches(same);
        if let Some(word) = rest.strip_suffix(tail).filter(|word| !word.is_empty()) {
            words.push(word);
            rest = tail;
        } else {
            rest = rest.get(first.len_utf8()..).unwrap_or_default();
        }
    }
    words.retain(|word| !WITHOUT_MEANING.contains(word));
    words
}

const WITHOUT_MEANING: [&str; 23] = [
    "of",
    "st",
    "nd",
    "rd",
    "th",
    "mon",
    "monday",
    "tue",
    "tues",
    "tuesday",
    "wed",
    "wednesday",
    "thu",
    "thur",
    "thurs",
    "thursday",
    "fri",
    "friday",
    "sat",
    "saturday",
    "sun",
    "sunday",
    "the",
];

fn is_number(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_digit())
}

/// The month that the words name, if they name one and nothing else; the outer `None` is a word that is no month.
#[expect(clippy::option_option, reason = "no month is as good an answer as a month; another word is none at all")]
fn months(words: &[&str]) -> Option<Option<(Calendar, u32)>> {
    let mut found = None;
    for word in words.iter().filter(|word| !is_number(word)) {
        let month = [Calendar::Gregorian, Calendar::Solar].into_iter().find_map(|calendar| {
            let fits = |name: &&str| word.len() >= 3 && name.to_lowercase().starts_with(word);
            let at = calendar.months().iter().position(fits)?;
            Some((calendar, u32::try_from(at).ok()?.checked_add(1)?))
        })?;
        if found.replace(month).is_some() {
            return None;
        }
    }
    Some(found)
}

/// `12 aug`, `aug 12 2021`, `august`, `aug 2021`.
fn by_month((calendar, month): (Calendar, u32), numbers: &[u32], within: Span) -> Result<Vec<Span>, WrittenError> {
    let is_year = |number: u32| number > 31;
    let (day, year) = match *numbers {
        [] => (None, None),
        [one] if is_year(one) => (None, Some(one)),
        [one] => (Some(one), None),
        [day, year] if is_year(year) => (Some(day), Some(year)),
        [year, day] if is_year(year) => (Some(day), Some(year)),
        _ => return Err(WrittenError::NotADate),
    };
    // Some years on either side, so that a day just outside is told to be outside and not to be missing.
    let of = |day: Day| calendar.date(day).map_or(0, |(year, ..)| year);
    let asked = year.map(|year| i32::try_from(year).unwrap_or(i32::MAX));
    let years =
        asked.map_or(of(within.start).saturating_sub(4)..=of(within.last()).saturating_add(4), |year| year..=year);
    let whole = |year| {
        let start = calendar.day(year, month, 1)?;
        Some(Span { start, end: calendar.next_month(start) })
    };
    let single = |year, day| calendar.day(year, month, day).map(|day| Span::inclusive(day, day));
    Ok(years.filter_map(|year| day.map_or_else(|| whole(year), |day| single(year, day))).collect())
}

/// `2021-08-12`, `20210812`, `1400-05-21`, `2021`, `15`; `12/8` could be two days.
fn by_numbers(text: &str, numbers: &[u32], near: Day, within: Span) -> Result<Vec<Span>, WrittenError> {
    let number = |number: u32| i32::try_from(number).unwrap_or(i32::MAX);
    match *numbers {
        [year, month, day] if year > 31 => Ok(in_either_calendar(number(year), month, day, within)),
        [one, other, year] if year > 31 => day_and_month(one, other, Some(number(year)), within),
        [one, other] if one <= 31 && other <= 31 => day_and_month(one, other, None, within),
        [date] if text.len() == 8 => {
            Ok(in_either_calendar(number(date / 10_000), date / 100 % 100, date % 100, within))
        }
        [day] if text.len() <= 2 && !(1..=31).contains(&day) => Err(WrittenError::NoSuchDayOfMonth(day)),
        [year] if year > 31 && text.len() <= 4 => {
            let whole = |calendar: Calendar| {
                let start = calendar.day(number(year), 1, 1)?;
                Some(Span { start, end: calendar.day(number(year).checked_add(1)?, 1, 1)? })
            };
            Ok(preferring(within, [whole(Calendar::Gregorian), whole(Calendar::Solar)]))
        }
        // The fifteenth: of this month, the last or the next, whichever is nearest.
        [day] if day <= 31 && text.len() <= 2 => {
            let months = (-12..=12).map(|months| near.steps(Step::Month, months));
            let days = months.filter_map(|month| Day::new(month.year(), month.month(), day));
            Ok(days.map(|day| Span::inclusive(day, day)).collect())
        }
        _ => Err(WrittenError::NotADate),
    }
}

/// A day and a month, whichever comes first.
fn day_and_month(one: u32, other: u32, year: Option<i32>, within: Span) -> Result<Vec<Span>, WrittenError> {
    let years = year.into_iter().filter_map(|year| u32::try_from(year).ok());
    let of = |day: u32, month: u32| {
        let numbers: Vec<u32> = [day].into_iter().chain(years.clone()).collect();
        by_month((Calendar::Gregorian, month), &numbers, within)
    };
    let name = |day: u32, month: u32| {
        let month = name_of(Calendar::Gregorian.months(), month);
        format!("{day} {month}")
    };
    match (one <= 12, other <= 12) {
        (true, true) if one == other => of(one, other),
        (true, true) => Err(WrittenError::Ambiguous(name(one, other), name(other, one))),
        (false, true) => of(one, other),
        (true, false) => of(other, one),
        (false, false) => Err(WrittenError::NoSuchDay),
    }
}

/// A full date: Gregorian, unless only the other calendar's day is one of `within`.
fn in_either_calendar(year: i32, month: u32, day: u32, within: Span) -> Vec<Span> {
    let of = |calendar: Calendar| calendar.day(year, month, day).map(|day| Span::inclusive(day, day));
    preferring(within, [of(Calendar::Gregorian), of(Calendar::Solar)])
}

fn preferring(within: Span, spans: [Option<Span>; 2]) -> Vec<Span> {
    let touches = |span: &Span| span.start < within.end && within.start < span.end;
    let spans = spans.into_iter().flatten();
    spans.clone().find(touches).or_else(|| spans.clone().next()).into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).expect("a date")
    }

    fn read(text: &str) -> Result<String, String> {
        let within = Span::inclusive(day("2021-05-01"), day("2021-09-07"));
        let read = Day::read(text, day("2021-08-09"), within);
        read.map(|day| day.to_string()).map_err(|error| error.to_string())
    }

    #[test]
    fn a_day_can_be_written_in_many_ways() {
        for text in [
            "2021-08-12",
            "2021-8-12",
            "2021/08/12",
            "20210812",
            "12 aug",
            "aug 12",
            "12 August",
            "12. aug.",
            "Thu 12 Aug 2021",
            "august 12th, 2021",
            "12-aug-2021",
            "12",
            "+3",
            "+3d",
            "+3 days",
            "21 asad",
            "asad 21 1400",
            "1400-05-21",
            " 12 AUG ",
        ] {
            assert_eq!(read(text).as_deref(), Ok("2021-08-12"), "{text}");
        }
    }

    #[test]
    fn steps_are_counted_from_where_one_is() {
        assert_eq!(read("-1w").as_deref(), Ok("2021-08-02"));
        assert_eq!(read("-2 months").as_deref(), Ok("2021-06-09"));
        assert_eq!(read("+0").as_deref(), Ok("2021-08-09"));
        assert!(read("+1y").is_err_and(|error| error.contains("outside")));
        assert!(read("+3x").is_err());
    }

    #[test]
    fn a_step_out_of_the_calendar_is_said_to_be_one() {
        for text in ["+65535y", "-65535y", "-9000y", "+99999m", "+9999999d", "-500000w", "+4294967296", "-99999999999y"]
        {
            assert!(read(text).is_err_and(|error| error.contains("out of the calendar")), "{text}: {:?}", read(text));
        }
        assert_eq!(read("+7978y"), Err("9999-08-09 lies outside of 2021-05-01 to 2021-09-07".into()));
    }

    #[test]
    fn what_could_be_two_days_is_refused() {
        assert_eq!(read("12/8"), Err("12 August or 8 December? write the month as a word, or 2021-08-12".into()));
        assert!(read("8.12.2021").is_err_and(|error| error.contains("8 December or 12 August")));
        assert_eq!(read("15/8").as_deref(), Ok("2021-08-15"));
        assert_eq!(read("8/15").as_deref(), Ok("2021-08-15"));
        assert_eq!(read("8/8").as_deref(), Ok("2021-08-08"));
    }

    #[test]
    fn a_day_alone_is_the_nearest_of_that_number() {
        assert_eq!(read("15").as_deref(), Ok("2021-08-15"));
        assert_eq!(read("31").as_deref(), Ok("2021-07-31"));
        assert_eq!(read("06").as_deref(), Ok("2021-08-06"));
        for (text, day) in [("32", 32), ("99", 99), ("00", 0), ("0", 0)] {
            assert_eq!(read(text), Err(format!("no month has a day {day}")), "{text}");
        }
    }

    #[test]
    fn a_month_or_a_year_is_its_first_day_in_the_stretch() {
        assert_eq!(read("june").as_deref(), Ok("2021-06-01"));
        assert_eq!(read("jun 2021").as_deref(), Ok("2021-06-01"));
        assert_eq!(read("2021").as_deref(), Ok("2021-05-01"));
        assert_eq!(read("1400").as_deref(), Ok("2021-05-01"));
        assert_eq!(read("asad").as_deref(), Ok("2021-07-23"));
    }

    #[test]
    fn a_day_outside_and_a_day_that_does_not_exist_are_told_apart() {
        let outside = "2022-08-12 lies outside of 2021-05-01 to 2021-09-07";
        assert_eq!(read("2022-08-12"), Err(outside.into()));
        assert!(read("30 dec").is_err_and(|error| error.contains("outside")));
        assert_eq!(read("30 feb"), Err("the calendar has no such day".into()));
        assert_eq!(read("2021-02-29"), Err("the calendar has no such day".into()));
        assert_eq!(read("1400-13-01"), Err("the calendar has no such day".into()));
    }

    #[test]
    fn other_texts_are_no_dates() {
        for text in [
            "",
            "kunduz",
            "fall of kunduz",
            "12 aug sep",
            "au",
            "1 2 3 4",
            "12:30 aug 5 6",
            "-",
            "+",
            "augustus",
            "40/8",
            "8/40",
            "015",
            "12 aug 99999999999",
            "99999999999 aug",
            "2021-08-12 99999999999",
            "99999999999",
        ] {
            assert!(matches!(read(text), Err(error) if error.starts_with("a date is written")), "{text}");
        }
    }

    #[test]
    fn impossible_years_are_refused_in_both_calendars() {
        for text in ["4294967295-12-01", "99999-12-30", "2147483647-12-01", "12 hut 4294967295", "12 aug 4294967295"] {
            assert_eq!(read(text), Err("the calendar has no such day".into()), "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn no_text_is_too_strange(text in "([0-9]{1,10}|[-+/., ]|hut|feb|y|m|\\PC){0,8}") {
            let _ = read(&text);
        }
    }

    #[test]
    fn a_leap_day_is_found_in_the_year_that_has_it() {
        let within = Span::inclusive(day("1999-01-01"), day("2005-12-31"));
        assert_eq!(Day::read("29 feb", day("2003-05-05"), within), Ok(day("2004-02-29")));
    }
}
