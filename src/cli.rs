//! The command line: one file a command.
//!
//! Results go to standard output, messages to standard error, one line each. Exit codes: 0 done, 1 problems or
//! differences found, or nothing of what was looked for, 2 usage, 3 data unusable, 4 reading or writing failed.

mod check;
mod data;
mod diff;
mod digest;
mod export;
mod find;
mod method;
mod plain;
mod replay;
mod show;
mod state;
mod tables;
mod view;
mod why;

use std::io::{self, Write};
use std::panic;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, CommandFactory, Parser, Subcommand};

use crate::app::{LARGEST, SMALLEST, ThemeName};
use crate::chronicle::Reading;
use crate::dataset::Problems;
use crate::export::SaveError;
use crate::map::{GlyphSet, Layers};
use crate::shell::{ReplayError, ShellError};
use crate::text::Clean;

/// A map and a timeline in one terminal window: what held on a day, how we know, what changed.
#[derive(Parser, Debug, Default)]
#[command(name = "frontline", version, about, args_conflicts_with_subcommands = true)]
struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    view: view::Arguments,
}

#[derive(Subcommand, Debug)]
enum Command {
    /// Print the screen of a day as text.
    Show(show::Arguments),
    /// Print the situation of a day as data.
    State(state::Arguments),
    /// Print why a place has its status on a day: who said so, when, in which words, and who said otherwise.
    Why(why::Arguments),
    /// Print what changed from one day to another; exit code 1 if anything did.
    Diff(diff::Arguments),
    /// Find places by any spelling, in any script, or by their region; events and sources by their words.
    Find(find::Arguments),
    /// Tell the days in plain words, with numbered sources: for screen readers, pipes and mail.
    Digest(digest::Arguments),
    /// Print what counts as fallen, what is doubtful, what was and was not read.
    Method(method::Arguments),
    /// Print the events as a table, CSV, JSON or points on a map (`GeoJSON`).
    Events(tables::Arguments),
    /// Print the places as a table, CSV, JSON or points on a map (`GeoJSON`).
    Places(tables::Arguments),
    /// Print the sources as a table, CSV, JSON or points on a map (`GeoJSON`).
    Sources(tables::Arguments),
    /// Name what is wrong with a data set and what is odd in it.
    Check(check::Arguments),
    /// Write the screen of a day as a picture.
    Export(export::Arguments),
}

/// Which data, which day, whose account: the same for every command.
#[derive(Args, Debug, Default)]
struct Moment {
    /// A folder with a data set; the one compiled in without it.
    data: Option<PathBuf>,
    /// The day: 2021-08-12, 12aug, +3, "fall of kunduz"; the opening day without it.
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    at: Option<String>,
    /// The rule by which claims become status: settled, earliest, latest or as-reported.
    #[arg(long, value_name = "RULE", value_parser = reading, conflicts_with = "account")]
    reading: Option<Reading>,
    /// Show the claims of one source alone, such as CNN-0809.
    #[arg(long, value_name = "ID")]
    account: Option<String>,
    /// Leave a source out, as if it did not exist; may be given several times.
    #[arg(long, value_name = "ID")]
    without: Vec<String>,
}

/// A stretch of days.
#[derive(Args, Debug, Default)]
struct Days {
    /// The first day; that of the data set without it.
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    from: Option<String>,
    /// The last day; that of the data set without it.
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    to: Option<String>,
}

/// How a screen looks: its colours and characters.
#[derive(Args, Debug, Default)]
struct Look {
    /// The colours: dark, light or mono; by the terminal without it.
    #[arg(long, value_name = "NAME", value_parser = theme)]
    theme: Option<ThemeName>,
    /// The characters that the map is drawn in: ascii, block, braille or octant.
    #[arg(long, value_name = "NAME", value_parser = glyphs, default_value = "ascii", hide_default_value = true)]
    glyphs: GlyphSet,
    /// The layers of the map, and no others: relief, rivers, roads, neighbours, regions, front, pockets, places, graticule.
    #[arg(long, value_name = "LIST", value_parser = Layers::parse)]
    layers: Option<Layers>,
    /// Compare with a day, a reading or an account: 2021-08-09, earliest, CNN-0809.
    #[arg(long, value_name = "WITH", allow_hyphen_values = true)]
    compare: Option<String>,
}

/// Why a command failed.
#[derive(Debug, thiserror::Error)]
enum Failure {
    /// The command line makes no sense.
    #[error("{0}")]
    Usage(String),
    /// Problems were found, or nothing was of what was looked for, and it has been told.
    #[error("")]
    Told,
    /// The data cannot be used.
    #[error("{0}")]
    Data(#[from] Problems),
    /// Reading or writing failed.
    #[error("{0}")]
    Io(#[from] io::Error),
    /// A file was not written.
    #[error("{0}")]
    Save(#[from] SaveError),
    /// A script cannot be played.
    #[error("{0}")]
    Replay(#[from] ReplayError),
    /// The terminal cannot be used.
    #[error("{0}")]
    Shell(#[from] ShellError),
}

impl Failure {
    fn code(&self) -> u8 {
        match self {
            Self::Usage(_)
            | Self::Save(SaveError::Exists(_))
            | Self::Shell(ShellError::NotATerminal | ShellError::Dumb) => 2,
            Self::Told => 1,
            Self::Data(_) | Self::Replay(ReplayError::Script(..)) => 3,
            Self::Io(_)
            | Self::Save(SaveError::Failed(..))
            | Self::Replay(ReplayError::Io(..))
            | Self::Shell(ShellError::Record(..) | ShellError::Thread(_) | ShellError::Io(_)) => 4,
        }
    }
}

/// Runs the program with the arguments of the process.
#[must_use]
pub fn main() -> ExitCode {
    own_up();
    // Without a word there is nothing to understand, and the viewer is opened so most of the time.
    let words = std::env::args_os().len() > 1;
    let cli = match if words { Cli::try_parse() } else { Ok(Cli::default()) } {
        Ok(cli) => cli,
        Err(error) if !error.use_stderr() => return finish(write(error.render().to_string().as_bytes())),
        Err(error) => return fail(&misplaced().unwrap_or_else(|| one_line(&error)), 2),
    };
    finish(match cli.command {
        None => view::run(&cli.view),
        Some(Command::Show(arguments)) => show::run(&arguments),
        Some(Command::State(arguments)) => state::run(&arguments),
        Some(Command::Why(arguments)) => why::run(&arguments),
        Some(Command::Diff(arguments)) => match diff::run(&arguments) {
            Ok(true) => return ExitCode::from(1),
            result => result.map(|_| ()),
        },
        Some(Command::Find(arguments)) => find::run(&arguments),
        Some(Command::Digest(arguments)) => digest::run(&arguments),
        Some(Command::Method(arguments)) => method::run(&arguments),
        Some(Command::Events(arguments)) => tables::run(tables::Rows::Events, &arguments),
        Some(Command::Places(arguments)) => tables::run(tables::Rows::Places, &arguments),
        Some(Command::Sources(arguments)) => tables::run(tables::Rows::Sources, &arguments),
        Some(Command::Check(arguments)) => check::run(&arguments),
        Some(Command::Export(arguments)) => export::run(&arguments),
    })
}

fn finish(result: Result<(), Failure>) -> ExitCode {
    match result {
        Ok(()) => ExitCode::SUCCESS,
        // Whoever read the output has had enough of it.
        Err(Failure::Io(error)) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(failure) => fail(&failure.to_string(), failure.code()),
    }
}

fn fail(message: &str, code: u8) -> ExitCode {
    for line in message.lines() {
        // Pictures of faulty lines are moved in.
        if line.starts_with("  ") { say(line) } else { note(line) }
    }
    ExitCode::from(code)
}

/// Should the program ever be at fault itself, it says so in a sentence, as it says everything else.
fn own_up() {
    let former = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        let place = info.location().map_or_else(String::new, |at| format!("{}:{}: ", at.file(), at.line()));
        let told = info.payload_as_str().unwrap_or("no more is known").replace('\n', " ");
        note(&format!("a fault of the program itself, {place}{told}; please report it, best with what --record wrote"));
        if std::env::var_os("RUST_BACKTRACE").is_some() {
            former(info);
        }
    }));
}

/// Says something beside the results.
fn note(line: &str) {
    say(&format!("frontline: {line}"));
}

/// Writes a line to standard error, whoever it quotes: a file, an argument, the operating system.
fn say(line: &str) {
    // Nothing is left to do if even this cannot be written.
    let _ = writeln!(io::stderr(), "{}", Clean::new(line));
}

/// What is wrong if a command stands behind options, where it is taken for something else.
fn misplaced() -> Option<String> {
    let words: Vec<String> = std::env::args_os().skip(1).map(|word| word.to_string_lossy().into_owned()).collect();
    words.first().filter(|word| word.starts_with('-'))?;
    words.iter().find_map(|word| comes_first(word))
}

/// What to say of a word that is a command.
fn comes_first(word: &str) -> Option<String> {
    Cli::command().find_subcommand(word)?;
    Some(format!("{word} is a command and comes first: frontline {word} --at DATE (see frontline {word} --help)"))
}

/// What is wrong with the arguments, in one line: the first paragraph of what the parser says, and where help is.
fn one_line(error: &clap::Error) -> String {
    let rendered = error.render().to_string();
    let paragraph: Vec<&str> = rendered.lines().map(str::trim).take_while(|line| !line.is_empty()).collect();
    let line = paragraph.join(" ");
    let line = line.strip_prefix("error: ").unwrap_or(&line);
    let line = crate::text::cut(line, 200);
    let first = std::env::args_os().nth(1).filter(|word| Cli::command().find_subcommand(word).is_some());
    let of = first.map_or_else(String::new, |word| format!(" {}", word.to_string_lossy()));
    format!("{line} (see frontline{of} --help)")
}

/// Writes a result.
fn write(bytes: &[u8]) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    out.write_all(bytes)?;
    out.flush()?;
    Ok(())
}

/// Reads the name of a reading; an account has a flag of its own.
fn reading(name: &str) -> Result<Reading, String> {
    Reading::parse(name).ok_or_else(|| "settled, earliest, latest or as-reported".into())
}

/// Reads a theme.
fn theme(name: &str) -> Result<ThemeName, String> {
    ThemeName::parse(name).ok_or_else(|| "dark, light or mono".into())
}

/// Reads a glyph set.
fn glyphs(name: &str) -> Result<GlyphSet, String> {
    GlyphSet::parse(name).ok_or_else(|| "ascii, block, braille or octant".into())
}

/// Columns of printed text: what mail and narrow terminals show without wrapping.
const MEASURE: usize = 78;

/// Reads a size, `120x40`.
fn size(text: &str) -> Result<(u16, u16), String> {
    let size = text.split_once('x').and_then(|(width, height)| Some((width.parse().ok()?, height.parse().ok()?)));
    let fits = |&(width, height): &(u16, u16)| {
        (SMALLEST.0..=LARGEST.0).contains(&width) && (SMALLEST.1..=LARGEST.1).contains(&height)
    };
    size.filter(fits)
        .ok_or_else(|| format!("columns x rows, from {}x{} to {}x{}", SMALLEST.0, SMALLEST.1, LARGEST.0, LARGEST.1))
}
