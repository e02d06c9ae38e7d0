//! Accounts, sources and copies, used by keys and read from the screen.

use frontline::app::{Effect, Model, script};
use frontline::dataset::Dataset;
use frontline::export;
use frontline::ui::{Viewer, frame};

/// A viewer of the shipped data, and what it asked to be done outside.
struct Session {
    viewer: Viewer,
    effects: Vec<Effect>,
}

impl Session {
    /// A screen of 120 columns and 40 rows.
    fn new() -> Self {
        let dataset = Dataset::embedded().expect("the shipped data is sound");
        let model = Model::new(&dataset);
        let mut session = Self { viewer: Viewer::new(dataset, model), effects: Vec::new() };
        session.play("resize 120 40");
        session
    }

    /// Plays a script.
    #[track_caller]
    fn play(&mut self, text: &str) -> &mut Self {
        for input in script(text).expect("a script") {
            self.effects.extend(self.viewer.take(input));
        }
        self
    }

    /// What the screen shows.
    fn text(&self) -> String {
        export::text(&frame(self.viewer.dataset(), self.viewer.model()))
    }

    /// The first row, the last row.
    fn ends(&self) -> [String; 2] {
        let text = self.text();
        [text.lines().next(), text.lines().last()].map(|line| line.unwrap_or_default().trim().to_owned())
    }

    #[track_caller]
    fn shows(&self, wanted: &str) {
        assert!(self.text().contains(wanted), "no \"{wanted}\" in\n{}", self.text());
    }
}

#[test]
fn an_account_is_chosen_from_the_list_and_left_again() {
    let mut session = Session::new();
    session.play("R");
    session.shows("> settled record");
    session.play("down");
    session.shows("> CNN-0809");
    session.shows("No day: Taloqan.");
    session.play("enter");
    session.shows("5 of 34 capitals fallen");
    assert!(session.ends()[0].ends_with("as told by CNN on 9 Aug (CNN-0809)"), "{}", session.ends()[0]);
    session.play("R");
    session.shows("> CNN-0809");
    session.play("home enter");
    session.shows("6 of 34 capitals fallen");
    assert!(session.ends()[0].ends_with("reading: settled"), "{}", session.ends()[0]);
}

#[test]
fn the_news_of_10_august_has_lashkargah_three_days_early() {
    let mut session = Session::new();
    session.play("right R").play("down down down down down down");
    session.shows("> GEO-0810");
    session.shows("Wrong at the time: Lashkargah 10 Aug (record: 13 Aug). Missing: Sheberghan.");
    session.play("s");
    session.shows("wrongly listed as taken");
    session.shows("missing (record: fallen 7 Aug)");
    session.play("esc");
    session.shows("> GEO-0810");
    // Its list has six, one of them held until the 13th.
    session.play("enter");
    session.shows("6 of 34 capitals fallen");
    session.shows("L.gah X");
}

#[test]
fn an_address_is_opened_after_a_yes_only() {
    let mut session = Session::new();
    session.play("tab s").play("down down");
    session.play("o");
    assert_eq!(session.ends()[1], "open www.newsbreak.com in the browser?  y: yes  any other key: no");
    session.play("n");
    assert_eq!(session.effects, []);
    session.play("o y");
    let [Effect::Open(link)] = &*session.effects else { panic!("{:?}", session.effects) };
    assert_eq!(
        link.address(),
        "https://www.newsbreak.com/news/2336558616653/factbox-afghan-cities-taken-over-or-contested-by-taliban"
    );
}

#[test]
fn a_reprint_is_never_opened() {
    let mut session = Session::new();
    let dataset = session.viewer.dataset().clone();
    session.play("tab s");
    // Every source of the page in turn.
    for _ in 0..40 {
        session.play("o");
        let asked = session.ends()[1].starts_with("open ");
        let source = session.viewer.model().source().expect("something is chosen");
        let source = dataset.chronicle.source(source);
        assert_eq!(asked, source.link().is_some(), "{}", source.id);
        assert!(!(asked && source.is_reprint()), "{}", source.id);
        session.play(if asked { "esc down" } else { "down" });
    }
    assert_eq!(session.effects, []);
}

#[test]
fn a_citation_and_a_command_go_to_the_clipboard() {
    let mut session = Session::new();
    session.play("tab s y");
    assert!(session.ends()[1].starts_with("copied: Kareem Khadder"), "{}", session.ends()[1]);
    session.play("esc y right Y");
    let copied: Vec<&str> =
        session.effects.iter().map(|effect| if let Effect::Copy(text) = effect { text.as_str() } else { "" }).collect();
    assert_eq!(
        copied,
        [
            "Kareem Khadder; Nick Paton Walsh; Jessie Yeung (with Kara Fox, Nina Avramova, Hannah Ritchie). \"Taliban \
             seize fifth Afghan provincial capital since Friday\". CNN, 2021-08-09 (news article (the founding \
             document)). https://www.cnn.com/2021/08/09/asia/taliban-spokesperson-us-warning-intl-hnk/index.html \
             [afghanistan-2021: CNN-0809]",
            "fall of Zaranj, 2021-08-06. The capital of Nimroz, beside the Iranian border, was the first provincial \
             capital to be lost; resistance was brief and government forces pulled back to other districts. Sources: \
             CNN-0809, AFP-ZAR, VOA-ZAR, RTR-0815, BBC-ZAR, DELFI-ZAR. [afghanistan-2021: fall-of-zaranj]",
            "frontline --at 2021-08-10 --theme dark --glyphs ascii",
        ]
    );
    session.play("left");
    assert!(!session.ends()[1].starts_with("copied"), "the next key takes the notice away");
}

#[test]
fn pages_open_above_one_another_and_close_in_turn() {
    let mut session = Session::new();
    session.play("s ?");
    session.shows("- Help");
    session.play("esc");
    session.shows("- Aybak -");
    session.play("enter");
    session.shows("kind       news article");
    session.play("?").play("s");
    session.shows("- Aybak -");
    session.play("esc");
    session.shows("- Situation -");
}
