//! Sources and events in the words in which somebody else would cite them.

use crate::chronicle::{Event, Source, SourceNo};
use crate::dataset::Dataset;
use crate::gazetteer::PlaceNo;

/// `Author. "Title". Publisher, 2021-08-09 (kind)`: what a source is.
#[must_use]
pub fn reference(source: &Source) -> String {
    let author = if source.author.is_empty() { String::new() } else { format!("{}. ", source.author) };
    let kind = if source.kind.is_empty() { String::new() } else { format!(" ({})", source.kind) };
    let publisher = if source.publisher.is_empty() { "no publisher" } else { source.publisher.as_str() };
    format!("{author}\"{}\". {publisher}, {}{kind}", source.title, source.published)
}

/// What to mind about a source, each in brackets: that it was not read, that what was read is a copy.
#[must_use]
pub fn warnings(source: &Source) -> String {
    let unread = if source.read { "" } else { " [not read]" };
    let copy = if source.is_reprint() { " [a copy on another host]" } else { "" };
    format!("{unread}{copy}")
}

/// A source to be cited: what it is, where it is, how this data set calls it.
#[must_use]
pub fn of_source(dataset: &Dataset, number: SourceNo) -> String {
    let source = dataset.chronicle.source(number);
    let address = source.link().map_or_else(|| source.url.to_string(), |link| link.to_string());
    let at = if address.is_empty() { String::new() } else { format!(" {address}") };
    format!("{}.{at}{} [{}: {}]", reference(source), warnings(source), dataset.id, source.id)
}

/// An event to be cited: what and when, with its bounds, by which sources.
#[must_use]
pub fn of_event(dataset: &Dataset, event: &Event) -> String {
    let dated = if event.date.is_doubtful() {
        format!("{} (between {} and {})", event.date.best, event.date.earliest, event.date.latest)
    } else if event.last() > event.date.best {
        format!("{} to {}", event.date.best, event.last())
    } else {
        event.date.best.to_string()
    };
    let sources: Vec<&str> = event.sources.iter().map(|&number| dataset.chronicle.source(number).id.as_str()).collect();
    let sources = if sources.is_empty() { "none".to_owned() } else { sources.join(", ") };
    format!(
        "{}, {dated}. {} Sources: {sources}. [{}: {}]",
        dataset.event_name(event),
        event.summary,
        dataset.id,
        event.id
    )
}

/// A place without an event: where it is and who holds it before the record begins.
#[must_use]
pub fn of_place(dataset: &Dataset, number: PlaceNo) -> String {
    let place = dataset.gazetteer.place(number);
    format!("{}, {} ({}). [{}: {}]", place.name, place.position, place.position_source, dataset.id, place.id)
}
