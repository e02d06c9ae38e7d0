//! The whole stretch in one row, with the part that the strip shows in brackets.

use crate::picture::{Ink, Picture, Wash};
use crate::time::{Day, Span};

use super::{Axis, Lanes};

/// Blank columns to the left and to the right of the days.
pub(super) const MARGIN: u16 = 1;

/// The columns that the days have in `width` columns.
pub(super) fn columns(width: u16) -> u16 {
    width.saturating_sub(2 * MARGIN)
}

/// Paints the months in the first of `rows` rows and the marks in the last; of one row, the marks alone.
pub(super) fn draw(lanes: &Lanes, day: Day, page: Span, rows: u16, picture: &mut Picture) {
    let axis = Axis::new(lanes.stretch(), columns(picture.width()));
    let Some(y) = rows.checked_sub(1).map(i32::from) else { return };
    marks(lanes, axis, y, picture);
    if rows > 1 {
        months(lanes.stretch(), axis, y - 1, picture);
    }
    bracket(axis, page, y, picture);
    playhead(axis, day, y, picture);
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
        let (mut falls, mut contested, mut national) = (0, 0, 0);
        let mut last = Ink::Faint;
        for marks in (0..days.days()).filter_map(|offset| lanes.marks(days.start.plus(offset))) {
            contested = contested.max(marks.contested);
            if axis.column(days.start) == Some(column) {
                falls += marks.falls.len();
                last = marks.falls.last().map_or(last, |fall| Ink::Fallen(fall.party.role()));
                national += marks.national.len();
            }
        }
        let (glyph, ink) = match (falls, national, contested) {
            (1..=9, ..) => (char::from_digit(u32::try_from(falls).unwrap_or(0), 10).unwrap_or('+'), last),
            (10.., ..) => ('+', last),
            (0, 1.., _) => ('\'', Ink::National),
            (0, 0, 1..) => ('-', Ink::Bar),
            _ => ('.', Ink::Faint),
        };
        picture.put(cell(column), y, glyph, ink);
    }
}

/// The name of every month from its first day on, as far as there is room; a cut name would be ambiguous and is left out.
fn months(stretch: Span, axis: Axis, y: i32, picture: &mut Picture) {
    let mut free = 0;
    let mut first = stretch.start;
    while stretch.contains(first) {
        let next =
            first.plus(1 - i32::try_from(first.day_of_month()).unwrap_or(1)).step(crate::time::Step::Month, true);
        if next <= first {
            return;
        }
        let end = axis.column(next).unwrap_or(axis.columns());
        if let Some(column) = axis.column(first) {
            let january = first.month() == 1 || first == stretch.start;
            let long = format!("{} {}", first.month_name(), first.year());
            let names = [if january { &*long } else { first.month_name() }, first.month_name()];
            let fitting = names.into_iter().find(|name| usize::from(column) + name.len() < usize::from(end));
            if let Some(name) = fitting.filter(|_| column >= free) {
                picture.write(cell(column), y, name, Ink::Tick);
                free = column + u16::try_from(name.len()).unwrap_or(0) + 1;
            }
        }
        first = next;
    }
}

/// Brackets around the days that the strip shows, where they cover nothing.
fn bracket(axis: Axis, page: Span, y: i32, picture: &mut Picture) {
    if let Some(column) = axis.column(page.start) {
        picture.put(cell(column) - 1, y, '[', Ink::Bracket);
    }
    if let Some(column) = axis.column(page.last()) {
        picture.put(cell(column) + 1, y, ']', Ink::Bracket);
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
