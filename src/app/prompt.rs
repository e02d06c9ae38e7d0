//! A question with the answer so far, with what could complete it and what was answered before.

use crate::chronicle::SourceNo;
use crate::text::Clean;

/// A question with the answer so far.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Prompt {
    /// What is asked.
    pub question: Question,
    /// The answer so far, letter by letter as it was typed: what becomes of some is told by the next.
    raw: String,
    /// What was wrong with the last one.
    pub fault: Option<String>,
    /// Which of the proposals stands in the place of what was typed, if one does.
    pub proposed: Option<Proposed>,
}

/// What a prompt can ask for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Question {
    /// The date to go to.
    Date,
    /// How fast to play, in days a second.
    Speed,
    /// The day of the month to go to, two digits: it answers itself.
    DayOfMonth,
    /// What to find.
    Find,
    /// What to compare with: a day, a reading or an account.
    Comparison,
    /// Whether to open the address of a source in the browser: a yes, or anything else.
    Open(SourceNo),
}

/// Where a proposal comes from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Proposals {
    /// What completes the answer.
    Completions,
    /// What was answered before, the last first.
    Answers,
}

/// A proposal that stands in the place of what was typed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Proposed {
    /// Where it comes from.
    pub from: Proposals,
    /// What was typed, letter by letter.
    typed: String,
    /// Which of the proposals it is.
    pub at: usize,
}

/// How long an answer may get; nothing that can be asked for is longer.
const LONGEST: usize = 80;

impl Prompt {
    /// A question without an answer yet.
    #[must_use]
    pub fn new(question: Question) -> Self {
        Self { question, raw: String::new(), fault: None, proposed: None }
    }

    /// The answer so far, as it is shown and asked; without a joiner at its end, which waits for what it joins.
    #[must_use]
    pub fn answer(&self) -> Clean {
        shown(&self.raw)
    }

    /// What was typed, whatever proposal stands in its place.
    #[must_use]
    pub fn typed(&self) -> Clean {
        self.proposed.as_ref().map_or_else(|| self.answer(), |proposed| shown(&proposed.typed))
    }

    /// Adds to the answer.
    pub(super) fn type_on(&mut self, text: &str) {
        let room = LONGEST.saturating_sub(self.raw.chars().count());
        self.raw.extend(text.chars().take(room));
        self.changed();
    }

    /// Takes the last character back.
    pub(super) fn erase(&mut self) {
        self.raw.pop();
        self.changed();
    }

    fn changed(&mut self) {
        self.fault = None;
        self.proposed = None;
    }

    /// Puts the next or previous of `proposals` in the place of what was typed; beyond the last and before the first
    /// stands what was typed.
    pub(super) fn propose(&mut self, from: Proposals, proposals: &[String], forwards: bool) {
        let (typed, at) = match self.proposed.take() {
            Some(proposed) if proposed.from == from => (proposed.typed, Some(proposed.at)),
            Some(proposed) => (proposed.typed, None),
            None => (self.raw.clone(), None),
        };
        let next = match at {
            None if forwards => 0,
            None => proposals.len().wrapping_sub(1),
            Some(at) if forwards => at + 1,
            Some(at) => at.wrapping_sub(1),
        };
        self.fault = None;
        match proposals.get(next) {
            Some(proposal) => {
                self.raw.clone_from(proposal);
                self.proposed = Some(Proposed { from, typed, at: next });
            }
            None => self.raw = typed,
        }
    }
}

/// Letters as they are shown.
fn shown(raw: &str) -> Clean {
    Clean::new(raw.trim_end_matches(['\u{200C}', '\u{200D}']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_typed_one_by_one_are_those_of_the_whole_word() {
        // The non-joiner of Faizabad, a mark on a letter, an emoji with its selector.
        for whole in ["\u{641}\u{6cc}\u{636}\u{200c}\u{622}\u{628}\u{627}\u{62f}", "Cafe\u{301}", "\u{2764}\u{fe0f}"] {
            let mut prompt = Prompt::new(Question::Find);
            for letter in whole.chars() {
                prompt.type_on(letter.encode_utf8(&mut [0; 4]));
                assert!(!prompt.answer().contains('\u{fffd}'), "{whole} at {letter:?}");
            }
            assert_eq!((prompt.answer(), prompt.typed()), (Clean::new(whole), Clean::new(whole)));
        }
        let mut prompt = Prompt::new(Question::Find);
        prompt.type_on("a\u{1b}[2J\u{202e}");
        assert_eq!(prompt.answer().as_str(), "a\u{fffd}[2J\u{fffd}");
        prompt.erase();
        assert_eq!(prompt.answer().as_str(), "a\u{fffd}[2J");
    }

    #[test]
    fn proposals_go_round_by_way_of_what_was_typed() {
        let proposals = ["kunduz".to_owned(), "kunar".to_owned()];
        let mut prompt = Prompt::new(Question::Date);
        prompt.type_on("ku");
        let mut seen = Vec::new();
        for _ in 0..4 {
            prompt.propose(Proposals::Completions, &proposals, true);
            seen.push(prompt.answer().to_string());
        }
        assert_eq!(seen, ["kunduz", "kunar", "ku", "kunduz"]);
        prompt.propose(Proposals::Completions, &proposals, false);
        assert_eq!((&*prompt.answer(), &*prompt.typed()), ("ku", "ku"));
        prompt.propose(Proposals::Completions, &proposals, false);
        prompt.type_on("x");
        assert_eq!((&*prompt.answer(), &*prompt.typed()), ("kunarx", "kunarx"));
    }
}
