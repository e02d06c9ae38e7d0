//! What stands on a screen that is too small for anything else.

use crate::app::SMALLEST;
use crate::picture::Ink;

use super::Sheet;

/// Says how much room is needed, as far as there is room to say so.
pub(super) fn render((width, height): (u16, u16), sheet: &mut Sheet<'_>) {
    let (columns, rows) = SMALLEST;
    let lines = [
        "frontline".to_owned(),
        format!("needs {columns} columns x {rows} rows"),
        format!("has {width} x {height}"),
        "q quits".into(),
    ];
    let shown = lines.iter().skip(usize::from(height < 4)).take(height.into());
    for (y, line) in (0..).zip(shown) {
        sheet.write((0, y), width, line, Ink::Plain);
    }
}
