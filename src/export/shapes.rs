//! Characters that are pictures themselves, as shapes: block elements, octants, Braille. So a picture looks alike whatever
//! fonts its reader has.

use std::fmt::Write as _;

use crate::picture::{Dots, Joint, Weight};

/// Width and height of a cell in user units. Every run of text is stretched to its cells, whatever font is found.
pub(super) const CELL: (f64, f64) = (8.4, 17.0);

/// The width and the height of a dot: a cell has two columns and four rows of them.
const DOT: (f64, f64) = (CELL.0 / 2.0, CELL.1 / 4.0);

/// The diameter of a dot of Braille.
const ROUND: f64 = 3.0;

/// How much a block reaches over its edge, so that no seam shows between neighbours.
const SEAM: f64 = 0.15;

/// The light shade: a quarter of its cell is ink.
const SHADE: char = '\u{2591}';

/// Whether a character is drawn as a shape.
pub(super) fn is_shape(glyph: char) -> bool {
    let dotted = || Dots::of_blocks(glyph).is_some() || Dots::of_braille(glyph).is_some();
    !glyph.is_ascii() && (glyph == SHADE || Joint::of(glyph).is_some() || dotted())
}

/// Writes the shapes of a text of narrow characters that begins at a corner, in one style: what an element has of it
/// beside its form.
pub(super) fn write(text: &str, (left, top): (f64, f64), ink: &str, style: &str, out: &mut String) {
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
    for (from, count) in stretches(glyphs.iter().map(|glyph| *glyph == SHADE)) {
        let (x, width) = (left + from * CELL.0, count * CELL.0);
        let form = format!("x=\"{x:.1}\" y=\"{top:.1}\" width=\"{width:.1}\" height=\"{:.1}\"", CELL.1);
        let _ = writeln!(out, "<rect {form} fill=\"{ink}\" fill-opacity=\"0.25\"{style}/>");
    }
    lines(&glyphs, (left, top), ink, style, out);
    if !blocks.is_empty() {
        let _ = writeln!(out, "<path fill=\"{ink}\"{style} d=\"{blocks}\"/>");
    }
    if !rounds.is_empty() {
        let _ =
            writeln!(out, "<path stroke=\"{ink}\" stroke-width=\"{ROUND}\" stroke-linecap=\"round\" d=\"{rounds}\"/>");
    }
}

/// Writes the lines of box-drawing characters, the light ones and the heavy ones. Lines round a corner are curves.
fn lines(glyphs: &[char], (left, top): (f64, f64), ink: &str, style: &str, out: &mut String) {
    for (weight, width) in [(Weight::Light, 1.3), (Weight::Heavy, 2.6)] {
        let mut path = String::new();
        let mut x = left + CELL.0 / 2.0;
        let y = top + CELL.1 / 2.0;
        for glyph in glyphs {
            let sides = Joint::of(*glyph).map_or([Weight::None; 4], |joint| joint.0).map(|side| side == weight);
            let ends = [(0.0, -CELL.1 / 2.0), (CELL.0 / 2.0, 0.0), (0.0, CELL.1 / 2.0), (-CELL.0 / 2.0, 0.0)];
            let ends = ends.map(|(across, down)| (x + across, y + down));
            if let (true, [Some(from), Some(to)]) = (is_round(*glyph), both(sides, ends)) {
                let _ = write!(path, "M{:.1} {:.1}Q{x:.1} {y:.1} {:.1} {:.1}", from.0, from.1, to.0, to.1);
            } else {
                for (_, end) in sides.into_iter().zip(ends).filter(|(drawn, _)| *drawn) {
                    let _ = write!(path, "M{x:.1} {y:.1}L{:.1} {:.1}", end.0, end.1);
                }
            }
            x += CELL.0;
        }
        if !path.is_empty() {
            let form = format!("fill=\"none\" stroke=\"{ink}\" stroke-width=\"{width}\" stroke-linecap=\"square\"");
            let _ = writeln!(out, "<path {form}{style} d=\"{path}\"/>");
        }
    }
}

/// Whether a character is a corner of light lines with a round form.
fn is_round(glyph: char) -> bool {
    ('\u{256d}'..='\u{2570}').contains(&glyph)
}

/// The first two ends that are drawn to.
fn both(sides: [bool; 4], ends: [(f64, f64); 4]) -> [Option<(f64, f64)>; 2] {
    let mut drawn = sides.into_iter().zip(ends).filter(|(drawn, _)| *drawn).map(|(_, end)| end);
    [drawn.next(), drawn.next()]
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
        write(text, (0.0, 0.0), "#fff", "", &mut out);
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
