//! What the screen shows, worked out once and kept as long as it holds.

use crate::app::{Area, Depth, Layout, ThemeName};
use crate::chronicle::{Reading, Tracks};
use crate::dataset::{Dataset, both};
use crate::gazetteer::{LonLat, PlaceNo};
use crate::map::{self, CellAt};
use crate::picture::Picture;
use crate::situation::{Difference, Situation};
use crate::time::Day;
use crate::timeline;

use super::Scene;
use super::hints::Hints;

/// Below so many rows a map cannot be read, and the tile grid stands in its place.
const LOW: u16 = 8;

/// Derived from data set and model; may be dropped at any time.
#[derive(Default)]
pub struct Cache {
    tracks: Option<Tracks>,
    lanes: Option<timeline::Lanes>,
    overview: Option<timeline::Overview>,
    page: Option<timeline::Page>,
    base: Option<map::Base>,
    beneath: Option<map::Beneath>,
    tiles: Option<map::Tiles>,
    /// The situation that is compared with.
    pinned: Option<Situation>,
    shown: Option<Shown>,
    hints: Option<Hints>,
    key: Option<Key>,
    view: Option<timeline::View>,
}

/// What the pictures depend on.
#[derive(Clone, Copy, PartialEq)]
struct Key {
    size: (u16, u16),
    day: Day,
    reading: Reading,
    pinned: Option<(Day, Reading)>,
    selected: Option<PlaceNo>,
    camera: map::Camera,
    tiled: bool,
    glyphs: map::GlyphSet,
    patterned: bool,
    layers: map::Layers,
    shaded: bool,
}

/// What a frame shows.
pub(super) struct Shown {
    pub(super) layout: Layout,
    pub(super) situation: Situation,
    /// The situation of the day before.
    pub(super) before: Situation,
    pub(super) map: Picture,
    pub(super) timeline: Picture,
    /// What the rows of the timeline are about, and what fell in the days that are picked.
    pub(super) heading: String,
    /// What it is compared with, if with anything.
    pub(super) compared: Option<Compared>,
}

/// What a situation is compared with.
pub(super) struct Compared {
    pub(super) other: Situation,
    /// From the other situation to the one of the playhead.
    pub(super) difference: Difference,
    /// The map of the other situation; empty where there is no room for a second one.
    pub(super) map: Picture,
}

impl Cache {
    /// What the last preparation found; none if the screen is too small to show anything.
    pub(super) fn shown(&self) -> Option<&Shown> {
        self.shown.as_ref()
    }

    /// What the last row can name.
    pub(super) fn hints(&self) -> Option<&Hints> {
        self.hints.as_ref()
    }

    /// The place whose marker or name stands at a cell of the screen, else the capital of the region whose ground it is.
    pub(super) fn place_at(&self, dataset: &Dataset, x: u16, y: u16) -> Option<PlaceNo> {
        let (column, row) = self.shown.as_ref()?.layout.on_a_map(x, y)?;
        if let Some(tiles) = &self.tiles {
            return tiles.place_at(column.into(), row.into());
        }
        let base = self.base.as_ref()?;
        let region = || base.region_at(column.into(), row.into());
        base.place_at(column.into(), row.into()).or_else(|| dataset.gazetteer.region(region()?).capital)
    }

    /// The position of the globe at a cell of the screen.
    pub(super) fn lonlat_at(&self, x: u16, y: u16) -> Option<LonLat> {
        let (column, row) = self.shown.as_ref()?.layout.on_a_map(x, y)?;
        self.base
            .as_ref()
            .filter(|_| self.tiles.is_none())?
            .view()
            .lonlat(CellAt { x: column.into(), y: row.into() }.middle())
    }

    /// The day that a cell of the timeline stands for.
    pub(super) fn day_at(&self, x: u16, y: u16) -> Option<Day> {
        let area = self.shown.as_ref()?.layout.timeline;
        let (column, row) = area.inside(x, y)?;
        timeline::day_at(self.lanes.as_ref()?, self.view.as_ref()?, (area.width, area.height), (column, row))
    }

    /// The place that a cell of the timeline tells of.
    pub(super) fn told_at(&self, x: u16, y: u16) -> Option<PlaceNo> {
        let (column, row) = self.shown.as_ref()?.layout.timeline.inside(x, y)?;
        let here = |spot: &&timeline::Spot| spot.y == row && (spot.from..spot.to).contains(&column);
        self.page.as_ref()?.spots().iter().find(here).map(|spot| spot.place)
    }

    /// Works out what the screen shows.
    pub(super) fn prepare(&mut self, scene: &Scene<'_>) {
        let Scene { dataset, model, .. } = *scene;
        let Some(layout) = model.layout() else {
            *self = Self::default();
            return;
        };
        self.hints.get_or_insert_with(|| Hints::new(scene.keymap));
        let key = Key {
            size: model.size,
            day: model.day,
            reading: model.reading,
            pinned: model.pinned.map(|pinned| pinned.beside(model.when())),
            selected: model.selected_place(dataset),
            camera: model.camera,
            tiled: model.tiled || layout.map.height < LOW,
            glyphs: model.glyphs,
            patterned: model.theme == ThemeName::Mono || model.depth == Depth::Basic,
            layers: model.layers,
            shaded: model.theme != ThemeName::Mono && model.depth == Depth::Full,
        };
        let view = model.timeline(dataset);
        if self.key != Some(key) {
            self.renew(dataset, &layout, key);
            self.key = Some(key);
        } else if self.view.as_ref() == Some(&view) {
            return;
        }
        self.timeline(view);
    }

    /// Draws the timeline.
    fn timeline(&mut self, view: timeline::View) {
        if let (Some(lanes), Some(shown)) = (&self.lanes, &mut self.shown) {
            let size = (shown.layout.timeline.width, shown.layout.timeline.height);
            let kept = self.overview.take().filter(|overview| overview.serves(view.calendar, size));
            let overview = kept.unwrap_or_else(|| timeline::Overview::new(lanes, view.calendar, size));
            let kept = self.page.take().filter(|page| page.serves(lanes, &view, size));
            let page = kept.unwrap_or_else(|| timeline::Page::new(lanes, &view, size));
            shown.timeline = page.draw(lanes, &overview, &view);
            (self.overview, self.page) = (Some(overview), Some(page));
            shown.heading = heading(lanes, &view);
        }
        self.view = Some(view);
    }

    fn renew(&mut self, dataset: &Dataset, layout: &Layout, key: Key) {
        let (situation, before) = self.look(dataset, layout.map, key);
        let compared = self.compare(dataset, key, &situation).map(|(other, difference)| {
            let map = if layout.other.is_empty() { Picture::default() } else { self.draw(dataset, &other, None, key) };
            Compared { other, difference, map }
        });
        let map = match &compared {
            Some(Compared { difference, .. }) => {
                self.draw(dataset, &difference.mark(&situation), Some(difference), key)
            }
            None => self.draw(dataset, &situation, None, key),
        };
        let (timeline, heading) = (Picture::default(), String::new());
        self.shown = Some(Shown { layout: *layout, situation, before, map, timeline, heading, compared });
    }

    /// The situations, and the tiles or the base that they are to be drawn on.
    fn look(&mut self, dataset: &Dataset, area: Area, key: Key) -> (Situation, Situation) {
        if key.tiled {
            let kept = self.tiles.take().filter(|tiles| tiles.size() == (area.width, area.height));
            let tiles = kept.unwrap_or_else(|| map::Tiles::new(&dataset.gazetteer, area.width, area.height));
            self.tiles = Some(tiles);
            return self.situations(dataset, key);
        }
        self.tiles = None;
        let view = map::Viewport::new(&dataset.gazetteer, &dataset.magnify, key.camera, area.width, area.height);
        let kept = self.base.take().filter(|base| base.serves(&view, key.glyphs));
        let below = self.beneath.take().filter(|below| kept.is_some() && below.serves(key.layers, key.shaded));
        let gazetteer = &dataset.gazetteer;
        let beneath = |base: &map::Base| map::Beneath::new(gazetteer, &dataset.terrain, base, key.layers, key.shaded);
        // A new view is most of the work of a first frame; a second processor can do the rest meanwhile.
        let (base, below, situations) = if let Some(base) = kept {
            let below = below.unwrap_or_else(|| beneath(&base));
            (base, below, self.situations(dataset, key))
        } else {
            let lower = || {
                let base = map::Base::new(gazetteer, view, key.glyphs);
                let below = beneath(&base);
                (base, below)
            };
            let (situations, (base, below)) = both(|| self.situations(dataset, key), lower);
            (base, below, situations)
        };
        (self.base, self.beneath) = (Some(base), Some(below));
        situations
    }

    /// The map of a situation: on tiles, or on the base of the view.
    fn draw(&self, dataset: &Dataset, situation: &Situation, changed: Option<&Difference>, key: Key) -> Picture {
        let gazetteer = &dataset.gazetteer;
        let Key { selected, patterned, layers, .. } = key;
        let scene = map::Scene { gazetteer, situation, selected, patterned, layers, changed };
        match (&self.tiles, &self.base, &self.beneath) {
            (Some(tiles), ..) => map::draw_tiles(tiles, key.glyphs, &scene),
            (None, Some(base), Some(beneath)) => map::draw(base, beneath, &scene),
            _ => Picture::default(),
        }
    }

    /// The situation that is pinned, and what differs from it; none if nothing is pinned.
    fn compare(&mut self, dataset: &Dataset, key: Key, now: &Situation) -> Option<(Situation, Difference)> {
        let (day, reading) = key.pinned?;
        let Dataset { gazetteer, chronicle, .. } = dataset;
        let kept = self.pinned.take().filter(|other| (other.day, other.reading) == (day, reading));
        let other = kept.unwrap_or_else(|| {
            let tracks = Tracks::new(chronicle, gazetteer.places.len(), reading);
            Situation::at(gazetteer, chronicle, &tracks, day)
        });
        self.pinned = Some(other.clone());
        let difference = Difference::between(&other, now);
        Some((other, difference))
    }

    /// The situations of the day and of the day before, with the tracks and lanes of the reading.
    fn situations(&mut self, dataset: &Dataset, key: Key) -> (Situation, Situation) {
        let Dataset { gazetteer, chronicle, .. } = dataset;
        let mut last = self.shown.take();
        let tracks = match self.tracks.take() {
            Some(tracks) if tracks.reading() == key.reading => tracks,
            _ => {
                last = None;
                let tracks = Tracks::new(chronicle, gazetteer.places.len(), key.reading);
                self.lanes = Some(timeline::Lanes::new(gazetteer, chronicle, &tracks));
                (self.overview, self.page) = (None, None);
                tracks
            }
        };
        let situations = situations(dataset, &tracks, last, key.day);
        self.tracks = Some(tracks);
        situations
    }
}

/// `Timeline: places contested; 33 fell from 6 Aug to 15 Aug`.
fn heading(lanes: &timeline::Lanes, view: &timeline::View) -> String {
    let picked = view.picked.map(|days| {
        let (first, last) = (view.calendar.short(days.start), view.calendar.short(days.last()));
        format!("{} fell from {first} to {last}", lanes.sum(timeline::Sum::Falls, days))
    });
    let lane = Some(view.lane.name().to_owned()).filter(|name| !name.is_empty());
    let told: Vec<String> = lane.into_iter().chain(picked).collect();
    if told.is_empty() { "Timeline".to_owned() } else { format!("Timeline: {}", told.join("; ")) }
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
