//! The command for participatory budgets: `kapok budget count | compare | check | explain | plan | rule | tidy |
//! simulate`, and `kapok bench budget`.

mod ballot;
mod bench;
mod check;
mod compare;
mod count;
mod data;
mod explain;
mod open;
mod page;
mod pictures;
mod pots;
mod rules;
mod simulate;
mod tables;

use std::process::ExitCode;

use clap::Subcommand;

pub use bench::{BenchArgs, bench};

/// Participatory budgets: count, compare, check, explain.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Count an election by a rule.
    Count(count::Args),
    /// Count an election by all rules, side by side.
    Compare(compare::Args),
    /// Check a file: what is wrong, what is set aside, what the count will take.
    Check(check::Args),
    /// Say how one ballot was used.
    Explain(explain::Args),
    /// Before the vote: how many runs a step implies, and which step to choose.
    Plan(rules::PlanArgs),
    /// Print a rule as a document, with its hash; without a name, list the presets.
    Rule(rules::RuleArgs),
    /// Write a file anew, in the form that Pabulib's checker accepts.
    Tidy(check::TidyArgs),
    /// Write an election with simulated ballots, for benchmarks and teaching.
    Simulate(simulate::Args),
}

/// Runs the command.
pub fn run(command: Command) -> anyhow::Result<ExitCode> {
    match command {
        Command::Count(args) => count::run(&args),
        Command::Compare(args) => compare::run(&args),
        Command::Check(args) => check::run(&args),
        Command::Explain(args) => explain::run(&args),
        Command::Plan(args) => rules::plan(&args),
        Command::Rule(args) => rules::show(&args),
        Command::Tidy(args) => check::tidy(&args),
        Command::Simulate(args) => simulate::run(&args),
    }
}
