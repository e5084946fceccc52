//! `kapok jury`: who reviews what, what the scores say, ranking rules, the best choice under limits.

mod assign;
mod bench;
mod choose;
mod output;
mod page;
mod picture;
mod rank;
mod score;

use std::process::ExitCode;

pub use bench::BenchArgs;

/// Assign reviewers, work out scores, rank, and choose under limits.
#[derive(Debug, clap::Subcommand)]
pub enum Command {
    /// Say who reviews what, without conflicts of interest.
    Assign(assign::Args),
    /// Say what the scores of a jury say: means, calibrated values, severity, agreement, outliers.
    Score(score::Args),
    /// Rank by majority judgment, Borda, Schulze, ranked pairs, instant run-off, STV or approval.
    Rank(rank::Args),
    /// Choose the best so many under limits, proven, with the price of each limit.
    Choose(choose::Args),
}

/// Runs the command.
///
/// # Errors
/// When a file cannot be read or written or holds something else than it must, and when a tie stops a count.
pub fn run(command: Command) -> anyhow::Result<ExitCode> {
    match command {
        Command::Assign(args) => assign::run(&args),
        Command::Score(args) => score::run(&args),
        Command::Rank(args) => rank::run(&args),
        Command::Choose(args) => choose::run(&args),
    }
}

/// Runs `kapok bench jury`.
///
/// # Errors
/// When the data cannot be read.
pub fn bench(args: BenchArgs) -> anyhow::Result<ExitCode> {
    bench::run(&args)
}
