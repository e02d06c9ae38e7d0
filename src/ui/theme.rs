//! Roles become colours: the only place that names one.
//!
//! The parties are told apart by blue and amber, which people who see no difference of red and green can tell apart too;
//! and never by colour alone. On a terminal of 16 colours the grounds are told by their patterns, as in the theme
//! without colours.

mod basic;
mod mono;
mod palette;
mod weight;

use ratatui::style::Style;

use crate::app::{Depth, ThemeName};
use crate::picture::{Cell, Ink, Shade, Wash};

use basic::Basic;
use palette::Palette;

/// What every role looks like.
#[derive(Clone, PartialEq, Debug)]
pub struct Theme(Look);

#[derive(Clone, Copy, PartialEq, Debug)]
enum Look {
    Toned(&'static Palette, Depth),
    Basic(&'static Basic),
    Mono,
}

impl Theme {
    /// The theme of a name, for a terminal of so many colours.
    #[must_use]
    pub fn new(name: ThemeName, depth: Depth) -> Self {
        Self(match (name, depth) {
            (ThemeName::Dark, Depth::Basic) => Look::Basic(&basic::DARK),
            (ThemeName::Light, Depth::Basic) => Look::Basic(&basic::LIGHT),
            (ThemeName::Dark, _) => Look::Toned(&palette::DARK, depth),
            (ThemeName::Light, _) => Look::Toned(&palette::LIGHT, depth),
            (ThemeName::Mono, _) => Look::Mono,
        })
    }

    /// What a cell of a picture looks like.
    #[must_use]
    pub fn cell(&self, cell: Cell) -> Style {
        self.look(cell.ink(), cell.wash(), cell.shade())
    }

    /// What a character with these roles looks like.
    fn look(&self, ink: Ink, wash: Wash, shade: Shade) -> Style {
        match self.0 {
            Look::Toned(palette, depth) => palette.style(ink, wash, shade, depth),
            Look::Basic(basic) => basic.style(ink, wash),
            Look::Mono => mono::style(ink, wash),
        }
    }
}

#[cfg(test)]
mod tests;
