//! The program from outside: its data, its command line, its screens, its terminal.

mod cli;
mod data;
mod evidence;
mod keys;
mod layering;
mod readings;
mod terminal;
