//! The signs of the lower layers in words, where the map is empty.

use crate::map::base::Base;
use crate::map::label::columns_of;
use crate::map::layer::{Layer, Layers};
use crate::map::viewport::CellAt;
use crate::picture::{Ink, Picture};

/// The signs with their words. A sketch is called one, and what is derived too; a digit is the key.
const ENTRIES: [(Layer, Ink, char, &str); 4] = [
    (Layer::Relief, Ink::Relief, '^', "above 2 800 m (1)"),
    (Layer::Rivers, Ink::River, '~', "river, some derived (2)"),
    (Layer::Roads, Ink::Road, '=', "road, a sketch (3)"),
    (Layer::Graticule, Ink::Graticule, '+', "full degrees (9)"),
];

/// Writes an entry for every sign that is on the map, above one another in an empty corner if there is one.
pub(super) fn draw(base: &Base, layers: Layers, picture: &mut Picture) {
    let shown = ENTRIES.into_iter().filter(|(layer, ink, ..)| layers.has(*layer) && is_on(picture, *ink));
    let shown: Vec<_> = shown.map(|(_, ink, sign, words)| (ink, sign, words)).collect();
    let Some(at) = corner(base, &shown) else { return };
    for (y, (ink, sign, words)) in (at.y..).zip(shown) {
        let sign = drawn(base, ink).unwrap_or(sign);
        for x in at.x - 1..=at.x + width(words) {
            picture.put(x, y, ' ', Ink::Plain);
        }
        picture.put(at.x, y, sign, ink);
        picture.write(at.x + 2, y, words, Ink::Faint);
    }
}

/// The sign as it is drawn in dots, if it is.
fn drawn(base: &Base, ink: Ink) -> Option<char> {
    let grid = base.glyphs.grid()?;
    let middle = grid.dot(0, grid.rows / 2);
    match ink {
        Ink::River => Some(base.glyphs.glyph(middle.with(grid.dot(1, grid.rows / 2)))),
        Ink::Road => Some(base.glyphs.glyph(middle)),
        _ => None,
    }
}

fn is_on(picture: &Picture, ink: Ink) -> bool {
    (0..picture.height()).any(|y| picture.row(y).iter().any(|cell| cell.ink() == ink))
}

/// Columns of a sign with its words.
fn width(words: &str) -> i32 {
    columns_of(words) + 2
}

/// The cell of the first sign.
fn corner(base: &Base, shown: &[(Ink, char, &str)]) -> Option<CellAt> {
    let wide = shown.iter().map(|(.., words)| width(words)).max()?;
    let high = i32::try_from(shown.len()).ok()?;
    let (width, height) = (i32::from(base.view.width()), i32::from(base.view.height()));
    let (right, bottom) = (width - wide - 1, height - high);
    // From the bottom up along either side, then from the top.
    let rows = (0..=bottom).rev();
    let mut corners = rows.flat_map(|y| [1, right].map(|x| CellAt { x, y }));
    corners.find(|at| {
        let legend = |y: i32| (at.x - 1..=at.x + wide).any(|x| base.legend.holds(CellAt { x, y }));
        (at.y..at.y + high).all(|y| base.sheet.is_empty(y, at.x - 1, at.x + wide + 1) && !legend(y))
    })
}
