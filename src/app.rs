//! What the program knows and decides, without a screen: model, messages, keymap, layout.

mod input;

pub use input::{Button, Code, Effect, Input, Key, Mouse, MouseKind};
