//! `frontline`: the viewer.

use std::path::{Path, PathBuf};
use std::time::Duration;

use clap::Args;

use crate::app::{Effect, Input, ThemeName};
use crate::shell::{self, Buffer, Program};
use crate::text::Clean;
use crate::ui::Viewer;

use super::replay::Replay;
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
    #[command(flatten)]
    replay: Replay,
    /// Write every input to a new file, so that the run can be played again.
    #[arg(long, value_name = "FILE")]
    record: Option<PathBuf>,
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
    let mut viewer = Viewer::new(dataset, model);
    arguments.replay.play(&mut viewer)?;
    let title = title();
    let record = arguments.record.as_deref().map(|path| shell::Record { path, title: &title });
    shell::run(&mut viewer, &shell::Options { mouse: !arguments.no_mouse, record })?;
    Ok(())
}

/// What heads a record: the version and the arguments, which a run depends on too.
fn title() -> Clean {
    let arguments: Vec<String> = std::env::args_os().skip(1).map(|word| word.to_string_lossy().into_owned()).collect();
    Clean::new(&format!("frontline {} {}", env!("CARGO_PKG_VERSION"), arguments.join(" ")))
}

/// Whether an argument looks like a mistyped command rather than a path.
fn is_word(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|letter| letter.is_ascii_lowercase())
}

impl Program for Viewer {
    fn take(&mut self, input: Input) -> Vec<Effect> {
        self.take(input)
    }

    fn next_tick(&self) -> Option<Duration> {
        self.next_tick()
    }

    fn draw(&mut self, buffer: &mut Buffer) {
        self.draw(buffer);
    }
}
