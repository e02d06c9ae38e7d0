//! The program without a terminal: inputs in, frames out.

use std::time::Duration;

use ratatui::buffer::Buffer;

use crate::app::{Button, Effect, Grab, Input, Layout, Message, Model, Mouse, MouseKind, keymap, next_tick, update};
use crate::dataset::{Dataset, Draft};
use crate::map::{self, GlyphSet};

use super::{Cache, Scene, Screen, found, hit, page, prepare, view};

/// A data set with the model of it, fed with inputs and asked for frames. The terminal runs one; so do scripts and tests.
///
/// The model depends on the inputs alone and not on which frames were drawn between them, so that a recorded run can be
/// played without its terminal.
pub struct Viewer {
    dataset: Dataset,
    model: Model,
    cache: Cache,
}

impl Viewer {
    /// A viewer of a data set that begins with a model.
    #[must_use]
    pub fn new(dataset: Dataset, model: Model) -> Self {
        Self { dataset, model, cache: Cache::default() }
    }

    /// The base of the first map on a screen of `size` columns and rows, made while the rest of a data set is still being read;
    /// none if no map is shown there or something is wrong with it.
    #[must_use]
    pub fn first_base(draft: &Draft, size: (u16, u16), comparing: bool, glyphs: GlyphSet) -> Option<map::Base> {
        let area = Layout::of(size, comparing).filter(|layout| !layout.is_low())?.map;
        let (gazetteer, magnify) = draft.map()?;
        Some(map::Base::new(gazetteer, map::Viewport::fit(gazetteer, &magnify, area.width, area.height), glyphs))
    }

    /// Works out beforehand what a first frame of `size` columns and rows shows beside the map.
    pub fn prepare_beside_map(&mut self, size: (u16, u16)) {
        let model = Model { size, ..self.model.clone() };
        let scene = Scene { dataset: &self.dataset, model: &model };
        self.cache.prepare_beside_map(&scene);
    }

    /// Takes a base of the map that was made beforehand; it is used if it is that of the first view.
    pub fn take_base(&mut self, base: map::Base) {
        self.cache.take_base(base);
    }

    /// What it shows.
    #[must_use]
    pub fn dataset(&self) -> &Dataset {
        &self.dataset
    }

    /// What the user sees and has chosen.
    #[must_use]
    pub fn model(&self) -> &Model {
        &self.model
    }

    /// Takes one input and says what is to be done outside.
    pub fn take(&mut self, input: Input) -> Vec<Effect> {
        let messages = match input {
            Input::Key(key) => vec![keymap::message(&self.model, key)],
            Input::Mouse(mouse) => self.pointed(mouse),
            Input::Paste(text) if self.model.prompt.is_some() => vec![Message::Type(text.to_string())],
            Input::Paste(_) => vec![Message::Nothing],
            Input::Resize(width, height) => vec![Message::Resize(width, height)],
            Input::Told(how) => vec![Message::Told(how)],
            Input::Focus(here) => vec![Message::Focus(here)],
            Input::Tick(elapsed) => vec![Message::Tick(elapsed)],
        };
        let messages: Vec<Message> = messages.into_iter().flat_map(|message| self.on_page(message)).collect();
        let all = messages.into_iter().flat_map(|message| update(&mut self.model, &self.dataset, message));
        let effects = all.collect();
        self.settle();
        effects
    }

    /// What a wish to scroll means on the page in front, and nothing what would be changed unseen behind it; everything
    /// else means what it says.
    fn on_page(&mut self, message: Message) -> Vec<Message> {
        if self.model.page.is_some() && message.is_behind_a_page() {
            return vec![Message::Nothing];
        }
        if self.model.page.is_none() || !matches!(message, Message::Scroll(_) | Message::ScrollTo(_)) {
            return vec![message];
        }
        self.prepare();
        self.cache.shown().map_or_else(Vec::new, |shown| page::walk(&self.scene(), shown, message))
    }

    /// What was scrolled beyond the end must not be scrolled back first, and a row that is chosen is in sight.
    fn settle(&mut self) {
        if self.model.page.is_some() {
            self.prepare();
            let settled = self.cache.shown().and_then(|shown| page::settle(&self.scene(), shown));
            if let Some(message) = settled {
                update(&mut self.model, &self.dataset, message);
            }
        }
    }

    /// Takes the inputs of a script up to the one that would end the program.
    pub fn play(&mut self, inputs: impl IntoIterator<Item = Input>) {
        for input in inputs {
            if self.take(input).contains(&Effect::Quit) {
                return;
            }
        }
    }

    /// How long after the last tick the next one is wanted; `None` while nothing moves by itself.
    #[must_use]
    pub fn next_tick(&self) -> Option<Duration> {
        next_tick(&self.model, &self.dataset)
    }

    /// Paints the frame onto a blank screen of the model's size.
    pub fn draw(&mut self, screen: &mut Screen) {
        self.prepare();
        view(&self.scene(), &self.cache, screen);
    }

    /// The frame, with its colours.
    pub fn frame(&mut self) -> Buffer {
        let (width, height) = self.model.size;
        let mut screen = Screen::new(width, height);
        self.draw(&mut screen);
        screen.buffer()
    }

    /// What the mouse means, on the screen as it would be drawn now.
    fn pointed(&mut self, mouse: Mouse) -> Vec<Message> {
        // Where the pointer is, and a map that is dragged with it, ask nothing of the screen: it need not be drawn as often.
        let asks = match mouse.kind {
            MouseKind::Move => false,
            MouseKind::Drag(_) => matches!(self.model.grab, Some(Grab::Timeline | Grab::Days(_))),
            _ => true,
        };
        if asks {
            self.prepare();
        }
        if found::is_open(&self.model) {
            let Some(shown) = self.cache.shown() else { return Vec::new() };
            return match mouse.kind {
                MouseKind::Press(Button::Left) => found::clicked(&self.model, shown, (mouse.x, mouse.y)),
                MouseKind::WheelUp => vec![Message::ListUp],
                MouseKind::WheelDown => vec![Message::ListDown],
                _ => Vec::new(),
            };
        }
        match (self.model.page, mouse.kind) {
            (Some(_), MouseKind::Press(Button::Left)) => self.clicked(mouse.y).into_iter().collect(),
            _ => hit(&self.dataset, &self.model, &self.cache, mouse),
        }
    }

    /// A click on a page chooses the row; a click on what is chosen goes there.
    fn clicked(&self, y: u16) -> Option<Message> {
        let choice = self.cache.shown().and_then(|shown| page::choice_at(&self.scene(), shown, y))?;
        Some(if self.model.chosen == Some(choice) { Message::Go } else { Message::Choose(Some(choice)) })
    }

    fn prepare(&mut self) {
        let scene = Scene { dataset: &self.dataset, model: &self.model };
        prepare(&scene, &mut self.cache);
    }

    fn scene(&self) -> Scene<'_> {
        Scene { dataset: &self.dataset, model: &self.model }
    }
}
