//! From arguments to a data set and a model of it.

use std::path::Path;

use crate::app::{Depth, Model, Pinned, ThemeName, typed_day};
use crate::chronicle::Reading;
use crate::dataset::{Dataset, Draft};
use crate::map::Layers;
use crate::text::{self, Clean};
use crate::time::{Day, Span};

use super::{Days, Failure, Look, Moment};

/// Opens the data set and puts the playhead where the arguments say.
pub(super) fn open(moment: &Moment, look: &Look) -> Result<(Dataset, Model), Failure> {
    open_draft(&draft(moment)?, moment, look)
}

/// What the arguments say is to be read.
pub(super) fn draft(moment: &Moment) -> Result<Draft, Failure> {
    Ok(Draft::new(moment.data.as_deref())?)
}

/// Reads a draft to its end and puts the playhead where the arguments say.
pub(super) fn open_draft(draft: &Draft, moment: &Moment, look: &Look) -> Result<(Dataset, Model), Failure> {
    let dataset = without(draft.dataset()?, &moment.without)?;
    let mut model = Model::new(&dataset);
    model.reading = reading(&dataset, moment)?;
    if let Some(text) = &moment.at {
        model.day = day(&dataset, &model, ("--at", text))?;
    }
    model.origin = moment.data.as_deref().map(|folder| Clean::from(folder.to_string_lossy().into_owned()));
    model.theme = look.theme.unwrap_or_else(suited);
    model.depth = depth();
    model.layers = layers(look, &model);
    model.glyphs = look.glyphs;
    model.pinned = look.compare.as_deref().map(|text| pinned(&dataset, &model, text)).transpose()?;
    Ok((dataset, model))
}

/// The stretch of days that is asked for: one day, or from a day to a day, both included.
pub(super) fn days(dataset: &Dataset, model: &Model, moment: &Moment, days: &Days) -> Result<Span, Failure> {
    if moment.at.is_some() && (days.from.is_some() || days.to.is_some()) {
        return Err(Failure::Usage("--at is one day, --from and --to are several: give the one or the others".into()));
    }
    if moment.at.is_some() {
        return Ok(Span::inclusive(model.day, model.day));
    }
    let stretch = dataset.chronicle.stretch;
    let end = |flag: &str, text: &Option<String>, without: Day| {
        text.as_ref().map_or(Ok(without), |text| day(dataset, model, (flag, text)))
    };
    let (from, to) = (end("--from", &days.from, stretch.start)?, end("--to", &days.to, stretch.last())?);
    if to < from {
        return Err(Failure::Usage(format!("--to {to} lies before --from {from}")));
    }
    Ok(Span::inclusive(from, to))
}

/// The day that a flag means, as seen from that of the model.
pub(super) fn day(dataset: &Dataset, model: &Model, (flag, text): (&str, &str)) -> Result<Day, Failure> {
    let clean = Clean::new(text);
    typed_day(&clean, model.day, dataset, model.reading)
        .map_err(|fault| Failure::Usage(format!("{flag} \"{}\": {fault}", text::cut(&clean, 60))))
}

/// What `--compare` means.
fn pinned(dataset: &Dataset, model: &Model, text: &str) -> Result<Pinned, Failure> {
    let clean = Clean::new(text);
    Pinned::typed(&clean, model.when(), dataset)
        .map_err(|fault| Failure::Usage(format!("--compare \"{}\": {fault}", text::cut(&clean, 60))))
}

/// The data set of a folder, or the one that is compiled in.
pub(super) fn read(folder: Option<&Path>) -> Result<Dataset, Failure> {
    Ok(Draft::new(folder)?.dataset()?)
}

/// The data set without some sources.
fn without(dataset: Dataset, ids: &[String]) -> Result<Dataset, Failure> {
    let source = |id: &String| {
        dataset.chronicle.source_named(id).ok_or_else(|| {
            let id = Clean::new(id);
            Failure::Usage(format!("no source \"{id}\": name one by its id, such as {}", example(&dataset)))
        })
    };
    let left_out = ids.iter().map(source).collect::<Result<Vec<_>, _>>()?;
    Ok(dataset.without(left_out))
}

/// The layers that were asked for, else the usual ones.
pub(super) fn layers(look: &Look, model: &Model) -> Layers {
    look.layers.unwrap_or_else(|| model.usual_layers())
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

/// How many colours the terminal says it has. One that does not say is taken for one of the many that have 256.
pub(super) fn depth() -> Depth {
    let says = |name: &str| std::env::var(name).unwrap_or_default();
    depth_of(&says("COLORTERM"), &says("TERM"))
}

fn depth_of(colorterm: &str, term: &str) -> Depth {
    // Of these no two mean the same number of colours: only those that name it, or cannot have more, are sure.
    const BASIC: [&str; 9] = ["linux", "xterm", "xterm-16color", "screen", "rxvt", "vt220", "ansi", "cygwin", "cons25"];
    match colorterm {
        "truecolor" | "24bit" => Depth::Full,
        _ if term.ends_with("-direct") => Depth::Full,
        "" if BASIC.contains(&term) => Depth::Basic,
        _ => Depth::Indexed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_depth_is_what_the_terminal_says() {
        assert_eq!(depth_of("truecolor", "xterm-256color"), Depth::Full);
        assert_eq!(depth_of("", "xterm-direct"), Depth::Full);
        assert_eq!(depth_of("", "xterm-256color"), Depth::Indexed);
        assert_eq!(depth_of("", ""), Depth::Indexed);
        assert_eq!(depth_of("", "linux"), Depth::Basic);
        assert_eq!(depth_of("", "xterm"), Depth::Basic);
        assert_eq!(depth_of("yes", "xterm"), Depth::Indexed, "it has more to say than an old xterm");
    }
}
