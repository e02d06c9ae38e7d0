//! What the screen shows, worked out once and kept as long as it holds.

use crate::app::{Depth, Layout, Model, ThemeName};
use crate::chronicle::{Reading, Tracks};
use crate::dataset::Dataset;
use crate::gazetteer::{LonLat, PlaceNo};
use crate::map::{self, CellAt};
use crate::picture::Picture;
use crate::situation::Situation;
use crate::time::Day;
use crate::timeline;

/// Below so many rows a map cannot be read, and the tile grid stands in its place.
const LOW: u16 = 8;

/// Derived from data set and model; may be dropped at any time.
#[derive(Default)]
pub struct Cache {
    tracks: Option<Tracks>,
    lanes: Option<timeline::Lanes>,
    base: Option<map::Base>,
    beneath: Option<map::Beneath>,
    tiles: Option<map::Tiles>,
    shown: Option<Shown>,
    key: Option<Key>,
}

/// What the pictures depend on.
#[derive(Clone, Copy, PartialEq)]
struct Key {
    size: (u16, u16),
    day: Day,
    reading: Reading,
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
}

impl Cache {
    /// What the last preparation found; none if the screen is too small to show anything.
    pub(super) fn shown(&self) -> Option<&Shown> {
        self.shown.as_ref()
    }

    /// The place whose marker or name stands at a cell of the screen, else the capital of the region whose ground it is.
    pub(super) fn place_at(&self, dataset: &Dataset, x: u16, y: u16) -> Option<PlaceNo> {
        let (column, row) = self.shown.as_ref()?.layout.map.inside(x, y)?;
        if let Some(tiles) = &self.tiles {
            return tiles.place_at(column.into(), row.into());
        }
        let base = self.base.as_ref()?;
        let region = || base.region_at(column.into(), row.into());
        base.place_at(column.into(), row.into()).or_else(|| dataset.gazetteer.region(region()?).capital)
    }

    /// The position of the globe at a cell of the screen.
    pub(super) fn lonlat_at(&self, x: u16, y: u16) -> Option<LonLat> {
        let (column, row) = self.shown.as_ref()?.layout.map.inside(x, y)?;
        self.base
            .as_ref()
            .filter(|_| self.tiles.is_none())?
            .view()
            .lonlat(CellAt { x: column.into(), y: row.into() }.middle())
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
        let key = Key {
            size: model.size,
            day: model.day,
            reading: model.reading,
            selected: model.selected_place(dataset),
            camera: model.camera,
            tiled: model.tiled || layout.map.height < LOW,
            glyphs: model.glyphs,
            patterned: model.theme == ThemeName::Mono || model.depth == Depth::Basic,
            layers: model.layers,
            shaded: model.theme != ThemeName::Mono && model.depth == Depth::Full,
        };
        if self.key == Some(key) {
            return;
        }
        self.renew(dataset, &layout, key);
        self.key = Some(key);
    }

    fn renew(&mut self, dataset: &Dataset, layout: &Layout, key: Key) {
        let (situation, before, map) =
            if key.tiled { self.tiled(dataset, layout, key) } else { self.mapped(dataset, layout, key) };
        let strip = (layout.timeline.width, layout.timeline.height);
        let lanes = self.lanes.as_ref();
        let timeline = lanes.map_or_else(Picture::default, |lanes| timeline::draw(lanes, key.day, strip));
        self.shown = Some(Shown { layout: *layout, situation, before, map, timeline });
    }

    /// The situations with the tile grid.
    fn tiled(&mut self, dataset: &Dataset, layout: &Layout, key: Key) -> (Situation, Situation, Picture) {
        let size = (layout.map.width, layout.map.height);
        let (situation, before) = self.situations(dataset, key);
        let kept = self.tiles.take().filter(|tiles| tiles.size() == size);
        let tiles = kept.unwrap_or_else(|| map::Tiles::new(&dataset.gazetteer, size.0, size.1));
        let scene = scene(dataset, &situation, key);
        let picture = map::draw_tiles(&tiles, key.glyphs, &scene);
        self.tiles = Some(tiles);
        (situation, before, picture)
    }

    /// The situations with the map.
    fn mapped(&mut self, dataset: &Dataset, layout: &Layout, key: Key) -> (Situation, Situation, Picture) {
        self.tiles = None;
        let area = layout.map;
        let view = map::Viewport::new(&dataset.gazetteer, &dataset.magnify, key.camera, area.width, area.height);
        let kept = self.base.take().filter(|base| base.serves(&view, key.glyphs));
        let below = self.beneath.take().filter(|below| kept.is_some() && below.serves(key.layers, key.shaded));
        let gazetteer = &dataset.gazetteer;
        let beneath = |base: &map::Base| map::Beneath::new(gazetteer, &dataset.terrain, base, key.layers, key.shaded);
        // A new view is most of the work of a first frame; a second processor can do it meanwhile.
        let (base, below, (situation, before)) = match kept {
            Some(base) => {
                let below = below.unwrap_or_else(|| beneath(&base));
                (base, below, self.situations(dataset, key))
            }
            None => std::thread::scope(|scope| {
                let lower = scope.spawn(|| {
                    let base = map::Base::new(gazetteer, view, key.glyphs);
                    let below = beneath(&base);
                    (base, below)
                });
                let situations = self.situations(dataset, key);
                let (base, below) = lower.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic));
                (base, below, situations)
            }),
        };
        let scene = scene(dataset, &situation, key);
        let picture = map::draw(&base, &below, &scene);
        self.base = Some(base);
        self.beneath = Some(below);
        (situation, before, picture)
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
                tracks
            }
        };
        let situations = situations(dataset, &tracks, last, key.day);
        self.tracks = Some(tracks);
        situations
    }
}

/// What the map shows of a situation.
fn scene<'a>(dataset: &'a Dataset, situation: &'a Situation, key: Key) -> map::Scene<'a> {
    map::Scene {
        gazetteer: &dataset.gazetteer,
        situation,
        selected: key.selected,
        patterned: key.patterned,
        layers: key.layers,
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
