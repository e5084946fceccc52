//! `kapok jury score`.

mod report;

use std::fmt::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Result, bail};
use kapok_jury::assign::read_entries;
use kapok_jury::score::{Layout, Scores, Statistics, kendall, ranks, read_scores, read_weights, statistics};
use serde_json::{Map, Value, json};

use crate::output::{Output, cell, cell_or_empty, csv, read};

/// Say what the scores say.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Scores: reviewer, entry and score, with a column criterion or not; or reviewer, entry and a column for each criterion.
    #[arg(long, value_name = "FILE")]
    scores: PathBuf,
    /// Criteria and their weights: columns criterion and weight, and perhaps min and max.
    #[arg(long, visible_alias = "criteria", value_name = "FILE")]
    weights: Option<PathBuf>,
    /// Entries with a column of authors, who must not score their own.
    #[arg(long, value_name = "FILE")]
    entries: Option<PathBuf>,
    /// Lowest score allowed.
    #[arg(long, allow_negative_numbers = true)]
    min: Option<f64>,
    /// Highest score allowed.
    #[arg(long, allow_negative_numbers = true)]
    max: Option<f64>,
    /// A review may lack the score for a criterion.
    #[arg(long)]
    allow_missing: bool,
    /// Columns whose values split the file into juries of their own.
    #[arg(long, value_delimiter = ',', value_name = "COLUMNS")]
    by: Vec<String>,
    /// How many standard errors away a score is an outlier.
    #[arg(long, default_value_t = 3.0)]
    outlier: f64,
    #[command(flatten)]
    output: Output,
}

/// Runs the command.
pub fn run(args: &Args) -> Result<ExitCode> {
    let file = read(&args.scores)?;
    let weights = match &args.weights {
        None => Vec::new(),
        Some(path) => {
            let file = read(path)?;
            read_weights(&file.name, &*file.bytes)?
        }
    };
    let mut authors = Vec::new();
    if let Some(path) = &args.entries {
        let file = read(path)?;
        for entry in read_entries(&file.name, &*file.bytes)? {
            authors.extend(entry.authors.into_iter().map(|author| (entry.id.clone(), author)));
        }
    }
    let range = match (args.min, args.max) {
        (None, None) => None,
        (min, max) => Some((min.unwrap_or(f64::NEG_INFINITY), max.unwrap_or(f64::INFINITY))),
    };
    if range.is_some_and(|(min, max)| min >= max) {
        bail!("--min is not below --max. Give the lowest and the highest score, such as --min 0 --max 10.");
    }
    let layout = Layout {
        range,
        weights,
        allow_missing: args.allow_missing,
        by: args.by.clone(),
        authors,
    };
    let juries: Vec<Jury> = read_scores(&file.name, &*file.bytes, &layout)?
        .into_iter()
        .map(|(name, scores)| Jury::new(name, scores, args.outlier))
        .collect();
    let json = if args.by.is_empty() {
        juries[0].json()
    } else {
        json!({"command": "jury score", "juries": juries.iter().map(Jury::json).collect::<Vec<_>>()})
    };
    let summary: String = juries.iter().map(Jury::summary).collect();
    args.output.write(
        &summary,
        || csv_of(&juries, !args.by.is_empty()),
        &json,
        || report::page(&juries, args.output.lang).html(),
    )?;
    Ok(ExitCode::SUCCESS)
}

/// A jury and its statistics.
pub struct Jury {
    name: String,
    scores: Scores,
    total: Statistics,
    criteria: Vec<Statistics>,
}

impl Jury {
    fn new(name: String, scores: Scores, outlier: f64) -> Self {
        let (entries, reviewers) = (scores.entries.len(), scores.reviewers.len());
        let total = statistics(entries, reviewers, &scores.totals(), outlier);
        let criteria = (0..scores.criteria.len())
            .map(|criterion| statistics(entries, reviewers, &scores.of_criterion(criterion), outlier))
            .collect();
        Self {
            name,
            scores,
            total,
            criteria,
        }
    }

    /// The value that counts for an entry: calibrated where that is possible, else the mean.
    fn value(&self, entry: usize) -> Option<f64> {
        self.total.entries[entry]
            .as_ref()
            .map(|score| score.calibrated.unwrap_or(score.mean))
    }

    fn ranks(&self) -> [Vec<Option<usize>>; 3] {
        let of = |value: &dyn Fn(usize) -> Option<f64>| {
            ranks(
                &(0..self.scores.entries.len())
                    .map(value)
                    .map(rounded)
                    .collect::<Vec<_>>(),
            )
        };
        let score = |entry: usize| self.total.entries[entry].as_ref();
        [
            of(&|entry| self.value(entry)),
            of(&|entry| score(entry).map(|score| score.mean)),
            of(&|entry| score(entry).map(|score| score.median)),
        ]
    }

    /// Entries from the first rank down.
    fn order(&self) -> Vec<usize> {
        let mut order: Vec<usize> = (0..self.scores.entries.len()).collect();
        order.sort_by(|&a, &b| {
            rounded(self.value(b))
                .unwrap_or(f64::MIN)
                .total_cmp(&rounded(self.value(a)).unwrap_or(f64::MIN))
        });
        order
    }

    fn warnings(&self) -> Vec<String> {
        let mut warnings = Vec::new();
        if !self.total.connected {
            warnings.push(format!(
                "the reviewers fall into {} groups that share no entry, so that severity cannot be told from the strength of entries: nothing is calibrated, the score is the plain mean",
                self.total.parts.len()
            ));
        } else if self.total.residual_sd.is_none() {
            warnings.push(
                "there are no more reviews than unknowns: no standard errors, and no outlier can be seen"
                    .to_owned(),
            );
        }
        warnings
    }

    fn json(&self) -> Value {
        let [rank, rank_mean, rank_median] = self.ranks();
        let entry = |entry: usize| {
            let score = self.total.entries[entry].as_ref()?;
            let criteria: Map<String, Value> = self
                .scores
                .criteria
                .iter()
                .zip(&self.criteria)
                .filter_map(|(criterion, statistics)| {
                    let own = statistics.entries[entry].as_ref()?;
                    Some((
                        criterion.name.clone(),
                        json!({"mean": own.mean, "median": own.median, "calibrated": own.calibrated}),
                    ))
                })
                .collect();
            Some(json!({
                "entry": self.scores.entries[entry],
                "rank": rank[entry],
                "score": self.value(entry),
                "reviews": score.reviews,
                "mean": score.mean,
                "median": score.median,
                "min": score.range.0,
                "max": score.range.1,
                "calibrated": score.calibrated,
                "calibrated_in_part": score.calibrated_in_part,
                "standard_error": score.standard_error,
                "rank_mean": rank_mean[entry],
                "rank_median": rank_median[entry],
                "part": score.part,
                "criteria": criteria,
            }))
        };
        let reviewer = |(reviewer, score): (usize, &Option<kapok_jury::score::ReviewerScore>)| {
            let score = score.as_ref()?;
            let mut value = serde_json::to_value(score).ok()?;
            value
                .as_object_mut()?
                .insert("reviewer".to_owned(), json!(self.scores.reviewers[reviewer]));
            Some(value)
        };
        let criteria = self.scores.criteria.iter().zip(&self.criteria).map(|(criterion, statistics)| {
            json!({"criterion": criterion.name, "weight": criterion.weight, "alpha": statistics.alpha, "residual_sd": statistics.residual_sd})
        });
        let outliers = self.total.outliers.iter().map(|outlier| {
            json!({
                "entry": self.scores.entries[outlier.entry],
                "reviewer": self.scores.reviewers[outlier.reviewer],
                "score": outlier.score,
                "expected": outlier.expected,
                "studentised": outlier.studentised,
            })
        });
        let parts: Vec<Vec<&str>> = self
            .total
            .parts
            .iter()
            .map(|part| {
                part.iter()
                    .map(|&reviewer| self.scores.reviewers[reviewer].as_str())
                    .collect()
            })
            .collect();
        json!({
            "command": "jury score",
            "jury": self.name,
            "reviews": self.scores.reviews.len(),
            "connected": self.total.connected,
            "components": parts,
            "warnings": self.warnings(),
            "alpha": self.total.alpha,
            "residual_sd": self.total.residual_sd,
            "degrees_of_freedom": self.total.degrees_of_freedom,
            "mean_and_calibrated_tau": self.agreement_of_orders(),
            "entries": self.order().into_iter().filter_map(entry).collect::<Vec<_>>(),
            "reviewers": self.total.reviewers.iter().enumerate().filter_map(reviewer).collect::<Vec<_>>(),
            "criteria": criteria.collect::<Vec<_>>(),
            "outliers": outliers.collect::<Vec<_>>(),
        })
    }

    /// Kendall's tau of the orders by mean and by calibrated value.
    fn agreement_of_orders(&self) -> Option<f64> {
        let scores: Vec<_> = self.total.entries.iter().flatten().collect();
        let calibrated: Vec<f64> = scores
            .iter()
            .map(|score| score.calibrated)
            .collect::<Option<_>>()?;
        kendall(
            &scores.iter().map(|score| score.mean).collect::<Vec<_>>(),
            &calibrated,
        )
    }

    fn summary(&self) -> String {
        let mut text = String::new();
        if !self.name.is_empty() {
            let _ = writeln!(text, "{}", self.name);
        }
        let _ = writeln!(
            text,
            "{} reviews of {} entries by {} reviewers; agreement (Krippendorff's alpha) {}; {} outliers",
            self.scores.reviews.len(),
            self.scores.entries.len(),
            self.scores.reviewers.len(),
            self.total
                .alpha
                .map_or_else(|| "unknown".to_owned(), |alpha| format!("{alpha:.3}")),
            self.total.outliers.len(),
        );
        for warning in self.warnings() {
            let _ = writeln!(text, "warning: {warning}");
        }
        let [ranks, ..] = self.ranks();
        for entry in self.order().into_iter().take(10) {
            let (Some(rank), Some(value)) = (ranks[entry], self.value(entry)) else {
                continue;
            };
            let _ = writeln!(text, "{rank:>4}  {value:>9.3}  {}", self.scores.entries[entry]);
        }
        text
    }
}

/// Values that differ by rounding errors only are equal.
fn rounded(value: Option<f64>) -> Option<f64> {
    value.map(|value| (value * 1e9).round() / 1e9)
}

fn csv_of(juries: &[Jury], with_name: bool) -> Result<Vec<u8>> {
    let mut head = vec![
        "entry",
        "rank",
        "score",
        "reviews",
        "mean",
        "median",
        "calibrated",
        "standard_error",
        "min",
        "max",
        "rank_mean",
        "rank_median",
        "part",
    ];
    let names: Vec<String> = juries.first().map_or_else(Vec::new, |jury| {
        jury.scores
            .criteria
            .iter()
            .map(|criterion| criterion.name.clone())
            .collect()
    });
    let several = names.len() > 1;
    if several {
        head.extend(names.iter().map(String::as_str));
    }
    if with_name {
        head.insert(0, "jury");
    }
    let mut rows = Vec::new();
    for jury in juries {
        let [rank, rank_mean, rank_median] = jury.ranks();
        let place = |rank: Option<usize>| rank.map_or_else(String::new, |rank| rank.to_string());
        for entry in jury.order() {
            let Some(score) = &jury.total.entries[entry] else {
                continue;
            };
            let mut row = vec![
                jury.scores.entries[entry].clone(),
                place(rank[entry]),
                cell_or_empty(jury.value(entry)),
                score.reviews.to_string(),
                cell(score.mean),
                cell(score.median),
                cell_or_empty(score.calibrated),
                cell_or_empty(score.standard_error),
                cell(score.range.0),
                cell(score.range.1),
                place(rank_mean[entry]),
                place(rank_median[entry]),
                (score.part + 1).to_string(),
            ];
            if several {
                row.extend(jury.criteria.iter().map(|statistics| {
                    cell_or_empty(
                        statistics.entries[entry]
                            .as_ref()
                            .map(|own| own.calibrated.unwrap_or(own.mean)),
                    )
                }));
            }
            if with_name {
                row.insert(0, jury.name.clone());
            }
            rows.push(row);
        }
    }
    csv(&head, rows)
}
