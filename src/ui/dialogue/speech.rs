//! The sentences of the dialogue: the day, what is in focus, a page, a question.

use crate::app::{Choice, DATE_FORMS, Focus, Model, Page, Prompt, Question, Sought};
use crate::chronicle::{EventNo, Kind, Tracks};
use crate::dataset::Dataset;
use crate::gazetteer::PlaceNo;
use crate::situation::{Difference, Situation, Status};
use crate::ui::about::{self, Line};
use crate::ui::{Scene, accounts, caption, changes, header, page, situation};

/// Wide enough for every paragraph to be one line.
const UNBROKEN: usize = 1_000_000;

/// Who says it: the data, what the user chose, and how things stand.
pub(super) struct Speaker<'a> {
    scene: Scene<'a>,
    now: Situation,
    before: Situation,
}

impl<'a> Speaker<'a> {
    pub(super) fn new(dataset: &'a Dataset, model: &'a Model) -> Self {
        let Dataset { gazetteer, chronicle, .. } = dataset;
        let tracks = Tracks::new(chronicle, gazetteer.places.len(), model.reading);
        let at = |day| Situation::at(gazetteer, chronicle, &tracks, day);
        Self { scene: Scene { dataset, model }, now: at(model.day), before: at(model.day.plus(-1)) }
    }

    /// The day: date and reading, counts, what changed, what else happened, what is in focus.
    pub(super) fn day(&self) -> Vec<String> {
        let Scene { dataset, model, .. } = self.scene;
        let mut out = vec![self.date()];
        let figures = situation::figures(&self.scene, &self.now, &self.before, UNBROKEN).into_iter();
        let told = figures.filter(|figure| figure.rank != situation::BAR);
        let figures: Vec<String> = told.map(|figure| figure.line.replace("   ", ", ")).collect();
        out.push(format!("{}.", figures.join("; ").replace("; and ", " and ")));
        out.extend(said("Fell on this day", self.now.today.iter().map(|&place| self.fall(place))));
        out.extend(said("Disputed from now on", self.newly(Status::Disputed)));
        out.extend(said("Contested from now on", self.newly(Status::Contested)));
        out.extend(said("No longer contested", self.no_longer_contested()));
        let events = model.listed(dataset).into_iter().filter(|&number| !dataset.chronicle.event(number).is_capture());
        out.extend(said("Also on this day", events.map(|number| dataset.event_name(dataset.chronicle.event(number)))));
        out.extend(self.differences());
        if let Some(focus) = model.focus(dataset) {
            let first = about::lines(&about::brief(dataset, &self.now, focus), UNBROKEN).into_iter().next();
            let first = first.map_or_else(String::new, |line| format!(": {}", line.text));
            out.push(format!("In focus: {}{first}.", about::title(dataset, focus)));
        }
        out
    }

    /// What stands differently from what is compared with; none while nothing is.
    fn differences(&self) -> Option<String> {
        let Scene { dataset, model, .. } = self.scene;
        let other = model.pinned?.beside(model.when());
        let tracks = Tracks::new(&dataset.chronicle, dataset.gazetteer.places.len(), other.1);
        let situation = Situation::at(&dataset.gazetteer, &dataset.chronicle, &tracks, other.0);
        let name = changes::name_of(dataset, model, other);
        let difference = Difference::between(&situation, &self.now);
        let rows = difference.places.iter();
        let told = rows.map(|change| format!("{}, {}", self.name(change.place), change.words(&dataset.chronicle)));
        let what = format!("Differs from {name}");
        Some(said(&what, told).unwrap_or_else(|| format!("Nothing differs from {name}.")))
    }

    /// The caption of the milestone that the story has come to; none while the days before it pass.
    pub(super) fn milestone(&self) -> Option<String> {
        let Scene { dataset, model, .. } = self.scene;
        caption::told(dataset, model).map(|milestone| milestone.caption.to_string())
    }

    /// The day with every place that is neither held nor newly anything.
    pub(super) fn whole_day(&self) -> Vec<String> {
        let mut out = self.day();
        for (status, what) in [
            (Status::Fallen, "Fallen so far"),
            (Status::Disputed, "Disputed"),
            (Status::Contested, "Contested"),
            (Status::Held, "Held"),
        ] {
            out.extend(said(what, self.places(|place| self.now.standing(place).status == status)));
        }
        out
    }

    /// `Thu 12 Aug 2021, 21 Asad 1400 (computed), reading: settled.`
    fn date(&self) -> String {
        let Scene { dataset, model, .. } = self.scene;
        let [reading, _] = header::reading(dataset, model.reading, model.day);
        let solar = dataset.calendar.and_then(|_| model.day.solar());
        let solar = solar.map_or_else(String::new, |solar| format!(", {solar} (computed)"));
        format!("{}{solar}, {reading}.", model.day.long())
    }

    fn name(&self, place: PlaceNo) -> String {
        self.scene.dataset.gazetteer.place(place).name.to_string()
    }

    fn places(&self, wanted: impl Fn(PlaceNo) -> bool) -> Vec<String> {
        let places = self.scene.dataset.gazetteer.numbers().filter(|&place| wanted(place));
        places.map(|place| self.name(place)).collect()
    }

    /// The places that have a status today and had not the day before.
    fn newly(&self, status: Status) -> Vec<String> {
        self.places(|place| self.now.standing(place).status == status && self.before.standing(place).status != status)
    }

    fn no_longer_contested(&self) -> Vec<String> {
        self.places(|place| {
            self.before.standing(place).status == Status::Contested && self.now.standing(place).status == Status::Held
        })
    }

    /// `Herat (12-13), fought`.
    fn fall(&self, place: PlaceNo) -> String {
        let Some(fall) = self.now.standing(place).fall else { return self.name(place) };
        let event = self.scene.dataset.chronicle.event(fall.event);
        let range = if fall.date.is_doubtful() { format!(" ({})", fall.date.bounds()) } else { String::new() };
        let manner = match &event.kind {
            Kind::Capture(capture) => {
                capture.manner_in_words().map_or_else(String::new, |manner| format!(", {manner}"))
            }
            _ => String::new(),
        };
        format!("{}{range}{manner}", self.name(place))
    }

    /// What is listed under the day, numbered.
    pub(super) fn list(&self) -> Vec<String> {
        let Scene { dataset, model, .. } = self.scene;
        let listed = model.listed(dataset);
        if listed.is_empty() {
            return vec!["Nothing is listed under this day.".into()];
        }
        let row = |(index, number): (usize, EventNo)| {
            let sources = match dataset.chronicle.source_count(number) {
                0 => "not checked".to_owned(),
                1 => "1 source".to_owned(),
                count => format!("{count} sources"),
            };
            format!("{}: {}, {sources}.", index + 1, dataset.event_name(dataset.chronicle.event(number)))
        };
        listed.into_iter().enumerate().map(row).collect()
    }

    /// What is in focus, in short.
    pub(super) fn focus(&self) -> Vec<String> {
        let Scene { dataset, model, .. } = self.scene;
        let Some(focus) = model.focus(dataset) else { return vec!["Nothing is in focus.".into()] };
        let brief = about::lines(&about::brief(dataset, &self.now, focus), UNBROKEN);
        let name = match focus {
            Focus::Place(..) => about::title(dataset, focus),
            Focus::National(_) => format!("Event: {}", about::title(dataset, focus)),
        };
        [format!("{name}.")].into_iter().chain(brief.into_iter().map(|line| line.text)).collect()
    }

    /// The page in front, its rows numbered; none if none is open.
    pub(super) fn page(&self) -> Option<Vec<String>> {
        let (title, lines) = self.lines()?;
        let mut out = vec![format!("{title}.")];
        let (mut number, mut last) = (0, None);
        for line in lines {
            let begins = line.choice.is_some() && line.choice != last;
            number += usize::from(begins);
            last = line.choice;
            let text = line.text.split_whitespace().collect::<Vec<_>>().join(" ");
            if !text.is_empty() {
                out.push(if begins { format!("{number}: {text}") } else { text });
            }
        }
        if number > 0 {
            out.push("A number chooses; go goes there, open and cite take the source; back closes.".into());
        }
        Some(out)
    }

    /// The title of the page in front, to which one has come back.
    pub(super) fn title(&self) -> Vec<String> {
        self.lines().map(|(title, _)| format!("Back: {title}.")).into_iter().chain(self.chosen()).collect()
    }

    /// What is chosen on the page.
    pub(super) fn chosen(&self) -> Vec<String> {
        let chosen = self.scene.model.chosen;
        let Some((_, lines)) = self.lines().filter(|_| chosen.is_some()) else { return Vec::new() };
        let line = lines.into_iter().find(|line| line.choice == chosen);
        line.map(|line| format!("Chosen: {}", line.text.split_whitespace().collect::<Vec<_>>().join(" ")))
            .into_iter()
            .collect()
    }

    /// The rows that can be chosen, in the order of their numbers.
    pub(super) fn choices(&self) -> Vec<Choice> {
        let Some((_, lines)) = self.lines() else { return Vec::new() };
        let mut choices: Vec<Choice> = lines.into_iter().filter_map(|line| line.choice).collect();
        choices.dedup();
        choices
    }

    fn lines(&self) -> Option<(String, Vec<Line>)> {
        match self.scene.model.page? {
            Page::Accounts => {
                Some(("Accounts, each beside the settled record".into(), accounts::spoken(self.scene.dataset)))
            }
            _ => page::said(&self.scene, &self.now, UNBROKEN),
        }
    }

    /// The question that is open.
    pub(super) fn question(&self, prompt: &Prompt) -> Vec<String> {
        match prompt.question {
            Question::Find if prompt.answer().is_empty() => {
                vec!["Find what? A place in any spelling, an event, a source, a day.".into()]
            }
            Question::Find => self.hits(),
            Question::Open(source) => {
                let link = self.scene.dataset.chronicle.source(source).link();
                let host = link.as_ref().map_or("", |link| link.host());
                vec![format!("Open {host}? yes or no.")]
            }
            Question::Comparison => vec!["Compare with which day, reading or account?".into()],
            Question::Speed => vec!["How many days a second?".into()],
            Question::Date | Question::DayOfMonth => vec![format!("Which day? {DATE_FORMS}.")],
        }
    }

    /// What a query may mean, numbered.
    fn hits(&self) -> Vec<String> {
        let Scene { dataset, model, .. } = self.scene;
        let hits = &model.search.hits;
        if hits.is_empty() {
            return vec!["Nothing is called anything like it. Another word, or back.".into()];
        }
        let row = |hit: &Sought| match hit {
            Sought::Day(day) => format!("the day {}", day.long()),
            Sought::Place(found) => format!("the place {}", self.name(found.place)),
            Sought::Event(number) => {
                let event = dataset.chronicle.event(*number);
                format!("{}, {}", dataset.event_name(event), event.date.best.long())
            }
            Sought::Source(number) => {
                let source = dataset.chronicle.source(*number);
                format!("the source {}, {}: {}", source.id, source.publisher, source.title)
            }
        };
        let mut out: Vec<String> =
            (1..).zip(hits.iter().take(MOST)).map(|(number, hit)| format!("{number}: {}.", row(hit))).collect();
        if hits.len() > MOST {
            out.push(format!("And {} more.", hits.len() - MOST));
        }
        out.push("A number goes there; back leaves.".into());
        out
    }
}

/// How many of what was found are said: more nobody keeps in mind.
const MOST: usize = 20;

/// `Fell on this day: Ghazni; Herat.`; nothing of nothing.
fn said(what: &str, names: impl IntoIterator<Item = String>) -> Option<String> {
    let names: Vec<String> = names.into_iter().collect();
    (!names.is_empty()).then(|| format!("{what}: {}.", names.join("; ")))
}
