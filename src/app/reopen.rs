//! The command line that opens a day, reading and look again.

use crate::chronicle::Reading;
use crate::dataset::Dataset;
use crate::map::{GlyphSet, Layer};

use super::{Model, ThemeName};

/// The command that opens the data set of a model on its day, under its reading, beside what it is compared with, in its
/// theme, glyphs and layers. What is selected and where the map looks it does not tell.
#[must_use]
pub fn command(model: &Model, dataset: &Dataset) -> String {
    let id = |source| quoted(&dataset.chronicle.source(source).id);
    let mut words = vec!["frontline".to_owned()];
    words.extend(model.origin.as_ref().map(|origin| path(origin)));
    words.push(format!("--at {}", model.day));
    match model.reading {
        Reading::Settled => {}
        Reading::Account(source) => words.push(format!("--account={}", id(source))),
        named => words.push(format!("--reading {}", named.word())),
    }
    words.extend(model.pinned.map(|pinned| format!("--compare={}", quoted(&pinned.word(dataset)))));
    words.extend(dataset.left_out.iter().map(|&source| format!("--without={}", id(source))));
    let theme = ThemeName::NAMES.into_iter().find(|(theme, _)| *theme == model.theme);
    words.extend(theme.map(|(_, name)| format!("--theme {name}")));
    let glyphs = GlyphSet::NAMES.into_iter().find(|(set, _)| *set == model.glyphs);
    words.extend(glyphs.map(|(_, name)| format!("--glyphs {name}")));
    if model.layers != model.usual_layers() {
        let shown = Layer::NAMES.into_iter().filter(|(layer, _)| model.layers.has(*layer));
        let names: Vec<&str> = shown.map(|(_, name)| name).collect();
        words.push(format!("--layers {}", quoted(&names.join(","))));
    }
    words.join(" ")
}

/// A path as a shell and the command line take it: one that begins with a dash would be an option.
fn path(path: &str) -> String {
    quoted(&if path.starts_with('-') { format!("./{path}") } else { path.to_owned() })
}

/// A word as a shell takes it: in single quotes unless it is plain.
fn quoted(word: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_./:=@%+,".contains(&byte);
    if !word.is_empty() && word.bytes().all(plain) {
        word.to_owned()
    } else {
        format!("'{}'", word.replace('\'', "'\\''"))
    }
}

#[cfg(test)]
mod tests {
    use super::{path, quoted};

    #[test]
    fn words_are_quoted_as_a_shell_needs_it() {
        assert_eq!(quoted("data/afghanistan-2021"), "data/afghanistan-2021");
        assert_eq!(quoted("my data"), "'my data'");
        assert_eq!(quoted("it's"), "'it'\\''s'");
        assert_eq!((quoted("-x"), path("-x"), path("- x")), ("-x".into(), "./-x".into(), "'./- x'".into()));
        assert_eq!(quoted(""), "''");
        assert_eq!(quoted("$(reboot)"), "'$(reboot)'");
    }
}
