//! How messages change the model.

mod look;
mod play;
mod select;
mod time;

use crate::dataset::Dataset;
use crate::text::Clean;

use super::{Effect, Message, Model, Page, Prompt, Question, Selection};

/// Takes note of a message and says what is to be done outside.
pub fn update(model: &mut Model, dataset: &Dataset, message: Message) -> Vec<Effect> {
    if !matches!(message, Message::Tick(_) | Message::Resize(..) | Message::Point(..)) {
        model.pending = None;
    }
    match message {
        Message::Quit => return vec![Effect::Quit],
        Message::Suspend => return vec![Effect::Suspend],
        Message::Pending(key) => model.pending = Some(key),
        Message::Nothing => {}
        Message::Resize(width, height) => model.size = (width, height),
        Message::Tiles => model.tiled = !model.tiled,
        Message::NextGlyphs => model.glyphs = model.glyphs.next(),
        Message::NextTheme => model.theme = model.theme.next(),
        Message::NextReading => select::read_as(model, dataset, model.reading.next()),
        Message::Help => turn_to(model, Page::Help),
        Message::Sources => {
            if model.focus(dataset).is_some() {
                turn_to(model, Page::Sources);
            }
        }
        Message::Back => back(model),
        Message::Scroll(lines) => model.scroll = model.scroll.saturating_add_signed(lines),
        Message::ScrollTo(line) => model.scroll = line,
        Message::AskDate => model.prompt = Some(Prompt::new(Question::Date)),
        Message::Type(text) => type_on(model, &text),
        Message::Erase => {
            if let Some(prompt) = &mut model.prompt {
                prompt.answer.pop();
                prompt.fault = None;
            }
        }
        Message::Grab(grab) => model.grab = grab,
        Message::Point(x, y) => look::point(model, dataset, (x, y)),
        Message::ZoomIn
        | Message::ZoomOut
        | Message::ZoomAt(..)
        | Message::ShowAll
        | Message::ShowSelection
        | Message::ShowToday
        | Message::PanWest
        | Message::PanEast
        | Message::PanNorth
        | Message::PanSouth => look::look(model, dataset, &message),
        Message::Submit => submit(model, dataset),
        Message::Tick(elapsed) => play::tick(model, dataset, elapsed),
        Message::Play => play::toggle(model, dataset),
        Message::Slower => play::slower(model),
        Message::Faster => play::faster(model),
        Message::DayEarlier
        | Message::DayLater
        | Message::WeekEarlier
        | Message::WeekLater
        | Message::FirstDay
        | Message::LastDay
        | Message::GoTo(_) => time::step(model, dataset, &message),
        _ => select::select(model, dataset, &message),
    }
    Vec::new()
}

/// Opens a page at its top; the same page again closes it.
fn turn_to(model: &mut Model, page: Page) {
    model.page = if model.page == Some(page) { None } else { Some(page) };
    model.scroll = 0;
}

/// Closes what is uppermost: prompt, page, selection.
fn back(model: &mut Model) {
    if model.prompt.take().is_some() {
    } else if model.page.take().is_some() {
        model.scroll = 0;
    } else {
        model.selection = Selection::None;
    }
}

/// Takes the answer to the question that is open.
fn submit(model: &mut Model, dataset: &Dataset) {
    match model.prompt.as_ref().map(|prompt| prompt.question) {
        Some(Question::Date) => time::answer(model, dataset),
        None => {}
    }
}

/// How long an answer may get; no date is longer.
const LONGEST_ANSWER: usize = 40;

fn type_on(model: &mut Model, text: &str) {
    if let Some(prompt) = &mut model.prompt {
        let room = LONGEST_ANSWER.saturating_sub(prompt.answer.chars().count());
        prompt.answer.extend(Clean::new(text).chars().take(room));
        prompt.fault = None;
    }
}
