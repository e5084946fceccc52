//! `compare`: all rules side by side.

use std::process::ExitCode;

use anyhow::Context;
use kapok_budget::count::Outcome;
use kapok_budget::pb::Reading;
use kapok_budget::rule::{Method, Utility};
use kapok_budget::{CountError, Election, PRESETS, Rule, VoteType, preset};
use serde_json::{Map, Value, json};

use crate::count::counted;
use crate::open::Input;
use crate::{data, open, pots};

/// What `compare` is asked for.
#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(flatten)]
    input: Input,
    /// Further rules: presets or documents. Without this, all presets.
    #[arg(long = "rule", value_name = "PRESET_OR_FILE")]
    rules: Vec<String>,
    /// Count every rule by the pots of this rule document.
    #[arg(long, value_name = "FILE")]
    pots: Option<String>,
    /// Print one JSON object.
    #[arg(long)]
    json: bool,
}

/// Maximin support takes long on large elections: up to so many marks it is counted when nobody asks for it.
const SMALL: usize = 400_000;

/// All rules that suit the ballots.
fn rules(args: &Args, reading: &Reading) -> anyhow::Result<Vec<Rule>> {
    let mut rules = asked(args, reading)?;
    if let Some(name) = &args.pots {
        let pots = open::rule(name)?.pots.with_context(|| {
            format!("the rule `{name}` has no pots\n  What to do: name a rule document with [pots]")
        })?;
        rules.iter_mut().for_each(|rule| rule.pots = Some(pots.clone()));
    }
    Ok(rules)
}

fn asked(args: &Args, reading: &Reading) -> anyhow::Result<Vec<Rule>> {
    if !args.rules.is_empty() {
        return args.rules.iter().map(|name| open::rule(name)).collect();
    }
    let mut rules: Vec<Rule> = PRESETS.iter().filter_map(|name| preset(name)).collect();
    let cardinality = |name: &str, from: &str| {
        preset(from).map(|rule| Rule {
            name: name.into(),
            utility: Utility::Cardinality,
            ..rule
        })
    };
    rules.extend(cardinality("kapok, every project alike", "kapok"));
    let marks = matches!(
        reading.election.vote_type,
        VoteType::Approval | VoteType::ChooseOne
    );
    let small = reading.election.ballots.mark_count() <= SMALL;
    rules.retain(|rule| match rule.method {
        Method::Phragmen => marks,
        Method::MaximinSupport => marks && small,
        _ => true,
    });
    Ok(rules)
}

/// A rule with its outcome; with pots, that of all pots together.
struct Compared {
    rule: Rule,
    budget: u64,
    outcome: Outcome,
    object: Map<String, Value>,
}

fn compared(election: &mut Election, rule: Rule, threads: usize) -> anyhow::Result<Compared> {
    let budget = election.budget;
    let (outcome, object) = if rule.pots.is_some() {
        let counted = pots::counted(election, &rule, threads)?;
        let object = counted.object(election, &rule);
        (counted.whole, object)
    } else {
        let outcome = counted(election, &rule, threads)?;
        let object = data::outcome(election, &rule, &outcome);
        (outcome, object)
    };
    // Pots may hold another sum than the file names.
    let budget = std::mem::replace(&mut election.budget, budget);
    Ok(Compared {
        rule,
        budget,
        outcome,
        object,
    })
}

pub(crate) fn run(args: &Args) -> anyhow::Result<ExitCode> {
    let mut reading = args.input.read()?;
    let threads = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let mut rows = Vec::new();
    for rule in rules(args, &reading)? {
        let name = rule.name.clone();
        match compared(&mut reading.election, rule, threads) {
            Ok(row) => rows.push(row),
            Err(error) => match error.downcast_ref::<CountError>() {
                Some(_) => eprintln!("{name}: {error}"),
                None => return Err(error),
            },
        }
    }
    let election = &reading.election;
    if args.json {
        let rows: Vec<_> = rows.into_iter().map(|row| row.object).collect();
        println!(
            "{}",
            serde_json::to_string_pretty(&json!({ "budget": election.budget, "rules": rows }))?
        );
        return Ok(ExitCode::SUCCESS);
    }
    let voters = election.ballots.len() as f64;
    println!(
        "{:<28} {:>7} {:>15} {:>7} {:>8} {:>12} {:>12}",
        "rule", "winners", "cost", "% used", "% with 1", "prefer it", "pref. greedy"
    );
    for row in &rows {
        let (rule, outcome) = (&row.rule, &row.outcome);
        let used = outcome.cost as f64 * 100.0 / row.budget.max(1) as f64;
        let served = kapok_budget::explain::served(election, &outcome.winners) as f64 * 100.0 / voters;
        let compared = &outcome.compared;
        println!(
            "{:<28} {:>7} {:>15} {:>7.1} {:>8.1} {:>12} {:>12}",
            rule.name,
            outcome.winners.len(),
            outcome.cost,
            used,
            served,
            compared.prefer_this,
            compared.prefer_greedy
        );
    }
    println!("\n% used: part of the budget spent. % with 1: voters with at least one funded project.");
    println!(
        "The last two: voters who have more funded projects by this rule than by greedy, and the reverse.\n"
    );
    let mut ids: Vec<u32> = rows.iter().flat_map(|row| row.outcome.winners.clone()).collect();
    ids.sort_unstable();
    ids.dedup();
    println!(
        "Projects that some rules fund and others do not (x = funded, in the order of the rules above):"
    );
    for project in ids {
        let line: String = rows
            .iter()
            .map(|row| {
                if row.outcome.winners.contains(&project) {
                    'x'
                } else {
                    '.'
                }
            })
            .collect();
        if line.contains('.') {
            let project = &election.projects[project as usize];
            println!(
                "  {line}  {:>12}  {}  {}",
                project.cost,
                project.id,
                project.name()
            );
        }
    }
    Ok(ExitCode::SUCCESS)
}
