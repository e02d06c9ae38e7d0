//! What a frame shows, as it was worked out.

use crate::app::Layout;
use crate::picture::Picture;
use crate::situation::{Difference, Situation};

/// What a frame shows beside the timeline.
pub(super) struct Shown {
    pub(super) layout: Layout,
    pub(super) situation: Situation,
    /// The situation of the day before.
    pub(super) before: Situation,
    pub(super) map: Picture,
    /// What it is compared with, if with anything.
    pub(super) compared: Option<Compared>,
}

/// What a situation is compared with.
pub(super) struct Compared {
    pub(super) other: Situation,
    /// From the other situation to the one of the playhead.
    pub(super) difference: Difference,
    /// The map of the other situation; empty where there is no room for a second one.
    pub(super) map: Picture,
}
