//! `frontline method`: what counts, what is doubtful, what was not read, in the words of the data set.

use clap::Args;

use crate::ui;

use super::{Failure, MEASURE, data, write};

/// What `method` is told.
#[derive(Args, Debug)]
pub(super) struct Arguments {
    /// A folder with a data set; the one compiled in without it.
    data: Option<std::path::PathBuf>,
}

/// Prints the method.
pub(super) fn run(arguments: &Arguments) -> Result<(), Failure> {
    let dataset = data::read(arguments.data.as_deref())?;
    write((ui::method(&dataset, MEASURE).join("\n") + "\n").as_bytes())
}
