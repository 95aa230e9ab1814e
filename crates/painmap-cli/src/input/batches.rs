//! Batches: the texts of all files in order, a few at a time, so that what is held stays small.

use std::io;
use std::path::Path;
use std::sync::Arc;

use super::files::{Files, name};
use super::source::Source;
use super::text::{Bytes, Origin};
use crate::status::Stop;

/// Texts of a batch at most.
const MOST_TEXTS: usize = 32;
/// A batch that holds as many bytes ends.
const MOST_BYTES: usize = 64 * 1024;

/// A few texts that follow one another.
#[derive(Debug, Default)]
pub(super) struct Batch {
    pub(super) items: Vec<Item>,
    pub(super) texts: u64,
    pub(super) bytes: usize,
    /// Why nothing comes after it.
    pub(super) stop: Option<Stop>,
}

/// One step through the input.
#[derive(Debug)]
pub(super) enum Item {
    Text(Standing, Bytes),
    /// The end of this file.
    End(Arc<str>),
}

/// Where a text stands. Cheap to make, as only one worker can read at a time.
#[derive(Debug)]
pub(super) struct Standing {
    file: Arc<str>,
    is_standard_input: bool,
    is_one_of_many: bool,
    index: u64,
}

impl Standing {
    pub(super) fn origin(&self, line: Option<usize>) -> Origin {
        Origin {
            file: self.file.as_ref().to_owned(),
            is_standard_input: self.is_standard_input,
            line,
            is_one_of_many: self.is_one_of_many || line.is_some(),
            index: self.index,
        }
    }
}

/// The batches of all files.
pub(super) struct Batches {
    files: Files,
    most: usize,
    /// The number of the file that is open, or is to be opened.
    file: usize,
    open: Option<Open>,
    /// How many texts were read.
    texts: u64,
    is_over: bool,
}

struct Open {
    name: Arc<str>,
    is_standard_input: bool,
    source: Source,
}

impl Batches {
    /// Of texts of at most `most` bytes.
    pub(super) fn new(files: Files, most: usize) -> Self {
        Self { files, most, file: 0, open: None, texts: 0, is_over: false }
    }

    /// The next batch; none at the end.
    pub(super) fn next(&mut self) -> Option<Batch> {
        let mut batch = Batch::default();
        while !self.is_over && batch.items.len() < MOST_TEXTS && batch.bytes < MOST_BYTES {
            match self.step() {
                Ok(Some(item)) => {
                    if let Item::Text(_, text) = &item {
                        batch.texts += 1;
                        batch.bytes += text.held.len() + usize::from(text.is_line);
                    }
                    batch.items.push(item);
                }
                Ok(None) => self.is_over = true,
                Err(stop) => {
                    self.is_over = true;
                    batch.stop = Some(stop);
                }
            }
        }
        (!batch.items.is_empty() || batch.stop.is_some()).then_some(batch)
    }

    fn step(&mut self) -> Result<Option<Item>, Stop> {
        let Some(path) = self.files.get(self.file) else { return Ok(None) };
        let unreadable = |error| unreadable(path, &error);
        let open = match &mut self.open {
            Some(open) => open,
            none => none.insert(Open {
                name: name(path).into(),
                is_standard_input: path.is_none(),
                source: Source::open(path, self.most).map_err(unreadable)?,
            }),
        };
        let file = Arc::clone(&open.name);
        let Some(text) = open.source.next().map_err(unreadable)? else {
            self.open = None;
            self.file += 1;
            return Ok(Some(Item::End(file)));
        };
        let standing = Standing {
            file,
            is_standard_input: open.is_standard_input,
            is_one_of_many: self.files.are_many(),
            index: self.texts,
        };
        self.texts += 1;
        Ok(Some(Item::Text(standing, text)))
    }
}

fn unreadable(path: Option<&Path>, error: &io::Error) -> Stop {
    Stop::WrongCall(format!("cannot read {}: {error}", name(path)))
}
