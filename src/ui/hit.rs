//! What the mouse means: the same layout that is drawn is asked what lies under the pointer.

use crate::app::{Area, Button, Focus, Grab, Layout, Message, Model, Mouse, MouseKind, Picked, Selection};
use crate::dataset::Dataset;
use crate::map::CellAt;
use crate::time::{Day, Span};

use super::Cache;
use super::caption;
use super::scroll::first_row;

/// What a mouse event means on the screen that `cache` was prepared for.
#[must_use]
pub fn hit(dataset: &Dataset, model: &Model, cache: &Cache, mouse: Mouse) -> Vec<Message> {
    let Mouse { kind, x, y } = mouse;
    let pointed = Message::Point(x, y);
    if model.page.is_some() {
        return match kind {
            MouseKind::WheelUp => vec![Message::Scroll(-3)],
            MouseKind::WheelDown => vec![Message::Scroll(3)],
            _ => Vec::new(),
        };
    }
    let Some(layout) = &model.layout() else { return Vec::new() };
    let day = |meant: fn(Day) -> Message| cache.day_at(x, y).map(meant);
    match (kind, panel(layout, caption::panel(dataset, model, layout), x, y)) {
        (MouseKind::WheelUp, Some(Panel::Map(cell))) => vec![Message::ZoomAt(cell, 1)],
        (MouseKind::WheelDown, Some(Panel::Map(cell))) => vec![Message::ZoomAt(cell, -1)],
        (MouseKind::WheelUp, Some(Panel::List(_))) => vec![Message::ListUp],
        (MouseKind::WheelDown, Some(Panel::List(_))) => vec![Message::ListDown],
        (MouseKind::CtrlWheelUp, Some(Panel::Timeline)) => vec![Message::TimeCloser],
        (MouseKind::CtrlWheelDown, Some(Panel::Timeline)) => vec![Message::TimeFarther],
        (MouseKind::WheelUp, Some(Panel::Timeline)) => vec![Message::StepEarlier],
        (MouseKind::WheelDown, Some(Panel::Timeline)) => vec![Message::StepLater],
        (MouseKind::Press(Button::Left), Some(Panel::Timeline)) => {
            let told = cache.told_at(x, y).map(Message::SelectPlace);
            [Message::Grab(Some(Grab::Timeline))].into_iter().chain(day(Message::GoTo)).chain(told).collect()
        }
        (MouseKind::Press(Button::Left), Some(Panel::List(row))) => {
            let list = caption::list(dataset, model, layout);
            let (row, rows) = ((layout.list.y + row).checked_sub(list.y), list.height);
            row.and_then(|row| listed(dataset, model, row, rows)).into_iter().collect()
        }
        (MouseKind::Press(Button::Left), Some(Panel::Map(_))) => {
            vec![Message::Grab(Some(Grab::Click(x, y)))]
        }
        (MouseKind::Drag(Button::Left), _) if model.grab == Some(Grab::Timeline) => {
            day(Message::Scrub).into_iter().collect()
        }
        (MouseKind::Press(Button::Right), Some(Panel::Timeline)) => {
            let anchor = cache.day_at(x, y);
            vec![Message::Grab(anchor.map(Grab::Days)), Message::PickDays(Picked::All)]
        }
        (MouseKind::Drag(Button::Right), _) if let Some(Grab::Days(anchor)) = model.grab => {
            let picked = |day: Day| Picked::Days(Span::inclusive(day.min(anchor), day.max(anchor)));
            cache.day_at(x, y).map(|day| Message::PickDays(picked(day))).into_iter().collect()
        }
        // A click selects, a second one, or the second of a double click, shows the region; a drag only moves the map.
        (MouseKind::Release(Button::Left), _) if model.grab == Some(Grab::Click(x, y)) => {
            let chosen = cache.place_at(dataset, x, y).map(|place| match model.selection {
                Selection::Place(selected) if selected == place => Message::ShowSelection,
                _ => Message::SelectPlace(place),
            });
            [Message::Grab(None)].into_iter().chain(chosen).collect()
        }
        (MouseKind::Release(_), _) => vec![Message::Grab(None)],
        (MouseKind::Move | MouseKind::Drag(_), _) => vec![pointed],
        _ => Vec::new(),
    }
}

/// A panel that the mouse means something on.
enum Panel {
    Map(CellAt),
    /// With the row.
    List(u16),
    Timeline,
}

fn panel(layout: &Layout, list: Area, x: u16, y: u16) -> Option<Panel> {
    let map = layout.on_a_map(x, y).map(|(x, y)| Panel::Map(CellAt { x: x.into(), y: y.into() }));
    let list = || list.inside(x, y).map(|(_, row)| Panel::List(row));
    let timeline = || layout.timeline.inside(x, y).map(|_| Panel::Timeline);
    map.or_else(list).or_else(timeline)
}

/// The event in a row of the list, or the place in a row of the list of changes.
fn listed(dataset: &Dataset, model: &Model, row: u16, rows: u16) -> Option<Message> {
    if let Some(changed) = model.changed(dataset) {
        let at = changed.iter().position(|&place| Some(place) == model.selected_place(dataset));
        let first = first_row(at.unwrap_or(0), changed.len(), rows.into());
        return changed.get(first + usize::from(row)).map(|&place| Message::SelectPlace(place));
    }
    let listed = model.listed(dataset);
    let focus = model.focus(dataset);
    let at = listed.iter().position(|&event| match focus {
        Some(Focus::Place(_, of)) => of == Some(event),
        Some(Focus::National(of)) => of == event,
        None => false,
    });
    let first = first_row(at.unwrap_or(0), listed.len(), rows.into());
    listed.get(first + usize::from(row)).map(|&event| Message::SelectEvent(event))
}
