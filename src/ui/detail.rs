//! What is in focus, in short; the page (`s`) has all of it.

use super::about::{self, Line};
use super::caption;
use super::shown::Shown;
use super::{Scene, Sheet};
use crate::app::{Area, Message, keymap};
use crate::picture::Ink;
use crate::text;

/// The detail panel: the brief and, as far as there is room, claims and sources. The rule above it says how to see all.
pub(super) fn render(scene: &Scene<'_>, shown: &Shown, sheet: &mut Sheet<'_>) {
    let area = shown.layout.detail;
    let covered = caption::panel(scene.dataset, scene.model, &shown.layout) != shown.layout.list;
    let Some(focus) = scene.model.focus(scene.dataset).filter(|_| !area.is_empty() && !covered) else { return };
    let width = area.width.saturating_sub(2);
    let room = usize::from(area.height);
    let mut lines = about::lines(&about::brief(scene.dataset, &shown.situation, focus), width.into());
    if lines.len() + 3 < room {
        lines.push(Line::new(Ink::Plain, ""));
        // One more than are shown tells that there are more.
        let left = room + 1 - lines.len();
        lines.extend(about::first_lines(&about::more(scene.dataset, &shown.situation, focus), width.into(), left));
    }
    for (y, line) in (area.y..area.y + area.height).zip(&lines) {
        sheet.line((area.x + 1, y), width, line, scene.model.links);
    }
    let key = keymap::first(&Message::Sources);
    let more = if lines.len() > room { "more" } else { "all" };
    let hints = [format!(" {key}: {more} "), format!(" {key} ")];
    rule(
        &about::title(scene.dataset, focus),
        &hints,
        Area { y: area.y - 1, height: 1, width: area.width - 1, ..area },
        sheet,
    );
}

/// The name of what is in focus and the first hint that leaves it whole; beside the last one it is cut.
fn rule(name: &str, hints: &[String; 2], rule: Area, sheet: &mut Sheet<'_>) {
    let room = |hint: &str| usize::from(rule.width).saturating_sub(text::width(hint) + 2);
    let hint = hints.iter().find(|hint| text::width(name) + 2 <= room(hint)).unwrap_or(&hints[1]);
    let name = format!(" {} ", text::cut(name, room(hint).saturating_sub(2)));
    sheet.write((rule.x + 1, rule.y), u16::try_from(room(hint)).unwrap_or(u16::MAX), &name, Ink::Strong);
    sheet.write_right(rule, hint, Ink::Faint);
}
