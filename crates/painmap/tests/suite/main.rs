//! The core from outside: what it reads, writes, edits, says and draws, by properties, by tables and
//! by golden files.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod adopting;
mod aggregates;
mod answers;
mod brush;
mod editor;
mod fhir;
mod formats;
mod generate;
mod golden;
mod hands;
mod hostile;
mod json;
mod languages;
mod measures;
mod pictures;
mod refusals;
mod round_trip;
mod schema;
mod synthetic;
mod tables;
mod walk;
