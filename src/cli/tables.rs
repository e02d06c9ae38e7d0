//! `frontline events`, `places`, `sources`: the rows of a data set as a table, CSV, JSON or `GeoJSON`.

mod rows;
mod write;

use clap::{Args, ValueEnum};

use crate::text::Clean;
use crate::time::Span;

use super::{Days, Failure, Look, Moment, data};

/// What `events`, `places` and `sources` are told.
#[derive(Args, Debug)]
pub(super) struct Arguments {
    /// A folder with a data set; the one compiled in without it.
    data: Option<std::path::PathBuf>,
    /// The form of the rows.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    #[command(flatten)]
    days: Days,
    /// CSV with every cell as it is, even one that a spreadsheet would run as a formula.
    #[arg(long)]
    raw: bool,
}

/// The form of the rows.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
enum Format {
    /// The most important columns, aligned.
    Text,
    /// All columns, separated by commas.
    Csv,
    /// All columns, an array of objects.
    Json,
    /// All columns, a collection of points.
    Geojson,
}

/// Which rows.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Rows {
    Events,
    Places,
    Sources,
}

/// Rows with named columns.
struct Table {
    /// The names of the columns; the first `brief` of them make the table of the text form.
    columns: &'static [&'static str],
    brief: usize,
    rows: Vec<Row>,
}

/// A row: a cell a column, and where it is.
struct Row {
    cells: Vec<Cell>,
    point: Option<(f64, f64)>,
}

/// What stands in a cell.
enum Cell {
    Nothing,
    Text(String),
    List(Vec<String>),
    Whole(u64),
    Number(f64),
    Flag(bool),
}

impl Cell {
    /// A text that may be missing.
    fn text(text: &Clean) -> Self {
        if text.is_empty() { Self::Nothing } else { Self::Text(text.to_string()) }
    }

    /// Something that is shown by its own words.
    fn shown(value: &impl ToString) -> Self {
        Self::Text(value.to_string())
    }

    /// Something that may be missing.
    fn maybe<T>(value: Option<T>, cell: impl FnOnce(T) -> Self) -> Self {
        value.map_or(Self::Nothing, cell)
    }

    fn list<'a>(texts: impl IntoIterator<Item = &'a Clean>) -> Self {
        Self::List(texts.into_iter().map(ToString::to_string).collect())
    }
}

/// Prints the rows: all of them, or those of some days.
pub(super) fn run(which: Rows, arguments: &Arguments) -> Result<(), Failure> {
    let moment = Moment { data: arguments.data.clone(), ..Moment::default() };
    let (dataset, model) = data::open(&moment, &Look::default())?;
    let limited = arguments.days.from.is_some() || arguments.days.to.is_some();
    let days: Option<Span> = if limited { Some(data::days(&dataset, &model, &moment, &arguments.days)?) } else { None };
    let table = match which {
        Rows::Events => rows::events(&dataset, days),
        Rows::Places => rows::places(&dataset, days),
        Rows::Sources => rows::sources(&dataset, days),
    };
    let bytes = match arguments.format {
        Format::Text => write::text(&table),
        Format::Csv => write::csv(&table, arguments.raw),
        Format::Json => write::json(&table)?,
        Format::Geojson => write::geojson(&table)?,
    };
    super::write(&bytes)
}
