//! The rooms of the library: data flows one way, and what is peculiar to a room stays in it. Read from the sources.

mod circles;

use std::fs;
use std::path::Path;

/// The rooms, each importing only rooms to its left.
const ROOMS: [&str; 14] = [
    "text",
    "time",
    "gazetteer",
    "chronicle",
    "situation",
    "dataset",
    "picture",
    "map",
    "timeline",
    "app",
    "ui",
    "export",
    "shell",
    "cli",
];

/// Rooms that stand side by side: the second does not know the first either.
const APART: (&str, &str) = ("map", "timeline");

/// Words with the only places that may use them, tests aside: rooms and files, by their path without its ending.
const DOORS: [(&str, &[&str]); 18] = [
    ("ratatui", &["ui", "export"]),
    ("crossterm", &["shell"]),
    ("rustix", &["shell"]),
    ("signal_hook", &["shell"]),
    ("clap", &["cli"]),
    ("chrono", &["time"]),
    ("toml", &["dataset"]),
    // Files.
    ("fs", &["dataset/files", "export/save", "shell"]),
    ("tempfile", &["export/save"]),
    ("io", &["dataset", "export", "shell", "cli"]),
    ("stdin", &["dataset/files", "shell", "cli"]),
    // The clock.
    ("Instant", &["shell"]),
    ("SystemTime", &["shell"]),
    // The world around: what the terminal says of itself.
    ("env", &["shell", "cli"]),
    // Colours: the theme alone gives one to a role, exports put it into bytes.
    ("Color", &["ui/theme", "export"]),
    ("Style", &["ui/theme", "export"]),
    ("Modifier", &["ui/theme", "export"]),
    ("Theme", &["ui"]),
];

/// A source file: its path below `src` without the ending, and its text.
struct Source {
    path: String,
    text: String,
}

/// All source files.
fn sources() -> Vec<Source> {
    let mut sources = Vec::new();
    let top = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut folders = vec![top.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder of sources") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(&top).expect("below src").with_extension("");
                let text = fs::read_to_string(&path).expect("a source");
                sources.push(Source { path: name.to_string_lossy().replace('\\', "/"), text });
            }
        }
    }
    sources
}

/// A line of code.
struct Line<'a> {
    number: usize,
    code: &'a str,
    /// Whether it belongs to the tests at the end of the file.
    test: bool,
}

impl Source {
    fn room(&self) -> &str {
        self.path.split('/').next().unwrap_or_default()
    }

    /// Whether all of it is tests.
    fn is_of_tests(&self) -> bool {
        self.path.split('/').skip(1).any(|part| part == "tests")
    }

    /// Its lines without comments.
    fn lines(&self) -> impl Iterator<Item = Line<'_>> {
        let mut test = self.is_of_tests();
        (1..).zip(self.text.lines()).filter_map(move |(number, code)| {
            test |= code.starts_with("#[cfg(test)]");
            (!code.trim_start().starts_with("//")).then_some(Line { number, code, test })
        })
    }

    /// Everything in it that the rules forbid.
    fn faults(&self) -> Vec<String> {
        let mut faults = Vec::new();
        for line in self.lines() {
            let said = self.imports(&line).into_iter().chain(self.doors(&line));
            faults.extend(said.map(|fault| format!("src/{}.rs:{}: {fault}", self.path, line.number)));
        }
        faults
    }

    /// Imports of rooms that are not to its left.
    fn imports(&self, line: &Line<'_>) -> Vec<String> {
        let Some(own) = ROOMS.iter().position(|room| *room == self.room()) else { return Vec::new() };
        let mut faults = Vec::new();
        for room in rooms_named(line.code) {
            let allowed = ROOMS[..=own].contains(&room) && (room, ROOMS[own]) != APART;
            if !allowed {
                faults.push(format!("{} must not know {room}", ROOMS[own]));
            }
        }
        // A module with so many ancestors; tests in the file stand one deeper.
        let depth = self.path.split('/').count() + usize::from(line.test && !self.is_of_tests());
        if line.code.contains(&"super::".repeat(depth)) {
            faults.push("climbs out of its room: write crate::".into());
        }
        faults
    }

    /// Words that belong to other places.
    fn doors(&self, line: &Line<'_>) -> Vec<String> {
        let inside = |place: &str| self.path.strip_prefix(place).is_some_and(|rest| !rest.starts_with(is_of_word));
        let mut faults = Vec::new();
        for (word, places) in DOORS.iter().filter(|_| !line.test) {
            if words(line.code).any(|found| found == *word) && !places.iter().any(|place| inside(place)) {
                faults.push(format!("{word} stays in {}", places.join(", ")));
            }
        }
        faults
    }
}

fn is_of_word(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_'
}

fn words(code: &str) -> impl Iterator<Item = &str> {
    code.split(|letter| !is_of_word(letter)).filter(|word| !word.is_empty())
}

/// The rooms that a line names: `crate::map::`, `crate::{export, ui}`.
fn rooms_named(code: &str) -> Vec<&str> {
    let mut rooms = Vec::new();
    for rest in code.split("crate::").skip(1) {
        match rest.strip_prefix('{') {
            Some(list) => rooms.extend(list.split([',', '}']).filter_map(|item| words(item).next())),
            None => rooms.extend(words(rest).next()),
        }
    }
    rooms.retain(|room| ROOMS.contains(room));
    rooms
}

#[test]
fn every_room_keeps_to_its_place() {
    let sources = sources();
    assert!(sources.len() > 80, "the sources were found");
    let faults: Vec<String> = sources.iter().flat_map(Source::faults).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_file_lies_in_a_room() {
    for source in sources() {
        let known = ROOMS.contains(&source.room()) || ["lib", "main"].contains(&&*source.path);
        assert!(known, "src/{}.rs belongs to no room", source.path);
        assert!(!source.path.ends_with("mod"), "src/{}.rs: a module is named by its file", source.path);
    }
}

#[test]
fn breaches_are_seen() {
    let faults = |path: &str, text: &str| Source { path: path.into(), text: text.into() }.faults().join("; ");
    let breaches = [
        ("map/paint", "use crate::app::Model;", "map must not know app"),
        ("timeline/axis", "use crate::map::Base;", "timeline must not know map"),
        ("cli/show", "use crate::{export, shell, ui};", ""),
        ("ui/list", "use crate::{app, cli};", "ui must not know cli"),
        ("app", "use super::ui::Theme;", "climbs out"),
        ("app/update/look", "use super::super::super::ui;", "climbs out"),
        ("app/model", "use ratatui::layout::Rect;", "ratatui stays in"),
        ("ui/clock", "let now = std::time::Instant::now();", "Instant stays in"),
        ("dataset/table", "use std::{fs, path::Path};", "fs stays in"),
        ("map/front", "Ink::Front => Color::Red,", "Color stays in"),
        ("ui/list", "let style = Style::new().fg(Color::Red);", "Color stays in"),
        // Not breaches: a comment, a test, a longer word.
        ("app/model", "// ratatui has a type for this", ""),
        ("map/tests", "use std::time::Instant;", ""),
        ("map/tests/sets", "use std::time::Instant;", ""),
        ("export/save", "fn f() {}\n#[cfg(test)]\nmod tests {\n    use super::*;", ""),
        ("app/model", "pub theme: ThemeName, pub offset: u8,", ""),
    ];
    for (path, text, fault) in breaches {
        let found = faults(path, text);
        assert!(found.contains(fault) && found.is_empty() == fault.is_empty(), "{path}: {text}: {found}");
    }
}
