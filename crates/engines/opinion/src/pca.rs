//! The two directions in which people differ most, exactly (principal components).
//!
//! Lanczos' method with full reorthogonalisation on the sparse centred table: some 20 to 60 passes over the votes give the
//! components to the last digits of a double, where power iteration needs hundreds when the second and third are close.

use crate::centred::{Centred, number};
use crate::random::Random;
use crate::tridiagonal;

/// The first two principal components.
#[derive(Clone, Debug, PartialEq)]
pub struct Components {
    /// Directions, of length 1 and at right angles; all zero when people do not differ at all in that direction.
    pub directions: [Vec<f64>; 2],
    /// Sums of squares along the directions, and along the third: how much each explains, times the number of rows.
    pub strengths: [f64; 3],
    /// The sum of all squares.
    pub total: f64,
    /// How often the votes were read.
    pub passes: usize,
}

impl Components {
    /// Which part of all differences a direction explains, from 0 to 1.
    pub fn share(&self, direction: usize) -> f64 {
        if self.total > 0.0 {
            self.strengths[direction] / self.total
        } else {
            0.0
        }
    }
}

/// How exact the components must be: the residual, relative to the strength of the first.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Precision(pub f64);

impl Precision {
    /// To the last digits.
    pub const FULL: Self = Self(1e-14);
    /// Enough for a comparison of groups.
    pub const ROUGH: Self = Self(1e-4);
}

/// Finds the components. A `start` near the result saves passes (after a few new votes); it does not change the result
/// beyond the last digits.
pub fn components(table: &Centred<'_>, precision: Precision, start: Option<&[Vec<f64>; 2]>) -> Components {
    let columns = table.means().len();
    let mut lanczos = Lanczos::new(table, start);
    let most = columns.min(600);
    while lanczos.diagonal.len() < most {
        lanczos.step();
        let size = lanczos.diagonal.len();
        if (size <= 4 || size.is_multiple_of(4)) && lanczos.converged(precision) {
            break;
        }
    }
    lanczos.finish(table.total())
}

struct Lanczos<'a, 'b> {
    table: &'a Centred<'b>,
    /// Orthonormal vectors; the last is the one to multiply next.
    basis: Vec<Vec<f64>>,
    diagonal: Vec<f64>,
    off: Vec<f64>,
    random: Random,
    pairs: Vec<[f64; 2]>,
}

impl<'a, 'b> Lanczos<'a, 'b> {
    fn new(table: &'a Centred<'b>, start: Option<&[Vec<f64>; 2]>) -> Self {
        let columns = table.means().len();
        let mut lanczos = Self {
            table,
            basis: Vec::new(),
            diagonal: Vec::new(),
            off: Vec::new(),
            random: Random::new(0x006b_6170_6f6b),
            pairs: Vec::with_capacity(columns),
        };
        let given = start.filter(|start| start.iter().all(|direction| direction.len() == columns));
        let first =
            given.map(|[first, second]| first.iter().zip(second).map(|(a, b)| a + b).collect::<Vec<f64>>());
        if columns > 0 {
            let first = first
                .and_then(normalised)
                .unwrap_or_else(|| lanczos.fresh(columns));
            lanczos.basis.push(first);
        }
        lanczos
    }

    /// A random direction at right angles to all so far.
    fn fresh(&mut self, columns: usize) -> Vec<f64> {
        for _ in 0..8 {
            let mut vector: Vec<f64> = (0..columns).map(|_| self.random.unit() - 0.5).collect();
            self.clean(&mut vector);
            self.clean(&mut vector);
            if let Some(vector) = normalised(vector) {
                return vector;
            }
        }
        vec![0.0; columns]
    }

    /// Takes the part along the basis out of a vector.
    fn clean(&self, vector: &mut [f64]) {
        for direction in &self.basis {
            let along = dot(direction, vector);
            for (entry, part) in vector.iter_mut().zip(direction) {
                *entry -= along * part;
            }
        }
    }

    /// One pass over the votes.
    fn step(&mut self) {
        let Some(last) = self.basis.last() else { return };
        let mut next = vec![0.0; last.len()];
        let mut pairs = std::mem::take(&mut self.pairs);
        self.table.gram(last, &mut pairs, &mut next);
        self.pairs = pairs;
        self.diagonal.push(dot(last, &next));
        self.clean(&mut next);
        self.clean(&mut next);
        let length = dot(&next, &next).sqrt();
        let scale = self
            .diagonal
            .iter()
            .fold(0.0f64, |most, entry| most.max(entry.abs()));
        if length > scale * 1e-13 && length > 0.0 {
            self.off.push(length);
            next.iter_mut().for_each(|entry| *entry /= length);
            self.basis.push(next);
        } else {
            // The space reached is complete: go on in another one, for equal components hide from a single start.
            self.off.push(0.0);
            let fresh = self.fresh(next.len());
            self.basis.push(fresh);
        }
    }

    fn converged(&self, precision: Precision) -> bool {
        let size = self.diagonal.len();
        if size < 3 {
            return false;
        }
        let (values, vectors) = tridiagonal::eigen(&self.diagonal, &self.off[..size - 1]);
        let last = self.off[size - 1];
        let strongest = values[0].abs().max(f64::MIN_POSITIVE);
        // A zero at the border means a space that was closed: the next may still hold a stronger one.
        last > 0.0 && (0..2).all(|which| (last * vectors[which][size - 1]).abs() <= precision.0 * strongest)
    }

    fn finish(self, total: f64) -> Components {
        let size = self.diagonal.len();
        let columns = self.table.means().len();
        let (values, vectors) = tridiagonal::eigen(&self.diagonal, &self.off[..size.saturating_sub(1)]);
        let strongest = values.first().copied().unwrap_or(0.0);
        let direction = |which: usize| {
            let mut direction = vec![0.0; columns];
            // Below the last digits of the strongest there is nothing but rounding.
            if values
                .get(which)
                .is_some_and(|value| *value > strongest * 1e-12 && *value > 0.0)
            {
                for (part, vector) in vectors[which].iter().zip(&self.basis) {
                    direction
                        .iter_mut()
                        .zip(vector)
                        .for_each(|(entry, along)| *entry += part * along);
                }
                direction = normalised(direction).unwrap_or_else(|| vec![0.0; columns]);
                face(&mut direction);
            }
            direction
        };
        let strength = |which: usize| values.get(which).copied().unwrap_or(0.0).max(0.0);
        Components {
            directions: [direction(0), direction(1)],
            strengths: [strength(0), strength(1), strength(2)],
            total,
            passes: size,
        }
    }
}

/// Turns a direction so that its largest entry is positive: a direction has no sign of its own, and one must be chosen in
/// a way that does not depend on how it was found.
pub(crate) fn face(direction: &mut [f64]) {
    let largest = direction.iter().fold(0.0f64, |most, entry| most.max(entry.abs()));
    // Entries within a rounding error of the largest count as equal; the first of them decides.
    let decides = direction
        .iter()
        .find(|entry| entry.abs() >= largest * (1.0 - 1e-9));
    if decides.is_some_and(|entry| *entry < 0.0) {
        direction.iter_mut().for_each(|entry| *entry = -*entry);
    }
}

/// Rounds directions to `1 / steps`, so that the last digits, which depend on the start, leave no trace. `None` when an
/// entry lies so near to the border between two steps that they could.
pub(crate) fn snapped(directions: &[Vec<f64>; 2], steps: f64) -> Option<[Vec<f64>; 2]> {
    let unsure = |entry: f64| (((entry * steps).abs().fract()) - 0.5).abs() < 1e-11 * steps;
    if directions.iter().flatten().any(|entry| unsure(*entry)) {
        return None;
    }
    Some(rounded(directions, steps))
}

/// Rounds directions to `1 / steps`.
pub(crate) fn rounded(directions: &[Vec<f64>; 2], steps: f64) -> [Vec<f64>; 2] {
    // Adding zero turns -0 into 0.
    let round = |direction: &Vec<f64>| {
        direction
            .iter()
            .map(|entry| (entry * steps).round() / steps + 0.0)
            .collect()
    };
    [round(&directions[0]), round(&directions[1])]
}

pub(crate) fn dot(left: &[f64], right: &[f64]) -> f64 {
    left.iter().zip(right).map(|(a, b)| a * b).sum()
}

fn normalised(mut vector: Vec<f64>) -> Option<Vec<f64>> {
    let length = dot(&vector, &vector).sqrt();
    if length.is_nan() || length <= 1e-9 {
        return None;
    }
    vector.iter_mut().for_each(|entry| *entry /= length);
    Some(vector)
}

/// The square root of how many columns there are to one vote: what stretches a person with few votes outwards.
pub(crate) fn stretch(columns: usize, votes: usize) -> f64 {
    (number(columns) / number(votes.max(1))).sqrt()
}
