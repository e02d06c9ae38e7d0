//! The days around the playhead, a cell each.
//!
//! The strip shows pages of whole days. It does not follow the playhead day by day: the eye keeps its place, and a step
//! changes two cells instead of all. Pages are laid so that the ten days on which most places fall are on one.

use crate::picture::{Ink, Picture, Wash};
use crate::text;
use crate::time::{Day, Span};

use super::{DayMarks, FallMark, Lanes};

/// The least columns that a day needs: `[Thu 12]`.
const NARROWEST: u16 = 8;

/// Columns of a day in which names and titles can be told.
const NAMED: usize = 12;

/// How many columns a day has, and how many days a page.
fn cells(width: u16) -> (u16, u16) {
    let days = match width {
        0..NARROWEST => return (width, u16::from(width > 0)),
        // Eight days at least, ten as soon as they fit; then the cells grow, then there are more days.
        NARROWEST..120 => (width / NARROWEST).min(10),
        120..168 => 10,
        _ => width / 14,
    };
    (width / days.max(1), days.max(1))
}

/// The days of the page that holds `day`.
pub(super) fn page(lanes: &Lanes, day: Day, width: u16) -> Span {
    let (_, days) = cells(width);
    let days = i32::from(days.max(1));
    let stretch = lanes.stretch();
    let anchor = lanes.busiest().plus(-(days - 10).max(0) / 2);
    let start = anchor.plus(day.since(anchor).div_euclid(days) * days);
    // The first and the last page are moved inwards rather than shown half empty.
    let latest = stretch.end.plus(-days).max(stretch.start);
    let start = start.min(latest).max(stretch.start);
    Span { start, end: start.plus(days).min(stretch.end) }
}

/// The day of a column.
pub(super) fn day_at(page: Span, width: u16, x: u16) -> Option<Day> {
    let (wide, _) = cells(width);
    let day = page.start.plus(i32::from(x.checked_div(wide)?));
    page.contains(day).then_some(day)
}

/// Paints the days from row `top` on.
pub(super) fn draw(lanes: &Lanes, day: Day, page: Span, top: u16, picture: &mut Picture) {
    let (wide, _) = cells(picture.width());
    let rows = picture.height().saturating_sub(top);
    for offset in 0..page.days() {
        let at = page.start.plus(offset);
        let Some(marks) = lanes.marks(at) else { continue };
        let x = offset * i32::from(wide);
        let cell = Cell { x, y: top.into(), wide: wide.into(), rows: rows.into() };
        cell.draw(lanes, at, marks, at == day, picture);
    }
    if rows > 2 {
        contests(lanes, page, i32::from(wide), i32::from(picture.height()) - 1, picture);
    }
}

/// Marks the name of a day as selected.
pub(super) fn mark(day: Day, page: Span, top: u16, picture: &mut Picture) {
    let (wide, _) = cells(picture.width());
    if !page.contains(day) {
        return;
    }
    let x = day.since(page.start) * i32::from(wide) + 1;
    let name = day_name(day, wide.into());
    for x in (x..).take(text::width(&name).min(usize::from(wide.saturating_sub(2)))) {
        if let Some(cell) = picture.cell_mut(x, top.into()) {
            (cell.ink, cell.wash) = (Ink::Selected, Wash::Selected);
        }
    }
}

/// Columns of a day in which one name can be told.
const ONE_NAME: usize = 10;

/// The cell of a day.
struct Cell {
    x: i32,
    y: i32,
    wide: usize,
    rows: usize,
}

impl Cell {
    /// The name of the day, what fell by name or number, what else happened.
    fn draw(&self, lanes: &Lanes, day: Day, marks: &DayMarks, playhead: bool, picture: &mut Picture) {
        if playhead {
            for y in self.y..self.y + i32::try_from(self.rows).unwrap_or(0) {
                for x in self.x..self.x + i32::try_from(self.wide).unwrap_or(0) - 1 {
                    picture.wash(x, y, Wash::Playhead);
                }
            }
        }
        let name = day_name(day, self.wide);
        let (name, ink) = if playhead { (format!("[{name}]"), Ink::Playhead) } else { (format!(" {name}"), Ink::Tick) };
        picture.write(self.x, self.y, text::cut(&name, self.wide).as_ref(), ink);
        // The last row belongs to the contests where there are more than two.
        let room = if self.rows > 2 { self.rows - 2 } else { self.rows.saturating_sub(1) };
        let told = self.lines(lanes, marks, room);
        for (y, (line, ink)) in (self.y + 1..).zip(told.into_iter().take(room)) {
            picture.write(self.x + 1, y, &text::cut(&line, self.wide.saturating_sub(1)), ink);
        }
    }

    /// What fell and what is disputed, then the national events. Names and titles are told as far as there is room; how
    /// many there are is always told.
    fn lines(&self, lanes: &Lanes, marks: &DayMarks, room: usize) -> Vec<Line> {
        let told = marks.national.len();
        let mut out = if self.wide >= NAMED { self.names(lanes, marks, room) } else { self.brief(lanes, marks, room) };
        let left = room.saturating_sub(out.len());
        if told == 0 {
            return out;
        }
        if left == 0 && !out.is_empty() {
            out[0].0 = self.signs(marks, &[&format!(" *{told}"), "*", ""]);
        } else if self.wide < NAMED {
            out.push((format!("*{told}"), Ink::National));
        } else {
            let titles = if told <= left { told } else { left.saturating_sub(1) };
            out.extend(marks.national.iter().take(titles).map(|title| (format!("* {title}"), Ink::National)));
            if titles < told {
                out.push((format!("*{} events", told - titles), Ink::National));
            }
        }
        out
    }

    /// Every fall by name if all have a row, else signs and as many names as there is room for. A row is left for the
    /// national events.
    fn names(&self, lanes: &Lanes, marks: &DayMarks, room: usize) -> Vec<Line> {
        let line = |fall: &FallMark| (format!("{} {}", sign(fall), lanes.name(fall.place)), ink(Some(fall)));
        let free = room.saturating_sub(usize::from(!marks.national.is_empty()));
        let disputed = marks.disputed as usize;
        let doubt = (disputed > 0).then(|| ("?".repeat(disputed), Ink::Disputed));
        if marks.falls.len() + usize::from(doubt.is_some()) <= free {
            return marks.falls.iter().map(line).chain(doubt).collect();
        }
        let named = free.saturating_sub(2);
        let rest = (named > 0).then(|| (format!("  and {} more", marks.falls.len() - named), Ink::Faint));
        self.tally(marks).into_iter().chain(marks.falls.iter().take(named).map(line)).chain(rest).collect()
    }

    /// Signs and, on a second row, a name: `xxx` and `Kunduz +2`.
    fn brief(&self, lanes: &Lanes, marks: &DayMarks, room: usize) -> Vec<Line> {
        let name = |fall: &FallMark| match marks.falls.len() - 1 {
            0 => lanes.name(fall.place).to_owned(),
            more => format!("{} +{more}", lanes.name(fall.place)),
        };
        let mut out: Vec<Line> = self.tally(marks).into_iter().collect();
        if room > 1 && self.wide >= ONE_NAME {
            // The first that can be told in full, else the first.
            let fitting = marks.falls.iter().find(|fall| text::width(&name(fall)) < self.wide);
            out.extend(fitting.or(marks.falls.first()).map(|fall| (name(fall), Ink::Faint)));
        }
        out
    }

    /// What fell and what is disputed, as signs; none if nothing.
    fn tally(&self, marks: &DayMarks) -> Option<Line> {
        let any = !marks.falls.is_empty() || marks.disputed > 0;
        any.then(|| (self.signs(marks, &[""]), ink(marks.falls.first())))
    }

    /// A sign a place, `xx+?`, where that fits with the first of `tails` behind, else numbers, `x2+1?1`, with the first
    /// tail that fits.
    fn signs(&self, marks: &DayMarks, tails: &[&str]) -> String {
        let certain = marks.falls.iter().filter(|fall| fall.certain).count();
        let counts =
            [(certain, "x"), (marks.falls.len() - certain, "+"), (usize::try_from(marks.disputed).unwrap_or(0), "?")];
        let signs: String = counts.iter().map(|(count, sign)| sign.repeat(*count)).collect();
        let told = counts.iter().filter(|(count, _)| *count > 0);
        let numbers: String = told.flat_map(|(count, sign)| [(*sign).to_owned(), count.to_string()]).collect();
        let first = tails.iter().take(1).map(|tail| format!("{signs}{tail}"));
        let wordings = first.chain(tails.iter().map(|tail| format!("{numbers}{tail}")));
        wordings.into_iter().find(|line| line.len() < self.wide).unwrap_or(numbers)
    }
}

/// A line of a cell with its role.
type Line = (String, Ink);

/// `x` for what has surely fallen, `+` for what may fall later: the signs of the bar of counts.
fn sign(fall: &FallMark) -> char {
    if fall.certain { 'x' } else { '+' }
}

fn ink(fall: Option<&FallMark>) -> Ink {
    fall.map_or(Ink::Disputed, |fall| Ink::Fallen(fall.party.role()))
}

/// `Thu 12`, with the month where there is room.
fn day_name(day: Day, wide: usize) -> String {
    match wide {
        0..6 => day.day_of_month().to_string(),
        6..12 => format!("{} {}", day.weekday(), day.day_of_month()),
        _ => day.medium(),
    }
}

/// The last row: how many places are contested on each day, as a bar that runs on from day to day.
fn contests(lanes: &Lanes, page: Span, wide: i32, y: i32, picture: &mut Picture) {
    for offset in 0..page.days() {
        let Some(marks) = lanes.marks(page.start.plus(offset)).filter(|marks| marks.contested > 0) else { continue };
        let label = format!("!{} ", marks.contested);
        let x = offset * wide;
        let after = picture.write(x + 1, y, &label, Ink::Contested);
        for x in after - 1..x + wide {
            picture.put(x, y, '=', Ink::Bar);
        }
    }
}
