//! Ranked pairs: victories are locked from the strongest down, leaving out those that would close a circle.
//!
//! Sources: Tideman, "Independence of clones as a criterion for voting rules", Social Choice and Welfare 4 (1987); for equally
//! strong victories Zavist and Tideman, "Complete independence of clones in the ranked pairs rule", the same 6 (1989): an
//! order of the entries drawn once decides. Without such a rule, equally strong victories are locked together where that
//! closes no circle, for then their order does not matter; otherwise the count stops.

use super::schulze::levels;
use super::{Count, Pairwise, RankError, Strength, Ties, Victory};

pub fn ranked_pairs(
    pairs: &Pairwise,
    strength: Strength,
    ties: &mut Ties,
) -> Result<(Vec<Vec<usize>>, Count), RankError> {
    let n = pairs.size();
    let all = (0..n).flat_map(|a| (0..n).map(move |b| (a, b)));
    let mut wins: Vec<((i64, i64), usize, usize)> = all
        .filter_map(|(a, b)| Some((pairs.strength(a, b, strength)?, a, b)))
        .collect();
    wins.sort_by_key(|&(strength, a, b)| (std::cmp::Reverse(strength), a, b));
    let mut locks = Locks::new(n);
    let mut victories = Vec::with_capacity(wins.len());
    for group in wins.chunk_by(|x, y| x.0 == y.0) {
        let mut group: Vec<(usize, usize)> = group.iter().map(|&(_, a, b)| (a, b)).collect();
        if locks.order_matters(&group) {
            let mut tied: Vec<usize> = group.iter().flat_map(|&(a, b)| [a, b]).collect();
            tied.sort_unstable();
            tied.dedup();
            let at = format!("victories by {} votes", pairs.preferred[group[0].0][group[0].1]);
            let Some(order) = ties.order(&*at, &tied) else {
                return Err(RankError::Tie {
                    what: format!("ranked pairs, {at}"),
                    entries: ties.names(&tied),
                });
            };
            let place = |entry: usize| order.iter().position(|&other| other == entry);
            group.sort_by_key(|&(a, b)| (place(a), std::cmp::Reverse(place(b))));
        }
        for (winner, loser) in group {
            let (won_by, lost_by) = (pairs.preferred[winner][loser], pairs.preferred[loser][winner]);
            victories.push(Victory {
                winner,
                loser,
                won_by,
                lost_by,
                locked: locks.lock(winner, loser),
            });
        }
    }
    let before = |a: usize, b: usize| locks.reaches[a][b];
    let undecided = (0..n)
        .flat_map(|a| (a + 1..n).map(move |b| (a, b)))
        .filter(|&(a, b)| !before(a, b) && !before(b, a))
        .collect();
    let places = levels(n, before, ties);
    Ok((
        places,
        Count::Pairs {
            preferred: pairs.preferred.clone(),
            paths: Vec::new(),
            victories,
            undecided,
        },
    ))
}

/// Locked victories, and what follows from them.
#[derive(Clone)]
struct Locks {
    reaches: Vec<Vec<bool>>,
}

impl Locks {
    fn new(n: usize) -> Self {
        Self {
            reaches: vec![vec![false; n]; n],
        }
    }

    /// Locks a victory unless it would close a circle.
    fn lock(&mut self, winner: usize, loser: usize) -> bool {
        if self.reaches[loser][winner] {
            return false;
        }
        if self.reaches[winner][loser] {
            return true;
        }
        let n = self.reaches.len();
        let above: Vec<usize> = (0..n)
            .filter(|&a| a == winner || self.reaches[a][winner])
            .collect();
        let below: Vec<usize> = (0..n).filter(|&b| b == loser || self.reaches[loser][b]).collect();
        for &a in &above {
            below.iter().for_each(|&b| self.reaches[a][b] = true);
        }
        true
    }

    /// Whether equally strong victories, those apart that are impossible already, cannot all be locked together.
    fn order_matters(&self, group: &[(usize, usize)]) -> bool {
        let possible = group
            .iter()
            .filter(|&&(winner, loser)| !self.reaches[loser][winner]);
        let mut trial = self.clone();
        group.len() > 1
            && !possible
                .into_iter()
                .all(|&(winner, loser)| trial.lock(winner, loser))
    }
}
