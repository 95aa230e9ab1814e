//! The built command, from outside: verbs, exit statuses, bad input, streams.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod command;
mod exchange;
mod export;
mod generate;
mod help;
mod hostile;
mod long;
mod measuring;
mod muscles;
mod papers;
mod parquet;
mod refusals;
mod streams;
#[cfg(unix)]
mod terminal;
mod verbs;
