//! A page that covers map and panels: all about what is in focus. Scrolls.

use crate::app::{Area, Layout};
use crate::picture::Ink;

use super::about::{self, Para};
use super::cache::Shown;
use super::{Scene, Sheet};

/// The page of what is in focus.
pub(super) fn render(scene: &Scene<'_>, shown: &Shown, sheet: &mut Sheet<'_>) {
    let Some(focus) = scene.model.focus(scene.dataset) else { return };
    let title = about::title(scene.dataset, focus);
    let text = about::full(scene.dataset, &shown.situation, focus);
    leaf(&title, &text, scene.model.scroll, &shown.layout, sheet);
}

/// A titled text from line `scroll` on, or as far as it goes.
pub(super) fn leaf(title: &str, text: &[Para], scroll: u16, layout: &Layout, sheet: &mut Sheet<'_>) {
    let area = Area { x: 0, y: 1, height: layout.screen.height - 2, ..layout.screen };
    let width = area.width.saturating_sub(4);
    let lines = about::lines(text, width.into());
    let rows = usize::from(area.height - 1);
    let first = usize::from(scroll).min(lines.len().saturating_sub(rows));
    sheet.write((area.x, area.y), area.width, &"-".repeat(area.width.into()), Ink::Rule);
    sheet.write((area.x + 1, area.y), area.width - 2, &format!(" {title} "), Ink::Strong);
    let place = match lines.len() {
        count if count <= rows => String::new(),
        count => format!(" lines {}-{} of {count}: up, down ", first + 1, (first + rows).min(count)),
    };
    sheet.write_right(Area { height: 1, width: area.width - 1, ..area }, &place, Ink::Faint);
    for (y, (ink, line)) in (area.y + 1..area.y + area.height).zip(lines.iter().skip(first)) {
        sheet.write((area.x + 2, y), width, line, *ink);
    }
}
