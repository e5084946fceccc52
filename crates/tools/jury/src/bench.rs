//! `kapok bench jury`: how well scores of few reviewers find the order of all, and what assignment and choice cost.

mod made;
mod skaters;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result};
use kapok_jury::assign::{Rules, assign};
use kapok_jury::choose::{Problem, SearchLimit, choose, prices};
use kapok_jury::rank::TieRule;
use kapok_report::measure::{self, Cost};
use serde_json::{Value, json};

/// Measure the jury engine.
#[derive(Debug, Clone, clap::Args)]
pub struct BenchArgs {
    /// Scores of skating judges: competition, program, entry, judge, score.
    #[arg(
        long,
        default_value = "../shared/data/jury/isu_judges_long.csv",
        value_name = "FILE"
    )]
    data: PathBuf,
    /// How often marks are hidden, in each jury. With 20 the averages scatter by about 0.0013, with 400 by 0.0003.
    #[arg(long, default_value_t = 400)]
    repetitions: u64,
    /// Write the table as JSON too.
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,
    /// Measure only this: skaters, assign, assign-large or choose.
    #[arg(long, value_name = "WHAT")]
    only: Option<String>,
}

/// A line of the table.
struct Line {
    what: String,
    measured: f64,
    unit: &'static str,
    target: Option<f64>,
    met: Option<bool>,
    note: String,
}

impl Line {
    fn at_most(what: &str, measured: f64, unit: &'static str, target: f64) -> Self {
        Self {
            what: what.to_owned(),
            measured,
            unit,
            target: Some(target),
            met: Some(measured <= target),
            note: String::new(),
        }
    }

    fn at_least(what: &str, measured: f64, unit: &'static str, target: f64) -> Self {
        Self {
            met: Some(measured >= target),
            ..Self::at_most(what, measured, unit, target)
        }
    }

    fn seen(what: &str, measured: f64, unit: &'static str) -> Self {
        Self {
            what: what.to_owned(),
            measured,
            unit,
            target: None,
            met: None,
            note: String::new(),
        }
    }

    fn noted(self, note: impl Into<String>) -> Self {
        Self {
            note: note.into(),
            ..self
        }
    }

    fn json(&self) -> Value {
        json!({"what": self.what, "measured": self.measured, "unit": self.unit, "target": self.target, "met": self.met, "note": self.note})
    }
}

/// Runs the benchmark. Fails when a target is missed.
pub fn run(args: &BenchArgs) -> Result<ExitCode> {
    let wanted = |what: &str| args.only.as_deref().is_none_or(|only| only == what);
    let mut lines = Vec::new();
    if wanted("skaters") {
        if args.data.exists() {
            lines.extend(skaters(&args.data, args.repetitions)?);
        } else {
            eprintln!(
                "{} is not there; the calibration of real juries is not measured",
                args.data.display()
            );
        }
    }
    if wanted("assign") {
        lines.extend(assignment(273, 24, 0.1)?);
    }
    if wanted("assign-large") {
        lines.extend(assignment(10_000, 1_000, 60.0)?);
    }
    if wanted("choose") {
        lines.extend(choices()?);
    }
    println!("{:<58} {:>10} {:<8} {:>8}  met", "what", "measured", "", "target");
    for line in &lines {
        let target = line.target.map_or_else(String::new, |target| target.to_string());
        let met = line.met.map_or("", |met| if met { "yes" } else { "NO" });
        println!(
            "{:<58} {:>10.4} {:<8} {:>8}  {met:<4}{}",
            line.what, line.measured, line.unit, target, line.note
        );
    }
    if let Some(path) = &args.json {
        let lines: Vec<Value> = lines.iter().map(Line::json).collect();
        std::fs::write(path, serde_json::to_vec_pretty(&lines)?)
            .with_context(|| format!("{} cannot be written", path.display()))?;
    }
    Ok(if lines.iter().all(|line| line.met != Some(false)) {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

fn skaters(path: &Path, repetitions: u64) -> Result<Vec<Line>> {
    let juries = skaters::read(path)?;
    let (results, cost) = measure::run(|| skaters::compare(&juries, repetitions));
    let mut lines = Vec::new();
    let (results, of_run) = results?;
    for ((bias, result), runs) in ["as it is", "bias as large as the spread"]
        .iter()
        .zip(results)
        .zip(of_run)
    {
        for (method, tau, top) in result {
            let what = format!("Kendall tau, 3 of 9 marks, {bias}: {method}");
            let line = if method == skaters::CALIBRATED {
                Line::at_least(&what, tau, "", 0.91)
            } else {
                Line::seen(&what, tau, "")
            };
            lines.push(line.noted(format!("best five {top:.3}")));
        }
        let met = runs.iter().filter(|tau| **tau >= 0.91).count();
        let least = runs.iter().copied().fold(f64::INFINITY, f64::min);
        if !runs.is_empty() {
            lines.push(
                Line::seen(
                    &format!("the same, {bias}: runs of 20 at .91 or more"),
                    met as f64,
                    "",
                )
                .noted(format!("of {}, least {least:.4}", runs.len())),
            );
        }
    }
    lines.push(
        Line::seen("the same: CPU", cost.cpu, "s")
            .noted(format!("{} juries, {repetitions} repetitions", juries.len())),
    );
    Ok(lines)
}

fn assignment(entries: usize, reviewers: usize, target: f64) -> Result<Vec<Line>> {
    let (of_entries, of_reviewers) = made::award(entries, reviewers, 7);
    let rules = Rules {
        one_of_region: true,
        seed: 1,
        ..Rules::new(3)
    };
    let (result, cost) = measure::run(|| assign(&of_entries, &of_reviewers, &rules));
    let quality = result?.quality;
    let note = format!(
        "{} of {} assigned, loads {} to {}, connected {}, {} field matches{}",
        quality.assigned,
        quality.wanted,
        quality.min_load,
        quality.max_load,
        quality.connected,
        quality.field_matches.unwrap_or(0),
        memory(cost),
    );
    Ok(vec![
        Line::at_most(
            &format!("assign {entries} x 3 to {reviewers}: CPU"),
            cost.cpu,
            "s",
            target,
        )
        .noted(note),
    ])
}

fn memory(cost: Cost) -> String {
    cost.peak
        .map_or_else(String::new, |peak| format!(", peak {} MB", peak >> 20))
}

fn choices() -> Result<Vec<Line>> {
    let mut lines = Vec::new();
    let mut items = made::items(273, 3);
    for seats in [45, 15, 5] {
        let limits = made::limits(seats);
        let problem = Problem::new(&made::categories(), &items, &limits, seats);
        let limit = SearchLimit::branches(1_000_000);
        let (choice, cost) = measure::run(|| choose(&problem, &TieRule::Shared, limit));
        let choice = choice?;
        let (prices, price_cost) = measure::run(|| prices(&problem, &choice, limit));
        let note = format!(
            "optimal {}, {} branches, score {:.3}, gap {}",
            choice.optimal,
            choice.branches,
            choice.total,
            choice.bound - choice.total
        );
        lines.push(
            Line::at_most(
                &format!("choose {seats} of {}: CPU", items.len()),
                cost.cpu,
                "s",
                1.0,
            )
            .noted(note),
        );
        let exact = prices.iter().filter(|price| price.exact).count();
        let note = format!(
            "{exact} of {} exact, all together {:.3}",
            prices.len(),
            prices[0].price
        );
        lines.push(
            Line::seen(
                &format!("prices of its {} limits: CPU", limits.len()),
                price_cost.cpu,
                "s",
            )
            .noted(note),
        );
        items = choice.chosen.iter().map(|&item| items[item].clone()).collect();
    }
    Ok(lines)
}
