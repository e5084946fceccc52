//! `kapok opinion`: maps of opinion from files of votes.

mod bench;
mod check;
mod draw;
mod export;
mod folder;
mod next;
mod page;
mod picture;

use std::process::ExitCode;

pub use bench::{BenchArgs, bench};

/// Find out what people agree on, and in which groups.
#[derive(Debug, clap::Subcommand)]
pub enum Command {
    /// Make a map of opinion from a folder of votes.
    Map(draw::Draw),
    /// Compare with an export of Polis' production.
    Check(check::Check),
    /// Write a conversation as the five files that Polis exports.
    Export(export::Export),
    /// Draw the statement that a participant should see next.
    Next(next::Next),
}

/// Runs the command.
///
/// # Errors
/// When a file cannot be read or written, or holds something else than it must.
pub fn run(command: Command) -> anyhow::Result<ExitCode> {
    match command {
        Command::Map(args) => draw::run(&args),
        Command::Check(args) => check::run(&args),
        Command::Export(args) => export::run(&args),
        Command::Next(args) => next::run(&args),
    }
}
