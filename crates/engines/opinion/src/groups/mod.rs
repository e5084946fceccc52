//! Groups of people who vote alike, or the finding that there are none.
//!
//! 1. Small clusters ([`base`]): at most 100, so that the next step costs the same at any size.
//! 2. For each number of groups from 2 to 9: Ward's method on the small clusters gives the start, k-means on the people
//!    themselves the groups.
//! 3. The number of groups by a stability rule ([`stability`]): groups must come out again from other draws of people, and the
//!    votes must hold more than chance does.
//!
//! Every step depends on the votes only: not on their order, not on a random start.

pub mod agreement;
pub mod base;
pub mod kmeans;
pub mod stability;
mod ward;

use crate::place::Point;
use crate::votes::Votes;

/// The largest number of groups that is tried.
pub const MOST: usize = 9;

/// A division of people into groups.
#[derive(Clone, Debug, PartialEq)]
pub struct Division {
    /// The group of each point.
    pub labels: Vec<usize>,
    /// The middle of each group.
    pub centres: Vec<Point>,
    /// How well people fit their own group rather than the next (mean silhouette over the small clusters, by their size):
    /// from -1 to 1.
    pub silhouette: f64,
}

impl Division {
    /// How many are in each group.
    pub fn sizes(&self) -> Vec<usize> {
        let mut sizes = vec![0; self.centres.len()];
        self.labels.iter().for_each(|label| sizes[*label] += 1);
        sizes
    }
}

/// Divides points into 2 to [`MOST`] groups; entry 0 is the division into 2. Fewer where there are not enough different
/// points. `bases` is how many small clusters to make, `rounds` how many rounds of k-means the people get at most.
pub fn divisions(points: &[Point], bases: usize, rounds: usize) -> Vec<Division> {
    let base = base::clusters(points, bases);
    let merges = ward::merges(&base.centres, &base.sizes);
    let most = MOST.min(base.centres.len());
    (2..=most)
        .map(|groups| divide(points, &base, &merges, groups, rounds))
        .collect()
}

fn divide(
    points: &[Point],
    base: &base::Bases,
    merges: &[(usize, usize)],
    groups: usize,
    rounds: usize,
) -> Division {
    let of_base = ward::cut(base.centres.len(), merges, groups);
    let start = kmeans::centres(&base.centres, Some(&base.sizes), &of_base, groups);
    let (_, start) = kmeans::refine(&base.centres, Some(&base.sizes), start, 50);
    let (labels, centres) = kmeans::refine(points, None, start, rounds);
    let of_base: Vec<usize> = base
        .centres
        .iter()
        .map(|centre| kmeans::nearest(*centre, &centres))
        .collect();
    let silhouette = silhouette(&base.centres, &base.sizes, &of_base, groups);
    Division {
        labels,
        centres,
        silhouette,
    }
}

/// Mean silhouette of weighted points.
fn silhouette(points: &[Point], weights: &[f64], labels: &[usize], groups: usize) -> f64 {
    let whole = kmeans::totals(weights, labels, groups);
    let (mut sum, mut all) = (0.0, 0.0);
    for (at, point) in points.iter().enumerate() {
        let mut distances = vec![0.0; groups];
        for (other, weight) in points
            .iter()
            .zip(weights)
            .enumerate()
            .map(|(at, (other, weight))| ((at, other), weight))
        {
            distances[labels[other.0]] += weight * kmeans::square(*point, *other.1).sqrt();
        }
        let own = labels[at];
        let inside = distances[own] / (whole[own] - weights[at]).max(1.0);
        let others = (0..groups).filter(|group| *group != own && whole[*group] > 0.0);
        let next = others
            .map(|group| distances[group] / whole[group])
            .fold(f64::INFINITY, f64::min);
        all += weights[at];
        if whole[own] > weights[at] && next.is_finite() && next.max(inside) > 0.0 {
            sum += weights[at] * (next - inside) / next.max(inside);
        }
    }
    if all > 0.0 { sum / all } else { 0.0 }
}

/// Numbers groups by falling size, then by their first member, so that a group has the same number whatever found it first.
pub fn canonical(labels: &[usize], groups: usize) -> Vec<usize> {
    let mut sizes = vec![(0usize, usize::MAX, 0usize); groups];
    for (group, size) in sizes.iter_mut().enumerate() {
        size.2 = group;
    }
    for (at, label) in labels.iter().enumerate() {
        sizes[*label].0 += 1;
        sizes[*label].1 = sizes[*label].1.min(at);
    }
    sizes.sort_by(|left, right| right.0.cmp(&left.0).then(left.1.cmp(&right.1)));
    let mut number = vec![0; groups];
    for (new, (_, _, old)) in sizes.iter().enumerate() {
        number[*old] = new;
    }
    labels.iter().map(|label| number[*label]).collect()
}

/// Rows of those who voted often enough to stand on the map for something: at least `votes` times, or on everything.
pub fn taking_part(votes: &Votes, at_least: usize) -> Vec<usize> {
    let needed = at_least.min(votes.statements().len()).max(1);
    (0..votes.participants().len())
        .filter(|row| votes.row_len(*row) >= needed)
        .collect()
}
