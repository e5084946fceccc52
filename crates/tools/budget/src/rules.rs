//! `rule` and `plan`: the document before the vote.

use std::process::ExitCode;

use kapok_budget::plan::plan as plan_of;
use kapok_budget::{PRESETS, preset};

use crate::open;

/// What `rule` is asked for.
#[derive(Debug, clap::Args)]
pub struct RuleArgs {
    /// A preset or a rule document.
    name: Option<String>,
    /// Print it as JSON instead of TOML.
    #[arg(long)]
    json: bool,
}

pub(crate) fn show(args: &RuleArgs) -> anyhow::Result<ExitCode> {
    let Some(name) = &args.name else {
        for rule in PRESETS.iter().filter_map(|name| preset(name)) {
            println!("{:<26} {}  {}", rule.name, &rule.hash()[..12], rule.description);
        }
        return Ok(ExitCode::SUCCESS);
    };
    let rule = open::rule(name)?;
    if args.json {
        println!("{}", serde_json::to_string_pretty(&rule)?);
    } else {
        println!("# hash: {}\n{}", rule.hash(), rule.to_toml());
    }
    Ok(ExitCode::SUCCESS)
}

/// What `plan` is asked for.
#[derive(Debug, clap::Args)]
pub struct PlanArgs {
    /// The budget, in whole units.
    #[arg(long)]
    budget: u64,
    /// How many ballots are expected.
    #[arg(long)]
    ballots: u64,
    /// The step by which the share is raised.
    #[arg(long, default_value_t = 1)]
    step: u64,
}

pub(crate) fn plan(args: &PlanArgs) -> anyhow::Result<ExitCode> {
    anyhow::ensure!(
        args.ballots > 0 && args.step > 0,
        "ballots and step must be at least 1"
    );
    let plan = plan_of(args.budget, args.ballots, args.step);
    println!("share at the start: {}", plan.share);
    println!(
        "runs to expect at a step of {}: about {}, seldom more than twice as many",
        args.step, plan.expected_runs
    );
    println!("advised step: {}", plan.advised_step);
    Ok(ExitCode::SUCCESS)
}
