//! The days around the playhead, without it: told in words where they have room, in signs from afar.

use crate::gazetteer::PlaceNo;
use crate::picture::{Ink, Picture};
use crate::text;
use crate::time::Day;

use super::bars::{self, Item};
use super::scale::Scale;
use super::{DayMarks, FallMark, Lane, Lanes, Spot, View, chart};

/// Columns of a day in which names and titles can be told.
const NAMED: usize = 12;

/// Paints the days from row `top` on. Nothing of it depends on which of them is the playhead's.
pub(super) fn draw(lanes: &Lanes, scale: &Scale, view: &View, top: u16, picture: &mut Picture) -> Vec<Spot> {
    let rows = picture.height().saturating_sub(top);
    if rows == 0 {
        return Vec::new();
    }
    if scale.worded {
        names(lanes, scale, view, top, picture);
    } else {
        chart::names(scale, view, top.into(), picture);
    }
    let below = (top + 1, rows - 1);
    match view.lane {
        Lane::Bounds => bars::draw(scale, bounds(lanes, scale), below, picture),
        Lane::Contests => bars::draw(scale, contested(lanes), below, picture),
        Lane::All if !scale.worded => from_afar(lanes, scale, view, below, picture),
        _ if !scale.worded => {
            chart::lanes(lanes, scale, view, (below.0.into(), below.1.into()), picture);
            Vec::new()
        }
        _ => worded(lanes, scale, view, below, picture),
    }
}

/// The lanes of signs and, where there is more height, what was contested as bars.
fn from_afar(lanes: &Lanes, scale: &Scale, view: &View, (top, rows): (u16, u16), picture: &mut Picture) -> Vec<Spot> {
    let signs = rows.min(if view.marks.is_empty() { 4 } else { 5 });
    chart::lanes(lanes, scale, view, (top.into(), signs.into()), picture);
    bars::draw(scale, contested(lanes), (top + signs, rows - signs), picture)
}

/// The falls between their bounds, as far as they begin before the page ends.
fn bounds<'a>(lanes: &'a Lanes, scale: &Scale) -> impl Iterator<Item = Item<'a>> {
    let end = scale.days().map(|days| days.end);
    let near = lanes.doubts().iter().take_while(move |doubt| Some(doubt.span.start) < end);
    near.map(|doubt| Item {
        place: doubt.fall.place,
        name: lanes.name_of(doubt.fall.place),
        days: doubt.span,
        settled: Some((doubt.best, sign(&doubt.fall))),
        ink: ink(Some(&doubt.fall)),
    })
}

/// The places contested, the longest first.
fn contested(lanes: &Lanes) -> impl Iterator<Item = Item<'_>> {
    lanes.bars().iter().map(|bar| Item {
        place: bar.place,
        name: lanes.name_of(bar.place),
        days: bar.span,
        settled: None,
        ink: Ink::Contested,
    })
}

/// The names of the days.
fn names(lanes: &Lanes, scale: &Scale, view: &View, top: u16, picture: &mut Picture) {
    let wide = usize::from(scale.wide);
    for slot in scale.slots() {
        let (x, y, day) = (i32::from(slot.x), i32::from(top), slot.days.start);
        if slot.gap {
            chart::gap(slot, scale.wide, y, picture);
        } else if lanes.marks(day).is_some() {
            let name = marked_name(view, day, wide);
            picture.write(x, y, text::cut(&format!(" {name}"), wide).as_ref(), Ink::Tick);
        }
    }
}

/// The name of a day with the letters that mark it, in the longest wording that fits.
pub(super) fn marked_name(view: &View, day: Day, wide: usize) -> String {
    let name = day_name(view, day, wide);
    let letters: String = view.marks.iter().filter(|(_, marked)| *marked == day).map(|(letter, _)| *letter).collect();
    if letters.is_empty() {
        return name;
    }
    let names = [name, format!("{} {}", day.weekday(), day.day_of_month()), day.day_of_month().to_string()];
    let mut wordings = names.iter().map(|name| format!("{name} '{letters}"));
    wordings.find(|wording| text::width(wording) + 2 <= wide).unwrap_or_else(|| format!("'{letters}"))
}

/// Days in words.
fn worded(lanes: &Lanes, scale: &Scale, view: &View, (top, rows): (u16, u16), picture: &mut Picture) -> Vec<Spot> {
    let mut spots = Vec::new();
    for slot in scale.slots().iter().filter(|slot| !slot.gap) {
        let Some(marks) = lanes.marks(slot.days.start) else { continue };
        let cell = Cell { x: slot.x, y: top, wide: scale.wide.into(), rows: rows.into() };
        spots.extend(cell.draw(lanes, marks, view.lane, picture));
    }
    if rows > 1 && view.lane == Lane::All {
        contests(lanes, scale, i32::from(picture.height()) - 1, picture);
    }
    spots
}

/// Columns of a day in which one name can be told.
const ONE_NAME: usize = 10;

/// The cell of a day, below its name.
struct Cell {
    x: u16,
    y: u16,
    wide: usize,
    rows: usize,
}

impl Cell {
    /// What fell by name or number, what else happened; which rows tell of which place.
    fn draw(&self, lanes: &Lanes, marks: &DayMarks, lane: Lane, picture: &mut Picture) -> Vec<Spot> {
        // The last row belongs to the contests where there are more than two.
        let room = if self.rows > 1 && lane == Lane::All { self.rows - 1 } else { self.rows };
        let told = match lane {
            Lane::Events => self.events(marks, room),
            Lane::Reports => reports(marks),
            _ => self.lines(lanes, marks, room),
        };
        let mut spots = Vec::new();
        for (y, line) in (self.y..).zip(told.into_iter().take(room)) {
            let x = self.x + 1;
            let end = picture.write(x.into(), y.into(), &text::cut(&line.0, self.wide.saturating_sub(1)), line.1);
            let to = u16::try_from(end).unwrap_or(x);
            spots.extend(line.2.map(|place| Spot { y, from: x, to, place }));
        }
        spots
    }

    /// The national events of the day.
    fn events(&self, marks: &DayMarks, room: usize) -> Vec<Line> {
        let told = marks.national.len();
        if self.wide < NAMED && told > 0 {
            return vec![(format!("*{told}"), Ink::National, None)];
        }
        let titles = if told <= room { told } else { room.saturating_sub(1) };
        let mut lines: Vec<Line> =
            marks.national.iter().take(titles).map(|title| (format!("* {title}"), Ink::National, None)).collect();
        if titles < told {
            lines.push((format!("*{} events", told - titles), Ink::National, None));
        }
        lines
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
        } else {
            out.extend(self.events(marks, left));
        }
        out
    }

    /// Every fall by name if all have a row, else signs and as many names as there is room for. A row is left for the
    /// national events.
    fn names(&self, lanes: &Lanes, marks: &DayMarks, room: usize) -> Vec<Line> {
        let line = |fall: &FallMark| {
            let name = lanes.name_in(fall.place, self.wide.saturating_sub(3));
            (format!("{} {name}", sign(fall)), ink(Some(fall)), Some(fall.place))
        };
        let free = room.saturating_sub(usize::from(!marks.national.is_empty()));
        let disputed = marks.disputed as usize;
        let doubt = (disputed > 0).then(|| ("?".repeat(disputed), Ink::Disputed, None));
        if marks.falls.len() + usize::from(doubt.is_some()) <= free {
            return marks.falls.iter().map(line).chain(doubt).collect();
        }
        let named = free.saturating_sub(2);
        let rest = (named > 0).then(|| (format!("  and {} more", marks.falls.len() - named), Ink::Faint, None));
        self.tally(marks).into_iter().chain(marks.falls.iter().take(named).map(line)).chain(rest).collect()
    }

    /// Signs and, on a second row, a name: `xxx` and `Kunduz +2`.
    fn brief(&self, lanes: &Lanes, marks: &DayMarks, room: usize) -> Vec<Line> {
        let name = |fall: &FallMark| match marks.falls.len() - 1 {
            0 => lanes.name_of(fall.place).to_owned(),
            more => format!("{} +{more}", lanes.name_of(fall.place)),
        };
        let mut out: Vec<Line> = self.tally(marks).into_iter().collect();
        if room > 1 && self.wide >= ONE_NAME {
            // The first that can be told in full, else the first.
            let fitting = marks.falls.iter().find(|fall| text::width(&name(fall)) < self.wide);
            out.extend(fitting.or(marks.falls.first()).map(|fall| (name(fall), Ink::Faint, Some(fall.place))));
        }
        out
    }

    /// What fell and what is disputed, as signs; none if nothing.
    fn tally(&self, marks: &DayMarks) -> Option<Line> {
        let any = !marks.falls.is_empty() || marks.disputed > 0;
        any.then(|| (self.signs(marks, &[""]), ink(marks.falls.first()), None))
    }

    /// A sign a place, `xx+?`, where that fits with one of `tails` behind, else numbers, `x2+1?1`, with the first tail
    /// that fits. Numbers with a tail say more than signs without.
    fn signs(&self, marks: &DayMarks, tails: &[&str]) -> String {
        let certain = marks.falls.iter().filter(|fall| fall.certain).count();
        let counts =
            [(certain, "x"), (marks.falls.len() - certain, "+"), (usize::try_from(marks.disputed).unwrap_or(0), "?")];
        let signs: String = counts.iter().map(|(count, sign)| sign.repeat(*count)).collect();
        let told = counts.iter().filter(|(count, _)| *count > 0);
        let numbers: String = told.flat_map(|(count, sign)| [(*sign).to_owned(), count.to_string()]).collect();
        let signed = tails.iter().filter(|tail| tails.len() == 1 || !tail.is_empty());
        let signed = signed.map(|tail| format!("{signs}{tail}"));
        let mut wordings = signed.chain(tails.iter().map(|tail| format!("{numbers}{tail}")));
        wordings.find(|line| line.len() < self.wide).unwrap_or(numbers)
    }
}

/// The reports of a day and how long after the falls they came out.
fn reports(marks: &DayMarks) -> Vec<Line> {
    let count = match marks.reports {
        0 => return Vec::new(),
        1 => "1 report".to_owned(),
        count => format!("{count} reports"),
    };
    let lag = marks.lag.map(|(least, most)| match (least, most) {
        (0, 0) => "same day".to_owned(),
        _ if least == most => format!("{least:+} d"),
        _ => format!("{least:+} to {most:+} d"),
    });
    let lines = [Some((count, Ink::Plain, None)), lag.map(|lag| (lag, Ink::Faint, None))];
    lines.into_iter().flatten().collect()
}

/// A line of a cell with its role and the place that it tells of.
type Line = (String, Ink, Option<PlaceNo>);

/// `x` for what has surely fallen, `+` for what may fall later: the signs of the bar of counts.
fn sign(fall: &FallMark) -> char {
    if fall.certain { 'x' } else { '+' }
}

fn ink(fall: Option<&FallMark>) -> Ink {
    fall.map_or(Ink::Disputed, |fall| Ink::Fallen(fall.party.role()))
}

/// `Thu 12`, with the month where there is room.
pub(super) fn day_name(view: &View, day: Day, wide: usize) -> String {
    let calendar = view.calendar;
    let of_month = calendar.date(day).map_or_else(|| day.day_of_month(), |(.., of)| of);
    let medium = format!("{} {}", day.weekday(), calendar.short(day));
    match wide {
        0..6 => of_month.to_string(),
        12.. if text::width(&medium) + 2 <= wide => medium,
        _ => format!("{} {of_month}", day.weekday()),
    }
}

/// The last row: how many places are contested on each day, as a bar that runs on from day to day.
fn contests(lanes: &Lanes, scale: &Scale, y: i32, picture: &mut Picture) {
    for slot in scale.slots().iter().filter(|slot| !slot.gap) {
        let Some(marks) = lanes.marks(slot.days.start).filter(|marks| marks.contested > 0) else { continue };
        let label = format!("!{} ", marks.contested);
        let after = picture.write(i32::from(slot.x) + 1, y, &label, Ink::Contested);
        for x in after - 1..i32::from(slot.x + scale.wide) {
            picture.put(x, y, '=', Ink::Bar);
        }
    }
}
