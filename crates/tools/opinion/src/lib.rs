//! `kapok opinion`: maps of opinion from files of votes.

mod check;
mod draw;
mod folder;
mod page;
mod picture;

use std::process::ExitCode;

/// Find out what people agree on, and in which groups.
#[derive(Debug, clap::Subcommand)]
pub enum Command {
    /// Make a map of opinion from a folder of votes.
    Map(draw::Draw),
    /// Compare with an export of Polis' production.
    Check(check::Check),
}

/// Runs the command.
///
/// # Errors
/// When a file cannot be read or written, or holds something else than it must.
pub fn run(command: Command) -> anyhow::Result<ExitCode> {
    match command {
        Command::Map(args) => draw::run(&args),
        Command::Check(args) => check::run(&args),
    }
}
