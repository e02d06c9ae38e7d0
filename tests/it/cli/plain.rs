//! `frontline --plain`: words in, sentences out, through pipes.

use std::io::Write;
use std::process::Stdio;

use super::{command, output};

/// What is said to some bytes on standard input.
#[track_caller]
fn said(arguments: &[&str], input: &[u8]) -> String {
    let arguments: Vec<&str> = ["--plain"].iter().chain(arguments).copied().collect();
    let mut child = command(&arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("it starts");
    // A dialogue that is over reads no further.
    let _ = child.stdin.take().expect("a way in").write_all(input);
    let ran = child.wait_with_output().expect("it ends");
    assert!(ran.status.success(), "{:?}", ran.status);
    String::from_utf8(ran.stdout).expect("output in UTF-8")
}

#[test]
fn a_script_of_words_steps_the_days() {
    let said = said(&["--at", "2021-08-11"], b"later\nlater\nquit\nlater\n");
    let days: Vec<&str> = said.lines().filter(|line| line.ends_with("reading: settled.")).collect();
    assert_eq!(
        days.iter().map(|day| day.get(..15).unwrap_or_default()).collect::<Vec<_>>(),
        ["Wed 11 Aug 2021", "Thu 12 Aug 2021", "Fri 13 Aug 2021"]
    );
    assert!(
        said.contains("12 of 34 capitals fallen (10-15)") && said.contains("18 of 34 capitals fallen (16-19)"),
        "{said}"
    );
}

#[test]
fn it_ends_with_its_input_and_draws_nothing() {
    let greeting = output(&["--plain"]);
    assert!(greeting.ends_with("help, quit.\n"), "{greeting}");
    let everything = said(
        &[],
        b"sources\nback\nwhy\nback\naccounts\nhelp\nlist\nplay\nfind cnn\n1\nzoom-in\nnext-theme\n\xff\xfe\n",
    );
    assert!(!everything.contains('\x1b') && everything.lines().count() > 200, "{everything}");
}

#[test]
fn flags_say_where_it_begins() {
    let said = said(&["--at", "2021-08-09", "--account", "CNN-0809"], b"");
    assert!(said.contains("as told by CNN on 9 Aug (CNN-0809)") && said.contains("5 of 34 capitals fallen"), "{said}");
}
