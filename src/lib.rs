//! frontline: a map and a timeline in one terminal window.
//!
//! Data flows one way; a room imports only rooms to its left:
//!
//! ```text
//! text ─► time ─► gazetteer ─► chronicle ─► situation ─► dataset ─► picture ─┬─► map ──────┐
//!                                                                            └─► timeline ─┴─► app ─► ui ─► export ─► shell ─► cli
//! ```

pub mod app;
pub mod chronicle;
pub mod cli;
pub mod dataset;
pub mod export;
pub mod gazetteer;
pub mod map;
pub mod picture;
pub mod shell;
pub mod situation;
pub mod text;
pub mod time;
pub mod timeline;
pub mod ui;
