//! Playing: time that passes moves the playhead.

use std::time::Duration;

use crate::app::{Model, Playback};
use crate::dataset::Dataset;

use super::time::go_to;

/// Plays or pauses; at the last day, plays again from the first.
pub(super) fn toggle(model: &mut Model, dataset: &Dataset) {
    model.playback.playing = !model.playback.playing;
    model.playback.elapsed = Duration::ZERO;
    let stretch = dataset.chronicle.stretch;
    if model.playback.playing && model.day >= stretch.last() {
        go_to(model, dataset, stretch.start);
    }
}

/// Halves the speed.
pub(super) fn slower(model: &mut Model) {
    model.playback.per_day = (model.playback.per_day * 2).min(Playback::SLOWEST);
}

/// Doubles the speed.
pub(super) fn faster(model: &mut Model) {
    model.playback.per_day = (model.playback.per_day / 2).max(Playback::FASTEST);
}

/// Lets time pass: many small ticks come to the same as one large one. Stops at the last day.
pub(super) fn tick(model: &mut Model, dataset: &Dataset, elapsed: Duration) {
    if !model.playback.playing {
        return;
    }
    let Playback { per_day, elapsed: before, .. } = model.playback;
    let total = before + elapsed;
    let stretch = dataset.chronicle.stretch;
    let left = stretch.last().since(model.day);
    let days = i32::try_from(total.as_nanos() / per_day.as_nanos().max(1)).unwrap_or(i32::MAX).min(left);
    if days > 0 {
        go_to(model, dataset, model.day.plus(days));
    }
    model.playback.elapsed = total.saturating_sub(per_day * u32::try_from(days).unwrap_or(0));
    if model.day >= stretch.last() {
        model.playback.playing = false;
        model.playback.elapsed = Duration::ZERO;
    }
}
