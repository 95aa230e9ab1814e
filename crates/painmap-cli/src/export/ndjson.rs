//! The table as NDJSON: one object a row.

use painmap::exchange::table::{json_line, rows};

use super::{Args, numbered};
use crate::status::{Stop, Verdict};

pub(super) fn run(args: &Args) -> Result<Verdict, Stop> {
    let mut output = args.output.open();
    let verdict = numbered::each(args, |origin, map| {
        rows(map, origin).try_for_each(|row| output.line(json_line(&row)))
    })?;
    output.finish()?;
    Ok(verdict)
}
