//! The pile of pages: one is laid on another, the uppermost is taken away.

use crate::app::{Focus, Left, Model, Page, Selection};
use crate::dataset::Dataset;

/// Opens a page at its top, above the one that is open; a page that is open already comes to the front again, and the
/// one in front closes.
pub(super) fn turn_to(model: &mut Model, page: Page) {
    if model.page == Some(page) {
        close(model);
        return;
    }
    let Model { scroll, chosen, .. } = *model;
    model.beneath.extend(model.page.map(|page| Left { page, scroll, chosen }));
    if let Some(at) = model.beneath.iter().position(|left| left.page == page) {
        model.beneath.truncate(at + 1);
        close(model);
        return;
    }
    model.page = Some(page);
    model.scroll = 0;
    model.chosen = None;
}

/// Closes the page in front; the one beneath it is as it was left.
pub(super) fn close(model: &mut Model) {
    let left = model.beneath.pop();
    model.page = left.map(|left| left.page);
    model.scroll = left.map_or(0, |left| left.scroll);
    model.chosen = left.and_then(|left| left.chosen);
}

/// What a page is about that is open, in front or beneath others; none unless it is what is in focus.
pub(super) fn about(model: &Model, dataset: &Dataset) -> Option<Focus> {
    let mut pages = model.beneath.iter().map(|left| left.page).chain(model.page);
    if pages.any(Page::is_about_focus) { model.focus(dataset) } else { None }
}

/// Selects what pages are about when something else came into focus, so that they stay with it: an event on its day, a
/// place on any. Without either they close, wherever they lie.
pub(super) fn stay_with(model: &mut Model, dataset: &Dataset, about: Option<Focus>) {
    let today = |event| dataset.chronicle.day_of(event, model.reading) == Some(model.day);
    match about {
        Some(Focus::Place(place, _)) => model.selection = Selection::Place(place),
        Some(Focus::National(event)) if today(event) => model.selection = Selection::Event(event),
        _ => {
            model.beneath.retain(|left| !left.page.is_about_focus());
            if model.page.is_some_and(Page::is_about_focus) {
                close(model);
            }
        }
    }
}

/// Closes all pages.
pub(super) fn close_all(model: &mut Model) {
    model.beneath.clear();
    close(model);
}
