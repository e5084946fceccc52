//! Least squares for "score = value of the entry + severity of the reviewer + rest", with standard errors.
//!
//! The entries are eliminated: what is left for the severities is the Laplacian matrix of the reviewers' overlap, each
//! entry with n reviews adding 1 - 1/n on the diagonal and -1/n beside it. Its null vectors are the connected parts; the
//! inverse used here is the one on severities that add up to zero in each part. (Searle, Linear Models, 1971, chapter 7,
//! on the two-way classification without interaction.)

use super::linear::Symmetric;
use super::{EntryScore, Mark, Outlier, ReviewerScore, Statistics, agreement, median};
use crate::assign::components;

pub fn statistics(entries: usize, reviewers: usize, marks: &[Mark], outlier: f64) -> Statistics {
    let mut of_entry: Vec<Vec<&Mark>> = vec![Vec::new(); entries];
    let mut of_reviewer: Vec<Vec<&Mark>> = vec![Vec::new(); reviewers];
    for mark in marks {
        of_entry[mark.entry].push(mark);
        of_reviewer[mark.reviewer].push(mark);
    }
    let lists: Vec<Vec<usize>> = of_entry
        .iter()
        .map(|list| list.iter().map(|mark| mark.reviewer).collect())
        .collect();
    let parts = components(&lists, reviewers);
    let mut part_of = vec![usize::MAX; reviewers];
    for (part, members) in parts.iter().enumerate() {
        members.iter().for_each(|&member| part_of[member] = part);
    }
    let model = Model::new(&of_entry, &parts, reviewers);
    let severity = model.severities(&of_entry);
    let entry_mean = |list: &[&Mark]| list.iter().map(|mark| mark.score).sum::<f64>() / list.len() as f64;
    let value = |list: &[&Mark]| {
        list.iter()
            .map(|mark| mark.score - severity[mark.reviewer])
            .sum::<f64>()
            / list.len() as f64
    };
    let values: Vec<f64> = of_entry
        .iter()
        .map(|list| if list.is_empty() { 0.0 } else { value(list) })
        .collect();

    let scored = of_entry.iter().filter(|list| !list.is_empty()).count();
    let unknowns = scored + parts.iter().map(|members| members.len() - 1).sum::<usize>();
    let freedom = marks.len().saturating_sub(unknowns);
    let rest = |mark: &Mark| mark.score - values[mark.entry] - severity[mark.reviewer];
    let squares: f64 = marks.iter().map(|mark| rest(mark).powi(2)).sum();
    let residual_sd = (freedom > 0).then(|| (squares / freedom as f64).sqrt());
    let connected = parts.len() <= 1;

    let entry_scores = of_entry.iter().zip(&values).map(|(list, &value)| {
        let mut scores: Vec<f64> = list.iter().map(|mark| mark.score).collect();
        let middle = median(&mut scores);
        Some(EntryScore {
            reviews: list.len(),
            mean: entry_mean(list),
            median: middle,
            range: (*scores.first()?, *scores.last()?),
            calibrated: connected.then_some(value),
            calibrated_in_part: value,
            standard_error: residual_sd.map(|sd| sd * model.entry_variance(list).sqrt()),
            part: part_of[list.first()?.reviewer],
        })
    });
    let reviewer_scores = of_reviewer.iter().enumerate().map(|(reviewer, list)| {
        let first = list.first()?;
        let squares: f64 = list.iter().map(|mark| rest(mark).powi(2)).sum();
        Some(ReviewerScore {
            reviews: list.len(),
            mean: entry_mean(list),
            severity: severity[reviewer],
            standard_error: residual_sd.map(|sd| sd * model.inverse.get(reviewer, reviewer).max(0.0).sqrt()),
            spread: (squares / list.len() as f64).sqrt(),
            part: part_of[first.reviewer],
        })
    });
    Statistics {
        entries: entry_scores.collect(),
        reviewers: reviewer_scores.collect(),
        connected,
        alpha: agreement::interval(&of_entry),
        residual_sd,
        degrees_of_freedom: freedom,
        outliers: outliers(&model, &of_entry, marks, &rest, (squares, freedom), outlier),
        parts,
    }
}

/// The reviewers' overlap, inverted.
struct Model {
    inverse: Symmetric,
}

impl Model {
    fn new(of_entry: &[Vec<&Mark>], parts: &[Vec<usize>], reviewers: usize) -> Self {
        let mut laplacian = Symmetric::zero(reviewers);
        for list in of_entry {
            let share = 1.0 / list.len() as f64;
            for a in list {
                laplacian.add(a.reviewer, a.reviewer, 1.0);
                for b in list {
                    laplacian.add(a.reviewer, b.reviewer, -share);
                }
            }
        }
        // One unit along each null vector makes the matrix invertible; taking the same away again from the inverse
        // leaves the inverse on severities that add up to zero.
        let mut active = vec![false; reviewers];
        for members in parts {
            let lift = 1.0 / members.len() as f64;
            for &a in members {
                active[a] = true;
                members.iter().for_each(|&b| laplacian.add(a, b, lift));
            }
        }
        for (reviewer, _) in active.iter().enumerate().filter(|(_, active)| !**active) {
            laplacian.add(reviewer, reviewer, 1.0);
        }
        // It is positive definite: a Laplacian plus the projection on its null space.
        let mut inverse = laplacian.inverse().unwrap_or_else(|| Symmetric::zero(reviewers));
        for members in parts {
            let lift = 1.0 / members.len() as f64;
            for &a in members {
                members.iter().for_each(|&b| inverse.add(a, b, -lift));
            }
        }
        Self { inverse }
    }

    /// The severities that leave least squares.
    fn severities(&self, of_entry: &[Vec<&Mark>]) -> Vec<f64> {
        let n = self.inverse.size();
        let mut right = vec![0.0; n];
        for list in of_entry.iter().filter(|list| !list.is_empty()) {
            let mean = list.iter().map(|mark| mark.score).sum::<f64>() / list.len() as f64;
            list.iter()
                .for_each(|mark| right[mark.reviewer] += mark.score - mean);
        }
        (0..n)
            .map(|row| self.inverse.row(row).iter().zip(&right).map(|(a, b)| a * b).sum())
            .collect()
    }

    /// Variance of an entry's value in units of the residual variance: that of the mean of its reviews, plus that of the
    /// mean of its reviewers' severities, which is independent of the first.
    fn entry_variance(&self, list: &[&Mark]) -> f64 {
        let n = list.len() as f64;
        let severities: f64 = list
            .iter()
            .flat_map(|a| list.iter().map(|b| self.inverse.get(a.reviewer, b.reviewer)))
            .sum();
        1.0 / n + severities / (n * n)
    }

    /// How much of a review's own score stands in its fitted value: 1 means that nothing checks it.
    fn leverage(&self, list: &[&Mark], mark: &Mark) -> f64 {
        let n = list.len() as f64;
        let at = |a: usize, b: usize| self.inverse.get(a, b);
        let with_entry: f64 = list
            .iter()
            .map(|other| at(mark.reviewer, other.reviewer))
            .sum::<f64>()
            / n;
        let entry: f64 = list
            .iter()
            .flat_map(|a| list.iter().map(|b| at(a.reviewer, b.reviewer)))
            .sum::<f64>()
            / (n * n);
        1.0 / n + at(mark.reviewer, mark.reviewer) - 2.0 * with_entry + entry
    }
}

/// Reviews whose residual, divided by its standard error from all *other* reviews, is beyond the limit (Cook and Weisberg,
/// Residuals and Influence in Regression, 1982, section 2.2).
fn outliers(
    model: &Model,
    of_entry: &[Vec<&Mark>],
    marks: &[Mark],
    rest: &impl Fn(&Mark) -> f64,
    (squares, freedom): (f64, usize),
    limit: f64,
) -> Vec<Outlier> {
    if freedom < 2 {
        return Vec::new();
    }
    let mut found: Vec<Outlier> = Vec::new();
    for mark in marks {
        let free = 1.0 - model.leverage(&of_entry[mark.entry], mark);
        if free < 1e-9 {
            continue;
        }
        let residual = rest(mark);
        let others = (squares - residual * residual / free) / (freedom - 1) as f64;
        let scale = (others.max(0.0) * free).sqrt();
        // Everything else fits exactly: any difference is beyond every limit, but rounding is not a difference.
        let studentised = if scale > 1e-12 * (1.0 + mark.score.abs()) {
            residual / scale
        } else if residual.abs() > 1e-9 * (1.0 + mark.score.abs()) {
            1e6 * residual.signum()
        } else {
            continue;
        };
        if studentised.abs() > limit {
            let expected = mark.score - residual / free;
            found.push(Outlier {
                entry: mark.entry,
                reviewer: mark.reviewer,
                score: mark.score,
                expected,
                studentised,
            });
        }
    }
    found.sort_by(|a, b| b.studentised.abs().total_cmp(&a.studentised.abs()));
    found
}
