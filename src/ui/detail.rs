//! What is in focus, in short; the page (`s`) has all of it.

use super::about;
use super::cache::Shown;
use super::{Scene, Sheet};
use crate::app::{Area, Message};
use crate::picture::Ink;

/// The detail panel: the brief and, as far as there is room, claims and sources. The rule above it says how to see all.
pub(super) fn render(scene: &Scene<'_>, shown: &Shown, sheet: &mut Sheet<'_>) {
    let area = shown.layout.detail;
    let Some(focus) = scene.model.focus(scene.dataset).filter(|_| !area.is_empty()) else { return };
    let width = area.width.saturating_sub(2);
    let room = usize::from(area.height);
    let mut lines = about::lines(&about::brief(scene.dataset, &shown.situation, focus), width.into());
    if lines.len() + 3 < room {
        lines.push((Ink::Plain, String::new()));
        lines.extend(about::lines(&about::more(scene.dataset, focus), width.into()));
    }
    for (y, (ink, line)) in (area.y..area.y + area.height).zip(&lines) {
        sheet.write((area.x + 1, y), width, line, *ink);
    }
    let key = scene.keymap.first(&Message::Sources);
    let more = if lines.len() > room { "more" } else { "all" };
    let rule = Area { y: area.y - 1, height: 1, width: area.width - 1, ..area };
    sheet.write_right(rule, &format!(" {key}: {more} "), Ink::Faint);
}
