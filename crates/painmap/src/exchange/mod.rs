//! Exchange: a record as other programs take it, and back from them.
//!
//! Text in, text out: no files, no clock, no network. The same record gives the same bytes.

pub mod fhir;
pub mod redcap;
pub mod table;

pub use crate::strangers::harmless_json;
