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
    let (mut spots, mut left_out, width) = (Vec::new(), 0_usize, picture.width());
    for placed in items.filter_map(|item| place(scale, item, width)) {
        match free.iter().position(|&free| free <= placed.from) {
            Some(row) => {
                let y = top + u16::try_from(row).unwrap_or(0);
                free[row] = placed.end + 1;
                paint(&placed, y, picture);
                spots.push(Spot { y, from: placed.from, to: placed.end, place: placed.item.place });
            }
            None => left_out += 1,
        }
    }
    if left_out > 0 && rows > 0 {
        left(left_out, i32::from(top + rows) - 1, picture);
    }
    spots
}

/// Says at the end of a row how many items are left out, in the place of what it would cut.
fn left(count: usize, y: i32, picture: &mut Picture) {
    let more = format!(" {count} more ");
    let x = i32::from(picture.width()) - i32::try_from(more.len()).unwrap_or(0);
    let glyph = |x: i32| picture.cell(x, y).map_or(' ', |cell| cell.glyph);
    // A name has a blank behind its sign, and two blanks or a bracket before that.
    let begins = |x: &i32| glyph(x - 1) == ' ' && matches!(glyph(x - 2), ' ' | ']');
    let from = if glyph(x) == ' ' || glyph(x - 1) == ' ' { x } else { (0..x).rev().find(begins).unwrap_or(x) };
    (from..x).for_each(|x| picture.put(x, y, ' ', Ink::Plain));
    picture.write(x, y, &more, Ink::Faint);
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
