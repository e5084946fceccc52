//! `kapok jury choose`.

mod report;

use std::fmt::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Result, bail};
use kapok_jury::choose::{
    Choice, ChooseError, Limit, Pool, Price, Problem, SearchLimit, choose, join_scores, prices, read_limits,
    read_pool,
};
use kapok_jury::rank::TieRule;
use serde_json::{Value, json};

use crate::output::{Output, cell, csv, read};
use crate::rank::{TieArgs, tie_json};

/// Choose the best under limits.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Entries: id, score (unless --scores) and a column for each category.
    #[arg(long, visible_alias = "pool", value_name = "FILE")]
    entries: PathBuf,
    /// Scores: entry and score, such as `kapok jury score --out` writes.
    #[arg(long, value_name = "FILE")]
    scores: Option<PathBuf>,
    /// Limits: category,feature,min,max (or feature,value,min,max); the value * means each value.
    #[arg(long, visible_alias = "quotas", value_name = "FILE")]
    limits: Option<PathBuf>,
    /// How many to choose.
    #[arg(long, short = 'k', visible_alias = "number", value_name = "N")]
    seats: u32,
    /// The column of scores, if it is not called score, value, calibrated, total or mean.
    #[arg(long, value_name = "COLUMN")]
    score_column: Option<String>,
    /// Most branches to look at before the best so far is given with its gap.
    #[arg(long, default_value_t = 2_000_000, value_name = "N")]
    branches: u64,
    #[command(flatten)]
    ties: TieArgs,
    #[command(flatten)]
    output: Output,
}

/// Runs the command. Fails with code 1 when no choice meets the limits; the results then name those that clash.
pub fn run(args: &Args) -> Result<ExitCode> {
    let file = read(&args.entries)?;
    let mut pool = read_pool(
        &file.name,
        &*file.bytes,
        args.score_column.as_deref(),
        args.scores.is_none(),
    )?;
    if let Some(path) = &args.scores {
        let file = read(path)?;
        join_scores(&file.name, &*file.bytes, args.score_column.as_deref(), &mut pool)?;
    }
    let limits = match &args.limits {
        None => Vec::new(),
        Some(path) => {
            let file = read(path)?;
            read_limits(&file.name, &*file.bytes, &pool, args.seats)?
        }
    };
    let ties = args.ties.rule()?;
    let problem = Problem::new(&pool.categories, &pool.items, &limits, args.seats as usize);
    let search = SearchLimit::branches(args.branches);
    let result = match choose(&problem, &ties, search) {
        Ok(choice) => {
            let prices = prices(&problem, &choice, search);
            Ok((choice, prices))
        }
        Err(ChooseError::Clash { limits, .. }) => Err(limits),
        Err(other @ ChooseError::Seats { .. }) => bail!("{}: {other}", pool.table.file),
        Err(other) => return Err(other.into()),
    };
    let all = Whole {
        pool: &pool,
        limits: &limits,
        problem: &problem,
        ties: &ties,
        result: &result,
    };
    args.output.write(
        &all.summary(),
        || all.csv(),
        &all.json(),
        || report::page(&all, args.output.lang).html(),
    )?;
    Ok(if result.is_ok() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// A choice, or the limits that clash, with what it was made from.
pub struct Whole<'a> {
    pool: &'a Pool,
    limits: &'a [Limit],
    problem: &'a Problem,
    ties: &'a TieRule,
    result: &'a Result<(Choice, Vec<Price>), Vec<usize>>,
}

impl Whole<'_> {
    fn ids(&self, items: &[usize]) -> Vec<&str> {
        items
            .iter()
            .map(|&item| self.pool.items[item].id.as_str())
            .collect()
    }

    /// Items with their scores, the largest first.
    fn scored(&self, items: &[usize]) -> Vec<Value> {
        let mut items = items.to_vec();
        items.sort_by(|&a, &b| self.pool.items[b].score.total_cmp(&self.pool.items[a].score));
        items
            .into_iter()
            .map(|item| json!({"entry": self.pool.items[item].id, "score": self.pool.items[item].score}))
            .collect()
    }

    /// How many of the chosen fall under each row of a limit: value, count.
    fn counts(&self, limit: usize, chosen: &[usize]) -> Vec<(&str, usize)> {
        let rows = self.problem.rows().iter().filter(|row| row.limit == Some(limit));
        rows.map(|row| {
            (
                row.value.as_str(),
                row.members.iter().filter(|item| chosen.contains(item)).count(),
            )
        })
        .collect()
    }

    /// A limit in words.
    fn limit_text(&self, limit: usize) -> String {
        let limit = &self.limits[limit];
        let bounds = match (limit.min, limit.max) {
            (min, None) => format!("at least {min}"),
            (0, Some(max)) => format!("at most {max}"),
            (min, Some(max)) if min == max => format!("exactly {min}"),
            (min, Some(max)) => format!("{min} to {max}"),
        };
        format!(
            "{} {}: {bounds}",
            limit.category,
            limit.value.as_deref().unwrap_or("(each value)")
        )
    }

    /// The rows of the file without the unchosen.
    fn csv(&self) -> Result<Vec<u8>> {
        let head: Vec<&str> = self.pool.table.columns.iter().map(String::as_str).collect();
        let chosen = self.result.as_ref().map_or(&[][..], |(choice, _)| &choice.chosen);
        let with_score = self.pool.table.find(&["score"]).is_none();
        let rows = chosen.iter().map(|&item| {
            let mut row = self.pool.table.rows[item].cells.clone();
            if with_score {
                row.push(cell(self.pool.items[item].score));
            }
            row
        });
        let mut head = head;
        if with_score {
            head.push("score");
        }
        csv(&head, rows.collect::<Vec<_>>())
    }

    fn json(&self) -> Value {
        let limit_json = |number: usize| {
            let limit = &self.limits[number];
            json!({
                "category": limit.category,
                "value": limit.value.as_deref().unwrap_or("*"),
                "min": limit.min,
                "max": limit.max,
            })
        };
        let (choice, prices) = match self.result {
            Ok(result) => result,
            Err(clash) => {
                let clash: Vec<Value> = clash.iter().map(|&limit| limit_json(limit)).collect();
                return json!({
                    "command": "jury choose", "status": "infeasible", "seats": self.problem.seats(), "chosen": [],
                    "optimal": false, "clash": clash,
                });
            }
        };
        let limits: Vec<Value> = prices
            .iter()
            .filter_map(|price| {
                let number = price.limit?;
                let mut value = limit_json(number);
                let counts = self.counts(number, &choice.chosen);
                let object = value.as_object_mut()?;
                if self.limits[number].value.is_some() {
                    object.insert(
                        "count".to_owned(),
                        json!(counts.first().map_or(0, |(_, count)| *count)),
                    );
                }
                object.extend(self.price_json(price));
                Some(value)
            })
            .collect();
        let together = prices.iter().find(|price| price.limit.is_none());
        let without = together.map(|price| {
            let mut map = self.price_json(price);
            map.insert("total".to_owned(), json!(choice.total + price.price));
            map
        });
        json!({
            "command": "jury choose",
            "status": if choice.optimal { "optimal" } else { "best_found" },
            "seats": self.problem.seats(),
            "entries": self.problem.size(),
            "chosen": self.ids(&choice.chosen),
            "chosen_with_scores": self.scored(&choice.chosen),
            "total": choice.total,
            "bound": choice.bound,
            "gap": (choice.bound - choice.total).max(0.0),
            "optimal": choice.optimal,
            "branches": choice.branches,
            "unique": choice.alternative.is_none(),
            "alternative": choice.alternative.as_ref().map(|other| self.ids(other)),
            "tie_rule": match self.ties { TieRule::Shared => json!({"kind": "file_order"}), other => tie_json(other) },
            "limits": limits,
            "without_limits": without,
        })
    }

    fn price_json(&self, price: &Price) -> serde_json::Map<String, Value> {
        let mut map = serde_json::Map::new();
        map.insert("price".to_owned(), json!(price.price));
        map.insert("exact".to_owned(), json!(price.exact));
        map.insert("displaced".to_owned(), json!(self.ids(&price.displaced)));
        map.insert("admitted".to_owned(), json!(self.ids(&price.admitted)));
        map
    }

    fn summary(&self) -> String {
        let mut text = String::new();
        let (choice, prices) = match self.result {
            Ok(result) => result,
            Err(clash) => {
                let _ = writeln!(
                    text,
                    "no choice of {} entries meets all limits. These cannot hold together:",
                    self.problem.seats()
                );
                for &limit in clash {
                    let _ = writeln!(
                        text,
                        "  row {}: {} ({})",
                        self.limits[limit].row,
                        self.limit_text(limit),
                        self.there(limit)
                    );
                }
                let _ = writeln!(text, "Loosen one of them and choose again.");
                return text;
            }
        };
        let proof = if choice.optimal {
            "proven optimal".to_owned()
        } else {
            format!("best found; no choice has more than {}", cell(choice.bound))
        };
        let _ = writeln!(
            text,
            "{} of {} entries, score {}: {proof}",
            choice.chosen.len(),
            self.problem.size(),
            cell(choice.total)
        );
        for price in prices.iter().filter(|price| price.price > 0.0) {
            let name = price.limit.map_or_else(
                || "all limits together".to_owned(),
                |limit| self.limit_text(limit),
            );
            let _ = writeln!(
                text,
                "price {} for {name}; displaced: {}",
                cell(price.price),
                self.ids(&price.displaced).join(", ")
            );
        }
        if let Some(other) = &choice.alternative {
            let instead: Vec<usize> = other
                .iter()
                .copied()
                .filter(|item| !choice.chosen.contains(item))
                .collect();
            let rule = match self.ties {
                TieRule::Shared => "the order of the file",
                TieRule::Order(_) => "the order given",
                TieRule::Lot(_) => "the lot",
            };
            let _ = writeln!(
                text,
                "tie: another choice has the same score (with {}); {rule} decided",
                self.ids(&instead).join(", ")
            );
        }
        text
    }

    /// How many entries a limit speaks of.
    fn there(&self, limit: usize) -> String {
        let rows: Vec<_> = self
            .problem
            .rows()
            .iter()
            .filter(|row| row.limit == Some(limit))
            .collect();
        match rows.as_slice() {
            [row] => format!("{} entries have it", row.members.len()),
            rows => format!("{} values", rows.len()),
        }
    }
}
