//! The pile of pages: one is laid on another, the uppermost is taken away.

use crate::app::{Left, Model, Page};

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

/// Closes all pages.
pub(super) fn close_all(model: &mut Model) {
    model.beneath.clear();
    close(model);
}
