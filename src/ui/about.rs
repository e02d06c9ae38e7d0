//! What is known about a place or an event, in words: the text of the detail panel and of the page.
//!
//! Nothing here that is not a row of the data; what is missing is said to be missing.

mod claims;
mod event;
mod gazette;
mod lane;
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
    first_lines(paragraphs, columns, usize::MAX)
}

/// The first `most` of them.
pub(super) fn first_lines(paragraphs: &[Para], columns: usize, most: usize) -> Vec<Line> {
    let mut lines = Vec::new();
    for Para { ink, lead, text, choice, link } in paragraphs {
        if lines.len() >= most {
            break;
        }
        let hang = text::width(lead);
        let mut wrapped = text::wrap(text, columns.saturating_sub(hang)).into_iter();
        let line = |text| Line { ink: *ink, text, hang, choice: *choice, link: link.clone() };
        let behind = |lead: &str, text: String| if lead.is_empty() { text } else { format!("{lead}{text}") };
        lines.push(line(behind(lead, wrapped.next().unwrap_or_default())));
        let blank = " ".repeat(hang);
        lines.extend(wrapped.map(|text| line(behind(&blank, text))));
    }
    lines.truncate(most);
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
        Focus::National(event) => event::brief(dataset, dataset.chronicle.event(event), situation.day),
    }
}

/// What follows the brief where there is room for more: every claim and every source.
pub(super) fn more(dataset: &Dataset, situation: &Situation, focus: Focus) -> Vec<Para> {
    match focus {
        Focus::Place(place, event) => place::more(dataset, situation, place, event),
        Focus::National(event) => claims::sources(dataset, dataset.chronicle.event(event), &[]),
    }
}

/// All of it, for a page of so many columns.
pub(super) fn full(dataset: &Dataset, situation: &Situation, focus: Focus, columns: usize) -> Vec<Para> {
    match focus {
        Focus::Place(place, event) => place::full(dataset, situation, (place, event), columns),
        Focus::National(event) => event::full(dataset, dataset.chronicle.event(event), situation.day),
    }
}

/// All about a source, with its heading.
pub(super) fn source(dataset: &Dataset, number: SourceNo) -> (String, Vec<Para>) {
    (source::title(dataset, number), source::full(dataset, number))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chronicle::{Reading, Tracks};

    /// The text of a page in one line.
    fn page(text: &[Para]) -> String {
        lines(text, 100).iter().map(|line| line.text.trim()).collect::<Vec<_>>().join(" ")
    }

    /// Every page of a place or an event, whatever is selected, and every page of a source.
    fn pages(dataset: &Dataset) -> Vec<String> {
        let tracks = Tracks::new(&dataset.chronicle, dataset.gazetteer.places.len(), Reading::Settled);
        let situation = Situation::at(&dataset.gazetteer, &dataset.chronicle, &tracks, dataset.opening);
        let places = dataset.gazetteer.numbers().map(|place| Focus::Place(place, None));
        let events = dataset.chronicle.numbered().map(|(number, event)| match event.place {
            Some(place) => Focus::Place(place, Some(number)),
            None => Focus::National(number),
        });
        let sources = (0..dataset.chronicle.sources.len()).map(SourceNo::from_index);
        let about = places.chain(events).map(|focus| full(dataset, &situation, focus, 100));
        about.chain(sources.map(|number| source(dataset, number).1)).map(|text| page(&text)).collect()
    }

    fn squeezed(text: &str) -> String {
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn every_claim_and_every_source_is_on_a_page() {
        let dataset = Dataset::embedded().expect("sound data");
        let pages = pages(&dataset);
        let somewhere = |wanted: &str| pages.iter().any(|page| page.contains(&squeezed(wanted)));
        for claim in &dataset.chronicle.claims {
            let (told, id) = (squeezed(&claims::wording(claim)), &dataset.chronicle.source(claim.source).id);
            let said = pages.iter().filter(|page| page.contains(&told));
            let mut by = said.filter(|page| page.contains(claim.publisher.as_str()) || page.contains(id.as_str()));
            assert!(by.next().is_some(), "{id}: {told}");
        }
        for source in &dataset.chronicle.sources {
            assert!(source.is_memory() || somewhere(&source.title), "{}", source.id);
            assert!(source.is_memory() || source.note.is_empty() || somewhere(&source.note), "{}", source.id);
        }
        for (_, event) in dataset.chronicle.numbered() {
            assert!(somewhere(&event.summary) && somewhere(&event.disagreement), "{}", event.id);
        }
    }

    #[test]
    fn how_far_a_source_was_read_is_left_to_a_note_only_where_there_is_one() {
        let dataset = Dataset::embedded().expect("sound data");
        let mut seen = [false; 2];
        for (index, read) in dataset.chronicle.sources.iter().enumerate().filter(|(_, source)| source.read) {
            let (text, noted) = (page(&source(&dataset, SourceNo::from_index(index)).1), !read.note.is_empty());
            assert_eq!(text.contains("yes, as far as the note says"), noted, "{}", read.id);
            assert_eq!(text.contains("yes; how far is not noted"), !noted, "{}", read.id);
            seen[usize::from(noted)] = true;
        }
        assert_eq!(seen, [true; 2]);
    }

    #[test]
    fn the_page_of_a_place_has_all_of_its_names_and_figures() {
        let dataset = Dataset::embedded().expect("sound data");
        for place in dataset.gazetteer.numbers() {
            let text = page(&gazette::of_place(&dataset, place));
            let place = dataset.gazetteer.place(place);
            let names = place.native.iter().map(|native| &native.name).chain(&place.spellings).chain([&place.name]);
            let people = place.population.as_ref().map(|people| [&people.year, &people.source]).into_iter().flatten();
            for wanted in names.chain(people).chain([&place.elevation_source, &place.position_source, &place.note]) {
                assert!(text.contains(&squeezed(wanted)), "{}: {wanted}", place.name);
            }
        }
    }

    #[test]
    fn a_name_written_from_right_to_left_has_a_line_of_its_own() {
        let dataset = Dataset::embedded().expect("sound data");
        let arabic = |letter: char| ('\u{600}'..='\u{6ff}').contains(&letter);
        for place in dataset.gazetteer.numbers() {
            for line in lines(&gazette::of_place(&dataset, place), 80) {
                let mixed =
                    line.text.contains(arabic) && line.text.contains(|letter: char| letter.is_ascii_alphabetic());
                assert!(!mixed, "{}", line.text);
            }
        }
    }
}
