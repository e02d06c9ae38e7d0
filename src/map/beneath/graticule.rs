//! The net of meridians and parallels: their crossings, and their degrees at the edges of the panel.

use crate::gazetteer::LonLat;
use crate::map::base::Base;
use crate::map::viewport::CellAt;
use crate::picture::{Ink, Picture};

use super::is_free;

/// Degrees from line to line; the first that leaves room for their numbers is taken.
const STEPS: [f64; 8] = [0.25, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 30.0];

/// The least way from line to line, in columns.
const APART: f64 = 11.0;

/// Draws the net.
pub(super) fn draw(base: &Base, picture: &mut Picture) {
    let view = &base.view;
    let (right, bottom) = (f64::from(view.width()), f64::from(view.height()) * 2.0);
    let [west, south, east, north] = view.edges();
    let (across, down) = (east - west, north - south);
    let apart = |step: f64| (right / across).min(bottom / down) * step >= APART;
    let Some(step) = STEPS.into_iter().find(|&step| apart(step)) else { return };
    let meridians = multiples(west, east, step);
    let parallels = multiples(south.max(-90.0), north.min(90.0), step);
    let rolled = |degree: f64| view.seam().rolled(degree);
    let cell = |degree, lat| LonLat::new(rolled(degree)?, lat).map(|at| view.plane(at).cell());
    for &lat in &parallels {
        for at in meridians.iter().filter_map(|&lon| cell(lon, lat)).filter(|&at| is_free(base, at)) {
            picture.put(at.x, at.y, '+', Ink::Graticule);
        }
    }
    for &meridian in &meridians {
        if let Some((lon, at)) = rolled(meridian).zip(cell(meridian, 0.0)) {
            write(base, picture, CellAt { y: i32::from(view.height()) - 1, ..at }, &degree(lon, 'E', 'W'));
        }
    }
    for &lat in &parallels {
        if let Some(at) = cell(f64::midpoint(west, east), lat) {
            write(base, picture, CellAt { x: 1, ..at }, &degree(lat, 'N', 'S'));
        }
    }
}

/// The multiples of a step between two degrees.
fn multiples(from: f64, to: f64, step: f64) -> Vec<f64> {
    let mut all = Vec::new();
    let mut next = (from / step).ceil() * step;
    while next <= to {
        all.push(next);
        next += step;
    }
    all
}

/// `64E`, `34.5N`.
fn degree(value: f64, positive: char, negative: char) -> String {
    format!("{}{}", value.abs(), if value < 0.0 { negative } else { positive })
}

/// Writes a number where all of it is free, on ground that is no region's.
fn write(base: &Base, picture: &mut Picture, at: CellAt, text: &str) {
    let cells = (at.x..).zip(text.chars()).map(|(x, letter)| (CellAt { x, ..at }, letter));
    if cells.clone().all(|(at, _)| base.sheet.is_empty(at.y, at.x, at.x + 1) && is_free(base, at)) {
        for (at, letter) in cells {
            picture.put(at.x, at.y, letter, Ink::Graticule);
        }
    }
}
