//! `kapok text group` sorts voices into groups, `kapok text suggest` suggests topics, offices and places; `kapok model fetch` brings the model of meaning; `kapok bench text`
//! measures them.

mod advice;
mod bench;
mod files;
mod group;
mod model;
mod page;
mod rows;
mod suggest;

use std::process::ExitCode;

pub use bench::{BenchArgs, bench};
pub use group::GroupArgs;
pub use model::{ModelCommand, run_model};
pub use suggest::SuggestArgs;

/// Free text, without any network.
#[derive(clap::Subcommand)]
pub enum Command {
    /// Sort the voices of a CSV file (columns id, text, and if known language, place) into groups that may be one matter.
    Group(GroupArgs),
    /// Suggest a topic, an office and places for every voice of a CSV file, each with a probability. A person decides.
    Suggest(SuggestArgs),
}

/// Runs `kapok text`.
///
/// # Errors
/// What went wrong with a file, with line and cure.
pub fn run(command: Command) -> anyhow::Result<ExitCode> {
    match command {
        Command::Group(args) => group::run(&args),
        Command::Suggest(args) => suggest::run(&args),
    }
}
