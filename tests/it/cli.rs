//! The command line, as a script or a pipe sees it: the real program, its output, its messages, its exit codes.

mod check;
mod digest;
mod export;
mod find;
mod folder;
mod plain;
mod refusals;
mod show;
mod state;
mod tables;
mod why;
mod writing;

use std::process::{Command, Stdio};

/// What a run of the program left behind.
pub(super) struct Ran {
    /// The exit code.
    pub(super) code: i32,
    /// Standard output.
    pub(super) out: String,
    /// Standard error.
    pub(super) said: String,
}

/// The program with these arguments, in an environment that says nothing.
pub(super) fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_frontline"));
    command.args(arguments).env_clear().stdin(Stdio::null());
    command
}

/// Runs the program.
#[track_caller]
pub(super) fn run(arguments: &[&str]) -> Ran {
    let output = command(arguments).output().expect("the program starts");
    Ran {
        code: output.status.code().expect("an exit code"),
        out: String::from_utf8(output.stdout).expect("output in UTF-8"),
        said: String::from_utf8(output.stderr).expect("messages in UTF-8"),
    }
}

/// The output of a run that must go well and without a word.
#[track_caller]
pub(super) fn output(arguments: &[&str]) -> String {
    let ran = run(arguments);
    assert_eq!((ran.code, &*ran.said), (0, ""), "{arguments:?}");
    ran.out
}

#[test]
fn help_and_version_go_to_standard_output() {
    let help = output(&["--help"]);
    for command in ["show", "state", "why", "find", "digest", "method", "check", "export"] {
        assert!(help.lines().any(|line| line.trim_start().starts_with(command)), "{command}: {help}");
        let own = output(&[command, "--help"]);
        assert!(own.contains(&format!("Usage: frontline {command}")), "{own}");
    }
    assert_eq!(output(&["--version"]), concat!("frontline ", env!("CARGO_PKG_VERSION"), "\n"));
}

#[test]
fn a_closed_pipe_ends_it_quietly() {
    for arguments in [&["show"] as &[&str], &["state", "--json"], &["find", "herat"], &["--help"]] {
        let (reader, writer) = std::io::pipe().expect("a pipe");
        drop(reader);
        let output = command(arguments).stdout(writer).output().expect("the program starts");
        assert_eq!(output.status.code(), Some(0), "{arguments:?}");
        assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{arguments:?}");
    }
}

/// What the standard library takes for the room that every thread needs: more than there is, so that none can be had.
pub(super) const NO_THREADS: (&str, &str) = ("RUST_MIN_STACK", "4611686018427387904");

#[test]
fn it_works_where_no_thread_can_be_had() {
    let copy = folder::copy();
    for arguments in [&["show"] as &[&str], &["show", folder::path(&copy)], &["state", "--json"], &["check"]] {
        let ran = command(arguments).env(NO_THREADS.0, NO_THREADS.1).output().expect("the program starts");
        let (out, said) = (String::from_utf8_lossy(&ran.stdout), String::from_utf8_lossy(&ran.stderr));
        assert_eq!((ran.status.code(), &*said, &*out), (Some(0), "", &*output(arguments)), "{arguments:?}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_no_success() {
    let full = std::fs::File::create("/dev/full").expect("a device that takes nothing");
    let output = command(&["show"]).stdout(full).output().expect("the program starts");
    assert_eq!(output.status.code(), Some(4));
    assert_eq!(String::from_utf8_lossy(&output.stderr).lines().count(), 1);
}
