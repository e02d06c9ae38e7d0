//! Two things at once, where a thread is to be had.

use std::panic::resume_unwind;
use std::thread::{self, Builder};

/// Does one thing aside and another one here; one after the other, if no thread can be had.
pub(crate) fn both<A: Send, B>(aside: impl FnMut() -> A + Send, here: impl FnOnce() -> B) -> (A, B) {
    on(Builder::new(), aside, here)
}

/// The same with a thread as it is to be made. What is to be done aside is only lent to it: a thread that cannot be had
/// would take it along.
fn on<A: Send, B>(thread: Builder, mut aside: impl FnMut() -> A + Send, here: impl FnOnce() -> B) -> (A, B) {
    let (done, here) = thread::scope(|scope| {
        let thread = thread.spawn_scoped(scope, &mut aside);
        let here = here();
        (thread.map(|thread| thread.join().unwrap_or_else(|panic| resume_unwind(panic))), here)
    });
    (done.unwrap_or_else(|_| aside()), here)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A thread with more room of its own than any machine has.
    fn not_to_be_had() -> Builder {
        Builder::new().stack_size(usize::MAX / 4)
    }

    #[test]
    fn both_are_done_once_with_a_thread_and_without() {
        assert!(not_to_be_had().spawn(|| ()).is_err());
        for (builder, threads) in [(Builder::new(), 2), (not_to_be_had(), 1)] {
            let mut times = 0;
            let aside = || {
                times += 1;
                thread::current().id()
            };
            let (aside, here) = on(builder, aside, || thread::current().id());
            assert_eq!((times, here), (1, thread::current().id()));
            assert_eq!(aside != here, threads == 2);
        }
    }
}
