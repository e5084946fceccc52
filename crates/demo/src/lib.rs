//! The demo city Riverton: 64 matters, told from the first voice to the result, and the report's library of cases.
//!
//! Nothing is inserted by rows. [`build`] turns a clock of its own to the moment of each happening and calls the same
//! actions as the pages do, so that log, counts and pages are what a real city's would be. The words are in
//! `data/riverton`, in days before today; the module `content` reads them, `event` knows what can
//! happen, `plan` knows when, `play` does it.

mod cases;
mod content;
pub mod crowd;
mod event;
mod plan;
mod play;
mod report;
mod setup;

use std::sync::Arc;

use anyhow::{Context, Result};
use kapok_acts::Env;
use kapok_store::{FixedClock, SeededEntropy};

use crate::content::Content;
use crate::plan::{Calendar, plan};

/// The password of every staff account of the demo.
pub const PASSWORD: &str = "kapok-by-the-river";

/// One account for each role: role and e-mail address.
pub const LOGINS: &[(&str, &str)] = &[
    ("officer", "m.lindqvist@riverton.example"),
    ("lead-officer", "a.okafor@riverton.example"),
    ("moderator", "n.baptiste@riverton.example"),
    ("mayors-office", "e.marlow@riverton.example"),
    ("auditor", "u.harrow@riverton.example"),
    ("administrator", "o.bright@riverton.example"),
];

/// Seed of ids, salts and nonces, so that two demo cities made at the same moment are the same.
const SEED: u64 = 0x004b_4150_4f4b;

/// What was made.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "numbers of the things they are named after")]
pub struct Made {
    pub places: usize,
    pub parties: usize,
    pub accounts: usize,
    pub voices: usize,
    /// Voices that joined a matter.
    pub joined: usize,
    pub matters: usize,
    pub decisions: usize,
    pub commitments: usize,
    /// Residents who said whether something is done.
    pub checks: usize,
    /// Matters that came back because residents said "not yet".
    pub reopened: usize,
    /// Matters written up as cases.
    pub cases: usize,
    pub acts: i64,
}

impl std::fmt::Display for Made {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        writeln!(
            f,
            "{} places, {} offices and organisations, {} staff",
            self.places, self.parties, self.accounts
        )?;
        writeln!(
            f,
            "{} voices, {} of them in {} matters; {} decisions, {} commitments",
            self.voices, self.joined, self.matters, self.decisions, self.commitments
        )?;
        write!(
            f,
            "{} residents checked results, {} reopened, {} shared as cases; {} acts in the log",
            self.checks, self.reopened, self.cases, self.acts
        )
    }
}

/// Makes the demo city in an empty, migrated database. Days are counted back from the day of `env`'s clock; the same moment
/// and keys give the same city.
///
/// # Errors
/// What went wrong, with file, row and event.
pub async fn build(env: &Env) -> Result<Made> {
    let content = Content::read()?;
    let calendar = Calendar {
        zone: env.city.time_zone.clone(),
        today: env.today(),
        now: env.now(),
    };
    let happenings = plan(&content, &calendar);
    let first = happenings.first().context("the demo has no voices")?.at;
    let clock = Arc::new(FixedClock::new(first));
    let entropy = Arc::new(SeededEntropy::new(SEED));
    let demo = Env::new(
        env.db.clone(),
        clock.clone(),
        entropy,
        env.keys.clone(),
        (*env.city).clone(),
    );
    let mut made = Made::default();
    clock.set(setup::beginning(&calendar, &content));
    let city = setup::city(&demo, &content, &mut made).await?;
    let mut player = play::Player::new(&demo, &content, &calendar, city, made);
    for happening in &happenings {
        clock.set(happening.at);
        player
            .play(happening)
            .await
            .with_context(|| play::label(happening))?;
    }
    let mut made = player.made();
    made.acts = kapok_acts::log::count(&mut env.db.read().await?).await?;
    // Whoever asked before the city was there keeps nothing of that.
    env.forget::<kapok_places::Tree>();
    env.forget::<kapok_parties::Directory>();
    Ok(made)
}
