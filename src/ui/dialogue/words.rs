//! The words of the dialogue: those of the keymap, shorter ones for the most needed, and what takes a name.

use crate::app::{Binding, keymap};

/// Shorter words for words of the keymap.
const SHORT: [(&str, &str); 19] = [
    ("later", "step-later"),
    ("earlier", "step-earlier"),
    ("next", "event-after"),
    ("before", "event-before"),
    ("first", "first-day"),
    ("last", "last-day"),
    ("up", "list-up"),
    ("down", "list-down"),
    ("place", "next-place"),
    ("reading", "next-reading"),
    ("date", "ask-date"),
    ("open", "open-link"),
    ("cite", "copy-citation"),
    ("command", "copy-command"),
    ("enter", "go"),
    ("close", "back"),
    ("bye", "quit"),
    ("exit", "quit"),
    ("read", "sources"),
];

/// What is said and taken beside the keymap.
const OWN: [(&str, &str); 13] = [
    ("here, or an empty line", "say again where we are: the day, who holds what, what is in focus"),
    ("detail", "say more about what is in focus"),
    ("list", "what is listed under the day, with numbers"),
    ("3", "choose the third of the list that was said last; go then goes there"),
    ("find NAME", "find a place in any spelling, an event, a source, a day; a number goes to one of them"),
    ("place NAME", "select a place in any spelling, on the day where we are"),
    ("why PLACE, sources PLACE", "the same of that place"),
    ("reading NAME", "read by settled, earliest, latest or as-reported"),
    ("compare WITH", "compare with a day, a reading or an account"),
    ("date DAY", "go to a day: 2021-08-12, 12 aug, +3, fall of kunduz; the day alone will do too"),
    ("account ID", "the world as one source had it, such as account CNN-0809; account settled goes back"),
    ("]", "any key by its name, as the viewer knows it"),
    ("help", "these words"),
];

/// The binding of a word.
pub(super) fn binding(word: &str) -> Option<&'static Binding> {
    let long = SHORT.iter().find(|(short, _)| *short == word).map_or(word, |(_, long)| *long);
    keymap::bindings().find(|binding| binding.word == long)
}

/// Every word with what it does.
pub(super) fn help() -> Vec<String> {
    let mut out = vec!["Words of this dialogue.".to_owned()];
    out.extend(OWN.iter().map(|(word, does)| format!("{word}: {does}.")));
    for group in keymap::groups() {
        out.push(format!("{}.", group.title));
        for binding in group.bindings {
            let short = SHORT.iter().find(|(_, long)| *long == binding.word);
            let short = short.map_or_else(String::new, |(short, _)| format!("{short}, or "));
            out.push(format!("{short}{}: {}.", binding.word, binding.help));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_short_word_stands_for_a_word_of_the_keymap_and_is_none_itself() {
        for (short, long) in SHORT {
            assert_eq!(binding(short).map(|binding| binding.word), Some(long), "{short}");
            assert!(keymap::bindings().all(|binding| binding.word != short), "{short}");
        }
    }

    #[test]
    fn help_names_every_word_of_the_keymap() {
        let help = help().join("\n");
        for binding in keymap::bindings() {
            assert!(help.contains(&format!("{}: {}.", binding.word, binding.help)), "{}", binding.word);
        }
    }
}
