//! The table of keys, and what a key means where.

mod table;

use super::{Code, Key, Message, Model, Page, Prompt, Proposals, Question};

/// Meanings that belong together.
#[derive(Debug)]
pub struct Group {
    /// The heading under which help shows them.
    pub title: &'static str,
    /// The meanings.
    pub bindings: &'static [Binding],
}

/// A meaning with the keys that have it.
#[derive(Debug)]
pub struct Binding {
    /// The ways to say it: a key, or two pressed one after the other and parted by a blank. The last can be `digit`, any of
    /// 0 to 9, or `letter`, any character.
    pub keys: &'static [&'static str],
    /// The word for it.
    pub word: &'static str,
    /// What it is.
    pub does: Message,
    /// What that is, in words.
    pub help: &'static str,
}

/// All groups, in the order of the table.
#[must_use]
pub fn groups() -> &'static [Group] {
    &table::GROUPS
}

/// All bindings, in the order of the table.
pub fn bindings() -> impl Iterator<Item = &'static Binding> {
    groups().iter().flat_map(|group| group.bindings)
}

/// The first way to say something, as the table writes it; empty if there is none.
#[must_use]
pub fn first(message: &Message) -> &'static str {
    let binding = bindings().find(|binding| binding.does == *message);
    binding.and_then(|binding| binding.keys.first()).copied().unwrap_or_default()
}

/// What a key means to a model.
#[must_use]
pub fn message(model: &Model, key: Key) -> Message {
    match &model.prompt {
        Some(Prompt { question: Question::Open(_), .. }) => return consent(key),
        Some(prompt) => {
            if let Some(message) = listed(prompt, key).or_else(|| typed(key)) {
                return message;
            }
        }
        None => {}
    }
    // What follows the first of two keys belongs to it, on a page too.
    let page = model.page.filter(|_| model.pending.is_none());
    if let Some(message) = page.and_then(|page| paged(page, key, model.size.1)) {
        return message;
    }
    let written = key.to_string();
    let meant = |before: &str| {
        let last = |keys: &&str| keys.strip_prefix(before).is_some_and(|name| is(name, key, &written));
        let does = bindings().find(|binding| binding.keys.iter().any(last))?.does.clone();
        Some(match key.code {
            Code::Char(letter) => does.with(letter),
            _ => does,
        })
    };
    if let Some(prefix) = model.pending {
        return meant(&format!("{prefix} ")).unwrap_or(Message::Nothing);
    }
    meant("").unwrap_or_else(|| {
        let first = format!("{written} ");
        let opens = bindings().flat_map(|binding| binding.keys).any(|keys| keys.starts_with(&first));
        if opens { Message::Pending(key) } else { Message::Nothing }
    })
}

/// Whether a name of the table is that of a key, which is written so, or of a class of keys to which it belongs.
fn is(name: &str, key: Key, written: &str) -> bool {
    match (name, key.code) {
        ("digit", Code::Char(letter)) => letter.is_ascii_digit() && !key.ctrl && !key.alt,
        ("letter", Code::Char(_)) => !key.ctrl && !key.alt,
        _ => name == written,
    }
}

/// What up and down mean while what was found is listed below the question.
fn listed(prompt: &Prompt, key: Key) -> Option<Message> {
    let listed = prompt.question == Question::Find && !prompt.answer().is_empty();
    match key.code {
        Code::Up if listed => Some(Message::ListUp),
        Code::Down if listed => Some(Message::ListDown),
        Code::Tab if listed => Some(if key.shift { Message::ListUp } else { Message::ListDown }),
        _ => None,
    }
}

/// What a key means while a yes is asked for: anything else is a no.
fn consent(key: Key) -> Message {
    match key.code {
        Code::Char('y' | 'Y') | Code::Enter if !key.ctrl && !key.alt => Message::Submit,
        Code::Char('c') if key.ctrl => Message::Quit,
        _ => Message::Back,
    }
}

/// What a key means while a prompt is open; the keymap decides on the rest.
fn typed(key: Key) -> Option<Message> {
    match key.code {
        Code::Char(letter) if !key.ctrl && !key.alt => Some(Message::Type(letter.to_string())),
        Code::Backspace => Some(Message::Erase),
        Code::Enter => Some(Message::Submit),
        Code::Esc => Some(Message::Back),
        Code::Tab => Some(Message::Propose(Proposals::Completions, !key.shift)),
        Code::Up => Some(Message::Propose(Proposals::Answers, true)),
        Code::Down => Some(Message::Propose(Proposals::Answers, false)),
        Code::Left | Code::Right => Some(Message::Nothing),
        _ => None,
    }
}

/// What a key means while a page covers a screen of so many rows: up and down scroll it by a line, page up and page down
/// by nearly a screen.
fn paged(page: Page, key: Key, rows: u16) -> Option<Message> {
    let screenful = i16::try_from(rows.saturating_sub(4)).unwrap_or(i16::MAX).max(1);
    let plain = !key.ctrl && !key.alt && !key.shift;
    match key.code {
        Code::Home | Code::Char('g') if plain => Some(Message::ScrollTo(0)),
        Code::End | Code::Char('G') if plain => Some(Message::ScrollTo(u16::MAX)),
        Code::Up | Code::Char('k') if plain => Some(Message::Scroll(-1)),
        Code::Down | Code::Char('j') if plain => Some(Message::Scroll(1)),
        Code::PageUp => Some(Message::Scroll(-screenful)),
        Code::PageDown | Code::Char(' ') => Some(Message::Scroll(screenful)),
        Code::Enter => Some(Message::Go),
        Code::Tab if matches!(page, Page::Help | Page::Method) => Some(Message::TurnOver),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::dataset::Dataset;
    use crate::map::Layer;

    /// The keys of a name of the table.
    fn keys(name: &str) -> Vec<Key> {
        let all =
            |letters: std::ops::RangeInclusive<char>| letters.map(|letter| Key::plain(Code::Char(letter))).collect();
        match name {
            "digit" => all('0'..='9'),
            "letter" => all(' '..='~'),
            _ => vec![Key::parse(name).unwrap_or_else(|| panic!("there is no key {name:?}"))],
        }
    }

    /// What keys mean that are pressed one after the other while nothing is open.
    fn meant(model: &Model, keys: &[Key]) -> Message {
        let mut model = model.clone();
        keys.iter().fold(Message::Nothing, |_, key| {
            let message = message(&model, *key);
            model.pending = if let Message::Pending(first) = message { Some(first) } else { None };
            message
        })
    }

    fn model() -> Model {
        Model::new(&Dataset::embedded().expect("sound data"))
    }

    #[test]
    fn every_key_of_the_table_exists_and_means_what_its_row_says_and_nothing_else() {
        let model = model();
        for Binding { keys: ways, does, .. } in bindings() {
            assert!(!ways.is_empty(), "no key for {does:?}");
            for way in *ways {
                let (first, last) = way.rsplit_once(' ').map_or((None, *way), |(first, last)| (Some(first), last));
                let first: Vec<Key> = first.into_iter().flat_map(keys).collect();
                for key in keys(last) {
                    let expected = match key.code {
                        Code::Char(letter) => does.clone().with(letter),
                        _ => does.clone(),
                    };
                    assert_eq!(meant(&model, &[&*first, &[key]].concat()), expected, "{way}: {key}");
                }
            }
        }
    }

    #[test]
    fn keys_that_are_not_in_the_table_mean_nothing() {
        let model = model();
        for strokes in ["a", "delete", "shift+up", "g x", "g ctrl+1", "m ctrl+x", "m left", "' alt+x", "g G"] {
            let keys: Vec<Key> = strokes.split(' ').flat_map(keys).collect();
            assert_eq!(meant(&model, &keys), Message::Nothing, "{strokes}");
        }
    }

    #[test]
    fn the_second_of_two_keys_means_the_same_on_a_page() {
        let (bare, paged) = (model(), Model { page: Some(Page::Why), ..model() });
        for first in ["m", "'"] {
            for last in ["a", "g", "j", "k", "G", "space", "enter", "home", "up"] {
                let strokes = [keys(first), keys(last)].concat();
                assert_eq!(meant(&paged, &strokes), meant(&bare, &strokes), "{first} {last}");
            }
        }
    }

    #[test]
    fn every_word_is_the_name_of_its_message() {
        let mut words = BTreeSet::new();
        for Binding { word, does, .. } in bindings() {
            let mut name = String::new();
            for letter in format!("{does:?}").chars().filter(|letter| letter.is_alphanumeric()) {
                if letter.is_uppercase() && !name.is_empty() {
                    name.push('-');
                }
                name.push(letter.to_ascii_lowercase());
            }
            assert_eq!(*word, name);
            assert!(words.insert(word), "{word} stands twice");
        }
    }

    #[test]
    fn every_row_and_every_group_says_what_it_is() {
        for Group { title, bindings } in groups() {
            assert!(!title.is_empty() && !bindings.is_empty(), "{title}");
            for Binding { word, help, .. } in *bindings {
                assert!(!help.is_empty(), "{word}");
            }
        }
    }

    #[test]
    fn the_digits_are_the_layers_in_their_order() {
        for (digit, (layer, name)) in (1..).zip(Layer::NAMES) {
            assert_eq!(first(&Message::Layer(layer)), format!("{digit}"), "{name}");
        }
    }
}
