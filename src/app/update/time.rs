//! Moving the playhead.

use crate::app::{Message, Model, Selection};
use crate::dataset::Dataset;
use crate::time::{DateError, Day, Step};

/// Moves the playhead, which stops at both ends of the stretch.
pub(super) fn step(model: &mut Model, dataset: &Dataset, message: &Message) {
    let stretch = dataset.chronicle.stretch;
    let day = match message {
        Message::DayEarlier => model.day.step(Step::Day, false),
        Message::DayLater => model.day.step(Step::Day, true),
        Message::WeekEarlier => model.day.step(Step::Week, false),
        Message::WeekLater => model.day.step(Step::Week, true),
        Message::FirstDay => stretch.start,
        Message::LastDay => stretch.last(),
        Message::GoTo(day) => *day,
        _ => return,
    };
    go_to(model, dataset, day);
}

/// Moves the playhead to a day, or as near as the stretch allows. An event that is selected belongs to its day and is
/// let go of; a page about it closes.
pub(super) fn go_to(model: &mut Model, dataset: &Dataset, day: Day) {
    let day = dataset.chronicle.stretch.clamp(day);
    if day != model.day {
        model.day = day;
        model.playback.elapsed = std::time::Duration::ZERO;
        if let Selection::Event(_) = model.selection {
            model.selection = Selection::None;
        }
    }
}

/// Goes to the date that was typed, or says what is wrong with it and keeps on asking.
pub(super) fn answer(model: &mut Model, dataset: &Dataset) {
    let Some(prompt) = &mut model.prompt else { return };
    let stretch = dataset.chronicle.stretch;
    match Day::parse(prompt.answer.trim()) {
        Ok(day) if stretch.contains(day) => {
            model.prompt = None;
            go_to(model, dataset, day);
        }
        Ok(_) => prompt.fault = Some("outside of the days of this data set".into()),
        Err(DateError::NoSuchDay) => prompt.fault = Some("the calendar has no such day".into()),
        Err(DateError::Form) => prompt.fault = Some("a date is written 2021-08-12".into()),
    }
}
