//! How good a sorting is, measured against labels: the figures of `kapok bench text`.

use std::collections::BTreeMap;

use crate::vectors::Vectors;

/// The share of vectors whose label is the one most of their `k` nearest others have (votes weighted by 1 / (1 -
/// cosine)), each judged without its own fold: fold = the position in `folds`.
#[must_use]
pub fn neighbour_accuracy(vectors: &Vectors, labels: &[usize], folds: &[usize], k: usize) -> f64 {
    let right = (0..vectors.len())
        .filter(|&at| {
            let mut near: Vec<(f64, usize)> = (0..vectors.len())
                .filter(|&other| folds[other] != folds[at])
                .map(|other| (vectors.cosine(at, other), other))
                .collect();
            near.sort_by(|(a, i), (b, j)| b.total_cmp(a).then(i.cmp(j)));
            let mut votes: BTreeMap<usize, f64> = BTreeMap::new();
            for &(cosine, other) in near.iter().take(k) {
                *votes.entry(labels[other]).or_default() += 1.0 / (1.0 - cosine).max(1e-9);
            }
            votes
                .into_iter()
                .max_by(|(_, a), (_, b)| a.total_cmp(b))
                .map(|(label, _)| label)
                == Some(labels[at])
        })
        .count();
    right as f64 / vectors.len().max(1) as f64
}

/// Normalised mutual information of two sortings, by the arithmetic mean of their entropies: 0 for independent, 1 for
/// the same (Strehl and Ghosh 2002; normalisation as in scikit-learn).
#[must_use]
pub fn mutual_information(a: &[usize], b: &[usize]) -> f64 {
    let n = a.len() as f64;
    let entropy = |counts: &BTreeMap<usize, f64>| -counts.values().map(|c| c / n * (c / n).ln()).sum::<f64>();
    let (ca, cb) = (counts(a.iter().copied()), counts(b.iter().copied()));
    let joint: f64 = counts(a.iter().copied().zip(b.iter().copied()))
        .into_iter()
        .map(|((x, y), c)| c / n * (c * n / (ca[&x] * cb[&y])).ln())
        .sum();
    let mean = (entropy(&ca) + entropy(&cb)) / 2.0;
    if mean == 0.0 { 1.0 } else { joint / mean }
}

/// The adjusted Rand index of two sortings: 0 for chance, 1 for the same (Hubert and Arabie 1985).
#[must_use]
pub fn adjusted_rand(a: &[usize], b: &[usize]) -> f64 {
    let pairs = |c: f64| c * (c - 1.0) / 2.0;
    let together: f64 = counts(a.iter().copied().zip(b.iter().copied()))
        .values()
        .map(|&c| pairs(c))
        .sum();
    let in_a: f64 = counts(a.iter().copied()).values().map(|&c| pairs(c)).sum();
    let in_b: f64 = counts(b.iter().copied()).values().map(|&c| pairs(c)).sum();
    let expected = in_a * in_b / pairs(a.len() as f64);
    let most = f64::midpoint(in_a, in_b);
    if most == expected {
        1.0
    } else {
        (together - expected) / (most - expected)
    }
}

fn counts<K: Ord>(keys: impl Iterator<Item = K>) -> BTreeMap<K, f64> {
    let mut counts = BTreeMap::new();
    for key in keys {
        *counts.entry(key).or_default() += 1.0;
    }
    counts
}

/// How well found pairs match true pairs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pairs {
    /// The share of found pairs that are true.
    pub precision: f64,
    /// The share of true pairs that were found.
    pub recall: f64,
}

impl Pairs {
    /// Compares two sortings pair by pair: a pair is two with the same number.
    #[must_use]
    pub fn compare(found: &[usize], truth: &[usize]) -> Self {
        let pairs = |c: f64| c * (c - 1.0) / 2.0;
        let both: f64 = counts(found.iter().copied().zip(truth.iter().copied()))
            .values()
            .map(|&c| pairs(c))
            .sum();
        let of = |list: &[usize]| {
            counts(list.iter().copied())
                .values()
                .map(|&c| pairs(c))
                .sum::<f64>()
        };
        let share = |whole: f64| if whole == 0.0 { 1.0 } else { both / whole };
        Self {
            precision: share(of(found)),
            recall: share(of(truth)),
        }
    }

    /// The harmonic mean of both.
    #[must_use]
    pub fn f1(self) -> f64 {
        if self.precision + self.recall == 0.0 {
            0.0
        } else {
            2.0 * self.precision * self.recall / (self.precision + self.recall)
        }
    }
}

/// The mean over labels of F1 of that label: every label counts the same, however rare.
#[must_use]
pub fn macro_f1(found: &[usize], truth: &[usize]) -> f64 {
    let labels = counts(truth.iter().copied());
    let sum: f64 = labels
        .keys()
        .map(|&label| {
            let both = found
                .iter()
                .zip(truth)
                .filter(|&(&f, &t)| f == label && t == label)
                .count() as f64;
            let found = found.iter().filter(|&&f| f == label).count() as f64;
            if both == 0.0 {
                0.0
            } else {
                2.0 * both / (found + labels[&label])
            }
        })
        .sum();
    sum / labels.len().max(1) as f64
}
