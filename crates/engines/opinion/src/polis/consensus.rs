//! What everyone agrees or disagrees on, groups or not: Polis' consensus list and group-informed consensus.

use serde::Serialize;

use crate::stats::{LEVEL, above_half, smoothed};
use crate::tally::{Side, Tallies, Tally};

/// One entry of the list.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Agreed {
    /// The statement.
    pub id: u32,
    /// On which side most people stand.
    pub side: Side,
    /// Votes on that side.
    pub votes: u64,
    /// All votes.
    pub seen: u64,
    /// Smoothed share.
    pub share: f64,
    /// Its test.
    pub test: f64,
}

/// The five strongest on a side, over everyone who voted (`repness.clj`, select-consensus-comments). `columns` are those that
/// take part, in the order in which equals follow each other.
pub fn list(everyone: &[Tally], statements: &[u32], columns: &[usize], side: Side) -> Vec<Agreed> {
    let entry = |column: usize| {
        let tally = everyone[column];
        Agreed {
            id: statements[column],
            side,
            votes: tally.on(side),
            seen: tally.seen,
            share: smoothed(tally.on(side), tally.seen),
            test: above_half(tally.on(side), tally.seen),
        }
    };
    let mut list: Vec<Agreed> = columns
        .iter()
        .copied()
        .map(entry)
        .filter(|entry| entry.share > 0.5 && entry.test > LEVEL)
        .collect();
    list.sort_by(|left, right| (right.share * right.test).total_cmp(&(left.share * left.test)));
    list.truncate(5);
    list
}

/// The product over groups of the smoothed share of agrees. Falls as the number of groups grows.
pub fn group_informed(tallies: &Tallies, column: usize) -> f64 {
    let share = |group: &Vec<Tally>| smoothed(group[column].agree, group[column].seen);
    tallies.groups.iter().map(share).product()
}
