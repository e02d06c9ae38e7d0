//! Playing: whether, which way, how fast.

use std::fmt;
use std::time::Duration;

/// Playing.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Playback {
    /// Whether it plays.
    pub playing: bool,
    /// Whether the terminal says that it is not looked at: playing waits until it is again.
    pub away: bool,
    /// Which way the days go.
    pub way: Way,
    /// What comes after the last day.
    pub end: AtEnd,
    /// What becomes of days without events.
    pub quiet: Quiet,
    /// How fast they go.
    pub speed: Speed,
    /// How much of the present day is over.
    pub elapsed: Duration,
}

/// Which way the days go.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Way {
    /// As they came.
    #[default]
    Forwards,
    /// From the last to the first.
    Backwards,
}

/// What comes after the last day.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum AtEnd {
    /// Nothing.
    #[default]
    Stop,
    /// The first day again.
    Again,
}

/// What becomes of days without events, and so how time is told.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Quiet {
    /// They are passed over, and the days on which places fall last longer than others.
    #[default]
    Skipped,
    /// All days last equally long.
    Played,
}

impl Playback {
    /// Plays at another speed; of the present day as much is over as before.
    pub(super) fn set_speed(&mut self, speed: Speed) {
        let scaled = self.elapsed.as_nanos() * u128::from(self.speed.0) / u128::from(speed.0.max(1));
        self.elapsed = Duration::from_nanos(u64::try_from(scaled).unwrap_or(u64::MAX));
        self.speed = speed;
    }

    /// Whether days change by themselves now.
    #[must_use]
    pub fn moves(&self) -> bool {
        self.playing && !self.away
    }
}

/// How fast it plays, in thousandths of a day a second.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Speed(u32);

/// The speeds that keys go through.
const LADDER: [u32; 12] = [250, 500, 1000, 2000, 4000, 8000, 16_000, 32_000, 64_000, 128_000, 256_000, 365_000];

impl Default for Speed {
    fn default() -> Self {
        Self(1000)
    }
}

impl Speed {
    /// How long a day lasts.
    #[must_use]
    pub fn per_day(self) -> Duration {
        Duration::from_nanos(1_000_000_000_000 / u64::from(self.0.max(1)))
    }

    /// The next slower one that keys go through.
    #[must_use]
    pub fn slower(self) -> Self {
        Self(LADDER.into_iter().rfind(|&step| step < self.0).unwrap_or(LADDER[0]))
    }

    /// The next faster one that keys go through.
    #[must_use]
    pub fn faster(self) -> Self {
        Self(LADDER.into_iter().find(|&step| step > self.0).unwrap_or(LADDER[LADDER.len() - 1]))
    }

    /// Reads days a second: `0.25` to `365`, with at most three decimals.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (whole, part) = text.trim().split_once('.').unwrap_or((text.trim(), ""));
        let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        if !digits(whole) || !digits(part) || whole.len() + part.len() == 0 || part.len() > 3 {
            return None;
        }
        let whole: u32 = if whole.is_empty() { 0 } else { whole.parse().ok()? };
        let thousandths: u32 = format!("{part:0<3}").parse().ok()?;
        let speed = whole.checked_mul(1000)?.checked_add(thousandths)?;
        (LADDER[0]..=LADDER[LADDER.len() - 1]).contains(&speed).then_some(Self(speed))
    }
}

/// Days a second: `1`, `0.25`.
impl fmt::Display for Speed {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = format!("{}.{:03}", self.0 / 1000, self.0 % 1000);
        out.pad(text.trim_end_matches('0').trim_end_matches('.'))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn speeds_are_written_as_they_are_read() {
        for text in ["0.25", "0.5", "1", "2.5", "16", "365"] {
            assert_eq!(Speed::parse(text).map(|speed| speed.to_string()).as_deref(), Some(text));
        }
        for wrong in ["", ".", "0.2", "366", "-1", "1e3", "1.0001", "fast", "99999999999"] {
            assert_eq!(Speed::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn keys_go_from_a_quarter_of_a_day_to_a_year_a_second() {
        let (mut speed, mut seen) = (Speed::parse("0.25").expect("a speed"), Vec::new());
        while seen.last() != Some(&speed) {
            seen.push(speed);
            speed = speed.faster();
        }
        assert_eq!((seen.len(), speed.to_string()), (12, "365".to_owned()));
        assert_eq!(speed.slower().to_string(), "256");
        assert_eq!(Speed::parse("3").map(Speed::slower), Speed::parse("2"));
        assert_eq!(Speed::default().per_day(), Duration::from_secs(1));
    }
}
