//! What the threads of the shell tell its loop.

use std::io;

use crate::app::Input;

/// What ends the loop's sleep.
pub(super) enum Wake {
    /// Something for the program.
    Input(Input),
    /// The screen has to be measured and painted anew.
    Repaint,
    /// No more input can be read.
    Failed(io::Error),
}
