//! Rules that add points: Borda and approval.

use std::cmp::Ordering;

use super::{Ballots, Count, RankError};

/// Borda: a point for each entry ranked lower on each ballot, half a point for each ranked equal (so that an entry which a
/// ballot leaves out gets the mean of the places left). Source: Borda 1781; for equal ranks Black, The Theory of Committees
/// and Elections (1958), chapter 10. Where reviewers saw only some entries, the points of an entry are divided by the
/// comparisons it was in, so that few reviews are no disadvantage.
pub fn borda(ballots: &Ballots) -> Result<(Vec<Vec<usize>>, Count), RankError> {
    let n = ballots.entries.len();
    let mut halves = vec![0u64; n];
    let mut compared = vec![0u64; n];
    for ballot in &ballots.ballots {
        for a in 0..n {
            for b in (0..n).filter(|&b| b != a) {
                let half_points = match ballot.compare(a, b, ballots.unlisted) {
                    Some(Ordering::Less) => 2,
                    Some(Ordering::Equal) => 1,
                    Some(Ordering::Greater) => 0,
                    None => continue,
                };
                halves[a] += half_points * ballot.count;
                compared[a] += ballot.count;
            }
        }
    }
    let full = ballots.total() * (n as u64 - 1);
    let same_base = compared.iter().all(|&count| count == full);
    // Compared as fractions, so that equal points are equal.
    let base = |entry: usize| if same_base { 1 } else { compared[entry].max(1) };
    let order = |a: &usize, b: &usize| {
        let (left, right) = (
            u128::from(halves[*b]) * u128::from(base(*a)),
            u128::from(halves[*a]) * u128::from(base(*b)),
        );
        left.cmp(&right)
    };
    let points = (0..n).map(|entry| {
        let share = halves[entry] as f64 / 2.0 / base(entry) as f64;
        if same_base {
            share
        } else {
            share * (n as f64 - 1.0)
        }
    });
    Ok((
        group_by(n, order),
        Count::Points {
            points: points.collect(),
        },
    ))
}

/// Approval: the number of ballots that approve. On ballots with an order or grades every named entry is approved. Source:
/// Brams and Fishburn, "Approval voting", American Political Science Review 72 (1978).
pub fn approval(ballots: &Ballots) -> (Vec<Vec<usize>>, Count) {
    let n = ballots.entries.len();
    let mut approvals = vec![0u64; n];
    for ballot in &ballots.ballots {
        for (entry, level) in ballot.levels.iter().enumerate() {
            approvals[entry] += if level.is_some() { ballot.count } else { 0 };
        }
    }
    let places = group_by(n, |a, b| approvals[*b].cmp(&approvals[*a]));
    (
        places,
        Count::Points {
            points: approvals.iter().map(|&count| count as f64).collect(),
        },
    )
}

/// Entries in this order; equal ones share a place.
pub fn group_by(n: usize, order: impl Fn(&usize, &usize) -> Ordering) -> Vec<Vec<usize>> {
    let mut sorted: Vec<usize> = (0..n).collect();
    sorted.sort_by(&order);
    sorted
        .chunk_by(|a, b| order(a, b) == Ordering::Equal)
        .map(<[usize]>::to_vec)
        .collect()
}
