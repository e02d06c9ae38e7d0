//! What a run recorded, played again.

use std::process::Command;

use portable_pty::PtySize;

use super::{NEXT, SIZE, Screen, viewer};

/// The frame after a script, as `show` prints it.
fn shown(script: &std::path::Path) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_frontline")).arg("show").arg("--replay").arg(script).output();
    let output = output.expect("it runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("text")
}

#[test]
fn a_recorded_run_can_be_seen_by_others() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("run.keys");
    let mut command = viewer();
    command.arg("--record");
    command.arg(&path);
    let mut screen = Screen::running(command, SIZE);
    screen.wait_for("a frame", |seen| seen.frames() > 0);
    screen.press("\x1b[C\x1b[200~a paste\nof two lines\x1b[201~\x1b[<0;20;10M\x1b[<0;20;10m+");
    screen.wait_for("the next day", |seen| seen.header().contains(NEXT));
    let recorded = || std::fs::read_to_string(&path).expect("a record");
    screen.resize(PtySize { rows: 30, cols: 100, ..SIZE });
    super::within("the new size", || recorded().ends_with("resize 100 30\n"));
    screen.press("r\t");
    super::within("the last key", || recorded().ends_with("tab\n"));
    let (script, text) = (recorded(), shown(&path));
    screen.wait_for("the same screen", |seen| {
        let rows = |text: &str| text.lines().map(|line| line.trim_end().to_owned()).collect::<Vec<_>>();
        rows(&seen.text()) == rows(&text)
    });
    screen.press("q");
    assert_eq!(screen.exit_code(), 0);
    assert!(script.starts_with("# frontline ") && script.contains("\nresize 120 40\nright\n"), "{script}");
    assert!(script.contains("\npaste a paste of two lines\npress left 19 9\nrelease left 19 9\n+\n"), "{script}");
}

#[test]
fn a_file_that_is_there_is_not_recorded_over() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("run.keys");
    std::fs::write(&path, "precious").expect("a file");
    let mut command = viewer();
    command.arg("--record");
    command.arg(&path);
    let mut screen = Screen::running(command, SIZE);
    assert_eq!(screen.exit_code(), 4);
    screen.wait_for("a sentence", |seen| seen.text().contains("exists") && seen.modes().is_empty());
    assert_eq!(std::fs::read_to_string(&path).expect("the file"), "precious");
}

#[test]
fn a_record_that_cannot_be_written_is_told_at_the_end() {
    // The disk fills up after the first line: a limit on the size of files does the same.
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("run.keys");
    let command = super::shell(&format!("trap '' XFSZ; ulimit -f 1; exec \"$0\" --record '{}'", path.display()));
    let mut screen = Screen::running(command, SIZE);
    screen.wait_for("a frame", |seen| seen.frames() > 0);
    screen.press(&"\x1b[C\x1b[D".repeat(300));
    screen.press("q");
    assert_eq!(screen.exit_code(), 4);
    screen.wait_for("a sentence", |seen| seen.text().contains("the record failed") && seen.modes().is_empty());
}
