//! Everything that the program remembers between two keys.

use crate::chronicle::{EventNo, Reading, SourceNo};
use crate::dataset::Dataset;
use crate::gazetteer::PlaceNo;
use crate::map::{Camera, GlyphSet, Grounds, Layer, Layers};
use crate::text::Clean;
use crate::time::{Calendar, Day, Span, Step};
use crate::timeline::{Lane, View};

use super::{Key, Layout, Pinned, Playback, Prompt, Question, Search, Trail, Walk};

/// What the user sees and has chosen. Plain values: two models can be compared and a model can be kept.
#[derive(Clone, PartialEq, Debug)]
pub struct Model {
    /// The size of the screen in cells, columns and rows.
    pub size: (u16, u16),
    /// Where the data set came from, as the user named it; none for the one that is compiled in.
    pub origin: Option<Clean>,
    /// The playhead.
    pub day: Day,
    /// What a step is.
    pub unit: Step,
    /// The steps by months or years that led to the playhead, if they were the last to move it.
    pub walk: Option<Walk>,
    /// Where the playhead has been, and the days that are marked.
    pub trail: Trail,
    /// The calendar that comes first.
    pub calendar: Calendar,
    /// The rule by which claims become status.
    pub reading: Reading,
    /// What the situation is compared with, if with anything.
    pub pinned: Option<Pinned>,
    /// What is selected.
    pub selection: Selection,
    /// Whether and how fast it plays.
    pub playback: Playback,
    /// The milestone that the story has come to, while it is told.
    pub story: Option<usize>,
    /// How the timeline tells the days around the playhead.
    pub strip: Strip,
    /// The days that playing and counting are confined to.
    pub picked: Picked,
    /// What the map looks at.
    pub camera: Camera,
    /// Whether the tile grid stands in the place of the map.
    pub tiled: bool,
    /// The characters that the map is drawn in.
    pub glyphs: GlyphSet,
    /// The layers of the map that are shown.
    pub layers: Layers,
    /// What the pressed mouse button holds.
    pub grab: Option<Grab>,
    /// Where the pointer is, if the terminal tells: column and row of the screen.
    pub pointer: Option<(u16, u16)>,
    /// The page that covers the screen, if one does.
    pub page: Option<Page>,
    /// The first line of the page that is shown.
    pub scroll: u16,
    /// What is chosen on the page, if it has anything to choose from.
    pub chosen: Option<Choice>,
    /// The pages beneath the one in front, the lowest first, as they were left.
    pub beneath: Vec<Left>,
    /// The question that is being answered, if one is.
    pub prompt: Option<Prompt>,
    /// What was answered to prompts, the last at the end.
    pub answers: Vec<(Question, String)>,
    /// What was last looked for.
    pub search: Search,
    /// What came of the last key, in words, until the next one.
    pub notice: Option<Clean>,
    /// The first of two keys.
    pub pending: Option<Key>,
    /// The colours.
    pub theme: ThemeName,
    /// How many colours the terminal has.
    pub depth: Depth,
    /// Whether the terminal is given addresses as links.
    pub links: bool,
}

/// What is selected. An event belongs to its day and is let go of when the playhead leaves it; a place stays selected, so
/// that it can be followed through time. A page about what is in focus follows its place, selected or not.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Selection {
    /// Nothing: the first event of the day is in focus.
    #[default]
    None,
    /// An event.
    Event(EventNo),
    /// A place.
    Place(PlaceNo),
}

/// How the timeline tells the days around the playhead.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Strip {
    /// How close they are: 0 for days in words, more for fewer of them, less for more.
    pub zoom: i8,
    /// Whether days on which nothing falls are folded.
    pub folded: bool,
    /// What the rows tell.
    pub lane: Lane,
}

/// The days that are picked out of the stretch.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Picked {
    /// None: all of them count.
    #[default]
    All,
    /// From this day on; the other end is yet to be given.
    From(Day),
    /// These.
    Days(Span),
}

/// What the pressed mouse button holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Grab {
    /// The map, at a cell of the screen: it follows the pointer.
    Map(u16, u16),
    /// The map, not moved yet: if it is let go of at this very cell of the screen, what lies there is chosen.
    Click(u16, u16),
    /// The timeline: the playhead follows the pointer.
    Timeline,
    /// The timeline, from this day on: what is picked follows the pointer.
    Days(Day),
}

/// What the detail panel and the page are about.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Focus {
    /// A place; with the event of the day that led there, if one did.
    Place(PlaceNo, Option<EventNo>),
    /// An event without a place.
    National(EventNo),
}

/// What can cover the screen.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Page {
    /// Keys, method, credits.
    Help,
    /// All about what is in focus, with every claim and source.
    Sources,
    /// Every source with claims, beside the settled record.
    Accounts,
    /// All about a source: what it is, what it claims, which events cite it.
    Source(SourceNo),
    /// Why the place in focus has its status.
    Why,
    /// How the record was made, and whom to thank.
    Method,
    /// The day in words.
    Digest,
}

impl Page {
    /// Whether it is about what is in focus.
    #[must_use]
    pub fn is_about_focus(self) -> bool {
        matches!(self, Self::Sources | Self::Why)
    }
}

/// What can be chosen on a page.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Choice {
    /// The world as one source had it; the settled record if none.
    Account(Option<SourceNo>),
    /// A source.
    Source(SourceNo),
    /// An event.
    Event(EventNo),
}

/// A page as it was left for another one.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Left {
    /// The page.
    pub page: Page,
    /// Its first line.
    pub scroll: u16,
    /// What was chosen on it.
    pub chosen: Option<Choice>,
}

/// The colours to use.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum ThemeName {
    /// For dark terminals.
    #[default]
    Dark,
    /// For light terminals.
    Light,
    /// No colours: bold, underlined and reversed only.
    Mono,
}

/// How many colours there are to choose from.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Depth {
    /// The 16 that the user of the terminal has chosen.
    Basic,
    /// The 256 of xterm, which nearly every terminal has.
    #[default]
    Indexed,
    /// All 16 million.
    Full,
}

impl ThemeName {
    /// All themes with their names, in the order in which a key goes through them.
    pub const NAMES: [(Self, &'static str); 3] = [(Self::Dark, "dark"), (Self::Light, "light"), (Self::Mono, "mono")];

    /// The theme of a name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::NAMES.into_iter().find(|(_, known)| *known == name).map(|(theme, _)| theme)
    }

    /// The theme after this one.
    #[must_use]
    pub fn next(self) -> Self {
        let at = Self::NAMES.iter().position(|(theme, _)| *theme == self).unwrap_or(0);
        Self::NAMES[(at + 1) % Self::NAMES.len()].0
    }
}

impl Model {
    /// The model that opens a data set on its opening day.
    #[must_use]
    pub fn new(dataset: &Dataset) -> Self {
        Self {
            size: (0, 0),
            origin: None,
            day: dataset.opening,
            unit: Step::Day,
            walk: None,
            trail: Trail::default(),
            calendar: Calendar::default(),
            reading: Reading::default(),
            pinned: None,
            selection: Selection::default(),
            camera: Camera::default(),
            tiled: false,
            glyphs: GlyphSet::default(),
            layers: Layers::default(),
            grab: None,
            pointer: None,
            playback: Playback::default(),
            story: None,
            strip: Strip::default(),
            picked: Picked::default(),
            page: None,
            scroll: 0,
            chosen: None,
            beneath: Vec::new(),
            prompt: None,
            answers: Vec::new(),
            search: Search::default(),
            notice: None,
            pending: None,
            theme: ThemeName::default(),
            depth: Depth::default(),
            links: false,
        }
    }

    /// The days that playing and counting are confined to.
    #[must_use]
    pub fn range(&self, dataset: &Dataset) -> Span {
        match self.picked {
            Picked::Days(days) => days,
            Picked::All | Picked::From(_) => dataset.chronicle.stretch,
        }
    }

    /// Where everything stands on the screen; none if that is too small.
    #[must_use]
    pub fn layout(&self) -> Option<Layout> {
        Layout::of(self.size, self.pinned.is_some())
    }

    /// What the timeline shows.
    #[must_use]
    pub fn timeline(&self, dataset: &Dataset) -> View {
        let Strip { zoom, folded, lane } = self.strip;
        let picked = match self.picked {
            Picked::All => None,
            Picked::From(day) => Some(Span::inclusive(day.min(self.day), day.max(self.day))),
            Picked::Days(days) => Some(days),
        };
        let (selected, marks) = (self.selected_place(dataset), self.trail.marks().collect());
        View { day: self.day, selected, zoom, folded, lane, calendar: self.calendar, picked, marks }
    }

    /// What is in focus: what is selected, else the first event of the day; none on a day without events.
    #[must_use]
    pub fn focus(&self, dataset: &Dataset) -> Option<Focus> {
        let of = |number: EventNo| match dataset.chronicle.event(number).place {
            Some(place) => Focus::Place(place, Some(number)),
            None => Focus::National(number),
        };
        match self.selection {
            Selection::None => self.listed(dataset).first().copied().map(of),
            Selection::Event(number) => Some(of(number)),
            Selection::Place(place) => {
                let about = |number: &EventNo| dataset.chronicle.event(*number).place == Some(place);
                Some(Focus::Place(place, self.listed(dataset).into_iter().find(about)))
            }
        }
    }

    /// The place that is selected, if one is; what is merely in focus is not.
    #[must_use]
    pub fn selected_place(&self, dataset: &Dataset) -> Option<PlaceNo> {
        match self.selection {
            Selection::None => None,
            Selection::Event(number) => dataset.chronicle.event(number).place,
            Selection::Place(place) => Some(place),
        }
    }

    /// What tells grounds apart: patterns where there are too few colours, else those.
    #[must_use]
    pub fn grounds(&self) -> Grounds {
        match (self.theme, self.depth) {
            (ThemeName::Mono, _) | (_, Depth::Basic) => Grounds::Patterned,
            (_, Depth::Indexed) => Grounds::Coloured,
            (_, Depth::Full) => Grounds::Shaded,
        }
    }

    /// The layers that the map shows unless others are asked for: with relief where it can be shaded.
    #[must_use]
    pub fn usual_layers(&self) -> Layers {
        if self.grounds() == Grounds::Shaded { Layers::default().with(Layer::Relief) } else { Layers::default() }
    }

    /// The source that is chosen, or whose page is open.
    #[must_use]
    pub fn source(&self) -> Option<SourceNo> {
        match (self.chosen, self.page?) {
            (_, Page::Source(source)) | (Some(Choice::Source(source)), _) => Some(source),
            (Some(Choice::Account(source)), _) => source,
            _ => None,
        }
    }

    /// The day under the playhead and the reading in use.
    #[must_use]
    pub fn when(&self) -> (Day, Reading) {
        (self.day, self.reading)
    }

    /// What is listed under the playhead.
    #[must_use]
    pub fn listed(&self, dataset: &Dataset) -> Vec<EventNo> {
        dataset.chronicle.on(self.day, self.reading)
    }

    /// The day on which what is in focus happened, under the reading: for a place, the last day by now on which it was
    /// taken, else the first to come.
    #[must_use]
    pub fn day_of(&self, dataset: &Dataset, focus: Focus) -> Option<Day> {
        let chronicle = &dataset.chronicle;
        match focus {
            Focus::Place(_, Some(event)) | Focus::National(event) => chronicle.day_of(event, self.reading),
            Focus::Place(place, None) => {
                let captures = || chronicle.captures_of(place);
                let days = || captures().filter_map(|(event, _)| chronicle.day_of(event, self.reading));
                days().filter(|&day| day <= self.day).max().or_else(|| days().min())
            }
        }
    }
}
