//! Arguments that make no sense: one clear line, exit code 2, nothing on standard output.

use super::run;

/// Runs what must be refused; the line must contain all of `parts`.
#[track_caller]
fn refused(arguments: &[&str], parts: &[&str]) {
    let ran = run(arguments);
    assert_eq!((ran.code, &*ran.out), (2, ""), "{arguments:?}: {}", ran.said);
    assert_eq!(ran.said.lines().count(), 1, "{arguments:?}: {}", ran.said);
    assert!(ran.said.starts_with("frontline: "), "{}", ran.said);
    assert!(parts.iter().all(|part| ran.said.contains(part)), "{parts:?}: {}", ran.said);
}

/// The viewer and every command that takes a day.
const DATED: [&[&str]; 5] = [&[], &["show"], &["state"], &["find", "herat"], &["export", "-o", "x.svg"]];

#[test]
fn wrong_dates() {
    for command in DATED {
        let at = |date| [command, &["--at", date]].concat();
        refused(&at("2021-13-40"), &["2021-13-40", "no such day"]);
        refused(&at("yesterday"), &["yesterday", "2021-08-12"]);
        refused(&at("2021-02-29"), &["2021-02-29", "no such day"]);
        refused(&at("12.8.2021"), &["12.8.2021", "12 August or 8 December"]);
        refused(&at(""), &["--at"]);
        refused(&at("1999-01-01"), &["1999-01-01", "2021-05-01", "2021-09-07"]);
    }
}

#[test]
fn unknown_readings_and_accounts() {
    for command in [&[] as &[&str], &["show"], &["state", "--json"], &["export", "-o", "x.svg"]] {
        refused(&[command, &["--reading", "hopeful"]].concat(), &["hopeful", "settled"]);
        refused(&[command, &["--account", "NOBODY"]].concat(), &["NOBODY", "CNN-0809"]);
    }
}

#[test]
fn impossible_sizes() {
    for size in ["0x0", "99999x99999", "39x12", "40x11", "1001x40", "120", "120x", "x40", "120x40x2", "-1x40", "a x b"]
    {
        refused(&["show", &format!("--size={size}")], &[size, "40x12", "1000x500"]);
    }
    refused(&["export", "-o", "x.svg", "--size", "0x0"], &["0x0", "40x12"]);
}

#[test]
fn unknown_options_commands_and_looks() {
    for command in DATED {
        let help = command.first().map_or_else(|| "frontline --help".into(), |name| format!("frontline {name} --help"));
        refused(&[command, &["--bogus"]].concat(), &["--bogus", &help]);
    }
    refused(&["shwo"], &["shwo", "frontline --help"]);
    let misplaced = ["--at", "2021-08-12", "show", "--size", "80x24"];
    for end in [3, 5] {
        refused(&misplaced[..end], &["show is a command and comes first", "frontline show --at"]);
    }
    refused(&["show", "--theme", "pink"], &["pink", "dark", "light", "mono"]);
    refused(&["show", "--color", "maybe"], &["maybe", "always"]);
    refused(&["export"], &["--output"]);
    refused(&["find"], &["QUERY", "frontline find --help"]);
}

#[test]
fn control_characters_do_not_come_back() {
    let ran = run(&["show", "--at", "\u{1b}]0;title\u{7}"]);
    assert_eq!((ran.code, ran.said.contains(['\u{1b}', '\u{7}'])), (2, false), "{:?}", ran.said);
}
