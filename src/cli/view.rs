//! `frontline`: the viewer.

use std::path::Path;
use std::time::Duration;

use clap::Args;

use crate::app::{Effect, Input, Keymap, Message, Model, ThemeName, update};
use crate::dataset::Dataset;
use crate::shell::{self, Buffer, Program};
use crate::ui::{self, Cache, Scene};

use super::show::When;
use super::{Failure, Look, Moment, data};

/// What the viewer is told.
#[derive(Args, Debug)]
pub(super) struct Arguments {
    #[command(flatten)]
    moment: Moment,
    #[command(flatten)]
    look: Look,
    /// Whether to use colours; `auto` unless `NO_COLOR` is set.
    #[arg(long, value_enum, default_value_t = When::Auto)]
    color: When,
    /// Leave the mouse to the terminal.
    #[arg(long)]
    no_mouse: bool,
}

/// Opens the viewer.
pub(super) fn run(arguments: &Arguments) -> Result<(), Failure> {
    if let Some(word) = arguments.moment.data.as_deref().and_then(Path::to_str)
        && is_word(word)
        && !Path::new(word).exists()
    {
        return Err(Failure::Usage(format!("{word}: neither a command nor a folder (see frontline --help)")));
    }
    let (dataset, mut model) = data::open(&arguments.moment, &arguments.look)?;
    if arguments.look.theme.is_none() && !arguments.color.colored() {
        model.theme = ThemeName::Mono;
    }
    let mut viewer = Viewer { dataset, model, keymap: Keymap::shipped(), cache: Cache::default() };
    shell::run(&mut viewer, &shell::Options { mouse: !arguments.no_mouse })?;
    Ok(())
}

/// Whether an argument looks like a mistyped command rather than a path.
fn is_word(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|letter| letter.is_ascii_lowercase())
}

/// The program that the shell runs: inputs become messages, the model becomes a frame.
struct Viewer {
    dataset: Dataset,
    model: Model,
    keymap: Keymap,
    cache: Cache,
}

impl Program for Viewer {
    fn take(&mut self, input: Input) -> Vec<Effect> {
        let messages = match input {
            Input::Key(key) => vec![self.keymap.message(&self.model, key)],
            Input::Mouse(mouse) => ui::hit(&self.dataset, &self.model, &self.cache, mouse),
            Input::Paste(text) if self.model.prompt.is_some() => vec![Message::Type(text.to_string())],
            Input::Paste(_) => vec![Message::Nothing],
            Input::Resize(width, height) => vec![Message::Resize(width, height)],
        };
        let all = messages.into_iter().flat_map(|message| update(&mut self.model, &self.dataset, message));
        all.collect()
    }

    fn tick(&mut self, elapsed: Duration) -> Vec<Effect> {
        update(&mut self.model, &self.dataset, Message::Tick(elapsed))
    }

    fn next_tick(&self) -> Option<Duration> {
        let playback = self.model.playback;
        playback.playing.then(|| playback.per_day.saturating_sub(playback.elapsed))
    }

    fn draw(&mut self, buffer: &mut Buffer) {
        ui::prepare(&self.dataset, &self.model, &mut self.cache);
        let scene = Scene { dataset: &self.dataset, model: &self.model, keymap: &self.keymap };
        ui::view(&scene, &self.cache, buffer);
        // What was scrolled beyond the end must not be scrolled back first.
        self.model.scroll = self.model.scroll.min(ui::last_scroll(&scene, &self.cache));
    }
}
