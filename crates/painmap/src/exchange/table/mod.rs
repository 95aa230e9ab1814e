//! Tables: one row a mark, in documented columns, for spreadsheets, registries and statistics.
//!
//! A record without marks has one row too, whose cells about a mark are absent: "no pain" and "nothing
//! was marked" are answers, and must not vanish. What was not answered is absent, never 0 or an empty
//! text that stands for something. Members that painmap doesn't know are not in the table.

mod cell;
mod column;
mod guard;
mod json;
mod mark_columns;
mod record_columns;
mod row;

pub use cell::Cell;
pub use column::{Column, Kind, Subject, columns};
pub use guard::{guard, unguard};
pub use json::json_line;
pub use row::{Origin, Row, rows};

/// The version of the table: the columns, their order and their meaning. A later one may add columns.
pub const TABLE: &str = "painmap-table/1";
/// Stands between the entries of a list in a cell of text.
pub const SEPARATOR: char = '|';
/// A list that was given and is empty, in a cell of text: an absent one is an empty cell.
pub const EMPTY_LIST: &str = "none";
