//! The days around the playhead, a cell each.
//!
//! The strip shows pages of whole days. It does not follow the playhead day by day: the eye keeps its place, and a step
//! changes two cells instead of all. Pages are laid so that the ten days on which most places fall are on one.

use crate::chronicle::PartyNo;
use crate::gazetteer::PlaceNo;
use crate::picture::{Ink, Picture, Wash};
use crate::text;
use crate::time::{Day, Span};

use super::{DayMarks, Lanes};

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
            picture.write(self.x + 1, y, &text::cut(&line, self.wide.saturating_sub(2)), ink);
        }
    }

    /// What fell, by name where every name has a line, else as signs and as many names as fit; then the national events,
    /// as many as fit.
    fn lines(&self, names: &Lanes, marks: &DayMarks, room: usize) -> Vec<(String, Ink)> {
        let line_of =
            |&(place, party): &(PlaceNo, PartyNo)| (format!("x {}", names.name(place)), Ink::Fallen(party.role()));
        let (falls, doubtful) = (marks.falls.len(), marks.doubtful as usize);
        let doubt = (doubtful > 0).then(|| ("?".repeat(doubtful), Ink::Disputed));
        // A row is kept for the national events.
        let free = room.saturating_sub(usize::from(!marks.national.is_empty()));
        let mut lines: Vec<(String, Ink)> = if self.wide < NAMED || falls == 0 {
            self.signs(marks).into_iter().collect()
        } else if falls + usize::from(doubt.is_some()) <= free {
            marks.falls.iter().map(line_of).chain(doubt).collect()
        } else {
            let told = free.saturating_sub(2);
            let rest = (told > 0).then(|| (format!("  and {} more", falls - told), Ink::Faint));
            self.signs(marks).into_iter().chain(marks.falls.iter().take(told).map(line_of)).chain(rest).collect()
        };
        self.national(marks, room, &mut lines);
        lines
    }

    /// What fell as signs, `xxx?`, or as a number where they do not fit, `8x 1?`.
    fn signs(&self, marks: &DayMarks) -> Option<(String, Ink)> {
        let (falls, doubtful) = (marks.falls.len(), marks.doubtful as usize);
        let ink = marks.falls.first().map_or(Ink::Disputed, |(_, party)| Ink::Fallen(party.role()));
        let signs = "x".repeat(falls) + &"?".repeat(doubtful);
        let line = match (falls, doubtful) {
            (0, 0) => return None,
            _ if signs.len() + 1 < self.wide => signs,
            (_, 0) => format!("{falls}x"),
            _ => format!("{falls}x {doubtful}?"),
        };
        Some((line, ink))
    }

    /// The national events: titles as far as there is room, then how many more; without a free row a mark behind what
    /// fell.
    fn national(&self, marks: &DayMarks, room: usize, lines: &mut Vec<(String, Ink)>) {
        let left = room.saturating_sub(lines.len());
        let count = marks.national.len();
        let named = self.wide >= NAMED;
        let titles = match count {
            _ if !named => 0,
            _ if count > left => left.saturating_sub(1),
            _ => count,
        };
        lines.extend(marks.national.iter().take(titles).map(|title| (format!("* {title}"), Ink::National)));
        match count - titles {
            0 => {}
            more if lines.len() < room && named => lines.push((format!("* {more} events"), Ink::National)),
            more if lines.len() < room => lines.push((format!("*{more}"), Ink::National)),
            _ => {
                if let Some((line, _)) = lines.first_mut().filter(|(line, _)| line.len() + 3 < self.wide) {
                    line.push_str(" *");
                }
            }
        }
    }
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
