//! The table as NDJSON: one object a row.

use painmap::PainMap;
use painmap::exchange::table::{Origin, json_line, rows};

use super::{Args, numbered};
use crate::status::{Stop, Verdict};

pub(super) fn run(args: &Args) -> Result<Verdict, Stop> {
    let mut output = args.output.open();
    let lines = |origin: Origin<'_>, map: &PainMap| -> String {
        rows(map, origin).map(|row| json_line(&row) + "\n").collect()
    };
    let verdict = numbered::each(args, lines, |lines| output.text(lines))?;
    output.finish()?;
    Ok(verdict)
}
