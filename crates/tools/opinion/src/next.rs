//! `kapok opinion next`: which statement to show next, and how often each was shown.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Context;
use kapok_opinion::import::{self, Options as Import};
use kapok_opinion::map::{self, Options};
use kapok_opinion::random::Random;
use kapok_opinion::routing::{Router, fit};
use serde_json::json;

use crate::folder::Disk;

/// Draw the statement that a participant should see next: by priority, among those not yet answered.
#[derive(Debug, clap::Args)]
pub struct Next {
    /// Folder with the votes.
    folder: PathBuf,
    /// Whose answers count as seen; nobody's when left out.
    #[arg(long, value_name = "ID")]
    participant: Option<u32>,
    /// Draws to make, each as if it were the first.
    #[arg(long, value_name = "N", default_value_t = 1)]
    draws: u64,
    /// Seed of the draws.
    #[arg(long, value_name = "NUMBER", default_value_t = 1)]
    seed: u64,
}

/// Prints the draws as JSON: with one draw the statement, always how often each was shown.
pub fn run(args: &Next) -> anyhow::Result<ExitCode> {
    let conversation = import::read_folder(&Disk::new(&args.folder), Import::default())?;
    let map = map::kapok(&conversation, &Options::default());
    let mut seen = BTreeSet::new();
    if let Some(id) = args.participant {
        let votes = &conversation.votes;
        let row = votes
            .row_of(id)
            .with_context(|| format!("participant {id} has no votes here"))?;
        seen.extend(
            votes
                .row(row)
                .0
                .iter()
                .map(|column| votes.statements()[*column as usize]),
        );
    }
    let open = map
        .statements
        .iter()
        .filter(|one| one.shown && !seen.contains(&one.id));
    let mut router = Router::new(open.map(|one| (one.id, one.priority.unwrap_or(1.0))));
    let mut random = Random::new(args.seed);
    let mut last = None;
    for _ in 0..args.draws {
        last = router.next(|_| false, &mut random);
    }
    let (chi_square, degrees, p) = fit(&router);
    let shares = router.shares().into_iter().zip(router.exposures());
    let statements: Vec<_> = shares
        .map(|((id, share), (_, shown))| json!({"id": id, "share": share, "exposures": shown}))
        .collect();
    let result = json!({
        "next": last, "draws": args.draws, "statements": statements,
        "fit": {"chi_square": chi_square, "degrees": degrees, "p": p},
    });
    println!("{}", serde_json::to_string_pretty(&result)?);
    Ok(ExitCode::SUCCESS)
}
