//! The viewer as a dialogue of lines: a word goes in, sentences come out. Nothing is drawn and nothing is taken back, so
//! that a screen reader, a braille line or a pipe can follow.
//!
//! ```text
//! > later
//! Thu 12 Aug 2021, 21 Asad 1400 (computed). Reading: settled.
//! 12 of 34 capitals fallen (10-15). today +3, 3 pockets. ...
//! Fell on this day: Ghazni, negotiated; Qala-e-Naw (12-13), surrendered; Herat (12-13), fought.
//! In focus: Ghazni. fell Thu 12 Aug (11-12), negotiated.
//! > why
//! ```

mod speech;
mod words;

use crate::app::{Choice, Effect, Key, Message, Model, Prompt, Question, Way, keymap, next_tick, typed_day, update};
use crate::chronicle::SourceNo;
use crate::dataset::Dataset;
use crate::text::Clean;

use speech::Speaker;

/// A data set with the model of it, asked and answering in lines.
pub struct Dialogue {
    dataset: Dataset,
    model: Model,
}

/// What a line of the user's comes to.
struct Meant {
    messages: Vec<Message>,
    /// What it does in the words of the keymap, if a key does it too.
    does: Option<&'static str>,
}

impl Dialogue {
    /// A dialogue about a data set that begins with a model.
    #[must_use]
    pub fn new(dataset: Dataset, model: Model) -> Self {
        // No page is ever scrolled: a screen of any size will do, as long as there is one.
        let model = Model { size: (120, 40), ..model };
        Self { dataset, model }
    }

    /// What is said first: where one is, and how to ask for more.
    #[must_use]
    pub fn greeting(&self) -> Vec<String> {
        let speaker = self.speaker();
        let mut out = vec![format!("{}.", self.dataset.title)];
        out.extend(speaker.day());
        out.push("Words: later, earlier, next, why, sources, digest, find NAME, date DAY, list, help, quit.".into());
        out
    }

    /// Takes a line and says what came of it; true if the dialogue is over.
    pub fn answer(&mut self, line: &str) -> (Vec<String>, bool) {
        let line = Clean::new(line.trim());
        if let Some(said) = self.only_said(&line) {
            return (said, false);
        }
        let before = self.model.clone();
        let Some(Meant { messages, does }) = self.meaning(&line) else {
            return (vec![format!("There is no word \"{line}\"; help lists them.")], false);
        };
        let mut effects = Vec::new();
        for message in messages {
            effects.extend(update(&mut self.model, &self.dataset, message));
        }
        if effects.contains(&Effect::Quit) {
            return (Vec::new(), true);
        }
        let mut out = self.played();
        // What was played was said day by day.
        let before = if out.is_empty() { before } else { self.model.clone() };
        out.extend(effects.iter().filter_map(effect));
        out.extend(self.reply(&before, !effects.is_empty()));
        if out.is_empty() {
            out.push(
                does.map_or_else(|| "Nothing changed.".to_owned(), |does| format!("Done, or nothing to do: {does}.")),
            );
        }
        (out, false)
    }

    fn speaker(&self) -> Speaker<'_> {
        Speaker::new(&self.dataset, &self.model)
    }

    /// What is said without anything being changed.
    fn only_said(&self, line: &str) -> Option<Vec<String>> {
        match line {
            "" | "here" => Some(self.speaker().whole_day()),
            "list" => Some(self.speaker().list()),
            "help" | "?" => Some(words::help()),
            "detail" => Some(self.speaker().focus()),
            _ => None,
        }
    }

    /// What a line means now.
    fn meaning(&self, line: &str) -> Option<Meant> {
        let told = |messages| Some(Meant { messages, does: None });
        if let Some(prompt) = &self.model.prompt {
            return told(self.answered(prompt, line));
        }
        if let Ok(number) = line.parse::<usize>() {
            return told(self.numbered(number)?);
        }
        let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
        let rest = rest.trim();
        match (word, rest) {
            ("find" | "/", query) if !query.is_empty() => {
                return told(vec![Message::Find, Message::Type(query.to_owned())]);
            }
            ("date" | ":" | "goto", day) if !day.is_empty() => {
                return told(vec![Message::AskDate, Message::Type(day.to_owned()), Message::Submit]);
            }
            ("place", name) if !name.is_empty() => {
                let found = self.dataset.gazetteer.find(&Clean::new(name)).into_iter().next()?;
                return told(vec![Message::SelectPlace(found.place)]);
            }
            ("account", "settled") => return told(self.account(None)),
            ("account", id) if !id.is_empty() => return told(self.account(Some(self.dataset.chronicle.account(id)?))),
            _ => {}
        }
        if let Some(binding) = words::binding(word) {
            let does = match rest.chars().next() {
                Some(letter) => binding.does.clone().with(letter),
                None => binding.does.clone(),
            };
            return Some(Meant { messages: vec![does], does: Some(binding.help) });
        }
        // The key itself, and two of them one after the other.
        let keys: Option<Vec<Key>> = line.split(' ').map(Key::parse).collect();
        if let Some(message) = keys.and_then(|keys| self.pressed(&keys)) {
            return told(vec![message]);
        }
        typed_day(line, self.model.day, &self.dataset, self.model.reading)
            .ok()
            .and_then(|day| told(vec![Message::GoTo(day)]))
    }

    /// What one or two keys mean to the keymap alone; pages are read here and not scrolled.
    fn pressed(&self, keys: &[Key]) -> Option<Message> {
        let bare = Model { page: None, prompt: None, pending: None, ..self.model.clone() };
        let message = match *keys {
            [key] => keymap::message(&bare, key),
            [first, second] => keymap::message(&Model { pending: Some(first), ..bare }, second),
            _ => return None,
        };
        (!matches!(message, Message::Nothing | Message::Pending(_))).then_some(message)
    }

    /// The answer to a question that is open.
    fn answered(&self, prompt: &Prompt, line: &str) -> Vec<Message> {
        match (prompt.question, line.parse::<usize>()) {
            _ if matches!(line, "back" | "esc") => vec![Message::Back],
            (Question::Open(_), _) => vec![if matches!(line, "y" | "yes") { Message::Submit } else { Message::Back }],
            (Question::Find, Ok(number)) if (1..=self.model.search.hits.len()).contains(&number) => {
                let steps = std::iter::repeat_n(Message::ListDown, number - 1);
                steps.chain([Message::Submit]).collect()
            }
            (Question::Find, _) => vec![Message::Find, Message::Type(line.to_owned())],
            _ => vec![Message::Type(line.to_owned()), Message::Submit],
        }
    }

    /// The row of a number: of the page in front, else of the list of the day.
    fn numbered(&self, number: usize) -> Option<Vec<Message>> {
        let index = number.checked_sub(1)?;
        if self.model.page.is_some() {
            let choice = *self.speaker().choices().get(index)?;
            return Some(vec![Message::Choose(Some(choice))]);
        }
        let event = *self.model.listed(&self.dataset).get(index)?;
        Some(vec![Message::SelectEvent(event)])
    }

    fn account(&self, source: Option<SourceNo>) -> Vec<Message> {
        let open = if self.model.page == Some(crate::app::Page::Accounts) { None } else { Some(Message::Accounts) };
        open.into_iter().chain([Message::Choose(Some(Choice::Account(source))), Message::Go]).collect()
    }

    /// Lets what plays play to its end, without a clock: every day on which something happens, one after the other.
    fn played(&mut self) -> Vec<String> {
        let mut out = Vec::new();
        // Each tick is a day or more; what plays again and again is told once.
        for _ in 0..=self.dataset.chronicle.stretch.days() {
            let Some(wait) = next_tick(&self.model, &self.dataset) else { return out };
            let day = self.model.day;
            update(&mut self.model, &self.dataset, Message::Tick(wait));
            if self.model.day != day {
                out.extend(self.speaker().milestone());
                out.extend(self.speaker().day());
            }
        }
        let pause = match self.model.playback.way {
            Way::Forwards => Message::Play,
            Way::Backwards => Message::PlayBackwards,
        };
        update(&mut self.model, &self.dataset, pause);
        out
    }

    /// What there is to say after a change; what is to be done outside was said already.
    fn reply(&mut self, before: &Model, outside: bool) -> Vec<String> {
        let mut out = Vec::new();
        if let Some(prompt) = &self.model.prompt {
            match &prompt.fault {
                Some(fault) => {
                    out.push(format!("{fault}."));
                    // The next line is a word again, not another try.
                    update(&mut self.model, &self.dataset, Message::Back);
                }
                None => out.extend(self.speaker().question(prompt)),
            }
            return out;
        }
        let speaker = self.speaker();
        if !outside {
            out.extend(self.model.notice.as_ref().map(|notice| format!("{notice}.")));
        }
        let ways = |model: &Model| (model.day, model.reading, model.calendar, model.pinned);
        if self.model.page != before.page {
            let back = self.model.beneath.len() < before.beneath.len();
            let page = if back { Some(speaker.title()) } else { speaker.page() };
            out.extend(page.unwrap_or_else(|| vec!["The page is closed.".into()]));
        } else if self.model.chosen != before.chosen {
            out.extend(speaker.chosen());
        }
        if ways(before) != ways(&self.model) {
            out.extend(speaker.day());
        } else if self.model.selection != before.selection && self.model.page.is_none() {
            out.extend(speaker.focus());
        }
        out
    }
}

/// What is to be done outside, said instead.
fn effect(effect: &Effect) -> Option<String> {
    match effect {
        Effect::Copy(text) => Some(format!("To copy: {text}")),
        Effect::Open(link) => Some(format!("The address: {link}")),
        Effect::Suspend => Some("This is for the shell: ctrl+z.".into()),
        Effect::Quit => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn dialogue() -> Dialogue {
        let dataset = Dataset::embedded().expect("sound data");
        let model = Model::new(&dataset);
        Dialogue::new(dataset, model)
    }

    /// What is said to the last of some lines.
    fn said(lines: &[&str]) -> String {
        let mut dialogue = dialogue();
        lines.iter().map(|line| dialogue.answer(line).0.join("\n")).last().unwrap_or_default()
    }

    #[test]
    fn a_step_says_the_day_the_count_what_changed_and_what_is_in_focus() {
        let said = said(&["later", "later", "later"]);
        let lines: Vec<&str> = said.lines().collect();
        assert_eq!(lines[0], "Thu 12 Aug 2021, 21 Asad 1400 (computed), reading: settled.");
        assert!(lines[1].starts_with("12 of 34 capitals fallen (10-15); today +3"), "{said}");
        assert_eq!(
            lines[2],
            "Fell on this day: Ghazni (11-12), negotiated; Herat (12-13), fought; Qala-e-Naw (12-13), surrendered."
        );
        assert_eq!(lines[3], "Disputed from now on: Kandahar; Lashkargah; Firozkoh.");
        assert!(said.contains("Also on this day: ") && lines.last().is_some_and(|line| line.starts_with("In focus: ")));
    }

    #[test]
    fn every_word_of_the_keymap_is_taken() {
        for binding in keymap::bindings() {
            let mut dialogue = dialogue();
            let (said, over) = dialogue.answer(binding.word);
            assert_eq!(over, binding.does == Message::Quit, "{}", binding.word);
            assert!(
                over || (!said.is_empty() && !said[0].starts_with("There is no word")),
                "{}: {said:?}",
                binding.word
            );
        }
    }

    #[test]
    fn a_sceptic_learns_who_says_so_and_who_said_otherwise() {
        let why = said(&["kabul", "place هرات", "why"]);
        assert!(why.contains("(AP-HER)") && why.contains("dates it 13 Aug, a day later"), "{why}");
        let source = said(&["find cnn-0809", "1"]);
        assert!(source.contains("Zaranj \"fell\", dates it 6 Aug (as the record)"), "{source}");
        assert!(said(&["account CNN-0809"]).contains("5 of 34 capitals fallen"));
        assert!(said(&["account CNN-0809", "account settled"]).contains("6 of 34 capitals fallen"));
    }

    #[test]
    fn questions_are_asked_and_answered_line_by_line() {
        assert!(said(&["date"]).starts_with("Which day?"));
        assert!(said(&["date", "fall of kabul"]).starts_with("Sun 15 Aug 2021"));
        assert!(said(&["12 aug"]).starts_with("Thu 12 Aug 2021"));
        assert!(said(&["date 2021-13-40"]).contains("no such day"));
        let differs = said(&["12 aug", "compare", "9 aug"]);
        assert!(differs.contains("Differs from Mon 9 Aug: ") && differs.contains("Herat, "), "{differs}");
        assert!(said(&["find kunduz"]).starts_with("1: the place Kunduz."));
        assert!(said(&["find kunduz", "1"]).contains("Sun 8 Aug 2021"));
        assert!(said(&["list"]).starts_with("1: fall of Aybak, 6 sources."));
        assert!(said(&["sources", "1", "cite"]).starts_with("To copy: "));
        assert!(said(&["sources", "open"]).contains("choose a source first"));
        assert_eq!(said(&["sources", "1", "open", "no"]), "Nothing changed.");
        assert!(said(&["sources", "1", "open", "yes"]).starts_with("The address: https://"));
        assert!(said(&["mark a", "first", "go-to-mark a"]).starts_with("Mon 9 Aug 2021"));
        assert_eq!(said(&["abracadabra"]), "There is no word \"abracadabra\"; help lists them.");
    }

    #[test]
    fn playing_says_every_day_on_which_something_happens_once() {
        let said = said(&["play"]);
        let days: Vec<&str> = said.lines().filter(|line| line.contains("reading: settled")).collect();
        assert!(days.len() == 14 && days.last().is_some_and(|day| day.starts_with("Tue 7 Sep 2021")), "{days:?}");
        assert!(said.contains("Fell on this day: Bazarak"), "{days:?}");
    }

    #[test]
    fn a_page_hides_nothing_where_nothing_is_drawn() {
        // Two days are picked, and playing keeps to them.
        let plain = ["later", "pick", "later", "later", "pick", "play"];
        let on_a_page = ["later", "why", "pick", "later", "later", "pick", "play"];
        let days = |said: String| said.lines().filter(|line| line.contains("reading: settled")).count();
        assert_eq!(days(said(&plain)), days(said(&on_a_page)));
        assert!(days(said(&plain)) < 5);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(ProptestConfig::default().cases / 6))]
        #[test]
        fn no_line_drives_a_terminal_or_breaks_it(lines in prop::collection::vec(".{0,12}|[a-z-]{1,12}|[0-9]{1,3}", 1..6)) {
            let mut dialogue = dialogue();
            for line in lines {
                let (said, _) = dialogue.answer(&line);
                prop_assert!(said.iter().all(|line| !line.chars().any(char::is_control)), "{said:?}");
            }
        }
    }
}
