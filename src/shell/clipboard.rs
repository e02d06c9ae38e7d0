//! The clipboard of the user's own machine, by the sequence that terminals take for it, over any connection.

use crossterm::Command;
use crossterm::clipboard::CopyToClipboard;

use crate::text::Clean;

/// What gives a text to the clipboard. It says nothing on the screen, and no answer is waited for.
pub(super) fn copy(text: &Clean) -> String {
    let mut out = String::new();
    // A string takes everything.
    let _ = CopyToClipboard::to_clipboard_from(text.as_str()).write_ansi(&mut out);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_goes_to_the_clipboard_in_base64() {
        assert_eq!(copy(&Clean::new("Herat")), "\u{1b}]52;c;SGVyYXQ=\u{1b}\\");
        assert_eq!(copy(&Clean::new("هرات")), "\u{1b}]52;c;2YfYsdin2Ko=\u{1b}\\");
    }
}
