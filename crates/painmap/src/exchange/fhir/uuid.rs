//! UUIDs of version 5 (RFC 9562): SHA-1 (FIPS 180-4) of a namespace and a name.
//!
//! The hash is by hand, in a loop, since the browser carries it: the crate's is several times as large, for speed
//! that nobody needs here. It names resources and protects nothing.

use uuid::{Builder, Uuid};

/// The bytes of a block.
const BLOCK: usize = 64;
/// What is hashed before the first block.
const BEGINNING: [u32; 5] = [0x6745_2301, 0xefcd_ab89, 0x98ba_dcfe, 0x1032_5476, 0xc3d2_e1f0];

/// The UUID of a name in a namespace.
pub(super) fn of_name(namespace: &Uuid, name: &str) -> Uuid {
    let mut bytes = [0; 16];
    let hash = sha1([namespace.as_bytes(), name.as_bytes()].concat());
    for (four, word) in bytes.chunks_mut(4).zip(hash) {
        four.copy_from_slice(&word.to_be_bytes());
    }
    Builder::from_sha1_bytes(bytes).into_uuid()
}

/// The UUID as it is written.
pub(super) fn text(uuid: Uuid) -> String {
    uuid.hyphenated().encode_lower(&mut Uuid::encode_buffer()).to_owned()
}

/// The hash as five numbers.
fn sha1(mut message: Vec<u8>) -> [u32; 5] {
    let bits = message.len() as u64 * 8;
    message.push(0x80);
    while message.len() % BLOCK != BLOCK - 8 {
        message.push(0);
    }
    message.extend(bits.to_be_bytes());

    let mut hash = BEGINNING;
    for block in message.chunks(BLOCK) {
        let mut words = Vec::with_capacity(80);
        for four in block.chunks(4) {
            words.push(four.iter().fold(0, |word, &byte| word << 8 | u32::from(byte)));
        }
        for at in 16..80 {
            let mixed: u32 = words[at - 3] ^ words[at - 8] ^ words[at - 14] ^ words[at - 16];
            words.push(mixed.rotate_left(1));
        }
        let [mut a, mut b, mut c, mut d, mut e] = hash;
        for (at, word) in words.into_iter().enumerate() {
            let (mixed, constant) = match at / 20 {
                0 => (d ^ (b & (c ^ d)), 0x5a82_7999),
                1 => (b ^ c ^ d, 0x6ed9_eba1),
                2 => ((b & c) | (d & (b | c)), 0x8f1b_bcdc),
                _ => (b ^ c ^ d, 0xca62_c1d6),
            };
            let sum = [mixed, constant, word, e].into_iter().fold(a.rotate_left(5), u32::wrapping_add);
            (a, b, c, d, e) = (sum, a, b.rotate_left(30), c, d);
        }
        for (sum, part) in hash.iter_mut().zip([a, b, c, d, e]) {
            *sum = sum.wrapping_add(part);
        }
    }
    hash
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_is_that_of_the_standard() {
        let abc = [0xa999_3e36, 0x4706_816a, 0xba3e_2571, 0x7850_c26c, 0x9cd0_d89d];
        assert_eq!(sha1(b"abc".to_vec()), abc);
        let two_blocks = b"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq";
        let expected = [0x8498_3e44, 0x1c3b_d26e, 0xbaae_4aa1, 0xf951_29e5, 0xe546_70f1];
        assert_eq!(sha1(two_blocks.to_vec()), expected);
    }

    #[test]
    fn names_of_every_length_have_the_uuids_of_the_crate() {
        for length in 0..200 {
            let name = "é".repeat(length / 2) + &"x".repeat(length % 2);
            let ours = of_name(&Uuid::NAMESPACE_URL, &name);
            assert_eq!(ours, Uuid::new_v5(&Uuid::NAMESPACE_URL, name.as_bytes()));
            assert_eq!(text(ours), ours.hyphenated().to_string());
        }
    }
}
