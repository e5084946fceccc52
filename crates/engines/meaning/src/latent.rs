//! Latent semantic analysis: the pieces of characters of [`crate::grams`] pressed into a hundred numbers a text
//! (Deerwester and others, "Indexing by latent semantic analysis", 1990), so that texts of one subject are near each
//! other though they share few words.
//!
//! The directions are the first right singular vectors of the weighted rows, found by randomised subspace iteration
//! (Halko, Martinsson and Tropp, "Finding structure with randomness", 2011, algorithm 4.4) with a fixed seed.

use crate::grams::{Rows, Vocabulary};
use crate::matrix::eigen;
use crate::mix::Random;

/// Numbers a text is pressed into.
pub const DIMENSIONS: usize = 100;
/// Directions carried along for exactness, and dropped at the end.
const SPARE: usize = 10;
/// Rounds of the iteration.
const ROUNDS: usize = 4;
/// Directions below this part of the greatest are noise of rounding.
const NEGLIGIBLE: f64 = 1e-9;

/// Directions in the space of pieces.
#[derive(Clone, Debug)]
pub struct Latent {
    dimensions: usize,
    /// One row of `dimensions` numbers for each piece.
    directions: Vec<f32>,
}

impl Latent {
    /// Finds the directions for the rows of a vocabulary.
    #[must_use]
    pub fn learn(rows: &Rows, vocabulary: &Vocabulary) -> Self {
        let columns = vocabulary.len();
        let width = (DIMENSIONS + SPARE).min(rows.len()).min(columns);
        if width == 0 {
            return Self {
                dimensions: 0,
                directions: Vec::new(),
            };
        }
        let mut random = Random::new(0x6b_6170_6f6b);
        let start: Vec<f32> = (0..columns * width).map(|_| random.normal()).collect();
        let mut right = orthonormal(&start, width);
        for _ in 1..ROUNDS {
            let left = orthonormal(&times(rows, &right.0, right.1), right.1);
            right = orthonormal(&transposed_times(rows, &left.0, left.1, columns), left.1);
        }
        // The images of orthonormal directions: the eigenvectors of their products turn them into singular vectors.
        let (basis, width) = right;
        let (values, vectors) = eigen(products(&times(rows, &basis, width), width), width);
        let kept = values
            .iter()
            .take(DIMENSIONS)
            .filter(|&&v| v > NEGLIGIBLE * values[0])
            .count();
        Self {
            dimensions: kept,
            directions: turned(&basis, width, &vectors[..kept]),
        }
    }

    /// Numbers a text is pressed into; fewer than [`DIMENSIONS`] for few texts.
    #[must_use]
    pub fn dimensions(&self) -> usize {
        self.dimensions
    }

    /// A row in the found directions, of length 1; all zero for a row without entries.
    #[must_use]
    pub fn vector(&self, row: &[(u32, f32)]) -> Vec<f32> {
        let mut vector = vec![0.0; self.dimensions];
        if self.dimensions > 0 {
            for &(column, weight) in row {
                add(
                    &mut vector,
                    &self.directions[column as usize * self.dimensions..][..self.dimensions],
                    weight,
                );
            }
        }
        normalize(&mut vector);
        vector
    }
}

/// Makes a vector length 1; leaves zero.
pub(crate) fn normalize(vector: &mut [f32]) {
    let length = vector
        .iter()
        .map(|&x| f64::from(x) * f64::from(x))
        .sum::<f64>()
        .sqrt();
    if length > 0.0 {
        for x in vector {
            *x = (f64::from(*x) / length) as f32;
        }
    }
}

fn add(sum: &mut [f32], vector: &[f32], weight: f32) {
    for (s, v) in sum.iter_mut().zip(vector) {
        *s += weight * v;
    }
}

/// rows * matrix, row by row.
fn times(rows: &Rows, matrix: &[f32], width: usize) -> Vec<f32> {
    let mut product = vec![0.0; rows.len() * width];
    for (at, out) in product.chunks_exact_mut(width).enumerate() {
        for &(column, weight) in rows.row(at) {
            add(out, &matrix[column as usize * width..][..width], weight);
        }
    }
    product
}

/// Transposed rows * matrix.
fn transposed_times(rows: &Rows, matrix: &[f32], width: usize, columns: usize) -> Vec<f32> {
    let mut product = vec![0.0; columns * width];
    for (at, vector) in matrix.chunks_exact(width).enumerate() {
        for &(column, weight) in rows.row(at) {
            add(&mut product[column as usize * width..][..width], vector, weight);
        }
    }
    product
}

/// The products of all pairs of columns.
fn products(matrix: &[f32], width: usize) -> Vec<f64> {
    let mut products = vec![0.0; width * width];
    for row in matrix.chunks_exact(width) {
        for (&x, out) in row.iter().zip(products.chunks_exact_mut(width)) {
            for (p, &y) in out.iter_mut().zip(row) {
                *p += f64::from(x) * f64::from(y);
            }
        }
    }
    products
}

/// matrix * the transposed vectors.
fn turned(matrix: &[f32], width: usize, vectors: &[Vec<f64>]) -> Vec<f32> {
    matrix
        .chunks_exact(width)
        .flat_map(|row| {
            vectors.iter().map(|vector| {
                row.iter()
                    .zip(vector)
                    .map(|(&x, &v)| f64::from(x) * v)
                    .sum::<f64>() as f32
            })
        })
        .collect()
}

/// Columns of length 1, at right angles, that span the same space; and how many are left.
fn orthonormal(matrix: &[f32], width: usize) -> (Vec<f32>, usize) {
    let (values, mut vectors) = eigen(products(matrix, width), width);
    let kept = values
        .iter()
        .filter(|&&v| v > NEGLIGIBLE * values[0])
        .count()
        .max(1);
    for (vector, value) in vectors.iter_mut().zip(&values) {
        let length = value.max(f64::MIN_POSITIVE).sqrt();
        vector.iter_mut().for_each(|x| *x /= length);
    }
    (turned(matrix, width, &vectors[..kept]), kept)
}
