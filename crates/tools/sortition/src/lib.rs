//! The command `kapok sortition`: a panel by lot from two files, with a proof that it is fair.

mod bench;
mod draw;
mod files;
mod outcome;
mod watch;

use std::process::ExitCode;

pub use bench::BenchArgs;

/// Choose a panel by lot, fairly, within quotas, and prove it.
#[derive(clap::Args, Debug)]
pub struct Command {
    #[command(subcommand)]
    task: Task,
}

#[derive(clap::Subcommand, Debug)]
enum Task {
    /// Draw a panel: writes the panel, the reserve, everyone's probability and a report.
    Draw(draw::Args),
}

/// Runs `kapok sortition`. Exit code 0: done; 1: a check failed, or there is no panel; 2: input that cannot be used.
pub fn run(command: Command) -> anyhow::Result<ExitCode> {
    let done = match command.task {
        Task::Draw(args) => draw::run(&args),
    };
    match done {
        Ok(code) => Ok(code),
        Err(error) => {
            eprintln!("error: {error:#}");
            let unusable = error.downcast_ref::<kapok_sortition::DrawError>().is_none();
            Ok(ExitCode::from(if unusable { 2 } else { 1 }))
        }
    }
}

/// Runs `kapok bench sortition`.
pub fn bench(args: BenchArgs) -> anyhow::Result<ExitCode> {
    bench::run(&args)
}
