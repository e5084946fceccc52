//! Real juries: figure skating 2017, nine judges each (BuzzFeedNews/2018-02-figure-skating-analysis, CC BY 4.0).
//!
//! The mean of all nine is taken for the truth. Three of the nine marks of each entry are kept, those of judges whom the
//! assignment of this engine gives the entry (balanced and overlapping); each method makes an order of them, which is compared with the truth
//! by Kendall's tau. Once as the marks are, once with a bias added to each judge that is as large as the spread of entries.

use std::path::Path;

use anyhow::Result;
use kapok_jury::assign::{Entry, Reviewer, Rules, assign};
use kapok_jury::random::SplitMix;
use kapok_jury::score::{Layout, Mark, Scores, kendall, median, read_scores, statistics};

use crate::output::read as read_file;

/// Name of the method that the product offers.
pub const CALIBRATED: &str = "calibrated";
const METHODS: [&str; 5] = [
    CALIBRATED,
    "mean",
    "median",
    "less the judge's mean",
    "z-score per judge",
];

/// Method, mean Kendall tau, mean overlap of the best five.
pub type Results = Vec<(&'static str, f64, f64)>;

/// The juries of the file.
pub fn read(path: &Path) -> Result<Vec<Scores>> {
    let file = read_file(path)?;
    let layout = Layout {
        by: vec!["competition".to_owned(), "program".to_owned()],
        ..Layout::default()
    };
    Ok(read_scores(&file.name, &*file.bytes, &layout)?
        .into_iter()
        .map(|(_, scores)| scores)
        .collect())
}

/// Repetitions that make one run of the measurement as the target was first taken.
pub const RUN: u64 = 20;

/// Natural bias, then strong bias; and for each the mean tau of the calibrated value in each run of 20 repetitions.
pub fn compare(juries: &[Scores], repetitions: u64) -> Result<([Results; 2], [Vec<f64>; 2])> {
    let mut of_run = [0, 1].map(|_| vec![0.0; (repetitions / RUN) as usize]);
    let in_run = (juries.len() as u64 * RUN) as f64;
    let mut sums = [[(0.0, 0.0); METHODS.len()]; 2];
    for (number, jury) in juries.iter().enumerate() {
        let marks = jury.totals();
        let truth = means(jury.entries.len(), &marks);
        let spread = deviation(&truth);
        for repetition in 0..repetitions {
            let seed = number as u64 * 1_000_000 + repetition;
            let kept = keep_three(jury, &marks, seed)?;
            let mut random = SplitMix::new(seed ^ 0xB1A5);
            let bias: Vec<f64> = jury.reviewers.iter().map(|_| spread * random.normal()).collect();
            let biased: Vec<Mark> = kept
                .iter()
                .map(|mark| Mark {
                    score: mark.score + bias[mark.reviewer],
                    ..*mark
                })
                .collect();
            for ((sums, of_run), marks) in sums.iter_mut().zip(&mut of_run).zip([&kept, &biased]) {
                for (sum, method) in sums.iter_mut().zip(METHODS) {
                    let found = values(method, jury, marks);
                    let tau = kendall(&found, &truth).unwrap_or(0.0);
                    sum.0 += tau;
                    if method == CALIBRATED
                        && let Some(run) = of_run.get_mut((repetition / RUN) as usize)
                    {
                        *run += tau / in_run;
                    }
                    sum.1 += overlap_of_best(&found, &truth, 5);
                }
            }
        }
    }
    let runs = (juries.len() as u64 * repetitions).max(1) as f64;
    let results = sums.map(|sums| {
        METHODS
            .iter()
            .zip(sums)
            .map(|(&method, (tau, top))| (method, tau / runs, top / runs))
            .collect()
    });
    Ok((results, of_run))
}

/// The marks of three judges for each entry.
fn keep_three(jury: &Scores, marks: &[Mark], seed: u64) -> Result<Vec<Mark>> {
    let named = |name: &String| name.clone();
    let entries: Vec<Entry> = jury
        .entries
        .iter()
        .map(named)
        .map(|id| Entry {
            id,
            ..Entry::default()
        })
        .collect();
    let judges: Vec<Reviewer> = jury
        .reviewers
        .iter()
        .map(named)
        .map(|id| Reviewer {
            id,
            ..Reviewer::default()
        })
        .collect();
    let assignment = assign(
        &entries,
        &judges,
        &Rules {
            seed,
            ..Rules::new(3)
        },
    )?;
    let kept = marks
        .iter()
        .filter(|mark| assignment.reviewers[mark.entry].contains(&mark.reviewer));
    Ok(kept.copied().collect())
}

fn values(method: &str, jury: &Scores, marks: &[Mark]) -> Vec<f64> {
    let entries = jury.entries.len();
    let judges = jury.reviewers.len();
    match method {
        CALIBRATED => statistics(entries, judges, marks, 3.0)
            .entries
            .iter()
            .map(|score| score.as_ref().map_or(0.0, |score| score.calibrated_in_part))
            .collect(),
        "median" => (0..entries)
            .map(|entry| {
                median(
                    &mut marks
                        .iter()
                        .filter(|mark| mark.entry == entry)
                        .map(|mark| mark.score)
                        .collect::<Vec<_>>(),
                )
            })
            .collect(),
        "mean" => means(entries, marks),
        _ => {
            let own = |judge: usize| {
                marks
                    .iter()
                    .filter(move |mark| mark.reviewer == judge)
                    .map(|mark| mark.score)
                    .collect::<Vec<_>>()
            };
            let scale: Vec<(f64, f64)> = (0..judges)
                .map(|judge| {
                    let own = own(judge);
                    let spread = if method == "z-score per judge" {
                        deviation(&own)
                    } else {
                        1.0
                    };
                    (
                        own.iter().sum::<f64>() / own.len().max(1) as f64,
                        if spread > 0.0 { spread } else { 1.0 },
                    )
                })
                .collect();
            let scaled: Vec<Mark> = marks
                .iter()
                .map(|mark| Mark {
                    score: (mark.score - scale[mark.reviewer].0) / scale[mark.reviewer].1,
                    ..*mark
                })
                .collect();
            means(entries, &scaled)
        }
    }
}

fn means(entries: usize, marks: &[Mark]) -> Vec<f64> {
    let mut sums = vec![(0.0, 0.0); entries];
    for mark in marks {
        sums[mark.entry].0 += mark.score;
        sums[mark.entry].1 += 1.0;
    }
    sums.into_iter()
        .map(|(sum, count)| sum / f64::max(count, 1.0))
        .collect()
}

fn deviation(values: &[f64]) -> f64 {
    let mean = values.iter().sum::<f64>() / values.len().max(1) as f64;
    (values.iter().map(|value| (value - mean).powi(2)).sum::<f64>()
        / values.len().saturating_sub(1).max(1) as f64)
        .sqrt()
}

/// Share of the best so many of one list that are among the best of the other.
fn overlap_of_best(a: &[f64], b: &[f64], best: usize) -> f64 {
    let top = |values: &[f64]| {
        let mut order: Vec<usize> = (0..values.len()).collect();
        order.sort_by(|&x, &y| values[y].total_cmp(&values[x]));
        order.truncate(best);
        order
    };
    let (a, b) = (top(a), top(b));
    a.iter().filter(|entry| b.contains(entry)).count() as f64 / best as f64
}
