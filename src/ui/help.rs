//! The keys as the keymap has them, what the signs mean, how the record was made, whom to thank.

use crate::picture::Ink;

use super::about::Para;
use super::cache::Shown;
use super::page::leaf;
use super::{Scene, Sheet};

/// What the figures mean; the same for every data set.
const FIGURES: [&str; 7] = [
    "A day is closed at its end: what is dated to a day counts on that day.",
    "Counts are best (least-most): least counts what surely fell by now, most what may have fallen by now.",
    "The front is computed, not observed: the shared borders of regions whose capitals have different holders, its \
     length along the ellipsoid.",
    "A pocket is a group of regions of one party that is not its largest by area. Regions that touch on less than 10 km \
     do not count as neighbours.",
    "People: inhabitants of the regions whose capital has fallen, as far as there are figures.",
    "How a place changed hands stands in brackets where no source for it was read.",
    "Nothing is told by colour alone. Signs: o held, ! contested, ? disputed, x fallen, X fell today, @ seat of \
     government, # front, . ground that has fallen; a name with ? after it: fallen by the best date, perhaps not yet.",
];

/// The help page.
pub(super) fn render(scene: &Scene<'_>, shown: &Shown, sheet: &mut Sheet<'_>) {
    let mut text = keys(scene);
    text.extend(section("Figures and signs", FIGURES.iter().map(|line| (*line).to_owned())));
    let method = &scene.dataset.method;
    text.extend(section("Method", method.iter().map(|part| format!("{}: {}", part.title, part.text))));
    text.extend(section("Credits", scene.dataset.credits.iter().map(|credit| credit.text.to_string())));
    leaf("Help: keys, figures, method, credits", &text, scene.model.scroll, &shown.layout, sheet);
}

/// Every binding of the keymap, under its heading.
fn keys(scene: &Scene<'_>) -> Vec<Para> {
    let mut text = Vec::new();
    let mut group = "";
    for binding in scene.keymap.bindings() {
        if binding.group.as_str() != group {
            if !group.is_empty() {
                text.push(plain(0, ""));
            }
            group = &binding.group;
            text.push(Para { ink: Ink::Strong, indent: 0, text: group.to_owned() });
        }
        // Blanks hold the columns; the text is broken at ordinary blanks only.
        text.push(plain(2, &format!("{:\u{a0}<18}\u{a0}{}", binding.written.replace(' ', "\u{a0}"), binding.help)));
    }
    text
}

fn section(title: &str, paragraphs: impl Iterator<Item = String>) -> Vec<Para> {
    let mut text = vec![plain(0, ""), Para { ink: Ink::Strong, indent: 0, text: title.to_owned() }];
    text.extend(paragraphs.map(|paragraph| plain(2, &paragraph)));
    text
}

fn plain(indent: usize, text: &str) -> Para {
    Para { ink: Ink::Plain, indent, text: text.to_owned() }
}
