//! What the program knows and decides, without a screen: model, messages, keymap, layout.
//!
//! [`update()`] is the only place where the model changes. It reads no clock and no file, so that the same messages always
//! give the same model.

mod changed;
pub mod citation;
mod dates;
mod input;
pub mod keymap;
mod layout;
mod message;
mod model;
mod pinned;
mod playback;
mod prompt;
pub mod reopen;
mod script;
mod search;
mod trail;
mod update;
mod walk;

pub use dates::{DATE_FORMS, completions, typed_day};
pub use input::{Button, Code, Effect, Input, Key, Mouse, MouseKind};
pub use keymap::{Binding, Group};
pub use layout::{Area, LARGEST, Layout, SMALLEST};
pub use message::Message;
pub use model::{Choice, Depth, Focus, Grab, Left, Model, Page, Picked, Selection, Strip, ThemeName};
pub use pinned::Pinned;
pub use playback::{AtEnd, Playback, Quiet, Speed, Way};
pub use prompt::{Prompt, Proposals, Proposed, Question};
pub use script::{ScriptError, script};
pub use search::{Search, Sought};
pub use trail::Trail;
pub use update::{next_tick, update};
pub use walk::Walk;
