//! What the screen shows, worked out once and kept as long as it holds.

mod course;
mod ground;
mod panels;

use crate::app::Layout;
use crate::chronicle::{Reading, Tracks};
use crate::dataset::{Dataset, both};
use crate::gazetteer::{LonLat, PlaceNo};
use crate::map;
use crate::picture::Picture;
use crate::situation::{Difference, Situation};
use crate::time::Day;
use crate::timeline;

use super::shown::{Compared, Shown};
use super::{Scene, Screen};
use course::Course;
use ground::Ground;
use panels::Panels;

/// Derived from data set and model; may be dropped at any time.
#[derive(Default)]
pub struct Cache {
    course: Course,
    ground: Ground,
    panels: Panels,
    shown: Option<Shown>,
    key: Option<Key>,
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
    portrayal: map::Portrayal,
}

impl Cache {
    /// Takes a base of the map that was made beforehand, whichever view it is of.
    pub(super) fn take_base(&mut self, base: map::Base) {
        self.ground = Ground::new(base);
    }

    /// What the last preparation found; none if the screen is too small to show anything.
    pub(super) fn shown(&self) -> Option<&Shown> {
        self.shown.as_ref()
    }

    /// The timeline.
    pub(super) fn timeline(&self) -> &Picture {
        self.course.picture()
    }

    /// A screen with nothing but the panels around the map and the timeline.
    pub(super) fn panels(&self) -> &Screen {
        self.panels.screen()
    }

    /// The place whose marker or name stands at a cell of the screen, else the capital of the region whose ground it is.
    pub(super) fn place_at(&self, dataset: &Dataset, x: u16, y: u16) -> Option<PlaceNo> {
        self.ground.place_at(dataset, self.shown.as_ref()?.layout.on_a_map(x, y)?)
    }

    /// The position of the globe at a cell of the screen.
    pub(super) fn lonlat_at(&self, x: u16, y: u16) -> Option<LonLat> {
        self.ground.lonlat_at(self.shown.as_ref()?.layout.on_a_map(x, y)?)
    }

    /// The day that a cell of the timeline stands for.
    pub(super) fn day_at(&self, x: u16, y: u16) -> Option<Day> {
        self.course.day_at(self.shown.as_ref()?.layout.timeline, x, y)
    }

    /// The place that a cell of the timeline tells of.
    pub(super) fn told_at(&self, x: u16, y: u16) -> Option<PlaceNo> {
        self.course.told_at(self.shown.as_ref()?.layout.timeline, x, y)
    }

    /// Works out what a first frame shows beside the map, which is kept until the map is there, and reads what lies beneath the
    /// map. Not of two days that are compared: what differs is seen on the map first.
    pub(super) fn prepare_beside_map(&mut self, scene: &Scene<'_>) {
        let Scene { dataset, model, .. } = *scene;
        let Some(layout) = model.layout().filter(|_| model.pinned.is_none()) else { return };
        let (situation, before) = self.course.situations(dataset, (model.day, model.reading), None);
        self.course.draw(&model.timeline(dataset), layout.timeline);
        let shown = Shown { layout, situation, before, map: Picture::default(), compared: None };
        self.panels.renew(scene, &shown, self.course.heading());
        self.shown = Some(shown);
        if !layout.is_low() {
            map::Beneath::read(&dataset.terrain, model.layers);
        }
    }

    /// Works out what the screen shows.
    pub(super) fn prepare(&mut self, scene: &Scene<'_>) {
        let Scene { dataset, model, .. } = *scene;
        let Some(layout) = model.layout() else {
            *self = Self::default();
            return;
        };
        let key = Key {
            size: model.size,
            day: model.day,
            reading: model.reading,
            pinned: model.pinned.map(|pinned| pinned.beside(model.when())),
            selected: model.selected_place(dataset),
            camera: model.camera,
            tiled: model.tiled || layout.is_low(),
            glyphs: model.glyphs,
            portrayal: map::Portrayal { layers: model.layers, grounds: model.grounds() },
        };
        let view = model.timeline(dataset);
        if self.key == Some(key) {
            self.course.draw(&view, layout.timeline);
        } else {
            self.renew(dataset, &layout, key, &view);
            self.key = Some(key);
        }
        // A page covers them.
        if let Some(shown) = self.shown.as_ref().filter(|_| model.page.is_none()) {
            self.panels.renew(scene, shown, self.course.heading());
        }
    }

    fn renew(&mut self, dataset: &Dataset, layout: &Layout, key: Key, view: &timeline::View) {
        let from_nothing = self.shown.is_none();
        let last = self.shown.take().map(|last| ([last.situation, last.before], last.compared));
        let (mut last, compared) = last.unzip();
        let mut course = || {
            let situations = self.course.situations(dataset, (key.day, key.reading), last.take());
            self.course.draw(view, layout.timeline);
            situations
        };
        let mut ground = || self.ground.renew(dataset, layout.map, key);
        // A frame from nothing needs both, and a second processor can do one of them; any other one seldom does.
        let ((), situations) = if from_nothing { both(ground, course) } else { (ground(), course()) };
        let (situation, before) = situations;
        let pinned = compare(dataset, key, &situation, compared.flatten());
        let draw = |situation: &_, changed| self.ground.draw(dataset, situation, changed, key);
        let compared = pinned.map(|(other, difference)| {
            let map = if layout.other.is_empty() { Picture::default() } else { draw(&other, None) };
            Compared { other, difference, map }
        });
        let map = match &compared {
            Some(Compared { difference, .. }) => draw(&difference.mark(&situation), Some(difference)),
            None => draw(&situation, None),
        };
        self.shown = Some(Shown { layout: *layout, situation, before, map, compared });
    }
}

/// The situation that is pinned, which the last frame may have had, and what differs from it; none if nothing is pinned.
fn compare(dataset: &Dataset, key: Key, now: &Situation, last: Option<Compared>) -> Option<(Situation, Difference)> {
    let (day, reading) = key.pinned?;
    let Dataset { gazetteer, chronicle, .. } = dataset;
    let kept = last.map(|last| last.other).filter(|other| (other.day, other.reading) == (day, reading));
    let other = kept.unwrap_or_else(|| {
        let tracks = Tracks::new(chronicle, gazetteer.places.len(), reading);
        Situation::at(gazetteer, chronicle, &tracks, day)
    });
    let difference = Difference::between(&other, now);
    Some((other, difference))
}
