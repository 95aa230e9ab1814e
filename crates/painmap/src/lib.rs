//! painmap: where does it hurt, answered by tapping a drawing of the body.

pub mod anatomy;
mod words;

pub use words::UnknownWord;
