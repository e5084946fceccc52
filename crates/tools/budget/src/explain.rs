//! `explain`: how one ballot was used.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Context;
use kapok_budget::count::Outcome;
use kapok_budget::explain::{BallotStory, explain, explain_ballot};
use kapok_budget::pb::Reading;
use kapok_budget::pots::count_pots;
use kapok_budget::{Election, Fraction, Rule};
use kapok_i18n::{Lang, T};

use crate::ballot::{self, Part};
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
    /// Write "how your vote was used" as one HTML file.
    #[arg(long, value_name = "OUT")]
    html: Option<PathBuf>,
    /// Language: en, zh, es or ar.
    #[arg(long, default_value = "en", value_parser = lang)]
    lang: Lang,
}

/// A count and what it did for the ballot.
struct Counted {
    /// The pot; empty for a whole election.
    pot: String,
    rule: Rule,
    election: Election,
    outcome: Outcome,
    ballot: usize,
    story: BallotStory,
}

pub(crate) fn run(args: &Args) -> anyhow::Result<ExitCode> {
    let rule = args.by.rule()?;
    let reading = args.input.read()?;
    reading
        .election
        .ballots
        .find(&args.ballot)
        .with_context(|| unknown(&reading, &args.ballot))?;
    let parts = parts(args, &rule, reading.election)?;
    if let Some(path) = &args.html {
        std::fs::write(path, page(args, &rule, &parts)?)
            .with_context(|| format!("{} cannot be written", path.display()))?;
    }
    if args.json {
        println!("{}", serde_json::to_string_pretty(&json(&rule, &parts))?);
        return Ok(ExitCode::SUCCESS);
    }
    for part in &parts {
        if !part.pot.is_empty() {
            println!("{}", part.pot);
        }
        print!("{}", text(T(args.lang), part));
    }
    Ok(ExitCode::SUCCESS)
}

/// Why there is no such ballot.
fn unknown(reading: &Reading, id: &str) -> String {
    let subject = format!("ballot {id}");
    let set_aside = reading.findings.iter().find(|finding| finding.subject == subject);
    let why = set_aside
        .map(|finding| format!(" ({finding})"))
        .unwrap_or_default();
    format!("there is no valid ballot `{id}`{why}\n  What to do: use an id from the column voter_id")
}

/// The count, or the counts of the pots in which the ballot marks a project.
fn parts(args: &Args, rule: &Rule, election: Election) -> anyhow::Result<Vec<Counted>> {
    let threads = args.by.threads();
    let mut counts = Vec::new();
    if rule.pots.is_some() {
        let pots = count_pots(&election, rule, threads, &|_| {})?;
        counts.extend(
            pots.into_iter()
                .map(|pot| (pot.name, pot.rule, pot.election, pot.outcome)),
        );
    } else {
        let outcome = counted(&election, rule, threads)?;
        counts.push((String::new(), rule.clone(), election, outcome));
    }
    let mut parts = Vec::new();
    for (pot, rule, election, outcome) in counts {
        if let Some(ballot) = election.ballots.find(&args.ballot) {
            let story = explain_ballot(&election, &rule, &outcome, ballot)?;
            parts.push(Counted {
                pot,
                rule,
                election,
                outcome,
                ballot,
                story,
            });
        }
    }
    Ok(parts)
}

fn page(args: &Args, rule: &Rule, parts: &[Counted]) -> anyhow::Result<String> {
    let mut explanations = Vec::new();
    for part in parts {
        explanations.push(explain(&part.election, &part.rule, &part.outcome)?);
    }
    let parts: Vec<Part> = parts
        .iter()
        .zip(&explanations)
        .map(|(part, explanation)| Part {
            name: &part.pot,
            election: &part.election,
            outcome: &part.outcome,
            explanation,
            story: &part.story,
            ballot: part.ballot,
        })
        .collect();
    let (file, ballot) = (args.input.file.display(), &args.ballot);
    let command = format!(
        "kapok budget explain {file} --ballot {ballot} --rule {}",
        args.by.rule
    );
    ballot::report(args.lang, &command, rule, &parts)
}

/// One object; with pots, one per pot under `pots`.
fn json(rule: &Rule, parts: &[Counted]) -> serde_json::Value {
    let one = |part: &Counted| data::ballot(&part.election, rule, &part.story);
    match parts {
        [part] if part.pot.is_empty() => one(part),
        parts => {
            let pot = |part: &Counted| {
                let mut object = one(part);
                object["pot"] = part.pot.clone().into();
                object
            };
            serde_json::json!({ "rule": rule.name, "rule_hash": rule.hash(), "pots": parts.iter().map(pot).collect::<Vec<_>>() })
        }
    }
}

fn text(t: T, part: &Counted) -> String {
    let story = &part.story;
    let amount = |amount: &Fraction| t.decimal(amount.to_f64(), 2);
    let name = |project: u32| part.election.projects[project as usize].name();
    let mut lines = vec![t.budget_ballot_title(&story.ballot)];
    lines.extend(
        story
            .share
            .iter()
            .map(|share| t.budget_ballot_share(&amount(share))),
    );
    let paid = story.payments.iter();
    lines.extend(paid.map(|(project, paid)| format!("{:>14}  {}", amount(paid), name(*project))));
    lines.extend(story.left.iter().map(|left| t.budget_ballot_left(&amount(left))));
    let funded = if story.share.is_some() {
        t.budget_ballot_free()
    } else {
        t.budget_used_funded()
    };
    for (heading, projects) in [(funded, &story.free), (t.budget_ballot_lost(), &story.lost)] {
        if !projects.is_empty() {
            lines.push(heading.to_owned());
            lines.extend(projects.iter().map(|&project| format!("  {}", name(project))));
        }
    }
    lines.join("\n") + "\n"
}
