//! Text from outside, made safe to draw, to measure, to cut and to search.
//!
//! Every string of a file or of the command line becomes a [`Clean`] at the door; drawing, printing and exporting take
//! nothing else. Widths are in terminal columns.

// Whatever a text from outside says, nothing here may panic on it.
#![cfg_attr(
    not(test),
    deny(
        clippy::arithmetic_side_effects,
        clippy::cast_possible_truncation,
        clippy::cast_possible_wrap,
        clippy::cast_sign_loss,
        clippy::expect_used,
        clippy::indexing_slicing,
        clippy::panic,
        clippy::unwrap_used
    )
)]

mod clean;
mod fold;
mod link;
mod measure;

pub use clean::Clean;
pub use fold::fold;
pub use link::Link;
pub use measure::{clusters, cut, grouped, is_narrow, is_plain, width, wrap};
