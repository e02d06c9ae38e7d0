//! What the keys of pages do: which page is opened, and where what is chosen on it leads.

use crate::app::{Choice, Focus, Model, Page, Selection};
use crate::chronicle::Reading;
use crate::dataset::Dataset;

use super::pile::{close, close_all, turn_to};
use super::select::{read_as, select_event};

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
/// followed through the days. An event without a place has no status, and who says that it happened stands on its own page.
pub(super) fn why(model: &mut Model, dataset: &Dataset) {
    match model.focus(dataset) {
        Some(Focus::Place(place, _)) => {
            model.selection = Selection::Place(place);
            turn_to(model, Page::Why);
        }
        Some(Focus::National(_)) => turn_to(model, Page::Sources),
        None => {}
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
