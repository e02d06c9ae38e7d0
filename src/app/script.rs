//! Scripts of inputs: what a run recorded, what a test plays.
//!
//! Plain text, played from top to bottom:
//!
//! ```text
//! # A line that begins with a sharp and a blank is for the reader.
//! resize 120 40
//! right right g g        keys, as the keymap writes them
//! type 2021-08-12        every character is a key
//! press left 10 5        also drag, release, move, wheel-up, wheel-down, ctrl-wheel-up
//! paste some text        the rest of the line
//! told how it went       what came of something that was done outside
//! tick 1000              milliseconds that passed while playing
//! focus lost             the window is not looked at; also focus gained
//! ```
//!
//! The words behind the inputs above are not part of the format. A recorded script has one input a line.

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

use std::fmt;
use std::time::Duration;

use thiserror::Error;

use crate::text::{Clean, cut};

use super::{Button, Input, Key, Mouse, MouseKind};

/// The most columns of a line that a fault quotes.
const QUOTED: usize = 60;

/// What stands between two keys of a line. No other blank: some keyboards type a no-break space, and that is a key.
const BETWEEN: [char; 2] = [' ', '\t'];

/// The kinds of mouse inputs without a button, by their words.
const BARE: [(&str, MouseKind); 5] = [
    ("move", MouseKind::Move),
    ("wheel-up", MouseKind::WheelUp),
    ("wheel-down", MouseKind::WheelDown),
    ("ctrl-wheel-up", MouseKind::CtrlWheelUp),
    ("ctrl-wheel-down", MouseKind::CtrlWheelDown),
];

/// What becomes of a button.
type Hold = fn(Button) -> MouseKind;

/// The kinds of mouse inputs with a button, by their words.
const HELD: [(&str, Hold); 3] =
    [("press", MouseKind::Press), ("drag", MouseKind::Drag), ("release", MouseKind::Release)];

/// The buttons by their words.
const BUTTONS: [(&str, Button); 3] = [("left", Button::Left), ("right", Button::Right), ("middle", Button::Middle)];

/// Why a script cannot be played.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
#[error("line {line}: \"{text}\" is no input ({hint})")]
pub struct ScriptError {
    /// The line, from 1.
    pub line: usize,
    /// The line itself, shortened.
    pub text: Clean,
    /// How to write what it seems to be.
    pub hint: &'static str,
}

/// The inputs of a script, in their order.
///
/// # Errors
/// The first line that is none of the things that a script can say.
pub fn script(text: &str) -> Result<Vec<Input>, ScriptError> {
    let mut inputs = Vec::new();
    for (index, line) in text.lines().enumerate() {
        if line.starts_with("# ") || line.trim_matches(BETWEEN).is_empty() {
            continue;
        }
        let fault = |hint| {
            let text = Clean::new(&cut(&Clean::new(line), QUOTED));
            ScriptError { line: index.saturating_add(1), text, hint }
        };
        read(line, &mut inputs).map_err(fault)?;
    }
    Ok(inputs)
}

/// Reads one line; fails with how it should be written.
fn read(line: &str, inputs: &mut Vec<Input>) -> Result<(), &'static str> {
    let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
    match word {
        "paste" => inputs.push(Input::Paste(Clean::new(rest))),
        "told" => inputs.push(Input::Told(Clean::new(rest))),
        "type" => inputs.extend(rest.chars().map(|letter| Input::Key(Key::plain(super::Code::Char(letter))))),
        "resize" => {
            let (width, height) = pair(rest).ok_or("resize COLUMNS ROWS")?;
            inputs.push(Input::Resize(width, height));
        }
        "tick" => inputs.push(Input::Tick(milliseconds(rest.trim()).ok_or("tick MILLISECONDS")?)),
        "focus" => inputs.push(Input::Focus(match rest.trim() {
            "gained" => true,
            "lost" => false,
            _ => return Err("focus gained or focus lost"),
        })),
        _ if let Some(&(_, kind)) = BARE.iter().find(|(name, _)| *name == word) => {
            inputs.push(mouse(kind, rest).ok_or("move COLUMN ROW, also wheel-up and wheel-down")?);
        }
        _ if let Some((_, kind)) = HELD.iter().find(|(name, _)| *name == word) => {
            let input = rest.split_once(' ').and_then(|(name, at)| mouse(kind(button(name)?), at));
            inputs.push(input.ok_or("press BUTTON COLUMN ROW, also drag and release; left, right or middle")?);
        }
        _ => {
            for name in line.split(BETWEEN).filter(|name| !name.is_empty()) {
                let key = Key::parse(name).ok_or("keys as the keymap writes them, such as right, ctrl+c or G")?;
                inputs.push(Input::Key(key));
            }
        }
    }
    Ok(())
}

fn button(name: &str) -> Option<Button> {
    BUTTONS.into_iter().find(|(known, _)| *known == name).map(|(_, button)| button)
}

fn mouse(kind: MouseKind, at: &str) -> Option<Input> {
    pair(at).map(|(x, y)| Input::Mouse(Mouse { kind, x, y }))
}

/// Two numbers and nothing else.
fn pair(text: &str) -> Option<(u16, u16)> {
    let mut numbers = text.split_whitespace().map(str::parse);
    match (numbers.next(), numbers.next(), numbers.next()) {
        (Some(Ok(first)), Some(Ok(second)), None) => Some((first, second)),
        _ => None,
    }
}

/// `1000` or `16.667`, to the nanosecond.
fn milliseconds(text: &str) -> Option<Duration> {
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || !digits(whole) || !digits(part) || part.len() > 6 {
        return None;
    }
    let nanos: u64 = format!("{part:0<6}").parse().ok()?;
    Duration::from_millis(whole.parse().ok()?).checked_add(Duration::from_nanos(nanos))
}

/// The line of a script that says the same.
impl fmt::Display for Input {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Key(key) => write!(out, "{key}"),
            Self::Mouse(mouse) => write!(out, "{mouse}"),
            Self::Paste(text) => write!(out, "paste {text}"),
            Self::Told(how) => write!(out, "told {how}"),
            Self::Resize(width, height) => write!(out, "resize {width} {height}"),
            Self::Focus(here) => write!(out, "focus {}", if *here { "gained" } else { "lost" }),
            Self::Tick(elapsed) => {
                let (whole, part) = (elapsed.as_millis(), elapsed.subsec_nanos() % 1_000_000);
                write!(out, "tick {}", format!("{whole}.{part:06}").trim_end_matches('0').trim_end_matches('.'))
            }
        }
    }
}

/// The line of a script that says the same.
impl fmt::Display for Mouse {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = |button| BUTTONS.into_iter().find(|(_, known)| *known == button).map_or("", |(name, _)| name);
        let Self { kind, x, y } = self;
        match kind {
            MouseKind::Press(button) => write!(out, "press {} {x} {y}", name(*button)),
            MouseKind::Drag(button) => write!(out, "drag {} {x} {y}", name(*button)),
            MouseKind::Release(button) => write!(out, "release {} {x} {y}", name(*button)),
            MouseKind::WheelUp => write!(out, "wheel-up {x} {y}"),
            MouseKind::WheelDown => write!(out, "wheel-down {x} {y}"),
            MouseKind::CtrlWheelUp => write!(out, "ctrl-wheel-up {x} {y}"),
            MouseKind::CtrlWheelDown => write!(out, "ctrl-wheel-down {x} {y}"),
            MouseKind::Move => write!(out, "move {x} {y}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::Code;
    use proptest::prelude::*;

    fn keys() -> impl Strategy<Value = Key> {
        let named = (0..Code::NAMES.len()).prop_map(|index| Code::NAMES[index].0);
        // The terminal's reader knows no key that is a control character.
        let letters = any::<char>().prop_filter("a letter", |letter| !letter.is_control());
        let blanks = prop::sample::select(vec!['\u{a0}', '\u{1680}', '\u{2007}', '\u{2028}', '\u{3000}', '\u{feff}']);
        let code = prop_oneof![2 => named, 2 => letters.prop_map(Code::Char), 1 => blanks.prop_map(Code::Char)];
        (code, any::<[bool; 3]>()).prop_map(|(code, [ctrl, alt, shift])| {
            let shift = shift && !matches!(code, Code::Char(_));
            Key { code, ctrl, alt, shift }
        })
    }

    fn mice() -> impl Strategy<Value = Mouse> {
        let buttons = (0..3_usize).prop_map(|index| BUTTONS[index].1);
        let held = (buttons, 0..3_usize).prop_map(|(button, index)| HELD[index].1(button));
        let bare = (0..BARE.len()).prop_map(|index| BARE[index].1);
        (prop_oneof![held, bare], any::<u16>(), any::<u16>()).prop_map(|(kind, x, y)| Mouse { kind, x, y })
    }

    fn inputs() -> impl Strategy<Value = Input> {
        prop_oneof![
            keys().prop_map(Input::Key),
            mice().prop_map(Input::Mouse),
            any::<String>().prop_map(|text| Input::Paste(text.into())),
            any::<String>().prop_map(|text| Input::Told(text.into())),
            any::<(u16, u16)>().prop_map(|(width, height)| Input::Resize(width, height)),
            any::<bool>().prop_map(Input::Focus),
            (0_u64..10_000_000_000_000).prop_map(|nanos| Input::Tick(Duration::from_nanos(nanos))),
        ]
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_again(given in prop::collection::vec(inputs(), 0..20)) {
            let lines: Vec<String> = given.iter().map(Input::to_string).collect();
            let text = lines.join("\n");
            prop_assert_eq!(script(&text), Ok(given));
        }

        #[test]
        fn no_text_is_too_strange(text in "(?s).{0,200}") {
            let _ = script(&text);
        }
    }

    #[test]
    fn a_line_may_have_several_keys_or_typed_text() {
        let keys = |names: &[&str]| -> Vec<Input> {
            names.iter().map(|name| Input::Key(Key::parse(name).expect("a key"))).collect()
        };
        assert_eq!(script("# to the first day\ng g\n\nctrl+left #\n"), Ok(keys(&["g", "g", "ctrl+left", "#"])));
        assert_eq!(script("g \t g\r\n \t\r\n\u{a0}\n"), Ok(keys(&["g", "g", "\u{a0}"])));
        assert_eq!(script(":\ntype 9 A\nenter"), Ok(keys(&[":", "9", "space", "A", "enter"])));
    }

    #[test]
    fn a_faulty_line_is_named_with_what_would_mend_it() {
        let fault = |text: &str| script(text).map(drop).map_err(|error| error.to_string());
        assert_eq!(
            fault("right\nrigth"),
            Err("line 2: \"rigth\" is no input (keys as the keymap writes them, such as right, ctrl+c or G)".into())
        );
        for faulty in
            ["resize 1", "resize 1 2 3", "resize 70000 1", "press 1 2", "press no 1 2", "move 1", "tick x", "tick -1"]
        {
            assert!(fault(faulty).is_err(), "{faulty}");
        }
        assert!(fault(&"x".repeat(10_000)).is_err_and(|message| message.len() < 200));
    }
}
