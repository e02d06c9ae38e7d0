//! Where one has been in time: the history of jumps, and days that were marked by a letter.

use std::collections::BTreeMap;

use crate::time::Day;

/// The days that jumps left, and those that going back left. A step is no jump.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Trail {
    back: Vec<Day>,
    ahead: Vec<Day>,
    marks: BTreeMap<char, Day>,
}

/// How many jumps are remembered.
const LONGEST: usize = 100;

impl Trail {
    /// Notes that a jump left `day`.
    pub(super) fn left(&mut self, day: Day) {
        if self.back.last() != Some(&day) {
            self.back.push(day);
        }
        self.ahead.clear();
        let surplus = self.back.len().saturating_sub(LONGEST);
        self.back.drain(..surplus);
    }

    /// The day before the last jump that led elsewhere, to be gone to from `day`; none at the first.
    pub(super) fn back(&mut self, day: Day) -> Option<Day> {
        let to = elsewhere(&mut self.back, day)?;
        self.ahead.push(day);
        Some(to)
    }

    /// The day that was last gone back from, to be gone to from `day`.
    pub(super) fn ahead(&mut self, day: Day) -> Option<Day> {
        let to = elsewhere(&mut self.ahead, day)?;
        self.back.push(day);
        Some(to)
    }

    /// The day that going back from `day` leads to.
    #[must_use]
    pub fn behind(&self, day: Day) -> Option<Day> {
        self.back.iter().rev().copied().find(|&to| to != day)
    }

    /// Marks a day by a letter; a letter marks one day.
    pub(super) fn mark(&mut self, letter: char, day: Day) {
        self.marks.insert(letter, day);
    }

    /// The day that a letter marks.
    #[must_use]
    pub fn marked(&self, letter: char) -> Option<Day> {
        self.marks.get(&letter).copied()
    }

    /// The marks by their letters.
    pub fn marks(&self) -> impl Iterator<Item = (char, Day)> {
        self.marks.iter().map(|(&letter, &day)| (letter, day))
    }
}

/// Takes the last of some days that is not `day`: a way to where one is already would look like none.
fn elsewhere(days: &mut Vec<Day>, day: Day) -> Option<Day> {
    while let Some(to) = days.pop() {
        if to != day {
            return Some(to);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_goes_back_and_ahead_as_one_came() {
        let day = |number| Day::new(2021, 8, number).expect("a day");
        let mut trail = Trail::default();
        trail.left(day(1));
        trail.left(day(5));
        assert_eq!(trail.back(day(9)), Some(day(5)));
        assert_eq!(trail.back(day(5)), Some(day(1)));
        assert_eq!(trail.back(day(1)), None);
        assert_eq!(trail.ahead(day(1)), Some(day(5)));
        assert_eq!(trail.ahead(day(5)), Some(day(9)));
        assert_eq!(trail.ahead(day(9)), None);
        trail.left(day(9));
        assert_eq!(trail.ahead(day(2)), None);
    }

    #[test]
    fn a_way_back_to_where_one_is_already_is_passed_over() {
        let day = |number| Day::new(2021, 8, number).expect("a day");
        let mut trail = Trail::default();
        trail.left(day(1));
        trail.left(day(5));
        assert_eq!(trail.behind(day(5)), Some(day(1)));
        assert_eq!((trail.back(day(5)), trail.behind(day(1)), trail.back(day(1))), (Some(day(1)), None, None));
        assert_eq!(trail.ahead(day(1)), Some(day(5)));
    }
}
