//! `kapok generate`: a database of any size by a seed, for measuring.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context, Result};
use kapok_acts::Env;
use kapok_demo::crowd::{self, Size};
use kapok_store::{Durability, Options, SeededEntropy};

use crate::config::Config;
use crate::{keyfile, server};

/// What to make.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Where: sqlite:PATH or postgres://USER@HOST/NAME. An empty database; a SQLite file is made if there is none.
    #[arg(long)]
    database: Option<String>,
    /// Folder for the key, and for the database where none is named.
    #[arg(long, default_value = "kapok-data/generated")]
    data: PathBuf,
    /// Voices.
    #[arg(long, default_value_t = 1_000_000)]
    voices: u64,
    /// Matters.
    #[arg(long, default_value_t = 50_000)]
    matters: u64,
    /// Seed of everything that is left to chance; the same seed on the same day makes the same database.
    #[arg(long, default_value_t = 1)]
    seed: u64,
}

/// The settings of a generated city.
#[must_use]
pub fn config(data: &Path, database: Option<&str>) -> Config {
    let file = || format!("sqlite:{}", data.join("kapok.db").display());
    Config {
        city: "Riverton".into(),
        data: data.to_owned(),
        database: database.map_or_else(file, str::to_owned),
        public_url: "http://127.0.0.1:8080".into(),
        ..Config::default()
    }
}

/// Makes it.
///
/// # Errors
/// When the database is not empty or cannot be written.
pub async fn run(args: Args) -> Result<()> {
    let config = config(&args.data, args.database.as_deref());
    let remote = !config.database.starts_with("sqlite:");
    std::fs::create_dir_all(&args.data).with_context(|| format!("cannot make {}", args.data.display()))?;
    // The key is by the seed too: codes and sealed contacts of two runs are the same. Never for a real city.
    keyfile::load(
        &config.key_file.clone().unwrap_or_else(|| args.data.join("key")),
        &SeededEntropy::new(args.seed),
    )?;
    // Made on SQLite, whose statements need no journey, and moved.
    let near = match remote {
        true => format!("sqlite:{}", args.data.join("generated.db").display()),
        false => config.database.clone(),
    };
    let size = Size {
        voices: args.voices,
        matters: args.matters,
        seed: args.seed,
    };
    let bulk = Options {
        durability: Durability::Bulk,
        ..Options::default()
    };
    let env = server::open(
        &Config {
            database: near,
            ..config.clone()
        },
        bulk,
    )
    .await?;
    let watch = Watch::start();
    let made = crowd::fill(&env, size, |voices| {
        eprintln!("{voices} of {} voices after {} s", size.voices, watch.seconds());
    })
    .await?;
    println!("{made}");
    println!("digest of all acts: {}", crowd::digest(&env).await?);
    env.db.tidy().await?;
    if remote {
        let to = server::open(&config, Options::default())
            .await
            .context("the database to fill")?;
        carry(&env, &to).await?;
    }
    println!("{} s in all", watch.seconds());
    Ok(())
}

async fn carry(from: &Env, to: &Env) -> Result<()> {
    kapok_store::move_to_postgres(&from.db, &to.db, |table, rows| {
        if rows > 0 {
            eprintln!("{table}: {rows} rows");
        }
    })
    .await?;
    Ok(())
}

/// Time that went by, for people who wait.
pub struct Watch(Arc<std::time::Instant>);

impl Watch {
    /// Begins now.
    #[must_use]
    #[expect(
        clippy::disallowed_methods,
        reason = "the binary measures; nothing depends on it"
    )]
    pub fn start() -> Self {
        Self(Arc::new(std::time::Instant::now()))
    }

    /// Since then.
    #[must_use]
    pub fn elapsed(&self) -> std::time::Duration {
        self.0.elapsed()
    }

    fn seconds(&self) -> u64 {
        self.elapsed().as_secs()
    }
}
