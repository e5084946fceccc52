//! The best point of the quotas for a smooth measure (Nash welfare, evenness), by an interior point
//! method.
//!
//! Minimises a separable convex function over `x` and row sums in boxes with a logarithmic barrier.
//! Newton's equations reduce to one small symmetric system over the rows.

/// A separable objective over the counts of each kind, to be minimised.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Measure {
    /// `- sum size * log x`: the product of probabilities over people (Nash).
    Product,
    /// `sum size * (x / size - even)^2`: as even as possible.
    Even(f64),
}

impl Measure {
    fn slopes(self, x: f64, size: f64) -> (f64, f64) {
        match self {
            Self::Product => (-size / x, size / (x * x)),
            Self::Even(even) => (2.0 * (x / size - even), 2.0 / size),
        }
    }
}

/// A polytope: sparse columns, boxes of the variables and of the row sums, all finite.
#[derive(Debug, Clone, Default)]
pub struct Shape {
    /// For each variable, (row, coefficient).
    pub columns: Vec<Vec<(usize, f64)>>,
    /// Box of each variable.
    pub boxes: Vec<(f64, f64)>,
    /// Box of each row sum.
    pub rows: Vec<(f64, f64)>,
}

/// The minimiser, to about 1e-9, starting from any point `start` of the relative interior (or near
/// it). Variables and rows whose box is narrower than 1e-7 are held.
pub fn minimise(shape: &Shape, sizes: &[f64], measure: Measure, start: &[f64]) -> Vec<f64> {
    let mut state = State::new(shape, start);
    let mut mu = 1e-1;
    for _ in 0..200 {
        let progress = state.newton(shape, sizes, measure, mu);
        if progress > 0.9 {
            if mu < 1e-12 {
                break;
            }
            mu *= 0.3;
        }
    }
    state.x
}

struct State {
    x: Vec<f64>,
    sums: Vec<f64>,
    held: Vec<bool>,
    held_row: Vec<bool>,
}

impl State {
    fn new(shape: &Shape, start: &[f64]) -> Self {
        let narrow = |b: &(f64, f64)| b.1 - b.0 < 1e-7;
        let inside = |v: f64, b: &(f64, f64)| {
            let room = (b.1 - b.0) * 1e-3;
            if narrow(b) {
                0.5 * (b.0 + b.1)
            } else {
                v.clamp(b.0 + room, b.1 - room)
            }
        };
        let x: Vec<f64> = start
            .iter()
            .zip(&shape.boxes)
            .map(|(v, b)| inside(*v, b))
            .collect();
        let sums = row_sums(shape, start);
        Self {
            x,
            sums: sums.iter().zip(&shape.rows).map(|(v, b)| inside(*v, b)).collect(),
            held: shape.boxes.iter().map(narrow).collect(),
            held_row: shape.rows.iter().map(narrow).collect(),
        }
    }

    /// One Newton step on variables and row sums tied by `A x = sums`; the part of the step taken.
    fn newton(&mut self, shape: &Shape, sizes: &[f64], measure: Measure, mu: f64) -> f64 {
        let (n, m) = (self.x.len(), self.sums.len());
        let (mut grad, mut weight) = (vec![0.0; n], vec![0.0; n]); // gradient, inverse curvature
        for j in 0..n {
            if self.held[j] {
                continue;
            }
            let (slope, curve) = measure.slopes(self.x[j], sizes[j]);
            let (b, bb) = barrier(self.x[j], shape.boxes[j], mu);
            grad[j] = slope + b;
            weight[j] = 1.0 / (curve + bb);
        }
        let (mut row_grad, mut row_weight) = (vec![0.0; m], vec![0.0; m]);
        for r in 0..m {
            if !self.held_row[r] {
                let (b, bb) = barrier(self.sums[r], shape.rows[r], mu);
                row_grad[r] = b;
                row_weight[r] = 1.0 / bb;
            }
        }
        // dx = -weight (grad + A'y), ds = -row_weight (row_grad - y), A dx - ds = residual
        let actual = row_sums(shape, &self.x);
        let mut system = vec![0.0; m * m];
        let mut right: Vec<f64> = (0..m)
            .map(|r| actual[r] - self.sums[r] + row_weight[r] * row_grad[r])
            .collect();
        for r in 0..m {
            system[r * m + r] = row_weight[r];
        }
        for (j, column) in shape.columns.iter().enumerate() {
            for &(r, a) in column {
                right[r] -= a * weight[j] * grad[j];
                for &(q, b) in column {
                    system[r * m + q] += a * b * weight[j];
                }
            }
        }
        let y = solve(&mut system, &right);
        let mut part = 1.0_f64;
        let step = |value: f64, change: f64, b: (f64, f64), part: &mut f64| {
            if change > 0.0 {
                *part = part.min(0.99 * (b.1 - value) / change);
            } else if change < 0.0 {
                *part = part.min(0.99 * (b.0 - value) / change);
            }
        };
        let mut dx = vec![0.0; n];
        for j in 0..n {
            let dual: f64 = shape.columns[j].iter().map(|&(r, a)| a * y[r]).sum();
            dx[j] = -weight[j] * (grad[j] + dual);
            if !self.held[j] {
                step(self.x[j], dx[j], shape.boxes[j], &mut part);
            }
        }
        let mut ds = vec![0.0; m];
        for r in 0..m {
            ds[r] = -row_weight[r] * (row_grad[r] - y[r]);
            if !self.held_row[r] {
                step(self.sums[r], ds[r], shape.rows[r], &mut part);
            }
        }
        self.x.iter_mut().zip(&dx).for_each(|(v, d)| *v += part * d);
        self.sums.iter_mut().zip(&ds).for_each(|(v, d)| *v += part * d);
        part
    }
}

fn barrier(value: f64, (low, high): (f64, f64), mu: f64) -> (f64, f64) {
    let (a, b) = (value - low, high - value);
    (mu / b - mu / a, mu / (a * a) + mu / (b * b))
}

fn row_sums(shape: &Shape, x: &[f64]) -> Vec<f64> {
    let mut sums = vec![0.0; shape.rows.len()];
    for (column, value) in shape.columns.iter().zip(x) {
        column.iter().for_each(|&(r, a)| sums[r] += a * value);
    }
    sums
}

/// Cholesky with a floor under the pivots: dependent rows (a category adds up to the seats) get no
/// multiplier of their own.
fn solve(system: &mut [f64], right: &[f64]) -> Vec<f64> {
    let m = right.len();
    let scale = (0..m).map(|i| system[i * m + i]).fold(0.0, f64::max);
    let mut dead = vec![false; m];
    for i in 0..m {
        for j in 0..=i {
            let known: f64 = (0..j).map(|k| system[i * m + k] * system[j * m + k]).sum();
            let value = system[i * m + j] - known;
            if i == j {
                dead[i] = value < 1e-13 * system[i * m + i].max(1e-6 * scale);
                system[i * m + i] = if dead[i] { 1.0 } else { value.sqrt() };
            } else {
                system[i * m + j] = if dead[j] { 0.0 } else { value / system[j * m + j] };
            }
        }
        if dead[i] {
            (0..i).for_each(|k| system[i * m + k] = 0.0);
        }
    }
    let mut y = right.to_vec();
    for i in 0..m {
        let known: f64 = (0..i).map(|k| system[i * m + k] * y[k]).sum();
        y[i] = if dead[i] {
            0.0
        } else {
            (y[i] - known) / system[i * m + i]
        };
    }
    for i in (0..m).rev() {
        let known: f64 = (i + 1..m).map(|k| system[k * m + i] * y[k]).sum();
        y[i] = if dead[i] {
            0.0
        } else {
            (y[i] - known) / system[i * m + i]
        };
    }
    y
}
