//! The command `kapok sortition`: a panel by lot from two files, with a proof that it is fair.

mod bench;
mod ceremony;
mod draw;
mod files;
mod outcome;
mod page;
mod recheck;
mod replace;
mod stress;
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
    /// Look before the draw: who shares an address, whether the quotas can be met, who can sit on no panel.
    Check(replace::Check),
    /// Before a public draw: fix pool, quotas, settings and numbered panels, and print their commitment.
    Freeze(ceremony::Freeze),
    /// After the chance was taken in public: which numbered panel it is.
    Reveal(ceremony::Reveal),
    /// Recompute everything from the published files. Exit code 1 if anything was changed.
    Verify(ceremony::Verify),
    /// Fill the seats of those who dropped out.
    Replace(replace::Replace),
    /// Choose alternates in advance, for likely drop-outs.
    Alternates(replace::Alternates),
}

/// Runs `kapok sortition`. Exit code 0: done; 1: a check failed, or there is no panel; 2: input that cannot be used.
pub fn run(command: Command) -> anyhow::Result<ExitCode> {
    let done = match command.task {
        Task::Draw(args) => draw::run(&args),
        Task::Check(args) => replace::check(&args),
        Task::Freeze(args) => ceremony::freeze(&args),
        Task::Reveal(args) => ceremony::reveal(&args),
        Task::Verify(args) => ceremony::verify(&args),
        Task::Replace(args) => replace::replace(&args),
        Task::Alternates(args) => replace::alternates(&args),
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
