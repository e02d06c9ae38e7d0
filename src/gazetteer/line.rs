//! Lines on the ground that part nothing: rivers and roads.

use crate::text::Clean;

use super::LonLat;

/// What a line is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum LineKind {
    /// A river.
    River,
    /// A road.
    Road,
}

/// A river or a road.
#[derive(Clone, PartialEq, Debug)]
pub struct Line {
    /// What it is.
    pub kind: LineKind,
    /// Its name; may be empty.
    pub name: Clean,
    /// How soon it is shown: 1 on any map, 2 on closer ones.
    pub rank: u8,
    /// Who says that it runs there; may be empty.
    pub source: Clean,
    /// Where it runs: at least two positions.
    pub path: Vec<LonLat>,
}
