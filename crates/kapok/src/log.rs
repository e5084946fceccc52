//! `kapok log`: the log as a file, and whether it holds.

use std::fs::File;
use std::io::{BufRead, BufReader, BufWriter, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, bail};
use clap::Subcommand;
use kapok_acts::{Env, tree};
use kapok_log::note::{Checkpoint, Key};
use kapok_log::{file, hex, proof};

use crate::Settings;

/// The public log.
#[derive(Subcommand)]
pub enum Log {
    /// Verify a log file, or the proof of one act (.tlog-proof). Needs no server and no database.
    Verify {
        /// The file; - for standard input.
        file: PathBuf,
        /// The log's public key, as it stood on its page when you first trusted it. Needed for a proof.
        #[arg(long)]
        key: Option<Key>,
        /// A file with a checkpoint kept from before: the log must be a continuation of it.
        #[arg(long)]
        earlier: Option<PathBuf>,
    },
    /// Write the whole log to a file.
    Export {
        #[command(flatten)]
        settings: Settings,
        /// The file to write; - for standard output.
        file: PathBuf,
    },
    /// Print the log's public key.
    Key {
        #[command(flatten)]
        settings: Settings,
    },
    /// Recompute the log from the rows of the database.
    Check {
        #[command(flatten)]
        settings: Settings,
    },
}

/// Verifies a file. What does not hold is printed, with exit status 1.
///
/// # Errors
/// When a file cannot be read, or the key that a proof needs is missing.
pub fn verify(path: &Path, key: Option<&Key>, earlier: Option<&Path>) -> anyhow::Result<ExitCode> {
    let source: Box<dyn Read> = if path.as_os_str() == "-" {
        Box::new(std::io::stdin())
    } else {
        Box::new(File::open(path).with_context(|| format!("cannot read {}", path.display()))?)
    };
    let mut source = BufReader::with_capacity(1 << 20, source);
    let start = source
        .fill_buf()
        .with_context(|| format!("cannot read {}", path.display()))?;
    let result = if start.starts_with(proof::FIRST_LINE.as_bytes()) {
        if earlier.is_some() {
            bail!(
                "--earlier goes with a log file; {} is the proof of one act",
                path.display()
            );
        }
        let Some(key) = key else {
            bail!("a proof is worth as much as the key: give the log's key with --key");
        };
        one_act(source, key)
    } else {
        let earlier = earlier.map(|path| kept(path, &mut source, key)).transpose()?;
        whole(source, key, earlier.as_ref())
    };
    Ok(match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            println!("NOT VERIFIED  {}: {error:#}", path.display());
            ExitCode::FAILURE
        }
    })
}

/// A checkpoint kept from before, opened with the key given or, without one, with the key of the log file itself.
fn kept(path: &Path, log: &mut impl BufRead, key: Option<&Key>) -> anyhow::Result<Checkpoint> {
    let note = std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    let own = || -> anyhow::Result<Key> {
        let start = log.fill_buf()?;
        let line = start.split(|b| *b == b'\n').next().unwrap_or_default();
        let line = std::str::from_utf8(line).unwrap_or_default();
        let key = line.rsplit_once(' ').and_then(|(_, key)| key.parse().ok());
        key.context("the log file has no key in its first line")
    };
    let key = key.cloned().map_or_else(own, Ok)?;
    key.open(&note)
        .with_context(|| format!("the checkpoint in {}", path.display()))
}

fn whole(source: impl BufRead, key: Option<&Key>, earlier: Option<&Checkpoint>) -> anyhow::Result<()> {
    let verified = file::verify(source, key, earlier)?;
    let last = &verified.last;
    println!("VERIFIED  the log {}", last.origin);
    println!("  acts         {}", last.size);
    println!("  root         {}", hex(&last.root));
    println!(
        "  checkpoints  {}, each signed over exactly the acts before it",
        verified.checkpoints
    );
    if verified.reasons_removed > 0 {
        println!(
            "  reasons      {} were taken out; their digests stand in the acts",
            verified.reasons_removed
        );
    }
    if let Some(earlier) = earlier {
        println!(
            "  appended to  the first {} acts are those of your earlier checkpoint",
            earlier.size
        );
    }
    println!("  key          {}", verified.key);
    if key.is_none() {
        println!(
            "The key was taken from the file. Compare it with the one that the log publishes, or give it with --key."
        );
    }
    Ok(())
}

fn one_act(mut source: impl Read, key: &Key) -> anyhow::Result<()> {
    let mut text = String::new();
    source
        .read_to_string(&mut text)
        .context("the proof is not UTF-8")?;
    let proven = proof::verify(&text, key)?;
    println!(
        "VERIFIED  act {} of the log {}",
        proven.index, proven.checkpoint.origin
    );
    println!(
        "  among        {} acts, root {}",
        proven.checkpoint.size,
        hex(&proven.checkpoint.root)
    );
    println!("  act          {}", proven.canonical);
    Ok(())
}

/// Writes the whole log, after every act was given its place.
///
/// # Errors
/// From the database and the file.
pub async fn export(env: &Env, path: &Path) -> anyhow::Result<()> {
    tree::sequence(env).await?;
    let out: Box<dyn Write> = if path.as_os_str() == "-" {
        Box::new(std::io::stdout())
    } else {
        Box::new(File::create(path).with_context(|| format!("cannot write {}", path.display()))?)
    };
    let mut out = BufWriter::new(out);
    let mut export = tree::Export::new(env).await?;
    while let Some(piece) = export.next().await? {
        out.write_all(&piece)
            .with_context(|| format!("cannot write {}", path.display()))?;
    }
    out.flush()
        .with_context(|| format!("cannot write {}", path.display()))
}

/// Recomputes the log from the database; prints what does not fit, with exit status 1.
///
/// # Errors
/// From the database.
pub async fn check(env: &Env) -> anyhow::Result<ExitCode> {
    let checked = tree::check(env).await?;
    println!("acts         {}", checked.acts);
    println!("checkpoints  {}", checked.checkpoints);
    println!("root         {}", checked.root);
    println!("waiting      {}", checked.waiting);
    for finding in &checked.findings {
        println!("WRONG        {finding}");
    }
    if checked.findings.is_empty() {
        println!("The log holds.");
        return Ok(ExitCode::SUCCESS);
    }
    println!("The log does not hold. Keep this database, and restore the last backup that holds.");
    Ok(ExitCode::FAILURE)
}
