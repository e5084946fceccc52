//! Where people and statements stand on the map.
//!
//! Polis' projection (`math/src/polismath/math/pca.clj` of compdemocracy/polis): the votes a person cast, along the two
//! components, stretched by the square root of (columns / votes cast) so that few votes do not pull to the middle.

use crate::centred::Centred;
use crate::pca::stretch;
use crate::votes::Votes;

/// A place on the map.
pub type Point = [f64; 2];

/// Where each participant stands. `also_seen` adds to the votes of everyone: columns that Polis sets to zero.
pub fn participants(
    votes: &Votes,
    table: &Centred<'_>,
    directions: &[Vec<f64>; 2],
    also_seen: &[usize],
) -> Vec<Point> {
    let columns = votes.statements().len();
    let means = table.means();
    let entries: Vec<[f64; 3]> = (0..columns)
        .map(|column| [means[column], directions[0][column], directions[1][column]])
        .collect();
    let place = |row: usize| {
        let (seen, values) = votes.row(row);
        let mut point = [0.0; 2];
        for (column, value) in seen.iter().zip(values) {
            let [mean, first, second] = entries[*column as usize];
            let away = f64::from(*value) - mean;
            point[0] += away * first;
            point[1] += away * second;
        }
        let stretch = stretch(columns, seen.len() + also_seen.get(row).copied().unwrap_or(0));
        [point[0] * stretch, point[1] * stretch]
    };
    (0..votes.participants().len()).map(place).collect()
}

/// Where each statement stands: the place of someone who agreed with it and voted on nothing else.
pub fn statements(table: &Centred<'_>, directions: &[Vec<f64>; 2]) -> Vec<Point> {
    let stretch = stretch(table.means().len(), 1);
    let place = |(column, mean): (usize, &f64)| {
        let away = (1.0 - mean) * stretch;
        [away * directions[0][column], away * directions[1][column]]
    };
    table.means().iter().enumerate().map(place).collect()
}

/// How far a statement stands from the middle.
pub fn extremity(point: Point) -> f64 {
    point[0].hypot(point[1])
}
