//! Days, stretches of days, uncertain dates and the two calendars: the only calendar sums in the program.
//!
//! A [`Day`] is a calendar day in the data set's own time zone and is closed at its end; there are no hours.

mod calendar;
mod day;
mod solar;
mod uncertain;
mod written;

pub use calendar::Calendar;
pub use day::{DateError, Day, Span, Step, Weekday};
pub use solar::{SOLAR_MONTHS, SolarDate};
pub use uncertain::{Published, Uncertain};
pub use written::WrittenError;
