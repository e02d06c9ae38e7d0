//! A page that covers map and panels: the help, or all about what is in focus. Scrolls.

use crate::app::{Area, Page};
use crate::picture::Ink;

use super::cache::Shown;
use super::{Scene, Sheet, about, help};

/// Columns of text that are easy to read.
const MEASURE: u16 = 96;

/// A titled text in lines, and how many of them the screen shows at once.
struct Leaf {
    title: String,
    lines: Vec<(Ink, String)>,
    area: Area,
}

impl Leaf {
    /// What the page in front says; none without one.
    fn new(scene: &Scene<'_>, shown: &Shown) -> Option<Self> {
        let screen = shown.layout.screen;
        let area = Area { y: 1, height: screen.height - 2, ..screen };
        let columns = area.width.saturating_sub(4).min(MEASURE);
        let (title, text) = match scene.model.page? {
            Page::Help => ("Help: keys, signs, figures, method, credits".to_owned(), help::text(scene)),
            Page::Sources => {
                let focus = scene.model.focus(scene.dataset)?;
                let text = about::full(scene.dataset, &shown.situation, focus);
                (about::title(scene.dataset, focus), text)
            }
        };
        Some(Self { title, lines: about::lines(&text, columns.into()), area })
    }

    /// Rows of text.
    fn rows(&self) -> usize {
        usize::from(self.area.height - 1)
    }

    /// The first line of the last screenful.
    fn last(&self) -> usize {
        self.lines.len().saturating_sub(self.rows())
    }
}

/// How far the page in front can be scrolled, in lines.
pub(super) fn last_scroll(scene: &Scene<'_>, shown: &Shown) -> u16 {
    Leaf::new(scene, shown).map_or(0, |leaf| u16::try_from(leaf.last()).unwrap_or(u16::MAX))
}

/// The page in front, from the line on to which it was scrolled.
pub(super) fn render(scene: &Scene<'_>, shown: &Shown, sheet: &mut Sheet<'_>) {
    let Some(leaf) = Leaf::new(scene, shown) else { return };
    let area = leaf.area;
    let first = usize::from(scene.model.scroll).min(leaf.last());
    sheet.across((area.x, area.y), area.width);
    sheet.write((area.x + 1, area.y), area.width - 2, &format!(" {} ", leaf.title), Ink::Strong);
    let count = leaf.lines.len();
    if count > leaf.rows() {
        let place = format!(" lines {}-{} of {count} ", first + 1, (first + leaf.rows()).min(count));
        sheet.write_right(Area { height: 1, width: area.width - 1, ..area }, &place, Ink::Faint);
    }
    for (y, (ink, line)) in (area.y + 1..area.y + area.height).zip(leaf.lines.iter().skip(first)) {
        sheet.write((area.x + 2, y), area.width.saturating_sub(4), line, *ink);
    }
}
