//! Records with their numbers, as the tables name them.

use painmap::PainMap;
use painmap::exchange::table::Origin;

use super::Args;
use crate::status::{Stop, Verdict, say};

/// Hands every good record over with where it came from. Records are numbered in the order of the input;
/// a bad one has a number too, so that mending it changes no other.
pub(super) fn each(
    args: &Args,
    mut visit: impl FnMut(Origin<'_>, &PainMap) -> Result<(), Stop>,
) -> Result<Verdict, Stop> {
    let (mut verdict, mut next) = (Verdict::Good, args.first);
    for source in args.input.sources()? {
        source.each(|origin, read| {
            let number = next;
            next = next.saturating_add(1);
            match read {
                Ok(map) => {
                    let record = number.to_string();
                    let file = (!origin.is_standard_input).then_some(origin.file.as_str());
                    visit(Origin { record: &record, file, line: origin.line }, &map)
                }
                Err(fault) => {
                    verdict = Verdict::Bad;
                    say(format_args!("{origin}: {fault}"));
                    Ok(())
                }
            }
        })?;
    }
    Ok(verdict)
}
