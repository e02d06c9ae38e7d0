//! The legend and the scale bar, where the map is empty.

use std::borrow::Cow;
use std::iter;

use crate::gazetteer::Gazetteer;
use crate::picture::{Dots, Ink, Wash};

use super::cells::CellSet;
use super::glyphs::GlyphSet;
use super::label::columns_of;
use super::sheet::Sheet;
use super::viewport::{CellAt, Viewport};

/// The signs of the map with their words, in full and short. The front is computed, and every form says so.
const ENTRIES: [Entry; 9] = [
    (Sign::Held, "held", "held"),
    (Sign::Contested, "contested", "contested"),
    (Sign::Disputed, "disputed", "disputed"),
    (Sign::Fallen, "fallen", "fallen"),
    (Sign::Today, "fell today", "today"),
    (Sign::Seat, "seat, held", "seat"),
    (Sign::Front, "front (computed)", "front (computed)"),
    (Sign::Ground, "fallen ground", "fallen"),
    (Sign::Pocket, "pocket", "pocket"),
];

/// An entry: the sign, the words, the short words.
type Entry = (Sign, &'static str, &'static str);

/// The entries that mean something in a gazetteer: without outlines there is no ground, without a seat no sign of it.
fn entries(gazetteer: &Gazetteer) -> Vec<Entry> {
    let means = |(sign, ..): &Entry| match sign {
        Sign::Seat => gazetteer.seat.is_some(),
        Sign::Front | Sign::Ground | Sign::Pocket => gazetteer.is_outlined(),
        _ => true,
    };
    ENTRIES.into_iter().filter(means).collect()
}

/// A sign of the legend.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Sign {
    Held,
    Contested,
    Disputed,
    Fallen,
    Today,
    Seat,
    Front,
    Ground,
    Pocket,
}

impl Sign {
    /// The character, and its role if the party that took places and the one whose pockets there are have these numbers.
    fn look(self, glyphs: GlyphSet, patterned: bool, [party, pocketed]: [u8; 2]) -> (char, Ink) {
        let sign = |ascii| glyphs.sign(ascii);
        match self {
            Self::Held => (sign('o'), Ink::Held),
            Self::Contested => (sign('!'), Ink::Contested),
            Self::Disputed => (sign('?'), Ink::Disputed),
            Self::Fallen => (sign('x'), Ink::Fallen(party)),
            Self::Today => (sign('X'), Ink::Today(party)),
            Self::Seat => (sign('@'), Ink::Seat),
            Self::Front => (glyphs.front(), Ink::Front),
            Self::Ground if glyphs.grid().is_some() && !patterned => {
                (Dots::ALL.blocks(), Ink::Ground(Wash::Party(party)))
            }
            Self::Ground => (glyphs.pattern(), Ink::Fill(party)),
            Self::Pocket => (glyphs.pocket(), Ink::Pocket(pocketed)),
        }
    }
}

/// A piece of the legend in its cell.
#[derive(Clone, PartialEq, Debug)]
enum Piece {
    Sign(Sign),
    Words(Cow<'static, str>),
}

/// The legend of a view: pieces with the cells that they begin in.
#[derive(Clone, PartialEq, Debug, Default)]
pub(super) struct Legend {
    pieces: Vec<(CellAt, Piece)>,
    /// The upper left and the lower right cell of each block, with a column on each side.
    blocks: Vec<[CellAt; 2]>,
}

impl Legend {
    /// Puts the legend and the scale bar where they fit, in the most generous form that does.
    pub(super) fn new(gazetteer: &Gazetteer, view: &Viewport, sheet: &mut Sheet) -> Self {
        let mut legend = Self::default();
        let entries = entries(gazetteer);
        let columns = || columns(&entries);
        let scales = scales(view);
        let whole = scales.iter().map(|scale| (columns().into_iter().chain(scale.iter().cloned()).collect(), true));
        let parts =
            iter::once_with(columns).chain([56, 42, 36, 31, 28, 27].into_iter().map(|width| flow(&entries, width)));
        let mut forms = whole.chain(parts.map(|form| (form, false)));
        let place = forms.find_map(|(form, whole)| Some((corner(&form, view, sheet.filled())?, form, whole)));
        if let Some((at, form, _)) = &place {
            legend.put(form, *at, sheet);
        }
        if place.is_none_or(|(.., whole)| !whole) {
            let free = scales.iter().find_map(|scale| corner(scale, view, sheet.filled()).map(|at| (scale, at)));
            // A close view has no empty corner; the scale then lies on the ground, but never on a marker or the legend.
            let over = || scales.iter().find_map(|scale| corner(scale, view, sheet.taken()).map(|at| (scale, at)));
            if let Some((scale, at)) = free.or_else(over) {
                legend.put(scale, at, sheet);
            }
        }
        legend
    }

    fn put(&mut self, block: &Block, at: CellAt, sheet: &mut Sheet) {
        let ends = block.iter().filter_map(|row| row.last());
        let right = ends.map(|(x, piece)| at.x + x + piece.width()).max().unwrap_or(at.x);
        let bottom = at.y + i32::try_from(block.len()).unwrap_or(0) - 1;
        self.blocks.push([CellAt { x: at.x - 1, ..at }, CellAt { x: right, y: bottom }]);
        for (y, row) in (at.y..).zip(block) {
            for (x, piece) in row {
                let at = CellAt { x: at.x + x, y };
                sheet.letter(y, at.x, at.x + piece.width());
                self.pieces.push((at, piece.clone()));
            }
        }
    }

    /// Whether a cell lies in one of its blocks, blanks between its words included.
    pub(super) fn holds(&self, cell: CellAt) -> bool {
        self.blocks
            .iter()
            .any(|[first, last]| (first.x..=last.x).contains(&cell.x) && (first.y..=last.y).contains(&cell.y))
    }

    /// Whether a piece of it stands in a cell.
    #[cfg(test)]
    pub(super) fn covers(&self, cell: CellAt) -> bool {
        self.pieces.iter().any(|(at, piece)| cell.y == at.y && (at.x..at.x + piece.width()).contains(&cell.x))
    }

    /// The legend as text in cells, given the characters, the party that took places and the one whose pockets there are.
    pub(super) fn texts(
        &self,
        glyphs: GlyphSet,
        patterned: bool,
        parties: [u8; 2],
    ) -> impl Iterator<Item = (CellAt, Cow<'_, str>, Ink)> {
        self.pieces.iter().map(move |(at, piece)| match piece {
            Piece::Sign(sign) => {
                let (glyph, ink) = sign.look(glyphs, patterned, parties);
                (*at, Cow::Owned(glyph.to_string()), ink)
            }
            Piece::Words(words) => (*at, Cow::Borrowed(words.as_ref()), Ink::Faint),
        })
    }
}

impl Piece {
    fn width(&self) -> i32 {
        match self {
            Self::Sign(_) => 1,
            Self::Words(words) => columns_of(words),
        }
    }
}

/// Rows of pieces, each with its column.
type Block = Vec<Vec<(i32, Piece)>>;

/// All entries in two columns, in full words.
fn columns(entries: &[Entry]) -> Block {
    let rows = entries.len().div_ceil(2);
    let entry = |index: usize, x: i32| {
        let (sign, words, _) = entries[index];
        [(x, Piece::Sign(sign)), (x + 2, Piece::Words(words.into()))]
    };
    let second = |row: usize| (row + rows < entries.len()).then(|| entry(row + rows, 13));
    (0..rows).map(|row| entry(row, 0).into_iter().chain(second(row).into_iter().flatten()).collect()).collect()
}

/// All entries one after another in lines of at most `width` columns; in short words where lines are short.
fn flow(entries: &[Entry], width: i32) -> Block {
    let mut block: Block = vec![Vec::new()];
    let mut x = 0;
    // A line where the front is not is known for what it is where there is no room to say so.
    let told = |(sign, ..): &&Entry| width > 50 || *sign != Sign::Pocket;
    for &(sign, full, short) in entries.iter().filter(told) {
        let words = if width > 36 { full } else { short };
        let gap = if width > 36 { 3 } else { 1 };
        if x > 0 && x + 2 + columns_of(words) > width {
            block.push(Vec::new());
            x = 0;
        }
        if let Some(row) = block.last_mut() {
            row.extend([(x, Piece::Sign(sign)), (x + 2, Piece::Words(words.into()))]);
        }
        x += 2 + columns_of(words) + gap;
    }
    block
}

/// The scale bar, with a word on magnification: in two lines or in one; only the bar where nothing is magnified.
fn scales(view: &Viewport) -> Vec<Block> {
    let line = |words: String| vec![(0, Piece::Words(words.into()))];
    let Some(bar) = bar(view) else { return Vec::new() };
    let Some(part) = view.magnified() else { return vec![vec![line(bar)]] };
    let note = format!("{part} magnified");
    let both = format!("{bar}, {note}");
    vec![vec![line(bar), line(note)], vec![line(both)]]
}

/// A bar as long as a round number of kilometres, in the middle of the map, with that number.
fn bar(view: &Viewport) -> Option<String> {
    let km_per_column = view.km_per_column()?;
    let most = (f64::from(view.width()) / 4.0).max(4.0) * km_per_column;
    let power = 10_f64.powf(most.log10().floor());
    let km = [5.0, 2.0, 1.0].map(|step| step * power).into_iter().find(|&km| km <= most)?;
    let inside =
        (1..i32::from(view.width())).take_while(|&columns| f64::from(columns) - 0.5 <= km / km_per_column).count();
    let inside = inside.saturating_sub(1);
    Some(format!("|{}| {km} km", "-".repeat(inside)))
}

/// The upper left cell of a block in a corner of the map where none of some cells lie, nor in a column on each side.
fn corner(block: &Block, view: &Viewport, barred: &CellSet) -> Option<CellAt> {
    let ends = block.iter().filter_map(|row| row.last());
    let width = ends.map(|(x, piece)| x + piece.width()).max()?;
    let height = i32::try_from(block.len()).ok()?;
    let (right, bottom) = (i32::from(view.width()) - width - 1, i32::from(view.height()) - height);
    let corners = [(right, bottom), (1, bottom), (right, 0), (1, 0)].map(|(x, y)| CellAt { x, y });
    corners
        .into_iter()
        .find(|at| view.holds(*at) && !(at.y..at.y + height).any(|y| barred.any(y, at.x - 1, at.x + width + 1)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_entry_is_left_out_where_lines_are_short() {
        let signs =
            |width| flow(&ENTRIES, width).iter().flatten().filter(|(_, piece)| matches!(piece, Piece::Sign(_))).count();
        let all = ENTRIES.len();
        assert_eq!([120, 51, 50, 20].map(signs), [all, all, all - 1, all - 1]);
    }
}
