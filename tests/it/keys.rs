//! Scripts of inputs against the whole program: the same inputs give the same model and the same screen, whatever was
//! drawn between them, and no input breaks anything.

use std::time::Duration;

use frontline::app::{Button, Code, Depth, Input, Key, Model, Mouse, MouseKind, Pinned, script};
use frontline::chronicle::Reading;
use frontline::dataset::{Dataset, Draft};
use frontline::map::GlyphSet;
use frontline::text::Clean;
use frontline::ui::{Viewer, frame};
use proptest::prelude::*;
use ratatui::buffer::Buffer;

/// A viewer of the shipped data.
fn viewer(dataset: &Dataset) -> Viewer {
    Viewer::new(dataset.clone(), Model::new(dataset))
}

fn dataset() -> Dataset {
    Dataset::embedded().expect("the shipped data is sound")
}

/// A viewer of the shipped data for which everything is prepared that shows on a screen of `size`.
fn prepared(model: Model, size: (u16, u16)) -> Viewer {
    let draft = Draft::new(None).expect("the shipped data");
    let base = Viewer::first_base(&draft, size, model.pinned.is_some(), model.glyphs);
    let mut viewer = Viewer::new(draft.dataset().expect("the shipped data is sound"), model);
    viewer.prepare_beside_map(size);
    if let Some(base) = base {
        viewer.take_base(base);
    }
    viewer
}

/// The rows of two frames that differ.
fn difference(one: &Buffer, other: &Buffer) -> String {
    let row = |buffer: &Buffer, y: u16| -> String {
        (0..buffer.area.width).map(|x| buffer[(x, y)].symbol()).collect::<String>().trim_end().to_owned()
    };
    let rows = (0..one.area.height).filter(|&y| row(one, y) != row(other, y));
    rows.map(|y| format!("{y:3} {}\n    {}", row(one, y), row(other, y))).collect::<Vec<_>>().join("\n")
}

/// Plays inputs twice, once with the first frame prepared and a frame after every input and once from the script of them with
/// no frame but the last, and compares both with a frame from nothing.
fn check(dataset: &Dataset, inputs: &[Input]) -> Result<(), TestCaseError> {
    let (mut busy, mut lazy) = (prepared(Model::new(dataset), (120, 40)), viewer(dataset));
    let written: Vec<String> = inputs.iter().map(Input::to_string).collect();
    let read = script(&written.join("\n")).expect("a sound script");
    prop_assert_eq!(inputs, &read);
    for (input, again) in inputs.iter().zip(read) {
        let (first, second) = (busy.take(input.clone()), lazy.take(again));
        prop_assert_eq!(first, second, "{}", input);
        busy.frame();
    }
    prop_assert_eq!(busy.model(), lazy.model());
    let (fresh, kept) = (frame(dataset, lazy.model()), busy.frame());
    prop_assert!(fresh == kept, "a kept frame differs from a fresh one:\n{}", difference(&fresh, &kept));
    Ok(())
}

/// Keys that mean something and some that do not.
fn keys() -> impl Strategy<Value = Key> {
    let named = (0..Code::NAMES.len()).prop_map(|index| Code::NAMES[index].0);
    let letters = prop_oneof![prop::char::range(' ', '~'), any::<char>()].prop_map(Code::Char);
    let modifiers = prop_oneof![4 => Just([false; 3]), 1 => any::<[bool; 3]>()];
    // No key of a terminal is a control character.
    let letters = letters.prop_filter("a letter", |code| !matches!(code, Code::Char(letter) if letter.is_control()));
    // `q` and Ctrl-C end the run; there is nothing to see after that.
    let quits = |key: &Key| key.code == Code::Char('q') || (key.ctrl && key.code == Code::Char('c'));
    (prop_oneof![named, letters], modifiers)
        .prop_map(|(code, [ctrl, alt, shift])| Key { code, ctrl, alt, shift })
        .prop_filter("it goes on", move |key| !quits(key))
}

fn mice() -> impl Strategy<Value = Mouse> {
    let button = || prop::sample::select(vec![Button::Left, Button::Right, Button::Middle]);
    let kind = prop_oneof![
        button().prop_map(MouseKind::Press),
        button().prop_map(MouseKind::Drag),
        button().prop_map(MouseKind::Release),
        Just(MouseKind::WheelUp),
        Just(MouseKind::WheelDown),
        Just(MouseKind::Move),
    ];
    let at = || prop_oneof![8 => 0_u16..130, 1 => any::<u16>()];
    (kind, at(), at()).prop_map(|(kind, x, y)| Mouse { kind, x, y })
}

fn sizes() -> impl Strategy<Value = Input> {
    let known = prop::sample::select(vec![(80, 24), (120, 40), (200, 60), (40, 12), (39, 11), (0, 0), (1, 1)]);
    prop_oneof![known, (0_u16..220, 0_u16..70)].prop_map(|(width, height)| Input::Resize(width, height))
}

fn inputs() -> impl Strategy<Value = Input> {
    prop_oneof![
        12 => keys().prop_map(Input::Key),
        8 => mice().prop_map(Input::Mouse),
        1 => any::<String>().prop_map(|text| Input::Paste(Clean::new(&text))),
        2 => sizes(),
        2 => (0_u64..100_000_000).prop_map(|micros| Input::Tick(Duration::from_micros(micros))),
    ]
}

#[test]
fn a_script_gives_the_same_model_and_screen_every_time() {
    let dataset = dataset();
    let inputs = script(include_str!("../fixtures/a-walk.keys")).expect("a sound script");
    check(&dataset, &inputs).unwrap_or_else(|fault| panic!("{fault}"));
}

/// Scripts in which the mouse once meant something only if a frame had been drawn in time.
#[test]
fn what_the_mouse_means_does_not_depend_on_what_was_drawn() {
    let dataset = dataset();
    for text in [
        "resize 120 40\n/\ntype a \nmove 9 9\nenter",
        "resize 120 40\n/\na\n\u{a0}\nmove 9 9\nesc",
        "resize 120 40\npress right 30 36\n+\n+\nctrl+left\ndrag right 60 36\nrelease right 60 36",
        "resize 120 40\npress right 30 36\nresize 80 24\ndrag right 50 21",
        "resize 120 40\npress left 30 36\nresize 80 24\ndrag left 50 21",
        "resize 120 40\npress left 3 5\nresize 80 24\npress left 50 21",
    ] {
        let inputs = script(text).expect("a sound script");
        check(&dataset, &inputs).unwrap_or_else(|fault| panic!("{text}\n{fault}"));
    }
}

/// Scripts whose last input leaves alone most of what the frame before it showed, and not all.
#[test]
fn nothing_is_kept_that_no_longer_holds() {
    let dataset = dataset();
    for text in [
        // The same day and the same days around it, under another reading.
        "resize 120 40\n:\ntype 2021-08-12\nenter\nr",
        // The same view of the timeline, on a screen of another size.
        "resize 120 40\nresize 90 30",
        // The same reading is compared with, on another day.
        "resize 120 40\nc\ntype earliest\nenter\nright",
        // The same day is compared with, under another reading.
        "resize 120 40\nc\ntype 2021-08-12\nenter\nr",
        // Nothing but the map has moved, and then what stands around it.
        "resize 120 40\n+\nL\nright\nL",
    ] {
        let inputs = script(text).expect("a sound script");
        check(&dataset, &inputs).unwrap_or_else(|fault| panic!("{text}\n{fault}"));
    }
}

#[test]
fn what_was_prepared_is_what_is_shown_or_is_dropped() {
    let dataset = dataset();
    let plain = Model::new(&dataset);
    let pinned = Pinned::typed(&Clean::new("earliest"), plain.when(), &dataset).expect("a reading");
    let full = Model { depth: Depth::Full, ..plain.clone() };
    let models = [
        Model { glyphs: GlyphSet::Braille, reading: Reading::Latest, ..plain.clone() },
        Model { layers: full.usual_layers(), ..full },
        Model { pinned: Some(pinned), ..plain.clone() },
        plain,
    ];
    for (model, size) in models.iter().flat_map(|model| [(120, 40), (200, 60), (90, 18), (30, 8)].map(|at| (model, at)))
    {
        let mut viewer = prepared(model.clone(), (120, 40));
        viewer.take(Input::Resize(size.0, size.1));
        let fresh = frame(&dataset, viewer.model());
        assert!(fresh == viewer.frame(), "{size:?}\n{}", difference(&fresh, &viewer.frame()));
    }
}

#[test]
fn no_stream_of_inputs_breaks_anything() {
    let dataset = dataset();
    let asked = ProptestConfig::default();
    let config = ProptestConfig { cases: asked.cases / 10, max_shrink_iters: 400, ..asked };
    proptest!(config, |(stream in prop::collection::vec(inputs(), 1..40))| {
        let start = [Input::Resize(120, 40)];
        check(&dataset, &start.into_iter().chain(stream).collect::<Vec<_>>())?;
    });
}

#[test]
fn any_size_can_be_shown() {
    let dataset = dataset();
    let mut viewer = viewer(&dataset);
    for (width, height) in [(0, 0), (0, 40), (120, 0), (1, 1), (1000, 1), (1, 500), (40, 500), (1000, 12), (1000, 500)]
    {
        for script_of_page in ["esc", "?", "esc s", "esc :", "esc M", "M"] {
            let keys = script(script_of_page).expect("keys");
            viewer.play([Input::Resize(width, height)].into_iter().chain(keys));
            viewer.frame();
        }
    }
}
