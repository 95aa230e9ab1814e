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
use lines::Line;
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
        mut visit: impl FnMut(Origin, PainMap) -> Result<(), Stop>,
    ) -> Result<Verdict, Stop> {
        let mut verdict = Verdict::Good;
        for source in self.sources()? {
            source.each(|origin, read| match read {
                Ok(map) => visit(origin, map),
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
        let unreadable = |error: io::Error| Stop::WrongCall(format!("cannot read {}: {error}", self.name));
        let mut from: Box<dyn Read> = match &self.path {
            None => Box::new(io::stdin().lock()),
            Some(path) => Box::new(File::open(path).map_err(unreadable)?),
        };
        // What a single record may hold, and one byte more to know that it holds too much.
        let mut start = Vec::new();
        let one_too_many = MAX_BYTES as u64 + 1;
        from.by_ref().take(one_too_many).read_to_end(&mut start).map_err(unreadable)?;
        let origin = |line: Option<usize>| Origin {
            file: self.name.clone(),
            is_standard_input: self.path.is_none(),
            line,
            is_one_of_many: self.many || line.is_some(),
        };
        if !self.is_named_as_stream() && !lines::is_stream(&start) {
            return visit(origin(None), read_one(&start));
        }
        let mut lines = Lines::new(BufReader::new(Cursor::new(start).chain(from)));
        while let Some(line) = lines.next().map_err(unreadable)? {
            let number = (line.number > 1 || lines.has_more().map_err(unreadable)?).then_some(line.number);
            visit(origin(number), read_line(&line))?;
        }
        Ok(())
    }

    fn is_named_as_stream(&self) -> bool {
        let extension = self.path.as_ref().and_then(|path| path.extension());
        extension.is_some_and(|extension| extension == "ndjson" || extension == "jsonl")
    }
}

fn read_one(bytes: &[u8]) -> Result<PainMap, Fault> {
    // A cut in the middle of a letter is not a fault of the text.
    if bytes.len() > MAX_BYTES {
        return Err(too_large());
    }
    Ok(PainMap::from_json(text(bytes)?)?)
}

fn read_line(line: &Line) -> Result<PainMap, Fault> {
    if line.is_too_long {
        return Err(too_large());
    }
    PainMap::from_json(text(&line.bytes)?).map_err(|error| match error.reason() {
        // The line within the record is always 1, which is not the line in the file.
        Reason::NotJson { column, .. } => {
            Fault { pointer: String::new(), reason: format!("not JSON from column {column} on") }
        }
        _ => error.into(),
    })
}

fn text(bytes: &[u8]) -> Result<&str, Fault> {
    std::str::from_utf8(bytes).map_err(|error| Fault {
        pointer: String::new(),
        reason: format!("not UTF-8 from byte {} on", error.valid_up_to() + 1),
    })
}

fn too_large() -> Fault {
    Fault { pointer: String::new(), reason: Reason::TooLarge.to_string() }
}
