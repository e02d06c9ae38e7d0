//! What is in focus, in short; the page (`s`) has all of it.

use super::about;
use super::cache::Shown;
use super::{Scene, Sheet};
use crate::picture::Ink;

/// The detail panel. If there is more than fits, the last line says so.
pub(super) fn render(scene: &Scene<'_>, shown: &Shown, sheet: &mut Sheet<'_>) {
    let area = shown.layout.detail;
    let Some(focus) = scene.model.focus(scene.dataset).filter(|_| !area.is_empty()) else { return };
    let width = area.width.saturating_sub(2);
    let lines = about::lines(&about::brief(scene.dataset, &shown.situation, focus), width.into());
    let room = usize::from(area.height);
    let cut = lines.len() > room;
    for (y, (ink, line)) in (area.y..area.y + area.height).zip(&lines) {
        sheet.write((area.x + 1, y), width, line, *ink);
    }
    if cut {
        let last = crate::app::Area { y: area.y + area.height - 1, height: 1, ..area };
        sheet.write_right(last, " s: more ", Ink::Faint);
    }
}
