//! A picture in characters and roles. It knows no screen and no colour: what an [`Ink`] or a [`Wash`] looks like is the
//! theme's business.
//!
//! Map and timeline are pictures; panels of text are not.

mod cell;
mod dots;
mod joints;

use crate::text;

pub use cell::{Cell, Roles};
pub use dots::Dots;
pub use joints::{Joint, Weight};

/// What the character of a cell stands for.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum Ink {
    /// Ordinary text.
    #[default]
    Plain,
    /// Text of lesser weight: units, hints, what is not part of the story.
    Faint,
    /// Text of greater weight.
    Strong,
    /// A rule between panels.
    Rule,
    /// The border between two regions of one holder.
    Border,
    /// The outer border of the country.
    Outline,
    /// A neighbouring country's border.
    Neighbour,
    /// A neighbouring country's name.
    NeighbourName,
    /// The front: a border between regions of different holders.
    Front,
    /// The front where a region fell today.
    FrontToday,
    /// The fill of a region that a party holds, by the party's number.
    Fill(u8),
    /// The fill of a region whose place is disputed.
    FillDisputed,
    /// Ground, where the character gives its shape: in a cell that two grounds share, the one that is not the wash.
    Ground(Wash),
    /// The border between two regions that the party of this number holds, where it is as wide as a dot.
    Seam(u8),
    /// The outline of a pocket of the party of this number, where the front is not it already.
    Pocket(u8),
    /// A place that is held.
    Held,
    /// A place that is fought for.
    Contested,
    /// A place of which sources differ whether it has fallen yet.
    Disputed,
    /// A place that has fallen to the party of this number.
    Fallen(u8),
    /// A place that fell today, to the party of this number.
    Today(u8),
    /// The seat of government.
    Seat,
    /// A river.
    River,
    /// A road.
    Road,
    /// High ground, where it is drawn as a sign and not as a shade.
    Relief,
    /// The net of meridians and parallels.
    Graticule,
    /// The name of a place.
    Label,
    /// The name of a place that fell today.
    LabelToday,
    /// What is selected, or its name.
    Selected,
    /// The playhead.
    Playhead,
    /// The days of a timeline: ticks and names.
    Tick,
    /// An event that is no capture.
    National,
    /// A bar of the timeline: a phase with a start and an end.
    Bar,
    /// The bracket that shows which stretch the detail strip covers.
    Bracket,
}

/// What the ground of a cell stands for.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum Wash {
    /// Nothing in particular.
    #[default]
    Bare,
    /// Ground held by the party of this number.
    Party(u8),
    /// Ground that fell today, to the party of this number.
    Today(u8),
    /// Ground whose place is disputed.
    Disputed,
    /// The front, where its sign leaves ground free.
    Front,
    /// The front where a region fell today.
    FrontToday,
    /// What is selected.
    Selected,
    /// The day of the playhead.
    Playhead,
}

/// How much light falls on a slope of the ground: from -[`Shade::MOST`], turned away from it, to [`Shade::MOST`].
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub struct Shade(i8);

impl Shade {
    /// Level ground, or ground without relief.
    pub const FLAT: Self = Self(0);
    /// The steps from level ground to the lightest and to the darkest slope. A step is three of the 255 that a channel of a
    /// dark ground has: less cannot be seen, and neighbours in one shade are sent as one.
    pub const MOST: i32 = 6;

    /// The shade of so many steps; beyond the lightest or the darkest it is that.
    #[must_use]
    #[expect(clippy::cast_possible_truncation, reason = "clamped to a few steps")]
    pub fn new(steps: f64) -> Self {
        let most = f64::from(Self::MOST);
        // The cast truncates towards zero; `round` is a function call on many processors.
        Self((steps.clamp(-most, most) + 0.5_f64.copysign(steps)) as i8)
    }

    /// Its steps; more are lighter.
    #[must_use]
    pub fn steps(self) -> i32 {
        self.0.into()
    }
}

/// A rectangle of cells; columns and rows count from 0 at the upper left.
///
/// Painting outside of it is not an error and does nothing, so that painters need not clip.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Picture {
    width: u16,
    height: u16,
    cells: Vec<Cell>,
}

impl Picture {
    /// A blank picture of `width` columns and `height` rows; either may be 0.
    #[must_use]
    pub fn new(width: u16, height: u16) -> Self {
        Self { width, height, cells: vec![Cell::BLANK; usize::from(width) * usize::from(height)] }
    }

    /// Takes away all that is painted.
    pub fn reset(&mut self) {
        self.cells.fill(Cell::BLANK);
    }

    /// Columns.
    #[must_use]
    pub fn width(&self) -> u16 {
        self.width
    }

    /// Rows.
    #[must_use]
    pub fn height(&self) -> u16 {
        self.height
    }

    /// The cells of a row, left to right; none below the last row.
    #[must_use]
    pub fn row(&self, y: u16) -> &[Cell] {
        let start = usize::from(y) * usize::from(self.width);
        self.cells.get(start..start + usize::from(self.width)).unwrap_or_default()
    }

    /// The cells of a row, to be changed; none below the last row.
    pub fn row_mut(&mut self, y: u16) -> &mut [Cell] {
        let start = usize::from(y) * usize::from(self.width);
        self.cells.get_mut(start..start + usize::from(self.width)).unwrap_or_default()
    }

    /// The cell at a column and a row.
    #[must_use]
    pub fn cell(&self, x: i32, y: i32) -> Option<Cell> {
        self.index(x, y).and_then(|index| self.cells.get(index)).copied()
    }

    /// The cell at a column and a row, to be changed.
    pub fn cell_mut(&mut self, x: i32, y: i32) -> Option<&mut Cell> {
        self.index(x, y).and_then(|index| self.cells.get_mut(index))
    }

    fn index(&self, x: i32, y: i32) -> Option<usize> {
        let (x, y) = (u16::try_from(x).ok()?, u16::try_from(y).ok()?);
        (x < self.width && y < self.height).then(|| usize::from(y) * usize::from(self.width) + usize::from(x))
    }

    /// Sets a character and its role; the ground stays.
    pub fn put(&mut self, x: i32, y: i32, glyph: char, ink: Ink) {
        if let Some(cell) = self.cell_mut(x, y) {
            cell.glyph = glyph;
            cell.set_ink(ink);
        }
    }

    /// Sets the ground of a cell; the character stays.
    pub fn wash(&mut self, x: i32, y: i32, wash: Wash) {
        if let Some(cell) = self.cell_mut(x, y) {
            cell.set_wash(wash);
        }
    }

    /// Sets the slope of the ground of a cell; all else stays.
    pub fn shade(&mut self, x: i32, y: i32, shade: Shade) {
        if let Some(cell) = self.cell_mut(x, y) {
            cell.set_shade(shade);
        }
    }

    /// Writes `text` from column `x` on and returns the column after it. Of a letter with marks the letter is kept.
    pub fn write(&mut self, x: i32, y: i32, text: &str, ink: Ink) -> i32 {
        if text::is_plain(text) {
            return self.write_plain(x, y, text.as_bytes(), ink);
        }
        let mut at = x;
        for (cluster, wide) in text::clusters(text) {
            let Some(glyph) = cluster.chars().next() else { continue };
            match wide {
                0 => {}
                1 => {
                    self.put(at, y, glyph, ink);
                    at += 1;
                }
                _ => {
                    self.put(at, y, glyph, ink);
                    self.put(at + 1, y, '\0', ink);
                    at += 2;
                }
            }
        }
        at
    }

    /// Writes letters that take a column each, as nearly all do.
    fn write_plain(&mut self, x: i32, y: i32, letters: &[u8], ink: Ink) -> i32 {
        let [from, hidden] = [x, x.saturating_neg()].map(|columns| usize::try_from(columns).unwrap_or(0));
        let row = u16::try_from(y).map_or(&mut [][..], |y| self.row_mut(y));
        let inked = Cell::new(' ', ink);
        for (cell, &letter) in row.iter_mut().skip(from).zip(letters.iter().skip(hidden)) {
            cell.glyph = letter.into();
            cell.set_ink_of(inked);
        }
        x.saturating_add(i32::try_from(letters.len()).unwrap_or(i32::MAX))
    }

    /// The characters alone, rows ended by a line end, without blanks at the ends of rows.
    #[must_use]
    pub fn to_text(&self) -> String {
        let mut out = String::new();
        for y in 0..self.height {
            let row: String = self.row(y).iter().map(|cell| cell.glyph).filter(|&glyph| glyph != '\0').collect();
            out.push_str(row.trim_end());
            out.push('\n');
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn painting_outside_does_nothing() {
        let mut picture = Picture::new(3, 1);
        picture.put(-1, 0, 'x', Ink::Plain);
        picture.put(0, 1, 'x', Ink::Plain);
        assert_eq!(picture.write(2, 0, "abc", Ink::Plain), 5);
        assert_eq!(picture.write(-2, 0, "xyz", Ink::Plain), 1);
        assert_eq!(picture.to_text(), "z a\n");
    }

    #[test]
    fn a_wide_letter_takes_two_cells() {
        let mut picture = Picture::new(4, 1);
        assert_eq!(picture.write(0, 0, "北a", Ink::Plain), 3);
        assert_eq!(picture.to_text(), "北a\n");
    }

    #[test]
    fn a_picture_without_cells_can_be_painted_on() {
        let mut picture = Picture::new(0, 0);
        picture.write(0, 0, "x", Ink::Plain);
        assert_eq!(picture.to_text(), "");
    }
}
