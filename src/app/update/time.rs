//! Moving the playhead.

use crate::app::{Message, Model, Picked, Selection, Walk};
use crate::dataset::Dataset;
use crate::time::{Day, Span, Step};
use crate::timeline::{CLOSEST, farthest};

/// Moves the playhead, which stops at both ends of the stretch.
pub(super) fn step(model: &mut Model, dataset: &Dataset, message: &Message) {
    let stretch = dataset.chronicle.stretch;
    let unit = model.unit;
    match message {
        Message::StepEarlier => stride(model, dataset, unit, false),
        Message::StepLater => stride(model, dataset, unit, true),
        Message::LeapEarlier => stride(model, dataset, unit.larger(), false),
        Message::LeapLater => stride(model, dataset, unit.larger(), true),
        Message::Scrub(day) => go_to(model, dataset, *day),
        Message::FirstDay => jump_to(model, dataset, stretch.start),
        Message::LastDay => jump_to(model, dataset, stretch.last()),
        Message::GoTo(day) => jump_to(model, dataset, *day),
        _ => {}
    }
}

/// Puts the other calendar first, if the data set knows two.
pub(super) fn next_calendar(model: &mut Model, dataset: &Dataset) {
    if dataset.calendar.is_some() {
        model.calendar = model.calendar.other();
    }
}

/// Moves the playhead by one step.
fn stride(model: &mut Model, dataset: &Dataset, step: Step, forwards: bool) {
    if let Step::Day | Step::Week = step {
        return go_to(model, dataset, model.day.step(step, forwards));
    }
    let walk = Walk::from(model.walk, model.day).step(step, forwards);
    go_to(model, dataset, walk.on());
    model.walk = (walk.on() == model.day).then_some(walk);
}

/// Moves the playhead to a day, or as near as the stretch allows. An event that is selected belongs to its day and is
/// let go of.
pub(super) fn go_to(model: &mut Model, dataset: &Dataset, day: Day) {
    let day = dataset.chronicle.stretch.clamp(day);
    if day != model.day {
        model.day = day;
        model.walk = None;
        model.playback.elapsed = std::time::Duration::ZERO;
        if let Selection::Event(_) = model.selection {
            model.selection = Selection::None;
        }
    }
}

/// The same from afar: one can go back to where one was.
pub(super) fn jump_to(model: &mut Model, dataset: &Dataset, day: Day) {
    if dataset.chronicle.stretch.clamp(day) != model.day {
        model.trail.left(model.day);
        go_to(model, dataset, day);
    }
}

/// The days of the timeline come a step closer, or go a step farther, as far as there is more to see.
pub(super) fn zoom(model: &mut Model, dataset: &Dataset, steps: i8) {
    let farthest = farthest(dataset.chronicle.stretch, model.size.0);
    model.strip.zoom = model.strip.zoom.clamp(farthest, CLOSEST).saturating_add(steps).clamp(farthest, CLOSEST);
}

/// Folds the days on which nothing falls, or unfolds them. It is said, since a timeline that tells several days in a
/// column does not show it.
pub(super) fn fold(model: &mut Model) {
    model.strip.folded = !model.strip.folded;
    let told = if model.strip.folded {
        "folded: days on which nothing falls; from afar it does not show (z: closer)"
    } else {
        "unfolded: days on which nothing falls"
    };
    model.notice = Some(told.into());
}

/// What is picked once one more end is given at `day`: the first end, both ends, nothing again.
pub(super) fn pick(picked: Picked, day: Day) -> Picked {
    match picked {
        Picked::All => Picked::From(day),
        Picked::From(other) => Picked::Days(Span::inclusive(day.min(other), day.max(other))),
        Picked::Days(_) => Picked::All,
    }
}

/// Marks, what they mark, and the way back and ahead along the jumps.
pub(super) fn trail(model: &mut Model, dataset: &Dataset, message: &Message) {
    match *message {
        Message::MarkAs(letter) => model.trail.mark(letter, model.day),
        Message::GoToMarkOf(letter) => match model.trail.marked(letter) {
            Some(day) => jump_to(model, dataset, day),
            None => model.notice = Some(format!("no day is marked {letter}: m {letter} marks this one").into()),
        },
        Message::TrailBack => match model.trail.back(model.day) {
            Some(day) => go_to(model, dataset, day),
            None => model.notice = Some("no jump to go back along".into()),
        },
        Message::TrailAhead => match model.trail.ahead(model.day) {
            Some(day) => go_to(model, dataset, day),
            None => model.notice = Some("no jump to go ahead along".into()),
        },
        _ => {}
    }
}
