//! What the last row names as long as nothing is asked and nothing to be said: keys and what they do.

use crate::app::{Code, Key, Keymap, Message, Pressed, Stroke};
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

/// The keys of the row: found in the keymap once and kept.
pub(super) struct Hints(Vec<(String, Option<&'static str>)>);

impl Hints {
    /// The first keys that a keymap has for each.
    pub(super) fn new(keymap: &Keymap) -> Self {
        Self(HINTS.into_iter().map(|(messages, what)| (keys(keymap, messages), what)).collect())
    }

    /// Keys and what they do, the most needed first, where a step is so long.
    pub(super) fn named(&self, step: Step) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(move |(keys, what)| (&**keys, what.unwrap_or_else(|| step.word())))
    }
}

/// The first key of each message, arrows as arrows.
fn keys(keymap: &Keymap, messages: &[Message]) -> String {
    let names = messages.iter().filter_map(|message| {
        let binding = keymap.bindings().iter().find(|binding| binding.does == *message)?;
        binding.strokes.first().map(name)
    });
    names.collect::<Vec<_>>().join(" ")
}

/// What a key is called in the row.
pub(super) fn name(stroke: &Stroke) -> String {
    let key = |key: Key| match key.code {
        Code::Left if key == Key::plain(Code::Left) => "<-".to_owned(),
        Code::Right if key == Key::plain(Code::Right) => "->".to_owned(),
        _ => key.to_string(),
    };
    let last = match stroke.key {
        Pressed::Key(last) => key(last),
        Pressed::Digit => "0-9".into(),
        Pressed::Letter => "a-z".into(),
    };
    stroke.prefix.map_or_else(String::new, |prefix| format!("{} ", key(prefix))) + &last
}
