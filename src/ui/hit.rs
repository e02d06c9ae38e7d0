//! What the mouse means: the same layout that is drawn is asked what lies under the pointer.

use crate::app::{Button, Message, Model, Mouse, MouseKind};
use crate::dataset::Dataset;

use super::Cache;
use super::list::first_row;

/// The meaning of a mouse event on the screen that `cache` was prepared for.
#[must_use]
pub fn hit(dataset: &Dataset, model: &Model, cache: &Cache, mouse: Mouse) -> Message {
    let Mouse { kind, x, y } = mouse;
    if model.page.is_some() {
        return match kind {
            MouseKind::WheelUp => Message::Scroll(-3),
            MouseKind::WheelDown => Message::Scroll(3),
            _ => Message::Nothing,
        };
    }
    let Some(shown) = cache.shown() else { return Message::Nothing };
    let on_timeline = shown.layout.timeline.inside(x, y).is_some();
    let on_list = shown.layout.list.inside(x, y);
    match kind {
        MouseKind::WheelUp if on_list.is_some() => Message::ListUp,
        MouseKind::WheelDown if on_list.is_some() => Message::ListDown,
        MouseKind::WheelUp if on_timeline => Message::DayEarlier,
        MouseKind::WheelDown if on_timeline => Message::DayLater,
        MouseKind::Press(Button::Left) | MouseKind::Drag(Button::Left) if on_timeline => {
            cache.day_at(model.day, x, y).map_or(Message::Nothing, Message::GoTo)
        }
        MouseKind::Press(Button::Left) => {
            if let Some((_, row)) = on_list {
                return listed(dataset, model, row, shown.layout.list.height);
            }
            cache.place_at(x, y).map_or(Message::Nothing, Message::SelectPlace)
        }
        _ => Message::Nothing,
    }
}

/// The event in a row of the list.
fn listed(dataset: &Dataset, model: &Model, row: u16, rows: u16) -> Message {
    let listed = model.listed(dataset);
    let focus = model.focus(dataset);
    let at = listed.iter().position(|&event| match focus {
        Some(crate::app::Focus::Place(_, of)) => of == Some(event),
        Some(crate::app::Focus::National(of)) => of == event,
        None => false,
    });
    let first = first_row(at.unwrap_or(0), listed.len(), rows.into());
    listed.get(first + usize::from(row)).map_or(Message::Nothing, |&event| Message::SelectEvent(event))
}
