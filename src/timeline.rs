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
mod lanes;
mod overview;
mod strip;

use crate::gazetteer::PlaceNo;
use crate::picture::Picture;
use crate::time::Day;

pub use axis::Axis;
pub use lanes::{Bar, DayMarks, FallMark, Lanes};

/// The rows that the overview takes: the months and the marks, or the marks alone where it is low.
fn overview_rows(height: u16) -> u16 {
    match height {
        0..=2 => height.saturating_sub(1),
        3 => 1,
        _ => 2,
    }
}

/// The timeline in `width` columns and `height` rows, with the playhead at `day`, and the day marked on which the selected
/// place falls.
#[must_use]
pub fn draw(lanes: &Lanes, day: Day, selected: Option<PlaceNo>, (width, height): (u16, u16)) -> Picture {
    let mut picture = Picture::new(width, height);
    let rows = overview_rows(height);
    let page = strip::page(lanes, day, width);
    overview::draw(lanes, day, page, rows, &mut picture);
    strip::draw(lanes, day, page, rows, &mut picture);
    if let Some(fall) = selected.and_then(|place| lanes.fall_of(place)) {
        overview::mark(lanes, fall, rows, &mut picture);
        strip::mark(fall, page, rows, &mut picture);
    }
    picture
}

/// The day that a cell of the timeline stands for, counted from its upper left corner; none beside the days.
#[must_use]
pub fn day_at(lanes: &Lanes, day: Day, (width, height): (u16, u16), (x, y): (u16, u16)) -> Option<Day> {
    if y < overview_rows(height) {
        Axis::new(lanes.stretch(), overview::columns(width)).day(x.checked_sub(overview::MARGIN)?)
    } else {
        strip::day_at(strip::page(lanes, day, width), width, x)
    }
}
