//! The panels around the map and the timeline, painted once and kept while only the map moves or the pointer.

use crate::app::Model;
use crate::map::{Camera, GlyphSet};
use crate::ui::shown::Shown;
use crate::ui::{Scene, Screen, Sheet, detail, frame, header, list, situation};

/// The panels as they were painted last.
#[derive(Default)]
pub(super) struct Panels {
    /// The model without what changes no panel.
    of: Option<Model>,
    painted: Screen,
}

impl Panels {
    /// Paints them if they are not those of the model already.
    pub(super) fn renew(&mut self, scene: &Scene<'_>, shown: &Shown) {
        let of = Some(Model { camera: Camera::default(), pointer: None, grab: None, ..scene.model.clone() });
        if self.of == of {
            return;
        }
        let (width, height) = scene.model.size;
        if (self.painted.width(), self.painted.height()) == (width, height) {
            self.painted.reset();
        } else {
            self.painted = Screen::new(width, height);
        }
        let mut sheet = Sheet::new(&mut self.painted, scene.model.glyphs == GlyphSet::Ascii);
        for render in [header::render, frame::render, situation::render, list::render, detail::render] {
            render(scene, shown, &mut sheet);
        }
        self.of = of;
    }

    /// A screen with nothing but them.
    pub(super) fn screen(&self) -> &Screen {
        &self.painted
    }
}
