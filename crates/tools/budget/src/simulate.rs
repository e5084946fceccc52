//! `simulate`: ballots from a seeded model.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Context;
use kapok_budget::VoteType;
use kapok_budget::pb;
use kapok_budget::simulate::{Model, simulate};

/// What `simulate` is asked for.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// How many voters.
    #[arg(long, default_value_t = 1000)]
    voters: u32,
    /// How many projects.
    #[arg(long, default_value_t = 30)]
    projects: u32,
    /// How many marks a voter may give at most.
    #[arg(long, default_value_t = 5)]
    marks: u32,
    /// The budget, in whole units.
    #[arg(long, default_value_t = 1_000_000)]
    budget: u64,
    /// The kind of ballot: approval, choose-1, ordinal, cumulative or scoring.
    #[arg(long, default_value = "approval", value_parser = kind)]
    vote_type: VoteType,
    /// The seed: the same numbers and seed give the same file everywhere.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// The file to write; without it, standard output.
    #[arg(short, long)]
    out: Option<PathBuf>,
}

fn kind(word: &str) -> Result<VoteType, String> {
    VoteType::from_word(word).ok_or_else(|| "use approval, choose-1, ordinal, cumulative or scoring".into())
}

pub(crate) fn run(args: &Args) -> anyhow::Result<ExitCode> {
    anyhow::ensure!(
        args.voters > 0 && (1..=100_000).contains(&args.projects) && args.marks > 0,
        "voters, projects and marks must be at least 1, projects at most 100,000"
    );
    let election = simulate(&Model {
        voters: args.voters,
        projects: args.projects,
        most_marks: args.marks.min(args.projects),
        budget: args.budget,
        vote_type: args.vote_type,
        seed: args.seed,
    });
    match &args.out {
        Some(path) => {
            let file = File::create(path).with_context(|| format!("{} cannot be written", path.display()))?;
            let mut out = BufWriter::new(file);
            pb::write(&election, &mut out)?;
            out.flush()?;
        }
        None => pb::write(&election, BufWriter::new(std::io::stdout().lock()))?,
    }
    Ok(ExitCode::SUCCESS)
}
