//! When the next tick is due, and how much time it covers.

use std::time::{Duration, Instant};

/// Ticks closer together than this would be seen by nobody.
const SHORTEST: Duration = Duration::from_millis(10);

/// The time since the last tick; it stands still while nothing plays.
#[derive(Default)]
pub(super) struct Clock {
    since: Option<Instant>,
}

impl Clock {
    /// How long to sleep until the next tick, which is wanted `next` after the last; `None` for any length.
    pub(super) fn left(&mut self, next: Option<Duration>, now: Instant) -> Option<Duration> {
        let Some(next) = next else {
            self.since = None;
            return None;
        };
        let since = *self.since.get_or_insert(now);
        Some(next.max(SHORTEST).saturating_sub(now.saturating_duration_since(since)))
    }

    /// The time since the last tick if the next one is due.
    pub(super) fn tick(&mut self, next: Option<Duration>, now: Instant) -> Option<Duration> {
        let due = self.left(next, now)?.is_zero();
        let since = self.since.filter(|_| due)?;
        self.since = Some(now);
        Some(now.saturating_duration_since(since))
    }

    /// Forgets the time since the last tick, as after a stop.
    pub(super) fn restart(&mut self) {
        self.since = None;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NEXT: Option<Duration> = Some(Duration::from_millis(100));

    #[test]
    fn a_late_tick_covers_the_whole_time() {
        let (mut clock, start) = (Clock::default(), Instant::now());
        assert_eq!(clock.left(NEXT, start), NEXT);
        assert_eq!(clock.tick(NEXT, start + Duration::from_millis(99)), None);
        let late = Duration::from_millis(350);
        assert_eq!(clock.tick(NEXT, start + late), Some(late));
        assert_eq!(clock.left(NEXT, start + late), NEXT);
    }

    #[test]
    fn a_pause_does_not_count() {
        let (mut clock, start) = (Clock::default(), Instant::now());
        assert_eq!(clock.left(NEXT, start), NEXT);
        assert_eq!(clock.left(None, start), None);
        assert_eq!(clock.tick(NEXT, start + Duration::from_mins(1)), None);
    }

    #[test]
    fn a_restart_forgets_the_time_before() {
        let (mut clock, start) = (Clock::default(), Instant::now());
        clock.left(NEXT, start);
        clock.restart();
        assert_eq!(clock.tick(NEXT, start + Duration::from_mins(1)), None);
    }
}
