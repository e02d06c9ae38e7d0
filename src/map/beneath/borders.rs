//! The borders of the regions in ASCII strokes, which are the same on any day.

use crate::map::base::Base;
use crate::map::chain::Class;
use crate::map::lattice;
use crate::map::network::Network;
use crate::picture::{Ink, Picture};

/// Draws the borders; those between regions only where the map is wide enough for them.
pub(super) fn draw(base: &Base, network: &Network, picture: &mut Picture) {
    for class in [Class::Inner, Class::Outline] {
        let ink = if class == Class::Outline { Ink::Outline } else { Ink::Border };
        if base.view.narrow() && class == Class::Inner {
            continue;
        }
        let arcs = network.arcs.iter().zip(&network.classes).filter(|(_, own)| **own == Some(class));
        for &(at, glyph) in arcs.flat_map(|(arc, _)| &arc.strokes) {
            let there = picture.cell(at.x, at.y).filter(|cell| matches!(cell.ink(), Ink::Border | Ink::Outline));
            let there = there.and_then(|cell| u8::try_from(cell.glyph).ok());
            let glyph = there.map_or(glyph, |there| lattice::merge(there, glyph));
            picture.put(at.x, at.y, char::from(glyph), ink);
        }
    }
}
