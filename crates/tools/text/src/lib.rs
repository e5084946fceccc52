//! `kapok text group` sorts voices into groups; `kapok model fetch` brings the model of meaning; `kapok bench text`
//! measures both.

mod bench;
mod group;
mod model;
mod page;
mod rows;

use std::process::ExitCode;

pub use bench::{BenchArgs, bench};
pub use group::GroupArgs;
pub use model::{ModelCommand, run_model};

/// Free text, without any network.
#[derive(clap::Subcommand)]
pub enum Command {
    /// Sort the voices of a CSV file (columns id, text, and if known language, place) into groups that may be one matter.
    Group(GroupArgs),
}

/// Runs `kapok text`.
///
/// # Errors
/// What went wrong with a file, with line and cure.
pub fn run(command: Command) -> anyhow::Result<ExitCode> {
    match command {
        Command::Group(args) => group::run(&args),
    }
}
