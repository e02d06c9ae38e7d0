//! What is selected shows on map, list and timeline alike, however it was selected.

use frontline::app::{Model, Selection};
use frontline::gazetteer::PlaceNo;
use ratatui::buffer::Buffer;
use ratatui::style::Modifier;

use crate::run::{Run, dataset};

/// A viewer without colours, in which what is selected is reversed.
fn viewer() -> Run {
    Run::at("120x40", "9aug").press("t t")
}

/// The reversed pieces of some rows of a frame, but for the playhead's.
fn reversed(frame: &Buffer, rows: std::ops::Range<u16>, columns: std::ops::Range<u16>) -> Vec<String> {
    let mut pieces = Vec::new();
    for y in rows {
        let mut piece = String::new();
        for x in columns.clone() {
            let cell = &frame[(x, y)];
            if cell.modifier.contains(Modifier::REVERSED) {
                piece.push_str(cell.symbol());
            } else if !piece.is_empty() {
                pieces.push(std::mem::take(&mut piece));
            }
        }
        pieces.extend((!piece.is_empty()).then_some(piece));
    }
    pieces
}

/// What is reversed on the map, in the list and on the timeline.
fn marked(run: &mut Run) -> [String; 3] {
    let layout = run.model().layout().expect("a screen that is large enough");
    let frame = run.draw();
    [layout.map, layout.list, layout.timeline]
        .map(|area| reversed(&frame, area.y..area.y + area.height, area.x..area.x + area.width).join("|"))
}

fn selected(model: &Model) -> &'static str {
    let place: PlaceNo = model.selected_place(dataset()).expect("a place is selected");
    &dataset().gazetteer.place(place).id
}

#[track_caller]
fn selects(keys: &str, id: &str, name: &str) {
    let mut run = viewer().press(keys);
    assert_eq!(selected(run.model()), id, "{keys}");
    let [map, ..] = marked(&mut run);
    assert!(map.contains(name), "{keys}: {map}");
}

#[test]
fn tab_walks_the_places_and_back() {
    let first = &dataset().gazetteer.places[0];
    selects("tab", &first.id, &first.name);
    selects("tab tab shift+tab", &first.id, &first.name);
    let last = dataset().gazetteer.places.last().expect("places");
    assert_eq!(selected(viewer().press("shift+tab").model()), last.id.as_str());
}

#[test]
fn control_and_an_arrow_go_to_the_nearest_place_there() {
    // From Aybak, which is in focus on 9 August.
    for (keys, id, name) in [
        ("ctrl+left", "mazar-i-sharif", "Mazar"),
        ("ctrl+right", "pul-e-khumri", "P.Khumri"),
        ("ctrl+down", "bamyan", "Bamyan"),
        ("ctrl+down ctrl+up", "aybak", "Aybak"),
    ] {
        selects(keys, id, name);
    }
}

#[test]
fn an_event_of_the_list_shows_on_map_list_and_timeline() {
    let mut run = viewer().press("down");
    assert!(matches!(run.model().selection, Selection::Event(_)));
    let [map, list, timeline] = marked(&mut run);
    assert!(map.contains("Aybak"), "{map}");
    assert!(list.contains(">x Aybak"), "{list}");
    assert!(timeline.contains("Mon 9 Aug"), "{timeline}");
}

#[test]
fn a_place_that_is_followed_shows_the_day_of_its_fall() {
    let herat = dataset().gazetteer.by_id("herat").expect("Herat");
    let tabs = vec!["tab"; herat.index() + 1].join(" ");
    let mut run = viewer().press(&tabs);
    assert_eq!(selected(run.model()), "herat");
    let [map, _, timeline] = marked(&mut run);
    assert!(map.contains("Herat"), "{map}");
    assert!(timeline.contains("Thu 12 Aug"), "{timeline}");
    // On its day the list shows it too.
    run.play("enter");
    let [map, list, timeline] = marked(&mut run);
    assert!(
        map.contains("Herat") && list.contains(">x Herat") && timeline.contains("Thu 12 Aug"),
        "{map} {list} {timeline}"
    );
    // Let go of, nothing is left but the playhead.
    run.play("esc");
    let [map, list, _] = marked(&mut run);
    assert_eq!((&*map, &*list), ("", ""));
}
