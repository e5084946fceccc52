//! MinHash signatures of one byte a bin.

use kapok_text::each_piece;

use crate::mix::mix;

const BINS: usize = 128;
/// Bins in a band; five of 8 bits.
const ROWS: usize = 5;
/// Bands in a signature.
pub(super) const BANDS: usize = BINS / ROWS;
/// How far the estimate may lie below the threshold before the exact comparison is spared: five standard deviations of
/// an estimate from 128 bins.
const SLACK: f64 = 0.22;

/// The least hash of each bin, cut to a byte.
pub(super) struct Signature([u8; BINS]);

impl Signature {
    /// The signature of a folded text; nothing for a text without pieces.
    pub(super) fn of(folded: &str) -> Option<Self> {
        let mut least = [u32::MAX; BINS];
        let mut any = false;
        each_piece(folded, |piece| {
            let hash = mix(piece);
            let bin = (hash >> 57) as usize;
            least[bin] = least[bin].min(hash as u32 >> 1); // never the mark of an empty bin
            any = true;
        });
        any.then(|| Self(filled(&least)))
    }

    /// The bins of a band as one number.
    pub(super) fn band(&self, band: usize) -> u64 {
        let bins = &self.0[band * ROWS..][..ROWS];
        bins.iter()
            .fold(band as u64, |key, &bin| key << 8 | u64::from(bin))
    }

    /// Whether the share of equal bins leaves a chance that the texts share `threshold` of their pieces.
    pub(super) fn may_reach(&self, other: &Self, threshold: f64) -> bool {
        let equal: u8 = self.0.iter().zip(&other.0).map(|(a, b)| u8::from(a == b)).sum();
        f64::from(equal) >= (threshold - SLACK) * BINS as f64
    }
}

/// An empty bin borrows from a bin found by hashing its own number, the same for every text.
fn filled(least: &[u32; BINS]) -> [u8; BINS] {
    std::array::from_fn(|bin| {
        let mut source = bin;
        let mut attempt = 0;
        while least[source] == u32::MAX {
            attempt += 1;
            source = (mix((bin as u64) << 32 | attempt) % BINS as u64) as usize;
        }
        least[source] as u8
    })
}
