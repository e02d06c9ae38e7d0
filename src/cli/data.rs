//! From arguments to a data set and a model of it.

use crate::app::{Depth, Model, ThemeName};
use crate::chronicle::Reading;
use crate::dataset::Dataset;
use crate::text::Clean;

use super::{Failure, Look, Moment};

/// Opens the data set and puts the playhead where the arguments say.
pub(super) fn open(moment: &Moment, look: &Look) -> Result<(Dataset, Model), Failure> {
    let dataset = match &moment.data {
        None => Dataset::embedded()?,
        Some(folder) => Dataset::open(folder)?,
    };
    let mut model = Model::new(&dataset);
    if let Some(day) = moment.at {
        let stretch = dataset.chronicle.stretch;
        if !stretch.contains(day) {
            let message =
                format!("{day} lies outside of the days of this data set, {} to {}", stretch.start, stretch.last());
            return Err(Failure::Usage(message));
        }
        model.day = day;
    }
    model.reading = reading(&dataset, moment)?;
    model.theme = look.theme.unwrap_or_else(suited);
    model.depth = depth();
    model.glyphs = look.glyphs;
    Ok((dataset, model))
}

fn reading(dataset: &Dataset, moment: &Moment) -> Result<Reading, Failure> {
    let Some(id) = &moment.account else { return Ok(moment.reading.unwrap_or_default()) };
    dataset.chronicle.account(id).map(Reading::Account).ok_or_else(|| {
        let id = Clean::new(id);
        Failure::Usage(format!("no account \"{id}\": name a source with claims, such as {}", example(dataset)))
    })
}

/// A source that has claims.
fn example(dataset: &Dataset) -> String {
    let claim = dataset.chronicle.claims.first();
    claim.map_or_else(|| "none in this data set".into(), |claim| dataset.chronicle.source(claim.source).id.to_string())
}

/// The theme that suits the terminal as far as it says: its ground is the last number of `COLORFGBG`.
fn suited() -> ThemeName {
    let ground = std::env::var("COLORFGBG").ok().and_then(|colors| colors.rsplit(';').next()?.parse::<u8>().ok());
    match ground {
        Some(7 | 15) => ThemeName::Light,
        _ => ThemeName::Dark,
    }
}

/// How many colours the terminal says it has.
fn depth() -> Depth {
    match std::env::var("COLORTERM").as_deref() {
        Ok("truecolor" | "24bit") => Depth::Full,
        _ => Depth::Indexed,
    }
}
