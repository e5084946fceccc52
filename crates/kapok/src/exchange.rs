//! The commands that write the record for others, count it again, and read what others wrote.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Context;
use kapok_acts::{Actor, Env};
use kapok_exchange::import::{self, Mapping, Outcome, Read};

/// Writes the open data to a folder.
///
/// # Errors
/// When a file cannot be written, or from the database.
pub async fn export(env: &Env, folder: &Path) -> anyhow::Result<()> {
    let files = kapok_exchange::export::folder(env, folder).await?;
    println!("{files} files are in {}.", folder.display());
    Ok(())
}

/// Counts the counters kept on rows again and prints what differs.
///
/// # Errors
/// From the database.
pub async fn recount(env: &Env) -> anyhow::Result<ExitCode> {
    let found = kapok_exchange::recount::all(env).await?;
    for difference in &found.differences {
        println!("{difference}");
    }
    let (n, of) = (found.differences.len(), found.counted);
    println!("{of} counters were counted again; {n} differ.");
    Ok(if n == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// How to import.
#[derive(clap::Args)]
pub struct How {
    /// What the names of the other platform mean here (TOML); see docs/open-data.md. Decidim needs none.
    #[arg(long)]
    mapping: Option<PathBuf>,
    /// Say what would happen, and write nothing.
    #[arg(long)]
    dry_run: bool,
    /// Import nothing at all when there is a row that cannot be imported.
    #[arg(long)]
    strict: bool,
}

impl How {
    fn mapping(&self) -> anyhow::Result<Mapping> {
        let Some(path) = &self.mapping else {
            return Ok(Mapping::default());
        };
        let text =
            std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
        Ok(Mapping::parse(&path.display().to_string(), &text)?)
    }
}

/// Imports a CSV file.
///
/// # Errors
/// When file or mapping cannot be read, or from the database.
pub async fn import_csv(env: &Env, how: &How, file: &Path) -> anyhow::Result<ExitCode> {
    let mapping = how.mapping()?;
    let bytes = std::fs::read(file).with_context(|| format!("cannot read {}", file.display()))?;
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let read = import::read_csv(&name, &bytes, &mapping, &env.city.time_zone)?;
    imported(env, how, &mapping, read).await
}

/// Imports an archive of Decidim.
///
/// # Errors
/// When archive or mapping cannot be read, or from the database.
pub async fn import_decidim(env: &Env, how: &How, path: &Path) -> anyhow::Result<ExitCode> {
    let mapping = how.mapping()?;
    let read = import::read_decidim(path, &mapping, &env.city.time_zone)?;
    imported(env, how, &mapping, read).await
}

async fn imported(env: &Env, how: &How, mapping: &Mapping, read: Read) -> anyhow::Result<ExitCode> {
    for (file, names) in &read.left_out {
        println!("{file}: nothing is made of the columns {}", names.join(", "));
    }
    let run = |dry| import::run(env, &Actor::System, read.items.clone(), mapping, dry);
    if how.strict {
        let found = run(true).await?;
        if !(read.problems.is_empty() && found.problems.is_empty()) {
            told(&found, &read, true);
            println!("Nothing was imported: --strict asks for no row that cannot be.");
            return Ok(ExitCode::FAILURE);
        }
    }
    let done = run(how.dry_run).await?;
    told(&done, &read, how.dry_run);
    Ok(ExitCode::SUCCESS)
}

fn told(done: &Outcome, read: &Read, dry: bool) {
    done.first.iter().for_each(|line| println!("{line}"));
    if done.first.len() < read.items.len() {
        println!("… and {} more", read.items.len() - done.first.len());
    }
    let problems = read.problems.iter().chain(&done.problems);
    problems
        .clone()
        .for_each(|problem| println!("not imported: {problem}"));
    println!(
        "{}: {} voices, {} matters, {} answers, {} decisions, {} promises; {} were imported before; {} things cannot be imported.",
        if dry { "Would be imported" } else { "Imported" },
        done.voices,
        done.matters,
        done.answers,
        done.decisions,
        done.promises,
        done.before,
        problems.count()
    );
}
