//! Characters that are pictures themselves, as shapes: block elements, octants, Braille. So a picture looks alike whatever
//! fonts its reader has.

use std::fmt::Write as _;

use crate::picture::Dots;

use super::svg::CELL;

/// The width and the height of a dot: a cell has two columns and four rows of them.
const DOT: (f64, f64) = (CELL.0 / 2.0, CELL.1 / 4.0);

/// The diameter of a dot of Braille.
const ROUND: f64 = 3.0;

/// How much a block reaches over its edge, so that no seam shows between neighbours.
const SEAM: f64 = 0.15;

/// Whether a character is drawn as a shape.
pub(super) fn is_shape(glyph: char) -> bool {
    glyph != ' ' && !glyph.is_ascii() && (Dots::of_blocks(glyph).is_some() || Dots::of_braille(glyph).is_some())
}

/// Writes the shapes of a text of narrow characters that begins at a corner, in one colour.
pub(super) fn write(text: &str, (left, top): (f64, f64), ink: &str, out: &mut String) {
    if text.is_ascii() {
        return;
    }
    let glyphs: Vec<char> = text.chars().collect();
    let mut blocks = String::new();
    let mut rounds = String::new();
    for row in 0..4_u8 {
        let y = top + f64::from(row) * DOT.1;
        let filled = |glyph: &char| Some(*glyph).filter(|glyph| is_shape(*glyph)).and_then(Dots::of_blocks);
        let fills = glyphs.iter().map(|glyph| filled(glyph).unwrap_or(Dots::NONE));
        for (from, count) in stretches(fills.flat_map(|dots| [dots.has(0, row), dots.has(1, row)])) {
            let (x, width, height) = (left + from * DOT.0, count * DOT.0 + SEAM, DOT.1 + SEAM);
            let _ = write!(blocks, "M{x:.1} {y:.2}h{width:.2}v{height:.2}h-{width:.2}z");
        }
        let mut x = left;
        for glyph in &glyphs {
            let dots = Dots::of_braille(*glyph).unwrap_or(Dots::NONE);
            for column in (0..2_u8).filter(|&column| dots.has(column, row)) {
                let at = x + (f64::from(column) + 0.5) * DOT.0;
                let _ = write!(rounds, "M{at:.1} {:.1}h0", y + DOT.1 / 2.0);
            }
            x += CELL.0;
        }
    }
    if !blocks.is_empty() {
        let _ = writeln!(out, "<path fill=\"{ink}\" d=\"{blocks}\"/>");
    }
    if !rounds.is_empty() {
        let _ =
            writeln!(out, "<path stroke=\"{ink}\" stroke-width=\"{ROUND}\" stroke-linecap=\"round\" d=\"{rounds}\"/>");
    }
}

/// The stretches of what is true: where each begins, and how long it is.
fn stretches(row: impl Iterator<Item = bool>) -> Vec<(f64, f64)> {
    let mut stretches: Vec<(f64, f64)> = Vec::new();
    let (mut at, mut before) = (0.0, false);
    for filled in row {
        match stretches.last_mut() {
            Some(stretch) if filled && before => stretch.1 += 1.0,
            _ if filled => stretches.push((at, 1.0)),
            _ => {}
        }
        before = filled;
        at += 1.0;
    }
    stretches
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shapes(text: &str) -> String {
        let mut out = String::new();
        write(text, (0.0, 0.0), "#fff", &mut out);
        out
    }

    #[test]
    fn blocks_side_by_side_are_one_shape_a_row() {
        assert_eq!(shapes("▀▀").matches('M').count(), 2, "two rows of dots, both cells in one");
        assert_eq!(shapes("▀ ▀").matches('M').count(), 4);
        assert_eq!(shapes("a-b"), "");
    }

    #[test]
    fn braille_is_a_dot_a_dot() {
        assert_eq!(shapes("⠿a⣿").matches("h0").count(), 6 + 8);
    }
}
