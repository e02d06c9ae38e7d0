//! A picture onto the screen.

use crate::app::Area;
use crate::picture::Picture;

use super::Sheet;

/// Paints `picture` at the upper left corner of `area`, cut to it.
pub(super) fn render(picture: &Picture, area: Area, sheet: &mut Sheet<'_>) {
    for y in 0..area.height.min(picture.height()) {
        let row = picture.row(y);
        sheet.cells((area.x, area.y + y), &row[..row.len().min(area.width.into())]);
    }
}
