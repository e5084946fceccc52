//! `explain`: how one ballot was used.

use std::process::ExitCode;

use anyhow::Context;
use kapok_budget::Fraction;
use kapok_budget::explain::explain_ballot;
use kapok_i18n::{Lang, T};

use crate::count::{counted, lang};
use crate::data;
use crate::open::{ByRule, Input};

/// What `explain` is asked for.
#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(flatten)]
    input: Input,
    #[command(flatten)]
    by: ByRule,
    /// The voter_id of the ballot.
    #[arg(long, value_name = "ID")]
    ballot: String,
    /// Print one JSON object with exact fractions.
    #[arg(long)]
    json: bool,
    /// Language: en, zh, es or ar.
    #[arg(long, default_value = "en", value_parser = lang)]
    lang: Lang,
}

pub(crate) fn run(args: &Args) -> anyhow::Result<ExitCode> {
    let rule = args.by.rule()?;
    let reading = args.input.read()?;
    let election = &reading.election;
    let ballot = election.ballots.find(&args.ballot).with_context(|| {
        let set_aside = reading
            .findings
            .iter()
            .find(|f| f.subject == format!("ballot {}", args.ballot));
        let why = set_aside
            .map(|finding| format!(" ({finding})"))
            .unwrap_or_default();
        format!(
            "there is no valid ballot `{}`{why}\n  What to do: use an id from the column voter_id",
            args.ballot
        )
    })?;
    let outcome = counted(election, &rule, args.by.threads())?;
    let story = explain_ballot(election, &rule, &outcome, ballot)?;
    if args.json {
        println!(
            "{}",
            serde_json::to_string_pretty(&data::ballot(election, &rule, &story))?
        );
        return Ok(ExitCode::SUCCESS);
    }
    let t = T(args.lang);
    let amount = |amount: &Fraction| t.decimal(amount.to_f64(), 2);
    let name = |&project: &u32| election.projects[project as usize].name().to_owned();
    println!("{}", t.budget_ballot_title(&story.ballot));
    if let Some(share) = &story.share {
        println!("{}", t.budget_ballot_share(&amount(share)));
    }
    for (project, paid) in &story.payments {
        println!("{:>14}  {}", amount(paid), name(project));
    }
    if let Some(left) = &story.left {
        println!("{}", t.budget_ballot_left(&amount(left)));
    }
    for (heading, projects) in [
        (t.budget_ballot_free(), &story.free),
        (t.budget_ballot_lost(), &story.lost),
    ] {
        if !projects.is_empty() {
            println!("{heading}");
            projects
                .iter()
                .for_each(|project| println!("  {}", name(project)));
        }
    }
    Ok(ExitCode::SUCCESS)
}
