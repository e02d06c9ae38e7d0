//! An event that is not a capture.

use crate::chronicle::{Event, Kind, Precision};
use crate::dataset::Dataset;
use crate::picture::Ink;
use crate::time::Day;

use super::{Para, claims};

/// When, what, according to whom.
pub(super) fn brief(dataset: &Dataset, event: &Event, today: Day) -> Vec<Para> {
    let mut out = vec![Para::heading(when(event, today))];
    out.extend(summary(event));
    out.extend(attribution(event));
    out.push(Para::new(Ink::Faint, claims::names(dataset, event)));
    out
}

/// The same with every source.
pub(super) fn full(dataset: &Dataset, event: &Event, today: Day) -> Vec<Para> {
    let mut out = vec![Para::heading(format!("{}: {}", when(event, today), dataset.event_name(event)))];
    out.extend(summary(event).map(Para::set_in));
    out.extend(attribution(event));
    if !event.disagreement.is_empty() {
        out.push(Para::indented(event.disagreement.as_str()));
    }
    if !event.confidence.is_empty() {
        out.push(Para::indented(format!("Confidence: {}.", event.confidence)));
    }
    if !event.read {
        out.push(Para::new(Ink::Disputed, "  From memory: not checked against a document."));
    }
    out.push(Para::blank());
    out.extend(claims::sources(dataset, event, &[]));
    out
}

/// What happened; nothing where the record does not say.
pub(super) fn summary(event: &Event) -> Option<Para> {
    (!event.summary.is_empty()).then(|| Para::new(Ink::Plain, event.summary.as_str()))
}

/// `Mon 2 Aug to Mon 9 Aug`, `about Wed 28 Jul`, `July 2021`; with the year where it is not that of `today`.
pub(super) fn when(event: &Event, today: Day) -> String {
    let (first, last) = (event.span.start, event.last());
    let about = if event.precision == Precision::Approximate { "about " } else { "" };
    if event.precision == Precision::Month {
        format!("in {} {}, day not known", first.month_name(), first.year())
    } else if first == last {
        format!("{about}{}", first.medium_beside(today))
    } else {
        format!("{about}{} to {}", first.medium_beside(today), last.medium_beside(today))
    }
}

fn attribution(event: &Event) -> Option<Para> {
    let Kind::National(national) = &event.kind else { return None };
    let founding = if national.founding { "; stated in the founding article" } else { "" };
    (!national.attribution.is_empty() || national.founding)
        .then(|| Para::new(Ink::Faint, format!("according to {}{founding}", or_unnamed(&national.attribution))))
}

fn or_unnamed(text: &str) -> &str {
    if text.is_empty() { "its sources" } else { text }
}
