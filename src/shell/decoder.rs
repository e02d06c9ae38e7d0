//! What the bytes of a terminal mean: keys, mouse, pastes, focus.
//!
//! A machine of a few states (ECMA-48, with what xterm and its kin send): ESC begins anew wherever it stands, a control
//! character ends what was begun and means what it always means, a final byte always ends a sequence, and whatever stays
//! unfinished is given up after a moment. So nothing that a terminal sends, cut or unknown as it may be, keeps a later
//! key from being heard.

// Whatever a text from outside says, nothing here may panic on it.
#![cfg_attr(
    not(test),
    deny(
        clippy::arithmetic_side_effects,
        clippy::cast_possible_truncation,
        clippy::cast_possible_wrap,
        clippy::cast_sign_loss,
        clippy::expect_used,
        clippy::indexing_slicing,
        clippy::panic,
        clippy::unwrap_used
    )
)]

mod control;
mod mouse;

use std::time::Duration;

use crate::app::{Code, Input, Key};
use crate::text::Clean;

/// ESC alone is the key once this has passed.
const ESCAPE: Duration = Duration::from_millis(30);
/// A sequence that was cut is given up after this.
const SEQUENCE: Duration = Duration::from_millis(100);
/// A paste that has stopped in the middle has ended.
const PASTE: Duration = Duration::from_secs(1);

/// The most bytes of a paste that are kept. No prompt takes as many.
const LONGEST_PASTE: usize = 64 * 1024;
/// The most bytes that a control sequence has; a longer one is read to its end and means nothing.
const LONGEST_SEQUENCE: usize = 64;

/// What ends a paste.
const PASTE_END: &[u8] = b"\x1b[201~";
/// Ctrl-C three times in a row, which no text has, drops one: somebody wants to get out of a paste whose end was lost.
const WAY_OUT: &[u8] = &[0x03; 3];

const ESC: u8 = 0x1B;
/// Cancels the sequence it stands in.
const CAN: u8 = 0x18;
const BEL: u8 = 0x07;

/// The state between two bytes.
#[derive(Debug, Default)]
enum State {
    /// Nothing was begun.
    #[default]
    Ground,
    /// ESC.
    Escape,
    /// ESC `[` and what followed, without the final byte.
    Control(Vec<u8>),
    /// ESC `[` `[`: a function key of the Linux console, one byte more.
    Console,
    /// ESC `O`: one final byte, perhaps after digits.
    Single(bool),
    /// A string, such as an answer that somebody else asked for: up to BEL or ESC `\`. With the byte that began it, while
    /// nothing has followed.
    Text(Option<u8>),
    /// The three bytes of a mouse report of the oldest kind.
    Mouse(Vec<u8>),
    /// A paste, with the bytes that may be its end.
    Paste(Vec<u8>),
    /// The bytes of a character, and whether ESC stood before it.
    Letter(Vec<u8>, bool),
}

/// Turns bytes into inputs.
#[derive(Debug, Default)]
pub(super) struct Decoder(State);

impl Decoder {
    /// Takes bytes as they come.
    pub(super) fn feed(&mut self, bytes: &[u8], inputs: &mut Vec<Input>) {
        for &byte in bytes {
            self.0 = std::mem::take(&mut self.0).then(byte, inputs);
        }
    }

    /// How long to wait for the rest of what was begun; `None` if nothing was.
    pub(super) fn patience(&self) -> Option<Duration> {
        match self.0 {
            State::Ground => None,
            State::Escape => Some(ESCAPE),
            State::Paste(_) => Some(PASTE),
            _ => Some(SEQUENCE),
        }
    }

    /// Gives up what was begun: the rest has not come in time.
    pub(super) fn give_up(&mut self, inputs: &mut Vec<Input>) {
        let alt = |byte: u8| Input::Key(Key { alt: true, ..Key::plain(Code::Char(byte.into())) });
        match std::mem::take(&mut self.0) {
            State::Escape => inputs.push(Input::Key(Key::plain(Code::Esc))),
            // What begins a sequence is also what a terminal sends for a key with Alt.
            State::Control(bytes) if bytes.is_empty() => inputs.push(alt(b'[')),
            State::Single(false) => inputs.push(alt(b'O')),
            State::Text(Some(first)) => inputs.push(alt(first)),
            State::Paste(bytes) => inputs.push(pasted(&bytes)),
            _ => {}
        }
    }
}

impl State {
    /// The state after one byte more.
    fn then(self, byte: u8, inputs: &mut Vec<Input>) -> Self {
        match (self, byte) {
            // A paste may hold anything but its end and the way out of it; one Ctrl-C is no key in it.
            (Self::Paste(bytes), _) => paste(bytes, byte, inputs),
            (Self::Escape, ESC) => {
                inputs.push(Input::Key(Key::plain(Code::Esc)));
                Self::Escape
            }
            (_, ESC) => Self::Escape,
            (Self::Ground, _) => ground(byte, false, inputs),
            (Self::Escape, b'[') => Self::Control(Vec::new()),
            (Self::Escape, b'O') => Self::Single(false),
            (Self::Escape, b'P' | b'X' | b']' | b'^' | b'_') => Self::Text(Some(byte)),
            // The end of a string, if one was begun or not.
            (Self::Escape, b'\\') => Self::Ground,
            (Self::Escape, _) => ground(byte, true, inputs),
            (Self::Text(_), BEL) | (_, CAN) => Self::Ground,
            // Among the control characters are the keys that end and stop a program.
            (_, ..0x20) => ground(byte, false, inputs),
            (Self::Mouse(bytes), _) => mouse::bytes(bytes, byte, inputs),
            (Self::Text(_), _) => Self::Text(None),
            (Self::Control(bytes), _) => control::byte(bytes, byte, inputs),
            (Self::Console, _) => Self::Ground,
            (Self::Single(_), b'0'..=b'?') => Self::Single(true),
            (Self::Single(_), _) => {
                inputs.extend(control::single(byte).map(Input::Key));
                Self::Ground
            }
            (Self::Letter(bytes, alt), _) => letter(bytes, alt, byte, inputs),
        }
    }
}

/// A byte outside of any sequence, with ESC before it or not.
fn ground(byte: u8, alt: bool, inputs: &mut Vec<Input>) -> State {
    let ctrl = |letter: u8| Key { ctrl: true, ..Key::plain(Code::Char(letter.into())) };
    let key = match byte {
        0x00 => ctrl(b' '),
        0x08 | 0x7F => Key::plain(Code::Backspace),
        b'\t' => Key::plain(Code::Tab),
        b'\r' => Key::plain(Code::Enter),
        0x01..=0x1A => ctrl(byte | 0x60),
        ESC => return State::Escape,
        0x1C..=0x1F => ctrl(byte | 0x40),
        0x20..=0x7E => Key::plain(Code::Char(byte.into())),
        0xC2..=0xF4 => return State::Letter(vec![byte], alt),
        // No character begins like this.
        _ => return State::Ground,
    };
    inputs.push(Input::Key(Key { alt, ..key }));
    State::Ground
}

/// A byte within a character.
fn letter(mut bytes: Vec<u8>, alt: bool, byte: u8, inputs: &mut Vec<Input>) -> State {
    if !(0x80..0xC0).contains(&byte) {
        // The character was cut. What comes next is not part of it.
        return ground(byte, false, inputs);
    }
    bytes.push(byte);
    match std::str::from_utf8(&bytes) {
        Ok(text) => {
            let letters = text.chars().filter(|letter| !letter.is_control());
            inputs.extend(letters.map(|letter| Input::Key(Key { alt, ..Key::plain(Code::Char(letter)) })));
            State::Ground
        }
        Err(error) if error.error_len().is_none() => State::Letter(bytes, alt),
        Err(_) => State::Ground,
    }
}

/// A byte within a paste.
fn paste(mut bytes: Vec<u8>, byte: u8, inputs: &mut Vec<Input>) -> State {
    bytes.push(byte);
    if let Some(text) = bytes.strip_suffix(PASTE_END) {
        inputs.push(pasted(text));
        return State::Ground;
    }
    if bytes.ends_with(WAY_OUT) {
        return ground(byte, false, inputs);
    }
    if bytes.len() > LONGEST_PASTE.saturating_add(PASTE_END.len()) {
        // The middle is dropped; the end has to be recognized still.
        bytes.remove(LONGEST_PASTE);
    }
    State::Paste(bytes)
}

fn pasted(bytes: &[u8]) -> Input {
    Input::Paste(Clean::new(&String::from_utf8_lossy(bytes)))
}

#[cfg(test)]
mod tests;
