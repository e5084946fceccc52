//! `count`: one election, one rule.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Context;
use kapok_budget::count::Outcome;
use kapok_budget::explain::explain;
use kapok_budget::pb::Reading;
use kapok_budget::plan::plan;
use kapok_budget::rule::{Completion, Method};
use kapok_budget::{Election, Rule, count};
use kapok_i18n::{Lang, T};
use kapok_report::Bar;
use serde_json::{Map, Value};

use crate::open::{ByRule, Input};
use crate::{data, page, pots};

/// What `count` is asked for.
#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(flatten)]
    input: Input,
    #[command(flatten)]
    by: ByRule,
    /// Print one JSON object with everything.
    #[arg(long)]
    json: bool,
    /// Write the explanation as one HTML file.
    #[arg(long, value_name = "OUT")]
    html: Option<PathBuf>,
    /// Language of the explanation: en, zh, es or ar.
    #[arg(long, default_value = "en", value_parser = lang)]
    lang: Lang,
}

/// A language by its two letters.
pub(crate) fn lang(code: &str) -> Result<Lang, String> {
    Lang::parse(code).ok_or_else(|| "use en, zh, es or ar".into())
}

/// Counts, with a bar on the terminal.
pub(crate) fn counted(election: &Election, rule: &Rule, threads: usize) -> anyhow::Result<Outcome> {
    let bar = bar(election, rule);
    Ok(count(election, rule, threads, &|done| bar.tell(done))?)
}

/// A bar that knows about how many runs or steps a count will take.
pub(crate) fn bar(election: &Election, rule: &Rule) -> Bar {
    let raises = matches!(rule.completion, Completion::Add1 | Completion::Add1u);
    match rule.method {
        Method::EqualShares if raises => {
            let plan = plan(election.budget, election.ballots.len() as u64, rule.step);
            Bar::new(&rule.name, "runs", plan.expected_runs)
        }
        Method::EqualShares => Bar::new(&rule.name, "runs", 1),
        _ => Bar::new(&rule.name, "steps", 0),
    }
}

/// Warns before a count that will take long.
fn warn(election: &Election, rule: &Rule) {
    let plan = plan(election.budget, election.ballots.len() as u64, rule.step);
    let raises =
        matches!(rule.completion, Completion::Add1 | Completion::Add1u) && rule.method == Method::EqualShares;
    if raises && plan.expected_runs > 5000 {
        eprintln!(
            "A step of {} means about {} runs; before a vote, a step of {} would be advised.",
            rule.step, plan.expected_runs, plan.advised_step
        );
    }
}

pub(crate) fn run(args: &Args) -> anyhow::Result<ExitCode> {
    let rule = args.by.rule()?;
    let reading = args.input.read()?;
    let election = &reading.election;
    if rule.pots.is_some() {
        return by_pots(args, reading, &rule);
    }
    warn(election, &rule);
    let outcome = counted(election, &rule, args.by.threads())?;
    if args.json || args.html.is_some() {
        let explanation = explain(election, &rule, &outcome)?;
        if args.json {
            let mut object = data::outcome(election, &rule, &outcome);
            object.insert("explanation".into(), data::explanation(election, &explanation));
            print(object, &reading, &rule)?;
        }
        if let Some(path) = &args.html {
            let html = page::report(
                args.lang,
                &args.command(),
                &reading,
                &rule,
                &outcome,
                &explanation,
            )?;
            write(path, &html)?;
        }
    }
    if !args.json {
        print!("{}", summary(T(args.lang), election, &rule, &outcome));
    }
    Ok(ExitCode::SUCCESS)
}

impl Args {
    /// The command as one would type it, for the foot of the page.
    fn command(&self) -> String {
        format!(
            "kapok budget count {} --rule {}",
            self.input.file.display(),
            self.by.rule
        )
    }
}

/// Prints a count with the rule and what was noticed in the file.
fn print(mut object: Map<String, Value>, reading: &Reading, rule: &Rule) -> anyhow::Result<()> {
    object.insert("rule_document".into(), serde_json::to_value(rule)?);
    object.insert("invalid_ballots".into(), reading.invalid.into());
    object.insert("findings".into(), data::findings(reading));
    println!("{}", serde_json::to_string_pretty(&Value::Object(object))?);
    Ok(())
}

fn write(path: &Path, html: &str) -> anyhow::Result<()> {
    std::fs::write(path, html).with_context(|| format!("{} cannot be written", path.display()))
}

/// The outcome for the terminal.
pub(crate) fn summary(t: T, election: &Election, rule: &Rule, outcome: &Outcome) -> String {
    let number = |n: u128| t.number(i64::try_from(n).unwrap_or(i64::MAX));
    let mut text = format!("{}\n", t.budget_rule_line(&rule.name, &rule.hash()[..12]));
    let many = t.number(outcome.winners.len() as i64);
    text += &format!(
        "{}\n",
        t.budget_summary(&many, &number(outcome.cost), &number(election.budget.into()))
    );
    if let Some(share) = &outcome.final_share {
        let share = t.decimal(share.to_f64(), 2);
        text += &format!(
            "{}\n",
            t.budget_share_line(&share, &t.number(outcome.runs as i64))
        );
    }
    for (place, &winner) in outcome.winners.iter().enumerate() {
        let project = &election.projects[winner as usize];
        text += &format!(
            "{:>4}  {:>14}  {}  {}\n",
            place + 1,
            number(project.cost.into()),
            project.id,
            project.name()
        );
    }
    if outcome.ties.times() > 0 {
        text += &format!("{}\n", t.budget_ties_line(&t.number(outcome.ties.times() as i64)));
    }
    text
}

/// Counts pot by pot.
fn by_pots(args: &Args, mut reading: Reading, rule: &Rule) -> anyhow::Result<ExitCode> {
    let counted = pots::counted(&mut reading.election, rule, args.by.threads())?;
    let election = &reading.election;
    if args.json || args.html.is_some() {
        let explained = counted.explained(election)?;
        if args.json {
            let mut object = counted.object(election, rule);
            explained.add_to(election, &mut object);
            print(object, &reading, rule)?;
        }
        if let Some(path) = &args.html {
            write(path, &explained.page(args.lang, &args.command(), &reading, rule)?)?;
        }
    }
    if !args.json {
        print!("{}", counted.summary(T(args.lang), election, rule));
    }
    Ok(ExitCode::SUCCESS)
}
