//! The timeline: the whole stretch in an overview, the days around the playhead in a strip, and what each of them holds.
//!
//! ```text
//!  |May            |Jun           |Jul            |Aug [      ]          |Sep
//!  ....,...,...........,......,......,..,.,...,....,.[1138|3367]8...............,
//!   Fri 6   Sat 7   Sun 8   Mon 9   Tue 10   Wed 11  [Thu 12]  Fri 13   Sat 14   Sun 15
//!   x       x       xxx     x       xx       +??     xxxx+??  xxxxx+  xxxxxxx   8x *6
//! ```
//!
//! It knows no screen and no clock; it yields a picture in roles.

mod axis;
mod bars;
mod chart;
mod lanes;
mod overview;
mod page;
mod scale;
mod strip;
mod ticks;

use crate::gazetteer::PlaceNo;
use crate::time::{Calendar, Day, Span};

pub use axis::Axis;
pub use lanes::{Bar, DayMarks, Doubt, FallMark, Lanes, Sum};
pub use overview::Overview;
pub use page::Page;
pub use scale::{CLOSEST, farthest};

use scale::Scale;

/// What the timeline looks at, and how.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct View {
    /// The playhead.
    pub day: Day,
    /// The place that is selected.
    pub selected: Option<PlaceNo>,
    /// How close the days below the overview are: 0 for days told in words, more for fewer of them, less for more.
    pub zoom: i8,
    /// Whether days on which nothing falls are folded.
    pub folded: bool,
    /// What the rows tell.
    pub lane: Lane,
    /// The calendar of the ticks.
    pub calendar: Calendar,
    /// The days that are picked.
    pub picked: Option<Span>,
    /// The days that are marked, with their letters.
    pub marks: Vec<(char, Day)>,
}

impl View {
    /// The days around a playhead, as one sees them first.
    #[must_use]
    pub fn new(day: Day) -> Self {
        let (lane, calendar) = (Lane::default(), Calendar::default());
        Self { day, selected: None, zoom: 0, folded: false, lane, calendar, picked: None, marks: Vec::new() }
    }
}

/// What the rows of the timeline tell.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Lane {
    /// Everything, the most important first.
    #[default]
    All,
    /// The falls between their bounds.
    Bounds,
    /// The places contested.
    Contests,
    /// The national events.
    Events,
    /// The reports, and how long after the falls they came out.
    Reports,
}

impl Lane {
    /// All of them with what they are called, in the order in which a key goes through them.
    pub const NAMES: [(Self, &'static str); 5] = [
        (Self::All, ""),
        (Self::Bounds, "falls, earliest to latest"),
        (Self::Contests, "places contested"),
        (Self::Events, "national events"),
        (Self::Reports, "reports, days after the falls"),
    ];

    /// The lane after this one.
    #[must_use]
    pub fn next(self) -> Self {
        let at = Self::NAMES.iter().position(|(lane, _)| *lane == self).unwrap_or(0);
        Self::NAMES[(at + 1) % Self::NAMES.len()].0
    }

    /// What it is called; nothing for everything.
    #[must_use]
    pub fn name(self) -> &'static str {
        Self::NAMES.into_iter().find(|(lane, _)| *lane == self).map_or("", |(_, name)| name)
    }
}

/// A part of a row that tells of a place.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Spot {
    /// The row.
    pub y: u16,
    /// The first column.
    pub from: u16,
    /// The column after the last.
    pub to: u16,
    /// The place.
    pub place: PlaceNo,
}

/// The rows that the overview takes: the months and the marks, or the marks alone where it is low.
fn overview_rows(height: u16) -> u16 {
    match height {
        0..=2 => height.saturating_sub(1),
        3 => 1,
        _ => 2,
    }
}

/// The day that a cell of the timeline stands for, counted from its upper left corner; none beside the days.
#[must_use]
pub fn day_at(lanes: &Lanes, view: &View, (width, height): (u16, u16), (x, y): (u16, u16)) -> Option<Day> {
    if y < overview_rows(height) {
        Axis::new(lanes.stretch(), overview::columns(width)).day(x.checked_sub(overview::MARGIN)?)
    } else {
        Scale::new(lanes, view, width).day_at(x)
    }
}
