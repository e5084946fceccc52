//! The command by itself, for development: builds without the rest of the house.

use std::process::ExitCode;

use clap::Parser;

#[derive(Parser)]
struct Alone {
    #[command(subcommand)]
    command: kapok_tool_opinion::Command,
}

fn main() -> anyhow::Result<ExitCode> {
    kapok_tool_opinion::run(Alone::parse().command)
}
