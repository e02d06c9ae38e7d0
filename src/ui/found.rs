//! What a query may mean, listed above the question while it is typed.
//!
//! ```text
//! -- Find ------------------------------------------ 1-8 of 27 --
//! > place   Herat            Herat province, fallen 12 Aug   as هرات
//!   event   12 Aug           fall of Herat
//!   source  CNN-0809         "Taliban seize fifth Afghan provincial capital since Friday". CNN
//!  find: herat
//! ```

use crate::app::{Area, Message, Model, Question, Sought};
use crate::gazetteer::Found;
use crate::picture::Ink;
use crate::situation::Status;
use crate::text;

use super::scroll::first_row;
use super::shown::Shown;
use super::{Scene, Sheet};

/// Whether the list is open.
pub(super) fn is_open(model: &Model) -> bool {
    model.prompt.as_ref().is_some_and(|prompt| prompt.question == Question::Find && !prompt.answer().trim().is_empty())
}

/// The rows above the last one of the screen, with a rule on top: two fifths of the screen at most.
fn area(model: &Model, shown: &Shown) -> Area {
    let hint = shown.layout.hint;
    let most = (shown.layout.screen.height * 2 / 5).max(3);
    let rows = u16::try_from(model.search.hits.len()).unwrap_or(u16::MAX).clamp(1, most);
    Area { y: hint.y - rows, height: rows, ..hint }
}

/// The list.
pub(super) fn render(scene: &Scene<'_>, shown: &Shown, sheet: &mut Sheet<'_>) {
    let model = scene.model;
    if !is_open(model) {
        return;
    }
    let area = area(model, shown);
    let rule = Area { y: area.y - 1, height: 1, ..area };
    sheet.clear(Area { height: area.height + 1, ..rule });
    sheet.across((rule.x, rule.y), rule.width);
    sheet.write((rule.x + 1, rule.y), rule.width - 2, " Find ", Ink::Strong);
    let (hits, rows) = (&model.search.hits, usize::from(area.height));
    if hits.is_empty() {
        sheet.write((area.x + 2, area.y), area.width - 3, "nothing is called anything like it", Ink::Faint);
        return;
    }
    let first = first_row(model.search.at, hits.len(), rows);
    for (y, (index, hit)) in (area.y..area.y + area.height).zip(hits.iter().enumerate().skip(first)) {
        let chosen = index == model.search.at;
        let (mark, ink) = if chosen { (">", Ink::Selected) } else { (" ", Ink::Plain) };
        sheet.write((area.x, y), 1, mark, Ink::Strong);
        sheet.write((area.x + 2, y), area.width - 3, &row(scene, shown, hit), ink);
    }
    let count = format!(" {}-{} of {} ", first + 1, (first + rows).min(hits.len()), hits.len());
    sheet.write_right(Area { width: rule.width - 1, ..rule }, &count, Ink::Faint);
}

/// What it is, its name or day, what tells it apart.
fn row(scene: &Scene<'_>, shown: &Shown, hit: &Sought) -> String {
    let Scene { dataset, model, .. } = scene;
    let chronicle = &dataset.chronicle;
    match hit {
        Sought::Day(day) => format!("day     {}", model.calendar.long(*day)),
        Sought::Place(found) => place(scene, shown, found),
        Sought::Event(number) => {
            let event = chronicle.event(*number);
            let day = event.date.best.short_beside(model.day);
            let range = if event.date.is_doubtful() { format!(" ({})", event.date.bounds()) } else { String::new() };
            format!("event   {day:<15} {}{range}", dataset.event_name(event))
        }
        Sought::Source(number) => {
            let source = chronicle.source(*number);
            let publisher = if source.publisher.is_empty() { "no publisher" } else { source.publisher.as_str() };
            format!("source  {:<15} {publisher}: \"{}\"", source.id, source.title)
        }
    }
}

/// A place with its region and its status. The spelling that was found comes last: a terminal may turn letters that are
/// written from right to left, and with them what follows.
fn place(scene: &Scene<'_>, shown: &Shown, found: &Found) -> String {
    let dataset = scene.dataset;
    let (place, region) = (dataset.gazetteer.place(found.place), dataset.gazetteer.region_name(found.place));
    let [noun, _] = &dataset.nouns.regions;
    let standing = shown.situation.standing(found.place);
    let since = standing.since.filter(|_| standing.status == Status::Fallen);
    let since = since.map_or_else(String::new, |day| format!(" {}", scene.model.calendar.short(day)));
    let region = if region.is_empty() { String::new() } else { format!("{region} {noun}, ") };
    let spelled = if text::fold(&found.spelling) == text::fold(&place.name)
        || found.spelling.as_str() == dataset.gazetteer.region_name(found.place)
    {
        String::new()
    } else {
        format!("   as {}", found.spelling)
    };
    format!("place   {:<15} {region}{}{since}{spelled}", place.name, standing.status.word())
}

/// What a click on a row of the screen means; none beside the list.
pub(super) fn clicked(model: &Model, shown: &Shown, (x, y): (u16, u16)) -> Vec<Message> {
    let Some((_, row)) = area(model, shown).inside(x, y).filter(|_| is_open(model)) else { return Vec::new() };
    let first = first_row(model.search.at, model.search.hits.len(), usize::from(area(model, shown).height));
    let (wanted, at) = (first + usize::from(row), model.search.at);
    let step = if wanted > at { Message::ListDown } else { Message::ListUp };
    let steps = std::iter::repeat_n(step, wanted.abs_diff(at)).chain([Message::Submit]);
    if wanted < model.search.hits.len() { steps.collect() } else { Vec::new() }
}
