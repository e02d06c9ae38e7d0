//! Text from outside, made safe to draw, to measure, to cut and to search.
//!
//! Every string of a file or of the command line becomes a [`Clean`] at the door; drawing, printing and exporting take
//! nothing else. Widths are in terminal columns.

mod clean;
mod fold;
mod link;
mod measure;

pub use clean::Clean;
pub use fold::fold;
pub use link::Link;
pub use measure::{clusters, cut, grouped, width, wrap};
