//! Records from files or standard input: one as JSON, or many as NDJSON, never unbounded.

mod folders;
mod lines;

use std::fmt;
use std::fs::File;
use std::io::{self, BufReader, Cursor, Read};
use std::path::{Path, PathBuf};

use painmap::PainMap;
use painmap::describe::harmless;
use painmap::record::limits::MAX_BYTES;
use painmap::record::{ReadError, Reason};

use crate::status::{Stop, Verdict, say};
pub(crate) use folders::expanded;
pub(crate) use lines::Lines;

/// The arguments that name the input.
#[derive(Debug, clap::Args)]
pub(crate) struct InputArgs {
    /// Files with a JSON record, or many records, one a line; folders of such files; `-` or none for
    /// standard input.
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
}

impl InputArgs {
    /// These files.
    pub(crate) fn of(files: Vec<PathBuf>) -> Self {
        Self { files }
    }

    /// The files in order, not opened yet.
    pub(crate) fn sources(&self) -> Result<Vec<Source>, Stop> {
        let is_stdin = |file: &&PathBuf| file.as_path() == Path::new("-");
        if self.files.iter().filter(is_stdin).count() > 1 {
            return Err(Stop::WrongCall("standard input can be read only once".to_owned()));
        }
        let files = if self.files.is_empty() { vec!["-".into()] } else { expanded(&self.files)? };
        let many = files.len() > 1;
        let source = |path: PathBuf| {
            let path = (!is_stdin(&&path)).then_some(path);
            let name =
                path.as_ref().map_or("standard input".into(), |path| harmless(&path.to_string_lossy()));
            Source { path, name, many }
        };
        Ok(files.into_iter().map(source).collect())
    }

    /// Hands every good record over; a bad one is told on standard error, and the rest goes on.
    pub(crate) fn each_good(
        &self,
        visit: impl FnMut(Origin, PainMap) -> Result<(), Stop>,
    ) -> Result<Verdict, Stop> {
        self.each_good_of(MAX_BYTES, record, visit)
    }

    /// The same for whatever `read` reads from texts of at most `most` bytes.
    pub(crate) fn each_good_of<T>(
        &self,
        most: usize,
        read: impl Fn(Piece<'_>) -> Result<T, Fault>,
        mut visit: impl FnMut(Origin, T) -> Result<(), Stop>,
    ) -> Result<Verdict, Stop> {
        let mut verdict = Verdict::Good;
        for source in self.sources()? {
            source.each_text(most, |origin, piece| match piece.and_then(&read) {
                Ok(good) => visit(origin, good),
                Err(fault) => {
                    verdict = Verdict::Bad;
                    say(format_args!("{origin}: {fault}"));
                    Ok(())
                }
            })?;
        }
        Ok(verdict)
    }
}

/// Where a record stands: its file, and its line where the file holds many.
#[derive(Debug)]
pub(crate) struct Origin {
    /// The file's name, safe for a terminal; "standard input" where there is none.
    pub(crate) file: String,
    pub(crate) is_standard_input: bool,
    pub(crate) line: Option<usize>,
    /// Whether there are other records, here or in other files.
    pub(crate) is_one_of_many: bool,
}

impl fmt::Display for Origin {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.file)?;
        self.line.map_or(Ok(()), |line| write!(formatter, ", line {line}"))
    }
}

/// Why a record is bad: the place within it, and the reason.
#[derive(Debug)]
pub(crate) struct Fault {
    pub(crate) pointer: String,
    pub(crate) reason: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.pointer.is_empty() {
            formatter.write_str(&self.reason)
        } else {
            write!(formatter, "at {}: {}", self.pointer, self.reason)
        }
    }
}

impl From<ReadError> for Fault {
    fn from(error: ReadError) -> Self {
        Self { pointer: error.pointer().to_owned(), reason: error.reason().to_string() }
    }
}

/// One file, or standard input.
#[derive(Debug)]
pub(crate) struct Source {
    path: Option<PathBuf>,
    name: String,
    many: bool,
}

impl Source {
    /// The file's name, safe for a terminal.
    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    /// Reads record by record.
    pub(crate) fn each(
        &self,
        mut visit: impl FnMut(Origin, Result<PainMap, Fault>) -> Result<(), Stop>,
    ) -> Result<(), Stop> {
        self.each_text(MAX_BYTES, |origin, piece| visit(origin, piece.and_then(record)))
    }

    /// Reads text by text, each of at most `most` bytes.
    fn each_text(
        &self,
        most: usize,
        mut visit: impl FnMut(Origin, Result<Piece<'_>, Fault>) -> Result<(), Stop>,
    ) -> Result<(), Stop> {
        let unreadable = |error: io::Error| Stop::WrongCall(format!("cannot read {}: {error}", self.name));
        let mut from: Box<dyn Read> = match &self.path {
            None => Box::new(io::stdin().lock()),
            Some(path) => Box::new(File::open(path).map_err(unreadable)?),
        };
        // What a single text may hold, and one byte more to know that it holds too much.
        let mut start = Vec::new();
        let one_too_many = most as u64 + 1;
        from.by_ref().take(one_too_many).read_to_end(&mut start).map_err(unreadable)?;
        let origin = |line: Option<usize>| Origin {
            file: self.name.clone(),
            is_standard_input: self.path.is_none(),
            line,
            is_one_of_many: self.many || line.is_some(),
        };
        if !self.is_named_as_stream() && !lines::is_stream(&start, most) {
            // A cut in the middle of a letter is not a fault of the text.
            let cut = start.len() > most;
            return visit(origin(None), piece(&start, most, cut, false));
        }
        let mut lines = Lines::new(BufReader::new(Cursor::new(start).chain(from)), most);
        while let Some(line) = lines.next().map_err(unreadable)? {
            let number = (line.number > 1 || lines.has_more().map_err(unreadable)?).then_some(line.number);
            visit(origin(number), piece(&line.bytes, most, line.is_too_long, true))?;
        }
        Ok(())
    }

    fn is_named_as_stream(&self) -> bool {
        let extension = self.path.as_ref().and_then(|path| path.extension());
        extension.is_some_and(|extension| extension == "ndjson" || extension == "jsonl")
    }
}

/// A text that may be a record, from a file of one or of many.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Piece<'t> {
    pub(crate) text: &'t str,
    /// Whether it is one line of many, so that a line within it means nothing.
    pub(crate) is_line: bool,
}

fn piece(bytes: &[u8], most: usize, is_too_long: bool, is_line: bool) -> Result<Piece<'_>, Fault> {
    let fault = |reason| Fault { pointer: String::new(), reason };
    if is_too_long {
        return Err(fault(format!("larger than {most} bytes")));
    }
    let text = std::str::from_utf8(bytes)
        .map_err(|error| fault(format!("not UTF-8 from byte {} on", error.valid_up_to() + 1)))?;
    Ok(Piece { text, is_line })
}

fn record(piece: Piece<'_>) -> Result<PainMap, Fault> {
    PainMap::from_json(piece.text).map_err(|error| piece.fault(&error))
}

impl Piece<'_> {
    /// The fault of a text that is no record, or no JSON.
    pub(crate) fn fault(self, error: &ReadError) -> Fault {
        let reason = match error.reason() {
            // The line within a line is always 1, which is not the line in the file.
            Reason::NotJson { column, .. } if self.is_line => format!("not JSON from column {column} on"),
            reason => reason.to_string(),
        };
        Fault { pointer: error.pointer().to_owned(), reason }
    }
}
