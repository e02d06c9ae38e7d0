//! How the days around the playhead are laid out over columns: how close they are, which of them are folded, where pages
//! begin.
//!
//! The strip shows pages. It does not follow the playhead day by day: the eye keeps its place, and a step changes two
//! cells instead of all. Pages are laid so that the ten days on which most places fall are on one.

use crate::time::{Day, Span};

use super::{Lanes, View};

/// The least columns that a day needs to be told in words: `[Thu 12]`.
const NARROWEST: u16 = 8;

/// The closest zoom: a day or two on the screen.
pub const CLOSEST: i8 = 3;

/// Columns and days of a slot, from a week on the width of a palm to decades: the zooms -1, -2 …
const FAR: [(u16, i32); 9] = [(4, 1), (2, 1), (1, 1), (1, 2), (1, 7), (1, 28), (1, 91), (1, 365), (1, 3652)];

/// Days laid out over columns.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Scale {
    slots: Vec<Slot>,
    /// Columns of a slot.
    pub(super) wide: u16,
    /// Columns to the left of the first, for the names of lanes.
    pub(super) left: u16,
    /// Whether days have room for words.
    pub(super) worded: bool,
}

/// Columns that stand for a day or for several.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Slot {
    /// The days.
    pub(super) days: Span,
    /// The first column.
    pub(super) x: u16,
    /// Whether days on which nothing falls are folded here.
    pub(super) gap: bool,
}

/// How many columns a day has, and how many days a page, where days are told in words.
fn cells(width: u16) -> (u16, u16) {
    let days = match width {
        0..NARROWEST => return (width, u16::from(width > 0)),
        // Eight days at least, ten as soon as they fit; then the cells grow, then there are more days.
        NARROWEST..120 => (width / NARROWEST).min(10),
        120..168 => 10,
        _ => width / 14,
    };
    (width / days.max(1), days.max(1))
}

/// The farthest zoom that shows more than the one before it.
#[must_use]
pub fn farthest(stretch: Span, width: u16) -> i8 {
    let fits = |(wide, per): &(u16, i32)| i32::from(width.saturating_sub(gutter(width)) / wide) * per >= stretch.days();
    let at = FAR.iter().position(fits).unwrap_or(FAR.len() - 1);
    -1 - i8::try_from(at).unwrap_or(0)
}

/// Columns for the names of lanes, where there is room for them.
fn gutter(width: u16) -> u16 {
    if width >= 60 { 10 } else { 0 }
}

impl Scale {
    /// The page that holds the playhead.
    pub(super) fn new(lanes: &Lanes, view: &View, width: u16) -> Self {
        let stretch = lanes.stretch();
        let zoom = view.zoom.clamp(farthest(stretch, width), CLOSEST);
        let worded = zoom >= 0;
        let (left, wide, count, per) = if worded {
            let (_, count) = cells(width);
            let count = (count >> zoom.unsigned_abs()).max(u16::from(width > 0));
            (0, width.checked_div(count).unwrap_or(0), count, 1)
        } else {
            let (wide, per) = FAR[usize::from(zoom.unsigned_abs() - 1).min(FAR.len() - 1)];
            let left = gutter(width);
            let wide = wide.min(width - left);
            (left, wide, (width - left).checked_div(wide).unwrap_or(0), per)
        };
        let units = Units { lanes, per, folded: view.folded && per == 1 };
        let slots = units.page(view.day, count.into()).enumerate().filter_map(|(index, days)| {
            let x = left + u16::try_from(index).ok()?.checked_mul(wide)?;
            Some(Slot { days, x, gap: per == 1 && days.days() > 1 })
        });
        Self { slots: slots.collect(), wide, left, worded }
    }

    /// Its slots, in order.
    pub(super) fn slots(&self) -> &[Slot] {
        &self.slots
    }

    /// The days of the page.
    pub(super) fn days(&self) -> Option<Span> {
        Some(Span { start: self.slots.first()?.days.start, end: self.slots.last()?.days.end })
    }

    /// The slot of a day of the page.
    pub(super) fn slot(&self, day: Day) -> Option<&Slot> {
        let at = self.slots.partition_point(|slot| slot.days.end <= day);
        self.slots.get(at).filter(|slot| slot.days.contains(day))
    }

    /// The first day of a column.
    pub(super) fn day_at(&self, x: u16) -> Option<Day> {
        let at = x.checked_sub(self.left)?.checked_div(self.wide)?;
        let slot = self.slots.get(usize::from(at))?;
        let (days, into) = (slot.days.days(), i32::from(x - slot.x));
        // A folded gap can be gone into.
        Some(slot.days.start.plus(if slot.gap { into * days / i32::from(self.wide) } else { 0 }))
    }

    /// The columns of some days, as far as they are on the page: the first and the one after the last.
    pub(super) fn columns(&self, days: Span) -> Option<(u16, u16)> {
        let page = self.days()?;
        let (start, last) = (days.start.max(page.start), days.last().min(page.last()));
        if start > last {
            return None;
        }
        Some((self.slot(start)?.x, self.slot(last)?.x + self.wide))
    }
}

/// The stretch in units of which each has a slot: a day, several, or a folded gap.
struct Units<'a> {
    lanes: &'a Lanes,
    per: i32,
    folded: bool,
}

impl Units<'_> {
    fn of(&self, day: Day) -> i32 {
        if self.folded { self.lanes.fold_of(day) } else { day.since(self.lanes.stretch().start) / self.per }
    }

    fn days(&self, unit: i32) -> Span {
        let stretch = self.lanes.stretch();
        if self.folded {
            return self.lanes.days_of_fold(unit);
        }
        let start = stretch.start.plus(unit * self.per);
        Span { start, end: start.plus(self.per).min(stretch.end) }
    }

    /// The units of the page of `count` units that holds `day`.
    fn page(&self, day: Day, count: i32) -> impl Iterator<Item = Span> {
        let total = self.of(self.lanes.stretch().last()) + 1;
        let count = count.max(1);
        let anchor = if self.per == 1 { self.of(self.lanes.busiest()) - (count - 10).max(0) / 2 } else { 0 };
        let start = anchor + (self.of(day) - anchor).div_euclid(count) * count;
        // The first and the last page are moved inwards rather than shown half empty.
        let start = start.min(total - count).max(0);
        (start..(start + count).min(total)).map(|unit| self.days(unit))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chronicle::{Reading, Tracks};
    use crate::dataset::Dataset;
    use proptest::prelude::*;

    fn lanes() -> &'static Lanes {
        static LANES: std::sync::LazyLock<Lanes> = std::sync::LazyLock::new(|| {
            let Dataset { gazetteer, chronicle, .. } = Dataset::embedded().expect("sound data");
            let tracks = Tracks::new(&chronicle, gazetteer.places.len(), Reading::Settled);
            Lanes::new(&gazetteer, &chronicle, &tracks)
        });
        &LANES
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(ProptestConfig::default().cases / 4))]
        #[test]
        fn pages_lose_no_day_and_hold_the_playhead(width in 1_u16..400, zoom in -9_i8..5, folded: bool) {
            let lanes = lanes();
            let stretch = lanes.stretch();
            let mut seen = stretch.start;
            for day in (0..stretch.days()).map(|offset| stretch.start.plus(offset)) {
                let scale = Scale::new(lanes, &View { zoom, folded, ..View::new(day) }, width);
                let slot = scale.slot(day).expect("the playhead is on the page");
                prop_assert!(slot.x + scale.wide <= width, "{slot:?}");
                let back = scale.day_at(slot.x).expect("a day");
                prop_assert!(slot.days.contains(back), "{day} {back}");
                let page = scale.days().expect("days");
                prop_assert!(page.start <= seen, "the days before {} are on no page", page.start);
                seen = seen.max(page.end);
                for pair in scale.slots().windows(2) {
                    prop_assert_eq!(pair[0].days.end, pair[1].days.start);
                }
            }
            prop_assert_eq!(seen, stretch.end);
        }
    }

    #[test]
    fn the_ten_days_are_on_one_page_at_eighty_columns() {
        let day = |text| Day::parse(text).expect("a date");
        let scale = Scale::new(lanes(), &View::new(day("2021-08-09")), 80);
        assert_eq!(scale.days(), Some(Span::inclusive(day("2021-08-06"), day("2021-08-15"))));
    }

    #[test]
    fn folded_the_middle_of_august_and_september_are_on_one_screen() {
        let day = |text| Day::parse(text).expect("a date");
        let view = View { zoom: -1, folded: true, ..View::new(day("2021-08-15")) };
        let scale = Scale::new(lanes(), &view, 80);
        let gap = scale.slot(day("2021-08-20")).expect("on the page");
        assert!(gap.gap && gap.days == Span::inclusive(day("2021-08-16"), day("2021-09-03")), "{gap:?}");
        assert!(scale.slot(day("2021-08-12")).is_some() && scale.slot(day("2021-09-06")).is_some());
    }
}
