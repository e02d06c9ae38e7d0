//! Reports of the mouse, in the three ways in which terminals write them.

use crate::app::{Button, Input, Mouse, MouseKind};

use super::State;

/// What the oldest and the second way add to every number.
const SHIFTED: u16 = 32;

/// A byte of a report of the oldest kind: buttons, column, row, each a byte.
pub(super) fn bytes(mut bytes: Vec<u8>, byte: u8, inputs: &mut Vec<Input>) -> State {
    bytes.push(byte);
    let [buttons, x, y] = bytes[..] else { return State::Mouse(bytes) };
    let [buttons, x, y] = [buttons, x, y].map(|byte| u16::from(byte).saturating_sub(SHIFTED));
    inputs.extend(mouse(buttons, x, y, buttons & 0b11 == 0b11).map(Input::Mouse));
    State::Ground
}

/// A report in decimals whose buttons are counted as the oldest ones are.
pub(super) fn old_numbers(report: &[u8]) -> Option<Mouse> {
    let [buttons, x, y] = three(report)?;
    let buttons = buttons.saturating_sub(SHIFTED);
    mouse(buttons, x, y, buttons & 0b11 == 0b11)
}

/// A report in decimals, as it is asked for: the final byte tells whether the button went down or came up.
pub(super) fn numbers(report: &[u8], last: u8) -> Option<Mouse> {
    let [buttons, x, y] = three(report)?;
    matches!(last, b'M' | b'm').then(|| mouse(buttons, x, y, last == b'm'))?
}

/// Three numbers and nothing else. What is too large for a coordinate is the largest one.
fn three(report: &[u8]) -> Option<[u16; 3]> {
    let text = std::str::from_utf8(report).ok()?;
    let mut numbers = text.split(';').map(|number| {
        let digits = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
        digits.then(|| number.parse().unwrap_or(u16::MAX))
    });
    let three = [numbers.next()??, numbers.next()??, numbers.next()??];
    numbers.next().is_none().then_some(three)
}

/// Bits 0 and 1: the button; 2 to 4: modifiers, of which Ctrl matters to the wheel; 5: motion; 6: the wheel; 7: further buttons.
fn mouse(bits: u16, x: u16, y: u16, up: bool) -> Option<Mouse> {
    let button = match bits & 0b11 {
        0 => Some(Button::Left),
        1 => Some(Button::Middle),
        2 => Some(Button::Right),
        _ => None,
    };
    let ctrl = bits & 0b1_0000 != 0;
    let kind = match (bits & 0b1110_0000, button) {
        (0b0000_0000, button) if up => MouseKind::Release(button.unwrap_or(Button::Left)),
        (0b0000_0000, Some(button)) => MouseKind::Press(button),
        (0b0010_0000, Some(button)) => MouseKind::Drag(button),
        (0b0010_0000, None) => MouseKind::Move,
        (0b0100_0000, Some(Button::Left)) if ctrl => MouseKind::CtrlWheelUp,
        (0b0100_0000, Some(Button::Middle)) if ctrl => MouseKind::CtrlWheelDown,
        (0b0100_0000, Some(Button::Left)) => MouseKind::WheelUp,
        (0b0100_0000, Some(Button::Middle)) => MouseKind::WheelDown,
        _ => return None,
    };
    // Terminals count from 1.
    Some(Mouse { kind, x: x.saturating_sub(1), y: y.saturating_sub(1) })
}
