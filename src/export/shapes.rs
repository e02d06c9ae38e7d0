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

/// Writes the shapes of characters, one a column, that begin at a corner, in one style: what an element has of it beside
/// its form.
pub(super) fn write(glyphs: &[char], (left, top): (f64, f64), ink: &str, style: &str, out: &mut String) {
    if glyphs.iter().all(char::is_ascii) {
        return;
    }
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
        for glyph in glyphs {
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
    lines(glyphs, (left, top), ink, style, out);
    if !blocks.is_empty() {
        let _ = writeln!(out, "<path fill=\"{ink}\"{style} d=\"{blocks}\"/>");
    }
    if !rounds.is_empty() {
        let form = format!("stroke=\"{ink}\" stroke-width=\"{ROUND}\" stroke-linecap=\"round\"");
        let _ = writeln!(out, "<path {form}{style} d=\"{rounds}\"/>");
    }
}

/// Writes the lines of box-drawing characters, the light ones and the heavy ones. Lines round a corner are curves.
fn lines(glyphs: &[char], (left, top): (f64, f64), ink: &str, style: &str, out: &mut String) {
    let (across, down) = (CELL.0 / 2.0, CELL.1 / 2.0);
    let y = top + down;
    for (weight, width) in [(Weight::Light, 1.3), (Weight::Heavy, 2.6)] {
        let sides = |glyph: &char| Joint::of(*glyph).map_or([false; 4], |joint| joint.0.map(|side| side == weight));
        let mut path = String::new();
        let level = glyphs.iter().flat_map(|glyph| {
            let [_, right, _, left] = sides(glyph);
            [left, right].map(|drawn| drawn && !is_round(*glyph))
        });
        for (from, count) in stretches(level) {
            let _ = write!(path, "M{:.1} {y:.1}h{:.1}", left + from * across, count * across);
        }
        let mut x = left + across;
        for glyph in glyphs {
            let [up, right, below, _] = sides(glyph);
            if !is_round(*glyph) {
                match (up, below) {
                    (true, true) => _ = write!(path, "M{x:.1} {top:.1}v{:.1}", CELL.1),
                    (true, false) => _ = write!(path, "M{x:.1} {top:.1}v{down:.1}"),
                    (false, true) => _ = write!(path, "M{x:.1} {y:.1}v{down:.1}"),
                    (false, false) => {}
                }
            } else if up || below {
                let (from, aside) = (if up { top } else { top + CELL.1 }, if right { across } else { -across });
                let _ = write!(path, "M{x:.1} {from:.1}Q{x:.1} {y:.1} {:.1} {y:.1}", x + aside);
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
        write(&text.chars().collect::<Vec<_>>(), (0.0, 0.0), "#fff", "", &mut out);
        out
    }

    #[test]
    fn blocks_side_by_side_are_one_shape_a_row() {
        assert_eq!(shapes("▀▀").matches('M').count(), 2, "two rows of dots, both cells in one");
        assert_eq!(shapes("▀ ▀").matches('M').count(), 4);
        assert_eq!(shapes("a-b"), "");
    }

    #[test]
    fn a_rule_is_one_line_and_a_corner_one_curve() {
        assert!(shapes("\u{2500}\u{2500}\u{2500}").contains("d=\"M0.0 8.5h25.2\""));
        assert!(shapes("\u{2502}").contains("d=\"M4.2 0.0v17.0\""));
        assert!(shapes("\u{256d}").contains("d=\"M4.2 17.0Q4.2 8.5 8.4 8.5\""));
    }

    #[test]
    fn braille_is_a_dot_a_dot() {
        assert_eq!(shapes("⠿a⣿").matches("h0").count(), 6 + 8);
    }

    #[test]
    fn every_kind_of_shape_is_dim_where_its_text_is() {
        for glyph in ['⠿', '▀', '\u{2591}', '\u{2500}'] {
            let mut out = String::new();
            write(&[glyph], (0.0, 0.0), "#fff", " opacity=\"0.6\"", &mut out);
            assert!(out.starts_with('<') && out.contains(" opacity=\"0.6\""), "{glyph}: {out}");
        }
    }
}
