//! The user's browser: addresses are given to the program that the desktop opens them with.

use std::env;
use std::process::{Command, Stdio};
use std::thread;

use crate::text::{Clean, Link};

/// What opens an address on a desktop, the likeliest first: freedesktop, the one of macOS, Linux inside Windows.
const OPENERS: [&str; 3] =
    if cfg!(target_os = "macos") { ["open", "xdg-open", "wslview"] } else { ["xdg-open", "wslview", "open"] };

/// Opens an address, and tells only if that does not work. Nothing is waited for; no shell sees the address.
pub(super) fn open(link: &Link, tell: impl FnOnce(Clean) + Send + 'static) {
    if !has_desktop() {
        tell("no desktop is in reach from here, so no browser; y copies the address".into());
        return;
    }
    let started = OPENERS.into_iter().find_map(|opener| Some((opener, start(opener, link)?)));
    let Some((opener, mut child)) = started else {
        tell(format!("found none of {} to open it with; y copies the address", OPENERS.join(", ")).into());
        return;
    };
    // Somebody has to take note of its end. If no thread can be had, the system does when this program ends.
    let _ = thread::Builder::new().name("opener".into()).spawn(move || {
        if !child.wait().is_ok_and(|status| status.success()) {
            tell(format!("{opener} could not open it; y copies the address").into());
        }
    });
}

/// Starts a program that opens an address, apart from this terminal: a browser that draws on it would destroy the screen.
fn start(opener: &str, link: &Link) -> Option<std::process::Child> {
    use std::os::unix::process::CommandExt;
    let mut command = Command::new(opener);
    command.arg(link.address()).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).process_group(0);
    command.spawn().ok()
}

/// Whether there is a desktop that has a browser: over SSH there is none, and what opens addresses would look for one that
/// draws on the terminal.
fn has_desktop() -> bool {
    let set = |name: &str| env::var_os(name).is_some_and(|value| !value.is_empty());
    cfg!(target_os = "macos") || ["DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME", "BROWSER"].into_iter().any(set)
}
