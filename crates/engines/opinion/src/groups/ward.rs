//! Ward's method on weighted points: the two clusters whose union spreads least are joined, again and again.

use super::kmeans::square;
use crate::place::Point;

/// The joins in their order: the second is taken into the first.
pub(crate) fn merges(centres: &[Point], weights: &[f64]) -> Vec<(usize, usize)> {
    let mut clusters: Vec<Option<(Point, f64)>> = centres
        .iter()
        .zip(weights)
        .map(|(centre, weight)| Some((*centre, *weight)))
        .collect();
    let mut merges = Vec::new();
    while merges.len() + 1 < centres.len() {
        let mut best = (f64::INFINITY, 0, 0);
        for (at, left) in clusters.iter().enumerate() {
            let Some((left, left_weight)) = left else { continue };
            for (other, right) in clusters.iter().enumerate().skip(at + 1) {
                let Some((right, right_weight)) = right else {
                    continue;
                };
                let cost = left_weight * right_weight / (left_weight + right_weight) * square(*left, *right);
                if cost < best.0 {
                    best = (cost, at, other);
                }
            }
        }
        let (_, into, from) = best;
        let (Some((left, left_weight)), Some((right, right_weight))) =
            (clusters[into], clusters[from].take())
        else {
            break;
        };
        let weight = left_weight + right_weight;
        let middle = |axis: usize| (left[axis] * left_weight + right[axis] * right_weight) / weight;
        clusters[into] = Some(([middle(0), middle(1)], weight));
        merges.push((into, from));
    }
    merges
}

/// The labels after so many joins that `groups` are left.
pub(crate) fn cut(points: usize, merges: &[(usize, usize)], groups: usize) -> Vec<usize> {
    let mut into: Vec<usize> = (0..points).collect();
    for (keep, gone) in merges.iter().take(points.saturating_sub(groups)) {
        into[*gone] = *keep;
    }
    let root = |mut at: usize| {
        while into[at] != at {
            at = into[at];
        }
        at
    };
    let roots: Vec<usize> = (0..points).map(root).collect();
    let mut names: Vec<usize> = roots.clone();
    names.sort_unstable();
    names.dedup();
    roots
        .iter()
        .map(|root| names.partition_point(|name| name < root))
        .collect()
}
