//! What the program knows and decides, without a screen: model, messages, keymap, layout.
//!
//! [`update()`] is the only place where the model changes. It reads no clock and no file, so that the same messages always
//! give the same model.

mod input;
mod keymap;
mod layout;
mod message;
mod model;
mod script;
mod update;

pub use input::{Button, Code, Effect, Input, Key, Mouse, MouseKind};
pub use keymap::{Binding, Keymap, Stroke};
pub use layout::{Area, Layout, SMALLEST};
pub use message::Message;
pub use model::{Depth, Focus, Grab, Model, Page, Playback, Prompt, Question, Selection, ThemeName};
pub use script::{ScriptError, script};
pub use update::update;
