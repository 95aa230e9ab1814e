//! Where a verb writes to: standard output or a file.

use std::fmt;
use std::fs::File;
use std::io::{self, BufWriter, ErrorKind, IsTerminal, Write};
use std::path::PathBuf;

use painmap::exchange::harmless_json;

use crate::colour::Paint;
use crate::progress;
use crate::status::Stop;

/// The argument that names the output.
#[derive(Debug, clap::Args)]
pub(crate) struct OutputArgs {
    /// Write to this file instead of standard output.
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

impl OutputArgs {
    /// To this file.
    pub(crate) fn to(file: PathBuf) -> Self {
        Self { output: Some(file) }
    }

    /// Opens the output. A file is made only when the first text comes, so that a bad record
    /// leaves an older file as it was.
    pub(crate) fn open(&self) -> Output<'_> {
        Output { args: self, to: None }
    }

    /// Whether what is written would be seen on a terminal.
    pub(crate) fn is_terminal(&self) -> bool {
        self.output.is_none() && io::stdout().is_terminal()
    }

    /// Whether a file was named.
    pub(crate) const fn is_file(&self) -> bool {
        self.output.is_some()
    }

    /// How text for people is painted.
    pub(crate) fn paint(&self) -> Paint {
        if self.output.is_none() { Paint::of_output() } else { Paint::NONE }
    }

    /// What the file's name ends in, in lower case, without the dot.
    pub(crate) fn extension(&self) -> Option<String> {
        let extension = self.output.as_ref()?.extension()?;
        Some(extension.to_string_lossy().to_ascii_lowercase())
    }

    /// What a failure to write means for the run.
    pub(crate) fn stop(&self, error: &io::Error) -> Stop {
        if error.kind() == ErrorKind::BrokenPipe {
            return Stop::ReaderGone;
        }
        let name = self.output.as_ref().map_or("standard output".into(), |path| path.to_string_lossy());
        Stop::WrongCall(format!("cannot write {name}: {error}"))
    }
}

/// An output that tells "nobody reads any more" from other failures.
pub(crate) struct Output<'a> {
    args: &'a OutputArgs,
    to: Option<BufWriter<Box<dyn Write + Send>>>,
}

impl Output<'_> {
    pub(crate) fn text(&mut self, text: impl fmt::Display) -> Result<(), Stop> {
        self.write(|to| write!(to, "{text}"))
    }

    pub(crate) fn line(&mut self, line: impl fmt::Display) -> Result<(), Stop> {
        self.write(|to| writeln!(to, "{line}"))
    }

    pub(crate) fn bytes(&mut self, bytes: &[u8]) -> Result<(), Stop> {
        self.write(|to| to.write_all(bytes))
    }

    /// A value as one line of JSON.
    pub(crate) fn json(&mut self, value: &impl serde::Serialize) -> Result<(), Stop> {
        self.line(json(value)?)
    }

    /// Writes what is still held back.
    pub(crate) fn finish(mut self) -> Result<(), Stop> {
        match self.to.take() {
            None => Ok(()),
            Some(mut to) => to.flush().map_err(|error| self.args.stop(&error)),
        }
    }

    fn write(&mut self, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), Stop> {
        let args = self.args;
        self.opened().and_then(|to| write(to)).map_err(|error| args.stop(&error))
    }

    fn opened(&mut self) -> io::Result<&mut BufWriter<Box<dyn Write + Send>>> {
        match &mut self.to {
            Some(to) => Ok(to),
            empty => {
                let opened: Box<dyn Write + Send> = match &self.args.output {
                    None => standard_output(self.args.paint()),
                    Some(path) => Box::new(File::create(path)?),
                };
                Ok(empty.insert(BufWriter::new(opened)))
            }
        }
    }
}

/// A value as JSON on one line, without a line break.
pub(crate) fn json(value: &impl serde::Serialize) -> Result<String, Stop> {
    let line = serde_json::to_string(value).map_err(|error| Stop::WrongCall(error.to_string()))?;
    Ok(harmless_json(&line).into_owned())
}

fn standard_output(paint: Paint) -> Box<dyn Write + Send> {
    let output = io::stdout();
    if !output.is_terminal() {
        return Box::new(output);
    }
    let to: Box<dyn Write + Send> =
        if paint.is_on() { Box::new(paint.stream(output)) } else { Box::new(output) };
    Box::new(Screen { to })
}

/// Standard output on a terminal, where no progress may stand between the lines.
struct Screen {
    to: Box<dyn Write + Send>,
}

impl Write for Screen {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        progress::end();
        self.to.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.to.flush()
    }
}

/// For libraries that write by themselves; [`OutputArgs::stop`] tells what their failures mean.
impl Write for Output<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.opened()?.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.to.as_mut().map_or(Ok(()), Write::flush)
    }
}
