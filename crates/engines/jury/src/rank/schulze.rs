//! Schulze's method: an entry comes before another when the strongest path of victories to it is stronger than the one back.
//!
//! Source: Schulze, "A new monotonic, clone-independent, reversal symmetric, and Condorcet-consistent single-winner election
//! method", Social Choice and Welfare 36 (2011), section 2.3.1 (paths by the algorithm of Floyd and Warshall).

use super::{Count, Pairwise, Strength, Ties};

pub fn schulze(pairs: &Pairwise, strength: Strength, ties: &mut Ties) -> (Vec<Vec<usize>>, Count) {
    let paths = strongest_paths(pairs, strength);
    let n = pairs.size();
    let before = |a: usize, b: usize| paths[a][b] > paths[b][a];
    let undecided = (0..n)
        .flat_map(|a| (a + 1..n).map(move |b| (a, b)))
        .filter(|&(a, b)| !before(a, b) && !before(b, a))
        .collect();
    let places = levels(n, before, ties);
    let plain = |row: &Vec<Option<(i64, i64)>>| {
        row.iter()
            .map(|path| path.map_or(0, |(first, _)| first))
            .collect()
    };
    let count = Count::Pairs {
        preferred: pairs.preferred.clone(),
        paths: paths.iter().map(plain).collect(),
        victories: Vec::new(),
        undecided,
    };
    (places, count)
}

/// The strength of the strongest path from each entry to each other: that of its weakest victory.
fn strongest_paths(pairs: &Pairwise, strength: Strength) -> Vec<Vec<Option<(i64, i64)>>> {
    let n = pairs.size();
    let mut paths: Vec<Vec<_>> = (0..n)
        .map(|a| (0..n).map(|b| pairs.strength(a, b, strength)).collect())
        .collect();
    for through in 0..n {
        for a in (0..n).filter(|&a| a != through) {
            for b in (0..n).filter(|&b| b != through && b != a) {
                paths[a][b] = paths[a][b].max(paths[a][through].min(paths[through][b]));
            }
        }
    }
    paths
}

/// A list made of a strict order that may leave pairs open: again and again those that nobody left comes before. Without a
/// rule they share a place; with one they are taken one at a time.
pub fn levels(n: usize, before: impl Fn(usize, usize) -> bool, ties: &mut Ties) -> Vec<Vec<usize>> {
    let mut left: Vec<usize> = (0..n).collect();
    let mut places: Vec<Vec<usize>> = Vec::new();
    while !left.is_empty() {
        let mut top: Vec<usize> = left
            .iter()
            .copied()
            .filter(|&b| !left.iter().any(|&a| before(a, b)))
            .collect();
        if top.is_empty() {
            // Not a strict order. Cannot happen for the rules here; sharing the place is better than a loop without end.
            top.clone_from(&left);
        }
        if top.len() > 1
            && let Some(order) = ties.order(format!("place {}", n - left.len() + 1), &top)
        {
            top.truncate(0);
            top.push(order[0]);
        }
        left.retain(|entry| !top.contains(entry));
        places.push(top);
    }
    places
}
