//! Where everything stands: one pure function of the size, used for drawing and for the mouse.

/// The smallest screen that holds map, timeline and a line of figures: columns and rows.
pub const SMALLEST: (u16, u16) = (40, 12);

/// The largest screen in columns and rows. Larger ones are painted in part: a size is just two numbers that anybody may set.
pub const LARGEST: (u16, u16) = (1000, 500);

/// A rectangle of cells.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Area {
    /// The first column.
    pub x: u16,
    /// The first row.
    pub y: u16,
    /// Columns.
    pub width: u16,
    /// Rows.
    pub height: u16,
}

impl Area {
    /// Whether it has no cell.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.width == 0 || self.height == 0
    }

    /// Where a cell of the screen lies in it, from its own upper left corner; none if outside.
    #[must_use]
    pub fn inside(self, x: u16, y: u16) -> Option<(u16, u16)> {
        let (column, row) = (x.checked_sub(self.x)?, y.checked_sub(self.y)?);
        (column < self.width && row < self.height).then_some((column, row))
    }

    /// The area without its first `rows` rows.
    #[must_use]
    pub fn below(self, rows: u16) -> Self {
        let rows = rows.min(self.height);
        Self { y: self.y + rows, height: self.height - rows, ..self }
    }

    /// The first `rows` rows of the area.
    #[must_use]
    fn top(self, rows: u16) -> Self {
        Self { height: rows.min(self.height), ..self }
    }
}

/// The panels of a screen. A panel that the screen has no room for is empty.
///
/// ```text
/// header
/// -- Map ------------------+-- Situation -----
///                          | situation
/// map                      |-- Thu 12 Aug ----
///                          | list
///                          |-- Herat ---------
///                          | detail
/// -- Timeline -------------+------------------
/// timeline
/// hint
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Layout {
    /// The whole screen.
    pub screen: Area,
    /// Title, date, reading: the first row.
    pub header: Area,
    /// The map.
    pub map: Area,
    /// While two situations are compared and there is room: the map of the other one, as large, left of the map.
    pub other: Area,
    /// Counts and figures.
    pub situation: Area,
    /// What happened on the day.
    pub list: Area,
    /// What is in focus.
    pub detail: Area,
    /// The timeline.
    pub timeline: Area,
    /// The main keys, or a prompt: the last row.
    pub hint: Area,
}

/// From this width on the figures stand beside the map, below it under the map.
const SIDE_BY_SIDE: u16 = 66;

/// Columns of the side panel: the least that holds a line of figures, and the most that is easy to read.
const SIDE: (u16, u16) = (25, 69);

/// Columns of the side panel beside two maps, and the least of each map.
const SIDE_COMPARING: u16 = 43;
const LEAST_MAP: u16 = 56;

/// Below so many rows a map cannot be read.
const LOW: u16 = 8;

impl Layout {
    /// The layout of a screen of `width` columns and `height` rows; none if it is too small.
    #[must_use]
    pub fn new(width: u16, height: u16) -> Option<Self> {
        if width < SMALLEST.0 || height < SMALLEST.1 {
            return None;
        }
        let screen = Area { x: 0, y: 0, width, height };
        let timeline = timeline_rows(height);
        // The rows between header and hint, less the rules above the body and above the timeline.
        let body = Area { y: 2, height: height - timeline - 4, ..screen };
        let layout = Self {
            screen,
            header: screen.top(1),
            timeline: Area { y: height - 1 - timeline, height: timeline, ..screen },
            hint: screen.below(height - 1),
            ..Self::default()
        };
        let side = ((width.saturating_sub(24)) * 9 / 20).clamp(SIDE.0, SIDE.1);
        Some(if width >= SIDE_BY_SIDE { layout.beside(body, side) } else { layout.stacked(body) })
    }

    /// The layout of a screen of `size` columns and rows, with room for a second map if two situations are compared.
    #[must_use]
    pub fn of((width, height): (u16, u16), comparing: bool) -> Option<Self> {
        let layout = Self::new(width, height)?;
        Some(if comparing { layout.comparing() } else { layout })
    }

    /// Whether the map is too low to be read, so that the tile grid stands in its place.
    #[must_use]
    pub fn is_low(&self) -> bool {
        self.map.height < LOW
    }

    /// The same with a second map beside the first, if there is room for two of a size.
    #[must_use]
    pub fn comparing(self) -> Self {
        let side = self.situation.width.min(SIDE_COMPARING);
        let each = self.screen.width.saturating_sub(side + 2) / 2;
        if each < LEAST_MAP || self.divider().is_none() {
            return self;
        }
        let body = Area { width: self.screen.width, ..self.map };
        let wide = self.beside(body, side);
        let other = Area { width: each, ..wide.map };
        let map = Area { x: wide.map.width - each, width: each, ..wide.map };
        Self { map, other, ..wide }
    }

    /// The map to the left, the panels in `side` columns to the right of it.
    fn beside(self, body: Area, side: u16) -> Self {
        let map = Area { width: body.width - side - 1, ..body };
        let column = Area { x: map.width + 1, width: side, ..body };
        let situation = column.top(situation_rows(body.height));
        let rest = column.below(situation.height + 1);
        let list = rest.top(if rest.height < 8 { rest.height } else { (rest.height * 2 / 5).clamp(4, 14) });
        let detail = rest.below(list.height + 1);
        Self { map, situation, list, detail, ..self }
    }

    /// The map above, two lines of figures below it.
    fn stacked(self, body: Area) -> Self {
        let figures = if body.height >= 12 { 2 } else { 1 };
        let map = body.top(body.height - figures);
        let situation = body.below(map.height);
        Self { map, situation, ..self }
    }

    /// Where a cell of the screen lies on the map, or on the other one, which shows the same ground.
    #[must_use]
    pub fn on_a_map(&self, x: u16, y: u16) -> Option<(u16, u16)> {
        self.map.inside(x, y).or_else(|| self.other.inside(x, y))
    }

    /// The column of the rule between map and panels; none if they do not stand side by side.
    #[must_use]
    pub fn divider(&self) -> Option<u16> {
        self.situation.x.checked_sub(1)
    }
}

/// Rows of the timeline.
fn timeline_rows(height: u16) -> u16 {
    match height {
        0..16 => 2,
        16..22 => 3,
        22..32 => 4,
        32..48 => 6,
        _ => 9,
    }
}

/// Rows of the figures: the six that matter most, and more where there is room.
fn situation_rows(height: u16) -> u16 {
    match height {
        ..8 => height,
        8..20 => 6,
        20..40 => 9,
        _ => 12,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn panels(layout: &Layout) -> [Area; 8] {
        [
            layout.header,
            layout.map,
            layout.other,
            layout.situation,
            layout.list,
            layout.detail,
            layout.timeline,
            layout.hint,
        ]
    }

    #[test]
    fn the_map_has_the_size_it_was_designed_for() {
        let map = |width, height| Layout::new(width, height).map(|layout| (layout.map.width, layout.map.height));
        assert_eq!(map(80, 24), Some((54, 16)));
        assert_eq!(map(120, 40), Some((76, 30)));
        assert_eq!(map(200, 60), Some((130, 47)));
        assert_eq!(map(39, 24), None);
        assert_eq!(map(80, 11), None);
    }

    #[test]
    fn two_maps_stand_side_by_side_where_there_is_room() {
        let maps = |width, height| {
            let layout = Layout::new(width, height).expect("large enough").comparing();
            (layout.other, layout.map)
        };
        assert!(maps(80, 24).0.is_empty() && maps(120, 40).0.is_empty());
        let (other, map) = maps(200, 60);
        assert_eq!((other.width, other.height), (map.width, map.height));
        assert!(other.width >= LEAST_MAP && other.x + other.width < map.x && map.x + map.width <= 200 - 43);
    }

    proptest! {
        #[test]
        fn panels_stay_on_the_screen_and_apart(width in 40_u16..400, height in 12_u16..200, comparing: bool) {
            let layout = Layout::new(width, height).expect("large enough");
            let panels = if comparing { panels(&layout.comparing()) } else { panels(&layout) };
            for (index, one) in panels.iter().enumerate().filter(|(_, area)| !area.is_empty()) {
                prop_assert!(one.x + one.width <= width && one.y + one.height <= height, "{one:?}");
                for other in panels[index + 1..].iter().filter(|area| !area.is_empty()) {
                    let apart = one.x + one.width <= other.x || other.x + other.width <= one.x
                        || one.y + one.height <= other.y || other.y + other.height <= one.y;
                    prop_assert!(apart, "{one:?} {other:?}");
                }
            }
            prop_assert!(layout.map.height >= 4 && layout.timeline.height >= 2);
        }
    }
}
