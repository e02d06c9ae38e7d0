//! A page that covers map and panels: the help, all about what is in focus, the accounts, a source. Scrolls.
//!
//! ```text
//! -- Title ------------------------------------- lines 1-30 of 64 --
//!   head, which stays
//! > a row that can be chosen, the chosen one marked
//!   ...
//! -- what is chosen ------------------------------------------------
//!   foot, which stays
//! ```

mod walk;

use crate::app::{Area, Choice, Focus, Page};
use crate::picture::Ink;
use crate::situation::Situation;
use crate::time::Span;

use super::about::Line;
use super::shown::Shown;
use super::{Scene, Sheet, about, accounts, digest, help, method};

pub(super) use walk::{choice_at, settle, walk};

/// Columns of text that are easy to read, and of a table.
const MEASURE: u16 = 96;
const TABLE: u16 = 132;

/// Rows of the foot of a page that has one, and the height of a page from which on it is shown.
const FOOT: (u16, u16) = (6, 16);

/// A titled text in lines, and where they stand.
struct Leaf {
    title: String,
    /// What stays above the lines.
    head: Option<Line>,
    lines: Vec<Line>,
    /// What stays below them, with its title.
    foot: Option<(String, Vec<Line>)>,
    /// The rows between the rule above and the last row of the page.
    area: Area,
}

impl Leaf {
    /// The page in front; none without one.
    fn new(scene: &Scene<'_>, shown: &Shown) -> Option<Self> {
        let Scene { dataset, model, .. } = scene;
        let screen = shown.layout.screen;
        let area = Area { y: 2, height: screen.height - 3, ..screen };
        let table = model.page == Some(Page::Accounts);
        let columns = usize::from(area.width.saturating_sub(4).min(if table { TABLE } else { MEASURE }));
        let (title, lines) = said(scene, &shown.situation, columns)?;
        let foot = (table && area.height >= FOOT.1).then(|| {
            let (title, text) = accounts::foot(dataset, model);
            (title, about::lines(&text, columns))
        });
        Some(Self { title, head: table.then(|| accounts::head(columns)), lines, foot, area })
    }

    /// Where the lines stand.
    fn body(&self) -> Area {
        let foot = if self.foot.is_some() { FOOT.0 } else { 0 };
        let below = self.area.below(self.head.is_some().into());
        Area { height: below.height.saturating_sub(foot), ..below }
    }

    /// Rows of lines.
    fn rows(&self) -> usize {
        usize::from(self.body().height)
    }

    /// The first line of the last screenful.
    fn last(&self) -> usize {
        self.lines.len().saturating_sub(self.rows())
    }

    /// The rows that can be chosen: what each chooses, with its first line and the one after its last.
    fn choices(&self) -> Vec<(Choice, std::ops::Range<usize>)> {
        let mut choices: Vec<(Choice, std::ops::Range<usize>)> = Vec::new();
        for (index, line) in self.lines.iter().enumerate() {
            let Some(choice) = line.choice else { continue };
            match choices.last_mut() {
                Some((last, range)) if *last == choice && range.end == index => range.end += 1,
                _ => choices.push((choice, index..index + 1)),
            }
        }
        choices
    }
}

/// What the page in front says: its title, and its lines in so many columns. None without one.
pub(super) fn said(scene: &Scene<'_>, situation: &Situation, columns: usize) -> Option<(String, Vec<Line>)> {
    let Scene { dataset, model, .. } = scene;
    let (title, text) = match model.page? {
        Page::Help => ("Help: [keys and signs]  method and credits".to_owned(), help::text(scene)),
        Page::Method => ("Help: keys and signs  [method and credits]".to_owned(), method::text(dataset)),
        Page::Digest => {
            let digest = dataset.digest(Span::inclusive(model.day, model.day), model.reading);
            ("The day in words".to_owned(), digest::text(dataset, &digest))
        }
        Page::Sources => {
            let focus = model.focus(dataset)?;
            (about::title(dataset, focus), about::full(dataset, situation, focus, columns))
        }
        Page::Why => {
            let Focus::Place(place, _) = model.focus(dataset)? else { return None };
            let why = dataset.why(place, model.day, model.reading);
            (about::why::title(dataset, &why), about::why::text(dataset, &why))
        }
        Page::Source(source) => about::source(dataset, source),
        Page::Accounts => {
            let title = "Accounts: each source alone, beside the settled record".to_owned();
            return Some((title, accounts::lines(dataset, columns)));
        }
    };
    Some((title, about::lines(&text, columns)))
}

/// The page in front, from the line on to which it was scrolled.
pub(super) fn render(scene: &Scene<'_>, shown: &Shown, sheet: &mut Sheet<'_>) {
    let Some(leaf) = Leaf::new(scene, shown) else { return };
    let first = usize::from(scene.model.scroll).min(leaf.last());
    let area = leaf.area;
    let top = Area { y: area.y - 1, height: 1, ..area };
    rule(sheet, top, &leaf.title);
    let (count, rows) = (leaf.lines.len(), leaf.rows());
    if count > rows {
        let place = format!(" lines {}-{} of {count} ", first + 1, (first + rows).min(count));
        sheet.write_right(Area { width: area.width - 1, ..top }, &place, Ink::Faint);
    }
    let room = area.width.saturating_sub(4);
    let links = scene.model.links;
    if let Some(head) = &leaf.head {
        sheet.line((area.x + 2, area.y), room, head, false);
    }
    let body = leaf.body();
    let chosen = leaf.choices().into_iter().find(|(choice, _)| Some(*choice) == scene.model.chosen);
    let marked = chosen.map(|(_, range)| range.start);
    for (y, (index, line)) in (body.y..body.y + body.height).zip(leaf.lines.iter().enumerate().skip(first)) {
        if marked == Some(index) {
            sheet.write((area.x, y), 1, ">", Ink::Strong);
            let line = Line { ink: Ink::Selected, text: line.text.clone(), link: line.link.clone(), ..*line };
            sheet.line((area.x + 2, y), room, &line, links);
        } else {
            sheet.line((area.x + 2, y), room, line, links);
        }
    }
    if let Some((title, lines)) = &leaf.foot {
        let foot = area.below(area.height - FOOT.0);
        rule(sheet, foot, title);
        for (y, line) in (foot.y + 1..foot.y + foot.height).zip(lines) {
            sheet.line((area.x + 2, y), room, line, links);
        }
    }
}

/// A rule over the whole width, with a title.
fn rule(sheet: &mut Sheet<'_>, at: Area, title: &str) {
    sheet.across((at.x, at.y), at.width);
    sheet.write((at.x + 1, at.y), at.width - 2, &format!(" {title} "), Ink::Strong);
}
