//! Where a path is to begin or end: at a node, and at the strokes that are drawn there already.

use super::PlanePoint;
use super::lattice::Port;
use super::way::narrow;

/// How far from its node a path may end, in columns.
const REACH: f64 = 1.6;

/// The same from a port that is drawn there: the square, in half columns.
const FARTHEST: i32 = 10;

/// An end of a path.
#[derive(Clone, Debug)]
pub(super) struct Anchor {
    /// The node.
    at: PlanePoint,
    /// The ports at which it can join what is drawn already, with what each costs by itself; empty if nothing is.
    ports: Vec<(Port, f32)>,
}

impl Anchor {
    /// The end at a node with some ports.
    pub(super) fn new(at: PlanePoint, ports: &[Port]) -> Self {
        let priced = |&port: &Port| (port, narrow(0.6 * port.plane().square(at)));
        Self { at, ports: ports.iter().map(priced).collect() }
    }

    /// What it costs to begin or end at a port; none if that is too far away.
    pub(super) fn cost(&self, port: Port) -> Option<f32> {
        if self.ports.is_empty() {
            let away = port.plane().square(self.at);
            return (away < REACH * REACH).then(|| narrow(2.5 * away));
        }
        let join = |&(drawn, price): &(Port, f32)| {
            let (across, down) = ((drawn.x - port.x).abs(), (drawn.y - port.y).abs());
            // In half columns; a half row is as high as two of them are wide.
            let square = across * across + 4 * down * down;
            if square > FARTHEST {
                return None;
            }
            let apart = match across + down {
                0 => 0.0,
                1 => 0.3,
                _ => 2.0 + 1.25 * f32::from(u8::try_from(square).ok()?),
            };
            Some(apart + price)
        };
        self.ports.iter().filter_map(join).min_by(f32::total_cmp)
    }
}
