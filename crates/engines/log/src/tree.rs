//! The Merkle tree over the log: hashing as in RFC 6962, section 2.1 (the same as RFC 9162, section 2.1).
//!
//! The tree is never held whole. A [`Frontier`] is all that appending needs: the roots of the complete subtrees of which a
//! tree of this size consists, at most one per bit of the size. Proofs are lists of [`Span`]s of leaves; whoever holds the
//! hashes answers for each, from tiles (see [`crate::tiles`]) or from a list in memory.

use sha2::{Digest, Sha256};

/// A SHA-256 hash.
pub type Hash = [u8; 32];

/// Hash of an entry: SHA-256(0x00 || entry).
#[must_use]
pub fn leaf(entry: &[u8]) -> Hash {
    Sha256::new()
        .chain_update([0])
        .chain_update(entry)
        .finalize()
        .into()
}

/// Hash of an inner node: SHA-256(0x01 || left || right).
#[must_use]
pub fn node(left: &Hash, right: &Hash) -> Hash {
    Sha256::new()
        .chain_update([1])
        .chain_update(left)
        .chain_update(right)
        .finalize()
        .into()
}

/// The right edge of a tree: enough to append and to know the root.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Frontier {
    size: u64,
    /// Roots of the complete subtrees, largest (leftmost) first; one for each set bit of `size`.
    roots: Vec<Hash>,
}

/// The root of a complete subtree of 256^level leaves, as it stands in the tile above its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TileRoot {
    /// Level of the tiles in which the root stands, from 1.
    pub level: u8,
    /// Its number among the hashes of that level, from 0.
    pub number: u64,
    /// The root.
    pub hash: Hash,
}

impl Frontier {
    /// What [`Frontier::bytes`] gave, for a tree of this size; none when the length does not fit the size.
    #[must_use]
    pub fn from_bytes(size: u64, bytes: &[u8]) -> Option<Self> {
        let (roots, rest) = bytes.as_chunks::<32>();
        let fits = rest.is_empty() && roots.len() == size.count_ones() as usize;
        fits.then(|| Self {
            size,
            roots: roots.to_vec(),
        })
    }

    /// The roots of its complete subtrees, one after another.
    #[must_use]
    pub fn bytes(&self) -> Vec<u8> {
        self.roots.concat()
    }

    /// How many leaves the tree has.
    #[must_use]
    pub fn size(&self) -> u64 {
        self.size
    }

    /// Appends a leaf; tells each complete subtree of 256, 256², … leaves which that completes.
    pub fn push(&mut self, leaf: Hash, mut completed: impl FnMut(TileRoot)) {
        let mut hash = leaf;
        let mut height = 0u8;
        // As in a binary counter: each carry joins two subtrees of the same size.
        while self.size >> height & 1 == 1 {
            // The bit is set, so its root is there.
            let Some(left) = self.roots.pop() else { break };
            hash = node(&left, &hash);
            height += 1;
            if height.is_multiple_of(8) {
                completed(TileRoot {
                    level: height / 8,
                    number: self.size >> height,
                    hash,
                });
            }
        }
        self.roots.push(hash);
        self.size += 1;
    }

    /// The root of the tree; SHA-256 of nothing when it is empty.
    #[must_use]
    pub fn root(&self) -> Hash {
        let mut roots = self.roots.iter().rev();
        match roots.next() {
            None => Sha256::digest([]).into(),
            Some(last) => roots.fold(*last, |right, left| node(left, &right)),
        }
    }
}

/// Leaves from `from` up to, not including, `to`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// First leaf.
    pub from: u64,
    /// Leaf after the last.
    pub to: u64,
}

/// A complete subtree: leaves from `number` · 2^`height` on, 2^`height` of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Subtree {
    /// Height above the leaves.
    pub height: u8,
    /// Number among the subtrees of this height.
    pub number: u64,
}

impl Span {
    /// The complete subtrees that make up the leaves, from left to right. `from` must be a multiple of the largest power of
    /// two that the span holds, as in every span of a proof.
    #[must_use]
    pub fn subtrees(self) -> Vec<Subtree> {
        let mut out = Vec::new();
        let mut at = self.from;
        while at < self.to {
            let height = (self.to - at).ilog2() as u8;
            out.push(Subtree {
                height,
                number: at >> height,
            });
            at += 1 << height;
        }
        out
    }
}

/// The hash of a span from the hashes of its [`Span::subtrees`], in their order.
#[must_use]
pub fn join(hashes: &[Hash]) -> Option<Hash> {
    let (last, rest) = hashes.split_last()?;
    Some(rest.iter().rev().fold(*last, |right, left| node(left, &right)))
}

/// The largest power of two below `n`, for `n` of at least 2.
fn split(n: u64) -> u64 {
    1 << (n - 1).ilog2()
}

/// The spans whose hashes prove that leaf `index` is in a tree of `size`, from the leaf up (RFC 6962, section 2.1.1).
/// Empty when the leaf is not in the tree.
#[must_use]
pub fn inclusion(index: u64, size: u64) -> Vec<Span> {
    let mut out = Vec::new();
    if index >= size {
        return out;
    }
    let (mut from, mut to) = (0, size);
    while to - from > 1 {
        let middle = from + split(to - from);
        if index < middle {
            out.push(Span { from: middle, to });
            to = middle;
        } else {
            out.push(Span { from, to: middle });
            from = middle;
        }
    }
    out.reverse();
    out
}

/// The spans whose hashes prove that a tree of `size` begins with one of size `old` (RFC 6962, section 2.1.2). Empty when
/// there is nothing to prove: `old` is 0 or `size`, or larger.
#[must_use]
pub fn consistency(old: u64, size: u64) -> Vec<Span> {
    let mut out = Vec::new();
    if old == 0 || old >= size {
        return out;
    }
    let (mut from, mut to) = (0, size);
    let mut whole = true;
    while to != old {
        let middle = from + split(to - from);
        if old <= middle {
            out.push(Span { from: middle, to });
            to = middle;
        } else {
            out.push(Span { from, to: middle });
            from = middle;
            whole = false;
        }
    }
    if !whole {
        out.push(Span { from, to });
    }
    out.reverse();
    out
}

/// Whether a path leads from a leaf to the root (RFC 9162, section 2.1.3.2).
#[must_use]
pub fn included(leaf: &Hash, index: u64, size: u64, path: &[Hash], root: &Hash) -> bool {
    if index >= size {
        return false;
    }
    let (mut number, mut last, mut hash) = (index, size - 1, *leaf);
    for step in path {
        if last == 0 {
            return false;
        }
        if number & 1 == 1 || number == last {
            hash = node(step, &hash);
            while number & 1 == 0 && number != 0 {
                number >>= 1;
                last >>= 1;
            }
        } else {
            hash = node(&hash, step);
        }
        number >>= 1;
        last >>= 1;
    }
    last == 0 && hash == *root
}

/// Whether a path proves that the tree of `size` only appended to the one of size `old` (RFC 9162, section 2.1.4.2).
#[must_use]
pub fn consistent(old: u64, old_root: &Hash, size: u64, root: &Hash, path: &[Hash]) -> bool {
    if old == size {
        return path.is_empty() && old_root == root;
    }
    if old == 0 {
        return path.is_empty() && *old_root == Frontier::default().root();
    }
    if old > size {
        return false;
    }
    let mut steps = path.iter();
    // An old tree that is a complete subtree is its own first step.
    let first = if old.is_power_of_two() {
        Some(old_root)
    } else {
        steps.next()
    };
    let Some(first) = first else { return false };
    let (mut number, mut last) = (old - 1, size - 1);
    while number & 1 == 1 {
        number >>= 1;
        last >>= 1;
    }
    let (mut before, mut now) = (*first, *first);
    for step in steps {
        if last == 0 {
            return false;
        }
        if number & 1 == 1 || number == last {
            before = node(step, &before);
            now = node(step, &now);
            while number & 1 == 0 && number != 0 {
                number >>= 1;
                last >>= 1;
            }
        } else {
            now = node(&now, step);
        }
        number >>= 1;
        last >>= 1;
    }
    last == 0 && before == *old_root && now == *root
}
