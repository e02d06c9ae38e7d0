//! How messages change the model.

mod answer;
mod find;
mod look;
mod page;
mod pile;
mod play;
mod select;
mod share;
mod story;
mod time;

use crate::dataset::Dataset;

pub use play::next_tick;

use super::{Effect, Message, Model, Page, Picked, Selection};

/// Takes note of a message and says what is to be done outside.
pub fn update(model: &mut Model, dataset: &Dataset, message: Message) -> Vec<Effect> {
    let (day, reading) = model.when();
    let about = pile::about(model, dataset);
    let told = matches!(
        message,
        Message::Tick(_) | Message::Play | Message::Story | Message::MilestoneBefore | Message::MilestoneAfter
    );
    let effects = apply(model, dataset, message);
    // Whoever goes elsewhere has left the story.
    if !told && model.day != day && model.story.is_some() {
        story::leave(model);
    }
    if model.selection == Selection::None && model.when() != (day, reading) {
        pile::stay_with(model, dataset, about);
    }
    effects
}

fn apply(model: &mut Model, dataset: &Dataset, message: Message) -> Vec<Effect> {
    if !matches!(message, Message::Tick(_) | Message::Resize(..) | Message::Point(..) | Message::Settle(..)) {
        model.pending = None;
        model.notice = None;
    }
    match message {
        Message::Quit => return vec![Effect::Quit],
        Message::Suspend => return vec![Effect::Suspend],
        Message::OpenLink => share::ask_to_open(model, dataset),
        Message::CopyCitation => return share::cite(model, dataset),
        Message::CopyCommand => return share::command(model, dataset),
        Message::Pending(key) => model.pending = Some(key),
        Message::Nothing => {}
        Message::Resize(width, height) => model.size = (width, height),
        Message::Tiles => model.tiled = !model.tiled,
        Message::NextGlyphs => look::next_glyphs(model),
        Message::Layer(layer) => model.layers = model.layers.toggled(layer),
        Message::NextTheme => model.theme = model.theme.next(),
        Message::NextReading => select::read_as(model, dataset, model.reading.next()),
        Message::Help => page::help(model),
        Message::TurnOver => page::turn_over(model),
        Message::Digest => pile::turn_to(model, Page::Digest),
        Message::Accounts => page::accounts(model, dataset),
        Message::Sources => page::sources(model, dataset),
        Message::Why => page::why(model, dataset),
        Message::Back => back(model),
        Message::Scroll(lines) => model.scroll = model.scroll.saturating_add_signed(lines),
        Message::ScrollTo(line) => model.scroll = line,
        Message::Choose(choice) => model.chosen = choice,
        Message::Settle(line, choice) => (model.scroll, model.chosen) = (line, choice),
        Message::Go if model.page.is_some() => page::go(model, dataset),
        Message::Told(how) => model.notice = Some(how),
        Message::Submit if share::is_asked(model) => return share::open(model, dataset),
        Message::NextHit | Message::PreviousHit => find::next(model, dataset, &message),
        Message::ListUp | Message::ListDown if model.prompt.is_some() => answer::answer(model, dataset, message),
        Message::Type(_)
        | Message::Erase
        | Message::Submit
        | Message::Propose(..)
        | Message::AskDate
        | Message::Find
        | Message::AskSpeed
        | Message::Compare
        | Message::AskDay
        | Message::AskDayBy(_) => answer::answer(model, dataset, message),
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
        Message::Tick(_)
        | Message::Play
        | Message::PlayBackwards
        | Message::Slower
        | Message::Faster
        | Message::Loop
        | Message::SkipQuiet
        | Message::Focus(_) => play::play(model, dataset, &message),
        Message::Story => story::toggle(model, dataset),
        Message::MilestoneBefore if model.story.is_some() => story::turn(model, dataset, false),
        Message::MilestoneAfter if model.story.is_some() => story::turn(model, dataset, true),
        Message::Fold => time::fold(model),
        Message::NextLane => model.strip.lane = model.strip.lane.next(),
        Message::TimeCloser => time::zoom(model, dataset, 1),
        Message::TimeFarther => time::zoom(model, dataset, -1),
        Message::Pick => model.picked = time::pick(model.picked, model.day),
        Message::PickDays(picked) => model.picked = picked,
        Message::NextUnit => model.unit = model.unit.next(),
        Message::NextCalendar => time::next_calendar(model, dataset),
        Message::MarkAs(_) | Message::GoToMarkOf(_) | Message::TrailBack | Message::TrailAhead => {
            time::trail(model, dataset, &message);
        }
        Message::StepEarlier
        | Message::StepLater
        | Message::LeapEarlier
        | Message::LeapLater
        | Message::Scrub(_)
        | Message::FirstDay
        | Message::LastDay
        | Message::GoTo(_) => time::step(model, dataset, &message),
        _ => select::select(model, dataset, &message),
    }
    Vec::new()
}

/// Closes what is uppermost: prompt, page, story, comparison, selection, what is picked.
fn back(model: &mut Model) {
    if model.prompt.take().is_some() {
    } else if model.page.is_some() {
        pile::close(model);
    } else if model.story.is_some() {
        story::close(model);
    } else if model.pinned.take().is_some() {
    } else if model.selection != Selection::None {
        model.selection = Selection::None;
    } else {
        model.picked = Picked::All;
    }
}
