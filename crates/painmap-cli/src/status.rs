//! How a run ends: the exit status, and what is said on standard error.

use std::fmt;
use std::io::Write;
use std::process::ExitCode;

use painmap::describe::harmless;

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
    // Where standard error is closed there is nobody left to tell.
    let _ = writeln!(std::io::stderr(), "painmap: {}", harmless(&what.to_string()));
}
