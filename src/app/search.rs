//! What was looked for and what was found.

use crate::chronicle::{EventNo, SourceNo};
use crate::gazetteer::Found;
use crate::text::Clean;
use crate::time::Day;

/// A search: the query, everything that it may mean, best first, and which of it is chosen.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Search {
    /// The query.
    pub query: Clean,
    /// What it may mean.
    pub hits: Vec<Sought>,
    /// The chosen one, from 0.
    pub at: usize,
}

/// Something that a query may mean.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Sought {
    /// A day.
    Day(Day),
    /// A place, with how it was found.
    Place(Found),
    /// An event.
    Event(EventNo),
    /// A source.
    Source(SourceNo),
}
