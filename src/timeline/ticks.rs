//! Ticks that choose themselves: as many as fit, none over another, none that could mean two days.

use crate::time::{Calendar, Day, Span};

/// A label and the column at which it begins.
pub(super) type Tick = (u16, String);

/// What ticks can stand at, the finest first.
#[derive(Clone, Copy)]
enum Unit {
    /// Every so many days of a month, from its first.
    Days(u32),
    /// Every so many months of a year.
    Months(u32),
    /// Every so many years.
    Years(i32),
}

const UNITS: [Unit; 14] = [
    Unit::Days(1),
    Unit::Days(2),
    Unit::Days(5),
    Unit::Days(10),
    Unit::Days(15),
    Unit::Months(1),
    Unit::Months(3),
    Unit::Months(6),
    Unit::Years(1),
    Unit::Years(5),
    Unit::Years(10),
    Unit::Years(50),
    Unit::Years(100),
    Unit::Years(500),
];

/// The ticks of columns that stand for `slots`, each beginning at a column, on an axis that ends before column `end`.
pub(super) fn ticks(slots: &[(u16, Span)], end: u16, calendar: Calendar) -> Vec<Tick> {
    UNITS.iter().find_map(|unit| unit.ticks(slots, end, calendar)).unwrap_or_default()
}

/// The same without days where months will do.
pub(super) fn months(slots: &[(u16, Span)], end: u16, calendar: Calendar) -> Vec<Tick> {
    let mut without_days = UNITS.iter().filter(|unit| !matches!(unit, Unit::Days(_)));
    let found = without_days.find_map(|unit| unit.ticks(slots, end, calendar));
    found.filter(|ticks| ticks.len() > 1).unwrap_or_else(|| ticks(slots, end, calendar))
}

impl Unit {
    /// The ticks of this unit; none if they do not all fit, or if there would be none.
    fn ticks(self, slots: &[(u16, Span)], end: u16, calendar: Calendar) -> Option<Vec<Tick>> {
        let mut ticks: Vec<Tick> = Vec::new();
        let (mut free, mut year) = (0, None);
        for (index, &(x, days)) in slots.iter().enumerate() {
            let Some(day) = self.boundary(days, calendar, index == 0) else { continue };
            let (this, ..) = calendar.date(day)?;
            let label = self.label(day, calendar, year != Some(this));
            // The first slot begins in the middle of something; its label may give way to the next.
            let crowded = u32::from(x) < free;
            if crowded && ticks.len() == 1 && index > 0 && self.boundary(slots[0].1, calendar, false).is_none() {
                ticks.clear();
                let label = self.label(day, calendar, true);
                free = u32::from(x) + width(&label) + 1;
                ticks.push((x, label));
            } else if crowded {
                return None;
            } else {
                free = u32::from(x) + width(&label) + 1;
                ticks.push((x, label));
            }
            year = Some(this);
        }
        // The last may have no room to the right; it is left out rather than cut.
        if free > u32::from(end) + 1 {
            ticks.pop();
        }
        (!ticks.is_empty()).then_some(ticks)
    }

    /// The first day of `days` at which this unit has a tick; of the first slot, whatever it begins with.
    fn boundary(self, days: Span, calendar: Calendar, first: bool) -> Option<Day> {
        if first {
            return Some(days.start);
        }
        let mut day = days.start;
        while day < days.end {
            let (year, month, of) = calendar.date(day)?;
            let here = match self {
                // No tick so near to the next month that the two would be uneven.
                Self::Days(step) => (of - 1) % step == 0 && (step == 1 || of + step / 2 <= 30),
                Self::Months(step) => of == 1 && (month - 1) % step == 0,
                Self::Years(step) => of == 1 && month == 1 && year % step == 0,
            };
            if here {
                return Some(day);
            }
            day = match self {
                Self::Days(_) => day.plus(1),
                Self::Months(_) => calendar.next_month(day),
                Self::Years(_) => calendar.day(year + 1, 1, 1).filter(|next| *next > day)?,
            };
        }
        None
    }

    /// A day is told with its month, a month by its name; the year comes first and wherever it changes.
    fn label(self, day: Day, calendar: Calendar, with_year: bool) -> String {
        let Some((year, month, _)) = calendar.date(day) else { return day.to_string() };
        let name = match self {
            Self::Days(_) => calendar.short(day),
            Self::Months(_) => calendar.month_name(month).to_owned(),
            Self::Years(_) => return year.to_string(),
        };
        if with_year { format!("{name} {year}") } else { name }
    }
}

fn width(label: &str) -> u32 {
    u32::try_from(crate::text::width(label)).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn axis(start: Day, per: i32, columns: u16, wide: u16) -> Vec<(u16, Span)> {
        let slot = |index: u16| {
            let start = start.plus(i32::from(index) * per);
            (index * wide, Span { start, end: start.plus(per) })
        };
        (0..columns / wide).map(slot).collect()
    }

    proptest! {
        #[test]
        fn ticks_never_overlap_and_the_first_has_its_year(
            columns in 1_u16..400, offset in 0_i32..20_000, at in 0_usize..7, solar: bool,
        ) {
            let (wide, per) = [(8, 1), (4, 1), (1, 1), (1, 2), (1, 7), (1, 30), (1, 365)][at];
            let calendar = if solar { Calendar::Solar } else { Calendar::Gregorian };
            let start = Day::new(1900, 1, 1).expect("a day").plus(offset);
            let ticks = ticks(&axis(start, per, columns, wide), columns, calendar);
            let mut free = 0;
            for (x, label) in &ticks {
                prop_assert!(*x >= free, "{ticks:?}");
                free = x + u16::try_from(label.len()).expect("short") + 1;
                prop_assert!(free <= columns + 1, "{ticks:?} in {columns}");
            }
            let labels: Vec<&String> = ticks.iter().map(|(_, label)| label).collect();
            let mut once = labels.clone();
            once.sort();
            once.dedup();
            // Within a year no label stands twice; a page of several years tells them apart by the year.
            if per * i32::from(columns / wide) < 360 {
                prop_assert_eq!(once.len(), labels.len(), "{:?}", labels);
            }
            if let Some(first) = labels.first() {
                prop_assert!(first.split(' ').next_back().is_some_and(|year| year.len() == 4), "{first}");
            }
        }
    }

    #[test]
    fn ticks_are_as_fine_as_there_is_room_for() {
        let start = Day::new(2021, 5, 1).expect("a day");
        let told = |ticks: Vec<Tick>| -> String {
            ticks.into_iter().map(|(x, label)| format!("{x} {label}")).collect::<Vec<_>>().join(", ")
        };
        let (days, years) = (axis(start, 1, 130, 1), axis(start, 365, 80, 1));
        assert_eq!(told(months(&days, 130, Calendar::Gregorian)), "0 May 2021, 31 Jun, 61 Jul, 92 Aug, 123 Sep");
        assert_eq!(told(ticks(&days[..61], 61, Calendar::Gregorian)), "0 1 May 2021, 15 16 May, 31 1 Jun, 46 16 Jun");
        assert!(told(ticks(&years, 80, Calendar::Gregorian)).starts_with("3 2025, 8 2030, 13 2035"));
        assert_eq!(told(ticks(&axis(start, 1, 5, 1), 5, Calendar::Gregorian)), "0 2021");
    }
}
