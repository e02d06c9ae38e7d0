//! The whole stretch in one row, with the part that the strip shows in brackets.

use crate::picture::{Ink, Picture, Wash};
use crate::time::{Calendar, Day, Span};

use super::ticks::months;
use super::{Axis, Lanes, Sum, View, overview_rows};

/// Blank columns to the left and to the right of the days.
pub(super) const MARGIN: u16 = 1;

/// The columns that the days have in `width` columns.
pub(super) fn columns(width: u16) -> u16 {
    width.saturating_sub(2 * MARGIN)
}

/// The overview as far as it does not depend on the playhead: it is drawn once and kept.
#[derive(Clone, Debug)]
pub struct Overview {
    size: (u16, u16),
    calendar: Calendar,
    picture: Picture,
}

impl Overview {
    /// The overview of a timeline of so many columns and rows.
    #[must_use]
    pub fn new(lanes: &Lanes, calendar: Calendar, size: (u16, u16)) -> Self {
        let rows = overview_rows(size.1);
        let mut picture = Picture::new(size.0, rows);
        let axis = Axis::new(lanes.stretch(), columns(size.0));
        if let Some(y) = rows.checked_sub(1).map(i32::from) {
            marks(lanes, axis, y, &mut picture);
            if rows > 1 {
                names(axis, calendar, y - 1, &mut picture);
            }
        }
        Self { size, calendar, picture }
    }

    /// Whether it is that of a timeline of this size with ticks of this calendar; the lanes must be the same too.
    #[must_use]
    pub fn serves(&self, calendar: Calendar, size: (u16, u16)) -> bool {
        (self.calendar, self.size) == (calendar, size)
    }

    /// Paints it into the first rows of a timeline: the ticks in the first, the marks in the last; of one row, the marks
    /// alone. Then the brackets and the playhead.
    pub(super) fn draw(&self, lanes: &Lanes, view: &View, page: Option<Span>, picture: &mut Picture) {
        for y in 0..self.picture.height() {
            picture.row_mut(y).copy_from_slice(self.picture.row(y));
        }
        let Some(y) = self.picture.height().checked_sub(1).map(i32::from) else { return };
        let axis = Axis::new(lanes.stretch(), columns(picture.width()));
        bracket(axis, page, ['[', ']'], (y, Ink::Bracket), picture);
        bracket(axis, view.picked, ['(', ')'], (y, Ink::Selected), picture);
        playhead(axis, view.day, y, picture);
    }

    /// Marks the column of a day as selected.
    pub(super) fn mark(&self, lanes: &Lanes, day: Day, picture: &mut Picture) {
        let axis = Axis::new(lanes.stretch(), columns(picture.width()));
        let y = self.picture.height().checked_sub(1);
        let target = axis.column(day).zip(y).and_then(|(column, y)| picture.cell_mut(cell(column), y.into()));
        if let Some(target) = target {
            target.set_ink(Ink::Selected);
            target.set_wash(Wash::Selected);
        }
    }
}

fn cell(column: u16) -> i32 {
    i32::from(column) + i32::from(MARGIN)
}

/// A column's falls as a digit, else `'` for a national event, `-` for contests, a blank for nothing. What happens on a day is
/// told in the first of its columns, what lasts in all of them.
fn marks(lanes: &Lanes, axis: Axis, y: i32, picture: &mut Picture) {
    for column in 0..axis.columns() {
        let Some(days) = axis.days(column) else { return };
        let begins = axis.column(days.start) == Some(column);
        let once = |what| if begins { lanes.sum(what, days) } else { 0 };
        let (glyph, ink) = match (once(Sum::Falls), once(Sum::National), lanes.sum(Sum::Contested, days)) {
            (0, 0, 0) => (' ', Ink::Plain),
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

/// Brackets around some days; a digit that would be covered stays, in the colour of the bracket.
fn bracket(axis: Axis, days: Option<Span>, [open, close]: [char; 2], (y, ink): (i32, Ink), picture: &mut Picture) {
    let Some(days) = days else { return };
    let first = axis.column(days.start).map(|column| (cell(column) - 1, open));
    let last = axis.column(days.last()).map(|column| (cell(column) + 1, close));
    for (x, bracket) in first.into_iter().chain(last) {
        if let Some(target) = picture.cell_mut(x, y) {
            if !matches!(target.glyph, '0'..='9' | '+') {
                target.glyph = bracket;
            }
            target.set_ink(ink);
        }
    }
}

/// The column of the playhead is reversed; on a day without a mark it is a stroke.
fn playhead(axis: Axis, day: Day, y: i32, picture: &mut Picture) {
    let Some(x) = axis.column(day).map(cell) else { return };
    if let Some(target) = picture.cell_mut(x, y) {
        if target.glyph == ' ' || target.glyph == '-' {
            target.glyph = '|';
        }
        target.set_ink(Ink::Playhead);
        target.set_wash(Wash::Playhead);
    }
}
