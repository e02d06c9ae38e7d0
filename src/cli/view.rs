//! `frontline`: the viewer.

use std::path::{Path, PathBuf};
use std::time::Duration;

use clap::Args;

use crate::app::{Effect, Input, Model, ThemeName};
use crate::dataset::{Dataset, Draft, both};
use crate::shell::{self, Program, Screen};
use crate::text::Clean;
use crate::ui::Viewer;

use super::replay::Replay;
use super::show::When;
use super::{Failure, Look, Moment, comes_first, data, plain};

/// What the viewer is told.
#[derive(Args, Debug, Default)]
pub(super) struct Arguments {
    #[command(flatten)]
    moment: Moment,
    #[command(flatten)]
    look: Look,
    /// Whether to use colours; `auto` unless `NO_COLOR` is set.
    #[arg(long, value_enum, default_value_t = When::Auto)]
    color: When,
    /// Words in, sentences out, line by line: for screen readers and pipes.
    #[arg(long, conflicts_with_all = ["record", "replay"])]
    plain: bool,
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
        let unknown = || format!("{word}: neither a command nor a folder (see frontline --help)");
        return Err(Failure::Usage(comes_first(word).unwrap_or_else(unknown)));
    }
    if arguments.plain {
        let (dataset, model) = open(&data::draft(&arguments.moment)?, arguments)?;
        return plain::run(dataset, model);
    }
    let mut viewer = begin(arguments)?;
    arguments.replay.play(&mut viewer)?;
    let title = title();
    let record = arguments.record.as_deref().map(|path| shell::Record { path, title: &title });
    let run = shell::run(&mut viewer, &shell::Options { mouse: !arguments.no_mouse, record });
    // The process ends here, and the system takes back at once what would be given back piece by piece.
    std::mem::forget(viewer);
    Ok(run?)
}

/// The data set, and the model of it that the arguments ask for.
fn open(draft: &Draft, arguments: &Arguments) -> Result<(Dataset, Model), Failure> {
    let (dataset, mut model) = data::open_draft(draft, &arguments.moment, &arguments.look)?;
    if arguments.look.theme.is_none() && !arguments.color.colored() {
        model.theme = ThemeName::Mono;
        model.layers = data::layers(&arguments.look, &model);
    }
    Ok((dataset, model))
}

/// The viewer, with what its first frame shows if the screen stays as large as it is. The map takes as long as everything
/// else together: it is made here, the rest by a second processor.
fn begin(arguments: &Arguments) -> Result<Viewer, Failure> {
    let (draft, size) = (data::draft(&arguments.moment)?, shell::size());
    let viewer = || -> Result<Viewer, Failure> {
        let (dataset, mut model) = open(&draft, arguments)?;
        // The text console of Linux knows no links and would show their addresses twice.
        model.links = std::env::var_os("TERM").is_some_and(|name| name != "linux");
        let mut viewer = Viewer::new(dataset, model);
        if let Some(size) = size {
            viewer.prepare_beside_map(size);
        }
        Ok(viewer)
    };
    let Look { compare, glyphs, .. } = &arguments.look;
    let (viewer, base) = both(viewer, || Viewer::first_base(&draft, size?, compare.is_some(), *glyphs));
    let mut viewer = viewer?;
    if let Some(base) = base {
        viewer.take_base(base);
    }
    Ok(viewer)
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

    fn draw(&mut self, screen: &mut Screen) {
        self.draw(screen);
    }
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use crate::app::{Model, Pinned, ThemeName, reopen};
    use crate::chronicle::Reading;
    use crate::dataset::Dataset;
    use crate::map::{GlyphSet, Layer};

    use super::super::{Cli, data};

    #[test]
    fn no_arguments_are_the_same_parsed_or_not() {
        let parsed = Cli::try_parse_from(["frontline"]).expect("a command line");
        assert_eq!(format!("{parsed:?}"), format!("{:?}", Cli::default()));
    }

    /// The words of a command as a shell would give them; only what the program itself quotes.
    fn words(command: &str) -> Vec<String> {
        command.split_whitespace().map(|word| word.trim_matches('\'').to_owned()).collect()
    }

    /// Opens a view by the command that is copied from it, and compares.
    #[track_caller]
    fn comes_back(dataset: &Dataset, model: &Model) {
        let command = reopen::command(model, dataset);
        let cli = Cli::try_parse_from(words(&command)).expect("a command line");
        let (data, again) = data::open(&cli.view.moment, &cli.view.look).expect("the same data");
        assert_eq!((&again, &data.left_out), (model, &dataset.left_out), "{command}");
    }

    #[test]
    fn the_copied_command_opens_the_same_day_reading_and_look() {
        let dataset = Dataset::embedded().expect("the shipped data is sound");
        let mut model = Model { depth: data::depth(), ..Model::new(&dataset) };
        comes_back(&dataset, &model);
        for (theme, _) in ThemeName::NAMES {
            model.theme = theme;
            comes_back(&dataset, &model);
        }
        for (glyphs, _) in GlyphSet::NAMES {
            model.glyphs = glyphs;
            comes_back(&dataset, &model);
        }
        for (layer, _) in Layer::NAMES {
            model.layers = model.layers.toggled(layer);
            comes_back(&dataset, &model);
        }
        for (reading, _) in Reading::NAMED {
            model.reading = reading;
            comes_back(&dataset, &model);
        }
        for source in dataset.chronicle.accounts().into_iter().map(|account| account.source) {
            model.reading = Reading::Account(source);
            model.day = model.day.plus(1).min(dataset.chronicle.stretch.last());
            comes_back(&dataset, &model);
        }
        model.origin = Some("data/afghanistan-2021".into());
        comes_back(&dataset, &model);
        model.reading = Reading::Settled;
        let left_out = ["AMU-0815", "CNN-0809"].map(|id| dataset.chronicle.source_named(id).expect("a source"));
        comes_back(&dataset.without(left_out.into()), &model);
    }

    #[test]
    fn an_identifier_may_begin_with_a_dash() {
        let folder = tempfile::tempdir().expect("a folder");
        let manifest = "id = \"t\"\ntitle = \"T\"\ntime_zone = \"UTC\"\nhome = \"a\"\nfirst = 1900-01-01\n\
                        opening = 1900-01-02\nlast = 1900-01-09\n[[party]]\nid = \"a\"\nname = \"A\"\n[[party]]\n\
                        id = \"b\"\nname = \"B\"\n";
        let claims = "report_id,report_date,as_of,publisher,source_id,tally_stated,rows_complete,place,reported_date,\
                      says,evidence\nr,1900-01-04,1900-01-04,P,-S,,yes,x,1900-01-03,fallen,read\n";
        for (name, text) in [
            ("dataset.toml", manifest),
            ("places.csv", "id,name,lon,lat\nx,X,1,1\n"),
            ("events.csv", "id,kind,place,date,party\ne,capture,x,1900-01-03,b\n"),
            ("sources.csv", "id,title,publisher,published,read\n-S,T,P,1900-01-04,yes\n"),
            ("claims.csv", claims),
        ] {
            std::fs::write(folder.path().join(name), text).expect("a file");
        }
        let dataset = Dataset::open(folder.path()).expect("sound data");
        let origin = Some(folder.path().to_string_lossy().into_owned().into());
        let mut model = Model { depth: data::depth(), origin, ..Model::new(&dataset) };
        let source = dataset.chronicle.source_named("-S").expect("the source");
        model.pinned = Some(Pinned { day: None, reading: Some(Reading::Account(source)) });
        comes_back(&dataset, &model);
        model.reading = Reading::Account(source);
        model.pinned = None;
        comes_back(&dataset, &model);
        model.reading = Reading::Settled;
        comes_back(&dataset.without([source].into()), &model);
    }
}
