//! `[[milestone]]` of `dataset.toml`: the events that tell the story, each with a sentence on it.

use serde::Deserialize;
use toml::Spanned;

use crate::chronicle::{Event, EventNo, Reading};
use crate::text::Clean;
use crate::time::Day;

use super::Dataset;
use super::events;
use super::files::MANIFEST;
use super::problem::{Problem, Problems, quote};
use super::spot::Spot;

/// An event that belongs to the story in short.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Milestone {
    /// The event.
    pub event: EventNo,
    /// What is to be known of it, in our words.
    pub caption: Clean,
}

impl Milestone {
    /// The day under which it stands; none under a reading that does not have the event, or outside of the stretch.
    #[must_use]
    pub fn day(&self, dataset: &Dataset, reading: Reading) -> Option<Day> {
        let chronicle = &dataset.chronicle;
        let day = chronicle.day_of(self.event, reading)?;
        chronicle.stretch.contains(day).then_some(day)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Row {
    /// The identifier of a row of events.csv.
    event: Spanned<Clean>,
    caption: Clean,
}

/// The milestones in the order of their events; `text` is the file that the rows stand in.
pub(super) fn resolve(rows: &[Row], text: &str, known: &[Event], problems: &mut Problems) -> Vec<Milestone> {
    let mut milestones = Vec::new();
    for Row { event, caption } in rows {
        let id = event.get_ref();
        if let Some(at) = known.iter().position(|event| event.id == *id) {
            milestones.push(Milestone { event: EventNo::from_index(at), caption: caption.clone() });
        } else if !problems.is_doubtful(events::FILE) {
            let message = format!("milestone: {} is not in {}", quote(id), events::FILE);
            let problem = Problem::file(MANIFEST, message, "name an event by its id");
            problems.push(problem.spot(text, &Spot::of(text, event.span())));
        }
    }
    let order = |milestone: &Milestone| {
        let event = known.get(milestone.event.index());
        event.map(|event| (event.date.best, event.seq.unwrap_or(u32::MAX)))
    };
    milestones.sort_by_key(order);
    milestones
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::Deserialize;

    #[derive(Deserialize)]
    struct Table {
        milestone: Vec<Row>,
    }

    #[test]
    fn an_event_that_does_not_exist_is_a_problem_with_its_line() {
        let text = "# comment\n[[milestone]]\nevent = \"fall-of-troy\"\ncaption = \"It falls.\"\n";
        let table: Table = toml::from_str(text).expect("a table");
        let mut problems = Problems::default();
        assert!(resolve(&table.milestone, text, &[], &mut problems).is_empty());
        let found = problems.to_string();
        let found = found.lines().next();
        assert_eq!(
            found,
            Some("dataset.toml:3:9: milestone: \"fall-of-troy\" is not in events.csv (name an event by its id)")
        );
    }
}
