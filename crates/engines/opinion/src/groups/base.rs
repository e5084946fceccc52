//! Small clusters: the cloud of people in at most 100 pieces.
//!
//! The piece with the largest spread is cut at its middle across its longer side until there are enough; a few rounds of
//! k-means round them off. No random start, no dependence on the order of rows.

use super::kmeans;
use crate::centred::number;
use crate::place::Point;

/// Small clusters.
#[derive(Clone, Debug, PartialEq)]
pub struct Bases {
    /// Their middles.
    pub centres: Vec<Point>,
    /// How many people are in each.
    pub sizes: Vec<f64>,
    /// The cluster of each point.
    pub labels: Vec<usize>,
}

/// A part of the points while cutting.
struct Piece {
    members: Vec<usize>,
    middle: Point,
    spread: [f64; 2],
}

impl Piece {
    fn new(points: &[Point], members: Vec<usize>) -> Self {
        let count = number(members.len());
        let mean = |axis: usize| members.iter().map(|at| points[*at][axis]).sum::<f64>() / count;
        let middle = [mean(0), mean(1)];
        let spread = |axis: usize| {
            members
                .iter()
                .map(|at| (points[*at][axis] - middle[axis]).powi(2))
                .sum()
        };
        let spread = [spread(0), spread(1)];
        Self {
            members,
            middle,
            spread,
        }
    }
}

/// At most `most` small clusters.
pub fn clusters(points: &[Point], most: usize) -> Bases {
    if points.is_empty() {
        return Bases {
            centres: Vec::new(),
            sizes: Vec::new(),
            labels: Vec::new(),
        };
    }
    let mut pieces = vec![Piece::new(points, (0..points.len()).collect())];
    while pieces.len() < most {
        let widest = pieces
            .iter()
            .enumerate()
            .map(|(at, piece)| (at, piece.spread[0] + piece.spread[1]));
        let widest = widest.reduce(|best, here| if here.1 > best.1 { here } else { best });
        let Some((at, spread)) = widest else { break };
        if spread <= 1e-18 {
            break;
        }
        let piece = pieces.swap_remove(at);
        let axis = usize::from(piece.spread[1] > piece.spread[0]);
        let (low, high): (Vec<usize>, Vec<usize>) = piece
            .members
            .iter()
            .partition(|member| points[**member][axis] <= piece.middle[axis]);
        if low.is_empty() || high.is_empty() {
            pieces.push(Piece {
                spread: [0.0; 2],
                ..piece
            });
            continue;
        }
        pieces.push(Piece::new(points, low));
        pieces.push(Piece::new(points, high));
    }
    let start = pieces.iter().map(|piece| piece.middle).collect();
    let (labels, centres) = kmeans::refine(points, None, start, 6);
    kept(labels, &centres)
}

/// Leaves out clusters that have lost everyone.
fn kept(labels: Vec<usize>, centres: &[Point]) -> Bases {
    let mut sizes = vec![0usize; centres.len()];
    labels.iter().for_each(|label| sizes[*label] += 1);
    let mut new = vec![0; centres.len()];
    let mut bases = Bases {
        centres: Vec::new(),
        sizes: Vec::new(),
        labels,
    };
    for (at, size) in sizes.iter().enumerate().filter(|(_, size)| **size > 0) {
        new[at] = bases.centres.len();
        bases.centres.push(centres[at]);
        bases.sizes.push(number(*size));
    }
    bases.labels.iter_mut().for_each(|label| *label = new[*label]);
    bases
}
