//! What the places of a figure are more than those of the neutral one.
//!
//! The neutral figure is the mean of the other two, so what the masculine one is more is nearly what the
//! feminine one is less: only the rest is packed.

use super::frame::Figure;
use super::unpack::number;
use std::slice::Iter;

/// Reads the differences of a figure, number by number; all are 0 for the neutral one.
pub(super) struct More {
    feminine: Iter<'static, u8>,
    sign: i32,
    rest: Iter<'static, u8>,
}

impl More {
    /// Those of a figure, from the packs of the feminine and the masculine one.
    pub(super) fn of(figure: Figure, [feminine, masculine]: [&'static [u8]; 2]) -> Self {
        let (feminine, sign, rest): (&[u8], i32, &[u8]) = match figure {
            Figure::Neutral => (&[], 0, &[]),
            Figure::Feminine => (feminine, 1, &[]),
            Figure::Masculine => (feminine, -1, masculine),
        };
        Self { feminine: feminine.iter(), sign, rest: rest.iter() }
    }

    pub(super) fn next(&mut self) -> i32 {
        number(&mut self.feminine).wrapping_mul(self.sign).wrapping_add(number(&mut self.rest))
    }
}
