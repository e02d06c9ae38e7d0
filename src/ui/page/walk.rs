//! Up and down on a page: the next row that can be chosen if it is in sight or nearly, else a line of text.
//!
//! So the same two keys read a long text and walk the rows in it, and what is chosen is always seen.

use std::ops::Range;

use crate::app::{Choice, Message};
use crate::ui::Scene;
use crate::ui::shown::Shown;

use super::Leaf;

/// A row that can be chosen, with its lines.
type Row = (Choice, Range<usize>);

/// The lines of a page that are in sight.
struct Window {
    first: usize,
    rows: usize,
}

impl Window {
    fn shows(&self, row: &Row) -> bool {
        row.1.start < self.first + self.rows && row.1.end > self.first
    }

    /// The row to choose when these lines are in sight: the one that is chosen already, else the nearest in sight.
    fn choose<'a>(&self, choices: &'a [Row], chosen: Option<Choice>) -> Option<&'a Row> {
        let old = choices.iter().find(|(choice, _)| Some(*choice) == chosen);
        let below = old.is_some_and(|(_, lines)| lines.start >= self.first + self.rows);
        let mut begun = choices.iter().filter(|row| row.1.start >= self.first && self.shows(row));
        old.filter(|row| self.shows(row)).or_else(|| if below { begun.next_back() } else { begun.next() })
    }
}

/// What a wish to scroll means on the page in front: a line up or down may choose a row, and whatever scrolls out of
/// sight is no longer chosen.
pub(in crate::ui) fn walk(scene: &Scene<'_>, shown: &Shown, message: Message) -> Vec<Message> {
    let Some(leaf) = Leaf::new(scene, shown) else { return vec![message] };
    let (first, last) = (usize::from(scene.model.scroll).min(leaf.last()), leaf.last());
    let choices = leaf.choices();
    let first = match message {
        Message::Scroll(lines @ (-1 | 1)) => {
            if let Some(messages) = step(&choices, &Window { first, rows: leaf.rows() }, scene.model.chosen, lines > 0)
            {
                return messages;
            }
            first.saturating_add_signed(lines.into())
        }
        Message::Scroll(lines) => first.saturating_add_signed(lines.into()),
        Message::ScrollTo(line) => line.into(),
        _ => return vec![message],
    };
    let window = Window { first: first.min(last), rows: leaf.rows() };
    let chosen = match message {
        Message::ScrollTo(0) => choices.first(),
        Message::ScrollTo(u16::MAX) => choices.last(),
        _ => None,
    };
    let chosen = chosen.filter(|row| window.shows(row)).or_else(|| window.choose(&choices, scene.model.chosen));
    vec![Message::ScrollTo(line(window.first)), Message::Choose(chosen.map(|(choice, _)| *choice))]
}

/// The next row in a direction, with as much scrolling as it takes to see it; none if it is too far away.
fn step(choices: &[Row], window: &Window, chosen: Option<Choice>, down: bool) -> Option<Vec<Message>> {
    let at = choices.iter().position(|row| Some(row.0) == chosen && window.shows(row));
    let next = match at {
        Some(at) if down => choices.get(at + 1),
        Some(at) => at.checked_sub(1).and_then(|before| choices.get(before)),
        None if down => choices.iter().find(|(_, lines)| lines.start >= window.first),
        None => choices.iter().rev().find(|(_, lines)| lines.end <= window.first + window.rows),
    };
    let (choice, lines) = next?;
    let end = window.first + window.rows;
    // As much of a long row as fits.
    let scroll = if down {
        lines.end.min(lines.start + window.rows).saturating_sub(end)
    } else {
        window.first.saturating_sub(lines.start)
    };
    // Half a screen is as far as the eye follows.
    if scroll > window.rows / 2 {
        return None;
    }
    let first = if down { window.first + scroll } else { window.first - scroll };
    Some(vec![Message::ScrollTo(line(first)), Message::Choose(Some(*choice))])
}

/// How the page in front should stand: scrolled no further than its end, so that what is chosen is in sight; with a row in
/// sight chosen if there is one.
pub(in crate::ui) fn settle(scene: &Scene<'_>, shown: &Shown) -> Option<Message> {
    let leaf = Leaf::new(scene, shown)?;
    let choices = leaf.choices();
    let mut window = Window { first: usize::from(scene.model.scroll).min(leaf.last()), rows: leaf.rows() };
    let old = choices.iter().find(|(choice, _)| Some(*choice) == scene.model.chosen);
    if let Some((_, lines)) = old.filter(|row| !window.shows(row)) {
        // As near as the row allows, as when a page opens with something chosen that stands far below.
        let above = lines.start < window.first;
        window.first = if above { lines.start } else { lines.end.saturating_sub(window.rows) };
    }
    let chosen = old.or_else(|| window.choose(&choices, None)).map(|(choice, _)| *choice);
    let settled = (line(window.first), chosen);
    (settled != (scene.model.scroll, scene.model.chosen)).then_some(Message::Settle(settled.0, settled.1))
}

/// What can be chosen at a row of the screen.
pub(in crate::ui) fn choice_at(scene: &Scene<'_>, shown: &Shown, y: u16) -> Option<Choice> {
    let leaf = Leaf::new(scene, shown)?;
    let (_, row) = leaf.body().inside(leaf.area.x, y)?;
    let first = usize::from(scene.model.scroll).min(leaf.last());
    leaf.lines.get(first + usize::from(row))?.choice
}

/// The number of a line as messages carry it.
fn line(index: usize) -> u16 {
    u16::try_from(index).unwrap_or(u16::MAX)
}
