//! Days, stretches of days, uncertain dates and the two calendars: the only calendar sums in the program.
//!
//! A [`Day`] is a calendar day in the data set's own time zone and is closed at its end; there are no hours.

// Whatever a text from outside says, nothing here may panic on it.
#![cfg_attr(
    not(test),
    deny(
        clippy::arithmetic_side_effects,
        clippy::cast_possible_truncation,
        clippy::cast_possible_wrap,
        clippy::cast_sign_loss,
        clippy::expect_used,
        clippy::indexing_slicing,
        clippy::panic,
        clippy::unwrap_used
    )
)]

mod calendar;
mod day;
mod solar;
mod span;
mod step;
mod uncertain;
mod written;

pub use calendar::Calendar;
pub use day::{DateError, Day, Weekday};
pub use solar::{SOLAR_MONTHS, SolarDate};
pub use span::Span;
pub use step::Step;
pub use uncertain::{Published, Uncertain};
pub use written::WrittenError;

/// The name of a month, 1 to 12.
fn name_of(names: &[&'static str; 12], month: u32) -> &'static str {
    let index = month.checked_sub(1).and_then(|index| usize::try_from(index).ok());
    index.and_then(|index| names.get(index)).copied().unwrap_or_default()
}
