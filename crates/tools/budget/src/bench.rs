//! `kapok bench budget`: what counting costs, row by row.

use std::process::ExitCode;

/// What the benchmark is asked for.
#[derive(Debug, clap::Args)]
pub struct BenchArgs {}

/// Prints the table.
pub fn bench(_args: BenchArgs) -> anyhow::Result<ExitCode> {
    Ok(ExitCode::SUCCESS)
}
