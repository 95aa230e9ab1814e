//! The built command, from outside: verbs, exit statuses, bad input, streams.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod command;
mod exchange;
mod export;
mod generate;
mod help;
mod measuring;
mod muscles;
mod papers;
mod parquet;
mod refusals;
mod streams;
mod verbs;
