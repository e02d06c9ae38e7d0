//! What the last row names as long as nothing is asked and nothing to be said: keys and what they do.

use std::sync::LazyLock;

use crate::app::{Message, keymap};
use crate::time::Step;

/// What the row names, the most needed first: keys that belong together and what they do; none for a step, which is named by
/// its length.
const HINTS: [(&[Message], Option<&str>); 14] = [
    (&[Message::StepEarlier, Message::StepLater], None),
    (&[Message::EventBefore, Message::EventAfter], Some("event")),
    (&[Message::Help], Some("help")),
    (&[Message::Quit], Some("quit")),
    (&[Message::Play], Some("play")),
    (&[Message::NextPlace], Some("place")),
    (&[Message::Sources], Some("sources")),
    (&[Message::Why], Some("why")),
    (&[Message::Find], Some("find")),
    (&[Message::NextReading], Some("reading")),
    (&[Message::Digest], Some("in words")),
    (&[Message::Compare], Some("compare")),
    (&[Message::ListUp, Message::ListDown], Some("list")),
    (&[Message::AskDate], Some("date")),
];

/// The keys of the row, written out once: the first that the keymap has for each.
static KEYS: LazyLock<Vec<(String, Option<&str>)>> =
    LazyLock::new(|| HINTS.into_iter().map(|(messages, what)| (keys(messages), what)).collect());

/// Keys and what they do, the most needed first, where a step is so long.
pub(super) fn hints(step: Step) -> impl Iterator<Item = (&'static str, &'static str)> {
    KEYS.iter().map(move |(keys, what)| (&**keys, what.unwrap_or_else(|| step.word())))
}

/// The first key of each message, arrows as arrows.
fn keys(messages: &[Message]) -> String {
    let names: Vec<String> = messages.iter().map(|message| name(keymap::first(message))).collect();
    names.join(" ")
}

/// What keys are called in the row, a key or two as the keymap writes them.
pub(super) fn name(keys: &str) -> String {
    let names = keys.split(' ').map(|key| match key {
        "left" => "<-",
        "right" => "->",
        "digit" => "0-9",
        "letter" => "a-z",
        other => other,
    });
    names.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_that_the_row_names_has_a_key() {
        for message in HINTS.iter().flat_map(|(messages, _)| *messages) {
            assert_ne!(keymap::first(message), "", "{message:?}");
        }
    }

    #[test]
    fn keys_are_named_as_they_are_found_on_a_keyboard() {
        assert_eq!(["left", "right", "g digit", "' letter", "tab"].map(name), ["<-", "->", "g 0-9", "' a-z", "tab"]);
    }
}
