//! What the pointer is on, in the rule above the panel.

use crate::app::Area;
use crate::picture::Ink;
use crate::situation::{Situation, Status};
use crate::text;

use super::cache::Cache;
use super::figure::fitting;
use super::shown::Shown;
use super::{Scene, Sheet};

/// Names the place, the region or the position under the pointer, or the day.
pub(super) fn render(scene: &Scene<'_>, cache: &Cache, shown: &Shown, sheet: &mut Sheet<'_>) {
    let Some((x, y)) = scene.model.pointer else { return };
    let layout = &shown.layout;
    let other = shown.compared.as_ref().map(|compared| (layout.other, &compared.other));
    let maps = [Some((layout.map, &shown.situation)), other];
    if let Some((map, situation)) = maps.into_iter().flatten().find(|(map, _)| map.inside(x, y).is_some()) {
        let rule = Area { y: map.y - 1, height: 1, width: map.width - 1, ..map };
        let [long, brief, name] = on_map(scene, cache, situation, (x, y));
        let room = usize::from(rule.width.saturating_sub(TITLE));
        sheet.write_right(
            rule,
            &fitting(room, [format_args!("{long}"), format_args!("{brief}"), format_args!("{name}")]),
            Ink::Faint,
        );
    } else if let Some(day) = cache.day_at(x, y) {
        let rule = Area { y: layout.timeline.y - 1, height: 1, width: layout.timeline.width - 1, ..layout.timeline };
        sheet.write_right(rule, &format!(" {} ", scene.model.calendar.long(day)), Ink::Faint);
    }
}

/// Columns of the rule that its title has at least.
const TITLE: u16 = 8;

/// ` Herat: fallen 12 Aug   about 1 000 m   34.35 N, 62.20 E `, then without the position, then without the height.
fn on_map(scene: &Scene<'_>, cache: &Cache, situation: &Situation, (x, y): (u16, u16)) -> [String; 3] {
    let dataset = scene.dataset;
    let place = cache.place_at(dataset, x, y).map_or_else(String::new, |place| {
        let standing = situation.standing(place);
        let since = standing.since.filter(|_| standing.status == Status::Fallen);
        let day = since.map_or_else(String::new, |day| format!(" {}", day.short_beside(situation.day)));
        let (name, region) = (&dataset.gazetteer.place(place).name, dataset.gazetteer.region_name(place));
        let [noun, _] = &dataset.nouns.regions;
        let of = if region == name.as_str() { String::new() } else { format!(" ({region} {noun})") };
        format!("{name}{of}: {}{day}   ", standing.status.word())
    });
    let position = cache.lonlat_at(x, y);
    let height = position.and_then(|position| dataset.terrain.relief()?.height_m(position));
    let height = height.map_or_else(String::new, |metres| {
        // The grid is coarse: to 50 m it is about right.
        format!("about {} m   ", text::grouped((metres / 50.0).round() * 50.0))
    });
    let position = position.map_or_else(String::new, |position| position.to_string());
    let told = [format!("{place}{height}{position}"), format!("{place}{height}"), place];
    told.map(|told| format!(" {} ", told.trim_end()))
}
