//! One character with its roles, in eight bytes: a screen holds thousands of them, and comparing two screens is most of the
//! work of a frame in which little changes.

use super::{Ink, Shade, Wash};

/// One character with its roles.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Cell {
    /// The character; `'\0'` is the second half of a wide character to the left.
    pub glyph: char,
    roles: Roles,
}

/// The roles of a cell in one number: the shade above the ink above the wash. Zero is what an empty cell has.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Roles(u32);

/// The bits of a wash, those of an ink above it, and where the shade begins.
const WASH: u32 = 10;
const INK: u32 = 16;
const SHADE: u32 = WASH + INK;

/// The bits that say of which kind a wash is that has a number in its lowest eight.
const PARTY: u32 = 0x100;
const TODAY: u32 = 0x200;

impl Cell {
    /// A cell with nothing in it.
    pub const BLANK: Self = Self { glyph: ' ', roles: Roles(0) };

    /// A character in a role, on bare ground.
    #[must_use]
    #[inline]
    pub fn new(glyph: char, ink: Ink) -> Self {
        Self { glyph, roles: Roles(pack(ink) << WASH) }
    }

    /// The role of the character.
    #[must_use]
    #[inline]
    pub fn ink(self) -> Ink {
        unpack(self.roles.0 >> WASH & mask(INK))
    }

    /// The role of the ground.
    #[must_use]
    #[inline]
    pub fn wash(self) -> Wash {
        unpack_wash(self.roles.0 & mask(WASH))
    }

    /// The slope of the ground, which makes it lighter or darker.
    #[must_use]
    pub fn shade(self) -> Shade {
        Shade(i8::try_from(self.roles.0.cast_signed() >> SHADE).unwrap_or(0))
    }

    /// Gives the character another role.
    #[inline]
    pub fn set_ink(&mut self, ink: Ink) {
        self.roles.0 = self.roles.0 & !(mask(INK) << WASH) | pack(ink) << WASH;
    }

    /// Gives the character the role that another cell's has.
    pub(super) fn set_ink_of(&mut self, other: Self) {
        let ink = mask(INK) << WASH;
        self.roles.0 = self.roles.0 & !ink | other.roles.0 & ink;
    }

    /// Gives the ground another role.
    #[inline]
    pub fn set_wash(&mut self, wash: Wash) {
        self.roles.0 = self.roles.0 & !mask(WASH) | pack_wash(wash);
    }

    /// Gives the ground another slope.
    pub fn set_shade(&mut self, shade: Shade) {
        self.roles.0 = self.roles.0 & mask(SHADE) | (i32::from(shade.0) << SHADE).cast_unsigned();
    }

    /// In which bits another cell differs; none if it is the same. So many cells can be compared without a way out between
    /// them.
    #[must_use]
    #[inline]
    pub fn difference(self, other: Self) -> u32 {
        (u32::from(self.glyph) ^ u32::from(other.glyph)) | (self.roles.0 ^ other.roles.0)
    }

    /// All its roles.
    #[must_use]
    #[inline]
    pub fn roles(self) -> Roles {
        self.roles
    }
}

impl std::fmt::Debug for Cell {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "{:?} in {:?} on {:?}, {:?}", self.glyph, self.ink(), self.wash(), self.shade())
    }
}

const fn mask(bits: u32) -> u32 {
    (1 << bits) - 1
}

/// A wash as a number of ten bits.
#[inline]
fn pack_wash(wash: Wash) -> u32 {
    match wash {
        Wash::Bare => 0,
        Wash::Disputed => 1,
        Wash::Selected => 2,
        Wash::Playhead => 3,
        Wash::Front => 4,
        Wash::FrontToday => 5,
        Wash::Party(number) => PARTY | u32::from(number),
        Wash::Today(number) => TODAY | u32::from(number),
    }
}

#[inline]
fn unpack_wash(bits: u32) -> Wash {
    let [number, ..] = bits.to_le_bytes();
    match (bits & (PARTY | TODAY), number) {
        (PARTY, _) => Wash::Party(number),
        (TODAY, _) => Wash::Today(number),
        (_, 1) => Wash::Disputed,
        (_, 2) => Wash::Selected,
        (_, 3) => Wash::Playhead,
        (_, 4) => Wash::Front,
        (_, 5) => Wash::FrontToday,
        _ => Wash::Bare,
    }
}

/// An ink as a number of sixteen bits: its kind above its own number or ground.
#[inline]
fn pack(ink: Ink) -> u32 {
    let (kind, own) = match ink {
        Ink::Plain => (0, 0),
        Ink::Faint => (1, 0),
        Ink::Strong => (2, 0),
        Ink::Rule => (3, 0),
        Ink::Border => (4, 0),
        Ink::Outline => (5, 0),
        Ink::Neighbour => (6, 0),
        Ink::NeighbourName => (7, 0),
        Ink::Front => (8, 0),
        Ink::FrontToday => (9, 0),
        Ink::Fill(number) => (10, u32::from(number)),
        Ink::FillDisputed => (11, 0),
        Ink::Ground(wash) => (12, pack_wash(wash)),
        Ink::Seam(number) => (13, u32::from(number)),
        Ink::Pocket(number) => (14, u32::from(number)),
        Ink::Held => (15, 0),
        Ink::Contested => (16, 0),
        Ink::Disputed => (17, 0),
        Ink::Fallen(number) => (18, u32::from(number)),
        Ink::Today(number) => (19, u32::from(number)),
        Ink::Seat => (20, 0),
        Ink::River => (21, 0),
        Ink::Road => (22, 0),
        Ink::Relief => (23, 0),
        Ink::Graticule => (24, 0),
        Ink::Label => (25, 0),
        Ink::LabelToday => (26, 0),
        Ink::Selected => (27, 0),
        Ink::Playhead => (28, 0),
        Ink::Tick => (29, 0),
        Ink::National => (30, 0),
        Ink::Bar => (31, 0),
        Ink::Bracket => (32, 0),
    };
    kind << WASH | own
}

#[inline]
fn unpack(bits: u32) -> Ink {
    let [number, ..] = bits.to_le_bytes();
    match bits >> WASH {
        1 => Ink::Faint,
        2 => Ink::Strong,
        3 => Ink::Rule,
        4 => Ink::Border,
        5 => Ink::Outline,
        6 => Ink::Neighbour,
        7 => Ink::NeighbourName,
        8 => Ink::Front,
        9 => Ink::FrontToday,
        10 => Ink::Fill(number),
        11 => Ink::FillDisputed,
        12 => Ink::Ground(unpack_wash(bits & mask(WASH))),
        13 => Ink::Seam(number),
        14 => Ink::Pocket(number),
        15 => Ink::Held,
        16 => Ink::Contested,
        17 => Ink::Disputed,
        18 => Ink::Fallen(number),
        19 => Ink::Today(number),
        20 => Ink::Seat,
        21 => Ink::River,
        22 => Ink::Road,
        23 => Ink::Relief,
        24 => Ink::Graticule,
        25 => Ink::Label,
        26 => Ink::LabelToday,
        27 => Ink::Selected,
        28 => Ink::Playhead,
        29 => Ink::Tick,
        30 => Ink::National,
        31 => Ink::Bar,
        32 => Ink::Bracket,
        _ => Ink::Plain,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every number in which roles can be packed, unpacked.
    fn all<T>(bits: u32, unpack: fn(u32) -> T) -> impl Iterator<Item = T> {
        (0..1 << bits).map(unpack)
    }

    #[test]
    fn a_cell_is_eight_bytes() {
        assert_eq!(size_of::<Cell>(), 8);
    }

    #[test]
    fn roles_come_out_as_they_went_in() {
        for ink in all(INK, unpack) {
            for wash in [Wash::Bare, Wash::Party(u8::MAX), Wash::Today(0), Wash::Playhead] {
                for shade in [Shade::FLAT, Shade::new(-99.0), Shade::new(99.0)] {
                    let mut cell = Cell::BLANK;
                    cell.set_wash(wash);
                    cell.set_shade(shade);
                    cell.set_ink(ink);
                    assert_eq!((cell.ink(), cell.wash(), cell.shade()), (ink, wash, shade));
                }
            }
        }
        for wash in all(WASH, unpack_wash) {
            let mut cell = Cell::new('x', Ink::Ground(wash));
            cell.set_wash(wash);
            assert_eq!((cell.ink(), cell.wash(), cell.shade()), (Ink::Ground(wash), wash, Shade::FLAT));
        }
    }

    #[test]
    fn a_cell_keeps_every_wash() {
        // A new one does not compile until it is added here.
        let next = |wash: &Wash| {
            Some(match wash {
                Wash::Bare => Wash::Party(3),
                Wash::Party(_) => Wash::Today(3),
                Wash::Today(_) => Wash::Disputed,
                Wash::Disputed => Wash::Front,
                Wash::Front => Wash::FrontToday,
                Wash::FrontToday => Wash::Selected,
                Wash::Selected => Wash::Playhead,
                Wash::Playhead => return None,
            })
        };
        for wash in std::iter::successors(Some(Wash::Bare), next) {
            let mut cell = Cell::BLANK;
            cell.set_wash(wash);
            assert_eq!(cell.wash(), wash);
        }
    }

    #[test]
    fn no_two_inks_are_packed_alike() {
        let of_one = |number| [Ink::Fill(number), Ink::Seam(number), Ink::Pocket(number), Ink::Fallen(number)];
        let kinds = all(INK, unpack).collect::<std::collections::HashSet<_>>();
        for ink in kinds.into_iter().chain([1, 2].into_iter().flat_map(of_one)) {
            assert_eq!(unpack(pack(ink)), ink);
        }
    }
}
