//! Polis' own figures, as its production computes them, for conversations whose groups are given.
//!
//! Re-derived from compdemocracy/polis, `math/src/polismath/math/*.clj`, and compared with its exports ([`check`]).
//! The weaknesses are kept on purpose here; the `kapok` mode mends them.

pub mod check;
pub mod consensus;
pub mod export;
pub mod given;
pub mod priority;
pub mod representative;

use crate::votes::Votes;

/// How many columns count as seen by each participant beyond their own votes: Polis sets refused columns to zero for
/// everyone, which pulls all people to the middle.
pub(crate) fn zeroed_seen(votes: &Votes, zeroed: &[bool]) -> Vec<usize> {
    let all = zeroed.iter().filter(|zeroed| **zeroed).count();
    let own = |row: usize| {
        votes
            .row(row)
            .0
            .iter()
            .filter(|column| zeroed[**column as usize])
            .count()
    };
    (0..votes.participants().len())
        .map(|row| all - own(row))
        .collect()
}
