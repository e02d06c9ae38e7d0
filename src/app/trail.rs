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

    /// The day before the last jump, to be gone to from `day`; none at the first.
    pub(super) fn back(&mut self, day: Day) -> Option<Day> {
        let to = self.back.pop()?;
        self.ahead.push(day);
        Some(to)
    }

    /// The day that was last gone back from, to be gone to from `day`.
    pub(super) fn ahead(&mut self, day: Day) -> Option<Day> {
        let to = self.ahead.pop()?;
        self.back.push(day);
        Some(to)
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
}
