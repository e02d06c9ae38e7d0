//! Pages: opening one above another, closing the uppermost, going to what is chosen.

use crate::app::{Choice, Focus, Left, Model, Page, Selection};
use crate::chronicle::Reading;
use crate::dataset::Dataset;

use super::select::{read_as, select_event};

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

/// Opens the keys; from there goes on to the method, and from that back to what was open before.
pub(super) fn help(model: &mut Model) {
    match model.page {
        Some(Page::Help) => turn_over(model),
        Some(Page::Method) => close(model),
        _ => turn_to(model, Page::Help),
    }
}

/// From the keys to the method, and back: two sides of one page.
pub(super) fn turn_over(model: &mut Model) {
    model.page = Some(if model.page == Some(Page::Help) { Page::Method } else { Page::Help });
    model.scroll = 0;
    model.chosen = None;
}

/// Opens the page of all accounts with the present one chosen.
pub(super) fn accounts(model: &mut Model, dataset: &Dataset) {
    if dataset.chronicle.claims.is_empty() {
        model.notice = Some("this data set has no claims, so no accounts either".into());
        return;
    }
    turn_to(model, Page::Accounts);
    if model.page == Some(Page::Accounts) {
        let Model { reading, .. } = *model;
        let account = if let Reading::Account(source) = reading { Some(source) } else { None };
        model.chosen = Some(Choice::Account(account));
    }
}

/// Opens the page of what is in focus; on a page, of the source that is chosen on it.
pub(super) fn sources(model: &mut Model, dataset: &Dataset) {
    match (model.page, model.source()) {
        (Some(Page::Accounts | Page::Source(_)), Some(source)) => turn_to(model, Page::Source(source)),
        _ if model.focus(dataset).is_some() => turn_to(model, Page::Sources),
        _ => {}
    }
}

/// Opens the page that says why the place in focus has its status. The place is selected, so that the page can be
/// followed through the days.
pub(super) fn why(model: &mut Model, dataset: &Dataset) {
    if let Some(Focus::Place(place, _)) = model.focus(dataset) {
        model.selection = Selection::Place(place);
        turn_to(model, Page::Why);
    }
}

/// Goes to what is chosen on the page; closes a page with nothing to choose from.
pub(super) fn go(model: &mut Model, dataset: &Dataset) {
    match model.chosen {
        Some(Choice::Account(account)) => {
            read_as(model, dataset, account.map_or(Reading::Settled, Reading::Account));
            close_all(model);
        }
        Some(Choice::Source(source)) => turn_to(model, Page::Source(source)),
        Some(Choice::Event(event)) => {
            close_all(model);
            select_event(model, dataset, event);
        }
        None => close(model),
    }
}
