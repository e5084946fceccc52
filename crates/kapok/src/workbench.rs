//! The commands that need no server: each does one job on files, by an engine of its own.

use std::process::ExitCode;

use clap::Subcommand;

/// A job on files.
#[derive(Subcommand)]
pub enum Workbench {
    /// Participatory budgets: count, compare, check, explain.
    #[command(subcommand)]
    Budget(kapok_tool_budget::Command),
    /// What people agree on, and in which groups.
    #[command(subcommand)]
    Opinion(kapok_tool_opinion::Command),
    /// Free text of residents: near-copies and groups.
    #[command(subcommand)]
    Text(kapok_tool_text::Command),
    /// The model of meaning that `text` can use.
    #[command(subcommand)]
    Model(kapok_tool_text::ModelCommand),
    /// Choose a panel by lot, fairly, within quotas, and prove it.
    Sortition(kapok_tool_sortition::Command),
    /// Juries: assign reviews, calibrate scores, rank, choose under limits.
    #[command(subcommand)]
    Jury(kapok_tool_jury::Command),
    /// Measure time and memory and print a table.
    #[command(subcommand)]
    Bench(Bench),
}

/// What to measure.
#[derive(Subcommand)]
pub enum Bench {
    /// Serving a large city, beside a bare handler.
    Web(kapok::bench::Args),
    /// Killing the server at random moments while voices come in.
    Faults(kapok::bench::faults::Args),
    /// Backups beside a server that writes.
    Backup(crate::bench_backup::BenchArgs),
    /// Counting budgets.
    Budget(kapok_tool_budget::BenchArgs),
    /// Maps of opinion.
    Opinion(kapok_tool_opinion::BenchArgs),
    /// Grouping texts.
    Text(kapok_tool_text::BenchArgs),
    /// Drawing panels.
    Sortition(kapok_tool_sortition::BenchArgs),
    /// Assigning, scoring and choosing.
    Jury(kapok_tool_jury::BenchArgs),
}

/// Does the job; the exit code is the job's own.
///
/// # Errors
/// What went wrong, to be printed.
pub fn run(command: Workbench) -> anyhow::Result<ExitCode> {
    end_quietly_when_nobody_reads();
    match command {
        Workbench::Budget(command) => kapok_tool_budget::run(command),
        Workbench::Opinion(command) => kapok_tool_opinion::run(command),
        Workbench::Text(command) => kapok_tool_text::run(command),
        Workbench::Model(command) => kapok_tool_text::run_model(command),
        Workbench::Sortition(command) => kapok_tool_sortition::run(command),
        Workbench::Jury(command) => kapok_tool_jury::run(command),
        Workbench::Bench(Bench::Web(args)) => kapok::bench::run(&args),
        Workbench::Bench(Bench::Faults(args)) => kapok::bench::faults::run(&args),
        Workbench::Bench(Bench::Backup(args)) => crate::bench_backup::run(args),
        Workbench::Bench(Bench::Budget(args)) => kapok_tool_budget::bench(args),
        Workbench::Bench(Bench::Opinion(args)) => kapok_tool_opinion::bench(args),
        Workbench::Bench(Bench::Text(args)) => kapok_tool_text::bench(args),
        Workbench::Bench(Bench::Sortition(args)) => kapok_tool_sortition::bench(args),
        Workbench::Bench(Bench::Jury(args)) => kapok_tool_jury::bench(args),
    }
}

/// A reader such as `head` closes the pipe when it has seen enough. Rust makes that a panic of whoever prints next; here it is
/// the end of the job.
fn end_quietly_when_nobody_reads() {
    let usual = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |info| {
        let said = info.payload().downcast_ref::<String>();
        if said.is_some_and(|text| text.starts_with("failed printing to stdout")) {
            std::process::exit(0);
        }
        usual(info);
    }));
}
