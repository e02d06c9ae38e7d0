//! Prompts: asking, typing, proposing, answering.

use crate::app::{Message, Model, Pinned, Prompt, Proposals, Question, Search, Speed, completions, typed_day};
use crate::dataset::Dataset;

use super::find;
use super::play;
use super::time::jump_to;

/// How many answers are remembered.
const REMEMBERED: usize = 50;

/// Asks, or changes or takes the answer to what is asked.
pub(super) fn answer(model: &mut Model, dataset: &Dataset, message: Message) {
    match message {
        Message::AskDate => model.prompt = Some(Prompt::new(Question::Date)),
        Message::Find => {
            model.prompt = Some(Prompt::new(Question::Find));
            model.search = Search::default();
        }
        Message::ListUp => find::walk(model, false),
        Message::ListDown => find::walk(model, true),
        Message::AskSpeed => model.prompt = Some(Prompt::new(Question::Speed)),
        Message::Compare => match model.pinned.take() {
            Some(_) => {}
            None => model.prompt = Some(Prompt::new(Question::Comparison)),
        },
        Message::AskDay => model.prompt = Some(Prompt::new(Question::DayOfMonth)),
        Message::AskDayBy(digit) => {
            model.prompt = Some(Prompt::new(Question::DayOfMonth));
            type_on(model, dataset, &digit.to_string());
        }
        Message::Type(text) => type_on(model, dataset, &text),
        Message::Propose(from, forwards) => propose(model, dataset, from, forwards),
        Message::Submit => submit(model, dataset),
        _ => {
            if let Some(prompt) = &mut model.prompt {
                prompt.erase();
            }
        }
    }
    find::refresh(model, dataset);
}

/// Adds to the answer; the second digit of a day of the month answers.
fn type_on(model: &mut Model, dataset: &Dataset, text: &str) {
    let Some(prompt) = &mut model.prompt else { return };
    prompt.type_on(text);
    if prompt.question == Question::DayOfMonth && prompt.answer().len() >= 2 {
        submit(model, dataset);
    }
}

fn propose(model: &mut Model, dataset: &Dataset, from: Proposals, forwards: bool) {
    let Some(prompt) = &mut model.prompt else { return };
    let proposals = match from {
        Proposals::Completions if prompt.question == Question::Speed => Vec::new(),
        Proposals::Completions => completions(&prompt.typed(), dataset, model.reading),
        Proposals::Answers => {
            let same = model.answers.iter().rev().filter(|(question, _)| *question == prompt.question);
            same.map(|(_, answer)| answer.clone()).collect()
        }
    };
    prompt.propose(from, &proposals, forwards);
}

/// Takes the answer to the question that is open, or says what is wrong with it and keeps on asking.
fn submit(model: &mut Model, dataset: &Dataset) {
    let Some(prompt) = &model.prompt else { return };
    match prompt.question {
        Question::Date | Question::DayOfMonth => match typed_day(&prompt.answer(), model.day, dataset, model.reading) {
            Ok(day) => {
                answered(model);
                jump_to(model, dataset, day);
            }
            Err(fault) => refuse(model, fault),
        },
        Question::Comparison => match Pinned::typed(&prompt.answer(), model.when(), dataset) {
            Ok(pinned) => {
                answered(model);
                model.pinned = Some(pinned);
            }
            Err(fault) => refuse(model, fault),
        },
        Question::Find => {
            if find::submit(model, dataset) {
                answered(model);
            }
        }
        // A yes or a no, which no letter adds to.
        Question::Open(_) => model.prompt = None,
        Question::Speed => match Speed::parse(&prompt.answer()) {
            Some(speed) => {
                answered(model);
                model.playback.set_speed(speed);
                play::tell(model, &Message::AskSpeed);
            }
            None => refuse(model, "a speed is 0.25 to 365 days a second".into()),
        },
    }
}

/// Says what is wrong with the answer. A question that answers itself waits for no better one.
fn refuse(model: &mut Model, fault: String) {
    if model.prompt.as_ref().is_some_and(|prompt| prompt.question == Question::DayOfMonth) {
        model.prompt = None;
        model.notice = Some(fault.into());
    } else if let Some(prompt) = &mut model.prompt {
        prompt.fault = Some(fault);
    }
}

/// Closes the prompt and remembers what was answered.
fn answered(model: &mut Model) {
    let Some(prompt) = model.prompt.take() else { return };
    let answer = (prompt.question, prompt.answer().to_string());
    model.answers.retain(|known| *known != answer);
    model.answers.push(answer);
    let surplus = model.answers.len().saturating_sub(REMEMBERED);
    model.answers.drain(..surplus);
}
