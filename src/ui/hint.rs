//! The last row: the main keys, or the question that is being answered.

use crate::app::{Code, Key, Message, Question, Stroke};
use crate::picture::Ink;
use crate::text;

use super::cache::Shown;
use super::{Scene, Sheet};

/// What the row names, the most needed first: keys that belong together and what they do.
const HINTS: [(&[Message], &str); 10] = [
    (&[Message::DayEarlier, Message::DayLater], "day"),
    (&[Message::EventBefore, Message::EventAfter], "event"),
    (&[Message::Help], "help"),
    (&[Message::Quit], "quit"),
    (&[Message::Play], "play"),
    (&[Message::NextPlace], "place"),
    (&[Message::Sources], "sources"),
    (&[Message::NextReading], "reading"),
    (&[Message::ListUp, Message::ListDown], "list"),
    (&[Message::AskDate], "date"),
];

/// The row.
pub(super) fn render(scene: &Scene<'_>, shown: &Shown, sheet: &mut Sheet<'_>) {
    let area = shown.layout.hint;
    let (at, room) = ((area.x + 1, area.y), area.width.saturating_sub(2));
    if let Some(prompt) = &scene.model.prompt {
        let question = match prompt.question {
            Question::Date if area.width < 60 => "date: ",
            Question::Date => "date (2021-08-12): ",
        };
        let fault = prompt.fault.as_ref().map_or_else(String::new, |fault| format!("   {fault}"));
        let parts =
            [(question, Ink::Strong), (&*prompt.answer, Ink::Plain), (" ", Ink::Selected), (&*fault, Ink::Disputed)];
        sheet.write_all(at, room, &parts);
        return;
    }
    if scene.model.page.is_some() {
        sheet.write_all(
            at,
            room,
            &[("up down ", Ink::Strong), ("scroll   ", Ink::Faint), ("esc ", Ink::Strong), ("back", Ink::Faint)],
        );
        return;
    }
    let mut used = 0;
    for (messages, what) in HINTS {
        let keys = keys(scene, messages);
        let wide = u16::try_from(text::width(&keys) + text::width(what) + 1).unwrap_or(room);
        if used + wide <= room {
            used += sheet.write_all(
                (at.0 + used, at.1),
                room - used,
                &[(&*keys, Ink::Strong), (" ", Ink::Plain), (what, Ink::Faint)],
            ) + 3;
        }
    }
    if scene.model.playback.playing {
        let speed = match &*speed(scene) {
            "1" => "playing, a day a second".to_owned(),
            days => format!("playing, {days} days a second"),
        };
        sheet.write_right(crate::app::Area { width: area.width - 1, ..area }, &speed, Ink::Strong);
    }
}

/// The first key of each message, arrows as arrows.
fn keys(scene: &Scene<'_>, messages: &[Message]) -> String {
    let names = messages.iter().filter_map(|message| {
        let binding = scene.keymap.bindings().iter().find(|binding| binding.does == *message)?;
        binding.strokes.first().map(name)
    });
    names.collect::<Vec<_>>().join(" ")
}

fn name(stroke: &Stroke) -> String {
    let key = |key: Key| match key.code {
        Code::Left if key == Key::plain(Code::Left) => "<-".to_owned(),
        Code::Right if key == Key::plain(Code::Right) => "->".to_owned(),
        _ => key.to_string(),
    };
    stroke.prefix.map_or_else(String::new, |prefix| format!("{} ", key(prefix))) + &key(stroke.key)
}

fn speed(scene: &Scene<'_>) -> String {
    let milli = 1_000_000 / scene.model.playback.per_day.as_millis().max(1);
    match milli % 1000 {
        0 => (milli / 1000).to_string(),
        rest => format!("{}.{:02}", milli / 1000, rest / 10),
    }
}
