//! What is known about a place or an event, in words: the text of the detail panel and of the page.
//!
//! Nothing here that is not a row of the data; what is missing is said to be missing.

mod claims;
mod event;
mod place;
mod source;
pub(super) mod why;

use crate::app::{Choice, Focus};
use crate::chronicle::SourceNo;
use crate::dataset::Dataset;
use crate::picture::Ink;
use crate::situation::Situation;
use crate::text::{self, Link};

/// A paragraph in a role.
pub(super) struct Para {
    ink: Ink,
    /// What stands before its first line; the other lines are set in as far.
    lead: String,
    text: String,
    choice: Option<Choice>,
    link: Option<Link>,
}

/// A line of a text that was broken into lines.
pub(super) struct Line {
    /// Its role.
    pub(super) ink: Ink,
    /// What it says.
    pub(super) text: String,
    /// Columns before its own text, where it begins further right.
    pub(super) hang: usize,
    /// What can be chosen by it.
    pub(super) choice: Option<Choice>,
    /// Where it leads.
    pub(super) link: Option<Link>,
}

impl Line {
    /// A line that says something and leads nowhere.
    pub(super) fn new(ink: Ink, text: impl Into<String>) -> Self {
        Self { ink, text: text.into(), hang: 0, choice: None, link: None }
    }
}

impl Para {
    pub(super) fn new(ink: Ink, text: impl Into<String>) -> Self {
        Self { ink, lead: String::new(), text: text.into(), choice: None, link: None }
    }

    pub(super) fn heading(text: impl Into<String>) -> Self {
        Self::new(Ink::Strong, text)
    }

    pub(super) fn indented(text: impl Into<String>) -> Self {
        Self::led("  ", text)
    }

    pub(super) fn led(lead: impl Into<String>, text: impl Into<String>) -> Self {
        Self { lead: lead.into(), ..Self::new(Ink::Plain, text) }
    }

    pub(super) fn faint(self) -> Self {
        Self { ink: Ink::Faint, ..self }
    }

    /// The paragraph as a row that can be chosen.
    pub(super) fn choosing(self, choice: Choice) -> Self {
        Self { choice: Some(choice), ..self }
    }

    /// The paragraph as a link.
    pub(super) fn leading_to(self, link: Option<Link>) -> Self {
        Self { link, ..self }
    }

    /// The paragraph in one line, if it is a link.
    pub(super) fn whole(&self) -> Option<String> {
        self.link.is_some().then(|| format!("{}{}", self.lead, self.text))
    }

    /// Set in like the rows of a section.
    fn set_in(self) -> Self {
        Self { lead: "  ".to_owned(), ..self }
    }

    pub(super) fn blank() -> Self {
        Self::new(Ink::Plain, "")
    }
}

/// Paragraphs as lines of at most `columns` columns.
pub(super) fn lines(paragraphs: &[Para], columns: usize) -> Vec<Line> {
    let mut lines = Vec::new();
    for Para { ink, lead, text, choice, link } in paragraphs {
        let hang = text::width(lead);
        let mut wrapped = text::wrap(text, columns.saturating_sub(hang)).into_iter();
        let line = |text| Line { ink: *ink, text, hang, choice: *choice, link: link.clone() };
        lines.push(line(format!("{lead}{}", wrapped.next().unwrap_or_default())));
        lines.extend(wrapped.map(|text| line(format!("{:hang$}{text}", ""))));
    }
    lines
}

/// The heading: the name of the place or of the event.
pub(super) fn title(dataset: &Dataset, focus: Focus) -> String {
    match focus {
        Focus::Place(place, _) => dataset.gazetteer.place(place).name.to_string(),
        Focus::National(event) => dataset.event_name(dataset.chronicle.event(event)),
    }
}

/// The most important of it, for the detail panel.
pub(super) fn brief(dataset: &Dataset, situation: &Situation, focus: Focus) -> Vec<Para> {
    match focus {
        Focus::Place(place, event) => place::brief(dataset, situation, place, event),
        Focus::National(event) => event::brief(dataset, dataset.chronicle.event(event)),
    }
}

/// What follows the brief where there is room for more: every claim and every source.
pub(super) fn more(dataset: &Dataset, focus: Focus) -> Vec<Para> {
    match focus {
        Focus::Place(place, event) => place::more(dataset, place, event),
        Focus::National(event) => claims::sources(dataset, dataset.chronicle.event(event), &[]),
    }
}

/// All of it, for the page.
pub(super) fn full(dataset: &Dataset, situation: &Situation, focus: Focus) -> Vec<Para> {
    match focus {
        Focus::Place(place, event) => place::full(dataset, situation, place, event),
        Focus::National(event) => event::full(dataset, dataset.chronicle.event(event)),
    }
}

/// All about a source, with its heading.
pub(super) fn source(dataset: &Dataset, number: SourceNo) -> (String, Vec<Para>) {
    (source::title(dataset, number), source::full(dataset, number))
}
