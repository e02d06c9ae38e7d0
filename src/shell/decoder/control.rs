//! Control sequences: ESC `[`, parameters, a final byte.

use crate::app::{Code, Input, Key};

use super::{LONGEST_SEQUENCE, State, mouse};

/// A byte within a control sequence.
pub(super) fn byte(mut bytes: Vec<u8>, byte: u8, inputs: &mut Vec<Input>) -> State {
    match byte {
        0x20..=0x3F => {
            if bytes.len() <= LONGEST_SEQUENCE {
                bytes.push(byte);
            }
            State::Control(bytes)
        }
        b'M' if bytes.is_empty() => State::Mouse(Vec::new()),
        b'[' if bytes.is_empty() => State::Console,
        b'~' if bytes == b"200" => State::Paste(Vec::new()),
        0x40..=0x7E => {
            inputs.extend(meaning(&bytes, byte));
            State::Ground
        }
        // No part of a sequence; the sequence was cut.
        _ => State::Ground,
    }
}

/// What a whole sequence means, if anything.
fn meaning(bytes: &[u8], last: u8) -> Option<Input> {
    if bytes.len() > LONGEST_SEQUENCE {
        return None;
    }
    if bytes.is_empty() && matches!(last, b'I' | b'O') {
        return Some(Input::Focus(last == b'I'));
    }
    if let Some(report) = bytes.strip_prefix(b"<") {
        return mouse::numbers(report, last).map(Input::Mouse);
    }
    // Other signs at the beginning or at the end mark answers to questions that this program does not ask.
    if !bytes.iter().all(|byte| matches!(byte, b'0'..=b';')) {
        return None;
    }
    if last == b'M' {
        return mouse::old_numbers(bytes).map(Input::Mouse);
    }
    key(bytes, last).map(Input::Key)
}

/// The key of a sequence.
fn key(bytes: &[u8], last: u8) -> Option<Key> {
    let mut fields = bytes.split(|&byte| byte == b';');
    let first = part(fields.next(), 0);
    let second = fields.next();
    let third = part(fields.next(), 0);
    // Terminals that report it say 3 for a key that comes up.
    if part(second, 1) == Some(3) {
        return None;
    }
    let code = match (last, first) {
        (b'Z', _) => return Some(Key { shift: true, ..Key::plain(Code::Tab) }),
        (b'~', Some(27)) => typed(third?)?,
        (b'~', Some(number)) => numbered(number)?,
        (b'u', Some(number)) => typed(number)?,
        _ => named(last)?,
    };
    let modifiers = part(second, 0).unwrap_or(1).saturating_sub(1);
    // A character tells Shift by itself.
    let shift = modifiers & 1 != 0 && !matches!(code, Code::Char(_));
    Some(Key { code, ctrl: modifiers & 4 != 0, alt: modifiers & 2 != 0, shift })
}

/// A number of a field, whose parts are separated by colons.
fn part(field: Option<&[u8]>, index: usize) -> Option<u32> {
    let part = field?.split(|&byte| byte == b':').nth(index)?;
    std::str::from_utf8(part).ok()?.parse().ok()
}

/// The key of a final byte.
fn named(last: u8) -> Option<Code> {
    Some(match last {
        b'A' => Code::Up,
        b'B' => Code::Down,
        b'C' => Code::Right,
        b'D' => Code::Left,
        b'H' => Code::Home,
        b'F' => Code::End,
        _ => return None,
    })
}

/// The key of a number before `~`.
fn numbered(number: u32) -> Option<Code> {
    Some(match number {
        1 | 7 => Code::Home,
        3 => Code::Delete,
        4 | 8 => Code::End,
        5 => Code::PageUp,
        6 => Code::PageDown,
        _ => return None,
    })
}

/// The key of a character's number.
fn typed(number: u32) -> Option<Code> {
    Some(match number {
        9 => Code::Tab,
        13 => Code::Enter,
        27 => Code::Esc,
        8 | 127 => Code::Backspace,
        _ => Code::Char(char::from_u32(number).filter(|letter| !letter.is_control())?),
    })
}

/// The key of a byte after ESC `O`.
pub(super) fn single(last: u8) -> Option<Key> {
    let code = if last == b'M' { Some(Code::Enter) } else { named(last) };
    code.map(Key::plain)
}
