//! Where a verb writes to: standard output or a file.

use std::fmt;
use std::fs::File;
use std::io::{self, BufWriter, ErrorKind, Write};
use std::path::PathBuf;

use crate::status::Stop;

/// The argument that names the output.
#[derive(Debug, clap::Args)]
pub(crate) struct OutputArgs {
    /// Write to this file instead of standard output.
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

impl OutputArgs {
    /// Opens the output. A file is made only when the first text comes, so that a bad record
    /// leaves an older file as it was.
    pub(crate) fn open(&self) -> Output<'_> {
        Output { args: self, to: None }
    }
}

/// An output that tells "nobody reads any more" from other failures.
pub(crate) struct Output<'a> {
    args: &'a OutputArgs,
    to: Option<BufWriter<Box<dyn Write>>>,
}

impl Output<'_> {
    pub(crate) fn text(&mut self, text: impl fmt::Display) -> Result<(), Stop> {
        self.write(|to| write!(to, "{text}"))
    }

    pub(crate) fn line(&mut self, line: impl fmt::Display) -> Result<(), Stop> {
        self.write(|to| writeln!(to, "{line}"))
    }

    /// A value as one line of JSON.
    pub(crate) fn json(&mut self, value: &impl serde::Serialize) -> Result<(), Stop> {
        let line = serde_json::to_string(value).map_err(|error| Stop::WrongCall(error.to_string()))?;
        self.line(line)
    }

    /// Writes what is still held back.
    pub(crate) fn finish(mut self) -> Result<(), Stop> {
        match self.to.take() {
            None => Ok(()),
            Some(mut to) => to.flush().map_err(|error| self.stop(&error)),
        }
    }

    fn write(&mut self, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), Stop> {
        let to = match &mut self.to {
            Some(to) => to,
            empty => {
                let opened: io::Result<Box<dyn Write>> = match &self.args.output {
                    None => Ok(Box::new(io::stdout().lock())),
                    Some(path) => File::create(path).map(|file| Box::new(file) as Box<dyn Write>),
                };
                match opened {
                    Ok(opened) => empty.insert(BufWriter::new(opened)),
                    Err(error) => return Err(self.stop(&error)),
                }
            }
        };
        write(to).map_err(|error| self.stop(&error))
    }

    fn stop(&self, error: &io::Error) -> Stop {
        if error.kind() == ErrorKind::BrokenPipe {
            return Stop::ReaderGone;
        }
        let name = self.args.output.as_ref().map_or("standard output".into(), |path| path.to_string_lossy());
        Stop::WrongCall(format!("cannot write {name}: {error}"))
    }
}
