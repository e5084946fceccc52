//! Ranking rules.
//!
//! Every rule works on the same ballots and gives the same kind of result: places, the numbers behind them, and each tie
//! that was met with the rule that decided it. A tie is never decided silently: without a rule for ties the entries share
//! a place, or, where the count cannot go on without a decision, the count stops and says so.

mod ballots;
mod majority;
mod pairwise;
mod points;
mod ranked_pairs;
mod read;
mod schulze;
mod ties;
mod transfer;

pub use ballots::{Ballot, Ballots, Unlisted};
pub use pairwise::{Pairwise, Strength};
pub use read::{Form, read_ballots};
pub use ties::{Decided, TieRule, Ties};

use serde::Serialize;
use thiserror::Error;

/// A ranking rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rule {
    /// Highest median grade; ties by taking median grades away one by one (Balinski and Laraki).
    MajorityJudgment,
    /// A point for each entry ranked lower, half a point for each ranked equal.
    Borda,
    /// Strongest paths (Schulze).
    Schulze,
    /// The strongest victories that fit together (Tideman).
    RankedPairs,
    /// The entry with fewest first places leaves, round by round.
    InstantRunoff,
    /// Single transferable vote for so many seats, as in Scottish local elections.
    Stv {
        /// Entries to elect.
        seats: usize,
    },
    /// Number of ballots that approve.
    Approval,
}

impl Rule {
    /// The name used on the command line and in files.
    pub fn name(self) -> &'static str {
        match self {
            Rule::MajorityJudgment => "majority-judgment",
            Rule::Borda => "borda",
            Rule::Schulze => "schulze",
            Rule::RankedPairs => "ranked-pairs",
            Rule::InstantRunoff => "instant-run-off",
            Rule::Stv { .. } => "stv",
            Rule::Approval => "approval",
        }
    }
}

/// A result.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Ranking {
    /// Entries by place, the first first; those that share a place stand together.
    pub places: Vec<Vec<usize>>,
    /// What the rule counted.
    pub count: Count,
    /// Ties that a rule decided, in the order in which they were met.
    pub decided: Vec<Decided>,
}

impl Ranking {
    /// The place of each entry, from 1; those that share one have the same, and the next places stay empty.
    pub fn place_of_each(&self) -> Vec<usize> {
        let entries = self.places.iter().map(Vec::len).sum();
        let mut places = vec![0; entries];
        let mut place = 1;
        for group in &self.places {
            group.iter().for_each(|&entry| places[entry] = place);
            place += group.len();
        }
        places
    }

    /// The places that several entries share.
    pub fn shared(&self) -> impl Iterator<Item = &Vec<usize>> {
        self.places.iter().filter(|group| group.len() > 1)
    }
}

/// The numbers behind a ranking.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Count {
    /// Points of each entry (Borda) or ballots that approve it.
    Points {
        /// By entry.
        points: Vec<f64>,
    },
    /// Grades of each entry.
    Grades {
        /// Number of ballots by entry and grade, the best grade first.
        tallies: Vec<Vec<u64>>,
        /// The majority grade of each entry.
        medians: Vec<Option<usize>>,
    },
    /// Comparisons in pairs.
    Pairs {
        /// Ballots that rank the row's entry above the column's.
        preferred: Vec<Vec<u64>>,
        /// Schulze: strength of the strongest path. Empty for ranked pairs.
        paths: Vec<Vec<i64>>,
        /// Ranked pairs: victories that were locked, in order, and those left out because they would close a circle.
        victories: Vec<Victory>,
        /// Pairs in which neither entry comes before the other by the rule itself.
        undecided: Vec<(usize, usize)>,
    },
    /// Rounds of a count with transfers.
    Rounds {
        /// Votes needed for election; `None` for instant run-off.
        quota: Option<f64>,
        /// Entries elected, in order.
        elected: Vec<usize>,
        /// Each round.
        rounds: Vec<Round>,
    },
}

/// A victory of one entry over another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Victory {
    /// Who won.
    pub winner: usize,
    /// Who lost.
    pub loser: usize,
    /// Ballots for the winner.
    pub won_by: u64,
    /// Ballots for the loser.
    pub lost_by: u64,
    /// Whether it stands.
    pub locked: bool,
}

/// A round of a count with transfers.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Round {
    /// Votes of each entry; `None` once it is out of the count.
    pub votes: Vec<Option<f64>>,
    /// Votes that name nobody who is left.
    pub exhausted: f64,
    /// What was done at the end of the round, in order.
    pub actions: Vec<Action>,
}

/// What a round ends with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Action {
    /// Entries reached the quota, or are as many as the seats that are left.
    Elected {
        /// Which.
        entries: Vec<usize>,
    },
    /// The surplus of an elected entry was handed on.
    Surplus {
        /// Whose.
        entry: usize,
    },
    /// The entries with fewest votes left.
    Excluded {
        /// Which.
        entries: Vec<usize>,
    },
    /// The count is over.
    End,
}

/// Why there is no ranking.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum RankError {
    /// Nothing was cast.
    #[error("there is no ballot. Add a row for each.")]
    NoBallots,
    /// More seats than entries, or none.
    #[error("{seats} seats cannot be filled from {entries} entries. Ask for 1 to {entries}.")]
    Seats {
        /// Seats asked for.
        seats: usize,
        /// Entries there are.
        entries: usize,
    },
    /// The count cannot go on without a decision between entries.
    #[error(
        "{what}: {entries} are tied and the count cannot go on without a decision. State a rule for ties and count again."
    )]
    Tie {
        /// Where in the count.
        what: String,
        /// Who is tied.
        entries: String,
    },
    /// The ballots have places, and the rule needs grades; or the other way round.
    #[error("the ballots have {found}; {rule} needs {needed}. Use a file with them, or another rule.")]
    WrongForm {
        /// What they have.
        found: &'static str,
        /// The rule.
        rule: &'static str,
        /// What it needs.
        needed: &'static str,
    },
    /// A ballot ranks entries equal, and the rule needs a strict order.
    #[error(
        "the ballot {ballot} ranks {entry:?} equal to another entry, and {rule} needs a strict order. Give each its own rank, or use schulze, ranked-pairs or borda."
    )]
    EqualRanks {
        /// The ballot.
        ballot: String,
        /// One of the entries.
        entry: String,
        /// The rule.
        rule: &'static str,
    },
}

/// Counts the ballots.
///
/// # Errors
/// [`RankError`] when there is nothing to count, when the ballots do not fit the rule, and when a tie stops the count.
pub fn rank(ballots: &Ballots, rule: Rule, strength: Strength, ties: &TieRule) -> Result<Ranking, RankError> {
    if ballots.ballots.is_empty() || ballots.entries.is_empty() {
        return Err(RankError::NoBallots);
    }
    let mut ties = Ties::new(ties, &ballots.entries);
    let (places, count) = match rule {
        Rule::MajorityJudgment => majority::majority_judgment(ballots)?,
        Rule::Borda => points::borda(ballots)?,
        Rule::Approval => points::approval(ballots),
        Rule::Schulze => schulze::schulze(&Pairwise::new(ballots)?, strength, &mut ties),
        Rule::RankedPairs => ranked_pairs::ranked_pairs(&Pairwise::new(ballots)?, strength, &mut ties)?,
        Rule::InstantRunoff => transfer::instant_runoff(ballots, &mut ties)?,
        Rule::Stv { seats } => transfer::stv(ballots, seats, &mut ties)?,
    };
    let places = ties.break_shared(places);
    Ok(Ranking {
        places,
        count,
        decided: ties.into_decided(),
    })
}
