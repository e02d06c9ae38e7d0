//! What every key means, in the order of the help page. A row without a message, or with one that there is not, does not
//! compile, and nothing of it is read at a start.

use crate::map::Layer;

use super::{Binding, Group, Message};

/// All groups.
pub(super) static GROUPS: [Group; 7] = [
    Group { title: "Time", bindings: TIME },
    Group { title: "Places and events", bindings: PLACES },
    Group { title: "Finding and sources", bindings: FINDING },
    Group { title: "Evidence", bindings: EVIDENCE },
    Group { title: "Map", bindings: MAP },
    Group { title: "Layers of the map", bindings: LAYERS },
    Group { title: "Screen", bindings: SCREEN },
];

/// A row: keys, the word for what they mean, that itself, and what it is in words.
const fn row(keys: &'static [&'static str], word: &'static str, does: Message, help: &'static str) -> Binding {
    Binding { keys, word, does, help }
}

const TIME: &[Binding] = &[
    row(&["left", "h"], "step-earlier", Message::StepEarlier, "a step earlier: a day, unless W says otherwise"),
    row(&["right", "l"], "step-later", Message::StepLater, "a step later"),
    row(
        &["shift+left", "pgup"],
        "leap-earlier",
        Message::LeapEarlier,
        "a larger step earlier: a week; with weeks a month, with months a year",
    ),
    row(&["shift+right", "pgdn"], "leap-later", Message::LeapLater, "a larger step later"),
    row(&["W"], "next-unit", Message::NextUnit, "a step is a day, a week, a month"),
    row(&["home", "g g"], "first-day", Message::FirstDay, "the first day"),
    row(&["end", "G"], "last-day", Message::LastDay, "the last day"),
    row(&["["], "event-before", Message::EventBefore, "the event before"),
    row(&["]"], "event-after", Message::EventAfter, "the event after"),
    row(&["{"], "milestone-before", Message::MilestoneBefore, "the milestone before"),
    row(&["}"], "milestone-after", Message::MilestoneAfter, "the milestone after"),
    row(
        &[":", "g d"],
        "ask-date",
        Message::AskDate,
        "type a date, a step (+3, -1w), the fall of a place, an event; tab completes",
    ),
    row(&["g digit"], "ask-day", Message::AskDay, "two digits: that day of the month, the nearest"),
    row(&["m letter"], "mark", Message::Mark, "mark the day by a letter"),
    row(&["' letter"], "go-to-mark", Message::GoToMark, "go to the day of a letter"),
    row(&["ctrl+o"], "trail-back", Message::TrailBack, "back to before the last jump"),
    row(&["alt+o"], "trail-ahead", Message::TrailAhead, "ahead again"),
    row(&["C"], "next-calendar", Message::NextCalendar, "which calendar comes first; Solar Hijri is computed"),
    row(&["space"], "play", Message::Play, "play, pause"),
    row(&["backspace"], "play-backwards", Message::PlayBackwards, "play backwards, pause"),
    row(&["<"], "slower", Message::Slower, "play slower"),
    row(&[">"], "faster", Message::Faster, "play faster"),
    row(&["g s"], "ask-speed", Message::AskSpeed, "type the speed: 0.25 to 365 days a second"),
    row(
        &["g e"],
        "skip-quiet",
        Message::SkipQuiet,
        "every day alike, or pass over days without events and stay on days of falls",
    ),
    row(&["g l"], "loop", Message::Loop, "after the last day the first again, or stop"),
    row(&["S"], "story", Message::Story, "the story in short, told by itself: space waits, { } turn; again: leave it"),
    row(&["z"], "time-closer", Message::TimeCloser, "the days of the timeline closer"),
    row(&["Z"], "time-farther", Message::TimeFarther, "farther: more days, told in signs"),
    row(&["g z"], "fold", Message::Fold, "fold days on which nothing falls, or unfold them"),
    row(&["T"], "next-lane", Message::NextLane, "what its rows tell: all, bounds of falls, contests, events, reports"),
    row(&["v"], "pick", Message::Pick, "pick days for playing and counting: from here, to here, all again"),
];

const PLACES: &[Binding] = &[
    row(&["up", "k"], "list-up", Message::ListUp, "up the list of the day"),
    row(&["down", "j"], "list-down", Message::ListDown, "down the list of the day"),
    row(&["tab"], "next-place", Message::NextPlace, "the next place"),
    row(&["shift+tab"], "previous-place", Message::PreviousPlace, "the previous place"),
    row(&["ctrl+left"], "place-west", Message::PlaceWest, "the nearest place to the west"),
    row(&["ctrl+right"], "place-east", Message::PlaceEast, "the nearest place to the east"),
    row(&["ctrl+up"], "place-north", Message::PlaceNorth, "the nearest place to the north"),
    row(&["ctrl+down"], "place-south", Message::PlaceSouth, "the nearest place to the south"),
    row(&["enter"], "go", Message::Go, "go to the day of it; there already: open its page"),
    row(&["s"], "sources", Message::Sources, "its page: all claims and sources"),
];

const FINDING: &[Binding] = &[
    row(&["/"], "find", Message::Find, "find a place in any spelling, an event, a source, a day"),
    row(&["n"], "next-hit", Message::NextHit, "the next of what was found"),
    row(&["N"], "previous-hit", Message::PreviousHit, "the one before of what was found"),
    row(&["R"], "accounts", Message::Accounts, "accounts: the world as one source had it"),
    row(&["o"], "open-link", Message::OpenLink, "open the address of the source that is chosen; asks first"),
    row(&["y"], "copy-citation", Message::CopyCitation, "copy a citation of that source, or of what is in focus"),
    row(&["Y"], "copy-command", Message::CopyCommand, "copy the command that opens this day, reading and look"),
];

const EVIDENCE: &[Binding] = &[
    row(&["x"], "why", Message::Why, "why the place in focus has its status, and who says otherwise"),
    row(&["p"], "digest", Message::Digest, "the day in plain words, with its sources"),
    row(&["r"], "next-reading", Message::NextReading, "read by: settled, earliest, latest, as reported"),
];

const MAP: &[Binding] = &[
    row(&["+", "="], "zoom-in", Message::ZoomIn, "closer"),
    row(&["-"], "zoom-out", Message::ZoomOut, "farther"),
    row(&["0"], "show-all", Message::ShowAll, "everything"),
    row(&["f"], "show-selection", Message::ShowSelection, "the region of what is in focus"),
    row(&["F"], "show-today", Message::ShowToday, "the regions that fell today"),
    row(&["H"], "pan-west", Message::PanWest, "to the west"),
    row(&["J"], "pan-south", Message::PanSouth, "to the south"),
    row(&["K"], "pan-north", Message::PanNorth, "to the north"),
    row(&["L"], "pan-east", Message::PanEast, "to the east"),
    row(&["c"], "compare", Message::Compare, "compare with a day, a reading, an account; again: stop"),
    row(&["M"], "tiles", Message::Tiles, "map or tile grid"),
    row(&["b"], "next-glyphs", Message::NextGlyphs, "drawn in: ASCII, blocks, Braille, octants"),
];

const LAYERS: &[Binding] = &[
    row(&["1"], "layer-relief", Message::Layer(Layer::Relief), "relief"),
    row(&["2"], "layer-rivers", Message::Layer(Layer::Rivers), "rivers, some of them derived"),
    row(&["3"], "layer-roads", Message::Layer(Layer::Roads), "roads, a sketch; not on close views"),
    row(&["4"], "layer-neighbours", Message::Layer(Layer::Neighbours), "neighbouring countries"),
    row(&["5"], "layer-regions", Message::Layer(Layer::Regions), "regions: borders and grounds"),
    row(&["6"], "layer-front", Message::Layer(Layer::Front), "the front"),
    row(&["7"], "layer-pockets", Message::Layer(Layer::Pockets), "outlines of pockets"),
    row(&["8"], "layer-places", Message::Layer(Layer::Places), "places and their names"),
    row(&["9"], "layer-graticule", Message::Layer(Layer::Graticule), "meridians and parallels"),
];

const SCREEN: &[Binding] = &[
    row(&["t"], "next-theme", Message::NextTheme, "colours: dark, light, mono"),
    row(&["?"], "help", Message::Help, "these keys; again: the method, the credits"),
    row(&["esc"], "back", Message::Back, "close, or let go of what is selected"),
    row(&["q", "ctrl+c"], "quit", Message::Quit, "quit"),
    row(&["ctrl+z"], "suspend", Message::Suspend, "suspend"),
];
