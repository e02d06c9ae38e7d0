//! Sets of cells of the panel, a bit each: whether a stretch of a row is free is asked for dozens of cells at once.

use super::viewport::{CellAt, Viewport};

/// How many cells a word of bits stands for.
const WORD: usize = u64::BITS as usize;

/// Some cells of a panel. What lies off the panel is in no set.
#[derive(Clone, Debug)]
pub(super) struct CellSet {
    width: i32,
    height: i32,
    /// The words of a row.
    words: usize,
    bits: Vec<u64>,
}

/// A stretch of a row: the words that its ends are in, and the bits of each from there on or up to there.
struct Stretch {
    first: usize,
    head: u64,
    last: usize,
    tail: u64,
}

impl CellSet {
    /// None of the cells of a view.
    pub(super) fn none(view: &Viewport) -> Self {
        let words = usize::from(view.width()).div_ceil(WORD);
        let bits = vec![0; words * usize::from(view.height())];
        Self { width: view.width().into(), height: view.height().into(), words, bits }
    }

    /// Puts a cell into the set.
    pub(super) fn insert(&mut self, at: CellAt) {
        self.insert_all(at.y, at.x, at.x + 1);
    }

    /// Puts the cells of a row into the set, from a column up to another.
    pub(super) fn insert_all(&mut self, y: i32, from: i32, to: i32) {
        let Some(Stretch { first, head, last, tail }) = self.stretch(y, from, to) else { return };
        if first == last {
            self.bits[first] |= head & tail;
        } else {
            self.bits[first] |= head;
            self.bits[first + 1..last].fill(u64::MAX);
            self.bits[last] |= tail;
        }
    }

    /// Whether a cell is in the set.
    pub(super) fn has(&self, at: CellAt) -> bool {
        self.any(at.y, at.x, at.x + 1)
    }

    /// Whether a cell of a row is in the set, from a column up to another.
    pub(super) fn any(&self, y: i32, from: i32, to: i32) -> bool {
        let Some(Stretch { first, head, last, tail }) = self.stretch(y, from, to) else { return false };
        if first == last {
            return self.bits[first] & head & tail != 0;
        }
        let between = || self.bits[first + 1..last].iter().any(|&word| word != 0);
        self.bits[first] & head != 0 || self.bits[last] & tail != 0 || between()
    }

    /// Whether a cell of a row is in the set, from a column up to another, a certain one aside.
    pub(super) fn any_but(&self, one: CellAt, y: i32, from: i32, to: i32) -> bool {
        if y == one.y && (from..to).contains(&one.x) {
            self.any(y, from, one.x) || self.any(y, one.x + 1, to)
        } else {
            self.any(y, from, to)
        }
    }

    /// The part of a row that lies on the panel, from a column up to another; none if there is none.
    fn stretch(&self, y: i32, from: i32, to: i32) -> Option<Stretch> {
        let (from, to) = (from.max(0), to.min(self.width));
        if from >= to || !(0..self.height).contains(&y) {
            return None;
        }
        // None of them is less than zero.
        let [row, from, end] = [y, from, to - 1].map(|at| usize::try_from(at).unwrap_or(0));
        let row = row * self.words;
        let (head, tail) = (u64::MAX << (from % WORD), u64::MAX >> (WORD - 1 - end % WORD));
        Some(Stretch { first: row + from / WORD, head, last: row + end / WORD, tail })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gazetteer::Gazetteer;
    use crate::map::Magnify;
    use proptest::prelude::*;

    fn empty(width: u16, height: u16) -> CellSet {
        CellSet::none(&Viewport::fit(&Gazetteer::default(), &Magnify::default(), width, height))
    }

    proptest! {
        #[test]
        fn a_stretch_is_asked_for_as_its_cells_are(
            cells in prop::collection::vec((-2_i32..140, -2_i32..4), 0..9), y in -2_i32..4, from in -3_i32..140, long in -2_i32..140,
        ) {
            let mut set = empty(130, 3);
            for &(x, y) in &cells {
                set.insert(CellAt { x, y });
            }
            let inside = |x: i32, y: i32| (0..130).contains(&x) && (0..3).contains(&y) && cells.contains(&(x, y));
            prop_assert_eq!(set.any(y, from, from + long), (from..from + long).any(|x| inside(x, y)));
            for one in (from..from + long).map(|x| CellAt { x, y }).chain(cells.first().map(|&(x, y)| CellAt { x, y })) {
                let others = (from..from + long).any(|x| inside(x, y) && one != CellAt { x, y });
                prop_assert_eq!(set.any_but(one, y, from, from + long), others);
            }
        }

        #[test]
        fn a_stretch_is_put_in_as_its_cells_are(y in -2_i32..4, from in -3_i32..140, long in -2_i32..140) {
            let mut set = empty(130, 3);
            set.insert_all(y, from, from + long);
            for (x, row) in (-2..132).flat_map(|x| (-2..4).map(move |row| (x, row))) {
                let inside = row == y && (0..3).contains(&y) && (from..from + long).contains(&x) && (0..130).contains(&x);
                prop_assert_eq!(set.has(CellAt { x, y: row }), inside);
            }
        }
    }

    #[test]
    fn a_panel_without_cells_has_none() {
        let mut set = empty(0, 0);
        set.insert(CellAt { x: 0, y: 0 });
        assert!(!set.any(0, -5, 5));
    }
}
