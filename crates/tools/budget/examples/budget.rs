//! The command alone, for developing: builds in seconds.

use clap::Parser;

#[derive(Parser)]
enum Cli {
    /// The command.
    #[command(flatten)]
    Budget(kapok_tool_budget::Command),
    /// The benchmark.
    Bench(kapok_tool_budget::BenchArgs),
}

fn main() -> anyhow::Result<std::process::ExitCode> {
    match Cli::parse() {
        Cli::Budget(command) => kapok_tool_budget::run(command),
        Cli::Bench(args) => kapok_tool_budget::bench(args),
    }
}
