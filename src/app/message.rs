//! What a key, the mouse or the clock means.

use std::time::Duration;

use crate::chronicle::EventNo;
use crate::gazetteer::PlaceNo;
use crate::map::{CellAt, Layer};
use crate::text::Clean;
use crate::time::Day;

use super::{Choice, Grab, Picked};

/// Something for the model to take note of. The names of those that a key can mean are the words of the keymap.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Message {
    /// The playhead moves a step back.
    StepEarlier,
    /// The playhead moves a step on.
    StepLater,
    /// The playhead moves back by the next larger step.
    LeapEarlier,
    /// The playhead moves on by the next larger step.
    LeapLater,
    /// A step is the next of day, week and month.
    NextUnit,
    /// The other calendar comes first.
    NextCalendar,
    /// To the milestone before.
    MilestoneBefore,
    /// To the milestone after.
    MilestoneAfter,
    /// Mark the day; a key says by which letter.
    Mark,
    /// Go to a marked day; a key says which.
    GoToMark,
    /// To where the last jump came from.
    TrailBack,
    /// To where that way back came from.
    TrailAhead,
    /// To the first day of the stretch.
    FirstDay,
    /// To the last day of the stretch.
    LastDay,
    /// To the event before the one in focus.
    EventBefore,
    /// To the event after the one in focus.
    EventAfter,
    /// Ask for a date.
    AskDate,
    /// Ask for a day of the month; a key says its first digit.
    AskDay,
    /// Play or pause.
    Play,
    /// Play backwards or pause.
    PlayBackwards,
    /// Play slower.
    Slower,
    /// Play faster.
    Faster,
    /// Ask for the speed.
    AskSpeed,
    /// Play again from the first day after the last, or not.
    Loop,
    /// Pass over days without events, or play all days alike.
    SkipQuiet,
    /// Tell the story, or leave it.
    Story,
    /// Pick days out of the stretch: from here, to here, none.
    Pick,
    /// The days of the timeline come closer.
    TimeCloser,
    /// The days of the timeline go farther.
    TimeFarther,
    /// Fold days on which nothing falls, or unfold them.
    Fold,
    /// The rows of the timeline tell the next thing.
    NextLane,
    /// One up the list of the day.
    ListUp,
    /// One down the list of the day.
    ListDown,
    /// Select the next place.
    NextPlace,
    /// Select the previous place.
    PreviousPlace,
    /// Select the nearest place to the west.
    PlaceWest,
    /// Select the nearest place to the east.
    PlaceEast,
    /// Select the nearest place to the north.
    PlaceNorth,
    /// Select the nearest place to the south.
    PlaceSouth,
    /// Go to the day of what is in focus; there already, open its page. On a page, go to what is chosen.
    Go,
    /// Open the page of what is in focus.
    Sources,
    /// Open the page of all accounts.
    Accounts,
    /// Ask for what to find.
    Find,
    /// Go to the next of what was found.
    NextHit,
    /// Go to the one before of what was found.
    PreviousHit,
    /// Ask whether to open the address of the source that is chosen.
    OpenLink,
    /// Copy a citation of the source that is chosen, or of what is in focus.
    CopyCitation,
    /// Copy the command that opens this day, reading and look.
    CopyCommand,
    /// Open or close the page that tells the day in words.
    Digest,
    /// Open or close the page that says why the place in focus has its status.
    Why,
    /// The map comes a step closer, to what is selected if it is on the map.
    ZoomIn,
    /// The map goes a step back.
    ZoomOut,
    /// The map shows everything.
    ShowAll,
    /// The map shows the region of what is in focus.
    ShowSelection,
    /// The map shows the regions of what fell today.
    ShowToday,
    /// The map moves to the west.
    PanWest,
    /// The map moves to the east.
    PanEast,
    /// The map moves to the north.
    PanNorth,
    /// The map moves to the south.
    PanSouth,
    /// Ask what to compare with; comparing already, stop.
    Compare,
    /// Map or tile grid.
    Tiles,
    /// Read the record by the next rule.
    NextReading,
    /// Draw the map in the next set of characters.
    NextGlyphs,
    /// A layer of the map is shown or hidden.
    Layer(Layer),
    /// Use the next theme.
    NextTheme,
    /// Open or close the help.
    Help,
    /// Close what is open, or let go of what is selected.
    Back,
    /// End the program.
    Quit,
    /// Stop the program for a while.
    Suspend,
    /// The first of two keys was pressed; nothing happens yet.
    Pending(super::Key),
    /// A key without a meaning was pressed: the first of two is forgotten.
    Nothing,
    /// The terminal is looked at, or not.
    Focus(bool),
    /// These days are picked.
    PickDays(Picked),
    /// Time passed while playing.
    Tick(Duration),
    /// The screen has a new size, in cells.
    Resize(u16, u16),
    /// The playhead goes to a day.
    GoTo(Day),
    /// The playhead is dragged to a day.
    Scrub(Day),
    /// The day is marked by a letter.
    MarkAs(char),
    /// The playhead goes to the day that a letter marks.
    GoToMarkOf(char),
    /// A place is selected.
    SelectPlace(PlaceNo),
    /// An event is selected.
    SelectEvent(EventNo),
    /// The page or the detail scrolls by so many lines.
    Scroll(i16),
    /// Something on the page is chosen, or nothing.
    Choose(Option<Choice>),
    /// The page is made to show what there is: its first line, and what is chosen on it.
    Settle(u16, Option<Choice>),
    /// From the keys to the method, and back.
    TurnOver,
    /// The page scrolls so that this line is its first, or as far as it goes.
    ScrollTo(u16),
    /// The mouse takes hold of something, or lets go.
    Grab(Option<Grab>),
    /// The pointer moved, with the map in its hold or not: column and row of the screen.
    Point(u16, u16),
    /// The map comes so many steps closer at a cell of its panel, or goes back.
    ZoomAt(CellAt, i8),
    /// Something that was to be done outside went so.
    Told(Clean),
    /// Text for the prompt.
    Type(String),
    /// The last character of the prompt is taken back.
    Erase,
    /// Ask for a day of the month whose first digit is known.
    AskDayBy(char),
    /// The next or previous proposal takes the place of what was typed.
    Propose(super::Proposals, bool),
    /// The prompt is answered.
    Submit,
}

impl Message {
    /// What a key means that stands for a whole class of characters, with the character that was pressed.
    #[must_use]
    pub fn with(self, letter: char) -> Self {
        match self {
            Self::AskDay => Self::AskDayBy(letter),
            Self::Mark => Self::MarkAs(letter),
            Self::GoToMark => Self::GoToMarkOf(letter),
            other => other,
        }
    }

    /// Whether it changes only the map and the timeline, which a page hides.
    #[must_use]
    pub fn is_behind_a_page(&self) -> bool {
        matches!(
            self,
            Self::Tiles
                | Self::Layer(_)
                | Self::ZoomIn
                | Self::ZoomOut
                | Self::ShowAll
                | Self::ShowSelection
                | Self::ShowToday
                | Self::PanWest
                | Self::PanEast
                | Self::PanNorth
                | Self::PanSouth
                | Self::Fold
                | Self::NextLane
                | Self::TimeCloser
                | Self::TimeFarther
                | Self::Pick
        )
    }
}
