//! Near-copies: texts that are the same but for a few characters. They are read once, and all who sent them are counted.
//!
//! The pieces of a text (three characters, two in scripts without spaces) are compared by the coefficient of Jaccard:
//! shared pieces divided by all pieces. Candidates come from MinHash signatures (Broder, "On the resemblance and
//! containment of documents", 1997) in their one-permutation form (Li, Owen and Zhang, NIPS 2012) with empty bins filled
//! as in Shrivastava, "Optimal densification for fast and accurate minwise hashing", ICML 2017: 128 bins of one byte, in
//! 25 bands of five (Indyk and Motwani's locality-sensitive hashing). Two texts that share 7 of 10 pieces meet in a band
//! with a chance of .990, with 8 of 10 of .99995. **Every candidate is then compared exactly**, so that nothing is called
//! a copy by chance. Copies of copies belong together (single linkage).
//!
//! Memory: 128 bytes a text beside the texts.

mod exact;
mod signature;
mod union;

use kapok_text::fold;

use crate::mix::{hash_text, mix};
use exact::Comparison;
use signature::{BANDS, Signature};
use union::Union;

/// Texts that share at least this part of their pieces are copies, if nothing else is asked for.
pub const COPY: f64 = 0.7;

/// In a crowded bucket a text is compared with this many before it.
const LOOK_BACK: usize = 64;

/// Which texts are copies of which.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Copies {
    /// For each text the first of its set, in the order given; itself if it is the first or alone.
    first: Vec<u32>,
}

impl Copies {
    /// Finds the sets of near-copies among texts; `threshold` is the shared part of pieces, above 0 and up to 1.
    ///
    /// The sets do not depend on the order of the texts. Texts without letters and digits are copies only of the same
    /// text.
    ///
    /// # Panics
    /// For more than 4,294,967,295 texts.
    #[must_use]
    pub fn find<T: AsRef<str>>(texts: &[T], threshold: f64) -> Self {
        assert!(
            u32::try_from(texts.len()).is_ok(),
            "too many texts for 32-bit positions"
        );
        let equal = Equal::among(texts);
        let mut union = Union::new(texts.len());
        for (&at, &first) in equal.order.iter().zip(&equal.first) {
            union.join(at, first);
        }
        near(texts, &equal, threshold, &mut union);
        Self {
            first: union.firsts(),
        }
    }

    /// The first text of the set that a text belongs to.
    #[must_use]
    pub fn first(&self, text: usize) -> usize {
        self.first[text] as usize
    }

    /// The sets as lists of positions, each ascending, ordered by their first.
    #[must_use]
    pub fn sets(&self) -> Vec<Vec<usize>> {
        let mut place = vec![usize::MAX; self.first.len()];
        let mut sets: Vec<Vec<usize>> = Vec::new();
        for (at, &first) in self.first.iter().enumerate() {
            let place = &mut place[first as usize];
            if *place == usize::MAX {
                *place = sets.len();
                sets.push(Vec::new());
            }
            sets[*place].push(at);
        }
        sets
    }
}

/// Texts that are equal after folding, by a hash of 128 bits.
struct Equal {
    /// All positions, equal ones side by side.
    order: Vec<u32>,
    /// For each entry of `order` the first position with the same text.
    first: Vec<u32>,
    /// One position for each different text that has pieces, in an order that follows from the texts alone.
    different: Vec<u32>,
}

impl Equal {
    fn among<T: AsRef<str>>(texts: &[T]) -> Self {
        let mut hashed: Vec<(u64, u64, u32)> = (0..)
            .zip(texts)
            .map(|(at, text)| {
                let folded = fold(text.as_ref());
                (hash_text(&folded, 1), hash_text(&folded, 2), at)
            })
            .collect();
        hashed.sort_unstable();
        let (mut first, mut different) = (Vec::with_capacity(hashed.len()), Vec::new());
        let mut before = None;
        for &(a, b, at) in &hashed {
            if before != Some((a, b)) {
                before = Some((a, b));
                different.push(at);
            }
            // A first one was pushed just above.
            first.push(different.last().copied().unwrap_or(at));
        }
        Self {
            order: hashed.into_iter().map(|(_, _, at)| at).collect(),
            first,
            different,
        }
    }
}

/// Joins what is near. Works on the different texts only.
fn near<T: AsRef<str>>(texts: &[T], equal: &Equal, threshold: f64, union: &mut Union) {
    let mut signatures = Vec::with_capacity(equal.different.len());
    let mut places = Vec::with_capacity(equal.different.len());
    for &at in &equal.different {
        if let Some(signature) = Signature::of(&fold(texts[at as usize].as_ref())) {
            signatures.push(signature);
            places.push(at);
        }
    }
    let mut comparison = Comparison::default();
    let mut keyed: Vec<u64> = Vec::with_capacity(signatures.len());
    for band in 0..BANDS {
        keyed.clear();
        keyed.extend(
            (0_u64..)
                .zip(&signatures)
                .map(|(at, s)| mix(s.band(band)) >> 32 << 32 | at),
        );
        keyed.sort_unstable();
        for bucket in keyed
            .chunk_by(|a, b| a >> 32 == b >> 32)
            .filter(|bucket| bucket.len() > 1)
        {
            for (this, &key) in bucket.iter().enumerate() {
                let this_at = (key & u64::from(u32::MAX)) as usize;
                for &other in bucket[..this].iter().rev().take(LOOK_BACK) {
                    let other_at = (other & u64::from(u32::MAX)) as usize;
                    let (a, b) = (places[this_at], places[other_at]);
                    if union.root(a) != union.root(b)
                        && signatures[this_at].may_reach(&signatures[other_at], threshold)
                        && comparison.jaccard(texts[a as usize].as_ref(), texts[b as usize].as_ref())
                            >= threshold
                    {
                        union.join(a, b);
                    }
                }
            }
        }
    }
}
