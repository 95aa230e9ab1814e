//! Records with their numbers, as the tables name them.

use painmap::PainMap;
use painmap::exchange::table::Origin;

use super::Args;
use crate::status::{Stop, Verdict};

/// Hands over what `make` makes of every good record and of where it came from; it is made on all cores.
/// Records are numbered in the order of the input; a bad one has a number too, so that mending it changes no
/// other.
pub(super) fn each<T: Send + 'static>(
    args: &Args,
    make: impl Fn(Origin<'_>, &PainMap) -> T + Send + Sync + 'static,
    mut visit: impl FnMut(T) -> Result<(), Stop>,
) -> Result<Verdict, Stop> {
    let first = args.first;
    let made = move |origin: &crate::input::Origin, map: PainMap| {
        let record = first.saturating_add(origin.index).to_string();
        let file = (!origin.is_standard_input).then_some(origin.file.as_str());
        make(Origin { record: &record, file, line: origin.line }, &map)
    };
    args.input.each_good_made(made, |_, made| visit(made))
}
