//! The last row, of these the first that there is: the question that is being answered, what can follow the first of two
//! keys, what came of the last one, the keys of a page, a caption, the main keys.

use crate::app::{
    Area, Choice, DATE_FORMS, Key, Message, Page, Pinned, Prompt, Question, completions, keymap, typed_day,
};
use crate::picture::Ink;
use crate::text;

use super::changes::name_of;
use super::hints::{hints, name};
use super::shown::Shown;
use super::{Scene, Sheet, column};

/// What stands at the end of the row while comparing.
const COMPARING: &str = "comparing; esc: stop";
/// The columns that part it from the rest.
const APART: usize = 4;

/// The row.
pub(super) fn render(scene: &Scene<'_>, shown: &Shown, sheet: &mut Sheet<'_>) {
    let area = shown.layout.hint;
    let (at, room) = ((area.x + 1, area.y), area.width.saturating_sub(2));
    if let Some(prompt) = &scene.model.prompt {
        asked(scene, prompt, area, sheet);
        return;
    }
    if let Some(first) = scene.model.pending {
        sheet.write_all(at, room, &[(&*format!("{first} "), Ink::Strong), (&*seconds(scene, first), Ink::Faint)]);
        return;
    }
    if let Some(notice) = &scene.model.notice {
        sheet.write(at, room, notice, Ink::Strong);
        return;
    }
    if let Some(page) = scene.model.page {
        named(on_page(scene, page).into_iter(), at, room, sheet);
        return;
    }
    if super::caption::render(scene, shown, sheet) {
        return;
    }
    let comparing = scene.model.pinned.is_some();
    let taken = if comparing { column(text::width(COMPARING) + APART) } else { 0 };
    named(hints(scene.model.unit), at, room.saturating_sub(taken), sheet);
    if comparing {
        sheet.write_right(Area { width: area.width - 1, ..area }, COMPARING, Ink::Strong);
    }
}

/// Names keys and what they do, each that there is room for.
fn named<'a>(all: impl Iterator<Item = (&'a str, &'a str)>, at: (u16, u16), room: u16, sheet: &mut Sheet<'_>) {
    let mut used = 0;
    for (keys, what) in all {
        let wide = u16::try_from(text::width(keys) + text::width(what) + 1).unwrap_or(room);
        if used + wide <= room {
            let parts = [(keys, Ink::Strong), (" ", Ink::Plain), (what, Ink::Faint)];
            used += sheet.write_all((at.0 + used, at.1), room - used, &parts) + 3;
        }
    }
}

/// What the keys do on a page, the most needed first.
fn on_page(scene: &Scene<'_>, page: Page) -> Vec<(&'static str, &'static str)> {
    // An event leads to its day and has no address of its own.
    let event = matches!(scene.model.chosen, Some(Choice::Event(_)));
    match page {
        Page::Help => vec![("up down", "scroll"), ("tab", "method and credits"), ("esc", "back")],
        Page::Method => vec![("up down", "scroll"), ("tab", "keys and signs"), ("esc", "back")],
        Page::Accounts => vec![
            ("esc", "back"),
            ("up down", "choose"),
            ("enter", "see the world so"),
            ("s", "all about it"),
            ("y", "cite"),
        ],
        Page::Sources if event => vec![("esc", "back"), ("up down", "choose"), ("y", "cite"), ("enter", "go there")],
        Page::Sources => {
            vec![
                ("esc", "back"),
                ("up down", "choose"),
                ("o", "open"),
                ("y", "cite"),
                ("enter", "all about the source"),
            ]
        }
        Page::Why | Page::Digest => vec![
            ("esc", "back"),
            ("<- ->", scene.model.unit.word()),
            ("r", "reading"),
            ("up down", "choose"),
            ("enter", "all about the source"),
            ("o", "open"),
            ("y", "cite"),
        ],
        Page::Source(_) => {
            vec![
                ("esc", "back"),
                ("up down", "choose"),
                ("o", "open the source"),
                ("y", "cite it"),
                ("enter", "go there"),
            ]
        }
    }
}

/// The question, the answer so far, and what it means, what is wrong with it or what could be answered.
fn asked(scene: &Scene<'_>, prompt: &Prompt, area: Area, sheet: &mut Sheet<'_>) {
    let question = match prompt.question {
        Question::Date => "date: ",
        Question::Speed => "days a second: ",
        Question::DayOfMonth => "day of the month: ",
        Question::Find => "find: ",
        Question::Comparison => "compare with: ",
        Question::Open(source) => {
            let link = scene.dataset.chronicle.source(source).link();
            let host = link.as_ref().map_or("", |link| link.host());
            let parts = [
                ("open ", Ink::Plain),
                (host, Ink::Strong),
                (" in the browser?  y: yes  any other key: no", Ink::Plain),
            ];
            sheet.write_all((area.x + 1, area.y), area.width.saturating_sub(2), &parts);
            return;
        }
    };
    let (told, ink) = match &prompt.fault {
        Some(fault) => (fault.clone(), Ink::Disputed),
        None => (meaning(scene, prompt), Ink::Faint),
    };
    let parts = [
        (question, Ink::Strong),
        (&*prompt.answer(), Ink::Plain),
        (" ", Ink::Selected),
        ("   ", Ink::Plain),
        (&*told, ink),
    ];
    sheet.write_all((area.x + 1, area.y), area.width.saturating_sub(2), &parts);
}

/// The day that the answer so far means, and what completes it; what can be answered while nothing is typed.
fn meaning(scene: &Scene<'_>, prompt: &Prompt) -> String {
    let Scene { dataset, model, .. } = scene;
    let empty = prompt.answer().trim().is_empty();
    match prompt.question {
        Question::DayOfMonth => return "two digits, such as 06 or 15".into(),
        Question::Speed => return format!("0.25 to 365; now {}", model.playback.speed),
        Question::Open(_) => return String::new(),
        Question::Find if empty => return "a place in any spelling or script, an event, a source, a day".into(),
        Question::Find => return "up down: choose   enter: go there".into(),
        Question::Comparison => return compared(scene, prompt),
        Question::Date => {}
    }
    if empty {
        return format!("{DATE_FORMS}; tab: names");
    }
    let day = typed_day(&prompt.answer(), model.day, dataset, model.reading);
    let day = day.map_or_else(|_| String::new(), |day| format!("{}   ", model.calendar.long(day)));
    let others = completions(&prompt.typed(), dataset, model.reading);
    let next = prompt.proposed.as_ref().map_or(0, |proposed| proposed.at + 1);
    let others = others.get(next..).unwrap_or_default();
    let others = if others.is_empty() { String::new() } else { format!("tab: {}", others.join(", ")) };
    format!("{day}{others}")
}

/// What the map would be compared with.
fn compared(scene: &Scene<'_>, prompt: &Prompt) -> String {
    let Scene { dataset, model, .. } = scene;
    if prompt.answer().trim().is_empty() {
        return "a day; earliest, latest, as-reported; an account such as CNN-0809; enter: the day before".into();
    }
    let pinned = Pinned::typed(&prompt.answer(), model.when(), dataset);
    pinned.map_or_else(|_| String::new(), |pinned| name_of(dataset, model, pinned.beside(model.when())))
}

/// What the second of two keys can be, and what it then does.
fn seconds(scene: &Scene<'_>, first: Key) -> String {
    let marks: Vec<String> = scene
        .model
        .trail
        .marks()
        .map(|(letter, day)| format!("{letter} {}", scene.model.calendar.short(day)))
        .collect();
    let first = format!("{first} ");
    let mut told = Vec::new();
    for binding in keymap::bindings() {
        for second in binding.keys.iter().filter_map(|keys| keys.strip_prefix(&*first)) {
            told.push(match binding.does {
                Message::GoToMark if marks.is_empty() => "no day is marked yet: m and a letter marks one".to_owned(),
                Message::GoToMark => marks.join("   "),
                _ => format!("{}: {}", name(second), binding.help.split([',', ':', ';']).next().unwrap_or_default()),
            });
        }
    }
    told.join("   ")
}
