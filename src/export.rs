//! A frame as bytes: one format, one file. Nothing here touches a disk but [`save()`].

mod ansi;
mod pen;
mod save;
mod sequence;
mod shapes;
mod svg;
mod text;

pub use ansi::ansi;
pub use pen::Pen;
pub use save::{SaveError, save};
pub use svg::svg;
pub use text::text;
