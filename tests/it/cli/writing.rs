//! Files that are written: whole or not at all, where and only where the user says.

use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::Path;
use std::process::{Command, Output};

use super::{command, run};

/// Exports to a path.
fn export(path: &Path, force: bool) -> super::Ran {
    let mut arguments = vec!["export", "-o", path.to_str().expect("a plain path")];
    if force {
        arguments.push("--force");
    }
    run(&arguments)
}

/// Runs a line of shell with the program as `$0` and a path as `$1`.
fn shell(line: &str, path: &Path) -> Output {
    let mut shell = Command::new("sh");
    shell.args(["-c", line, env!("CARGO_BIN_EXE_frontline")]).arg(path);
    shell.output().expect("the shell runs")
}

/// The names in a folder.
fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("a folder");
    let mut names: Vec<String> =
        entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[test]
fn a_new_file_has_the_permissions_of_any_new_file() {
    let folder = tempfile::tempdir().expect("a folder");
    for (mask, mode) in [("022", 0o644), ("027", 0o640), ("077", 0o600)] {
        let path = folder.path().join(format!("{mask}.svg"));
        let output = shell(&format!("umask {mask}; exec \"$0\" export -o \"$1\""), &path);
        assert!(output.status.success());
        let found = fs::metadata(&path).expect("the file").permissions().mode() & 0o777;
        assert_eq!(found, mode, "umask {mask}: {found:o}");
    }
}

#[test]
fn a_link_is_replaced_and_what_it_leads_to_is_left_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    let (precious, link) = (folder.path().join("precious"), folder.path().join("link.svg"));
    fs::write(&precious, "precious").expect("a file");
    symlink(&precious, &link).expect("a link");
    assert_eq!(export(&link, false).code, 2);
    assert_eq!(export(&link, true).code, 0);
    assert_eq!(fs::read_to_string(&precious).expect("the file"), "precious");
    assert!(fs::symlink_metadata(&link).expect("a file").is_file());
    let nowhere = folder.path().join("nowhere.svg");
    symlink(folder.path().join("nothing"), &nowhere).expect("a link");
    assert_eq!(export(&nowhere, false).code, 2, "a link to nothing is something");
}

#[test]
fn what_cannot_be_written_leaves_what_was_there() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("map.svg");
    fs::write(&path, "before").expect("a file");
    // A limit on the size of files fails a write in its middle, as a full disk does.
    let output = shell("trap '' XFSZ; ulimit -f 2; exec \"$0\" export --force -o \"$1\"", &path);
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(4), "{said}");
    assert!(said.starts_with("frontline: ") && said.lines().count() == 1, "{said}");
    assert_eq!(fs::read_to_string(&path).expect("the file"), "before");
    assert_eq!(names(folder.path()), ["map.svg"], "nothing is left behind");
}

#[test]
fn places_where_nothing_can_be_written_are_told_in_a_sentence() {
    let folder = tempfile::tempdir().expect("a folder");
    let taken = folder.path().join("folder.svg");
    fs::create_dir_all(taken.join("inside")).expect("a folder");
    assert_eq!(export(&taken, false).code, 2);
    for path in [&*taken, Path::new("/proc/map.svg"), Path::new("/dev/null/map.svg"), Path::new("/no/such/map.svg")] {
        let ran = export(path, true);
        assert_eq!((ran.code, ran.said.lines().count()), (4, 1), "{}", ran.said);
        assert!(ran.said.starts_with(&format!("frontline: {}: ", path.display())), "{}", ran.said);
    }
    assert_eq!(names(folder.path()), ["folder.svg"], "nothing is left behind");
}

#[test]
fn nothing_is_written_unasked() {
    let folder = tempfile::tempdir().expect("a folder");
    let commands: [&[&str]; 6] =
        [&["show"], &["state", "--json"], &["find", "herat"], &["why", "herat"], &["--help"], &["show", "/no/such"]];
    for arguments in commands {
        let mut command = command(arguments);
        for name in ["HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "TMPDIR"] {
            command.env(name, folder.path());
        }
        command.current_dir(folder.path()).output().expect("it runs");
        assert!(names(folder.path()).is_empty(), "{arguments:?}: {:?}", names(folder.path()));
    }
}

#[test]
fn no_message_carries_what_drives_a_terminal() {
    let evil = "\u{1b}[31m\u{9b}2J\u{202e}\u{7}";
    let inside = format!("/tmp/{evil}/x.svg");
    for arguments in [
        &["export", "-o", &inside] as &[&str],
        &["export", "-o", evil],
        &["show", evil],
        &["show", "--account", evil],
        &["show", "--theme", evil],
        &["show", "--replay", evil],
        &["find", evil],
        &["why", evil],
        &[evil],
        &["--", evil],
    ] {
        let ran = run(arguments);
        let all = format!("{}{}", ran.out, ran.said);
        assert!(!all.contains(['\u{1b}', '\u{9b}', '\u{202e}', '\u{7}']), "{arguments:?}: {all:?}");
        assert!(!all.is_empty(), "{arguments:?}");
    }
}
