//! The keys as the keymap has them, what the signs and figures mean, how the record was made, whom to thank.

use super::Scene;
use super::about::Para;
use crate::app::keymap;
use crate::text;

/// What the mouse does, all of which keys do too.
const MOUSE: [(&str, &str); 9] = [
    ("click, drag", "on the timeline: go to that day"),
    ("right drag", "on the timeline: pick days"),
    ("ctrl + wheel", "on the timeline: closer, farther"),
    ("wheel", "on the timeline: a day earlier or later; on the list: up or down; on a page: scroll"),
    ("click", "on the map: select that place, or the capital of that region; again: show its region"),
    ("click", "on the list: select that event"),
    ("wheel, drag", "on the map: closer and farther at the pointer; move it"),
    ("point", "the rule above the map names what is under the pointer"),
    ("shift + mouse", "select text as in any terminal (in most of them)"),
];

/// What the signs of the map mean.
const MAP_SIGNS: [(&str, &str); 8] = [
    ("o ! ?", "held; contested: being fought for; disputed: sources differ whether it has fallen yet"),
    ("x X", "fallen; fallen today"),
    ("@", "the seat of government"),
    ("2 3 ..", "so many places in one cell; the list of places (tab) names them all"),
    ("Herat?", "fallen by the best date, but perhaps not yet"),
    ("#", "the front; in a tone of its own where a region fell that day"),
    (":", "the border of a pocket, where it is no front"),
    (".", "ground that has fallen; sparse, ground in dispute"),
];

const MAGNIFIED: &str = "Where the legend says \"magnified\", crowded ground is drawn larger than the rest, so that its \
                         places can be told apart. The larger the map, the less; lengths and areas are never taken from \
                         the drawing.";

/// What the signs of timeline, bar and lists mean.
const TIME_SIGNS: [(&str, &str); 17] = [
    (
        "x + ?",
        "a place that fell on that day; that fell by its best date, but perhaps later; that was disputed at the day's end",
    ),
    ("x4+2?1", "the same as numbers, where the signs do not fit"),
    ("*", "an event of national importance; *3: three of them"),
    ("!5==", "places contested on that day"),
    ("[---x--]", "a fall between the earliest and the latest day that sources allow, with its best day"),
    ("=Kunduz==", "a place contested, from the first day to the last"),
    (
        "1 2 + . =",
        "from afar: so many on a day or on several; + more than fit; . none; = contests on some of many days; | the playhead",
    ),
    ("~ 19 days ~", "days on which nothing falls, folded"),
    ("( )", "the days that are picked"),
    ("'a", "a day that is marked"),
    ("o", "in the list of the day: a place that returns to the party that held it at first"),
    ("~", "in the list of the day: fighting, siege, ceasefire and other phases"),
    (">", "in the list of the day: what is in focus"),
    (
        "(12-13) (?)",
        "in the list of the day: between which days it happened; (?) where not all rows have room to say so",
    ),
    ("6 sources, 6s", "so many are cited for that event; its page and that of x have all who say anything of it"),
    ("day by 1, 1d", "in the place of that number: the day rests on a single independent source"),
    (
        "[ ]",
        "in the overview: the days that the strip below shows. A digit counts what fell, ' marks a national event, - a contest",
    ),
];

/// What copying and links need of a terminal.
const COPYING: [&str; 3] = [
    "What is copied is given to the terminal (OSC 52), so that it reaches your own clipboard over SSH too; no terminal says \
     whether it took it. tmux needs: set -g set-clipboard on. GNOME Terminal and other terminals built on VTE take nothing; \
     there, hold shift and select with the mouse.",
    "Addresses are links where the terminal knows links (OSC 8). Only http and https addresses of hosts with a name are, and \
     never the copy of an article on a host that has nothing to do with its publisher: its address is shown as text.",
    "An address is opened by the desktop's own program (xdg-open, open), after a yes. Over SSH there is none; copy it instead.",
];

/// What the figures mean; the same for every data set.
const FIGURES: [&str; 11] = [
    "A day is closed at its end: what is dated to a day counts on that day.",
    "Reading \"settled\" takes the best supported date of every event, \"earliest\" and \"latest\" the bounds that sources \
     allow. \"As reported\" shows what had been published by the end of the day: a place falls with the first report of it, \
     and a report from before it can have fallen only puts it in dispute. An account is one source alone: its own days, \
     nothing of what it did not know.",
    "Counts are best (least-most): least counts what surely fell by now, most what may have fallen by now. In the bar # \
     is certain, + by the best date, ? possible, - not fallen.",
    "Territory: the regions whose capital a party holds, their area, given or else measured along the ellipsoid, and its \
     share of all regions; neither is told where the area of one of them is not known.",
    "The front is computed, not observed: the shared borders of regions whose capitals have different holders, its \
     length along the ellipsoid.",
    "A pocket is a group of regions of one party that is not its largest by area. Regions that touch on less than 10 km \
     do not count as neighbours.",
    "Nearest: the geodesic distance from the seat of government to the nearest place that has fallen.",
    "People: inhabitants of the regions whose capital has fallen, as far as there are figures.",
    "Comparing: the figures are those of the other day, or of the same day under the other reading, and of the playhead; \
     X marks what fell between the two. The other day stays while the playhead moves.",
    "How a place changed hands stands in brackets where no source for it was read.",
    "Nothing is told by colour alone.",
];

const CALENDAR: &str = "The second date is Solar Hijri, computed.";

/// The text of the help page.
pub(super) fn text(scene: &Scene<'_>) -> Vec<Para> {
    let mut text = keys();
    text.extend(table("Mouse", &MOUSE));
    text.extend(table("Signs of the map", &MAP_SIGNS));
    if !scene.dataset.magnify.lon.is_empty() {
        text.push(Para::indented(MAGNIFIED));
    }
    text.extend(table("Signs of timeline and list", &TIME_SIGNS));
    text.extend(section("Copying and links", COPYING.map(str::to_owned)));
    let calendar = scene.dataset.calendar.map(|_| CALENDAR);
    text.extend(section("Figures", FIGURES.into_iter().chain(calendar).map(str::to_owned)));
    text
}

/// Every binding of the keymap, under its heading.
fn keys() -> Vec<Para> {
    let mut text: Vec<Para> = Vec::new();
    for group in keymap::groups() {
        text.extend((!text.is_empty()).then(Para::blank));
        text.push(Para::heading(group.title));
        text.extend(group.bindings.iter().map(|binding| row(&binding.keys.join(", "), binding.help)));
    }
    text
}

fn table(title: &str, rows: &[(&str, &str)]) -> Vec<Para> {
    let rows = rows.iter().map(|(sign, meaning)| row(sign, meaning));
    [Para::blank(), Para::heading(title)].into_iter().chain(rows).collect()
}

/// Columns of what stands before an explanation.
const LEAD: usize = 18;

fn row(lead: &str, meaning: &str) -> Para {
    let pad = " ".repeat(LEAD.saturating_sub(text::width(lead)));
    Para::led(format!("  {lead}{pad} "), meaning)
}

fn section(title: &str, paragraphs: impl IntoIterator<Item = String>) -> Vec<Para> {
    let paragraphs = paragraphs.into_iter().map(Para::indented);
    [Para::blank(), Para::heading(title)].into_iter().chain(paragraphs).collect()
}
