//! What the places of a figure are more than those of the neutral one, as `painmap`'s `more.rs` reads it.
//!
//! The neutral figure is the mean of the other two, so what the masculine one is more is nearly what the
//! feminine one is less: only the rest is packed.

use crate::pack::put;

/// What numbers are more than others.
pub(crate) fn difference(own: &[i32], base: &[i32]) -> Vec<i32> {
    own.iter().zip(base).map(|(own, base)| own - base).collect()
}

/// What is left of the masculine figure's differences when the feminine one's are taken the other way.
pub(crate) fn rest(feminine: &[i32], masculine: &[i32]) -> Vec<i32> {
    feminine.iter().zip(masculine).map(|(feminine, masculine)| masculine + feminine).collect()
}

/// Numbers as bytes.
pub(crate) fn packed(numbers: &[i32]) -> Vec<u8> {
    let mut bytes = Vec::new();
    for number in numbers {
        put(&mut bytes, *number);
    }
    bytes
}
