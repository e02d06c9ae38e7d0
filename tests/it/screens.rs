//! Screens with their colours, as they are meant to be. `INSTA_UPDATE=always cargo test --test it screens` draws them anew;
//! look at what changed before it is committed, at best as pictures (`frontline export`).

use crate::portrait::portrait;
use crate::run::Run;

/// Compares the frame of a run with the one that is kept under a name.
#[track_caller]
fn same(name: &str, mut run: Run) {
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, portrait(&run.draw())));
}

/// The days on which the screen is kept: the eve, the first fall, the founding article, the days of the most doubt and of
/// the most falls, and the last fall.
const DAYS: [&str; 6] = ["2021-08-05", "2021-08-06", "2021-08-09", "2021-08-12", "2021-08-15", "2021-09-06"];

/// Compares the frames of a size on all days.
fn on_all_days(size: &str) {
    for day in DAYS {
        same(&format!("{size}-{day}"), Run::at(size, day));
    }
}

#[test]
fn a_small_terminal() {
    on_all_days("80x24");
}

#[test]
fn a_usual_terminal() {
    on_all_days("120x40");
}

#[test]
fn a_large_terminal() {
    on_all_days("200x60");
}

#[test]
fn a_terminal_that_is_narrow_or_low() {
    for size in ["60x20", "40x12", "39x11"] {
        same(&format!("{size}-2021-08-12"), Run::at(size, "2021-08-12"));
    }
}

#[test]
fn themes() {
    for (keys, theme) in [("t", "light"), ("t t", "mono")] {
        same(&format!("120x40-2021-08-12-{theme}"), Run::at("120x40", "2021-08-12").press(keys));
    }
}

#[test]
fn glyph_sets() {
    for (keys, glyphs) in [("b", "block"), ("b b", "braille"), ("b b b", "octant")] {
        same(&format!("120x40-2021-08-12-{glyphs}"), Run::at("120x40", "2021-08-12").press(keys));
    }
}

#[test]
fn tiles() {
    same("120x40-2021-08-12-tiles", Run::at("120x40", "2021-08-12").press("M"));
}

#[test]
fn what_is_selected() {
    same("120x40-2021-08-12-selected", Run::at("120x40", "2021-08-12").press("tab ctrl+right down down"));
}

#[test]
fn a_closer_map() {
    same("120x40-2021-08-12-closer", Run::at("120x40", "2021-08-12").press("f"));
}

#[test]
fn pages() {
    same("80x24-help", Run::new("80x24").press("?"));
    same("120x40-help", Run::new("120x40").press("?"));
    same("120x40-sources", Run::at("120x40", "2021-08-12").press("s"));
}

#[test]
fn a_question() {
    same("80x24-question", Run::new("80x24").press(":\ntype 2021-13-40\nenter"));
}
