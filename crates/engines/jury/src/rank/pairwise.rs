//! Comparisons in pairs: how many ballots rank one entry above another.

use std::cmp::Ordering;

use super::{Ballots, RankError};

/// How strong a victory is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Strength {
    /// By the ballots for the winner, then by how few are against (Schulze's and Tideman's winning votes).
    #[default]
    WinningVotes,
    /// By the difference.
    Margins,
}

/// The table of all pairs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pairwise {
    /// Ballots that rank the row's entry above the column's.
    pub preferred: Vec<Vec<u64>>,
}

impl Pairwise {
    /// Compares all pairs on all ballots.
    ///
    /// # Errors
    /// [`RankError::WrongForm`] for approvals, which order nothing.
    pub fn new(ballots: &Ballots) -> Result<Self, RankError> {
        let n = ballots.entries.len();
        let mut preferred = vec![vec![0; n]; n];
        for ballot in &ballots.ballots {
            for (a, row) in preferred.iter_mut().enumerate() {
                for (b, above) in row.iter_mut().enumerate() {
                    if ballot.compare(a, b, ballots.unlisted) == Some(Ordering::Less) {
                        *above += ballot.count;
                    }
                }
            }
        }
        Ok(Self { preferred })
    }

    /// Number of entries.
    pub fn size(&self) -> usize {
        self.preferred.len()
    }

    /// Strength of the victory of `a` over `b`, for comparing; `None` where `a` does not win. Larger is stronger.
    pub fn strength(&self, a: usize, b: usize, strength: Strength) -> Option<(i64, i64)> {
        let (won, lost) = (self.preferred[a][b] as i64, self.preferred[b][a] as i64);
        let key = match strength {
            Strength::WinningVotes => (won, -lost),
            Strength::Margins => (won - lost, 0),
        };
        (won > lost).then_some(key)
    }
}
