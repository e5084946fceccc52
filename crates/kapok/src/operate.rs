//! `kapok backup`, `kapok restore`, `kapok doctor`: the commands of who runs a server.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, bail};
use kapok::backup;
use kapok::config::Config;
use kapok::doctor::{self, State};
use kapok::server::SystemClock;
use kapok_store::{Clock, Db, Options};

use crate::{Settings, load};

/// Where a backup goes.
#[derive(clap::Args)]
pub struct Backup {
    #[command(flatten)]
    settings: Settings,
    /// Folder in which the backup gets a folder of its own; without it, the setting `backup`.
    #[arg(long)]
    to: Option<PathBuf>,
    /// Put the secret key into the backup too. Whoever has such a backup has all contact data.
    #[arg(long)]
    with_key: bool,
}

/// Where a backup comes from.
#[derive(clap::Args)]
pub struct Restore {
    #[command(flatten)]
    settings: Settings,
    /// Folder of the backup: the one with backup.json.
    #[arg(long)]
    from: PathBuf,
    /// Only compare the files with their hashes.
    #[arg(long)]
    check: bool,
}

/// How to look.
#[derive(clap::Args)]
pub struct Doctor {
    #[command(flatten)]
    settings: Settings,
    /// Also open a connection to the mail server.
    #[arg(long)]
    connect: bool,
    /// One JSON list instead of lines.
    #[arg(long)]
    json: bool,
}

/// Makes a backup.
///
/// # Errors
/// From the database and the disk.
pub async fn backup(args: Backup) -> anyhow::Result<ExitCode> {
    let config = load(&args.settings)?;
    let into = args
        .to
        .or_else(|| Some(config.backup.clone()).filter(|p| !p.as_os_str().is_empty()));
    let Some(into) = into else {
        bail!("where to? Name a folder with --to, or in the setting backup");
    };
    if let Some(path) = config.database.strip_prefix("sqlite:")
        && !Path::new(path).exists()
    {
        bail!("there is no database {path}: name the settings of the server with --config");
    }
    let options = Options {
        connections: 1,
        ..Options::default()
    };
    let db = Db::open(&config.database, options).context("cannot open the database")?;
    let made = backup::make(&db, &config, &into, args.with_key, SystemClock.now()).await?;
    println!("{}", made.folder.display());
    println!("  {}", size(&made.manifest));
    if args.with_key {
        println!(
            "  The key is in it: whoever has this backup has all contact data. Keep it as you keep the key."
        );
    } else {
        println!(
            "  The key {} is not in it: keep a copy of it apart from the backups.",
            config.key_path().display()
        );
    }
    Ok(ExitCode::SUCCESS)
}

fn size(manifest: &backup::Manifest) -> String {
    let rows: u64 = manifest.tables.iter().map(|t| t.rows).sum();
    let bytes: u64 = manifest.parts().map(|p| p.bytes).sum();
    format!(
        "{} tables with {rows} rows, {} acts, {} photo files, {}.{} MB",
        manifest.tables.len(),
        manifest.acts,
        manifest.photos.len(),
        bytes / 1_000_000,
        bytes / 100_000 % 10
    )
}

/// Restores a backup, or looks whether it could be.
///
/// # Errors
/// When it is damaged, or the place is not empty.
pub async fn restore(args: Restore) -> anyhow::Result<ExitCode> {
    if args.check {
        let manifest = backup::check(&args.from)?;
        println!("Every file is as it was written on {}.", manifest.made);
        println!("  {}", size(&manifest));
        return Ok(ExitCode::SUCCESS);
    }
    let config = load(&args.settings)?;
    let restored = backup::restore(&args.from, &config, SystemClock.now()).await?;
    println!(
        "Restored the backup of {} into {}",
        restored.manifest.made,
        shown(&config)
    );
    println!("  {}", size(&restored.manifest));
    println!(
        "  Every file had the hash that was written down, and every act of the log still gives its own."
    );
    match restored.checkpoints {
        Some(n) => println!("  {n} signed checkpoints of the log were verified with the key."),
        None => println!(
            "  The signed checkpoints were not verified: the key is not here. Run kapok log check once it is."
        ),
    }
    match (restored.key, config.key_path().exists()) {
        (true, _) => println!("  The key was put to {}.", config.key_path().display()),
        (false, true) => println!("  The key in {} was left as it is.", config.key_path().display()),
        (false, false) => println!(
            "  Put the key to {} before you start the server.",
            config.key_path().display()
        ),
    }
    Ok(ExitCode::SUCCESS)
}

/// The database without a password that may stand in its address.
fn shown(config: &Config) -> String {
    match config.database.split_once('@') {
        Some((_, rest)) => format!("postgres://…@{rest}"),
        None => config.database.clone(),
    }
}

/// Says what is misconfigured. Exit status 1 when something does not run.
///
/// # Errors
/// Never for what it finds; when the findings cannot be written.
pub async fn doctor(args: Doctor) -> anyhow::Result<ExitCode> {
    let report = doctor::examine(load(&args.settings), SystemClock.now(), args.connect).await;
    if args.json {
        println!("{}", serde_json::to_string_pretty(&report.0)?);
    } else {
        for finding in &report.0 {
            println!("{finding}");
        }
    }
    Ok(if report.state() == State::Error {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    })
}
