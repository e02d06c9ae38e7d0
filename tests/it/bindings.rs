//! Every key of the keymap, pressed: it does what its help says, seen on the screen.
//!
//! A new key needs a line in one of the tables below; without one, `every_key_is_pressed` says so.

mod evidence;
mod layers;
mod list;
mod map;
mod screen;
mod sources;
mod time;

use frontline::app::{Binding, keymap};

use crate::run::{Run, screen};

/// What a key does, in the words of its help, and the check of it; the check is given the keys that do it.
pub(super) type Check = (&'static str, fn(&str));

/// All checks.
fn checks() -> impl Iterator<Item = &'static Check> {
    [time::CHECKS, list::CHECKS, evidence::CHECKS, map::CHECKS, layers::CHECKS, screen::CHECKS, sources::CHECKS]
        .into_iter()
        .flatten()
}

/// The size that the checks look at unless they say otherwise.
pub(super) const SIZE: &str = "120x40";

/// A viewer after the keys of a script.
pub(super) fn after(keys: &str) -> Run {
    Run::new(SIZE).press(keys)
}

/// Keys pressed so many times.
pub(super) fn times(count: usize, keys: &str) -> String {
    vec![keys; count].join(" ")
}

/// Keys as a script writes them, with one of the keys of a class.
fn written(keys: &str) -> String {
    keys.replace("digit", "1").replace("letter", "x")
}

#[test]
fn every_key_is_pressed() {
    let known = |help: &str| checks().any(|(known, _)| *known == help);
    for Binding { keys, help, .. } in keymap::bindings() {
        assert!(known(help), "no check in tests/it/bindings presses {keys:?}: {help}");
    }
    for (known, _) in checks() {
        assert!(keymap::bindings().any(|binding| binding.help == *known), "no key does: {known}");
    }
}

/// Runs the checks of a table with all keys that the keymap has for them.
fn run(table: &[Check]) {
    for (known, check) in table {
        let bindings = keymap::bindings().filter(|binding| binding.help == *known);
        for keys in bindings.flat_map(|binding| binding.keys).map(|keys| written(keys)) {
            println!("{keys}: {known}");
            check(&keys);
        }
    }
}

#[test]
fn the_keys_of_time_do_what_they_say() {
    run(time::CHECKS);
}

#[test]
fn the_keys_of_places_and_events_do_what_they_say() {
    run(list::CHECKS);
}

#[test]
fn the_keys_of_evidence_do_what_they_say() {
    run(evidence::CHECKS);
}

#[test]
fn the_keys_of_the_map_do_what_they_say() {
    run(map::CHECKS);
}

#[test]
fn the_keys_of_layers_do_what_they_say() {
    run(layers::CHECKS);
}

#[test]
fn the_keys_of_the_screen_do_what_they_say() {
    run(screen::CHECKS);
}

#[test]
fn the_keys_of_sources_and_copies_do_what_they_say() {
    run(sources::CHECKS);
}

#[test]
fn help_lists_every_key_once() {
    let help = screen("120x300", "?");
    for binding in keymap::bindings() {
        let (written, help_text) = (binding.keys.join(", "), binding.help);
        let lines = help.lines().filter(|line| {
            let rest = line.trim_start().strip_prefix(&*written);
            rest.is_some_and(|rest| rest.starts_with(' ') && rest.trim_start() == help_text)
        });
        assert_eq!(lines.count(), 1, "{written}: {help_text}\n{help}");
    }
}

#[test]
fn the_readme_names_every_key() {
    let readme = include_str!("../../README.md");
    let table = readme.split("## Keys").nth(1).and_then(|rest| rest.split("\n## ").next()).expect("a chapter on keys");
    let named: Vec<&str> = table.split('`').skip(1).step_by(2).collect();
    let first = keymap::bindings().map(|binding| printed(&written(binding.keys[0])));
    let missing: Vec<String> = first.filter(|key| !named.contains(&&**key)).collect();
    assert!(missing.is_empty(), "the README's table of keys lacks {}", missing.join(" "));
}

#[test]
fn the_readme_leads_nowhere_that_is_not_there() {
    let readme = include_str!("../../README.md");
    let links = readme.split("](").skip(1).filter_map(|rest| rest.split(')').next());
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let lost: Vec<&str> = links.filter(|link| !link.starts_with("http") && !folder.join(link).exists()).collect();
    assert!(lost.is_empty(), "{lost:?}");
}

/// A key as the README prints it: `shift+left` as `Shift+←`.
fn printed(stroke: &str) -> String {
    let part = |part: &str| match part {
        "left" => "←".to_owned(),
        "right" => "→".to_owned(),
        "up" => "↑".to_owned(),
        "down" => "↓".to_owned(),
        "pgup" => "PgUp".to_owned(),
        "pgdn" => "PgDn".to_owned(),
        "space" | "+" => part.to_owned(),
        // The last key of `ctrl+c` is printed large.
        word if word.len() > 1 => {
            word.chars().take(1).flat_map(char::to_uppercase).chain(word.chars().skip(1)).collect()
        }
        letter => letter.to_owned(),
    };
    match stroke.rsplit_once('+') {
        Some((modifiers, key)) if !modifiers.is_empty() && !key.is_empty() => {
            let key = if key.len() == 1 { key.to_uppercase() } else { part(key) };
            format!("{}+{key}", modifiers.split('+').map(part).collect::<Vec<_>>().join("+"))
        }
        _ => stroke.split(' ').map(part).collect::<Vec<_>>().join(" "),
    }
}
