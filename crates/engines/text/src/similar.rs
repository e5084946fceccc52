//! Texts that look like a text: "matters like yours", before a person sends.
//!
//! A text is reduced to its shingles, the overlapping pieces of three characters of its folded
//! words (two characters in scripts without spaces, where two already make a word). Spelling
//! mistakes and endings change few of them. All counting is in whole numbers with one division at
//! the end, so that every machine finds the same order.

use std::collections::HashMap;

use unicode_normalization::char::is_combining_mark;

use crate::fold::fold;
use crate::script::is_dense;

/// The set of pieces of a text. Each is held exactly, not as a hash: three characters of 21 bits.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shingles(Vec<u64>); // sorted, each once

impl Shingles {
    /// The pieces of a text. A text without letters or digits has none.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let mut pieces = Vec::new();
        each_piece(&fold(text), |piece| pieces.push(piece));
        pieces.sort_unstable();
        pieces.dedup();
        Self(pieces)
    }

    /// How many different pieces there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether the text had no words.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Pieces that both texts have.
    fn common<'a>(&'a self, other: &'a Self) -> impl Iterator<Item = u64> + 'a {
        let mut theirs = other.0.iter().copied().peekable();
        self.0.iter().copied().filter(move |&piece| {
            while theirs.next_if(|&t| t < piece).is_some() {}
            theirs.peek() == Some(&piece)
        })
    }
}

/// Hands every piece of a *folded* text to `take`, in the order of the text and as often as it occurs: three
/// characters of a word with a space before and after it, or two of a run without spaces (a run of one gives that
/// one). A piece is its characters at 21 bits each, so that equal numbers are equal pieces.
pub fn each_piece(folded: &str, mut take: impl FnMut(u64)) {
    // One pass over what `runs` would cut: which run is open, and its last two characters.
    let mut open: Option<Piecing> = None;
    for c in folded.chars() {
        let dense = (c.is_alphanumeric() || is_mark(c)).then(|| is_dense(c));
        let goes_on = |run: &Piecing| dense.is_some_and(|dense| dense == run.dense || is_mark(c));
        match (&mut open, dense) {
            (Some(run), Some(_)) if goes_on(run) => run.go_on(c, &mut take),
            _ => {
                if let Some(run) = open.take() {
                    run.end(&mut take);
                }
                open = dense.map(|dense| Piecing::begin(c, dense));
            }
        }
    }
    if let Some(run) = open {
        run.end(&mut take);
    }
}

const SPACE: u64 = b' ' as u64;

/// A run while its pieces are taken.
struct Piecing {
    dense: bool,
    before: u64,
    last: u64,
    /// Whether it has one character only.
    one: bool,
}

impl Piecing {
    fn begin(c: char, dense: bool) -> Self {
        Self {
            dense,
            before: SPACE,
            last: u64::from(u32::from(c)),
            one: true,
        }
    }

    fn go_on(&mut self, c: char, take: &mut impl FnMut(u64)) {
        let c = u64::from(u32::from(c));
        if self.dense {
            take(packed(&[self.last, c]));
        } else {
            take(packed(&[self.before, self.last, c]));
        }
        (self.before, self.last, self.one) = (self.last, c, false);
    }

    fn end(self, take: &mut impl FnMut(u64)) {
        if !self.dense {
            take(packed(&[self.before, self.last, SPACE]));
        } else if self.one {
            take(self.last);
        }
    }
}

fn is_mark(c: char) -> bool {
    c > '\u{7F}' && is_combining_mark(c)
}

/// How much two texts have in common: shared pieces divided by all pieces, 0 to 1 (the coefficient
/// of Jaccard, 1901). Two texts without words have nothing in common.
#[must_use]
pub fn similarity(a: &Shingles, b: &Shingles) -> f64 {
    let common = a.common(b).count();
    share(common, a.len() + b.len() - common)
}

/// How much of `part` occurs in `whole`, 0 to 1 (containment after Broder, "On the resemblance and
/// containment of documents", 1997).
#[must_use]
pub fn containment(part: &Shingles, whole: &Shingles) -> f64 {
    share(part.common(whole).count(), part.len())
}

/// The candidates that have something in common with the query, best first, with their position
/// and a score from 0 to 1; equal scores in the order given.
///
/// The score is the ratio of Tversky ("Features of similarity", Psychological Review 84, 1977):
/// what both have, divided by that plus what only the query has plus a quarter of what only the
/// candidate has, because a matter says more than a new voice about it. A piece that half as many
/// candidates have counts one more, so that "the" and "street" do not decide.
#[must_use]
pub fn rank<'a>(query: &Shingles, candidates: impl IntoIterator<Item = &'a Shingles>) -> Vec<(usize, f64)> {
    let candidates: Vec<&Shingles> = candidates.into_iter().collect();
    let mut holders: HashMap<u64, usize> = HashMap::new();
    for piece in candidates.iter().flat_map(|c| &c.0) {
        *holders.entry(*piece).or_default() += 1;
    }
    let weight = |piece: u64| {
        let holding = holders.get(&piece).copied().unwrap_or(1);
        1 + (candidates.len() / holding).max(1).ilog2() as usize
    };
    let total = |shingles: &Shingles| shingles.0.iter().map(|&piece| weight(piece)).sum::<usize>();
    let asked = total(query);
    let mut ranked: Vec<(usize, f64)> = candidates
        .iter()
        .enumerate()
        .map(|(at, candidate)| {
            let common: usize = query.common(candidate).map(weight).sum();
            (at, share(4 * common, 4 * asked + total(candidate) - common))
        })
        .filter(|&(_, score)| score > 0.0)
        .collect();
    ranked.sort_by(|(at, score), (other, best)| best.total_cmp(score).then(at.cmp(other)));
    ranked
}

/// One number for up to three characters; a character needs 21 bits.
fn packed(window: &[u64]) -> u64 {
    window.iter().fold(0, |number, &c| number << 21 | c)
}

fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 {
        0.0
    } else {
        part as f64 / whole as f64
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::segment::runs;
    use proptest::prelude::*;

    /// The pieces by way of the runs.
    fn by_runs(folded: &str) -> Vec<u64> {
        let mut pieces = Vec::new();
        for run in runs(folded) {
            let mut chars: Vec<u64> = run.text.chars().map(|c| u64::from(u32::from(c))).collect();
            if !run.dense {
                chars.insert(0, SPACE);
                chars.push(SPACE);
            }
            let size = if run.dense { 2.min(chars.len()) } else { 3 };
            pieces.extend(chars.windows(size).map(packed));
        }
        pieces
    }

    proptest! {
        #[test]
        fn one_pass_takes_the_pieces_of_the_runs(text in "([a-c 世界ก้าمبà.]|\\PC|[\u{300}-\u{303}\u{E31}-\u{E3A}])*") {
            let mut pieces = Vec::new();
            each_piece(&text, |piece| pieces.push(piece));
            prop_assert_eq!(pieces, by_runs(&text));
        }
    }
}
