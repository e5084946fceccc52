//! The command by itself, for developing: `cargo run --release -p kapok-tool-jury --example jury -- jury assign ...`.

use std::process::ExitCode;

use clap::Parser;

#[derive(Parser)]
enum Alone {
    #[command(subcommand)]
    Jury(kapok_tool_jury::Command),
    Bench(kapok_tool_jury::BenchArgs),
}

fn main() -> ExitCode {
    let result = match Alone::parse() {
        Alone::Jury(command) => kapok_tool_jury::run(command),
        Alone::Bench(args) => kapok_tool_jury::bench(args),
    };
    result.unwrap_or_else(|error| {
        eprintln!("error: {error:#}");
        ExitCode::FAILURE
    })
}
