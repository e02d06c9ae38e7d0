//! How costs grow. A time by itself says nothing on a machine that others use too; the ratio of two, taken by turns, does.

use std::time::{Duration, Instant};

/// How often each is tried: other work only adds, so the least time counts.
const TURNS: usize = 3;

/// How many times as long `large` takes as `small`.
pub(crate) fn ratio(mut small: impl FnMut(), mut large: impl FnMut()) -> f64 {
    let time = |does: &mut dyn FnMut()| {
        let began = Instant::now();
        does();
        began.elapsed()
    };
    let mut least = [Duration::MAX; 2];
    for _ in 0..TURNS {
        least = [least[0].min(time(&mut small)), least[1].min(time(&mut large))];
    }
    least[1].as_secs_f64() / least[0].as_secs_f64()
}
