//! Multinomial logistic regression with a ridge: which label, with a probability.
//!
//! The mean loss plus ridge / 2 * |weights|^2 is brought down by Nesterov's accelerated gradient from zero with the fixed
//! step 1 / (1/2 * longest row^2 + ridge), which is below the inverse of the greatest curvature (Böhning, "Multinomial
//! logistic regression algorithm", 1992). No random numbers; the order of the rows matters only to the last digit.

/// Rows of (column, value).
pub(crate) type Row = Vec<(u32, f32)>;

/// The inverse of the ridge times the number of rows ("C" of scikit-learn).
const LOOSENESS: f32 = 10.0;
/// Steps of the gradient.
const STEPS: usize = 80;

/// Weights: for each column one number per label, and one for no column.
#[derive(Clone, Debug)]
pub(crate) struct Logistic {
    pub(crate) labels: usize,
    weights: Vec<f32>,
    base: Vec<f32>,
}

impl Logistic {
    /// Learns from rows and their labels, numbered from 0.
    pub(crate) fn learn(rows: &[&Row], truth: &[usize], labels: usize, columns: usize) -> Self {
        let n = rows.len().max(1) as f32;
        let ridge = 1.0 / (LOOSENESS * n);
        let longest = rows
            .iter()
            .map(|r| r.iter().map(|&(_, x)| x * x).sum::<f32>())
            .fold(0.0, f32::max);
        let step = 1.0 / (0.5 * (longest + 1.0) + ridge);
        let mut now = Self {
            labels,
            weights: vec![0.0; columns * labels],
            base: vec![0.0; labels],
        };
        let mut ahead = now.clone();
        let mut slope = now.clone();
        for round in 0..STEPS {
            slope
                .weights
                .iter_mut()
                .zip(&ahead.weights)
                .for_each(|(s, w)| *s = ridge * w);
            slope.base.fill(0.0);
            for (row, &truth) in rows.iter().zip(truth) {
                let mut error = softmax(&ahead.scores(row), 1.0);
                error[truth] -= 1.0;
                let error: Vec<f32> = error.iter().map(|&e| e as f32 / n).collect();
                for &(column, x) in row.iter() {
                    for (s, e) in slope.weights[column as usize * labels..][..labels]
                        .iter_mut()
                        .zip(&error)
                    {
                        *s += e * x;
                    }
                }
                slope.base.iter_mut().zip(&error).for_each(|(s, e)| *s += e);
            }
            let momentum = round as f32 / (round as f32 + 3.0);
            descend(
                &mut now.weights,
                &mut ahead.weights,
                &slope.weights,
                step,
                momentum,
            );
            descend(&mut now.base, &mut ahead.base, &slope.base, step, momentum);
        }
        now
    }

    /// The score of each label.
    pub(crate) fn scores(&self, row: &Row) -> Vec<f32> {
        let mut scores = self.base.clone();
        for &(column, x) in row {
            for (s, w) in scores.iter_mut().zip(self.of(column)) {
                *s += w * x;
            }
        }
        scores
    }

    /// The weights of a column.
    pub(crate) fn of(&self, column: u32) -> &[f32] {
        &self.weights[column as usize * self.labels..][..self.labels]
    }
}

fn descend(now: &mut [f32], ahead: &mut [f32], slope: &[f32], step: f32, momentum: f32) {
    for ((now, ahead), slope) in now.iter_mut().zip(ahead).zip(slope) {
        let next = *ahead - step * slope;
        *ahead = next + momentum * (next - *now);
        *now = next;
    }
}

/// Probabilities from scores divided by a temperature.
pub(crate) fn softmax(scores: &[f32], temperature: f64) -> Vec<f64> {
    let most = scores.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let mut odds: Vec<f64> = scores
        .iter()
        .map(|&s| (f64::from(s - most) / temperature).exp())
        .collect();
    let sum: f64 = odds.iter().sum();
    odds.iter_mut().for_each(|o| *o /= sum);
    odds
}
