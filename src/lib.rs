//! frontline: a map and a timeline in one terminal window.

pub mod app;
pub mod chronicle;
pub mod dataset;
pub mod gazetteer;
pub mod picture;
pub mod shell;
pub mod situation;
pub mod text;
pub mod time;
