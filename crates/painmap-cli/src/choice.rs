//! Arguments that are words of the record: the help lists them, and a wrong one is refused.

use std::str::FromStr;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use painmap::UnknownWord;

/// Reads one of these words.
pub(crate) fn one_of<T>(all: &'static [T]) -> impl TypedValueParser<Value = T>
where
    T: FromStr<Err = UnknownWord> + Into<&'static str> + Copy + Send + Sync,
{
    PossibleValuesParser::new(all.iter().map(|&word| word.into())).try_map(|word| word.parse::<T>())
}
