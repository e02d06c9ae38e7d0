//! A frame as text with colours for a terminal or a pager.

use ratatui::buffer::{Buffer, Cell};
use unicode_width::UnicodeWidthStr;

use super::Pen;

/// The characters of a frame with their colours; every line begins and ends in the terminal's own.
#[must_use]
pub fn ansi(frame: &Buffer) -> Vec<u8> {
    let mut out = Vec::new();
    for row in rows(frame) {
        let mut pen = Pen::default();
        let plain = |cell: &Cell| cell.symbol() == " " && Pen::of(cell) == Pen::default();
        let end = row.iter().rposition(|(_, cell)| !plain(cell)).map_or(0, |last| last + 1);
        for (_, cell) in row.iter().take(end) {
            let next = Pen::of(cell);
            pen.change(next, &mut out);
            pen = next;
            out.extend_from_slice(cell.symbol().as_bytes());
        }
        pen.change(Pen::default(), &mut out);
        out.push(b'\n');
    }
    out
}

/// The cells of every row with their columns, without the second halves of wide characters.
pub(super) fn rows(frame: &Buffer) -> impl Iterator<Item = Vec<(u16, &Cell)>> {
    let area = frame.area;
    (area.y..area.y + area.height).map(move |y| {
        let mut row = Vec::with_capacity(area.width.into());
        let mut x = area.x;
        while x < area.x + area.width {
            let Some(cell) = frame.cell((x, y)) else { break };
            row.push((x, cell));
            x += u16::try_from(cell.symbol().width()).unwrap_or(1).max(1);
        }
        row
    })
}
