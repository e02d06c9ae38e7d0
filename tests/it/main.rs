//! The program from outside: its data, its command line, its screens, its terminal.

mod data;
mod layering;
mod terminal;
