//! The table of keys, read from `assets/keymap.toml`.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::text::Clean;

use super::{Code, Key, Message, Model, Page, Prompt, Proposals, Question};

/// The table as it is shipped.
const SHIPPED: &str = include_str!("../../assets/keymap.toml");

/// One key, or two pressed one after the other.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Stroke {
    /// The first of two keys.
    pub prefix: Option<Key>,
    /// The key, or the class of keys.
    pub key: Pressed,
}

/// A key or a class of keys.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Pressed {
    /// This key.
    Key(Key),
    /// Any digit.
    Digit,
    /// Any character.
    Letter,
}

impl Pressed {
    fn is(self, key: Key) -> bool {
        match (self, key.code) {
            (Self::Key(own), _) => own == key,
            (Self::Digit, Code::Char(letter)) => letter.is_ascii_digit() && !key.ctrl && !key.alt,
            (Self::Letter, Code::Char(_)) => !key.ctrl && !key.alt,
            _ => false,
        }
    }
}

/// A meaning with the keys that have it.
#[derive(Clone, Debug)]
pub struct Binding {
    /// The heading under which help shows it.
    pub group: Clean,
    /// The keys, as the table writes them.
    pub written: Clean,
    /// The keys.
    pub strokes: Vec<Stroke>,
    /// What they mean.
    pub does: Message,
    /// The word for that.
    pub word: Clean,
    /// What that is, in words.
    pub help: Clean,
}

/// The table of keys.
#[derive(Clone, Debug)]
pub struct Keymap {
    bindings: Vec<Binding>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    group: Vec<Group>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Group {
    title: Clean,
    keys: Vec<Row>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    on: Clean,
    does: toml::Value,
    help: Clean,
}

impl Keymap {
    /// The table that is compiled in, read at the first call.
    ///
    /// # Panics
    /// If it is broken, which a test rules out.
    #[must_use]
    pub fn shipped() -> &'static Self {
        static READ: LazyLock<Keymap> =
            LazyLock::new(|| Keymap::parse(SHIPPED).unwrap_or_else(|fault| panic!("assets/keymap.toml: {fault}")));
        &READ
    }

    /// Reads a table.
    ///
    /// # Errors
    /// One sentence, if the table cannot be read, names a key that does not exist or gives a key two meanings.
    pub fn parse(text: &str) -> Result<Self, String> {
        let table: Table = toml::from_str(text).map_err(|error| error.message().to_owned())?;
        let mut bindings: Vec<Binding> = Vec::new();
        for group in table.group {
            for row in group.keys {
                let strokes = row.on.split(',').map(|text| stroke(text.trim())).collect::<Result<Vec<_>, _>>()?;
                for stroke in &strokes {
                    if bindings.iter().any(|binding| binding.strokes.contains(stroke)) {
                        return Err(format!("{} has two meanings", row.on));
                    }
                }
                let Row { on, does, help } = row;
                let (does, word) = meaning(does)?;
                bindings.push(Binding { group: group.title.clone(), written: on, strokes, does, word, help });
            }
        }
        Ok(Self { bindings })
    }

    /// All bindings, in the order of the table.
    #[must_use]
    pub fn bindings(&self) -> &[Binding] {
        &self.bindings
    }

    /// The first way to say something, as the table writes it; empty if there is none.
    #[must_use]
    pub fn first(&self, message: &Message) -> &str {
        let binding = self.bindings.iter().find(|binding| binding.does == *message);
        binding.and_then(|binding| binding.written.split(',').next()).unwrap_or_default()
    }

    /// What a key means to a model.
    #[must_use]
    pub fn message(&self, model: &Model, key: Key) -> Message {
        match &model.prompt {
            Some(Prompt { question: Question::Open(_), .. }) => return consent(key),
            Some(prompt) => {
                if let Some(message) = listed(prompt, key).or_else(|| typed(key)) {
                    return message;
                }
            }
            None => {}
        }
        if let Some(message) = model.page.and_then(|page| paged(page, key, model.size.1)) {
            return message;
        }
        let meant = |prefix| {
            let has = |stroke: &Stroke| stroke.prefix == prefix && stroke.key.is(key);
            let does = self.bindings.iter().find(|binding| binding.strokes.iter().any(has))?.does.clone();
            Some(match key.code {
                Code::Char(letter) => does.with(letter),
                _ => does,
            })
        };
        if let Some(prefix) = model.pending {
            return meant(Some(prefix)).unwrap_or(Message::Nothing);
        }
        meant(None).unwrap_or_else(|| {
            let opens =
                self.bindings.iter().flat_map(|binding| &binding.strokes).any(|stroke| stroke.prefix == Some(key));
            if opens { Message::Pending(key) } else { Message::Nothing }
        })
    }
}

/// What up and down mean while what was found is listed below the question.
fn listed(prompt: &Prompt, key: Key) -> Option<Message> {
    let listed = prompt.question == Question::Find && !prompt.answer.is_empty();
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

/// What is meant by `"zoom-in"` or by `{ layer = "relief" }`, with the word for it: `zoom-in`, `layer-relief`.
fn meaning(does: toml::Value) -> Result<(Message, Clean), String> {
    let word = match &does {
        toml::Value::Table(table) => {
            let words = table.iter().flat_map(|(name, of)| [name, of.as_str().unwrap_or_default()]);
            words.collect::<Vec<_>>().join("-")
        }
        other => other.as_str().unwrap_or_default().to_owned(),
    };
    let message = Message::deserialize(does).map_err(|error| error.message().to_owned())?;
    Ok((message, word.into()))
}

/// Reads `right`, `g g`.
fn stroke(text: &str) -> Result<Stroke, String> {
    let unknown = || format!("there is no key \"{text}\"");
    let pressed = |text| match text {
        "digit" => Some(Pressed::Digit),
        "letter" => Some(Pressed::Letter),
        _ => Key::parse(text).map(Pressed::Key),
    };
    let mut keys = text.split(' ').map(pressed);
    match (keys.next().flatten(), keys.next(), keys.next()) {
        (Some(key), None, _) => Ok(Stroke { prefix: None, key }),
        (Some(Pressed::Key(prefix)), Some(Some(key)), None) => Ok(Stroke { prefix: Some(prefix), key }),
        _ => Err(unknown()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::map::Layer;

    #[test]
    fn the_shipped_table_is_sound() {
        let keymap = Keymap::parse(SHIPPED).expect("a sound table");
        assert!(keymap.bindings().len() > 20);
        assert!(keymap.bindings().iter().all(|binding| !binding.help.is_empty()));
    }

    #[test]
    fn the_digits_are_the_layers_in_their_order() {
        let keymap = Keymap::parse(SHIPPED).expect("a sound table");
        for (digit, (layer, name)) in (1..).zip(Layer::NAMES) {
            assert_eq!(keymap.first(&Message::Layer(layer)), format!("{digit}"), "{name}");
        }
    }

    #[test]
    fn a_key_with_two_meanings_is_refused() {
        let table = |second: &str| {
            format!(
                "[[group]]\ntitle = \"T\"\nkeys = [{{ on = \"q\", does = \"quit\", help = \"a\" }}, \
                 {{ on = \"{second}\", does = \"back\", help = \"b\" }}]"
            )
        };
        assert!(Keymap::parse(&table("esc")).is_ok());
        assert_eq!(Keymap::parse(&table("esc, q")).map(drop), Err("esc, q has two meanings".into()));
        assert_eq!(Keymap::parse(&table("rigth")).map(drop), Err("there is no key \"rigth\"".into()));
    }
}
