//! A run of the viewer without a terminal: a script goes in, frames come out. What a test sees is what the user sees.

use std::sync::LazyLock;

use frontline::app::{Area, Depth, Effect, Layout, Model, script};
use frontline::dataset::Dataset;
use frontline::ui::Viewer;
use ratatui::buffer::Buffer;

/// The shipped data, read once for all tests.
pub(super) fn dataset() -> &'static Dataset {
    static DATASET: LazyLock<Dataset> = LazyLock::new(|| Dataset::embedded().expect("the shipped data is sound"));
    &DATASET
}

/// A viewer of the shipped data, and what it asked for.
pub(super) struct Run {
    viewer: Viewer,
    /// What was to be done outside, so far.
    pub(super) effects: Vec<Effect>,
}

/// The screen after the keys of a script, as text: `screen("120x40", "right right tab s")`.
pub(super) fn screen(size: &str, keys: &str) -> String {
    Run::new(size).press(keys).text()
}

impl Run {
    /// A viewer on a screen of a size, such as `120x40`, on its opening day.
    pub(super) fn new(size: &str) -> Self {
        Self::coloured(size, Depth::default())
    }

    /// A viewer on a screen of so many colours.
    pub(super) fn coloured(size: &str, depth: Depth) -> Self {
        Self::of(dataset().clone(), size, depth)
    }

    /// A viewer of other data.
    pub(super) fn of(dataset: Dataset, size: &str, depth: Depth) -> Self {
        let model = Model { depth, ..Model::new(&dataset) };
        let run = Self { viewer: Viewer::new(dataset, model), effects: Vec::new() };
        run.press(&format!("resize {}", size.replace('x', " ")))
    }

    /// A viewer with the playhead on a day, which was typed.
    pub(super) fn at(size: &str, day: &str) -> Self {
        Self::new(size).go_to(day)
    }

    /// Types a day.
    pub(super) fn go_to(self, day: &str) -> Self {
        self.press(&format!(":\ntype {day}\nenter"))
    }

    /// Plays a script.
    pub(super) fn press(mut self, keys: &str) -> Self {
        self.play(keys);
        self
    }

    /// Plays a script.
    pub(super) fn play(&mut self, keys: &str) {
        for input in script(keys).unwrap_or_else(|fault| panic!("{fault}")) {
            let effects = self.viewer.take(input);
            self.effects.extend(effects);
        }
    }

    /// What the user sees and has chosen.
    pub(super) fn model(&self) -> &Model {
        self.viewer.model()
    }

    /// The frame.
    pub(super) fn draw(&mut self) -> Buffer {
        self.viewer.frame()
    }

    /// The characters of the frame, without the blanks at the ends of rows.
    pub(super) fn text(&mut self) -> String {
        frontline::export::text(&self.draw())
    }

    /// The characters of a part of the screen.
    fn part(&mut self, area: Area) -> String {
        let frame = self.draw();
        let row = |y: u16| (area.x..area.x + area.width).map(move |x| (x, y));
        let line = |y: u16| row(y).map(|at| frame[at].symbol()).collect::<String>().trim_end().to_owned() + "\n";
        (area.y..area.y + area.height).map(line).collect()
    }

    /// Where the panels are.
    fn layout(&self) -> Layout {
        self.viewer.model().layout().expect("a screen that is large enough")
    }

    /// Title, date, reading.
    pub(super) fn header(&mut self) -> String {
        self.part(self.layout().header)
    }

    /// The map without the rule above it.
    pub(super) fn map(&mut self) -> String {
        self.part(self.layout().map)
    }

    /// The list of the day, under the rule with its title.
    pub(super) fn list(&mut self) -> String {
        self.part(titled(self.layout().list))
    }

    /// What is in focus, under the rule with its name.
    pub(super) fn detail(&mut self) -> String {
        self.part(titled(self.layout().detail))
    }

    /// The timeline.
    pub(super) fn timeline(&mut self) -> String {
        self.part(self.layout().timeline)
    }

    /// The last row: the main keys, or a question.
    pub(super) fn hint(&mut self) -> String {
        self.part(self.layout().hint)
    }
}

/// A panel with the rule above it.
fn titled(area: Area) -> Area {
    Area { y: area.y - 1, height: area.height + 1, ..area }
}
