//! `kapok bench sortition`.

use std::process::ExitCode;

/// Measures the lottery on instances.
#[derive(clap::Args, Debug)]
pub struct BenchArgs {}

pub fn run(_: &BenchArgs) -> anyhow::Result<ExitCode> {
    Ok(ExitCode::SUCCESS)
}
