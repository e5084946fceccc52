//! Votes counted by statement and group.

use serde::Serialize;

use crate::votes::Votes;

/// What some people said to one statement.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Tally {
    /// Agrees.
    pub agree: u64,
    /// Disagrees.
    pub disagree: u64,
    /// Passes.
    pub pass: u64,
    /// All three: how many saw the statement and answered.
    pub seen: u64,
}

impl Tally {
    /// Adds one vote.
    pub fn add(&mut self, value: i8) {
        self.agree += u64::from(value == 1);
        self.disagree += u64::from(value == -1);
        self.pass += u64::from(value == 0);
        self.seen += 1;
    }

    /// Both together.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self {
            agree: self.agree + other.agree,
            disagree: self.disagree + other.disagree,
            pass: self.pass + other.pass,
            seen: self.seen + other.seen,
        }
    }

    /// This without a part of it.
    #[must_use]
    pub fn minus(self, part: Self) -> Self {
        Self {
            agree: self.agree - part.agree,
            disagree: self.disagree - part.disagree,
            pass: self.pass - part.pass,
            seen: self.seen - part.seen,
        }
    }

    /// Votes for a side: agrees or disagrees.
    pub fn on(self, side: Side) -> u64 {
        match side {
            Side::Agree => self.agree,
            Side::Disagree => self.disagree,
        }
    }
}

/// For or against.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Side {
    /// For.
    Agree,
    /// Against.
    Disagree,
}

/// One table of counts per group and one for everyone. `groups[row]` is a participant's group, if any.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tallies {
    /// By group, then by column.
    pub groups: Vec<Vec<Tally>>,
    /// Everyone, in a group or not, by column.
    pub everyone: Vec<Tally>,
}

impl Tallies {
    /// Counts all votes once.
    pub fn count(votes: &Votes, groups: &[Option<usize>], how_many: usize) -> Self {
        let columns = votes.statements().len();
        let mut tallies = Self {
            groups: vec![vec![Tally::default(); columns]; how_many],
            everyone: vec![Tally::default(); columns],
        };
        for (row, group) in groups.iter().enumerate() {
            let (columns, values) = votes.row(row);
            let table = match group {
                Some(group) => &mut tallies.groups[*group],
                None => &mut tallies.everyone,
            };
            for (column, value) in columns.iter().zip(values) {
                table[*column as usize].add(*value);
            }
        }
        for column in 0..columns {
            let grouped = tallies.groups.iter().map(|group| group[column]);
            tallies.everyone[column] = grouped.fold(tallies.everyone[column], Tally::plus);
        }
        tallies
    }

    /// Those in a group, together, on one column.
    pub fn grouped(&self, column: usize) -> Tally {
        self.groups
            .iter()
            .map(|group| group[column])
            .fold(Tally::default(), Tally::plus)
    }
}
