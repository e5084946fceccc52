//! Why an entry has fewer reviewers than it should.

use serde::Serialize;

use super::pairs::{Pairs, Refusal};

/// An entry that lacks reviewers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Shortage {
    /// Index of the entry.
    pub entry: usize,
    /// Reviewers it has.
    pub assigned: u32,
    /// Reviewers it should have.
    pub wanted: u32,
    /// Reviewers that may review it.
    pub may: usize,
    /// Of those, how many have as many entries as they take.
    pub full: usize,
    /// Of those, how many were held back because one of the entry's own region is enough.
    pub region: usize,
    /// How many reviewers are refused, by reason.
    pub refused: Vec<(Refusal, usize)>,
}

/// The entries that lack reviewers, in order.
pub fn shortages(pairs: &Pairs, chosen: &[Vec<usize>], loads: &[u32]) -> Vec<Shortage> {
    let wanted = pairs.per_entry();
    let short = chosen
        .iter()
        .enumerate()
        .filter(|(_, list)| (list.len() as u32) < wanted);
    short
        .map(|(entry, list)| {
            let free = (0..pairs.reviewers())
                .filter(|reviewer| pairs.may(entry, *reviewer) && !list.contains(reviewer));
            let free: Vec<usize> = free.collect();
            let has_own = list.iter().any(|&reviewer| pairs.of_own_region(entry, reviewer));
            let held = |reviewer: usize| has_own && pairs.of_own_region(entry, reviewer);
            Shortage {
                entry,
                assigned: list.len() as u32,
                wanted,
                may: free.len() + list.len(),
                full: free
                    .iter()
                    .filter(|&&reviewer| !held(reviewer) && loads[reviewer] >= pairs.cap(reviewer))
                    .count(),
                region: free.iter().filter(|&&reviewer| held(reviewer)).count(),
                refused: pairs.refusals(entry),
            }
        })
        .collect()
}
