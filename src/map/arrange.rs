//! The arrangement of labels: which of its candidates each place gets.
//!
//! One place after another takes its best. A candidate may drive out others, which then look anew, and each time find it
//! dearer to be driven out, so that the search ends. The best arrangement on the way is kept.

use std::collections::{BTreeMap, VecDeque};

use super::label::Label;

/// How many turns the search takes for each place, and at most.
const TURNS: usize = 30;
const MOST_TURNS: usize = 6_000;

/// What a place without a name costs.
const NAMELESS: f64 = 24.0;

/// A label with its price.
pub(super) struct Candidate {
    /// The label.
    pub(super) label: Label,
    /// What it costs by itself.
    pub(super) price: f64,
}

/// The search for an arrangement of labels.
pub(super) struct Search<'a> {
    candidates: &'a [Vec<Candidate>],
    /// By place in the ranking, its candidate.
    chosen: Vec<Option<usize>>,
    /// How often each was driven out.
    driven: Vec<u32>,
    /// By row of the panel, the stretches that labels take there: the first column, the last one and whose it is.
    rows: BTreeMap<i32, Vec<(i32, i32, usize)>>,
}

impl<'a> Search<'a> {
    /// A search over the candidates of every place, the most important place first.
    pub(super) fn new(candidates: &'a [Vec<Candidate>]) -> Self {
        let count = candidates.len();
        Self { candidates, chosen: vec![None; count], driven: vec![0; count], rows: BTreeMap::new() }
    }

    /// The best arrangement found: for every place the index of its candidate.
    pub(super) fn run(mut self) -> Vec<Option<usize>> {
        let mut waiting: VecDeque<usize> = (0..self.candidates.len()).collect();
        let mut best = (f64::INFINITY, self.chosen.clone());
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
            let price = self.price();
            if price < best.0 {
                best = (price, self.chosen.clone());
            }
        }
        best.1
    }

    /// Puts a label down.
    fn lay(&mut self, place: usize, candidate: usize) {
        self.chosen[place] = Some(candidate);
        for (row, from, to) in self.candidates[place][candidate].label.stretches() {
            self.rows.entry(row).or_default().push((from, to, place));
        }
    }

    /// Takes the label of a place away.
    fn lift(&mut self, place: usize) {
        let Some(candidate) = self.chosen[place].take() else { return };
        for (row, ..) in self.candidates[place][candidate].label.stretches() {
            if let Some(row) = self.rows.get_mut(&row) {
                row.retain(|&(.., other)| other != place);
            }
        }
    }

    /// What the present arrangement costs.
    fn price(&self) -> f64 {
        let of = |(own, chosen): (&Vec<Candidate>, &Option<usize>)| chosen.map_or(NAMELESS, |index| own[index].price);
        self.candidates.iter().zip(&self.chosen).map(of).sum()
    }

    /// The candidate that is best for a place, with those that it drives out; none if to stay nameless is better.
    fn choose(&self, place: usize) -> Option<(usize, Vec<usize>)> {
        let mut best: Option<(f64, usize, Vec<usize>)> = None;
        for (index, candidate) in self.candidates[place].iter().enumerate() {
            let rivals = self.rivals(place, &candidate.label);
            let damage: f64 = rivals.iter().map(|&rival| self.worth(rival)).sum();
            let price = candidate.price + damage;
            if price < NAMELESS && best.as_ref().is_none_or(|(least, ..)| price < *least) {
                best = Some((price, index, rivals));
            }
        }
        best.map(|(_, index, rivals)| (index, rivals))
    }

    /// What it costs to drive out a label: more each time.
    fn worth(&self, place: usize) -> f64 {
        0.8 + 0.5 * f64::from(self.driven[place])
    }

    /// The places whose labels overlap a label or have no blank between them and it.
    fn rivals(&self, place: usize, label: &Label) -> Vec<usize> {
        let mut rivals = Vec::new();
        for (row, from, to) in label.stretches() {
            let there = self.rows.get(&row).into_iter().flatten();
            let close = there.filter(|&&(first, last, other)| other != place && first <= to + 1 && from <= last + 1);
            rivals.extend(close.map(|&(.., other)| other));
        }
        rivals.sort_unstable();
        rivals.dedup();
        rivals
    }
}
