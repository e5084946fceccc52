//! Majority judgment: the entry with the highest median grade wins; of equal medians, one ballot with the median grade after
//! the other is taken from each until they differ.
//!
//! Source: Balinski and Laraki, "A theory of measuring, electing, and ranking", PNAS 104 (2007); Majority Judgment (2010),
//! chapter 1. Of an even number of grades the lower of the two in the middle counts.

use super::points::group_by;
use super::{Ballots, Count, RankError, Unlisted};

pub fn majority_judgment(ballots: &Ballots) -> Result<(Vec<Vec<usize>>, Count), RankError> {
    if ballots.grades.is_empty() {
        let found = if ballots.approvals { "approvals" } else { "ranks" };
        return Err(RankError::WrongForm {
            found,
            rule: "majority judgment",
            needed: "grades",
        });
    }
    let n = ballots.entries.len();
    let worst = ballots.grades.len() - 1;
    let mut tallies = vec![vec![0u64; ballots.grades.len()]; n];
    for ballot in &ballots.ballots {
        for (entry, level) in ballot.levels.iter().enumerate() {
            let grade = match (level, ballots.unlisted) {
                (Some(level), _) => (*level as usize).min(worst),
                (None, Unlisted::Last) => worst,
                (None, Unlisted::Unknown) => continue,
            };
            tallies[entry][grade] += ballot.count;
        }
    }
    let values = majority_values(&tallies);
    let medians = values
        .iter()
        .map(|value| value.first().map(|&(grade, _)| grade))
        .collect();
    let places = group_by(n, |&a, &b| compare(&values[a], &values[b]));
    Ok((places, Count::Grades { tallies, medians }))
}

/// The majority value of each tally. Entries with different numbers of grades are compared as if each grade had been given
/// so many times that all have the same number.
fn majority_values(tallies: &[Vec<u64>]) -> Vec<Vec<(usize, u128)>> {
    let totals: Vec<u128> = tallies
        .iter()
        .map(|tally| tally.iter().map(|&count| u128::from(count)).sum())
        .collect();
    let common = totals
        .iter()
        .filter(|&&total| total > 0)
        .try_fold(1u128, |common, &total| {
            let multiple = common / gcd(common, total);
            multiple
                .checked_mul(total)
                .filter(|&multiple| multiple < 1 << 100)
        });
    let scaled = tallies.iter().zip(&totals).map(|(tally, &total)| {
        // Where the common multiple is out of reach the grades are compared as they are.
        let times = common.map_or(1, |common| common / total.max(1));
        majority_value(tally.iter().map(|&count| u128::from(count) * times).collect())
    });
    scaled.collect()
}

fn gcd(a: u128, b: u128) -> u128 {
    if b == 0 { a.max(1) } else { gcd(b, a % b) }
}

/// The median grades in the order in which they are taken away, as runs of (grade, how often).
fn majority_value(mut left: Vec<u128>) -> Vec<(usize, u128)> {
    let mut total: u128 = left.iter().sum();
    let mut runs: Vec<(usize, u128)> = Vec::new();
    while total > 0 {
        // The place of the lower middle, counted from the best, from zero.
        let middle = total / 2;
        let mut better = 0;
        let grade = left.iter().position(|&count| {
            better += count;
            better > middle
        });
        let Some(grade) = grade else { break };
        let (above, below): (u128, u128) = (left[..grade].iter().sum(), left[grade + 1..].iter().sum());
        let inside = left[grade];
        // After k are taken it is still the median while above <= (total - k) / 2 < above + inside - k.
        let times = (inside + below)
            .saturating_sub(above)
            .min((inside + above).saturating_sub(below + 1))
            + 1;
        let times = times.clamp(1, inside);
        left[grade] -= times;
        total -= times;
        match runs.last_mut() {
            Some((last, count)) if *last == grade => *count += times,
            _ => runs.push((grade, times)),
        }
    }
    runs
}

/// Compares two sequences given as runs; better grades are smaller and come first. A longer sequence that goes on after all
/// else is equal is better (more ballots agree).
fn compare(a: &[(usize, u128)], b: &[(usize, u128)]) -> std::cmp::Ordering {
    let (mut a, mut b) = (a.iter().copied(), b.iter().copied());
    let (mut x, mut y) = (a.next(), b.next());
    loop {
        match (&mut x, &mut y) {
            (Some((grade_a, times_a)), Some((grade_b, times_b))) => {
                if grade_a != grade_b {
                    return grade_a.cmp(&grade_b);
                }
                let both = (*times_a).min(*times_b);
                *times_a -= both;
                *times_b -= both;
                let (next_a, next_b) = (*times_a == 0, *times_b == 0);
                if next_a {
                    x = a.next();
                }
                if next_b {
                    y = b.next();
                }
            }
            (Some(_), None) => return std::cmp::Ordering::Less,
            (None, Some(_)) => return std::cmp::Ordering::Greater,
            (None, None) => return std::cmp::Ordering::Equal,
        }
    }
}
