//! frontline: a map and a timeline in one terminal window.

pub mod app;
pub mod chronicle;
pub mod dataset;
pub mod gazetteer;
pub mod map;
pub mod picture;
pub mod situation;
pub mod text;
pub mod time;
