//! Keys, mouse and pastes, read from a thread of its own and put into the program's own words.
//!
//! Its own thread, because the reader of crossterm 0.29 may block in the middle of a sequence and spins when the
//! terminal is closed; the watcher ends the process then.

use std::io;
use std::sync::mpsc::SyncSender;
use std::thread;

use crossterm::event::{self, Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseEvent, MouseEventKind};

use super::session::Wake;
use crate::app::{Button, Code, Input, Key, Mouse, MouseKind};
use crate::text::Clean;

/// Reads from now on, as long as somebody takes what is read.
pub(super) fn start(wakes: SyncSender<Wake>) -> io::Result<()> {
    thread::Builder::new().name("reader".into()).spawn(move || while read(&wakes) {})?;
    Ok(())
}

/// Passes one event on. False when there will be no more.
fn read(wakes: &SyncSender<Wake>) -> bool {
    match event::read() {
        Ok(event) => translate(event).is_none_or(|input| wakes.send(Wake::Input(input)).is_ok()),
        Err(error) => {
            // If nobody listens any more the program is ending anyway.
            let _ = wakes.send(Wake::Failed(error));
            false
        }
    }
}

/// The input that an event stands for, if the program knows it. Sizes are the watcher's business.
fn translate(event: Event) -> Option<Input> {
    match event {
        Event::Key(key) => translate_key(key).map(Input::Key),
        Event::Mouse(mouse) => translate_mouse(mouse).map(Input::Mouse),
        Event::Paste(text) => Some(Input::Paste(Clean::from(text))),
        Event::Resize(..) | Event::FocusGained | Event::FocusLost => None,
    }
}

fn translate_key(event: KeyEvent) -> Option<Key> {
    if event.kind == KeyEventKind::Release {
        return None;
    }
    let mut shift = event.modifiers.contains(KeyModifiers::SHIFT);
    let code = match event.code {
        KeyCode::Char(letter) => {
            shift = false;
            Code::Char(letter)
        }
        KeyCode::BackTab => {
            shift = true;
            Code::Tab
        }
        KeyCode::Left => Code::Left,
        KeyCode::Right => Code::Right,
        KeyCode::Up => Code::Up,
        KeyCode::Down => Code::Down,
        KeyCode::Home => Code::Home,
        KeyCode::End => Code::End,
        KeyCode::PageUp => Code::PageUp,
        KeyCode::PageDown => Code::PageDown,
        KeyCode::Tab => Code::Tab,
        KeyCode::Enter => Code::Enter,
        KeyCode::Esc => Code::Esc,
        KeyCode::Backspace => Code::Backspace,
        KeyCode::Delete => Code::Delete,
        _ => return None,
    };
    let ctrl = event.modifiers.contains(KeyModifiers::CONTROL);
    let alt = event.modifiers.contains(KeyModifiers::ALT);
    Some(Key { code, ctrl, alt, shift })
}

fn translate_mouse(event: MouseEvent) -> Option<Mouse> {
    let kind = match event.kind {
        MouseEventKind::Down(which) => MouseKind::Press(button(which)),
        MouseEventKind::Drag(which) => MouseKind::Drag(button(which)),
        MouseEventKind::Up(which) => MouseKind::Release(button(which)),
        MouseEventKind::ScrollUp => MouseKind::WheelUp,
        MouseEventKind::ScrollDown => MouseKind::WheelDown,
        MouseEventKind::Moved => MouseKind::Move,
        MouseEventKind::ScrollLeft | MouseEventKind::ScrollRight => return None,
    };
    Some(Mouse { kind, x: event.column, y: event.row })
}

fn button(which: event::MouseButton) -> Button {
    match which {
        event::MouseButton::Left => Button::Left,
        event::MouseButton::Right => Button::Right,
        event::MouseButton::Middle => Button::Middle,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(code: KeyCode, modifiers: KeyModifiers) -> Option<String> {
        translate_key(KeyEvent::new(code, modifiers)).map(|key| key.to_string())
    }

    #[test]
    fn keys_are_told_as_the_keymap_writes_them() {
        assert_eq!(key(KeyCode::Char('G'), KeyModifiers::SHIFT).as_deref(), Some("G"));
        assert_eq!(key(KeyCode::BackTab, KeyModifiers::SHIFT).as_deref(), Some("shift+tab"));
        assert_eq!(key(KeyCode::Char('c'), KeyModifiers::CONTROL).as_deref(), Some("ctrl+c"));
        assert_eq!(key(KeyCode::Left, KeyModifiers::SHIFT).as_deref(), Some("shift+left"));
        assert_eq!(key(KeyCode::Right, KeyModifiers::CONTROL).as_deref(), Some("ctrl+right"));
    }

    #[test]
    fn unknown_keys_and_releases_are_dropped() {
        assert_eq!(key(KeyCode::F(5), KeyModifiers::NONE), None);
        let up = KeyEvent::new_with_kind(KeyCode::Left, KeyModifiers::NONE, KeyEventKind::Release);
        assert_eq!(translate_key(up), None);
        assert_eq!(translate(Event::Resize(80, 24)), None);
    }

    #[test]
    fn pasted_text_is_cleaned() {
        let pasted = translate(Event::Paste("a\u{1b}[31mb".into()));
        assert_eq!(pasted, Some(Input::Paste(Clean::new("a\u{FFFD}[31mb"))));
    }
}
