//! The little linear algebra that the fit needs: a symmetric positive definite matrix and its inverse.

/// A square symmetric matrix, row by row.
#[derive(Debug, Clone)]
pub struct Symmetric {
    n: usize,
    at: Vec<f64>,
}

impl Symmetric {
    /// All zero.
    pub fn zero(n: usize) -> Self {
        Self {
            n,
            at: vec![0.0; n * n],
        }
    }

    /// Its size.
    pub fn size(&self) -> usize {
        self.n
    }

    /// Adds to one place (the caller adds to the mirrored one as well).
    pub fn add(&mut self, row: usize, column: usize, value: f64) {
        self.at[row * self.n + column] += value;
    }

    /// One place.
    pub fn get(&self, row: usize, column: usize) -> f64 {
        self.at[row * self.n + column]
    }

    /// A row.
    pub fn row(&self, row: usize) -> &[f64] {
        &self.at[row * self.n..(row + 1) * self.n]
    }

    /// The inverse of a positive definite matrix by Cholesky's factors; `None` if it is not positive definite.
    pub fn inverse(&self) -> Option<Self> {
        let n = self.n;
        // L with A = L L', row by row, then its inverse in place, then L'^-1 L^-1.
        let mut l = self.at.clone();
        for i in 0..n {
            for j in 0..=i {
                let (head, tail) = l.split_at_mut(i * n);
                let row_i = &mut tail[..n];
                let row_j = if j == i {
                    None
                } else {
                    Some(&head[j * n..j * n + n])
                };
                let sum: f64 = match row_j {
                    Some(row_j) => row_i[..j].iter().zip(&row_j[..j]).map(|(a, b)| a * b).sum(),
                    None => row_i[..j].iter().map(|a| a * a).sum(),
                };
                match row_j {
                    Some(row_j) => row_i[j] = (row_i[j] - sum) / row_j[j],
                    None => {
                        let rest = row_i[i] - sum;
                        if rest <= f64::EPSILON * self.at[i * n + i].abs() {
                            return None;
                        }
                        row_i[i] = rest.sqrt();
                    }
                }
            }
        }
        // Columns of L^-1 are found as rows of its transpose, so that memory is read in order.
        let mut inverse = vec![0.0; n * n];
        for column in 0..n {
            let row = &mut inverse[column * n..(column + 1) * n];
            row[column] = 1.0 / l[column * n + column];
            for i in column + 1..n {
                let sum: f64 = l[i * n + column..i * n + i]
                    .iter()
                    .zip(&row[column..i])
                    .map(|(a, b)| a * b)
                    .sum();
                row[i] = -sum / l[i * n + i];
            }
        }
        let mut result = Self::zero(n);
        for i in 0..n {
            for j in 0..=i {
                let from = i;
                let sum: f64 = inverse[i * n + from..(i + 1) * n]
                    .iter()
                    .zip(&inverse[j * n + from..(j + 1) * n])
                    .map(|(a, b)| a * b)
                    .sum();
                result.at[i * n + j] = sum;
                result.at[j * n + i] = sum;
            }
        }
        Some(result)
    }
}
