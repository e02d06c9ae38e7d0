//! The arrangement of labels: which of its candidates each place gets.
//!
//! One place after another takes its best. A candidate may drive out others, which then look anew, and each time find it
//! dearer to be driven out, so that the search ends. The best arrangement on the way is kept. What a candidate covers is
//! looked at when it might be the best: most places need few of theirs.

use std::collections::VecDeque;

use super::label::Stand;
use super::price::Price;

/// How many turns the search takes for each place, and at most.
const TURNS: usize = 30;
const MOST_TURNS: usize = 6_000;

/// What a place without a name costs.
const NAMELESS: Price = 240;

/// What it costs to drive out a label, and how much more each time.
const DRIVEN: (Price, Price) = (8, 5);

/// A place for a name, with its price.
#[derive(Clone, Copy)]
pub(super) struct Candidate {
    /// Where the name would stand.
    pub(super) stand: Stand,
    /// Which form of the name.
    pub(super) form: usize,
    /// What it costs by itself; before it is known what it covers, at least so much.
    pub(super) price: Price,
    /// Whether the price counts what it covers.
    pub(super) known: bool,
}

/// A label that is laid: its first and its last column in a row, and the place in the ranking.
type Laid = (i32, i32, usize);

/// The search for an arrangement of labels.
pub(super) struct Search<'a, F> {
    candidates: &'a mut [Vec<Candidate>],
    /// What a label of a place covers where it would stand, as a price of nothing or more; none if it may not stand
    /// there.
    covered: F,
    /// By place in the ranking, its candidate.
    chosen: Vec<Option<usize>>,
    /// How often each was driven out.
    driven: Vec<Price>,
    /// By row of the panel, the stretches that labels take there.
    rows: Vec<Vec<Laid>>,
    /// What the present arrangement costs.
    price: Price,
}

impl<'a, F: Fn(usize, &Stand) -> Option<Price>> Search<'a, F> {
    /// A search over the candidates of every place, the most important place first, on a panel of so many rows.
    pub(super) fn new(candidates: &'a mut [Vec<Candidate>], rows: u16, covered: F) -> Self {
        let count = candidates.len();
        let price = NAMELESS * Price::try_from(count).unwrap_or(Price::MAX / NAMELESS);
        let rows = vec![Vec::new(); rows.into()];
        Self { candidates, covered, chosen: vec![None; count], driven: vec![0; count], rows, price }
    }

    /// The best arrangement found: for every place the index of its candidate.
    pub(super) fn run(mut self) -> Vec<Option<usize>> {
        let mut waiting: VecDeque<usize> = (0..self.candidates.len()).collect();
        let mut best = (Price::MAX, self.chosen.clone());
        let turns = (TURNS * self.candidates.len()).min(MOST_TURNS);
        for _ in 0..turns {
            let Some(place) = waiting.pop_front() else { break };
            let Some((candidate, rivals)) = self.choose(place) else { continue };
            for rival in rivals {
                self.driven[rival] += 1;
                self.lift(rival);
                waiting.push_back(rival);
            }
            self.lay(place, candidate);
            if self.price < best.0 {
                best.0 = self.price;
                best.1.clone_from(&self.chosen);
            }
        }
        best.1
    }

    /// Puts a label down.
    fn lay(&mut self, place: usize, index: usize) {
        let candidate = &self.candidates[place][index];
        self.chosen[place] = Some(index);
        self.price += candidate.price - NAMELESS;
        for (row, from, to) in candidate.stand.stretches() {
            if let Some(row) = usize::try_from(row).ok().and_then(|row| self.rows.get_mut(row)) {
                row.push((from, to, place));
            }
        }
    }

    /// Takes the label of a place away.
    fn lift(&mut self, place: usize) {
        let Some(index) = self.chosen[place].take() else { return };
        let candidate = &self.candidates[place][index];
        self.price += NAMELESS - candidate.price;
        for (row, ..) in candidate.stand.stretches() {
            if let Some(row) = usize::try_from(row).ok().and_then(|row| self.rows.get_mut(row)) {
                row.retain(|&(.., other)| other != place);
            }
        }
    }

    /// The candidate that is best for a place, with those that it drives out; none if to stay nameless is better.
    fn choose(&mut self, place: usize) -> Option<(usize, Vec<usize>)> {
        let mut best: Option<(usize, Vec<usize>)> = None;
        let mut least = NAMELESS;
        for index in 0..self.candidates[place].len() {
            // However few it drives out, a dearer one cannot be better.
            let Some(price) = self.judged(place, index, least) else { continue };
            let rivals = self.rivals(place, &self.candidates[place][index].stand);
            let price = price + rivals.iter().map(|&rival| self.worth(rival)).sum::<Price>();
            if price < least {
                (least, best) = (price, Some((index, rivals)));
            }
        }
        best
    }

    /// What a candidate costs by itself if that is less than so much; looks at what it covers if need be.
    fn judged(&mut self, place: usize, index: usize, most: Price) -> Option<Price> {
        let candidate = &mut self.candidates[place][index];
        if candidate.price < most && !candidate.known {
            let covered = (self.covered)(place, &candidate.stand);
            candidate.price = covered.map_or(Price::MAX, |covered| candidate.price + covered);
            candidate.known = true;
        }
        Some(candidate.price).filter(|&price| price < most)
    }

    /// What it costs to drive out a label: more each time.
    fn worth(&self, place: usize) -> Price {
        let (first, again) = DRIVEN;
        first + again * self.driven[place]
    }

    /// The places whose labels overlap a label or have no blank between them and it.
    fn rivals(&self, place: usize, stand: &Stand) -> Vec<usize> {
        let mut rivals = Vec::new();
        for (row, from, to) in stand.stretches() {
            let there = usize::try_from(row).ok().and_then(|row| self.rows.get(row));
            for &(first, last, other) in there.into_iter().flatten() {
                if other != place && first <= to + 1 && from <= last + 1 {
                    rivals.push(other);
                }
            }
        }
        rivals.sort_unstable();
        rivals.dedup();
        rivals
    }
}
