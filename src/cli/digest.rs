//! `frontline digest`: the story in plain words, for screen readers, pipes and mail.

use clap::Args;

use crate::ui;

use super::{Days, Failure, Look, MEASURE, Moment, data, write};

/// What `digest` is told.
#[derive(Args, Debug)]
pub(super) struct Arguments {
    #[command(flatten)]
    moment: Moment,
    #[command(flatten)]
    days: Days,
}

/// Prints a paragraph a day, then the sources.
pub(super) fn run(arguments: &Arguments) -> Result<(), Failure> {
    let (dataset, model) = data::open(&arguments.moment, &Look::default())?;
    let days = data::days(&dataset, &model, &arguments.moment, &arguments.days)?;
    let digest = dataset.digest(days, model.reading);
    write((ui::digest(&dataset, &digest, model.reading, MEASURE).join("\n") + "\n").as_bytes())
}
