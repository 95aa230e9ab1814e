//! What a record may hold at most. Records come from the network, so everything is bounded.

/// Bytes of a record's JSON text.
pub const MAX_BYTES: usize = 1_000_000;
/// How deep lists and objects may nest; the record itself is the first level.
pub const MAX_DEPTH: usize = 32;
/// Marks in a record.
pub const MAX_MARKS: usize = 200;
/// Radiation paths of one mark.
pub const MAX_RADIATIONS: usize = 50;
/// Points of one path or outline.
pub const MAX_PATH_POINTS: usize = 2_000;
/// Characters of a note.
pub const MAX_NOTE_CHARACTERS: usize = 4_000;
/// Characters of a short text: a mark's id, an atlas version.
pub const MAX_SHORT_CHARACTERS: usize = 64;
/// How far outside the view's box a point may lie, in bu.
pub const MAX_OUTSIDE: i32 = 200;
/// The largest radius of a spot, in bu (about 34 cm).
pub const MAX_RADIUS: i64 = 2_000;
/// Entries of any other list.
pub const MAX_ENTRIES: usize = 50;
/// The highest pressure-pain threshold, in kPa; algometers end well below.
pub const MAX_PRESSURE_KPA: i64 = 5_000;

/// How many characters a text has. Not by `chars().count()`, which is much code to be fast.
pub(crate) fn characters(text: &str) -> usize {
    text.bytes().filter(|byte| byte & 0xc0 != 0x80).count()
}
