//! The path of a chain: its strokes, run after run, and the line that they make.

use std::ops::Range;

use super::PlanePoint;
use super::lattice::Port;
use super::route::Step;
use super::track::Track;

/// The strokes that draw a chain.
#[derive(Debug, Default)]
pub(super) struct Path {
    /// In the order of the pieces that they stand for.
    steps: Vec<Step>,
    /// By run of the track that has strokes, the points that these stand for. Between its runs a chain is off the panel.
    parts: Vec<Range<usize>>,
}

impl Path {
    /// Goes on with the strokes of the next run.
    pub(super) fn extend(&mut self, steps: Vec<Step>) {
        self.parts.extend(steps.first().zip(steps.last()).map(|(first, last)| first.piece..last.piece + 2));
        self.steps.extend(steps);
    }

    /// The strokes that stand for some pieces.
    pub(super) fn steps(&self, pieces: Range<usize>) -> &[Step] {
        &self.steps[self.before(pieces.start)..self.before(pieces.end)]
    }

    /// How many strokes stand for pieces before `piece`.
    fn before(&self, piece: usize) -> usize {
        self.steps.partition_point(|step| step.piece < piece)
    }

    /// The line of the part of a track from one of its points to another: along the strokes, and where there are none,
    /// from point to point.
    pub(super) fn line(&self, track: &Track, span: Range<usize>) -> Vec<PlanePoint> {
        let mut line = Vec::with_capacity(2 * span.len() + 2);
        let (mut next, end) = (span.start, span.end + 1);
        for part in self.parts.iter().filter(|part| part.start < end && part.end > span.start) {
            line.extend_from_slice(&track.points[next..part.start.max(next)]);
            next = part.end.min(end);
            if span.start > part.start {
                line.extend(self.passes(part.start..span.start));
            }
            let own = self.steps(span.start.max(part.start)..span.end.min(part.end));
            line.extend(own.iter().flat_map(Step::ports).map(Port::plane));
        }
        line.extend_from_slice(&track.points[next..end.min(track.points.len())]);
        line
    }

    /// Where the strokes that stand for some pieces end.
    fn passes(&self, pieces: Range<usize>) -> Option<PlanePoint> {
        let [_, end] = self.steps(pieces).last()?.ports();
        Some(end.plane())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::map::lattice::Stroke;
    use crate::map::viewport::CellAt;

    /// A track of ten points in a row, off the panel between the third and the sixth.
    fn track() -> Track {
        let points = (0..10).map(|x| PlanePoint { x: f64::from(x), y: 1.0 }).collect();
        Track { points, nodes: vec![0, 4, 5, 6, 9], runs: vec![0..4, 6..10] }
    }

    /// Its strokes: a row of `-` through the points of each run.
    fn path() -> Path {
        let stroke = Stroke::all().find(|stroke| stroke.glyph() == b'-').expect("a stroke");
        let step = |x| Step { cell: CellAt { x, y: 0 }, stroke, piece: usize::try_from(x).unwrap_or(0) };
        let mut path = Path::default();
        path.extend((0..3).map(step).collect());
        path.extend((6..9).map(step).collect());
        path
    }

    /// The columns of a part of its line, each once.
    fn columns(span: Range<usize>) -> Vec<f64> {
        let mut columns: Vec<f64> = path().line(&track(), span).iter().map(|point| point.x).collect();
        columns.dedup();
        columns
    }

    #[test]
    fn a_line_goes_through_all_points_between_two_runs() {
        assert_eq!(columns(0..9), [0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0]);
        assert_eq!(columns(4..5), [4.0, 5.0], "the whole of it off the panel");
    }

    #[test]
    fn a_line_that_comes_back_begins_where_it_does() {
        assert_eq!(columns(6..9), [6.0, 7.0, 8.0, 9.0]);
        assert_eq!(columns(5..6), [5.0], "no way back to where the strokes broke off");
    }

    #[test]
    fn arcs_of_a_path_meet_where_its_strokes_leap() {
        let stroke = |glyph| Stroke::all().find(|stroke| stroke.glyph() == glyph).expect("a stroke");
        let step = |piece: usize, glyph| {
            let cell = CellAt { x: i32::try_from(piece).unwrap_or(0), y: 0 };
            Step { cell, stroke: stroke(glyph), piece }
        };
        let mut path = Path::default();
        path.extend(vec![step(0, b'_'), step(1, b'_'), step(2, b'-')]);
        let [before, after] = [path.line(&track(), 0..2), path.line(&track(), 2..3)];
        assert_eq!(before.last(), Some(&PlanePoint { x: 2.0, y: 2.0 }), "the end of a low stroke");
        assert_eq!(before.last(), after.first());
    }
}
