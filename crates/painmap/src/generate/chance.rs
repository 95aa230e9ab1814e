//! Chance: whole numbers from a pinned stream of bits.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

/// The chance of one record.
#[derive(Debug)]
pub(super) struct Chance(ChaCha8Rng);

impl Chance {
    /// The key is the seed in little-endian order, then zeros; the stream is the record's number.
    pub(super) fn new(seed: u64, number: u64) -> Self {
        let mut key = [0; 32];
        key[..8].copy_from_slice(&seed.to_le_bytes());
        let mut bits = ChaCha8Rng::from_seed(key);
        bits.set_stream(number);
        Self(bits)
    }

    /// A number from 0 up to and without `end`: the high half of the product with 32 bits. It favours
    /// some by less than `end` in 2³², which does not matter here.
    pub(super) fn below(&mut self, end: u32) -> u32 {
        let product = u64::from(self.0.next_u32()) * u64::from(end);
        (product >> 32) as u32
    }

    /// A number from `least` to `most`, both included.
    pub(super) fn between(&mut self, least: i32, most: i32) -> i32 {
        least + self.below((most - least + 1).unsigned_abs()).cast_signed()
    }

    /// Whether something of this many in 1000 happens.
    pub(super) fn happens(&mut self, of_1000: u32) -> bool {
        self.below(1000) < of_1000
    }

    /// One of a list that is not empty.
    pub(super) fn one_of<T: Copy>(&mut self, all: &[T]) -> T {
        let index = self.below(u32::try_from(all.len()).unwrap_or(u32::MAX));
        all[index as usize]
    }

    /// One of a list, by weights.
    pub(super) fn weighed<T: Copy>(&mut self, all: &[(T, u32)]) -> T {
        let total = all.iter().map(|(_, weight)| weight).sum();
        let mut draw = self.below(total);
        for &(one, weight) in all {
            if draw < weight {
                return one;
            }
            draw -= weight;
        }
        all[0].0
    }

    /// `count` of a list, each at most once, in any order.
    pub(super) fn some_of<T: Copy>(&mut self, all: &[T], count: usize) -> Vec<T> {
        let mut left = all.to_vec();
        let mut taken = Vec::new();
        while taken.len() < count && !left.is_empty() {
            let index = self.below(u32::try_from(left.len()).unwrap_or(u32::MAX));
            taken.push(left.swap_remove(index as usize));
        }
        taken
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_stream_is_pinned() {
        let mut chance = Chance::new(7, 1);
        let drawn: Vec<_> = (0..6).map(|_| chance.below(1000)).collect();
        assert_eq!(drawn, [158, 934, 673, 281, 112, 963]);
    }

    #[test]
    fn numbers_stay_in_range_and_reach_its_ends() {
        let mut chance = Chance::new(1, 1);
        let mut seen = [false; 7];
        for _ in 0..500 {
            seen[usize::try_from(chance.between(-3, 3) + 3).unwrap()] = true;
        }
        assert_eq!(seen, [true; 7]);
    }
}
