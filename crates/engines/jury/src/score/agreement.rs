//! Krippendorff's alpha: how far reviewers agree, 1 for full agreement, 0 for what chance would give.
//!
//! Source: Krippendorff, "Computing Krippendorff's alpha-reliability" (2011); Content Analysis, chapter 11.

use super::Mark;

/// What differences between scores mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// Same or not.
    Nominal,
    /// Only the order counts.
    Ordinal,
    /// Differences count.
    Interval,
}

/// Alpha of units, each the list of scores that it was given. `None` where no unit has two scores, or all scores are the
/// same, so that there is nothing to agree on.
pub fn alpha(units: &[Vec<f64>], level: Level) -> Option<f64> {
    let paired: Vec<&Vec<f64>> = units.iter().filter(|unit| unit.len() > 1).collect();
    let mut all: Vec<f64> = paired.iter().flat_map(|unit| unit.iter().copied()).collect();
    all.sort_by(f64::total_cmp);
    let n = all.len() as f64;
    let place = |score: f64| match level {
        Level::Interval | Level::Nominal => score,
        // The place of a score among all: half of those equal to it count. Squares of differences of places are the
        // ordinal difference function.
        Level::Ordinal => {
            let below = all.partition_point(|&other| other < score);
            let not_above = all.partition_point(|&other| other <= score);
            (below + not_above) as f64 / 2.0
        }
    };
    let observed: f64 = paired
        .iter()
        .map(|unit| disagreement(&places(unit, place), level) / (unit.len() as f64 - 1.0))
        .sum();
    let expected = disagreement(&places(&all, place), level) / (n - 1.0);
    (n > 0.0 && expected > 0.0).then(|| 1.0 - observed / expected)
}

/// Alpha for intervals of the marks of each entry.
pub(super) fn interval(of_entry: &[Vec<&Mark>]) -> Option<f64> {
    let units: Vec<Vec<f64>> = of_entry
        .iter()
        .map(|list| list.iter().map(|mark| mark.score).collect())
        .collect();
    alpha(&units, Level::Interval)
}

fn places(scores: &[f64], place: impl Fn(f64) -> f64) -> Vec<f64> {
    scores.iter().map(|&score| place(score)).collect()
}

/// Sum over all ordered pairs of the squared difference, or of 1 for each pair that is not the same.
fn disagreement(scores: &[f64], level: Level) -> f64 {
    let n = scores.len() as f64;
    if level == Level::Nominal {
        let mut sorted = scores.to_vec();
        sorted.sort_by(f64::total_cmp);
        let same: f64 = sorted
            .chunk_by(|a, b| a == b)
            .map(|run| (run.len() * run.len()) as f64)
            .sum();
        return n * n - same;
    }
    let mean = scores.iter().sum::<f64>() / n;
    2.0 * n * scores.iter().map(|score| (score - mean).powi(2)).sum::<f64>()
}
