//! What the screen shows, worked out once and kept as long as it holds.

use crate::app::{Layout, Model};
use crate::chronicle::{Reading, Tracks};
use crate::dataset::Dataset;
use crate::gazetteer::PlaceNo;
use crate::map;
use crate::picture::Picture;
use crate::situation::Situation;
use crate::time::Day;
use crate::timeline;

/// Derived from data set and model; may be dropped at any time.
#[derive(Default)]
pub struct Cache {
    tracks: Option<Tracks>,
    lanes: Option<timeline::Lanes>,
    base: Option<map::Base>,
    shown: Option<Shown>,
    key: Option<Key>,
}

/// What the pictures depend on.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Key {
    size: (u16, u16),
    day: Day,
    reading: Reading,
    selected: Option<PlaceNo>,
}

/// What a frame shows.
pub(super) struct Shown {
    pub(super) layout: Layout,
    pub(super) situation: Situation,
    /// The situation of the day before.
    pub(super) before: Situation,
    pub(super) map: Picture,
    pub(super) timeline: Picture,
}

impl Cache {
    /// What the last preparation found; none if the screen is too small to show anything.
    pub(super) fn shown(&self) -> Option<&Shown> {
        self.shown.as_ref()
    }

    /// The place whose marker or name stands at a cell of the screen.
    pub(super) fn place_at(&self, x: u16, y: u16) -> Option<PlaceNo> {
        let (column, row) = self.shown.as_ref()?.layout.map.inside(x, y)?;
        self.base.as_ref()?.place_at(column.into(), row.into())
    }

    /// The day that a cell of the timeline stands for.
    pub(super) fn day_at(&self, day: Day, x: u16, y: u16) -> Option<Day> {
        let area = self.shown.as_ref()?.layout.timeline;
        let (column, row) = area.inside(x, y)?;
        timeline::day_at(self.lanes.as_ref()?, day, (area.width, area.height), (column, row))
    }

    /// Works out what the screen shows.
    pub(super) fn prepare(&mut self, dataset: &Dataset, model: &Model) {
        let Some(layout) = Layout::new(model.size.0, model.size.1) else {
            *self = Self::default();
            return;
        };
        let key =
            Key { size: model.size, day: model.day, reading: model.reading, selected: model.selected_place(dataset) };
        if self.key == Some(key) {
            return;
        }
        self.renew(dataset, &layout, key);
        self.key = Some(key);
    }

    fn renew(&mut self, dataset: &Dataset, layout: &Layout, key: Key) {
        let Dataset { gazetteer, chronicle, .. } = dataset;
        let tracks = match self.tracks.take() {
            Some(tracks) if tracks.reading() == key.reading => tracks,
            _ => {
                self.lanes = None;
                self.shown = None;
                Tracks::new(chronicle, gazetteer.places.len(), key.reading)
            }
        };
        let lanes = self.lanes.take().unwrap_or_else(|| timeline::Lanes::new(gazetteer, chronicle, &tracks));
        let area = layout.map;
        let base = match self.base.take() {
            Some(base) if (base.view().width(), base.view().height()) == (area.width, area.height) => base,
            _ => map::Base::new(gazetteer, map::Viewport::fit(gazetteer, &dataset.magnify, area.width, area.height)),
        };
        let (situation, before) = situations(dataset, &tracks, self.shown.take(), key.day);
        let scene = map::Scene { gazetteer, situation: &situation, selected: key.selected };
        let map = map::draw(&base, &scene);
        let timeline = timeline::draw(&lanes, key.day, (layout.timeline.width, layout.timeline.height));
        self.shown = Some(Shown { layout: *layout, situation, before, map, timeline });
        (self.tracks, self.lanes, self.base) = (Some(tracks), Some(lanes), Some(base));
    }
}

/// The situations of a day and of the day before, one of which the last frame may have had.
fn situations(dataset: &Dataset, tracks: &Tracks, last: Option<Shown>, day: Day) -> (Situation, Situation) {
    let at = |day| Situation::at(&dataset.gazetteer, &dataset.chronicle, tracks, day);
    let (mut situation, mut before) = (None, None);
    if let Some(Shown { situation: old, before: older, .. }) = last {
        for known in [old, older] {
            if known.day == day {
                situation = Some(known);
            } else if known.day == day.plus(-1) {
                before = Some(known);
            }
        }
    }
    (situation.unwrap_or_else(|| at(day)), before.unwrap_or_else(|| at(day.plus(-1))))
}
