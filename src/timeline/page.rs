//! The page of days that the strip shows, as far as it depends neither on the playhead nor on what is selected or picked: it
//! is drawn once and kept. A step then paints these on it.

use crate::picture::{Ink, Picture, Wash};
use crate::text;
use crate::time::{Calendar, Day};

use super::scale::Scale;
use super::{Lane, Lanes, Overview, Spot, View, chart, overview_rows, strip};

/// A page of days below the rows of the overview.
#[derive(Clone, Debug)]
pub struct Page {
    lane: Lane,
    calendar: Calendar,
    marks: Vec<(char, Day)>,
    scale: Scale,
    picture: Picture,
    spots: Vec<Spot>,
}

impl Page {
    /// The page of a view, in a timeline of so many columns and rows.
    #[must_use]
    pub fn new(lanes: &Lanes, view: &View, size: (u16, u16)) -> Self {
        let scale = Scale::new(lanes, view, size.0);
        let mut picture = Picture::new(size.0, size.1);
        let spots = strip::draw(lanes, &scale, view, overview_rows(size.1), &mut picture);
        Self { lane: view.lane, calendar: view.calendar, marks: view.marks.clone(), scale, picture, spots }
    }

    /// Whether it is the page of a view in a timeline of this size; the lanes must be the same too.
    #[must_use]
    pub fn serves(&self, lanes: &Lanes, view: &View, size: (u16, u16)) -> bool {
        (self.picture.width(), self.picture.height()) == size
            && (self.lane, self.calendar, &self.marks) == (view.lane, view.calendar, &view.marks)
            && self.scale == Scale::new(lanes, view, size.0)
    }

    /// Which of its cells tell of which place.
    #[must_use]
    pub fn spots(&self) -> &[Spot] {
        &self.spots
    }

    /// The timeline of a view that the page serves: with the overview above, the playhead, the days that are picked and the
    /// day on which the selected place falls.
    #[must_use]
    pub fn draw(&self, lanes: &Lanes, overview: &Overview, view: &View) -> Picture {
        let mut picture = self.picture.clone();
        overview.draw(lanes, view, self.scale.days(), &mut picture);
        let top = overview_rows(picture.height());
        let fall = view.selected.and_then(|place| lanes.fall_of(place));
        if let Some(fall) = fall {
            overview.mark(lanes, fall, &mut picture);
        }
        if top < picture.height() {
            self.playhead(lanes, view, top, &mut picture);
            self.picked(view, top.into(), &mut picture);
            if let Some(fall) = fall {
                self.mark(fall, view, top, &mut picture);
            }
        }
        picture
    }

    /// The columns of the day, and its name in brackets or, where it has none, its strokes in the lanes.
    fn playhead(&self, lanes: &Lanes, view: &View, top: u16, picture: &mut Picture) {
        let Some(slot) = self.scale.slot(view.day) else { return };
        let (x, wide) = (i32::from(slot.x), usize::from(self.scale.wide));
        for y in top..picture.height() {
            for x in x..i32::from(slot.x + self.scale.wide) {
                picture.wash(x, y.into(), Wash::Playhead);
            }
        }
        if self.scale.worded {
            if slot.gap || lanes.marks(view.day).is_some() {
                let name = if slot.gap { strip::day_name } else { strip::marked_name }(view, view.day, wide);
                picture.write(x, top.into(), &text::cut(&format!("[{name}]"), wide), Ink::Playhead);
            }
        } else if !matches!(view.lane, Lane::Bounds | Lane::Contests) {
            chart::strokes(lanes, slot, (top + 1).into()..picture.height().into(), picture);
        }
    }

    /// Parentheses around the days that are picked.
    fn picked(&self, view: &View, y: i32, picture: &mut Picture) {
        let Some(days) = view.picked else { return };
        let first = self.scale.slot(days.start).map(|slot| (i32::from(slot.x), '('));
        let last = self.scale.slot(days.last()).map(|slot| (i32::from(slot.x + self.scale.wide) - 1, ')'));
        for (x, glyph) in first.into_iter().chain(last) {
            if let Some(cell) = picture.cell_mut(x, y) {
                // The brackets of the playhead stay.
                if cell.glyph == ' ' {
                    cell.glyph = glyph;
                }
                cell.set_ink(Ink::Selected);
            }
        }
    }

    /// Marks a day as selected: its name, or from afar its columns in the row of the falls.
    fn mark(&self, day: Day, view: &View, top: u16, picture: &mut Picture) {
        let Some(slot) = self.scale.slot(day) else { return };
        let wide = usize::from(self.scale.wide);
        let (x, y, count) = if self.scale.worded && !slot.gap {
            let name = strip::day_name(view, day, wide);
            (slot.x + 1, top, text::width(&name).min(wide.saturating_sub(2)))
        } else {
            (slot.x, top + 1, 1)
        };
        for x in (i32::from(x)..).take(count) {
            if let Some(cell) = picture.cell_mut(x, y.into()) {
                cell.set_ink(Ink::Selected);
                cell.set_wash(Wash::Selected);
            }
        }
    }
}
