//! Exchange: a record as other programs take it.
//!
//! Everything here is derived from a [`PainMap`](crate::PainMap); nothing is added to it.

pub mod redcap;
pub mod table;
