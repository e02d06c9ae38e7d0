//! What a line of the user's means: the answer to a question, a number, a word with what stands behind it, a key, a day.

use std::iter::successors;

use crate::app::{Binding, Choice, Key, Message, Model, Page, Pinned, Prompt, Question, keymap, typed_day};
use crate::chronicle::{Reading, SourceNo};
use crate::dataset::Dataset;
use crate::gazetteer::PlaceNo;
use crate::text::Clean;
use crate::time::Day;

use super::speech::Speaker;
use super::words;

/// What a line comes to.
pub(super) struct Meant {
    /// What closes before.
    pub(super) closes: Closes,
    /// What is done, one after the other.
    pub(super) messages: Vec<Message>,
    /// What that is in the words of the keymap, if a key does it too.
    pub(super) does: Option<&'static str>,
}

/// What a line closes before anything else comes of it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Closes {
    /// Nothing: it answers the question that is open.
    Nothing,
    /// The question that is open, if one is.
    Question,
    /// All pages too, so that the one that is asked for is said whole.
    Pages,
}

/// A meaning, or one sentence that says what is wrong.
type Heard = Result<Meant, String>;

/// What some messages come to that answer the question that is open.
fn answer(messages: Vec<Message>) -> Meant {
    Meant { closes: Closes::Nothing, messages, does: None }
}

/// What some messages come to whatever question is open; going back closes that by itself.
fn command(messages: Vec<Message>) -> Meant {
    let closes = if messages == [Message::Back] { Closes::Nothing } else { Closes::Question };
    Meant { closes, messages, does: None }
}

/// Who listens: with the data, and how things stand.
pub(super) struct Listener<'a> {
    pub(super) dataset: &'a Dataset,
    pub(super) model: &'a Model,
}

impl Listener<'_> {
    /// What a line means now.
    ///
    /// # Errors
    /// One sentence that says why it means nothing.
    pub(super) fn hear(&self, line: &str) -> Heard {
        match &self.model.prompt {
            Some(prompt) => self.answered(prompt, line),
            None => self.told(line),
        }
    }

    /// A line while nothing is asked.
    fn told(&self, line: &str) -> Heard {
        if let Ok(number) = line.parse() {
            return self.numbered(number);
        }
        if let Some(meant) = self.commanded(line)? {
            return Ok(meant);
        }
        let day = typed_day(line, self.model.day, self.dataset, self.model.reading);
        let day = day.ok().ok_or_else(|| format!("There is no word \"{line}\"; help lists them."))?;
        Ok(command(vec![Message::GoTo(day)]))
    }

    /// A line while something is asked. What is a command is none the less one, and closes the question.
    fn answered(&self, prompt: &Prompt, line: &str) -> Heard {
        let typed = || answer(vec![Message::Type(line.to_owned()), Message::Submit]);
        match (prompt.question, line.parse()) {
            (Question::Open(_), _) if matches!(line, "y" | "yes") => return Ok(answer(vec![Message::Submit])),
            (Question::Open(_), _) if matches!(line, "n" | "no") => return Ok(answer(vec![Message::Back])),
            (Question::Find, Ok(number)) if !self.model.search.hits.is_empty() => return self.found(number),
            (Question::Find | Question::Open(_), _) | (_, Err(_)) => {}
            _ => return Ok(typed()),
        }
        if let Some(meant) = self.commanded(line)? {
            return Ok(meant);
        }
        Ok(match prompt.question {
            Question::Open(_) => answer(vec![Message::Back]),
            Question::Find => match self.dated(line) {
                Some(day) => command(vec![Message::GoTo(day)]),
                None => answer(vec![Message::Find, Message::Type(line.to_owned())]),
            },
            _ => typed(),
        })
    }

    /// The day that a line names while a name is asked for: one that is written as a date or as a fall.
    fn dated(&self, line: &str) -> Option<Day> {
        let Model { day, reading, .. } = *self.model;
        let fall = || line.to_lowercase().starts_with("fall of ");
        let written = Day::read(line, day, self.dataset.chronicle.stretch).is_ok() || fall();
        typed_day(line, day, self.dataset, reading).ok().filter(|_| written)
    }

    /// What was found under a number.
    fn found(&self, number: usize) -> Heard {
        let count = self.model.search.hits.len();
        if !(1..=count).contains(&number) {
            return Err(format!("There is no number {number}; found: 1 to {count}."));
        }
        let steps = std::iter::repeat_n(Message::ListDown, number - 1);
        Ok(answer(steps.chain([Message::Submit]).collect()))
    }

    /// The row of a number: of the page in front, else of the list of the day.
    fn numbered(&self, number: usize) -> Heard {
        let index = number.checked_sub(1);
        let message = if self.model.page.is_some() {
            let choices = Speaker::new(self.dataset, self.model).choices();
            index.and_then(|index| choices.get(index)).map(|&choice| Message::Choose(Some(choice)))
        } else {
            let listed = self.model.listed(self.dataset);
            index.and_then(|index| listed.get(index)).map(|&event| Message::SelectEvent(event))
        };
        let message =
            message.ok_or_else(|| format!("There is no number {number} here; list says those of the day."))?;
        Ok(command(vec![message]))
    }

    /// A word with what stands behind it, or a key; none if the line is neither.
    fn commanded(&self, line: &str) -> Result<Option<Meant>, String> {
        let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
        let word = match word {
            ":" | "goto" => "date",
            "/" => "find",
            word => word,
        };
        let meant = match (word, rest.trim(), words::binding(word)) {
            ("place" | "detail", name, _) if !name.is_empty() => command(vec![Message::SelectPlace(self.place(name)?)]),
            ("account", "settled", _) => command(self.account(None)),
            ("account", id, _) if !id.is_empty() => {
                let known = self.dataset.chronicle.account(id);
                let source = known.ok_or_else(|| format!("There is no account \"{id}\"; accounts lists them."))?;
                command(self.account(Some(source)))
            }
            (_, "", Some(binding)) => alone(word, binding)?,
            (_, rest, Some(binding)) => self.with(word, binding, rest)?,
            (_, _, None) => return Ok(self.pressed(line).map(|message| command(vec![message]))),
        };
        Ok(Some(meant))
    }

    /// A word of the keymap with something behind it.
    fn with(&self, word: &str, binding: &Binding, rest: &str) -> Heard {
        let does = binding.does.clone();
        let answered = [does.clone(), Message::Type(rest.to_owned()), Message::Submit];
        let mut letters = rest.chars();
        Ok(match (&does, letters.next().filter(|_| letters.next().is_none())) {
            (Message::Find, _) => command(vec![does, Message::Type(rest.to_owned())]),
            (Message::AskDate | Message::AskDay | Message::AskSpeed, _) => command(answered.into()),
            (Message::Compare, _) => {
                Pinned::typed(rest, self.model.when(), self.dataset).map_err(|fault| format!("{fault}."))?;
                // What is compared with already gives way.
                let stop = self.model.pinned.map(|_| Message::Compare);
                command(stop.into_iter().chain(answered).collect())
            }
            (Message::Mark | Message::GoToMark, Some(letter)) => command(vec![does.with(letter)]),
            (Message::Mark | Message::GoToMark, None) => return Err(takes_a_letter(word)),
            (Message::NextReading, _) => command(self.reading(rest)?),
            (Message::Why | Message::Sources, _) => {
                let messages = vec![Message::SelectPlace(self.place(rest)?), does];
                Meant { closes: Closes::Pages, messages, does: None }
            }
            _ => return Err(format!("\"{word}\" takes nothing behind it; nothing was done.")),
        })
    }

    /// The place of a name in any spelling.
    fn place(&self, name: &str) -> Result<PlaceNo, String> {
        let found = self.dataset.gazetteer.find(&Clean::new(name)).into_iter().next();
        found.map(|found| found.place).ok_or_else(|| format!("No place is called anything like \"{name}\"."))
    }

    /// What leads to the reading of a word, or to the account of a source.
    fn reading(&self, word: &str) -> Result<Vec<Message>, String> {
        if let Some(source) = self.dataset.chronicle.account(word) {
            return Ok(self.account(Some(source)));
        }
        let wanted = Reading::parse(&word.to_lowercase().replace(' ', "-")).ok_or_else(|| {
            let known: Vec<&str> = Reading::NAMED.into_iter().map(|(_, name)| name).collect();
            format!("There is no reading \"{word}\": {}, or an account.", known.join(", "))
        })?;
        let passed = successors(Some(self.model.reading), |reading| Some(reading.next()));
        Ok(passed.take_while(|&reading| reading != wanted).map(|_| Message::NextReading).collect())
    }

    fn account(&self, source: Option<SourceNo>) -> Vec<Message> {
        let open = if self.model.page == Some(Page::Accounts) { None } else { Some(Message::Accounts) };
        open.into_iter().chain([Message::Choose(Some(Choice::Account(source))), Message::Go]).collect()
    }

    /// What one or two keys mean to the keymap alone; pages are read here and not scrolled.
    fn pressed(&self, line: &str) -> Option<Message> {
        let keys: Vec<Key> = line.split(' ').map(Key::parse).collect::<Option<_>>()?;
        let bare = Model { page: None, prompt: None, pending: None, ..self.model.clone() };
        let message = match *keys.as_slice() {
            [key] => keymap::message(&bare, key),
            [first, second] => keymap::message(&Model { pending: Some(first), ..bare }, second),
            _ => return None,
        };
        (!matches!(message, Message::Nothing | Message::Pending(_))).then_some(message)
    }
}

/// A word of the keymap with nothing behind it.
fn alone(word: &str, binding: &Binding) -> Heard {
    match binding.does {
        Message::Mark | Message::GoToMark => Err(takes_a_letter(word)),
        ref does => Ok(Meant { does: Some(binding.help), ..command(vec![does.clone()]) }),
    }
}

fn takes_a_letter(word: &str) -> String {
    format!("\"{word}\" takes one letter behind it, such as {word} a.")
}
