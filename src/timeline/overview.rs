//! The whole stretch in one row, with the part that the strip shows in brackets.

use crate::picture::{Ink, Picture, Wash};
use crate::time::{Calendar, Day, Span};

use super::ticks::months;
use super::{Axis, Lanes, Sum, View};

/// Blank columns to the left and to the right of the days.
pub(super) const MARGIN: u16 = 1;

/// The columns that the days have in `width` columns.
pub(super) fn columns(width: u16) -> u16 {
    width.saturating_sub(2 * MARGIN)
}

/// Paints the ticks in the first of `rows` rows and the marks in the last; of one row, the marks alone.
pub(super) fn draw(lanes: &Lanes, view: &View, page: Option<Span>, rows: u16, picture: &mut Picture) {
    let axis = Axis::new(lanes.stretch(), columns(picture.width()));
    let Some(y) = rows.checked_sub(1).map(i32::from) else { return };
    marks(lanes, axis, y, picture);
    if rows > 1 {
        names(axis, view.calendar, y - 1, picture);
    }
    bracket(axis, page, ['[', ']'], (y, Ink::Bracket), picture);
    bracket(axis, view.picked, ['(', ')'], (y, Ink::Selected), picture);
    playhead(axis, view.day, y, picture);
}

/// Marks the column of a day as selected.
pub(super) fn mark(lanes: &Lanes, day: Day, rows: u16, picture: &mut Picture) {
    let axis = Axis::new(lanes.stretch(), columns(picture.width()));
    if let (Some(column), Some(y)) = (axis.column(day), rows.checked_sub(1)) {
        let at = (cell(column), i32::from(y));
        if let Some(cell) = picture.cell_mut(at.0, at.1) {
            (cell.ink, cell.wash) = (Ink::Selected, Wash::Selected);
        }
    }
}

fn cell(column: u16) -> i32 {
    i32::from(column) + i32::from(MARGIN)
}

/// A column's falls as a digit, else `'` for a national event, `-` for contests, `.` for nothing. What happens on a day is
/// told in the first of its columns, what lasts in all of them.
fn marks(lanes: &Lanes, axis: Axis, y: i32, picture: &mut Picture) {
    for column in 0..axis.columns() {
        let Some(days) = axis.days(column) else { return };
        let begins = axis.column(days.start) == Some(column);
        let once = |what| if begins { lanes.sum(what, days) } else { 0 };
        let (glyph, ink) = match (once(Sum::Falls), once(Sum::National), lanes.sum(Sum::Contested, days)) {
            (0, 0, 0) => ('.', Ink::Faint),
            (0, 0, _) => ('-', Ink::Bar),
            (0, ..) => ('\'', Ink::National),
            (falls, ..) => {
                let last = lanes.last_fall(days).map_or(Ink::Faint, |fall| Ink::Fallen(fall.party.role()));
                (char::from_digit(falls, 10).unwrap_or('+'), last)
            }
        };
        picture.put(cell(column), y, glyph, ink);
    }
}

/// The ticks of the whole stretch.
fn names(axis: Axis, calendar: Calendar, y: i32, picture: &mut Picture) {
    let begins = |column: &u16| axis.days(*column).is_some_and(|days| axis.column(days.start) == Some(*column));
    let slots: Vec<_> = (0..axis.columns()).filter(begins).filter_map(|x| Some((x, axis.days(x)?))).collect();
    for (column, label) in months(&slots, axis.columns(), calendar) {
        picture.write(cell(column), y, &label, Ink::Tick);
    }
}

/// Brackets around some days, where they cover nothing.
fn bracket(axis: Axis, days: Option<Span>, [open, close]: [char; 2], (y, ink): (i32, Ink), picture: &mut Picture) {
    let Some(days) = days else { return };
    if let Some(column) = axis.column(days.start) {
        picture.put(cell(column) - 1, y, open, ink);
    }
    if let Some(column) = axis.column(days.last()) {
        picture.put(cell(column) + 1, y, close, ink);
    }
}

/// The column of the playhead is reversed; on a day without a mark it is a stroke.
fn playhead(axis: Axis, day: Day, y: i32, picture: &mut Picture) {
    let Some(x) = axis.column(day).map(cell) else { return };
    if let Some(target) = picture.cell_mut(x, y) {
        if target.glyph == '.' || target.glyph == '-' {
            target.glyph = '|';
        }
        target.ink = Ink::Playhead;
        target.wash = Wash::Playhead;
    }
}
