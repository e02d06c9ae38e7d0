//! Moving the camera of the map.

use crate::app::{Focus, Grab, Message, Model};
use crate::chronicle::Kind;
use crate::dataset::Dataset;
use crate::gazetteer::{Gazetteer, LonLat, PlaceNo};
use crate::map::{Camera, CellAt, Viewport};

/// A step of panning: this part of the panel.
const PAN: i32 = 8;

/// Moves the camera; nothing happens on a screen without a map.
pub(super) fn look(model: &mut Model, dataset: &Dataset, message: &Message) {
    let Some(view) = view(model, dataset) else { return };
    let (columns, rows) = (i32::from(view.width()), i32::from(view.height()));
    let (across, down) = ((columns / PAN).max(1), (rows / PAN).max(1));
    let zoomed = |steps, anchor| view.zoomed(&dataset.gazetteer, &dataset.magnify, steps, anchor);
    let around = |positions: &[LonLat]| view.around(&dataset.gazetteer, &dataset.magnify, positions);
    let camera = match message {
        Message::ZoomIn => zoomed(1, anchor(model, dataset, &view)),
        Message::ZoomOut => zoomed(-1, anchor(model, dataset, &view)),
        Message::ZoomAt(cell, steps) => zoomed(*steps, *cell),
        Message::ShowAll => Camera::default(),
        Message::ShowSelection => match model.focus(dataset) {
            Some(Focus::Place(place, _)) => around(&ground(&dataset.gazetteer, place)),
            _ => return,
        },
        Message::ShowToday => {
            let places = fallen_today(model, dataset);
            if places.is_empty() {
                return;
            }
            around(&places.into_iter().flat_map(|place| ground(&dataset.gazetteer, place)).collect::<Vec<_>>())
        }
        Message::PanWest => view.panned(-across, 0),
        Message::PanEast => view.panned(across, 0),
        Message::PanNorth => view.panned(0, -down),
        Message::PanSouth => view.panned(0, down),
        _ => return,
    };
    settle(model, dataset, camera);
}

/// Draws the map in the next set of characters. Which it is, is said: a tile grid looks alike in most of them.
pub(super) fn next_glyphs(model: &mut Model) {
    model.glyphs = model.glyphs.next();
    model.notice = Some(format!("the map is drawn in {}", model.glyphs.words()).into());
}

/// The pointer moved; the map follows if it is held.
pub(super) fn point(model: &mut Model, dataset: &Dataset, (x, y): (u16, u16)) {
    model.pointer = Some((x, y));
    if let Some(Grab::Map(from_x, from_y) | Grab::Click(from_x, from_y)) = model.grab
        && (from_x, from_y) != (x, y)
        && let Some(view) = view(model, dataset)
    {
        let camera = view.panned(i32::from(from_x) - i32::from(x), i32::from(from_y) - i32::from(y));
        model.grab = Some(Grab::Map(x, y));
        settle(model, dataset, camera);
    }
}

/// Moves the map so that a place is on it, if it is not.
pub(super) fn reveal(model: &mut Model, dataset: &Dataset, place: PlaceNo) {
    let Some(view) = view(model, dataset) else { return };
    let cell = view.plane(dataset.gazetteer.place(place).position).cell();
    if !view.holds(cell) {
        let camera = view.panned(cell.x - i32::from(view.width()) / 2, cell.y - i32::from(view.height()) / 2);
        settle(model, dataset, camera);
    }
}

/// Takes a camera as far as the bounds of the ground let it, so that nothing has to be undone at the edge.
fn settle(model: &mut Model, dataset: &Dataset, camera: Camera) {
    model.camera = camera;
    if let Some(view) = view(model, dataset) {
        model.camera = if camera.zoom == 0 { Camera::default() } else { view.camera() };
    }
}

/// What the map shows now; none on a screen without a map.
fn view(model: &Model, dataset: &Dataset) -> Option<Viewport> {
    let map = model.layout()?.map;
    Some(Viewport::new(&dataset.gazetteer, &dataset.magnify, model.camera, map.width, map.height))
}

/// The cell that stays in its place while a key zooms: that of what is selected, else the middle.
fn anchor(model: &Model, dataset: &Dataset, view: &Viewport) -> CellAt {
    let selected = model.selected_place(dataset).map(|place| dataset.gazetteer.place(place).position);
    let cell = selected.map(|position| view.plane(position).cell()).filter(|&cell| view.holds(cell));
    cell.unwrap_or(CellAt { x: i32::from(view.width()) / 2, y: i32::from(view.height()) / 2 })
}

/// The outline of a place's region, with the place itself; of a place without a region, the place.
fn ground(gazetteer: &Gazetteer, number: PlaceNo) -> Vec<LonLat> {
    let place = gazetteer.place(number);
    let outline = place.region.into_iter().flat_map(|region| gazetteer.outline(region));
    outline.chain([place.position]).collect()
}

/// The places whose fall is listed today.
fn fallen_today(model: &Model, dataset: &Dataset) -> Vec<PlaceNo> {
    let events = model.listed(dataset).into_iter().map(|number| dataset.chronicle.event(number));
    events.filter(|event| matches!(event.kind, Kind::Capture(_))).filter_map(|event| event.place).collect()
}
