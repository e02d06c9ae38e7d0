//! What comes in from a terminal and what is to be done outside, free of any terminal library.

use std::fmt;
use std::time::Duration;

use crate::text::{Clean, Link};

/// Something that reached the program from its terminal. Together with the data set and the options they are all that a
/// run depends on.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Input {
    /// A key was pressed.
    Key(Key),
    /// The mouse did something.
    Mouse(Mouse),
    /// Text was pasted.
    Paste(Clean),
    /// The terminal has a new size, in cells.
    Resize(u16, u16),
    /// The terminal is looked at, or not any more.
    Focus(bool),
    /// Time passed while something moved by itself.
    Tick(Duration),
    /// How something went that was to be done outside, in words.
    Told(Clean),
}

/// A pressed key with its modifiers. Shift is kept only where the character does not tell it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Key {
    /// The key.
    pub code: Code,
    /// With Ctrl.
    pub ctrl: bool,
    /// With Alt.
    pub alt: bool,
    /// With Shift; never set for characters.
    pub shift: bool,
}

/// The keys that the program knows.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Code {
    /// A character, upper case if typed so.
    Char(char),
    /// Arrow left.
    Left,
    /// Arrow right.
    Right,
    /// Arrow up.
    Up,
    /// Arrow down.
    Down,
    /// Home.
    Home,
    /// End.
    End,
    /// Page up.
    PageUp,
    /// Page down.
    PageDown,
    /// Tab; with Shift, the back tab.
    Tab,
    /// Enter.
    Enter,
    /// Escape.
    Esc,
    /// Backspace.
    Backspace,
    /// Delete.
    Delete,
}

impl Code {
    /// The keys that have a name, with it.
    pub const NAMES: [(Self, &'static str); 14] = [
        (Self::Char(' '), "space"),
        (Self::Left, "left"),
        (Self::Right, "right"),
        (Self::Up, "up"),
        (Self::Down, "down"),
        (Self::Home, "home"),
        (Self::End, "end"),
        (Self::PageUp, "pgup"),
        (Self::PageDown, "pgdn"),
        (Self::Tab, "tab"),
        (Self::Enter, "enter"),
        (Self::Esc, "esc"),
        (Self::Backspace, "backspace"),
        (Self::Delete, "delete"),
    ];
}

impl Key {
    /// A key without modifiers.
    #[must_use]
    pub const fn plain(code: Code) -> Self {
        Self { code, ctrl: false, alt: false, shift: false }
    }

    /// Reads a key as the keymap and key scripts write it: `right`, `shift+tab`, `ctrl-c`, `g`, `G`, `?`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut key = Self::plain(Code::Esc);
        let mut rest = text;
        loop {
            if let Some(tail) = rest.strip_prefix("ctrl+") {
                key.ctrl = true;
                rest = tail;
            } else if let Some(tail) = rest.strip_prefix("alt+") {
                key.alt = true;
                rest = tail;
            } else if let Some(tail) = rest.strip_prefix("shift+") {
                key.shift = true;
                rest = tail;
            } else {
                break;
            }
        }
        let named = Code::NAMES.into_iter().find(|(_, name)| *name == rest).map(|(code, _)| code);
        let mut letters = rest.chars();
        key.code = match (named, letters.next(), letters.next()) {
            (Some(code), ..) => code,
            (None, Some(letter), None) => Code::Char(letter),
            _ => return None,
        };
        Some(key)
    }
}

/// As the keymap writes it.
impl fmt::Display for Key {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (set, name) in [(self.ctrl, "ctrl+"), (self.alt, "alt+"), (self.shift, "shift+")] {
            if set {
                out.write_str(name)?;
            }
        }
        match Code::NAMES.into_iter().find(|(code, _)| *code == self.code) {
            Some((_, name)) => out.write_str(name),
            None if let Code::Char(letter) = self.code => write!(out, "{letter}"),
            None => Ok(()),
        }
    }
}

/// What the mouse did, and at which cell. The cell may lie outside the screen.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Mouse {
    /// What it did.
    pub kind: MouseKind,
    /// Column, from 0.
    pub x: u16,
    /// Row, from 0.
    pub y: u16,
}

/// What a mouse does.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum MouseKind {
    /// A button went down.
    Press(Button),
    /// It moved with a button down.
    Drag(Button),
    /// A button came up.
    Release(Button),
    /// The wheel turned away from the user.
    WheelUp,
    /// The wheel turned towards the user.
    WheelDown,
    /// The wheel turned away from the user, with Ctrl.
    CtrlWheelUp,
    /// The wheel turned towards the user, with Ctrl.
    CtrlWheelDown,
    /// It moved with no button down.
    Move,
}

/// The buttons of a mouse.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Button {
    /// Left.
    Left,
    /// Right.
    Right,
    /// Middle.
    Middle,
}

/// Something to be done outside of the model.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Effect {
    /// End the program.
    Quit,
    /// Stop the program until the user's shell brings it back.
    Suspend,
    /// Give a text to the clipboard.
    Copy(Clean),
    /// Open an address in the browser.
    Open(Link),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_written_as_they_are_read() {
        for text in ["right", "shift+tab", "ctrl+c", "g", "G", "?", "space", "alt+o", "+", "ctrl+left"] {
            assert_eq!(Key::parse(text).map(|key| key.to_string()).as_deref(), Some(text));
        }
        assert_eq!(Key::parse("rigth"), None);
        assert_eq!(Key::parse(""), None);
    }
}
