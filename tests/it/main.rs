//! The program from outside: its data, its command line, its screens, its terminal.

mod bindings;
mod cli;
mod colours;
mod compare;
mod data;
mod evidence;
mod faults;
mod geometry;
mod history;
mod hostile;
mod keys;
mod laws;
mod layering;
mod mouse;
mod portrait;
mod reader;
mod readings;
mod run;
mod screens;
mod selection;
mod terminal;
mod time;
mod towns;
mod views;
