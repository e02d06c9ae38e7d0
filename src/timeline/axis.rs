//! Days to columns and back.

use crate::time::{Day, Span};

/// Days laid out over columns: every column stands for one day or several, or every day for one column or several.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Axis {
    span: Span,
    columns: u16,
}

impl Axis {
    /// An axis of `columns` columns over the days of `span`.
    #[must_use]
    pub fn new(span: Span, columns: u16) -> Self {
        Self { span, columns }
    }

    /// Columns.
    #[must_use]
    pub fn columns(&self) -> u16 {
        self.columns
    }

    /// The first column of a day; none outside of the span or without columns.
    #[must_use]
    pub fn column(&self, day: Day) -> Option<u16> {
        if !self.span.contains(day) || self.columns == 0 {
            return None;
        }
        let (days, at) = (i64::from(self.span.days()), i64::from(day.since(self.span.start)));
        let columns = i64::from(self.columns);
        // With more columns than days, the first of the day's columns; else the column that the day falls into.
        let column = if columns >= days { (at * columns + days - 1) / days } else { at * columns / days };
        u16::try_from(column.min(columns - 1)).ok()
    }

    /// The first day of a column; none beyond the columns.
    #[must_use]
    pub fn day(&self, column: u16) -> Option<Day> {
        if column >= self.columns || self.span.days() == 0 {
            return None;
        }
        let (days, columns, at) = (i64::from(self.span.days()), i64::from(self.columns), i64::from(column));
        let day = if columns >= days { at * days / columns } else { (at * days + columns - 1) / columns };
        i32::try_from(day.min(days - 1)).ok().map(|day| self.span.start.plus(day))
    }

    /// The days of a column.
    #[must_use]
    pub fn days(&self, column: u16) -> Option<Span> {
        let start = self.day(column)?;
        let next = self.day(column + 1).unwrap_or(self.span.end);
        Some(Span { start, end: next.max(start.plus(1)) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn axis(days: i32, columns: u16) -> Axis {
        let start = Day::new(2021, 5, 1).expect("a day");
        Axis::new(Span { start, end: start.plus(days) }, columns)
    }

    #[test]
    fn without_columns_or_days_there_is_nothing() {
        assert_eq!(axis(10, 0).column(axis(10, 0).span.start), None);
        assert_eq!(axis(0, 10).day(0), None);
    }

    proptest! {
        #[test]
        fn the_axis_is_monotone_and_can_be_inverted(days in 1_i32..2000, columns in 1_u16..400) {
            let axis = axis(days, columns);
            let mut last = 0;
            for offset in 0..days {
                let day = axis.span.start.plus(offset);
                let column = axis.column(day).expect("inside");
                prop_assert!(last <= column && column < columns);
                prop_assert!(axis.days(column).expect("a column").contains(day), "{day} is not among the days of column {column}");
                last = column;
            }
            for column in 0..columns {
                let day = axis.day(column).expect("inside");
                if i32::from(columns) <= days {
                    prop_assert_eq!(axis.column(day), Some(column));
                }
            }
            prop_assert_eq!(axis.day(0), Some(axis.span.start));
            prop_assert_eq!(axis.day(columns), None);
        }
    }
}
