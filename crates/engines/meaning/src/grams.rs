//! Texts as weighted pieces of characters: what is compared when no model is there, and beside the model.
//!
//! A word gives its pieces of two to four characters, with a space before and after it (the "character n-grams within
//! word borders" of scikit-learn); a run of a script without spaces gives its pieces of one to three characters, where a
//! piece of two is mostly a word already. Weight: (1 + ln occurrences) * (1 + ln((1 + N) / (1 + df))), where N texts were
//! learned from and df of them have the piece; each text then has length 1 (Salton and Buckley, "Term-weighting
//! approaches in automatic text retrieval", 1988).

use kapok_text::{fold, runs};

use crate::mix::{HashedMap, mix};

/// Most pieces a vocabulary keeps: those that most texts have.
const MOST: usize = 50_000;
/// From so many texts on, a piece must occur in two of them to be kept.
const MANY: usize = 50;

/// The pieces of a collection of texts, with their weights.
#[derive(Clone, Debug)]
pub struct Vocabulary {
    index: HashedMap<u32>,
    rarity: Vec<f32>,
}

/// Rows of (column, weight), the columns ascending.
#[derive(Clone, Debug, Default)]
pub struct Rows {
    starts: Vec<usize>,
    entries: Vec<(u32, f32)>,
}

impl Rows {
    /// The number of rows.
    #[must_use]
    pub fn len(&self) -> usize {
        self.starts.len()
    }

    /// Whether there is no row.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.starts.is_empty()
    }

    /// The entries of a row.
    #[must_use]
    pub fn row(&self, at: usize) -> &[(u32, f32)] {
        let end = self.starts.get(at + 1).copied().unwrap_or(self.entries.len());
        &self.entries[self.starts[at]..end]
    }

    /// Adds a row.
    pub fn push(&mut self, row: &[(u32, f32)]) {
        self.starts.push(self.entries.len());
        self.entries.extend_from_slice(row);
    }
}

impl Vocabulary {
    /// Learns the pieces of some texts. The order of the texts does not matter.
    #[must_use]
    pub fn learn<T: AsRef<str>>(texts: &[T]) -> Self {
        let mut holders: HashedMap<u32> = HashedMap::default();
        let mut pieces = Vec::new();
        for text in texts {
            pieces.clear();
            each_gram(&fold(text.as_ref()), |piece| pieces.push(piece));
            pieces.sort_unstable();
            pieces.dedup();
            for &piece in &pieces {
                *holders.entry(piece).or_default() += 1;
            }
        }
        let least = if texts.len() < MANY { 1 } else { 2 };
        let mut kept: Vec<(u32, u64)> = holders
            .into_iter()
            .filter(|&(_, df)| df >= least)
            .map(|(piece, df)| (df, piece))
            .collect();
        kept.sort_unstable_by_key(|&(df, piece)| (std::cmp::Reverse(df), piece));
        kept.truncate(MOST);
        let rarity = kept
            .iter()
            .map(|&(df, _)| (1.0 + ((1 + texts.len()) as f64 / f64::from(1 + df)).ln()) as f32)
            .collect();
        let index = (0..).zip(kept).map(|(at, (_, piece))| (piece, at)).collect();
        Self { index, rarity }
    }

    /// How many pieces are known.
    #[must_use]
    pub fn len(&self) -> usize {
        self.rarity.len()
    }

    /// Whether no piece is known.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rarity.is_empty()
    }

    /// The weights of the known pieces of a text, of length 1 together; empty if none is known.
    #[must_use]
    pub fn row(&self, text: &str) -> Vec<(u32, f32)> {
        let mut found = Vec::new();
        each_gram(&fold(text), |piece| found.extend(self.index.get(&piece).copied()));
        found.sort_unstable();
        let mut row: Vec<(u32, f32)> = found
            .chunk_by(|a, b| a == b)
            .map(|same| {
                let often = 1.0 + (same.len() as f64).ln();
                (same[0], often as f32 * self.rarity[same[0] as usize])
            })
            .collect();
        let length = row.iter().map(|&(_, w)| w * w).sum::<f32>().sqrt();
        for (_, weight) in &mut row {
            *weight /= length; // a row with an entry has a length above 0
        }
        row
    }

    /// The rows of several texts.
    #[must_use]
    pub fn rows<T: AsRef<str>>(&self, texts: &[T]) -> Rows {
        let mut rows = Rows::default();
        for text in texts {
            rows.push(&self.row(text.as_ref()));
        }
        rows
    }
}

/// Hands the hash of every piece of a folded text to `take`, as often as it occurs.
fn each_gram(folded: &str, mut take: impl FnMut(u64)) {
    let mut chars: Vec<u64> = Vec::new();
    for run in runs(folded) {
        chars.clear();
        let (shortest, longest) = if run.dense { (1, 3) } else { (2, 4) };
        if !run.dense {
            chars.push(u64::from(b' '));
        }
        chars.extend(run.text.chars().map(|c| u64::from(u32::from(c))));
        if !run.dense {
            chars.push(u64::from(b' '));
        }
        for size in shortest..=longest {
            for piece in chars.windows(size) {
                take(piece.iter().fold(size as u64, |hash, &c| mix(hash << 21 ^ c)));
            }
        }
    }
}
