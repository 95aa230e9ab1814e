//! libFuzzer on the target `using`.

#![no_main]

use libfuzzer_sys::{fuzz_mutator, fuzz_target, fuzzer_mutate};

fuzz_target!(|bytes: &[u8]| painmap_fuzz::using(bytes));

// Half of the time JSON stays JSON; else libFuzzer does what it does.
fuzz_mutator!(|data: &mut [u8], size: usize, most: usize, seed: u32| {
    if seed % 2 == 0 { painmap_fuzz::mutate_in_place(data, size, most, seed) } else { fuzzer_mutate(data, size, most) }
});
