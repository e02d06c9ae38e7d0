//! `frontline export`: the screen of a day as a picture.

use std::path::PathBuf;

use clap::Args;

use crate::app::Depth;
use crate::export;
use crate::ui::Viewer;

use super::replay::Replay;
use super::{Failure, Look, Moment, data, size};

/// What `export` is told.
#[derive(Args, Debug)]
pub(super) struct Arguments {
    #[command(flatten)]
    moment: Moment,
    #[command(flatten)]
    look: Look,
    /// The file to write; its ending must be `.svg`.
    #[arg(short, long, value_name = "FILE.svg")]
    output: PathBuf,
    /// Columns and rows.
    #[arg(long, value_name = "SIZE", default_value = "120x40", value_parser = size)]
    size: (u16, u16),
    /// Replace the file if there is one.
    #[arg(long)]
    force: bool,
    #[command(flatten)]
    replay: Replay,
}

/// Writes the picture.
pub(super) fn run(arguments: &Arguments) -> Result<(), Failure> {
    if arguments.output.extension().is_none_or(|ending| ending != "svg") {
        return Err(Failure::Usage("export writes FILE.svg: the ending must be .svg".into()));
    }
    let (dataset, mut model) = data::open(&arguments.moment, &arguments.look)?;
    model.size = arguments.size;
    model.depth = Depth::Full;
    model.layers = data::layers(&arguments.look, &model);
    let mut viewer = Viewer::new(dataset, model);
    arguments.replay.play(&mut viewer)?;
    let title = format!("{}, {}", viewer.dataset().title, viewer.model().day.long());
    let picture = export::svg(&viewer.frame(), viewer.model().theme, &title);
    export::save(&arguments.output, picture.as_bytes(), arguments.force)?;
    Ok(())
}
