//! One file, or standard input: its texts one by one, never unbounded.

use std::fs::File;
use std::io::{self, BufReader, Chain, Cursor, Read};
use std::path::Path;

use super::lines::{Lines, is_stream};
use super::text::Bytes;

/// How much of a stream is asked of the system at a time: as much as a pipe holds.
const HELD: usize = 64 * 1024;

/// A file of which the start was read already.
type Begun = Chain<Cursor<Vec<u8>>, Box<dyn Read + Send>>;

/// The texts of one file.
pub(super) enum Source {
    /// A file of one record, until that was taken.
    One(Option<Bytes>),
    /// One record a line.
    Many(Lines<BufReader<Begun>>),
}

impl Source {
    /// Opens the file, or standard input where none is named, and looks whether it holds one record or
    /// many, each of at most `most` bytes.
    pub(super) fn open(path: Option<&Path>, most: usize) -> io::Result<Self> {
        let mut from: Box<dyn Read + Send> = match path {
            None => Box::new(io::stdin()),
            Some(path) => Box::new(File::open(path)?),
        };
        // What a single text may hold, and one byte more to know that it holds too much.
        let mut start = Vec::new();
        let one_too_many = most as u64 + 1;
        from.by_ref().take(one_too_many).read_to_end(&mut start)?;
        if path.is_some_and(is_named_as_stream) || is_stream(&start, most) {
            let from = BufReader::with_capacity(HELD, Cursor::new(start).chain(from));
            return Ok(Self::Many(Lines::new(from, most)));
        }
        // A cut in the middle of a letter is not a fault of the text.
        let is_too_long = start.len() > most;
        Ok(Self::One(Some(Bytes { line: None, held: start, is_too_long, is_line: false })))
    }

    /// The next text.
    pub(super) fn next(&mut self) -> io::Result<Option<Bytes>> {
        match self {
            Self::One(text) => Ok(text.take()),
            Self::Many(lines) => {
                let Some(line) = lines.next()? else { return Ok(None) };
                let number = (line.number > 1 || lines.has_more()?).then_some(line.number);
                let (held, is_too_long) = (line.bytes, line.is_too_long);
                Ok(Some(Bytes { line: number, held, is_too_long, is_line: true }))
            }
        }
    }
}

fn is_named_as_stream(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "ndjson" || extension == "jsonl")
}
