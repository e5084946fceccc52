//! The command by itself, for developing: builds in seconds.

use std::process::ExitCode;

use clap::Parser;

#[derive(Parser)]
enum Cli {
    /// Choose a panel by lot.
    Sortition(kapok_tool_sortition::Command),
    /// Measure.
    #[command(subcommand)]
    Bench(Bench),
}

#[derive(clap::Subcommand)]
enum Bench {
    /// Measure sortition.
    Sortition(kapok_tool_sortition::BenchArgs),
}

fn main() -> anyhow::Result<ExitCode> {
    match Cli::parse() {
        Cli::Sortition(command) => kapok_tool_sortition::run(command),
        Cli::Bench(Bench::Sortition(args)) => kapok_tool_sortition::bench(args),
    }
}
