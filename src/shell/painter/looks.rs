//! What cells look like: a frame has thousands of cells in a few dozen roles, and roles that differ often look the same.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use crate::export::Pen;
use crate::picture::{Cell, Roles};
use crate::ui::Screen;

/// Roles are forgotten when there are more than this many, or all that ever were shown would be kept.
const MOST: usize = 4096;

/// What cells look like in one theme.
#[derive(Default)]
pub(super) struct Looks {
    known: HashMap<Roles, Look, BuildHasherDefault<Golden>>,
    /// By look, how it is written and the number of its ground.
    pens: Vec<(Pen, usize)>,
}

/// The number of a look. They count from 0 up, in the order in which they were met.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Look(pub(super) usize);

impl Looks {
    /// Makes ready for a frame, in the same theme or not: forgets the looks of another, or too many of this one.
    pub(super) fn begin(&mut self, same: bool) {
        if !same || self.known.len() > MOST {
            *self = Self::default();
        }
    }

    /// What a cell looks like on a screen.
    pub(super) fn of(&mut self, cell: Cell, screen: &Screen) -> Look {
        if let Some(look) = self.known.get(&cell.roles()) {
            return *look;
        }
        let pen = Pen::new(screen.theme().cell(cell));
        let look = Look(self.pens.iter().position(|known| known.0 == pen).unwrap_or_else(|| self.meet(pen)));
        self.known.insert(cell.roles(), look);
        look
    }

    fn meet(&mut self, pen: Pen) -> usize {
        let number = self.pens.len();
        let alike = self.pens.iter().find(|known| known.0.ground() == pen.ground());
        self.pens.push((pen, alike.map_or(number, |known| known.1)));
        number
    }

    /// How to write what looks so.
    pub(super) fn pen(&self, look: Look) -> Pen {
        self.pens[look.0].0
    }

    /// Looks in this order share with the next one what takes most bytes, the ground.
    pub(super) fn order(&self, look: Look) -> impl Ord + use<> {
        (self.pens[look.0].1, look.0)
    }

    /// How many there are.
    pub(super) fn count(&self) -> usize {
        self.pens.len()
    }
}

/// Spreads roles by the golden ratio. Nobody gains from roles that fall together: they are a screen's.
#[derive(Default)]
struct Golden(u64);

impl Hasher for Golden {
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.write_u32((*byte).into());
        }
    }

    fn write_u32(&mut self, roles: u32) {
        // The uppermost bits of the product depend on all of the roles, and the table looks at the lowest first.
        self.0 = (self.0 ^ u64::from(roles)).wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(26);
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::picture::{Ink, Wash};

    #[test]
    fn what_looks_the_same_is_one_look_and_too_many_roles_are_forgotten() {
        let (screen, mut looks, mut most) = (Screen::new(1, 1), Looks::default(), 0);
        for (ink, ground) in (0..=u8::MAX).flat_map(|ink| (0..=u8::MAX).map(move |ground| (ink, ground))) {
            let mut cell = Cell::new('x', Ink::Fill(ink));
            cell.set_wash(Wash::Party(ground));
            looks.begin(true);
            let look = looks.of(cell, &screen);
            assert_eq!(looks.pen(look), Pen::new(screen.theme().cell(cell)));
            assert!(looks.known.len() <= MOST + 1);
            most = most.max(looks.count());
        }
        assert_eq!(most, 16, "four parties have colours of their own");
    }
}
