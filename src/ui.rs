//! The screen: one file a panel, one `render` each; roles become colours here and nowhere else.
//!
//! [`prepare`] works out what the screen shows and keeps what can be kept; [`view`] paints it and changes nothing.
//! Everything that the program itself draws is 7-bit ASCII, unless the model asks for another glyph set.

mod about;
mod accounts;
mod cache;
mod caption;
mod changes;
mod detail;
mod dialogue;
mod digest;
mod figure;
mod found;
mod frame;
mod header;
mod help;
mod hint;
mod hints;
mod hit;
mod hover;
mod list;
mod method;
mod page;
mod screen;
mod scroll;
mod sheet;
mod shown;
mod situation;
mod small;
mod theme;
mod viewer;

use ratatui::buffer::Buffer;

use crate::app::Model;
use crate::chronicle::Reading;
use crate::dataset::{Dataset, Digest, Why};
use crate::map::GlyphSet;

pub use cache::Cache;
pub use dialogue::Dialogue;
pub use hit::hit;
pub(crate) use screen::column;
pub use screen::{Object, Screen};
use sheet::Sheet;
pub use theme::Theme;
pub use viewer::Viewer;

/// What a frame is made from.
#[derive(Clone, Copy)]
pub struct Scene<'a> {
    /// The data.
    pub dataset: &'a Dataset,
    /// What the user chose.
    pub model: &'a Model,
}

/// Works out what the next frame shows.
pub fn prepare(scene: &Scene<'_>, cache: &mut Cache) {
    cache.prepare(scene);
}

/// Paints a frame onto a blank screen of the model's size.
pub fn view(scene: &Scene<'_>, cache: &Cache, screen: &mut Screen) {
    screen.set_theme(Theme::new(scene.model.theme, scene.model.depth));
    let mut sheet = Sheet::new(screen, scene.model.glyphs == GlyphSet::Ascii);
    let Some(shown) = cache.shown() else {
        small::render(scene.model.size, &mut sheet);
        return;
    };
    if scene.model.page.is_some() {
        header::render(scene, shown, &mut sheet);
        page::render(scene, shown, &mut sheet);
    } else {
        sheet.lay(cache.panels());
        sheet.picture(&shown.map, shown.layout.map);
        if let Some(compared) = &shown.compared {
            sheet.picture(&compared.map, shown.layout.other);
        }
        sheet.picture(cache.timeline(), shown.layout.timeline);
        hover::render(scene, cache, shown, &mut sheet);
    }
    found::render(scene, shown, &mut sheet);
    hint::render(scene, shown, &mut sheet);
}

/// Why a place has its status, as lines of at most `columns` columns.
#[must_use]
pub fn why(dataset: &Dataset, why: &Why<'_>, columns: usize) -> Vec<String> {
    let title = about::Para::heading(about::why::title(dataset, why));
    let text: Vec<about::Para> = std::iter::once(title).chain(about::why::text(dataset, why)).collect();
    plain(&text, columns)
}

/// Days in words, as lines of at most `columns` columns.
#[must_use]
pub fn digest(dataset: &Dataset, digest: &Digest, reading: Reading, columns: usize) -> Vec<String> {
    let title = format!("{}; {}", dataset.title, header::by(dataset, reading));
    let head = [about::Para::heading(title), about::Para::blank()];
    let text: Vec<about::Para> = head.into_iter().chain(digest::text(dataset, digest)).collect();
    plain(&text, columns)
}

/// How the record was made, as lines of at most `columns` columns.
#[must_use]
pub fn method(dataset: &Dataset, columns: usize) -> Vec<String> {
    plain(&method::text(dataset), columns)
}

/// Paragraphs as lines of text. An address stays whole, so that it can be copied and followed.
fn plain(text: &[about::Para], columns: usize) -> Vec<String> {
    let lines = text.iter().flat_map(|para| {
        para.whole().map_or_else(
            || about::lines(std::slice::from_ref(para), columns).into_iter().map(|line| line.text).collect(),
            |line| vec![line],
        )
    });
    lines.collect()
}

/// The frame of a model, from nothing, with its colours.
#[must_use]
pub fn frame(dataset: &Dataset, model: &Model) -> Buffer {
    let scene = Scene { dataset, model };
    let mut cache = Cache::default();
    prepare(&scene, &mut cache);
    let mut screen = Screen::new(model.size.0, model.size.1);
    view(&scene, &cache, &mut screen);
    screen.buffer()
}
