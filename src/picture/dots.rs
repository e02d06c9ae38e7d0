//! Dots: what a character can show that parts its cell into two columns and four rows.

/// A pattern of 2 × 4 dots in a cell, one bit each, row by row from the upper left.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct Dots(pub u8);

impl Dots {
    /// No dot.
    pub const NONE: Self = Self(0);
    /// All eight.
    pub const ALL: Self = Self(u8::MAX);

    /// The dot in a column (0 or 1) and a row (0 to 3).
    #[must_use]
    pub const fn at(column: u8, row: u8) -> Self {
        Self(1 << (2 * (row & 3) + (column & 1)))
    }

    /// The dots that are in either.
    #[must_use]
    pub const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The dots that are not in the other.
    #[must_use]
    pub const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// The dots that are in both.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// How many there are.
    #[must_use]
    pub const fn count(self) -> u32 {
        self.0.count_ones()
    }

    /// Whether there are none.
    #[must_use]
    pub const fn is_none(self) -> bool {
        self.0 == 0
    }

    /// Whether a column (0 or 1) has a dot in a row (0 to 3).
    #[must_use]
    pub const fn has(self, column: u8, row: u8) -> bool {
        self.0 & Self::at(column, row).0 != 0
    }

    /// The Braille character with these dots.
    #[must_use]
    pub fn braille(self) -> char {
        BRAILLES[usize::from(self.0)]
    }

    /// The character whose eighths are filled where the dots are: an octant of Unicode 16, or an older block element
    /// where one looks the same. Where the rows are alike two by two it is always an older one.
    #[must_use]
    pub fn blocks(self) -> char {
        BLOCKS[usize::from(self.0)]
    }

    /// The dots that a character of Braille shows.
    #[must_use]
    pub fn of_braille(glyph: char) -> Option<Self> {
        let bits = u32::from(glyph).checked_sub(0x2800).filter(|bits| *bits < 256)?;
        let dots = (0..8_u8).filter(|&bit| bits & 1 << BRAILLE[usize::from(bit)] != 0).map(|bit| 1 << bit);
        Some(Self(dots.sum()))
    }

    /// The eighths that a block element or an octant fills.
    #[must_use]
    pub fn of_blocks(glyph: char) -> Option<Self> {
        (0..=u8::MAX).map(Self).find(|dots| dots.blocks() == glyph)
    }
}

/// For every dot, row by row, its bit in the number of the Braille character, which counts column by column and has the
/// lowest row last.
const BRAILLE: [u32; 8] = [0, 3, 1, 4, 2, 5, 6, 7];

/// What Unicode had before the octants, by the dots filled: halves, quarters and quadrants; and the few single eighths
/// that stand apart from the octants.
const OLDER: [(u8, u32); 26] = [
    (0, 0x0020),
    (1, 0x1_cea8),
    (2, 0x1_ceab),
    (3, 0x1_fb82),
    (5, 0x2598),
    (10, 0x259d),
    (15, 0x2580),
    (20, 0x1_fbe6),
    (40, 0x1_fbe7),
    (63, 0x1_fb85),
    (64, 0x1_cea3),
    (80, 0x2596),
    (85, 0x258c),
    (90, 0x259e),
    (95, 0x259b),
    (128, 0x1_cea0),
    (160, 0x2597),
    (165, 0x259a),
    (170, 0x2590),
    (175, 0x259c),
    (192, 0x2582),
    (240, 0x2584),
    (245, 0x2599),
    (250, 0x259f),
    (252, 0x2586),
    (255, 0x2588),
];

/// By dots, the block element or octant. The octants follow each other from U+1CD00 and leave out the older ones.
const BLOCKS: [char; 256] = blocks();

/// The characters of Braille by their dots.
const BRAILLES: [char; 256] = brailles();

const fn brailles() -> [char; 256] {
    let mut all = [' '; 256];
    let mut dots = 0;
    while dots < all.len() {
        let (mut number, mut bit) = (0x2800, 0);
        while bit < BRAILLE.len() {
            if dots >> bit & 1 == 1 {
                number |= 1 << BRAILLE[bit];
            }
            bit += 1;
        }
        if let Some(glyph) = char::from_u32(number) {
            all[dots] = glyph;
        }
        dots += 1;
    }
    all
}

const fn blocks() -> [char; 256] {
    let mut all = [' '; 256];
    let (mut dots, mut older, mut octant) = (0, 0, 0x1_cd00);
    while dots < all.len() {
        let known = older < OLDER.len() && OLDER[older].0 as usize == dots;
        let number = if known { OLDER[older].1 } else { octant };
        if known {
            older += 1;
        } else {
            octant += 1;
        }
        all[dots] = match char::from_u32(number) {
            Some(glyph) => glyph,
            None => ' ',
        };
        dots += 1;
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn all() -> impl Iterator<Item = Dots> {
        (0..=u8::MAX).map(Dots)
    }

    #[test]
    fn every_pattern_has_a_character_of_its_own_one_column_wide() {
        for glyph in [Dots::braille, Dots::blocks] {
            let glyphs: BTreeSet<char> = all().map(glyph).collect();
            assert_eq!(glyphs.len(), 256);
            assert!(glyphs.iter().all(|glyph| crate::text::width(&glyph.to_string()) == 1));
        }
    }

    #[test]
    fn a_character_gives_its_dots_back() {
        assert!(all().all(|dots| Dots::of_braille(dots.braille()) == Some(dots)));
        assert!(all().all(|dots| Dots::of_blocks(dots.blocks()) == Some(dots)));
        assert_eq!((Dots::of_braille('x'), Dots::of_blocks('x')), (None, None));
    }

    #[test]
    fn the_characters_are_those_of_unicode() {
        // BRAILLE PATTERN DOTS-1278, BLOCK OCTANT-3, BLOCK OCTANT-2345678, LOWER HALF BLOCK.
        let rows = |rows: [&str; 4]| {
            let cells = rows.iter().flat_map(|row| row.chars()).enumerate().filter(|(_, cell)| *cell == '#');
            cells.fold(Dots::NONE, |dots, (index, _)| dots.with(Dots(1 << index)))
        };
        assert_eq!(rows(["# ", "# ", "  ", "##"]).braille(), '\u{28c3}');
        assert_eq!(rows(["  ", "# ", "  ", "  "]).blocks(), '\u{1cd00}');
        assert_eq!(rows([" #", "##", "##", "##"]).blocks(), '\u{1cde5}');
        assert_eq!(rows(["  ", "  ", "##", "##"]).blocks(), '▄');
    }

    #[test]
    fn rows_alike_two_by_two_need_no_octant() {
        let doubled = all().filter(|dots| {
            let row = |row| (dots.has(0, row), dots.has(1, row));
            row(0) == row(1) && row(2) == row(3)
        });
        assert!(doubled.map(Dots::blocks).all(|glyph| glyph == ' ' || ('\u{2580}'..='\u{259f}').contains(&glyph)));
    }
}
