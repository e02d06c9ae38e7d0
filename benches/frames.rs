//! What a frame costs, piece by piece: `cargo bench`, or `cargo bench --bench frames -- zoom` for some of it.
//!
//! Times differ from machine to machine and from minute to minute; compare them within one run. The instructions of the
//! whole program, which repeat, are counted by `benches/instructions.py`.

use divan::Bencher;
use frontline::app::{Message, Model, update};
use frontline::chronicle::{Reading, Tracks};
use frontline::dataset::Dataset;
use frontline::map::{Base, GlyphSet, Viewport};
use frontline::situation::Situation;
use frontline::time::Day;
use frontline::ui::{self, Cache, Scene};

/// The sizes that the screen was designed for.
const SIZES: [(u16, u16); 3] = [(80, 24), (120, 40), (200, 60)];

/// All glyph sets.
const SETS: [GlyphSet; 4] = [GlyphSet::Ascii, GlyphSet::Block, GlyphSet::Braille, GlyphSet::Octant];

fn main() {
    divan::main();
}

fn dataset() -> Dataset {
    Dataset::embedded().expect("the shipped data are sound")
}

fn day(day: u32) -> Day {
    Day::new(2021, 8, day).expect("a day of August")
}

/// A screen in use: what the loop of the program keeps from frame to frame.
struct Screen {
    dataset: Dataset,
    model: Model,
    cache: Cache,
    frame: ui::Screen,
}

impl Screen {
    /// The screen on 12 August, drawn once.
    fn new((width, height): (u16, u16)) -> Self {
        let dataset = dataset();
        let model = Model { size: (width, height), day: day(12), ..Model::new(&dataset) };
        let frame = ui::Screen::new(width, height);
        let mut used = Self { dataset, model, cache: Cache::default(), frame };
        used.draw();
        used
    }

    /// Takes a message and draws what comes of it.
    fn take(&mut self, message: Message) {
        update(&mut self.model, &self.dataset, message);
        self.draw();
    }

    fn draw(&mut self) {
        self.frame.reset();
        let scene = Scene { dataset: &self.dataset, model: &self.model };
        ui::prepare(&scene, &mut self.cache);
        ui::view(&scene, &self.cache, &mut self.frame);
    }
}

/// Reads the shipped data: what comes before every first frame.
#[divan::bench]
fn load() -> Dataset {
    dataset()
}

/// The situation of a day.
#[divan::bench]
fn situation(bencher: Bencher) {
    let Dataset { gazetteer, chronicle, .. } = dataset();
    let tracks = Tracks::new(&chronicle, gazetteer.places.len(), Reading::Settled);
    bencher.bench_local(|| Situation::at(&gazetteer, &chronicle, &tracks, divan::black_box(day(12))));
}

/// A frame from nothing but the data.
#[divan::bench(args = SIZES)]
fn first_frame(bencher: Bencher, (width, height): (u16, u16)) {
    let dataset = dataset();
    let model = Model { size: (width, height), day: day(12), ..Model::new(&dataset) };
    bencher.bench_local(|| ui::frame(&dataset, &model));
}

/// A frame from nothing but the data in every glyph set.
#[divan::bench(args = SETS)]
fn first_frame_in(bencher: Bencher, glyphs: GlyphSet) {
    let dataset = dataset();
    let model = Model { size: (120, 40), day: day(12), glyphs, ..Model::new(&dataset) };
    bencher.bench_local(|| ui::frame(&dataset, &model));
}

/// What depends on the view alone: borders routed, places marked, names placed.
#[divan::bench(args = SETS)]
fn base(bencher: Bencher, glyphs: GlyphSet) {
    let dataset = dataset();
    let view = Viewport::fit(&dataset.gazetteer, &dataset.magnify, 76, 30);
    bencher.bench_local(|| Base::new(&dataset.gazetteer, view.clone(), glyphs));
}

/// A day later, a day earlier: each with its frame.
#[divan::bench(args = SIZES)]
fn step(bencher: Bencher, size: (u16, u16)) {
    there_and_back(bencher, size, &Message::StepLater, &Message::StepEarlier);
}

/// A step closer, a step back: each with its frame.
#[divan::bench(args = SIZES)]
fn zoom(bencher: Bencher, size: (u16, u16)) {
    there_and_back(bencher, size, &Message::ZoomIn, &Message::ZoomOut);
}

/// To the east, to the west, after three steps closer: each with its frame.
#[divan::bench(args = SIZES)]
fn pan(bencher: Bencher, size: (u16, u16)) {
    let mut screen = Screen::new(size);
    for closer in [Message::ZoomIn, Message::ZoomIn, Message::ZoomIn] {
        screen.take(closer);
    }
    take_in_turn(bencher, screen, &Message::PanWest, &Message::PanEast);
}

fn there_and_back(bencher: Bencher, size: (u16, u16), there: &Message, back: &Message) {
    take_in_turn(bencher, Screen::new(size), there, back);
}

fn take_in_turn(bencher: Bencher, mut screen: Screen, there: &Message, back: &Message) {
    let mut away = false;
    bencher.bench_local(|| {
        screen.take(if away { back.clone() } else { there.clone() });
        away = !away;
    });
}
