//! The rules between the panels, with their titles.

use crate::app::{Area, Layout};
use crate::picture::Ink;

use super::caption;
use super::changes;
use super::shown::Shown;
use super::{Scene, Sheet};

/// Draws the rules; that of the timeline has its heading.
pub(super) fn render(scene: &Scene<'_>, shown: &Shown, heading: &str, sheet: &mut Sheet<'_>) {
    let layout = &shown.layout;
    maps(scene, shown, sheet);
    rule(sheet, 0, layout.timeline.y - 1, layout.screen.width, heading);
    let Some(divider) = layout.divider() else { return };
    for y in 2..layout.timeline.y - 1 {
        sheet.down((divider, y));
    }
    sheet.meet((divider, 1), [false, true, true, true]);
    sheet.meet((divider, layout.timeline.y - 1), [true, true, false, true]);
    title(sheet, layout.situation, "Situation", divider);
    let day = || scene.model.day.medium();
    let listed =
        shown.compared.as_ref().map_or_else(day, |compared| changes::title(scene, compared, layout.list.width));
    title(sheet, layout.list, &listed, divider);
    // Its name is written with the panel.
    let covered = caption::panel(scene.dataset, scene.model, layout) != layout.list;
    if scene.model.focus(scene.dataset).is_some() && !covered {
        title(sheet, layout.detail, "", divider);
    }
}

/// The rule above the map; while comparing, with what is on each of the maps or what stands out on the one.
fn maps(scene: &Scene<'_>, shown: &Shown, sheet: &mut Sheet<'_>) {
    let Layout { screen, map, other, .. } = shown.layout;
    let Some(compared) = &shown.compared else {
        rule(sheet, 0, 1, screen.width, "Map");
        return;
    };
    let name = changes::name(scene, compared);
    if other.is_empty() {
        rule(sheet, 0, 1, screen.width, &format!("Map: what differs from {name} stands out"));
        return;
    }
    rule(sheet, 0, 1, screen.width, &name);
    for y in other.y..other.y + other.height {
        sheet.down((other.width, y));
    }
    sheet.meet((other.width, 1), [false, true, true, true]);
    sheet.meet((other.width, other.y + other.height), [true, true, false, true]);
    let now = format!(" {}, what differs stands out ", scene.model.day.medium());
    sheet.write((map.x + 1, 1), map.width.saturating_sub(2), &now, Ink::Strong);
}

/// The rule above a side panel; it meets the divider.
fn title(sheet: &mut Sheet<'_>, area: Area, text: &str, divider: u16) {
    if !area.is_empty() {
        // The panel at the top shares the rule above the map.
        let top = area.y == 2;
        sheet.meet((divider, area.y - 1), [!top, true, true, top]);
        rule(sheet, area.x, area.y - 1, area.width, text);
    }
}

/// `-- Title ------`.
fn rule(sheet: &mut Sheet<'_>, x: u16, y: u16, width: u16, title: &str) {
    sheet.across((x, y), width);
    if !title.is_empty() {
        sheet.write((x + 1, y), width.saturating_sub(2), &format!(" {title} "), Ink::Strong);
    }
}
