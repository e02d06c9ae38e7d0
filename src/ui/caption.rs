//! What happened, in a sentence: while playing in the last row, in a story with the words of its milestone.
//!
//! ```text
//!  Thu 12 Aug: Ghazni, Herat and Qala-e-Naw fall; Doha meeting          space pause   < > 2 days a second
//! ```

use crate::app::{Area, AtEnd, Layout, Message, Model, Playback, Quiet, Way, keymap};
use crate::chronicle::Kind;
use crate::dataset::{Dataset, Milestone};
use crate::picture::Ink;
use crate::text;

use super::shown::Shown;
use super::{Scene, Sheet};

/// The milestone that the story has come to; none while the days before it pass.
pub(super) fn told<'a>(dataset: &'a Dataset, model: &Model) -> Option<&'a Milestone> {
    let milestone = dataset.milestones.get(model.story?)?;
    (milestone.day(dataset, model.reading) == Some(model.day)).then_some(milestone)
}

/// The sentence of the story in lines, a blank one behind it; empty while none is told.
fn sentence(dataset: &Dataset, model: &Model, width: u16) -> Vec<String> {
    let mut lines = told(dataset, model)
        .map(|milestone| text::wrap(&milestone.caption, width.saturating_sub(2).into()))
        .unwrap_or_default();
    lines.extend((!lines.is_empty()).then(String::new));
    lines
}

/// The panel of the day. While the story is told and needs more room, that of the detail belongs to it.
pub(super) fn panel(dataset: &Dataset, model: &Model, layout: &Layout) -> Area {
    let list = layout.list;
    let needed = sentence(dataset, model, list.width).len();
    if needed < list.height.into() || needed == 0 || layout.detail.is_empty() {
        return list;
    }
    Area { height: list.height + 1 + layout.detail.height, ..list }
}

/// The part of the panel of the day that its list has: what the story leaves.
pub(super) fn list(dataset: &Dataset, model: &Model, layout: &Layout) -> Area {
    let panel = panel(dataset, model, layout);
    panel.below(u16::try_from(sentence(dataset, model, panel.width).len()).unwrap_or(u16::MAX))
}

/// The sentence of the story, above the list of the day.
pub(super) fn tell(scene: &Scene<'_>, panel: Area, sheet: &mut Sheet<'_>) {
    let lines = sentence(scene.dataset, scene.model, panel.width);
    for (y, line) in (panel.y..panel.y + panel.height).zip(lines) {
        sheet.write((panel.x + 1, y), panel.width.saturating_sub(2), &line, Ink::Strong);
    }
}

/// The last row while playing or telling; says whether there was anything to say.
pub(super) fn render(scene: &Scene<'_>, shown: &Shown, sheet: &mut Sheet<'_>) -> bool {
    let model = scene.model;
    if !model.playback.playing && model.story.is_none() {
        return false;
    }
    let area = shown.layout.hint;
    let (x, room) = (area.x + 1, area.width.saturating_sub(2));
    // Where the panel of the day tells the story, only the keys are left to tell.
    let beside = model.story.is_some() && !shown.layout.list.is_empty();
    let told = if beside { String::new() } else { caption(scene, shown) };
    let wordings = keys(scene);
    let wide = |keys: &Keys| keys.iter().map(|(part, _)| text::width(part)).sum::<usize>();
    let fits = |keys: &&Keys| text::width(&told) + wide(keys) + 3 <= room.into();
    let keys = wordings.iter().find(fits).or(wordings.last()).map_or(&[][..], Vec::as_slice);
    let tail = u16::try_from(wide(&keys.to_vec())).unwrap_or(room).min(room);
    let parts: Vec<(&str, Ink)> = keys.iter().map(|(part, ink)| (part.as_str(), *ink)).collect();
    sheet.write((x, area.y), room.saturating_sub(tail + 3), &told, Ink::Strong);
    sheet.write_all((if beside { x } else { x + room - tail }, area.y), tail, &parts);
    true
}

/// Texts in their roles.
type Keys = Vec<(String, Ink)>;

/// What to press meanwhile and how it plays: the longest wording first.
fn keys(scene: &Scene<'_>) -> Vec<Keys> {
    let key = |messages: &[Message]| {
        let keys: Vec<&str> = messages.iter().map(|message| keymap::first(message)).collect();
        (format!("{} ", keys.join(" ")), Ink::Strong)
    };
    let faint = |text: &str| (text.to_owned(), Ink::Faint);
    let playback = &scene.model.playback;
    let toggle = || [key(&[Message::Play]), faint(if playback.playing { "pause" } else { "play" })];
    if let Some(at) = scene.model.story {
        let place = (format!("story {} of {}   ", at + 1, scene.dataset.milestones.len()), Ink::Strong);
        let turn = [faint("   "), key(&[Message::MilestoneBefore, Message::MilestoneAfter]), faint("turn   ")];
        let leave = [key(&[Message::Back]), faint("leave")];
        let short: Keys = [place].into_iter().chain(toggle()).collect();
        let long: Keys = short.iter().cloned().chain(turn).chain(leave).collect();
        let begun = scene.model.trail.behind(scene.model.day).map(|day| scene.model.calendar.short(day));
        let back = begun.map(|begun| [faint("   "), key(&[Message::TrailBack]), faint(&format!("to {begun}"))]);
        let longest = back.map(|back| long.iter().cloned().chain(back).collect());
        return longest.into_iter().chain([long, short]).collect();
    }
    let speed = [faint("   "), key(&[Message::Slower, Message::Faster])];
    let whole = toggle().into_iter().chain(speed).chain([faint(&manner(playback))]).collect();
    vec![whole, vec![faint(&manner(playback))], vec![faint(&format!("{} a second", playback.speed))]]
}

/// `playing 2 days a second, backwards, again and again`.
fn manner(playback: &Playback) -> String {
    if playback.away {
        return "waiting for the window to be looked at".into();
    }
    let speed = match playback.speed.to_string().as_str() {
        "1" => "playing a day a second".to_owned(),
        days => format!("playing {days} days a second"),
    };
    let rest = [
        (playback.way == Way::Backwards, ", backwards"),
        (playback.end == AtEnd::Again, ", again and again"),
        (playback.quiet == Quiet::Played, ", every day"),
    ];
    rest.iter().filter(|(so, _)| *so).fold(speed, |told, (_, word)| told + word)
}

/// What happened on the day.
fn caption(scene: &Scene<'_>, shown: &Shown) -> String {
    let Scene { dataset, model, .. } = scene;
    let day = model.calendar.short(model.day);
    if let Some(milestone) = told(dataset, model) {
        return format!("{day}: {}", milestone.caption);
    }
    let names: Vec<&str> =
        shown.situation.today.iter().map(|&place| dataset.gazetteer.place(place).name.as_str()).collect();
    let falls = match names.as_slice() {
        [] => None,
        [one] => Some(format!("{one} falls")),
        [most @ .., last] => Some(format!("{} and {last} fall", most.join(", "))),
    };
    let titles = model.listed(dataset).into_iter().filter_map(|event| match &dataset.chronicle.event(event).kind {
        Kind::National(national) => Some(national.title.to_string()),
        Kind::Capture(_) | Kind::Phase(_) => None,
    });
    // Of several titles the first: a sentence that is seen for a second is short.
    let told: Vec<String> = falls.into_iter().chain(titles.take(1)).collect();
    if told.is_empty() { day } else { format!("{day}: {}", told.join("; ")) }
}
