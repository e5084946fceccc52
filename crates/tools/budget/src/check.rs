//! `check` and `tidy`: what a file holds, and the same file in good form.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Context;
use kapok_budget::pb;
use kapok_budget::plan::plan;
use serde_json::json;

use crate::{data, open};

/// What `check` is asked for.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The election, a Pabulib file.
    file: PathBuf,
    /// Print one JSON object.
    #[arg(long)]
    json: bool,
}

/// Ends with 0 if every ballot counts, with 1 if some are set aside, the file looks cut off or cannot be counted.
pub(crate) fn run(args: &Args) -> anyhow::Result<ExitCode> {
    let reading = open::read(&args.file)?;
    let election = &reading.election;
    let plan = plan(election.budget, election.ballots.len() as u64, 1);
    let good = reading.invalid == 0 && reading.incomplete.is_none();
    if args.json {
        let object = json!({
            "good": good,
            "vote_type": election.vote_type.word(),
            "budget": election.budget,
            "projects": election.projects.len(),
            "ballots": election.ballots.len(),
            "marks": election.ballots.mark_count(),
            "invalid_ballots": reading.invalid,
            "incomplete": reading.incomplete.as_ref().map(ToString::to_string),
            "findings": data::findings(&reading),
            "findings_in_all": reading.found,
            "share": plan.share,
            "expected_runs_at_step_1": plan.expected_runs,
            "advised_step": plan.advised_step,
        });
        println!("{}", serde_json::to_string_pretty(&object)?);
        return Ok(if good {
            ExitCode::SUCCESS
        } else {
            ExitCode::FAILURE
        });
    }
    println!(
        "{} projects, {} valid ballots ({}), {} marks, budget {}",
        election.projects.len(),
        election.ballots.len(),
        election.vote_type.word(),
        election.ballots.mark_count(),
        election.budget
    );
    println!("invalid ballots, set aside: {}", reading.invalid);
    for finding in &reading.findings {
        println!("{finding}");
    }
    if reading.found > reading.findings.len() as u64 {
        println!("and {} more", reading.found - reading.findings.len() as u64);
    }
    if let Some(problem) = &reading.incomplete {
        println!("{problem}\n  What to do: {}", problem.cure());
    }
    println!(
        "Raising shares by 1 from {}: about {} runs; advised step: {}",
        plan.share, plan.expected_runs, plan.advised_step
    );
    Ok(if good {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// What `tidy` is asked for.
#[derive(Debug, clap::Args)]
pub struct TidyArgs {
    /// The election, a Pabulib file.
    file: PathBuf,
    /// The file to write.
    #[arg(short, long)]
    out: PathBuf,
}

pub(crate) fn tidy(args: &TidyArgs) -> anyhow::Result<ExitCode> {
    let reading = open::read(&args.file)?;
    let file =
        File::create(&args.out).with_context(|| format!("{} cannot be written", args.out.display()))?;
    let mut out = BufWriter::new(file);
    pb::write(&reading.election, &mut out)?;
    out.flush()?;
    for finding in reading
        .findings
        .iter()
        .filter(|finding| finding.kind.sets_aside())
    {
        eprintln!("left out: {finding}");
    }
    Ok(ExitCode::SUCCESS)
}
