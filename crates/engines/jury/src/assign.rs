//! Who reviews what.
//!
//! Each entry gets so many reviewers that have no conflict of interest with it. In this order of importance:
//!
//! 1. conflicts, required languages and fields, and limits of load are kept, always;
//! 2. as many reviews as possible are given out, and what is missing is spread over entries;
//! 3. loads are as even as they can be (the sum of their squares is least: within 1 of each other where that is feasible);
//! 4. languages and fields match as well as possible.
//!
//! These four are solved exactly as one minimum-cost flow ([`solve`]). Then reviewers are exchanged between entries, at
//! equal loads, so that pairs of reviewers share entries as evenly as possible and the overlap of all reviewers is
//! connected ([`overlap`]): without that nobody could tell a severe reviewer from a weak set of entries.

mod connect;
mod explain;
mod flow;
mod overlap;
mod pairs;
mod read;
mod solve;

pub use explain::{Shortage, shortages};
pub use overlap::components;
pub use pairs::{Pairs, Refusal};
pub use read::{check_conflicts, read_conflicts, read_entries, read_reviewers};

use serde::Serialize;
use thiserror::Error;

/// An entry to be reviewed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Entry {
    /// Its id.
    pub id: String,
    /// Its title, for people.
    pub title: String,
    /// Where it is from; empty: not said.
    pub origin: Origin,
    /// Languages in which it can be read; none: any reviewer can read it.
    pub languages: Vec<String>,
    /// Its fields, the most important first.
    pub fields: Vec<String>,
    /// Ids of its authors, who must not review it.
    pub authors: Vec<String>,
    /// Ids of reviewers with a declared conflict.
    pub conflicts: Vec<String>,
    /// The row of its file.
    pub row: u64,
}

/// A member who reviews.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reviewer {
    /// The member's id.
    pub id: String,
    /// The member's name, for people.
    pub name: String,
    /// Where the member is from; empty: not said.
    pub origin: Origin,
    /// Languages read; none: all.
    pub languages: Vec<String>,
    /// Fields known.
    pub fields: Vec<String>,
    /// Most entries this member takes; `None`: the limit of the rules.
    pub max_load: Option<u32>,
    /// Ids of entries with a declared conflict.
    pub conflicts: Vec<String>,
    /// The row of the file.
    pub row: u64,
}

/// Where an entry or a reviewer is from. Compared without case, accents and punctuation; empty agrees with nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Origin {
    /// Country.
    pub country: String,
    /// City.
    pub city: String,
    /// Employer or organisation.
    pub employer: String,
    /// Region of the world.
    pub region: String,
}

/// What a language or field that does not match means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Match {
    /// The pair is forbidden.
    Require,
    /// Other pairs are better.
    Prefer,
    /// Nothing.
    Ignore,
}

/// The rules of an assignment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rules {
    /// Reviewers for each entry.
    pub per_entry: u32,
    /// Most entries for a reviewer without a limit of their own.
    pub max_load: Option<u32>,
    /// Same country is a conflict.
    pub country: bool,
    /// Same city is a conflict.
    pub city: bool,
    /// Same employer is a conflict.
    pub employer: bool,
    /// Languages.
    pub language: Match,
    /// Fields.
    pub field: Match,
    /// At most one reviewer of an entry is of the entry's own region.
    pub one_of_region: bool,
    /// Decides between assignments that are equally good.
    pub seed: u64,
}

impl Rules {
    /// So many reviewers for each entry, every conflict kept, languages required, fields preferred.
    pub fn new(per_entry: u32) -> Self {
        Self {
            per_entry,
            max_load: None,
            country: true,
            city: true,
            employer: true,
            language: Match::Require,
            field: Match::Prefer,
            one_of_region: false,
            seed: 0,
        }
    }
}

/// An assignment and what can be said of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Assignment {
    /// For each entry the indices of its reviewers, ascending.
    pub reviewers: Vec<Vec<usize>>,
    /// Entries of each reviewer.
    pub loads: Vec<u32>,
    /// What is known about the result.
    pub quality: Quality,
    /// Entries with fewer reviewers than asked for, and why.
    pub shortages: Vec<Shortage>,
}

/// What is known about an assignment.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Quality {
    /// Reviews asked for.
    pub wanted: u64,
    /// Reviews given out: the most that the conflicts and limits allow.
    pub assigned: u64,
    /// Smallest load.
    pub min_load: u32,
    /// Largest load.
    pub max_load: u32,
    /// Whether loads differ by at most 1. Where not, no assignment of as many reviews has loads that are more even.
    pub balanced: bool,
    /// Whether loads are as even as the conflicts and limits allow; not so only where connecting the reviewers called for it.
    pub as_even_as_possible: bool,
    /// Reviews in which the reviewer knows a field of the entry; `None` when nobody names fields.
    pub field_matches: Option<u64>,
    /// Lack of match of this assignment (0: all match in the first field and language).
    pub mismatch: i64,
    /// The least lack of match that any assignment with such loads has; equal unless connecting the reviewers cost some.
    pub least_mismatch: i64,
    /// Whether the reviewers are connected through entries they share.
    pub connected: bool,
    /// Groups of reviewers that share no entry with each other; one when connected. Reviewers without an entry are left out.
    pub components: Vec<Vec<usize>>,
    /// Pairs of reviewers that share at least one entry.
    pub linked_pairs: u64,
    /// All pairs of reviewers that have entries.
    pub pairs: u64,
}

/// Why no assignment can be made.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum AssignError {
    /// Nothing to assign.
    #[error("there is no entry to assign. Add a row for each entry.")]
    NoEntries,
    /// Nobody to assign to.
    #[error("there is no reviewer. Add a row for each reviewer.")]
    NoReviewers,
    /// Zero reviewers for each entry.
    #[error("each entry is to have 0 reviewers. Ask for at least 1.")]
    NoReviews,
    /// More reviewers for each entry than there are.
    #[error(
        "each entry is to have {wanted} reviewers and there are only {there}. Ask for fewer or add reviewers."
    )]
    TooFew {
        /// Reviewers asked for.
        wanted: u32,
        /// Reviewers there are.
        there: usize,
    },
}

/// Assigns reviewers to entries. The same input gives the same result on every machine.
///
/// # Errors
/// [`AssignError`] when there is nothing to do. That some entries cannot have all their reviewers is no error: see
/// [`Assignment::shortages`].
pub fn assign(entries: &[Entry], reviewers: &[Reviewer], rules: &Rules) -> Result<Assignment, AssignError> {
    if entries.is_empty() {
        return Err(AssignError::NoEntries);
    }
    if reviewers.is_empty() {
        return Err(AssignError::NoReviewers);
    }
    if rules.per_entry == 0 {
        return Err(AssignError::NoReviews);
    }
    if rules.per_entry as usize > reviewers.len() {
        return Err(AssignError::TooFew {
            wanted: rules.per_entry,
            there: reviewers.len(),
        });
    }
    let pairs = Pairs::new(entries, reviewers, rules);
    let solved = solve::solve(&pairs);
    let best = (unevenness(&pairs, &solved), mismatch(&pairs, &solved));
    let chosen = connect::connected(&pairs, solved);
    Ok(describe(&pairs, chosen, best))
}

fn mismatch(pairs: &Pairs, chosen: &[Vec<usize>]) -> i64 {
    let of_entry = |(entry, list): (usize, &Vec<usize>)| {
        list.iter()
            .map(|&reviewer| pairs.penalty(entry, reviewer))
            .sum::<i64>()
    };
    chosen.iter().enumerate().map(of_entry).sum()
}

/// Sum of squares of loads.
fn unevenness(pairs: &Pairs, chosen: &[Vec<usize>]) -> u64 {
    let mut loads = vec![0u64; pairs.reviewers()];
    chosen.iter().flatten().for_each(|&reviewer| loads[reviewer] += 1);
    loads.iter().map(|load| load * load).sum()
}

fn describe(
    pairs: &Pairs,
    mut chosen: Vec<Vec<usize>>,
    (most_even, least_mismatch): (u64, i64),
) -> Assignment {
    let mut loads = vec![0u32; pairs.reviewers()];
    for list in &mut chosen {
        list.sort_unstable();
        for &reviewer in list.iter() {
            loads[reviewer] += 1;
        }
    }
    let components = components(&chosen, pairs.reviewers());
    let active = loads.iter().filter(|&&load| load > 0).count() as u64;
    let (min_load, max_load) = (
        loads.iter().copied().min().unwrap_or(0),
        loads.iter().copied().max().unwrap_or(0),
    );
    let quality = Quality {
        wanted: pairs.entries() as u64 * u64::from(pairs.per_entry()),
        assigned: chosen.iter().map(|list| list.len() as u64).sum(),
        min_load,
        max_load,
        balanced: max_load - min_load <= 1,
        as_even_as_possible: unevenness(pairs, &chosen) <= most_even,
        field_matches: pairs.has_fields().then(|| {
            let of_entry = |(entry, list): (usize, &Vec<usize>)| {
                list.iter()
                    .filter(|&&reviewer| pairs.field_matches(entry, reviewer))
                    .count()
            };
            chosen.iter().enumerate().map(of_entry).sum::<usize>() as u64
        }),
        mismatch: mismatch(pairs, &chosen),
        least_mismatch,
        connected: components.len() <= 1,
        components,
        linked_pairs: overlap::linked_pairs(&chosen, pairs.reviewers()),
        pairs: active * active.saturating_sub(1) / 2,
    };
    let shortages = shortages(pairs, &chosen, &loads);
    Assignment {
        reviewers: chosen,
        loads,
        quality,
        shortages,
    }
}
