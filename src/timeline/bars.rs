//! What lasts, as bars with their names, packed into rows: places contested, falls between their bounds.
//!
//! ```text
//! =Kunduz=====================   =Kandahar==============
//!     [- - - -x Kandahar     x Herat - - -]
//! ```

use crate::gazetteer::PlaceNo;
use crate::picture::{Ink, Picture};
use crate::text;
use crate::time::{Day, Span};

use super::Spot;
use super::scale::Scale;

/// Something that lasts.
pub(super) struct Item<'a> {
    pub(super) place: PlaceNo,
    pub(super) name: &'a str,
    pub(super) days: Span,
    /// The settled day with its sign, of what is uncertain.
    pub(super) settled: Option<(Day, char)>,
    pub(super) ink: Ink,
}

/// An item with its columns: from, to, and where what it is called ends.
struct Placed<'a> {
    item: Item<'a>,
    from: u16,
    to: u16,
    /// The column of the sign or of the name.
    name: u16,
    end: u16,
}

/// Paints as many items as `rows` rows from row `top` on have room for, and says how many the others are. The earlier of
/// `items` come first.
pub(super) fn draw<'a>(
    scale: &Scale,
    items: impl Iterator<Item = Item<'a>>,
    (top, rows): (u16, u16),
    picture: &mut Picture,
) -> Vec<Spot> {
    let mut free = vec![0_u16; rows.into()];
    let (mut shown, mut left_out, width) = (Vec::new(), 0_usize, picture.width());
    for placed in items.filter_map(|item| place(scale, item, width)) {
        match free.iter().position(|&free| free <= placed.from) {
            Some(row) => {
                free[row] = placed.end + 1;
                shown.push((top + u16::try_from(row).unwrap_or(0), placed));
            }
            None => left_out += 1,
        }
    }
    if left_out > 0 && rows > 0 {
        let last = top + rows - 1;
        let (more, x) = left(left_out, (last, width), &mut shown);
        picture.write(x.into(), last.into(), &more, Ink::Faint);
    }
    for (y, placed) in &shown {
        paint(placed, *y, picture);
    }
    shown
        .iter()
        .map(|(y, placed)| Spot { y: *y, from: placed.from, to: placed.end, place: placed.item.place })
        .collect()
}

/// How many items are left out, in words for the end of the last row, with their column. An item that they would cut is left
/// out too.
fn left(mut count: usize, (last, width): (u16, u16), shown: &mut Vec<(u16, Placed<'_>)>) -> (String, u16) {
    loop {
        let more = format!(" {count} more ");
        let x = width.saturating_sub(u16::try_from(more.len()).unwrap_or(width));
        let before = shown.len();
        shown.retain(|(y, placed)| *y != last || placed.end <= x);
        if shown.len() == before {
            return (more, x);
        }
        count += before - shown.len();
    }
}

fn place<'a>(scale: &Scale, item: Item<'a>, width: u16) -> Option<Placed<'a>> {
    let (from, to) = scale.columns(item.days)?;
    // Under a day's cell one column stays free to tell it from the next. What is known to the day needs no bar.
    let to = match item.settled {
        Some(_) if item.days.days() == 1 => from,
        _ if scale.worded => to - 1,
        _ => to,
    };
    let name = match item.settled {
        Some((day, _)) => scale.slot(day).map_or(from, |slot| slot.x),
        None => from,
    };
    let sign = if item.settled.is_some() { 2 } else { 1 };
    let room = width.saturating_sub(name + sign);
    let told = u16::try_from(text::width(item.name)).unwrap_or(u16::MAX).min(room);
    let end = to.max(name + sign + told).min(width);
    Some(Placed { item, from: from.min(name), to, name, end })
}

fn paint(placed: &Placed<'_>, y: u16, picture: &mut Picture) {
    let Placed { ref item, from, to, name, end } = *placed;
    let y = i32::from(y);
    let fill = if item.settled.is_some() { '-' } else { '=' };
    for x in from..to {
        picture.put(x.into(), y, fill, Ink::Bar);
    }
    let room = usize::from(end - name);
    match item.settled {
        Some((_, sign)) => {
            if from < name {
                picture.put(from.into(), y, '[', Ink::Bar);
            }
            if end <= to {
                picture.put(i32::from(to) - 1, y, ']', Ink::Bar);
            }
            picture.write(name.into(), y, &text::cut(&format!("{sign} {}", item.name), room), item.ink);
        }
        None => {
            picture.write(i32::from(name) + 1, y, &text::cut(item.name, room.saturating_sub(1)), item.ink);
        }
    }
}
