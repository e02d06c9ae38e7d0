//! Playing what a run recorded, so that what one user saw another can see.

use std::path::PathBuf;

use clap::Args;

use crate::shell;
use crate::ui::Viewer;

use super::Failure;

/// What is played before anything is shown.
#[derive(Args, Debug, Default)]
pub(super) struct Replay {
    /// Play a script of inputs first, such as `--record` writes one.
    #[arg(long, value_name = "FILE")]
    replay: Option<PathBuf>,
}

impl Replay {
    /// Plays the script, if there is one. What it asks to be done outside of the program is not done.
    pub(super) fn play(&self, viewer: &mut Viewer) -> Result<(), Failure> {
        if let Some(path) = &self.replay {
            viewer.play(shell::replay(path)?);
        }
        Ok(())
    }
}
