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

mod meaning;
mod speech;
mod words;

use crate::app::{Effect, Message, Model, Page, Way, next_tick, update};
use crate::dataset::Dataset;
use crate::text::Clean;

use meaning::{Closes, Listener, Meant};
use speech::Speaker;

/// A data set with the model of it, asked and answering in lines.
pub struct Dialogue {
    dataset: Dataset,
    model: Model,
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
            self.close(Closes::Question);
            return (said, false);
        }
        let Meant { closes, messages, does } =
            match (Listener { dataset: &self.dataset, model: &self.model }).hear(&line) {
                Ok(meant) => meant,
                Err(fault) => return (vec![fault], false),
            };
        self.close(closes);
        let before = self.model.clone();
        let mut effects = Vec::new();
        for message in messages {
            // Two digits of a day of the month have answered by themselves.
            if message == Message::Submit && self.model.prompt.is_none() {
                continue;
            }
            effects.extend(update(&mut self.model, &self.dataset, message));
        }
        if effects.contains(&Effect::Quit) {
            return (Vec::new(), true);
        }
        let mut out = self.played(&before);
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

    /// Closes what a line closes before anything else comes of it.
    fn close(&mut self, closes: Closes) {
        let open = |model: &Model| match closes {
            Closes::Nothing => false,
            Closes::Question => model.prompt.is_some(),
            Closes::Pages => model.prompt.is_some() || model.page.is_some(),
        };
        while open(&self.model) {
            update(&mut self.model, &self.dataset, Message::Back);
        }
    }

    /// Lets what plays play to its end, without a clock: every day on which something happens, one after the other.
    fn played(&mut self, before: &Model) -> Vec<String> {
        // The story begins with what is told before any time passes.
        let mut out = if self.model.story == before.story { Vec::new() } else { self.come_to(true) };
        // Each tick is a day or more, or a milestone; what plays again and again is told once.
        let milestones = i32::try_from(self.dataset.milestones.len()).unwrap_or(i32::MAX);
        for _ in 0..=self.dataset.chronicle.stretch.days().saturating_add(milestones) {
            let Some(wait) = next_tick(&self.model, &self.dataset) else { break };
            let was = (self.model.day, self.model.story);
            update(&mut self.model, &self.dataset, Message::Tick(wait));
            if was != (self.model.day, self.model.story) {
                out.extend(self.come_to(was.0 != self.model.day));
            }
        }
        let end = match (self.model.story, self.model.playback.playing, self.model.playback.way) {
            (Some(_), ..) => Message::Story,
            (None, true, Way::Forwards) => Message::Play,
            (None, true, Way::Backwards) => Message::PlayBackwards,
            (None, false, _) => return out,
        };
        update(&mut self.model, &self.dataset, end);
        out
    }

    /// What is said where playing has come to: the milestone of the story, and the day if that is a new one. In the story
    /// days pass of which nothing is told.
    fn come_to(&self, new: bool) -> Vec<String> {
        let speaker = self.speaker();
        let milestone = speaker.milestone();
        let passes = self.model.story.is_some() && milestone.is_none() && self.model.listed(&self.dataset).is_empty();
        let day = if new && !passes { speaker.day() } else { Vec::new() };
        milestone.into_iter().chain(day).collect()
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
        } else if self.model.page == before.page && self.model.selection != before.selection {
            // A page about what is in focus is another one now.
            let about = self.model.page.is_some_and(Page::is_about_focus);
            out.extend(speaker.page().filter(|_| about).unwrap_or_else(|| speaker.focus()));
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
    use crate::app::keymap;
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
        assert_eq!(said(&["mark ab"]), "\"mark\" takes one letter behind it, such as mark a.");
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
    fn the_story_says_each_caption_once_on_its_own_day_and_ends_with_the_last() {
        let mut dialogue = dialogue();
        let lines = dialogue.answer("story").0;
        for milestone in &dialogue.dataset.milestones {
            let day = milestone.day(&dialogue.dataset, dialogue.model.reading).expect("a day").long();
            let at: Vec<usize> = (0..lines.len()).filter(|&at| *lines[at] == *milestone.caption).collect();
            assert!(matches!(*at, [at] if lines[at + 1].starts_with(&day)), "{}: {lines:?}", milestone.caption);
        }
        let days = lines.iter().filter(|line| line.contains("reading: settled")).count();
        assert!(days < 100, "days on which nothing happens pass: {days}");
        assert_eq!(lines.last().map(String::as_str), Some("the story is left; ctrl+o: back to 9 Aug."));
        assert!(dialogue.answer("trail-back").0[0].starts_with("Mon 9 Aug 2021"));
    }

    #[test]
    fn a_command_or_a_date_is_one_whatever_is_asked() {
        let found = "find herat";
        assert!(dialogue().answer("quit").1);
        for asked in [found, "find xyzzy", "find", "date", "compare", "ask-speed", "ask-day"] {
            let mut dialogue = dialogue();
            dialogue.answer(asked);
            assert!(dialogue.answer("quit").1, "{asked}");
            assert!(said(&[asked, "later"]).starts_with("Tue 10 Aug 2021"), "{asked}");
            assert!(said(&[asked, "help"]).starts_with("Words of this dialogue."), "{asked}");
            assert!(said(&[asked, "back", "1"]).starts_with("Aybak"), "{asked}");
        }
        assert!(said(&["later", "why", found, "12 aug"]).starts_with("Thu 12 Aug 2021"));
        assert!(said(&["find xyzzy", "2021-08-12"]).starts_with("Thu 12 Aug 2021"));
        assert!(said(&[found, "fall of kunduz"]).starts_with("Sun 8 Aug 2021"));
        assert!(said(&[found, "kunduz"]).starts_with("1: the place Kunduz."), "a name is looked for");
        assert!(said(&[found, "list", "1"]).starts_with("Aybak"), "a number is one of the last list");
        assert!(said(&[found, "99"]).starts_with("There is no number 99"));
        assert!(said(&["compare", "6 aug"]).contains("Differs from Fri 6 Aug"));
    }

    #[test]
    fn what_stands_behind_a_word_is_obeyed_or_refused() {
        for word in ["why", "sources"] {
            let herat = said(&[&format!("{word} herat")]);
            assert!(herat.lines().next().is_some_and(|title| title.contains("Herat")), "{herat}");
            assert_eq!(said(&[word, &format!("{word} herat")]), herat, "said anew on a page");
        }
        assert!(said(&["detail herat"]).starts_with("Herat"));
        assert!(said(&["why", "place herat"]).lines().next().is_some_and(|title| title.contains("Herat")));
        assert!(said(&["why xyzzy"]).starts_with("No place is called anything like"));
        assert!(said(&["reading latest"]).contains("reading: latest"));
        assert!(said(&["reading As reported", "reading earliest"]).contains("reading: earliest"));
        assert!(said(&["reading CNN-0809"]).contains("CNN-0809"));
        assert!(said(&["reading xyzzy"]).contains("settled, earliest, latest, as-reported"));
        assert!(said(&["account xyzzy"]).starts_with("There is no account"));
        assert!(said(&["compare 6 aug"]).contains("Differs from Fri 6 Aug"));
        assert!(said(&["compare 6 aug", "compare 8 aug"]).contains("Differs from Sun 8 Aug"));
        assert!(said(&["compare xyzzy"]).contains("neither a date nor a name"));
        assert!(said(&["ask-day 15"]).starts_with("Sun 15 Aug 2021"));
        assert_eq!(said(&["ask-day 99"]), "no month has a day 99.");
        assert_eq!(said(&["ask-speed 4"]), "days a second: 4.");
        assert_eq!(said(&["later 3"]), "\"later\" takes nothing behind it; nothing was done.");
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
