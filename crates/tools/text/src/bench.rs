//! `kapok bench text`.

use std::process::ExitCode;

/// What.
#[derive(clap::Args)]
pub struct BenchArgs {}

/// Runs.
///
/// # Errors
/// None yet.
pub fn bench(_: BenchArgs) -> anyhow::Result<ExitCode> {
    Ok(ExitCode::SUCCESS)
}
