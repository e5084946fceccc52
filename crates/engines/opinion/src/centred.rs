//! The table of votes with a missing vote taken as the statement's mean, and the mean subtracted. A missing cell is then
//! exactly zero, so the table is as sparse as the votes, and every product costs O(votes): no sampling at any size.

use crate::votes::Votes;

/// Votes minus the mean of their column; agree counts +1, disagree -1, pass 0.
#[derive(Clone, Debug)]
pub struct Centred<'a> {
    votes: &'a Votes,
    means: Vec<f64>,
}

impl<'a> Centred<'a> {
    /// With the columns' means over the votes cast.
    pub fn new(votes: &'a Votes) -> Self {
        let mut sums = vec![0i64; votes.statements().len()];
        let mut counts = vec![0i64; votes.statements().len()];
        for (column, value) in votes.columns().iter().zip(votes.values()) {
            sums[*column as usize] += i64::from(*value);
            counts[*column as usize] += 1;
        }
        let mean = |(sum, count): (&i64, &i64)| {
            if *count == 0 {
                0.0
            } else {
                exact(*sum) / exact(*count)
            }
        };
        let means = sums.iter().zip(&counts).map(mean).collect();
        Self { votes, means }
    }

    /// Mean of each column: from -1 (all disagree) to +1 (all agree).
    pub fn means(&self) -> &[f64] {
        &self.means
    }

    /// The table's sums of products with itself, times a vector: one step of every method that finds components.
    /// `pairs` is room for work and holds (mean, entry) side by side.
    pub(crate) fn gram(&self, vector: &[f64], pairs: &mut Vec<[f64; 2]>, out: &mut [f64]) {
        pairs.clear();
        pairs.extend(self.means.iter().zip(vector).map(|(mean, entry)| [*mean, *entry]));
        out.fill(0.0);
        for row in 0..self.votes.participants().len() {
            let (columns, values) = self.votes.row(row);
            let mut product = 0.0;
            for (column, value) in columns.iter().zip(values) {
                let [mean, entry] = pairs[*column as usize];
                product += (f64::from(*value) - mean) * entry;
            }
            for (column, value) in columns.iter().zip(values) {
                let column = *column as usize;
                out[column] += product * (f64::from(*value) - pairs[column][0]);
            }
        }
    }

    /// The sum of squares along a direction of length 1.
    pub fn along(&self, direction: &[f64]) -> f64 {
        let mut image = vec![0.0; direction.len()];
        self.gram(direction, &mut Vec::new(), &mut image);
        crate::pca::dot(direction, &image)
    }

    /// The sum of all squared cells: the whole variance, times the number of rows.
    pub fn total(&self) -> f64 {
        let square =
            |(column, value): (&u32, &i8)| (f64::from(*value) - self.means[*column as usize]).powi(2);
        self.votes
            .columns()
            .iter()
            .zip(self.votes.values())
            .map(square)
            .sum()
    }
}

/// A count as a number; exact below 2^53.
#[expect(clippy::cast_precision_loss, reason = "counts of votes are far below 2^53")]
pub(crate) fn exact(count: i64) -> f64 {
    count as f64
}

/// A count as a number; exact below 2^53.
#[expect(clippy::cast_precision_loss, reason = "counts of votes are far below 2^53")]
pub(crate) fn number(count: usize) -> f64 {
    count as f64
}
