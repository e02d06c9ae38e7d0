//! The panels around the map and the timeline, painted once and kept while only the map moves or the pointer.

use crate::app::Model;
use crate::map::GlyphSet;
use crate::ui::shown::Shown;
use crate::ui::{Scene, Screen, Sheet, detail, frame, header, list, situation};

/// The panels as they were painted last.
#[derive(Default)]
pub(super) struct Panels {
    /// The model that they are of.
    of: Option<Model>,
    painted: Screen,
}

impl Panels {
    /// Paints them, with the heading of the timeline, if they are not those of the model already.
    pub(super) fn renew(&mut self, scene: &Scene<'_>, shown: &Shown, heading: &str) {
        let model = scene.model;
        if let Some(of) = &mut self.of {
            // These change no panel.
            (of.camera, of.pointer, of.grab) = (model.camera, model.pointer, model.grab);
            if of == model {
                return;
            }
        }
        let (width, height) = model.size;
        if (self.painted.width(), self.painted.height()) == (width, height) {
            self.painted.reset();
        } else {
            self.painted = Screen::new(width, height);
        }
        let mut sheet = Sheet::new(&mut self.painted, model.glyphs == GlyphSet::Ascii);
        frame::render(scene, shown, heading, &mut sheet);
        for render in [header::render, situation::render, list::render, detail::render] {
            render(scene, shown, &mut sheet);
        }
        self.of = Some(model.clone());
    }

    /// A screen with nothing but them.
    pub(super) fn screen(&self) -> &Screen {
        &self.painted
    }
}
