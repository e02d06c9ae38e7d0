//! Joints: lines from the middle of a cell to its sides, as box-drawing characters.

/// How heavy a line is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub enum Weight {
    /// No line.
    #[default]
    None,
    /// A light line.
    Light,
    /// A heavy line.
    Heavy,
}

/// The lines of a cell to its upper side, its right, its lower and its left one.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct Joint(pub [Weight; 4]);

/// Every joint's character. A side counts 0, 1 or 2 by the weight of its line; the upper one once, the right one three
/// times, the lower one nine times, the left one 27 times.
const GLYPHS: &str = " ╵╹╶└┖╺┕┗╷│╿┌├┞┍┝┡╻╽┃┎┟┠┏┢┣╴┘┚─┴┸╼┶┺┐┤┦┬┼╀┮┾╄┒┧┨┰╁╂┲╆╊╸┙┛╾┵┹━┷┻┑┥┩┭┽╃┯┿╇┓┪┫┱╅╉┳╈╋";

/// Corners of light lines, which have round forms too.
const ROUND: [(char, char); 4] = [('┌', '╭'), ('┐', '╮'), ('┘', '╯'), ('└', '╰')];

impl Joint {
    /// Every joint, in the order of their characters.
    fn all() -> impl Iterator<Item = Self> {
        const WEIGHTS: [Weight; 3] = [Weight::None, Weight::Light, Weight::Heavy];
        (0..81_usize).map(|index| Self([1, 3, 9, 27].map(|place| WEIGHTS[index / place % 3])))
    }

    /// The character; corners of light lines are round.
    #[must_use]
    pub fn glyph(self) -> char {
        let places = self.0.iter().zip([1, 3, 9, 27]);
        let index: usize = places.map(|(weight, place)| *weight as usize * place).sum();
        let glyph = GLYPHS.chars().nth(index).unwrap_or(' ');
        ROUND.into_iter().find(|(square, _)| *square == glyph).map_or(glyph, |(_, round)| round)
    }

    /// The joint that a character shows.
    #[must_use]
    pub fn of(glyph: char) -> Option<Self> {
        let square = ROUND.into_iter().find(|(_, round)| *round == glyph).map_or(glyph, |(square, _)| square);
        Self::all().zip(GLYPHS.chars()).find(|(_, known)| *known == square && *known != ' ').map(|(joint, _)| joint)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Weight::{Heavy, Light, None};

    #[test]
    fn every_joint_has_a_character_of_its_own() {
        let glyphs: std::collections::BTreeSet<char> = Joint::all().map(Joint::glyph).collect();
        assert_eq!(glyphs.len(), 81);
        assert!(glyphs.iter().all(|glyph| crate::text::width(&glyph.to_string()) == 1));
        assert!(Joint::all().skip(1).all(|joint| Joint::of(joint.glyph()) == Some(joint)));
        assert_eq!((Joint::of(' '), Joint::of('+')), (Option::None, Option::None));
    }

    #[test]
    fn lines_run_to_the_sides_that_they_are_drawn_to() {
        assert_eq!(Joint([None, Light, None, Light]).glyph(), '─');
        assert_eq!(Joint([Heavy, None, Heavy, None]).glyph(), '┃');
        assert_eq!(Joint([None, Light, Light, None]).glyph(), '╭');
        assert_eq!(Joint([Heavy, Light, Heavy, None]).glyph(), '┠');
    }
}
