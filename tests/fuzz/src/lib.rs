//! What must hold of painmap whatever bytes it is handed, as functions that any fuzzer can call.
//!
//! Each target takes bytes, has the core read them, and panics where a promise is broken: nothing read from
//! outside makes it panic, and what it takes it can write and take again. `tests/targets.rs` runs them under
//! proptest, on arbitrary bytes and on mutations of the golden files; `cargo xtask fuzz` runs them under
//! libFuzzer, which looks for bytes that reach new code.

#![allow(clippy::panic, reason = "a target tells a fault by panicking")]

mod aggregates;
mod bundles;
mod editing;
mod importing;
mod locales;
mod mutation;
mod reading;
mod seeds;
mod using;

pub use aggregates::aggregates;
pub use editing::editing;
pub use importing::importing;
pub use locales::locales;
pub use mutation::{mutate_in_place, mutated};
pub use reading::reading;
pub use using::using;

/// Something that must hold for all bytes.
#[derive(Debug, Clone, Copy)]
pub struct Target {
    /// The name of its function, and of its file in `cargo-fuzz`.
    pub name: &'static str,
    /// Panics where it does not hold.
    pub run: fn(&[u8]),
    /// Bytes to begin with.
    pub seeds: fn() -> Vec<Vec<u8>>,
}

/// All of them.
pub const TARGETS: [Target; 6] = [
    Target { name: "reading", run: reading, seeds: seeds::records },
    Target { name: "using", run: using, seeds: seeds::records },
    Target { name: "importing", run: importing, seeds: seeds::bundles },
    Target { name: "aggregates", run: aggregates, seeds: seeds::sums },
    Target { name: "locales", run: locales, seeds: seeds::locales },
    Target { name: "editing", run: editing, seeds: seeds::walks },
];

/// The bytes as text; what is no UTF-8 in them is replaced, so that the rest of them is still read.
fn text(bytes: &[u8]) -> std::borrow::Cow<'_, str> {
    String::from_utf8_lossy(bytes)
}
