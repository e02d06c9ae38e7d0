//! ```text
//!   20 Jun                                          14 Aug
//!   !!....~~~......!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!??x
//!                                                ^ 9 Aug
//! ```

use crate::chronicle::{Event, Kind};
use crate::dataset::Dataset;
use crate::gazetteer::PlaceNo;
use crate::picture::Ink;
use crate::text;
use crate::time::{Day, Span};

use super::Para;

/// The most columns: a lane is a glance, not a calendar.
const WIDEST: usize = 72;

/// The phases and the fall of a place on the days that they cover, in at most so many columns, and where today is among
/// them. Nothing for a place that has fewer than two days.
pub(super) fn lane(dataset: &Dataset, place: PlaceNo, today: Day, columns: usize) -> Vec<Para> {
    let chronicle = &dataset.chronicle;
    let events: Vec<&Event> =
        chronicle.captures_of(place).chain(chronicle.phases_of(place)).map(|(_, event)| event).collect();
    let first = events.iter().map(|event| event.date.earliest.min(event.span.start)).min();
    let last = events.iter().map(|event| event.date.latest.max(event.last())).max();
    let (Some(first), Some(last)) = (first, last) else { return Vec::new() };
    let span = Span::inclusive(first, last);
    let days = usize::try_from(span.days()).unwrap_or(0);
    let cells = days.min(columns.saturating_sub(2)).min(WIDEST);
    if cells < 2 {
        return Vec::new();
    }
    let day = |cell: usize| first.plus(i32::try_from(cell * days / cells).unwrap_or(i32::MAX));
    let sign = |cell: usize| {
        let stretch = Span { start: day(cell), end: if cell + 1 == cells { span.end } else { day(cell + 1) } };
        events.iter().filter_map(|event| sign(event, stretch)).max().map_or('.', |(_, sign)| sign)
    };
    let (from, to) = (first.short_beside(last), last.short_beside(first));
    let between = cells.saturating_sub(text::width(&from) + text::width(&to)).max(1);
    let row = |text: String| Para::led(format!("  {text}"), "");
    let mut out = vec![row(format!("{from}{}{to}", " ".repeat(between))).faint(), row((0..cells).map(sign).collect())];
    if span.contains(today) {
        let at = (0..cells).rev().find(|&cell| day(cell) <= today).unwrap_or(0);
        let (before, label) = (" ".repeat(at), today.short());
        let fits = at + text::width(&label) + 2 <= cells;
        let left = at.checked_sub(text::width(&label) + 1).map(|blanks| format!("{}{label} ^", " ".repeat(blanks)));
        out.push(row(left.filter(|_| !fits).unwrap_or_else(|| format!("{before}^ {label}"))).faint());
    }
    out.push(Para::new(Ink::Faint, "x fell  ? disputed  ! fighting, siege, attack  ~ another phase").set_in());
    out
}

/// The sign of an event on some days, with its rank.
fn sign(event: &Event, days: Span) -> Option<(u8, char)> {
    let touches = |start: Day, end: Day| start < days.end && days.start < end;
    match event.kind {
        Kind::Capture(_) if days.contains(event.date.best) => Some((3, 'x')),
        Kind::Capture(_) => touches(event.date.earliest, event.date.latest.plus(1)).then_some((2, '?')),
        Kind::Phase(kind) if touches(event.span.start, event.span.end) => {
            Some(if kind.contests() { (1, '!') } else { (0, '~') })
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::about::lines;

    fn of(id: &str, today: &str, columns: usize) -> Vec<String> {
        let dataset = Dataset::embedded().expect("sound data");
        let place = dataset.gazetteer.by_id(id).expect("a place");
        let lane = lane(&dataset, place, Day::parse(today).expect("a day"), columns);
        lines(&lane, columns).into_iter().map(|line| line.text).collect()
    }

    #[test]
    fn a_lane_shows_contest_dispute_and_fall_in_their_order() {
        let lane = of("herat", "2021-08-12", 80);
        assert!(lane[0].trim_start().ends_with("13 Aug"), "{lane:#?}");
        assert!(lane[1].contains('!') && lane[1].ends_with("x?"), "{lane:#?}");
        let today = lane[2].find('^').expect("today is marked");
        assert_eq!(lane[1].as_bytes().get(today), Some(&b'x'), "{lane:#?}");
    }

    #[test]
    fn no_lane_is_wider_than_asked() {
        let dataset = Dataset::embedded().expect("sound data");
        for place in &dataset.gazetteer.places {
            for columns in [0, 1, 20, 40, 400] {
                let lane = of(&place.id, "2021-08-12", columns);
                let cells = lane.get(1).map_or(0, String::len);
                assert!(cells <= columns.min(WIDEST + 2), "{} {columns}: {lane:#?}", place.id);
            }
        }
    }
}
