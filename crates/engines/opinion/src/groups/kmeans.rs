//! Lloyd's k-means in the plane, with weights.

use crate::place::Point;

/// Squared distance.
pub(crate) fn square(left: Point, right: Point) -> f64 {
    let (x, y) = (left[0] - right[0], left[1] - right[1]);
    x * x + y * y
}

/// The nearest centre; the first of equally near ones.
pub(crate) fn nearest(point: Point, centres: &[Point]) -> usize {
    let (mut best, mut least) = (0, f64::INFINITY);
    for (at, centre) in centres.iter().enumerate() {
        let distance = square(point, *centre);
        if distance < least {
            (best, least) = (at, distance);
        }
    }
    best
}

/// Sums of weights by label.
pub(crate) fn totals(weights: &[f64], labels: &[usize], groups: usize) -> Vec<f64> {
    let mut totals = vec![0.0; groups];
    labels
        .iter()
        .zip(weights)
        .for_each(|(label, weight)| totals[*label] += weight);
    totals
}

/// The middle of each group; an empty group has its middle nowhere, where nobody is nearest to it.
pub(crate) fn centres(
    points: &[Point],
    weights: Option<&[f64]>,
    labels: &[usize],
    groups: usize,
) -> Vec<Point> {
    let mut sums = vec![[0.0; 3]; groups];
    for (at, (point, label)) in points.iter().zip(labels).enumerate() {
        let weight = weights.map_or(1.0, |weights| weights[at]);
        let sum = &mut sums[*label];
        sum[0] += weight * point[0];
        sum[1] += weight * point[1];
        sum[2] += weight;
    }
    let middle = |sum: &[f64; 3]| {
        if sum[2] > 0.0 {
            [sum[0] / sum[2], sum[1] / sum[2]]
        } else {
            [f64::INFINITY; 2]
        }
    };
    sums.iter().map(middle).collect()
}

/// Assigns to the nearest centre and moves the centres until nothing changes, at most `rounds` times.
pub(crate) fn refine(
    points: &[Point],
    weights: Option<&[f64]>,
    mut middles: Vec<Point>,
    rounds: usize,
) -> (Vec<usize>, Vec<Point>) {
    let mut labels: Vec<usize> = points.iter().map(|point| nearest(*point, &middles)).collect();
    for _ in 0..rounds {
        middles = centres(points, weights, &labels, middles.len());
        let mut moved = false;
        for (label, point) in labels.iter_mut().zip(points) {
            let here = nearest(*point, &middles);
            moved |= here != *label;
            *label = here;
        }
        if !moved {
            break;
        }
    }
    (labels, middles)
}
