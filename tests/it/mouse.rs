//! The mouse on the map: a click selects, a second one shows the region, a drag moves the map.

use crate::run::Run;

/// A viewer in which Herat is selected by a click on its ground, and the cell of the screen that was clicked.
fn clicked() -> (Run, String) {
    let mut run = Run::new("120x40");
    let row = run.text().lines().position(|line| line.contains("Herat")).expect("Herat on the map");
    let cell = format!("9 {}", row + 1);
    run.play(&format!("press left {cell}\nrelease left {cell}"));
    (run, cell)
}

/// The kilometres of the scale bar.
fn scale(run: &mut Run) -> String {
    let map = run.map();
    let bar = map.lines().find_map(|row| row.split_once("-| ")).unwrap_or_else(|| panic!("a scale\n{map}"));
    bar.1.split(" km").next().unwrap_or_default().trim().to_owned()
}

#[test]
fn a_click_on_the_ground_selects_and_a_second_one_shows_the_region() {
    let (mut run, cell) = clicked();
    assert!(run.text().contains("Herat -"), "the detail is about Herat: {}", run.text());
    assert_eq!(scale(&mut run), "200", "a single click does not zoom");
    run.play(&format!("press left {cell}"));
    assert_eq!(scale(&mut run), "200", "nor does the mere press");
    run.play(&format!("move {cell}\nrelease left {cell}"));
    assert_ne!(scale(&mut run), "200", "{}", run.text());
    assert!(run.map().contains("Herat") && !run.map().contains("Faizabad"), "{}", run.map());
}

#[test]
fn a_drag_selects_nothing_and_a_click_only_when_it_is_let_go_of() {
    let (clicked, cell) = clicked();
    let herat = |run: &mut Run| run.text().contains("Herat -");
    let mut run = Run::new("120x40");
    run.play(&format!("press left {cell}"));
    assert!(!herat(&mut run), "{}", run.text());
    run.play("drag left 19 18\nrelease left 19 18");
    assert!(!herat(&mut run), "{}", run.text());
    // Nor does one that comes back to where it began.
    run.play(&format!("press left {cell}\ndrag left 19 18\ndrag left {cell}\nrelease left {cell}"));
    assert!(!herat(&mut run), "{}", run.text());
    assert!(herat(&mut { clicked }));
}

#[test]
fn a_drag_that_begins_on_what_is_selected_moves_the_map() {
    let (mut run, cell) = clicked();
    run.play("+ + +");
    let (before, far) = (run.map(), scale(&mut run));
    run.play(&format!("press left {cell}\ndrag left 20 18\nrelease left 20 18"));
    assert!(run.map() != before && scale(&mut run) == far, "{}", run.text());
}
