//! The strip from afar: ticks, and a row for every lane, a sign a day or a sign several days.
//!
//! ```text
//!           1 Jul 2021                1 Aug                         1 Sep
//! falls     ..............................11.3121367 8.................?.1
//! contested 333333344445555556667778999999988876655411
//! events    ..*....*..*........
//! ```

use crate::picture::{Ink, Picture};
use crate::text;

use super::lanes::Sum;
use super::scale::{Scale, Slot};
use super::ticks::ticks;
use super::{Lanes, View};

/// The lanes by their importance: with little height the last are left out.
const LANES: [(&str, Sum); 4] =
    [("falls", Sum::Falls), ("contested", Sum::Contested), ("events", Sum::National), ("reports", Sum::Reports)];

/// Paints the ticks in row `top`.
pub(super) fn names(scale: &Scale, view: &View, top: i32, picture: &mut Picture) {
    if scale.slots().iter().any(|slot| slot.gap) {
        return folded(scale, view, top, picture);
    }
    let days: Vec<_> = scale.slots().iter().map(|slot| (slot.x, slot.days)).collect();
    for (x, label) in ticks(&days, picture.width(), view.calendar) {
        picture.write(x.into(), top, &label, Ink::Tick);
    }
}

/// Between gaps, each of which says how many days it has, the first day of what is shown; with its year if that is another
/// than the last one told and fits.
fn folded(scale: &Scale, view: &View, top: i32, picture: &mut Picture) {
    let mut told = None;
    for shown in scale.slots().split(|slot| slot.gap) {
        let (Some(first), Some(last)) = (shown.first(), shown.last()) else { continue };
        let day = first.days.start;
        let (year, short) = (view.calendar.date(day).map(|(year, ..)| year), view.calendar.short(day));
        let long = year.filter(|_| told != year).map(|year| format!("{short} {year}"));
        // A blank before the sign of the next gap.
        let fits = |label: &String| usize::from(first.x) + text::width(label) < usize::from(last.x + scale.wide);
        if let Some(label) = long.into_iter().chain([short]).find(fits) {
            picture.write(first.x.into(), top, &label, Ink::Tick);
            told = year;
        }
    }
    for slot in scale.slots().iter().filter(|slot| slot.gap) {
        gap(slot, scale.wide, top, picture);
    }
}

/// `~ 19 days ~`, as much of it as fits.
pub(super) fn gap(slot: &Slot, wide: u16, y: i32, picture: &mut Picture) {
    let days = slot.days.days();
    let wordings =
        [format!("~ {days} days ~"), format!("~ {days} d ~"), format!("~{days}d~"), format!("~{days}"), "~".into()];
    if let Some(label) = wordings.iter().find(|label| label.len() < usize::from(wide)).or(wordings.last()) {
        for x in slot.x..slot.x + wide {
            picture.put(x.into(), y, ' ', Ink::Tick);
        }
        picture.write(slot.x.into(), y, label, Ink::Tick);
    }
}

/// Paints the lanes in `rows` rows from row `top` on, then the marks.
pub(super) fn lanes(lanes: &Lanes, scale: &Scale, view: &View, (top, rows): (i32, usize), picture: &mut Picture) {
    for (y, (name, sum)) in (top..).zip(LANES.iter().take(rows)) {
        if scale.left > 0 {
            picture.write(0, y, name, Ink::Faint);
        }
        for slot in scale.slots() {
            let (count, ink) = (lanes.sum(*sum, slot.days), ink(lanes, *sum, slot));
            let disputed = disputed(lanes, *sum, slot);
            let text = match count {
                _ if disputed => "?".to_owned(),
                0 => ".".to_owned(),
                // A count of days on which something lasts is no count of places.
                _ if *sum == Sum::Contested => lanes.most_contested(slot.days).map_or("=".into(), digits(scale.wide)),
                count => digits(scale.wide)(count),
            };
            picture.write(slot.x.into(), y, &text, if disputed { Ink::Disputed } else { ink });
        }
    }
    if rows > LANES.len() {
        let y = top + i32::try_from(LANES.len()).unwrap_or(0);
        for &(letter, day) in &view.marks {
            if let Some(slot) = scale.slot(day) {
                picture.put(slot.x.into(), y, letter, Ink::Selected);
            }
        }
        if scale.left > 0 && !view.marks.is_empty() {
            picture.write(0, y, "marks", Ink::Faint);
        }
    }
}

/// The playhead in the lanes that have nothing in its slot: a stroke.
pub(super) fn strokes(lanes: &Lanes, slot: &Slot, rows: std::ops::Range<i32>, picture: &mut Picture) {
    for (y, (_, sum)) in rows.zip(LANES) {
        if lanes.sum(sum, slot.days) == 0 && !disputed(lanes, sum, slot) {
            picture.put(slot.x.into(), y, '|', Ink::Faint);
        }
    }
}

/// Whether nothing fell in a slot but something was disputed.
fn disputed(lanes: &Lanes, sum: Sum, slot: &Slot) -> bool {
    sum == Sum::Falls && lanes.sum(sum, slot.days) == 0 && lanes.sum(Sum::Disputed, slot.days) > 0
}

/// A number in `wide` columns; `+` where it has no room.
fn digits(wide: u16) -> impl Fn(u32) -> String {
    move |count| {
        let text = count.to_string();
        if text.len() < usize::from(wide).max(2) { text } else { "+".into() }
    }
}

fn ink(lanes: &Lanes, sum: Sum, slot: &Slot) -> Ink {
    if lanes.sum(sum, slot.days) == 0 {
        return Ink::Faint;
    }
    match sum {
        Sum::Falls => lanes.last_fall(slot.days).map_or(Ink::Faint, |fall| Ink::Fallen(fall.party.role())),
        Sum::Contested => Ink::Contested,
        Sum::National => Ink::National,
        Sum::Reports | Sum::Disputed => Ink::Plain,
    }
}
