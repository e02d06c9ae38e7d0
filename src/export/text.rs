//! A frame as plain text.

use ratatui::buffer::Buffer;

use super::ansi::rows;

/// The characters of a frame, a line a row, without blanks at the ends of lines.
#[must_use]
pub fn text(frame: &Buffer) -> String {
    let mut out = String::new();
    for row in rows(frame) {
        let line: String = row.iter().map(|(_, cell)| cell.symbol()).collect();
        out.push_str(line.trim_end());
        out.push('\n');
    }
    out
}
