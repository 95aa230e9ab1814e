//! Colour, where there is a terminal that wants it: never in files and pipes, and not where `NO_COLOR`,
//! `CLICOLOR=0` or `TERM=dumb` say so.

use std::fmt;
use std::io;
use std::sync::OnceLock;

use anstream::stream::RawStream;
use anstream::{AutoStream, ColorChoice};
use anstyle::{AnsiColor, Style};

/// Paints what is written to one stream, or leaves it plain.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Paint {
    is_on: bool,
}

impl Paint {
    /// For files and pipes.
    pub(crate) const NONE: Self = Self { is_on: false };

    /// For standard output.
    pub(crate) fn of_output() -> Self {
        Self::of(&io::stdout())
    }

    /// For standard error.
    pub(crate) fn of_errors() -> Self {
        // Each bad record of a million asks.
        static KNOWN: OnceLock<Paint> = OnceLock::new();
        *KNOWN.get_or_init(|| Self::of(&io::stderr()))
    }

    fn of<S: RawStream>(stream: &S) -> Self {
        // `CLICOLOR_FORCE` alone makes no terminal of a pipe.
        Self { is_on: stream.is_terminal() && AutoStream::choice(stream) != ColorChoice::Never }
    }

    /// The stream as one that shows the colours, on terminals of any kind.
    pub(crate) fn stream<S: RawStream>(self, stream: S) -> AutoStream<S> {
        AutoStream::new(stream, if self.is_on { ColorChoice::Always } else { ColorChoice::Never })
    }

    /// Whether there are any colours.
    pub(crate) const fn is_on(self) -> bool {
        self.is_on
    }

    /// The name of a line, or of a column.
    pub(crate) fn name<T: fmt::Display>(self, name: T) -> Painted<T> {
        self.painted(Style::new().bold(), name)
    }

    /// A file or a place in it.
    pub(crate) fn place<T: fmt::Display>(self, place: T) -> Painted<T> {
        self.painted(AnsiColor::Cyan.on_default(), place)
    }

    /// What is well.
    pub(crate) fn good<T: fmt::Display>(self, word: T) -> Painted<T> {
        self.painted(AnsiColor::Green.on_default(), word)
    }

    /// What is not.
    pub(crate) fn bad<T: fmt::Display>(self, word: T) -> Painted<T> {
        self.painted(AnsiColor::Red.on_default().bold(), word)
    }

    fn painted<T: fmt::Display>(self, style: Style, what: T) -> Painted<T> {
        Painted { style: self.is_on.then_some(style), what }
    }
}

/// Something in its colour. A width pads it inside.
pub(crate) struct Painted<T> {
    style: Option<Style>,
    what: T,
}

impl<T: fmt::Display> fmt::Display for Painted<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(style) = self.style else { return self.what.fmt(formatter) };
        write!(formatter, "{style}")?;
        self.what.fmt(formatter)?;
        write!(formatter, "{style:#}")
    }
}
