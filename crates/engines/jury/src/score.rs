//! What the scores of a jury say.
//!
//! Each review is first made one number: the mean of its criteria by their weights. Then, for each entry, the plain mean
//! and the median, and the *calibrated value*: the least-squares estimate of the model
//!
//! ```text
//! score of entry i by reviewer j = value of i + severity of j + rest
//! ```
//!
//! in which severities of the reviewers add up to zero, so that a value reads as the score that the average reviewer would
//! give. The two sets of unknowns can be told apart only where reviewers are connected through entries they share; where
//! they are not, nothing is calibrated and the result says so. (z-scores and subtracting each reviewer's mean are not
//! offered: on real juries of 9 they lost accuracy against the plain mean.)

mod agreement;
mod fit;
mod linear;
mod order;
mod read;
mod weights;

pub use agreement::{Level, alpha};
pub use order::{kendall, ranks};
pub use read::{Layout, read_scores};
pub use weights::{Weight, read_weights};

use serde::Serialize;

/// One review: what a reviewer gave an entry, by criterion.
#[derive(Debug, Clone, PartialEq)]
pub struct Review {
    /// Index of the entry.
    pub entry: usize,
    /// Index of the reviewer.
    pub reviewer: usize,
    /// The score for each criterion; `None` where none was given.
    pub scores: Vec<Option<f64>>,
    /// The row of the file (of the first score, where a row holds one).
    pub row: u64,
}

/// A criterion and how much it counts.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Criterion {
    /// Its name.
    pub name: String,
    /// Its weight, above zero.
    pub weight: f64,
}

/// All reviews of one jury.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Scores {
    /// Ids of the entries, in order of first appearance.
    pub entries: Vec<String>,
    /// Ids of the reviewers, in order of first appearance.
    pub reviewers: Vec<String>,
    /// The criteria.
    pub criteria: Vec<Criterion>,
    /// The reviews; no pair of entry and reviewer twice.
    pub reviews: Vec<Review>,
}

impl Scores {
    /// Each review as one number: the mean of its criteria by weight (over those scored).
    pub fn totals(&self) -> Vec<Mark> {
        let total = |review: &Review| {
            let scored = review
                .scores
                .iter()
                .zip(&self.criteria)
                .filter_map(|(score, criterion)| Some((score.as_ref()?, criterion.weight)));
            let (sum, weight) = scored.fold((0.0, 0.0), |(sum, of), (score, weight)| {
                (sum + score * weight, of + weight)
            });
            (weight > 0.0).then(|| Mark {
                entry: review.entry,
                reviewer: review.reviewer,
                score: sum / weight,
            })
        };
        self.reviews.iter().filter_map(total).collect()
    }

    /// The scores for one criterion.
    pub fn of_criterion(&self, criterion: usize) -> Vec<Mark> {
        let mark = |review: &Review| {
            let score = review.scores.get(criterion).copied().flatten()?;
            Some(Mark {
                entry: review.entry,
                reviewer: review.reviewer,
                score,
            })
        };
        self.reviews.iter().filter_map(mark).collect()
    }
}

/// One number given by a reviewer to an entry.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Mark {
    /// Index of the entry.
    pub entry: usize,
    /// Index of the reviewer.
    pub reviewer: usize,
    /// The number.
    pub score: f64,
}

/// What is known of an entry.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct EntryScore {
    /// Reviews it has.
    pub reviews: usize,
    /// Mean of its reviews.
    pub mean: f64,
    /// Median of its reviews.
    pub median: f64,
    /// Least and largest review.
    pub range: (f64, f64),
    /// Value with the reviewers' severity taken out; `None` where the jury is not connected.
    pub calibrated: Option<f64>,
    /// The same within the entry's own part of the jury; comparable with entries of the same part only.
    pub calibrated_in_part: f64,
    /// Standard error of either; `None` where no review is left over to estimate it.
    pub standard_error: Option<f64>,
    /// Number of the connected part of the jury it belongs to.
    pub part: usize,
}

/// What is known of a reviewer.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ReviewerScore {
    /// Reviews given.
    pub reviews: usize,
    /// Mean of the scores given.
    pub mean: f64,
    /// How far the reviewer's scores are above (lenient) or below (severe) those of the average reviewer of the part.
    pub severity: f64,
    /// Standard error of that.
    pub standard_error: Option<f64>,
    /// Root of the mean square of what the model leaves of the reviewer's scores.
    pub spread: f64,
    /// Number of the connected part of the jury.
    pub part: usize,
}

/// A review far from what its entry and reviewer would lead one to expect.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Outlier {
    /// Index of the entry.
    pub entry: usize,
    /// Index of the reviewer.
    pub reviewer: usize,
    /// The score given.
    pub score: f64,
    /// The score that the model of all other reviews expects.
    pub expected: f64,
    /// Residual in units of its own standard error, estimated without this review (externally studentised).
    pub studentised: f64,
}

/// The statistics of one set of marks.
#[derive(Debug, Clone, PartialEq)]
pub struct Statistics {
    /// By entry; `None` for an entry without a mark.
    pub entries: Vec<Option<EntryScore>>,
    /// By reviewer; `None` for a reviewer without a mark.
    pub reviewers: Vec<Option<ReviewerScore>>,
    /// Whether all reviewers with marks are connected through shared entries, so that values are calibrated.
    pub connected: bool,
    /// The connected parts, each a list of reviewers.
    pub parts: Vec<Vec<usize>>,
    /// Krippendorff's alpha for intervals; `None` where no entry has two reviews or all scores are the same.
    pub alpha: Option<f64>,
    /// Standard deviation of what the model leaves; `None` where no review is left over.
    pub residual_sd: Option<f64>,
    /// Reviews minus unknowns of the model.
    pub degrees_of_freedom: usize,
    /// Reviews whose studentised residual is beyond the limit, the farthest first.
    pub outliers: Vec<Outlier>,
}

/// Computes everything from the marks. `outlier` is the limit for studentised residuals (3 is usual).
pub fn statistics(entries: usize, reviewers: usize, marks: &[Mark], outlier: f64) -> Statistics {
    fit::statistics(entries, reviewers, marks, outlier)
}

/// The middle of the values: of an even number the mean of the two in the middle. Zero for none.
pub fn median(values: &mut [f64]) -> f64 {
    values.sort_by(f64::total_cmp);
    let n = values.len();
    match (n, n % 2) {
        (0, _) => 0.0,
        (_, 1) => values[n / 2],
        _ => f64::midpoint(values[n / 2 - 1], values[n / 2]),
    }
}
