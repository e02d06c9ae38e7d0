//! `show`: the screen of a day on standard output.

use super::{command, output};

#[test]
fn a_frame_has_its_size_and_is_plain_ascii() {
    for (size, columns, rows) in [("40x12", 40, 12), ("80x24", 80, 24), ("120x40", 120, 40), ("200x60", 200, 60)] {
        for date in ["2021-05-01", "2021-08-05", "2021-08-12", "2021-08-15", "2021-09-07"] {
            let text = output(&["show", "--at", date, "--size", size]);
            assert_eq!(text.lines().count(), rows, "{size} {date}");
            assert!(text.lines().all(|line| line.len() <= columns && line.trim_end() == line), "{size} {date}");
            assert!(text.bytes().all(|byte| byte == b'\n' || (b' '..=b'~').contains(&byte)), "{size} {date}");
        }
    }
}

#[test]
fn it_opens_on_the_evening_of_the_founding_article() {
    assert_eq!(output(&["show"]), output(&["show", "--at", "2021-08-09", "--size", "120x40"]));
    let header = output(&["show"]).lines().next().unwrap_or_default().to_owned();
    assert!(header.contains("Mon 9 Aug 2021") && header.contains("18 Asad 1400"), "{header}");
}

/// The text between the escape sequences.
fn uncolored(text: &str) -> String {
    let mut parts = text.split("\x1b[");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| text + part.split_once('m').map_or("", |(_, rest)| rest))
}

#[test]
fn colours_change_nothing_but_colours() {
    let plain = output(&["show", "--at", "2021-08-12"]);
    for theme in ["dark", "light", "mono"] {
        let colored = output(&["show", "--at", "2021-08-12", "--color", "always", "--theme", theme]);
        let trimmed = |text: &str| text.lines().map(|line| line.trim_end().to_owned() + "\n").collect::<String>();
        assert_eq!(trimmed(&uncolored(&colored)), plain, "{theme}");
    }
}

#[test]
fn colours_are_for_those_who_want_them() {
    let with = |arguments: &[&str], variables: &[(&str, &str)]| {
        let mut command = command(&[&["show"], arguments].concat());
        let output = command.envs(variables.iter().copied()).output().expect("the program starts");
        output.stdout.contains(&b'\x1b')
    };
    assert!(!with(&[], &[]), "no colours into a pipe");
    assert!(with(&[], &[("CLICOLOR_FORCE", "1")]));
    assert!(!with(&[], &[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")]), "NO_COLOR has the last word");
    assert!(with(&["--color", "always"], &[("NO_COLOR", "1")]), "but for the flag");
    assert!(!with(&["--color", "never"], &[("CLICOLOR_FORCE", "1")]));
}

#[test]
fn the_mono_theme_sends_no_colour() {
    let text = output(&["show", "--color", "always", "--theme", "mono"]);
    let codes = text.split("\x1b[").skip(1).filter_map(|part| part.split_once('m'));
    let mut codes = codes.flat_map(|(codes, _)| codes.split(';')).filter(|code| !code.is_empty()).peekable();
    assert!(codes.peek().is_some(), "it sends attributes");
    assert!(codes.all(|code| code.parse::<u8>().is_ok_and(|code| code < 30)), "{text:?}");
}

#[test]
fn one_account_shows_its_own_days() {
    let text = output(&["show", "--account", "CNN-0809"]);
    assert!(text.lines().next().is_some_and(|header| header.contains("CNN-0809")), "{text}");
    assert!(text.contains("5 of 34"), "{text}");
}

#[test]
fn an_account_knows_no_bounds() {
    let list = |more: &[&str]| output(&[&["show", "--at", "2021-08-08"], more].concat());
    assert!(list(&[]).contains("x Sar-e-Pul (8-9)"));
    let told = list(&["--account", "CNN-0809"]);
    assert!(told.contains("x Sar-e-Pul ") && !told.contains("(8-9)"), "{told}");
}
