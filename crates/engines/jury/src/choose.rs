//! The best choice under limits.
//!
//! So many entries are chosen that the sum of their scores is largest, while each limit holds: at least and at most so many
//! of a region, a topic, a group, a city. The result is proven optimal by branch and bound ([`search`]): every branch that
//! was left out is bounded by a sum that is computed in whole numbers, so that no rounding can hide a better choice.
//!
//! The *price* of a limit is the score that would be gained without it, everything else equal, found by choosing again; the
//! entries that would then be chosen and now are not are *displaced* by it. Prices of several limits do not add up.

mod clash;
mod prices;
mod problem;
mod read;
mod search;
mod simplex;

pub use clash::clash;
pub use prices::{Price, prices};
pub use problem::{Problem, Row};
pub use read::{Pool, join_scores, read_limits, read_pool};
pub use search::{Found, SearchLimit, search};

use serde::Serialize;
use thiserror::Error;

use crate::rank::{TieRule, Ties};

/// Scores are compared and added in whole multiples of 1 / `UNITS`.
pub const UNITS: f64 = 1e9;

/// An entry that can be chosen.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its score; larger is better.
    pub score: f64,
    /// For each category of the pool the values that it has.
    pub values: Vec<Vec<String>>,
    /// The row of its file.
    pub row: u64,
}

/// A limit: at least and at most so many entries with a value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Limit {
    /// The category.
    pub category: String,
    /// The value; `None`: each value that occurs, as in "at most 1 of each city".
    pub value: Option<String>,
    /// At least so many.
    pub min: u32,
    /// At most so many; `None`: no limit.
    pub max: Option<u32>,
    /// The row of its file.
    #[serde(skip)]
    pub row: u64,
}

/// A choice and what is known of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Choice {
    /// Indices of the chosen, ascending.
    pub chosen: Vec<usize>,
    /// Sum of their scores.
    pub total: f64,
    /// No choice has a larger sum than this.
    pub bound: f64,
    /// Whether `bound` equals `total`, so that the choice is proven optimal.
    pub optimal: bool,
    /// Another choice with the same sum, if there is one: then the tie rule has decided.
    pub alternative: Option<Vec<usize>>,
    /// Branches looked at.
    pub branches: u64,
}

/// Why there is no choice.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ChooseError {
    /// Nothing to choose from.
    #[error("there is no entry to choose from. Add a row for each entry.")]
    NoEntries,
    /// More seats than entries, or none.
    #[error("{seats} entries cannot be chosen from {entries}. Ask for 1 to {entries}.")]
    Seats {
        /// Seats asked for.
        seats: usize,
        /// Entries there are.
        entries: usize,
    },
    /// No choice meets all limits; these cannot hold together, but any of them without one of the others can.
    #[error("no choice of {seats} entries meets all limits")]
    Clash {
        /// Seats.
        seats: usize,
        /// Indices of the limits.
        limits: Vec<usize>,
    },
    /// The search was cut short before it found any choice.
    #[error("the search was cut short after {branches} branches without a choice. Allow more of them.")]
    CutShort {
        /// Branches looked at.
        branches: u64,
    },
}

/// Chooses `seats` of the items. Between choices with the same sum the rule for ties decides: going through its order (that
/// of the file, for [`TieRule::Shared`]), an entry is in if a best choice with it exists.
///
/// # Errors
/// [`ChooseError`].
pub fn choose(problem: &Problem, ties: &TieRule, limit: SearchLimit) -> Result<Choice, ChooseError> {
    let (seats, entries) = (problem.seats(), problem.size());
    if entries == 0 {
        return Err(ChooseError::NoEntries);
    }
    if seats == 0 || seats > entries {
        return Err(ChooseError::Seats { seats, entries });
    }
    let mut found = search(problem, limit);
    let Some(mut chosen) = found.chosen.take() else {
        return Err(match found.complete {
            true => ChooseError::Clash {
                seats,
                limits: clash(problem, limit),
            },
            false => ChooseError::CutShort {
                branches: found.branches,
            },
        });
    };
    let mut alternative = None;
    if found.complete {
        let open = problem.settled(&found.multipliers, found.value);
        alternative = search(&open.other_than(&chosen), limit.at_least(found.value)).chosen;
        if alternative.is_some() {
            let first = decide_ties(&open, ties, limit.at_least(found.value), chosen.clone());
            if first != chosen {
                alternative = Some(chosen);
            }
            chosen = first;
        }
    }
    Ok(Choice {
        total: problem.total(&chosen),
        chosen,
        bound: found.bound as f64 / UNITS,
        optimal: found.complete,
        alternative,
        branches: found.branches,
    })
}

/// The best choice that the order of the rule for ties prefers.
fn decide_ties(problem: &Problem, ties: &TieRule, limit: SearchLimit, mut best: Vec<usize>) -> Vec<usize> {
    let ids: Vec<String> = problem.ids().to_vec();
    let ties = Ties::new(ties, &ids);
    let mut order: Vec<usize> = (0..problem.size()).collect();
    order.sort_by_key(|&item| ties.rank(item).unwrap_or(item));
    let mut decided = problem.clone();
    for item in order {
        let mut is_in = best.contains(&item);
        if !is_in && decided.fixed_items()[item].is_none() {
            let with = decided.fixed(item, true);
            if let Some(other) = search(&with, limit).chosen {
                best = other;
                is_in = true;
            }
        }
        decided = decided.fixed(item, is_in);
    }
    best.sort_unstable();
    best
}
