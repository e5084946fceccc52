//! `kapok bench jury`.

use std::process::ExitCode;

use anyhow::Result;

/// Measure the jury engine.
#[derive(Debug, Clone, clap::Args)]
pub struct BenchArgs {}

/// Runs the benchmark.
pub fn run(_args: &BenchArgs) -> Result<ExitCode> {
    Ok(ExitCode::SUCCESS)
}
