//! Chance that can be played again: a seed in words, and the stream that follows from it.

use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::{Rng as _, SeedableRng as _};
use sha2::{Digest as _, Sha256};

/// A stream of random numbers from a seed in words: ChaCha20 keyed with the SHA-256 of
/// `kapok-sortition-seed/1`, a line feed and the words.
#[derive(Debug, Clone)]
pub struct Lot(ChaCha20Rng);

impl Lot {
    /// The stream of a seed.
    pub fn new(seed: &str) -> Self {
        let digest = Sha256::digest(format!("kapok-sortition-seed/1\n{seed}"));
        Self(ChaCha20Rng::from_seed(digest.into()))
    }

    /// A whole number below `n`, all equally likely. `n` must not be zero.
    pub fn below(&mut self, n: usize) -> usize {
        let n = n.max(1) as u64;
        let limit = u64::MAX - u64::MAX % n;
        loop {
            let value = self.0.next_u64();
            if value < limit {
                return usize::try_from(value % n).unwrap_or(0);
            }
        }
    }

    /// A number from 0 to below 1, in steps of 2^-53.
    pub fn part(&mut self) -> f64 {
        (self.0.next_u64() >> 11) as f64 / (1u64 << 53) as f64
    }

    /// Puts a list into random order (Fisher and Yates).
    pub fn shuffle<T>(&mut self, list: &mut [T]) {
        for last in (1..list.len()).rev() {
            list.swap(last, self.below(last + 1));
        }
    }
}
