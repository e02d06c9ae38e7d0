//! Playing: time that passes moves the playhead.

use std::time::Duration;

use crate::app::{AtEnd, Message, Model, Playback, Quiet, Way};
use crate::dataset::Dataset;
use crate::time::Day;

use super::story;
use super::time::go_to;

/// How many times as long as others a day lasts on which places fall.
const PAUSE: u32 = 3;

/// How fast frames follow one another at most: what a screen shows in a second.
const FRAME: Duration = Duration::from_nanos(16_666_667);

/// Plays, pauses, changes how.
pub(super) fn play(model: &mut Model, dataset: &Dataset, message: &Message) {
    let playback = &mut model.playback;
    match message {
        Message::Play => toggle(model, dataset, Way::Forwards),
        Message::PlayBackwards => toggle(model, dataset, Way::Backwards),
        Message::Slower => playback.set_speed(playback.speed.slower()),
        Message::Faster => playback.set_speed(playback.speed.faster()),
        Message::Loop => {
            playback.end = match playback.end {
                AtEnd::Stop => AtEnd::Again,
                AtEnd::Again => AtEnd::Stop,
            }
        }
        Message::SkipQuiet => {
            playback.quiet = match playback.quiet {
                Quiet::Skipped => Quiet::Played,
                Quiet::Played => Quiet::Skipped,
            }
        }
        Message::Focus(here) => playback.away = !here,
        Message::Tick(elapsed) if playback.moves() && model.story.is_some() => story::tick(model, dataset, *elapsed),
        Message::Tick(elapsed) if playback.moves() => tick(model, dataset, *elapsed),
        _ => {}
    }
    tell(model, message);
}

/// Says what a change of how it plays comes to; while it plays, the last row says so by itself.
pub(super) fn tell(model: &mut Model, message: &Message) {
    let Playback { playing, end, quiet, speed, .. } = model.playback;
    if playing {
        return;
    }
    let told = match (message, end, quiet) {
        (Message::Slower | Message::Faster | Message::AskSpeed, ..) => format!("days a second: {speed}"),
        (Message::Loop, AtEnd::Stop, _) => "after the last day: stop".into(),
        (Message::Loop, AtEnd::Again, _) => "after the last day: the first again".into(),
        (Message::SkipQuiet, _, Quiet::Played) => "every day is played, all alike".into(),
        (Message::SkipQuiet, _, Quiet::Skipped) => {
            "days with events are played; days of falls are shown for longer".into()
        }
        _ => return,
    };
    model.notice = Some(told.into());
}

/// Plays in one way, or pauses; at the last day in that way, plays again from the first.
fn toggle(model: &mut Model, dataset: &Dataset, way: Way) {
    if model.story.is_some() && way == Way::Forwards {
        story::pause(model, dataset);
        return;
    }
    model.story = None;
    let playback = &mut model.playback;
    playback.playing = !playback.playing || playback.way != way;
    playback.way = way;
    if !playback.playing {
        return;
    }
    let range = model.range(dataset);
    let (first, last) = match way {
        Way::Forwards => (range.start, range.last()),
        Way::Backwards => (range.last(), range.start),
    };
    if model.day == last || !range.contains(model.day) {
        go_to(model, dataset, first);
    }
    // One has been looking at this day for a while.
    model.playback.elapsed = dwell(model, dataset, model.day).saturating_sub(model.playback.speed.per_day());
}

/// Lets time pass: many small ticks come to the same as one large one. Stops at the last day.
fn tick(model: &mut Model, dataset: &Dataset, elapsed: Duration) {
    let mut left = model.playback.elapsed + elapsed;
    let mut day = model.day;
    let forwards = model.playback.way == Way::Forwards;
    // What was left when the last round began.
    let mut round = None;
    loop {
        let Some(next) = next_day(model, dataset, day) else {
            model.playback.playing = false;
            left = Duration::ZERO;
            break;
        };
        let dwell = dwell(model, dataset, day);
        if left < dwell {
            break;
        }
        left -= dwell;
        if (next > day) != forwards
            && let Some(before) = round.replace(left)
        {
            // All rounds take equally long: of any number of them only what is left over counts.
            left = remainder(left, before.saturating_sub(left));
        }
        day = next;
    }
    go_to(model, dataset, day);
    model.playback.elapsed = left;
}

/// What is left of a time after as many whole rounds as it has.
fn remainder(time: Duration, round: Duration) -> Duration {
    let nanos = time.as_nanos().checked_rem(round.as_nanos()).unwrap_or_default();
    Duration::from_nanos_u128(nanos)
}

/// How long a day lasts.
fn dwell(model: &Model, dataset: &Dataset, day: Day) -> Duration {
    let per_day = model.playback.speed.per_day();
    let matters =
        model.playback.quiet == Quiet::Skipped && dataset.chronicle.captures_on(day, model.reading).next().is_some();
    if matters { per_day * PAUSE } else { per_day }
}

/// The day that is shown after `day`; none after the last.
fn next_day(model: &Model, dataset: &Dataset, day: Day) -> Option<Day> {
    let range = model.range(dataset);
    let forwards = model.playback.way == Way::Forwards;
    let (first, last) = if forwards { (range.start, range.last()) } else { (range.last(), range.start) };
    if day == last || !range.contains(day) {
        return (model.playback.end == AtEnd::Again && first != last).then_some(first);
    }
    match model.playback.quiet {
        Quiet::Played => Some(day.plus(if forwards { 1 } else { -1 })),
        Quiet::Skipped => {
            let eventful = dataset.chronicle.day_with_events(day, forwards, model.reading);
            Some(eventful.filter(|&day| range.contains(day)).unwrap_or(last))
        }
    }
}

/// How long until something changes by itself; none while nothing does.
#[must_use]
pub fn next_tick(model: &Model, dataset: &Dataset) -> Option<Duration> {
    if !model.playback.moves() {
        return None;
    }
    let wait = match model.story {
        Some(at) => story::wait(model, dataset, at),
        None => dwell(model, dataset, model.day),
    };
    Some(wait.saturating_sub(model.playback.elapsed).max(FRAME))
}
