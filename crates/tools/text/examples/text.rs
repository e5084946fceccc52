//! The commands of this crate without the rest of Kapok: builds in seconds.

use std::process::ExitCode;

use clap::Parser;

#[derive(Parser)]
enum Cli {
    #[command(subcommand)]
    Text(kapok_tool_text::Command),
    #[command(subcommand)]
    Model(kapok_tool_text::ModelCommand),
    Bench(kapok_tool_text::BenchArgs),
}

fn main() -> anyhow::Result<ExitCode> {
    match Cli::parse() {
        Cli::Text(command) => kapok_tool_text::run(command),
        Cli::Model(command) => kapok_tool_text::run_model(command),
        Cli::Bench(args) => kapok_tool_text::bench(args),
    }
}
