//! `frontline show`: the same frame as the screen, on standard output.

use std::io::IsTerminal;

use clap::{Args, ValueEnum};

use crate::app::ThemeName;
use crate::export;
use crate::ui::Viewer;

use super::replay::Replay;
use super::{Failure, Look, Moment, data, size, write};

/// What `show` is told.
#[derive(Args, Debug)]
pub(super) struct Arguments {
    #[command(flatten)]
    moment: Moment,
    #[command(flatten)]
    look: Look,
    /// Columns and rows.
    #[arg(long, value_name = "SIZE", default_value = "120x40", value_parser = size)]
    size: (u16, u16),
    /// Whether to use colours; `auto` if standard output is a terminal and `NO_COLOR` is not set.
    #[arg(long, value_enum, default_value_t = When::Auto)]
    color: When,
    #[command(flatten)]
    replay: Replay,
}

/// When to use colours.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, ValueEnum)]
pub(super) enum When {
    /// If they make sense.
    #[default]
    Auto,
    /// In any case.
    Always,
    /// In no case.
    Never,
}

impl When {
    /// Whether to use colours on standard output.
    pub(super) fn colored(self) -> bool {
        let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
        match self {
            Self::Always => true,
            Self::Never => false,
            Self::Auto if set("NO_COLOR") => false,
            Self::Auto => set("CLICOLOR_FORCE") || std::io::stdout().is_terminal(),
        }
    }
}

/// Prints the frame.
pub(super) fn run(arguments: &Arguments) -> Result<(), Failure> {
    let (dataset, mut model) = data::open(&arguments.moment, &arguments.look)?;
    model.size = arguments.size;
    let colored = arguments.color.colored();
    if !colored {
        model.theme = ThemeName::Mono;
        model.layers = data::layers(&arguments.look, &model);
    }
    let mut viewer = Viewer::new(dataset, model);
    arguments.replay.play(&mut viewer)?;
    let frame = viewer.frame();
    if colored { write(&export::ansi(&frame)) } else { write(export::text(&frame).as_bytes()) }
}
