//! Arcs cut where they run along the edge of the world.
//!
//! A region over the antimeridian comes cut open there (RFC 7946, 3.1.9), and one around a pole also along the pole. Such
//! a cut is no border: it becomes an arc of its own, with the region on both of its sides.

#![cfg_attr(
    not(test),
    expect(
        clippy::arithmetic_side_effects,
        clippy::indexing_slicing,
        reason = "an arc has two positions at least, and an arc is asked for by a number that was checked"
    )
)]

use std::ops::Range;

use crate::gazetteer::{ArcNo, ArcUse, LonLat};

use super::rings::on_edge;

/// A part of an arc.
pub(super) struct Piece {
    pub(super) line: Vec<LonLat>,
    /// The number of the arc in its file.
    pub(super) arc: usize,
    /// Whether it runs along the edge of the world.
    pub(super) edge: bool,
}

/// The pieces of all arcs, in their order.
#[derive(Default)]
pub(super) struct Pieces {
    pub(super) all: Vec<Piece>,
    /// By arc number, which pieces it became.
    of: Vec<Range<usize>>,
}

impl Pieces {
    /// The pieces of the arcs of a file.
    pub(super) fn new(arcs: Vec<Vec<LonLat>>) -> Self {
        let mut pieces = Self { all: Vec::with_capacity(arcs.len()), of: Vec::with_capacity(arcs.len()) };
        for (arc, line) in arcs.into_iter().enumerate() {
            let first = pieces.all.len();
            pieces.cut(arc, line);
            pieces.of.push(first..pieces.all.len());
        }
        pieces
    }

    fn cut(&mut self, arc: usize, line: Vec<LonLat>) {
        let runs_along = |at: usize| on_edge(line[at], line[at + 1]);
        let (mut from, mut edge) = (0, runs_along(0));
        for at in 1..line.len() - 1 {
            if runs_along(at) != edge {
                self.all.push(Piece { line: line[from..=at].to_vec(), arc, edge });
                (from, edge) = (at, !edge);
            }
        }
        let line = if from == 0 { line } else { line[from..].to_vec() };
        self.all.push(Piece { line, arc, edge });
    }

    /// How many arcs there were.
    pub(super) fn arcs(&self) -> usize {
        self.of.len()
    }

    /// An arc of the file as part of a ring.
    pub(super) fn uses(&self, arc: usize, reversed: bool) -> Vec<ArcUse> {
        let pieces = self.of[arc].clone().map(|index| ArcUse { arc: ArcNo::from_index(index), reversed });
        if reversed { pieces.rev().collect() } else { pieces.collect() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(points: &[(f64, f64)]) -> Vec<LonLat> {
        points.iter().map(|&(lon, lat)| LonLat::new(lon, lat).expect("a position")).collect()
    }

    #[test]
    fn an_arc_away_from_the_edge_stays_whole() {
        let pieces = Pieces::new(vec![line(&[(1.0, 2.0), (3.0, 4.0), (5.0, 6.0)]), line(&[(180.0, 2.0), (3.0, 4.0)])]);
        assert_eq!(
            pieces.all.iter().map(|piece| (piece.arc, piece.edge)).collect::<Vec<_>>(),
            [(0, false), (1, false)]
        );
    }

    #[test]
    fn a_cut_along_the_antimeridian_is_a_piece_of_its_own() {
        let arc = line(&[(179.0, 0.0), (180.0, 0.0), (180.0, 1.0), (180.0, 2.0), (179.0, 2.0)]);
        let pieces = Pieces::new(vec![arc]);
        assert_eq!(pieces.all.iter().map(|piece| piece.edge).collect::<Vec<_>>(), [false, true, false]);
        assert_eq!(pieces.all[1].line.len(), 3);
        let backwards = pieces.uses(0, true);
        assert_eq!(backwards.iter().map(|step| step.arc.index()).collect::<Vec<_>>(), [2, 1, 0]);
    }
}
