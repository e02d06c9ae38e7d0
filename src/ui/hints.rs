//! What the last row names as long as nothing is asked and nothing to be said: keys and what they do.

use crate::app::{Code, Key, Message, Pressed, Stroke};
use crate::text;
use crate::time::Step;

use super::Scene;

/// What the row names, the most needed first: keys that belong together and what they do.
const HINTS: [(&[Message], &str); 14] = [
    (&[Message::StepEarlier, Message::StepLater], "day"),
    (&[Message::EventBefore, Message::EventAfter], "event"),
    (&[Message::Help], "help"),
    (&[Message::Quit], "quit"),
    (&[Message::Play], "play"),
    (&[Message::NextPlace], "place"),
    (&[Message::Sources], "sources"),
    (&[Message::Why], "why"),
    (&[Message::Find], "find"),
    (&[Message::NextReading], "reading"),
    (&[Message::Digest], "in words"),
    (&[Message::Compare], "compare"),
    (&[Message::ListUp, Message::ListDown], "list"),
    (&[Message::AskDate], "date"),
];

/// Columns that what is said while comparing takes.
const COMPARING_WIDE: u16 = 24;

/// The keys that the row names: found once and kept.
pub(super) struct Hints {
    unit: Step,
    room: u16,
    named: Vec<(String, &'static str)>,
}

impl Hints {
    /// As many as there is room for in a row of so many columns.
    pub(super) fn new(scene: &Scene<'_>, row: u16) -> Self {
        let (unit, room) = (scene.model.unit, room(scene, row));
        let mut hints = Self { unit, room, named: Vec::new() };
        let mut used = 0;
        for (messages, what) in HINTS {
            let what = if *what == *"day" { unit.word() } else { what };
            let keys = keys(scene, messages);
            let wide = u16::try_from(text::width(&keys) + text::width(what) + 1).unwrap_or(room);
            if used + wide <= room {
                used += wide + 3;
                hints.named.push((keys, what));
            }
        }
        hints
    }

    /// Keys and what they do, the most needed first.
    pub(super) fn named(&self) -> &[(String, &'static str)] {
        &self.named
    }

    /// Whether they are those for a model in a row of so many columns.
    pub(super) fn serve(&self, scene: &Scene<'_>, row: u16) -> bool {
        (self.unit, self.room) == (scene.model.unit, room(scene, row))
    }
}

/// The columns that they have.
fn room(scene: &Scene<'_>, row: u16) -> u16 {
    let room = row.saturating_sub(2);
    if scene.model.pinned.is_some() { room.saturating_sub(COMPARING_WIDE) } else { room }
}

/// The first key of each message, arrows as arrows.
fn keys(scene: &Scene<'_>, messages: &[Message]) -> String {
    let names = messages.iter().filter_map(|message| {
        let binding = scene.keymap.bindings().iter().find(|binding| binding.does == *message)?;
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
