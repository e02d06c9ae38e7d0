//! The tile grid: a square for every place, laid out like the country. It tells all places apart on any screen, and every
//! region counts alike.

use std::collections::BTreeMap;

use crate::gazetteer::{Gazetteer, PlaceNo, RegionNo};
use crate::picture::{Ink, Joint, Picture, Weight};
use crate::situation::{Standing, Status};
use crate::text;

use super::glyphs::GlyphSet;
use super::looks;
use super::portrayal::Grounds;
use super::scene::Scene;
use super::viewport::CellAt;

/// Columns and rows of a tile with lines around it: the least, and what is more than anybody needs.
const SIZES: [(i32, i32); 2] = [(7, 2), (16, 4)];

/// Columns of a tile without lines: the least, and more than needed.
const BARE: (i32, i32) = (5, 8);

/// Where the tiles of a gazetteer lie on a panel.
#[derive(Clone, PartialEq, Debug)]
pub struct Tiles {
    panel: (u16, u16),
    /// By place number, column and row in the grid.
    slots: Vec<(i32, i32)>,
    /// Columns and rows of a tile, the line to its left and the one below it included.
    tile: (i32, i32),
    /// Whether there is room for lines.
    lined: bool,
    /// The upper left cell of the grid.
    origin: CellAt,
}

impl Tiles {
    /// The grid on a panel of `width` × `height` cells: the layout of the data where every place has a tile, else by
    /// latitude and longitude.
    #[must_use]
    pub fn new(gazetteer: &Gazetteer, width: u16, height: u16) -> Self {
        let (across, down) = (i32::from(width), i32::from(height));
        let fits = |slots: &Vec<(i32, i32)>| extent(slots).0 * BARE.0 <= across && extent(slots).1 <= down;
        let slots = laid_out(gazetteer).filter(fits).unwrap_or_else(|| by_position(gazetteer, across / BARE.0, down));
        let (columns, rows) = extent(&slots);
        let [least, most] = SIZES;
        let size = ((across - 1) / columns, (down - 1) / rows);
        let lined = size.0 >= least.0 && size.1 >= least.1;
        let tile = if lined {
            (size.0.min(most.0), size.1.min(most.1))
        } else {
            ((across / columns).clamp(BARE.0, BARE.1), 1)
        };
        let free = (across - columns * tile.0, down - rows * tile.1);
        let origin = CellAt { x: (free.0 / 2).max(0), y: (free.1 / 2).max(0) };
        Self { panel: (width, height), slots, tile, lined, origin }
    }

    /// Columns and rows of the panel.
    #[must_use]
    pub fn size(&self) -> (u16, u16) {
        self.panel
    }

    /// The place whose tile covers a cell.
    #[must_use]
    pub fn place_at(&self, x: i32, y: i32) -> Option<PlaceNo> {
        let slot = ((x - self.origin.x).div_euclid(self.tile.0), self.inside(y).div_euclid(self.tile.1));
        self.slots.iter().position(|&own| own == slot).map(PlaceNo::from_index)
    }

    /// A row of the panel counted from the first row inside of the grid, below the line on top.
    fn inside(&self, y: i32) -> i32 {
        y - self.origin.y - i32::from(self.lined)
    }

    /// The upper left cell of the inside of a tile, and its columns and rows.
    fn room(&self, place: PlaceNo) -> Option<(CellAt, i32, i32)> {
        let &(column, row) = self.slots.get(place.index())?;
        let line = i32::from(self.lined);
        let at = CellAt { x: self.origin.x + column * self.tile.0 + line, y: self.origin.y + row * self.tile.1 + line };
        Some((at, self.tile.0 - 1, self.tile.1 - line))
    }
}

/// The tiles that the data give, if they give one to every place.
fn laid_out(gazetteer: &Gazetteer) -> Option<Vec<(i32, i32)>> {
    let mut slots = vec![None; gazetteer.places.len()];
    for region in &gazetteer.regions {
        let slot = slots.get_mut(region.capital?.index())?;
        *slot = region.tile.map(|(column, row)| (i32::from(column), i32::from(row)));
    }
    slots.into_iter().collect()
}

/// Columns and rows of a grid; one of each if it is empty.
fn extent(slots: &[(i32, i32)]) -> (i32, i32) {
    let count = |side: fn(&(i32, i32)) -> i32| slots.iter().map(side).max().map_or(1, |last| last + 1);
    (count(|slot| slot.0), count(|slot| slot.1))
}

/// Rows from north to south, in each the places from west to east: a square, or as wide as it must be for so many rows but
/// no wider than so many columns.
fn by_position(gazetteer: &Gazetteer, most_columns: i32, rows: i32) -> Vec<(i32, i32)> {
    let mut places: Vec<PlaceNo> = gazetteer.numbers().collect();
    let at = |place: &PlaceNo| gazetteer.place(*place).position;
    places.sort_by(|one, other| at(other).lat().total_cmp(&at(one).lat()));
    let [most, rows] = [most_columns, rows].map(|count| usize::try_from(count).unwrap_or(0).max(1));
    let side = places.len().isqrt();
    let square = side + usize::from(side * side < places.len());
    let columns = square.max(places.len().div_ceil(rows)).min(most).max(1);
    let mut slots = vec![(0, 0); places.len()];
    for (row, line) in (0..).zip(places.chunks_mut(columns)) {
        let lon = |place: &PlaceNo| gazetteer.seam.unrolled(at(place).lon());
        line.sort_by(|one, other| lon(one).total_cmp(&lon(other)));
        for (column, place) in (0..).zip(line.iter()) {
            slots[place.index()] = (column, row);
        }
    }
    slots
}

/// The grid of a situation.
#[must_use]
pub fn draw_tiles(tiles: &Tiles, glyphs: GlyphSet, grounds: Grounds, scene: &Scene<'_>) -> Picture {
    let mut picture = Picture::new(tiles.panel.0, tiles.panel.1);
    let patterned = grounds == Grounds::Patterned || glyphs == GlyphSet::Ascii;
    if tiles.lined {
        let sides: Vec<Side> = scene.gazetteer.numbers().flat_map(|place| frame(tiles, place)).collect();
        let sides = sides.into_iter().chain(fronts(tiles, scene));
        if glyphs == GlyphSet::Ascii { strokes(sides, &mut picture) } else { joints(sides, &mut picture) }
    }
    for (place, standing) in scene.gazetteer.numbers().zip(&scene.situation.standings) {
        fill(tiles, (glyphs, patterned), scene, place, standing, &mut picture);
    }
    picture
}

/// A side of a tile, from one corner to another below it or to its right.
#[derive(Clone, Copy)]
struct Side {
    from: CellAt,
    to: CellAt,
    ink: Ink,
}

impl Side {
    fn upright(self) -> bool {
        self.from.x == self.to.x
    }

    /// Its cells, with both corners.
    fn cells(self) -> impl Iterator<Item = CellAt> {
        let Self { from, to, .. } = self;
        (from.y..=to.y).flat_map(move |y| (from.x..=to.x).map(move |x| CellAt { x, y }))
    }
}

/// Draws sides in strokes: `_` stands at the foot of its cell, so an upright side begins below its upper corner.
fn strokes(sides: impl Iterator<Item = Side>, picture: &mut Picture) {
    for side in sides {
        let inside = |at: &CellAt| {
            // The front goes on over corners.
            let between = at.x > side.from.x && at.x < side.to.x;
            if side.upright() { at.y > side.from.y } else { side.ink != Ink::Border || between }
        };
        for at in side.cells().filter(inside) {
            let glyph = match side.ink {
                Ink::Border if side.upright() => '|',
                Ink::Border => '_',
                _ => '#',
            };
            picture.put(at.x, at.y, glyph, side.ink);
        }
    }
}

/// Draws sides in box-drawing lines, the front heavy.
fn joints(sides: impl Iterator<Item = Side>, picture: &mut Picture) {
    let mut joints: BTreeMap<CellAt, ([Weight; 4], Ink)> = BTreeMap::new();
    for side in sides {
        let weight = if side.ink == Ink::Border { Weight::Light } else { Weight::Heavy };
        let [back, ahead] = if side.upright() { [0, 2] } else { [3, 1] };
        for at in side.cells() {
            let joint = joints.entry(at).or_insert(([Weight::None; 4], side.ink));
            for (arm, end) in [(back, side.from), (ahead, side.to)] {
                if at != end {
                    joint.0[arm] = joint.0[arm].max(weight);
                }
            }
            if weight == Weight::Heavy {
                joint.1 = side.ink;
            }
        }
    }
    for (at, (arms, ink)) in joints {
        picture.put(at.x, at.y, Joint(arms).glyph(), ink);
    }
}

/// The sides of a tile.
fn frame(tiles: &Tiles, place: PlaceNo) -> Vec<Side> {
    let Some((at, columns, rows)) = tiles.room(place) else { return Vec::new() };
    let [left, right] = [at.x - 1, at.x + columns];
    let [top, bottom] = [at.y - 1, at.y + rows];
    let corners = [((left, top), (right, top)), ((left, bottom), (right, bottom))];
    let upright = [((left, top), (left, bottom)), ((right, top), (right, bottom))];
    let corner = |(x, y)| CellAt { x, y };
    let side = |(from, to)| Side { from: corner(from), to: corner(to), ink: Ink::Border };
    corners.into_iter().chain(upright).map(side).collect()
}

/// The front, along the sides that tiles of touching regions with different holders share.
fn fronts(tiles: &Tiles, scene: &Scene<'_>) -> Vec<Side> {
    let mut sides = Vec::new();
    for contact in scene.gazetteer.borders.contacts() {
        let [Some(one), Some(other)] = contact.regions.map(|region| holder(scene, region)) else { continue };
        if one.1.holder == other.1.holder {
            continue;
        }
        let ink = if one.1.today || other.1.today { Ink::FrontToday } else { Ink::Front };
        let Some(((a, columns, rows), (b, ..))) = tiles.room(one.0).zip(tiles.room(other.0)) else { continue };
        let from = CellAt { x: a.x.max(b.x) - 1, y: a.y.max(b.y) - 1 };
        if a.y == b.y && (a.x - b.x).abs() == tiles.tile.0 {
            sides.push(Side { from, to: CellAt { y: from.y + rows + 1, ..from }, ink });
        } else if a.x == b.x && (a.y - b.y).abs() == tiles.tile.1 {
            sides.push(Side { from, to: CellAt { x: from.x + columns + 1, ..from }, ink });
        }
    }
    sides
}

/// The capital of a region with its standing.
fn holder<'a>(scene: &Scene<'a>, region: RegionNo) -> Option<(PlaceNo, &'a Standing)> {
    let capital = scene.gazetteer.region(region).capital?;
    scene.situation.standings.get(capital.index()).map(|standing| (capital, standing))
}

/// What stands in a tile: marker and name, the day of its fall where there is a row for it, and the pattern of its ground.
fn fill(
    tiles: &Tiles,
    (glyphs, patterned): (GlyphSet, bool),
    scene: &Scene<'_>,
    place: PlaceNo,
    standing: &Standing,
    picture: &mut Picture,
) {
    let Some((at, columns, rows)) = tiles.room(place) else { return };
    // Lines stand on the ground of the tile above them.
    for y in at.y..at.y + rows.max(1) {
        for x in at.x..at.x + columns {
            picture.wash(x, y, looks::wash(standing));
            let below = y < at.y + rows - 1 || !tiles.lined || glyphs != GlyphSet::Ascii;
            let patterned = patterned && below && rows > 1;
            if let Some(ink) = looks::fill(standing, CellAt { x, y }).filter(|_| patterned) {
                picture.put(x, y, glyphs.pattern(), ink);
            }
        }
    }
    let chosen = scene.selected == Some(place);
    let (glyph, ink) = looks::marker(glyphs, standing, scene.gazetteer.seat == Some(place));
    let mark = looks::mark(glyphs, scene, place, standing).map_or_else(String::new, String::from);
    let gap = if columns > 4 { " " } else { "" };
    let room = usize::try_from(columns).unwrap_or(0).saturating_sub(1 + gap.len());
    // Without lines there is a blank between tiles, which a mark may use.
    let name = name(scene, place, if tiles.lined { room.saturating_sub(mark.chars().count()) } else { room });
    let label = if standing.today { Ink::LabelToday } else { Ink::Label };
    picture.put(at.x, at.y, glyph, if chosen { Ink::Selected } else { ink });
    let line = padded(format!("{gap}{name}{mark}"), columns - 1);
    picture.write(at.x + 1, at.y, &line, if chosen { Ink::Selected } else { label });
    if rows > 2 {
        picture.write(at.x, at.y + 1, &padded(note(standing, columns), columns), Ink::Faint);
    }
}

/// A text with a blank behind it, if so many columns have room for it: letters stand free of a pattern.
fn padded(text: String, columns: i32) -> String {
    let room = usize::try_from(columns).unwrap_or(0);
    if text::width(&text) < room { text + " " } else { text }
}

/// The longest form of a name that fits: in full, short, its letters.
fn name(scene: &Scene<'_>, place: PlaceNo, room: usize) -> String {
    let place = scene.gazetteer.place(place);
    let forms = [&place.name, &place.short, &place.code];
    let fitting = forms.into_iter().find(|form| !form.is_empty() && text::width(form) <= room);
    fitting.map_or_else(|| text::cut(&place.name, room).into_owned(), ToString::to_string)
}

/// The day of a fall, or that there is a fight or a dispute, below the name if so many columns have room for that.
fn note(standing: &Standing, columns: i32) -> String {
    let words = match (standing.status, standing.date()) {
        (Status::Fallen, Some(date)) => date.best.short(),
        (Status::Disputed | Status::Contested, _) => standing.status.word().to_owned(),
        _ => String::new(),
    };
    let room = usize::try_from(columns).unwrap_or(0).saturating_sub(text::width(&words));
    format!("{}{words}", " ".repeat(room.min(2)))
}
