//! REDCap: a data dictionary, and rows of values that fit it.
//!
//! There are two instruments: `painmap_record`, once for each record, and `painmap_mark`, which must be
//! set up as a repeating instrument and has an instance for each mark. The fields are the columns of
//! the [table](super::table), each with `pm_` before its name.

mod dictionary;
mod values;

pub use dictionary::{DICTIONARY_HEADER, Field, FieldKind, fields};
pub use values::{values, values_header};

/// The instrument that is filled once for each record.
pub const RECORD_INSTRUMENT: &str = "painmap_record";
/// The repeating instrument, with an instance for each mark.
pub const MARK_INSTRUMENT: &str = "painmap_mark";
/// The field that names a record, first in every REDCap project.
pub const RECORD_ID: &str = "record_id";
