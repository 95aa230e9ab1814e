//! How a run ends: the exit status, and what is said on standard error.

use std::fmt;
use std::io::Write;
use std::process::ExitCode;

use painmap::describe::harmless;

use crate::colour::Paint;
use crate::input::{Fault, Origin};
use crate::progress;

/// Whether all records were good.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Verdict {
    Good,
    Bad,
}

/// Why a run ended before its time.
#[derive(Debug)]
pub(crate) enum Stop {
    /// The call is wrong: a file that cannot be read, say.
    WrongCall(String),
    /// Nobody reads the output any more, as after `| head`: no fault, and nothing to say.
    ReaderGone,
}

pub(crate) fn exit_code(ended: Result<Verdict, Stop>) -> ExitCode {
    match ended {
        Ok(Verdict::Good) | Err(Stop::ReaderGone) => ExitCode::SUCCESS,
        Ok(Verdict::Bad) => ExitCode::from(1),
        Err(Stop::WrongCall(reason)) => {
            say(reason);
            ExitCode::from(2)
        }
    }
}

/// Says one line on standard error, safe for a terminal.
pub(crate) fn say(what: impl fmt::Display) {
    write_line(harmless(&what.to_string()));
}

/// Says something of a record.
pub(crate) fn say_of(origin: &Origin, what: impl fmt::Display) {
    let place = Paint::of_errors().place(harmless(&origin.to_string()));
    write_line(format_args!("{place}: {}", harmless(&what.to_string())));
}

/// Says why a record is bad: where it stands, the place within it and the reason.
pub(crate) fn say_fault(origin: &Origin, fault: &Fault) {
    if fault.pointer.is_empty() {
        return say_of(origin, &fault.reason);
    }
    let [place, pointer] =
        [&origin.to_string(), &fault.pointer].map(|text| Paint::of_errors().place(harmless(text)));
    write_line(format_args!("{place}: at {pointer}: {}", harmless(&fault.reason)));
}

/// The colours stand around cleaned texts.
fn write_line(line: impl fmt::Display) {
    progress::clear();
    let paint = Paint::of_errors();
    let line = format!("{} {line}\n", paint.bad("painmap:"));
    // Where standard error is closed there is nobody left to tell.
    let _ = paint.stream(std::io::stderr()).write_all(line.as_bytes());
}
