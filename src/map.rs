//! The map: a gazetteer and a situation as a picture in characters.
//!
//! What depends on the view alone, a [`Base`], is computed once a view: the borders routed over the lattice of ASCII
//! strokes, the ground of every cell, the spots of the markers, the names, the legend. [`draw`] then paints a situation
//! on it, and nothing that stands still in the world moves on the map.

mod abroad;
mod anchor;
mod arrange;
mod axis;
mod base;
mod beneath;
mod bridges;
mod callout;
mod canvas;
mod cells;
mod chain;
mod counting;
mod crossings;
mod dotted;
mod drawn;
mod front;
mod glyphs;
mod ground;
mod grounds;
mod joints;
mod keys;
mod label;
mod labels;
mod lattice;
mod layer;
mod leaders;
mod lean;
mod legend;
mod lines;
mod looks;
mod network;
mod paint;
mod path;
mod piece;
mod pockets;
mod portrayal;
mod price;
mod raster;
mod route;
mod samples;
mod scene;
mod sheet;
mod spots;
mod thin;
mod tiles;
mod trace;
mod track;
mod viewport;
mod way;

#[cfg(test)]
mod reader;
#[cfg(test)]
mod tests;

pub use base::Base;
pub use beneath::Beneath;
pub use glyphs::GlyphSet;
pub use layer::{Layer, Layers};
pub use paint::draw;
pub use portrayal::{Grounds, Portrayal};
pub use scene::Scene;
pub use tiles::{Tiles, draw_tiles};
pub use viewport::{CLOSEST, Camera, CellAt, PlanePoint, Viewport};

pub use crate::dataset::Magnify;
