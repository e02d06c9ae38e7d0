//! The story: the milestones one after the other, each with its sentence and the time to read it. Between two of them the
//! days pass quickly, so that one sees what changed.

use std::time::Duration;

use crate::app::{Model, Picked, Selection};
use crate::dataset::{Dataset, Milestone};
use crate::time::Day;

use super::pile;
use super::time::go_to;

/// How long the days between two milestones take, all together and each at most.
const PASSAGE: Duration = Duration::from_millis(1600);
const LONGEST: Duration = Duration::from_millis(160);

/// How long a sentence is shown: to look up, and to read each of its letters.
const LOOK: Duration = Duration::from_millis(1800);
const LETTER: Duration = Duration::from_millis(50);

/// Begins the story, or leaves it. However many days it tells, it is one jump.
pub(super) fn toggle(model: &mut Model, dataset: &Dataset) {
    if model.story.is_some() {
        close(model);
    } else if let Some(first) = next(model, dataset, None) {
        // A page would hide what is told; beside another situation, or counted over a few days, it would be another story.
        pile::close_all(model);
        model.pinned = None;
        model.picked = Picked::All;
        model.trail.left(model.day);
        model.story = Some(first);
        model.playback.playing = true;
        arrive(model, dataset, first);
    }
}

/// Ends the story where it is, and says how one comes back to where it was begun.
pub(super) fn close(model: &mut Model) {
    leave(model);
    let begun = model.trail.behind(model.day).map(|day| model.calendar.short(day));
    model.notice = begun.map(|begun| format!("the story is left; ctrl+o: back to {begun}").into());
}

/// Ends the story where it is.
pub(super) fn leave(model: &mut Model) {
    model.story = None;
    model.playback.playing = false;
}

/// Pauses or goes on; after the last milestone, begins again.
pub(super) fn pause(model: &mut Model, dataset: &Dataset) {
    model.playback.playing = !model.playback.playing;
    if model.playback.playing && next(model, dataset, model.story).is_none() {
        model.story = next(model, dataset, None);
        if let Some(first) = model.story {
            arrive(model, dataset, first);
        }
    }
}

/// To the next or previous milestone at once.
pub(super) fn turn(model: &mut Model, dataset: &Dataset, forwards: bool) {
    let Some(at) = model.story else { return };
    let known = |at: &usize| day(model, dataset, *at).is_some();
    let to = if forwards { next(model, dataset, Some(at)) } else { (0..at).rev().find(known) };
    if let Some(to) = to {
        model.story = Some(to);
        arrive(model, dataset, to);
    }
}

/// Lets time pass: many small ticks come to the same as one large one.
pub(super) fn tick(model: &mut Model, dataset: &Dataset, elapsed: Duration) {
    let mut left = model.playback.elapsed + elapsed;
    while let Some(at) = model.story {
        let wait = wait(model, dataset, at);
        if left < wait {
            break;
        }
        left -= wait;
        if let Some(day) = day(model, dataset, at).filter(|&day| day != model.day) {
            go_to(model, dataset, model.day.plus(if day > model.day { 1 } else { -1 }));
            select(model, dataset, at);
        } else if let Some(to) = next(model, dataset, Some(at)) {
            model.story = Some(to);
            select(model, dataset, to);
        } else {
            model.playback.playing = false;
            left = Duration::ZERO;
            break;
        }
    }
    model.playback.elapsed = left;
}

/// How long until the next day or the next milestone.
pub(super) fn wait(model: &Model, dataset: &Dataset, at: usize) -> Duration {
    let Some(to) = day(model, dataset, at).filter(|&to| to != model.day) else {
        let letters = milestone(dataset, at).map_or(0, |milestone| milestone.caption.chars().count());
        let read = LOOK + LETTER * u32::try_from(letters).unwrap_or(u32::MAX);
        // Who plays faster reads faster, within reason.
        let pace = u32::try_from(model.playback.speed.per_day().as_millis()).unwrap_or(u32::MAX).clamp(250, 4000);
        return read * pace / 1000;
    };
    let from = (0..at).rev().find_map(|before| day(model, dataset, before)).unwrap_or(model.day);
    let days = to.since(from).unsigned_abs().max(1);
    (PASSAGE / days).min(LONGEST).max(Duration::from_nanos(1))
}

/// Goes to a milestone.
fn arrive(model: &mut Model, dataset: &Dataset, at: usize) {
    if let Some(day) = day(model, dataset, at) {
        go_to(model, dataset, day);
        select(model, dataset, at);
    }
    model.playback.elapsed = Duration::ZERO;
}

/// Selects the event of a milestone on its day.
fn select(model: &mut Model, dataset: &Dataset, at: usize) {
    if day(model, dataset, at) == Some(model.day)
        && let Some(milestone) = milestone(dataset, at)
    {
        model.selection = Selection::Event(milestone.event);
    }
}

/// The milestone after one, or the first, that the reading has.
fn next(model: &Model, dataset: &Dataset, at: Option<usize>) -> Option<usize> {
    let after = at.map_or(0, |at| at + 1);
    (after..dataset.milestones.len()).find(|&at| day(model, dataset, at).is_some())
}

fn day(model: &Model, dataset: &Dataset, at: usize) -> Option<Day> {
    milestone(dataset, at)?.day(dataset, model.reading)
}

fn milestone(dataset: &Dataset, at: usize) -> Option<&Milestone> {
    dataset.milestones.get(at)
}
