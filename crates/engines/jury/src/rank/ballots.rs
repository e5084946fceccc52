//! Ballots: each an order, grades or approvals, and how many there are of it.

/// What a ballot that does not name an entry says of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unlisted {
    /// It is below all that are named (elections).
    Last,
    /// Nothing: the reviewer did not see it.
    Unknown,
}

/// Equal ballots.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ballot {
    /// The voter, or the row.
    pub name: String,
    /// How many of them.
    pub count: u64,
    /// For each entry its level: the place in an order or the number of a grade, 0 is best; `None`: not named.
    pub levels: Vec<Option<u32>>,
}

/// All ballots.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ballots {
    /// Ids of the entries.
    pub entries: Vec<String>,
    /// Names of the grades from best to worst, where levels are grades.
    pub grades: Vec<String>,
    /// Whether levels are approvals: named means approved.
    pub approvals: bool,
    /// What leaving an entry out says.
    pub unlisted: Unlisted,
    /// The ballots.
    pub ballots: Vec<Ballot>,
}

impl Ballots {
    /// Number of ballots.
    pub fn total(&self) -> u64 {
        self.ballots.iter().map(|ballot| ballot.count).sum()
    }
}

impl Ballot {
    /// Whether the ballot puts one entry before another; `None` where it does not compare them.
    pub fn compare(&self, a: usize, b: usize, unlisted: Unlisted) -> Option<std::cmp::Ordering> {
        match (self.levels[a], self.levels[b], unlisted) {
            (Some(a), Some(b), _) => Some(a.cmp(&b)),
            (a, b, Unlisted::Last) => Some(a.unwrap_or(u32::MAX).cmp(&b.unwrap_or(u32::MAX))),
            _ => None,
        }
    }
}
