//! Records from files or standard input: one as JSON, or many as NDJSON, never unbounded. They are read in
//! order, worked on on all cores, and handed over in order again.

mod batches;
mod files;
mod folders;
mod lines;
mod source;
mod text;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use painmap::PainMap;
use painmap::record::limits::MAX_BYTES;

use crate::progress::Progress;
use crate::status::{Stop, Verdict, say_fault};
use crate::workers::in_order;
use batches::{Batch, Batches, Item};
use files::Files;
pub(crate) use folders::expanded;
pub(crate) use lines::Lines;
pub(crate) use text::{Fault, Origin, Piece};

/// The arguments that name the input.
#[derive(Debug, clap::Args)]
pub(crate) struct InputArgs {
    /// Files with a JSON record, or many records, one a line; folders of such files; `-` or none for
    /// standard input.
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
}

/// One step through the input.
pub(crate) enum Step<T> {
    /// What was made of a text, or why it is bad.
    Text(Origin, Result<T, Fault>),
    /// The end of the file of this name.
    End(Arc<str>),
}

impl InputArgs {
    /// These files.
    pub(crate) fn of(files: Vec<PathBuf>) -> Self {
        Self { files }
    }

    /// Hands every good record over; a bad one is told on standard error, and the rest goes on.
    pub(crate) fn each_good(
        &self,
        visit: impl FnMut(Origin, PainMap) -> Result<(), Stop>,
    ) -> Result<Verdict, Stop> {
        self.each_good_made(|_, map| map, visit)
    }

    /// Hands over what `make` makes of every good record; it is made on all cores.
    pub(crate) fn each_good_made<T: Send + 'static>(
        &self,
        make: impl Fn(&Origin, PainMap) -> T + Send + Sync + 'static,
        visit: impl FnMut(Origin, T) -> Result<(), Stop>,
    ) -> Result<Verdict, Stop> {
        self.each_good_of(MAX_BYTES, move |origin, piece| Ok(make(origin, piece.record()?)), visit)
    }

    /// The same for whatever `read` reads, on all cores, from texts of at most `most` bytes.
    pub(crate) fn each_good_of<T: Send + 'static>(
        &self,
        most: usize,
        read: impl Fn(&Origin, Piece<'_>) -> Result<T, Fault> + Send + Sync + 'static,
        mut visit: impl FnMut(Origin, T) -> Result<(), Stop>,
    ) -> Result<Verdict, Stop> {
        let mut verdict = Verdict::Good;
        self.each_text(most, read, |step| match step {
            Step::Text(origin, Ok(good)) => visit(origin, good),
            Step::Text(origin, Err(fault)) => {
                verdict = Verdict::Bad;
                say_fault(&origin, &fault);
                Ok(())
            }
            Step::End(_) => Ok(()),
        })?;
        Ok(verdict)
    }

    /// Hands over what `make` makes of every record, on all cores, bad ones too, and the ends of the files.
    pub(crate) fn each<T: Send + 'static>(
        &self,
        make: impl Fn(&Origin, PainMap) -> Result<T, Fault> + Send + Sync + 'static,
        visit: impl FnMut(Step<T>) -> Result<(), Stop>,
    ) -> Result<(), Stop> {
        self.each_text(MAX_BYTES, move |origin, piece| make(origin, piece.record()?), visit)
    }

    fn each_text<T: Send + 'static>(
        &self,
        most: usize,
        read: impl Fn(&Origin, Piece<'_>) -> Result<T, Fault> + Send + Sync + 'static,
        mut visit: impl FnMut(Step<T>) -> Result<(), Stop>,
    ) -> Result<(), Stop> {
        let files = self.in_order()?;
        let mut progress = Progress::of_input({
            let files = files.clone();
            move || files.bytes()
        });
        let mut batches = Batches::new(files, most);
        let work = move |batch: Batch| {
            let step = |item| match item {
                Item::Text(standing, text) => {
                    let origin = standing.origin(text.line);
                    let read = text.piece(most).and_then(|piece| read(&origin, piece));
                    Step::Text(origin, read)
                }
                Item::End(file) => Step::End(file),
            };
            let steps: Vec<Step<T>> = batch.items.into_iter().map(step).collect();
            (steps, batch.texts, batch.bytes, batch.stop)
        };
        in_order(
            move || batches.next(),
            work,
            |(steps, texts, bytes, stop)| {
                steps.into_iter().try_for_each(&mut visit)?;
                progress.add(texts, bytes as u64);
                stop.map_or(Ok(()), Err)
            },
        )
    }

    /// The files in order, not opened yet.
    fn in_order(&self) -> Result<Files, Stop> {
        if self.files.iter().filter(|file| files::named(file).is_none()).count() > 1 {
            return Err(Stop::WrongCall("standard input can be read only once".to_owned()));
        }
        let standard_input = || vec![Path::new("-").to_owned()];
        Ok(Files::new(if self.files.is_empty() { standard_input() } else { expanded(&self.files)? }))
    }
}
