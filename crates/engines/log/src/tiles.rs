//! The tree cut into tiles of 256 hashes, as the C2SP specification tlog-tiles serves them.
//!
//! Level 0 holds the hashes of the entries; each hash of a level above is the root of a full tile of the level below. A
//! server therefore keeps the leaf hashes and one root per full tile ([`crate::tree::TileRoot`]); every other node of the
//! tree is computed from at most 128 neighbours in one tile.

use std::fmt;

use crate::tree::{Hash, Subtree, node};

/// Hashes in a full tile.
pub const WIDTH: u64 = 256;

/// What a client asks for below `tile/`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TilePath {
    /// Level of the hashes; none for entries.
    pub level: Option<u8>,
    /// Number of the tile.
    pub number: u64,
    /// Hashes or entries in it, 1 to 256.
    pub width: u64,
}

impl TilePath {
    /// Reads `L/N`, `L/N.p/W`, `entries/N` or `entries/N.p/W` with N in groups of three digits: `x001/x234/067`. Accepts
    /// the one spelling that the specification gives each tile and no other.
    #[must_use]
    pub fn parse(path: &str) -> Option<Self> {
        let (level, rest) = path.split_once('/')?;
        let level = match level {
            "entries" => None,
            digits => Some(digits.parse().ok().filter(|level| *level < 64)?),
        };
        let (number, width) = match rest.split_once(".p/") {
            Some((number, width)) => (number, width.parse().ok().filter(|w| (1..WIDTH).contains(w))?),
            None => (rest, WIDTH),
        };
        let mut groups = Vec::new();
        for group in number.split('/') {
            groups.push(group.strip_prefix('x').unwrap_or(group));
        }
        let digits = groups.concat();
        let number = digits
            .bytes()
            .all(|b| b.is_ascii_digit())
            .then(|| digits.parse().ok())??;
        let tile = Self { level, number, width };
        (tile.to_string() == path).then_some(tile)
    }

    /// Numbers of the hashes of this level (or of the entries) that it holds: from, and the one after the last.
    #[must_use]
    pub fn range(&self) -> (u64, u64) {
        let from = self.number.saturating_mul(WIDTH);
        (from, from.saturating_add(self.width))
    }

    /// Whether a tree of this size has all of them.
    #[must_use]
    pub fn is_in(&self, size: u64) -> bool {
        let shift = 8 * u32::from(self.level.unwrap_or(0));
        self.range().1 <= size.checked_shr(shift).unwrap_or(0)
    }
}

impl fmt::Display for TilePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.level {
            Some(level) => write!(f, "{level}/")?,
            None => write!(f, "entries/")?,
        }
        let digits = format!("{:03}", self.number);
        let digits = format!("{digits:0>width$}", width = digits.len().div_ceil(3) * 3);
        for (i, group) in digits.as_bytes().chunks(3).enumerate() {
            if i > 0 {
                f.write_str("/")?;
            }
            if (i + 1) * 3 < digits.len() {
                f.write_str("x")?;
            }
            f.write_str(std::str::from_utf8(group).unwrap_or_default())?; // ASCII digits
        }
        if self.width < WIDTH {
            write!(f, ".p/{}", self.width)?;
        }
        Ok(())
    }
}

/// Where the hash of a subtree comes from: `count` hashes of a tile level, from number `from` on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Source {
    /// Level of the tiles.
    pub level: u8,
    /// Number of the first hash among those of the level.
    pub from: u64,
    /// How many, a power of two up to 128.
    pub count: u64,
}

impl Subtree {
    /// The hashes of tiles from which its hash is computed by [`fold`].
    #[must_use]
    pub fn source(self) -> Source {
        let within = self.height % 8;
        Source {
            level: self.height / 8,
            from: self.number << within,
            count: 1 << within,
        }
    }
}

/// The root over a power of two of hashes; none when their number is not one.
#[must_use]
pub fn fold(hashes: &[Hash]) -> Option<Hash> {
    if !hashes.len().is_power_of_two() {
        return None;
    }
    let mut level = hashes.to_vec();
    while level.len() > 1 {
        level = level.as_chunks::<2>().0.iter().map(|[l, r]| node(l, r)).collect();
    }
    level.pop()
}

/// Entries as a bundle: each after its length in two bytes, big-endian. None when an entry is too long for that.
#[must_use]
pub fn bundle<'a>(entries: impl IntoIterator<Item = &'a str>) -> Option<Vec<u8>> {
    let mut out = Vec::new();
    for entry in entries {
        out.extend(u16::try_from(entry.len()).ok()?.to_be_bytes());
        out.extend(entry.as_bytes());
    }
    Some(out)
}
