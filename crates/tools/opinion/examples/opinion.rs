//! The command by itself, for development: builds without the rest of the house.

use std::process::ExitCode;

use clap::{Parser, Subcommand};
use kapok_tool_opinion as opinion;

#[derive(Parser)]
struct Alone {
    #[command(subcommand)]
    command: What,
}

#[derive(Subcommand)]
enum What {
    #[command(subcommand)]
    Opinion(opinion::Command),
    Bench(opinion::BenchArgs),
}

fn main() -> anyhow::Result<ExitCode> {
    match Alone::parse().command {
        What::Opinion(command) => opinion::run(command),
        What::Bench(args) => opinion::bench(args),
    }
}
