//! `kapok bench backup`: how long a backup takes, and how long the commits of a busy server wait for it.

use std::path::PathBuf;
use std::process::{Command, ExitCode};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use anyhow::Context;
use kapok::config::Config;
use kapok::server;
use kapok_acts::{Actor, Env};
use kapok_store::{Durability, Options};
use kapok_voices::{Channel, NewVoice, VoiceKind};

/// Measure kapok backup beside a server that writes.
#[derive(Debug, clap::Args)]
pub struct BenchArgs {
    /// Megabytes of database.
    #[arg(long, default_value_t = 50)]
    mb: u64,
    /// Empty folder for the database and its backup; deleted at the end.
    #[arg(long, default_value = "kapok-bench-backup")]
    scratch: PathBuf,
    /// An empty PostgreSQL database instead of a file.
    #[arg(long)]
    database: Option<String>,
}

/// Seconds of writing without a backup, for comparison.
const ALONE: u64 = 4;
/// Pause between two voices: 100 a second is a storm.
const PAUSE: Duration = Duration::from_millis(5);

/// Measures and prints.
///
/// # Errors
/// From the database, the disk and the backup.
pub fn run(args: BenchArgs) -> anyhow::Result<ExitCode> {
    tokio::runtime::Builder::new_multi_thread()
        .worker_threads(4)
        .enable_all()
        .build()?
        .block_on(measure(args))?;
    Ok(ExitCode::SUCCESS)
}

fn voice(n: u64) -> NewVoice {
    let words = "The lamp at the corner has been dark since the storm, and the children walk home there. ";
    NewVoice {
        text: format!(
            "Number {n}. {}",
            words.repeat(usize::try_from(n % 7).unwrap_or(0) + 1)
        ),
        place_words: format!("Corner {}", n % 500),
        place: None,
        contact: n.is_multiple_of(2).then(|| format!("resident{n}@example.org")),
        channel: Channel::Web,
        kind: VoiceKind::Unstated,
        form_key: None,
        lang: None,
        party: None,
        photo: None,
        heard_at: None,
    }
}

async fn hear(env: &Env, n: u64) -> anyhow::Result<()> {
    kapok_voices::actions::hear(env, &Actor::Resident, voice(n))
        .await
        .map(drop)
        .context("a voice could not be heard")
}

#[expect(clippy::disallowed_methods, reason = "a bench measures time")]
fn now() -> Instant {
    Instant::now()
}

async fn measure(args: BenchArgs) -> anyhow::Result<()> {
    let data = args.scratch.join("data");
    let file = data.join("kapok.db");
    let database = args
        .database
        .clone()
        .unwrap_or_else(|| format!("sqlite:{}", file.display()));
    let config = Config {
        data,
        database,
        public_url: "http://localhost".into(),
        mail: format!("file:{}", args.scratch.join("mail").display()),
        ..Config::default()
    };
    let voices = fill(&config, args.mb, &file).await?;
    let env = server::open(&config, Options::default()).await?;
    kapok_acts::tree::sequence(&env).await?;
    let alone = writing(&env, voices, async {
        tokio::time::sleep(Duration::from_secs(ALONE)).await;
        Ok(())
    })
    .await?;
    let started = now();
    let mut took = Duration::ZERO;
    let beside = writing(&env, voices + 1_000_000, async {
        let mut backup = tokio::task::spawn_blocking({
            let command = backup(&config, &args)?;
            move || run_to_end(command)
        });
        let done = (&mut backup).await?;
        took = started.elapsed();
        done
    })
    .await?;
    let bytes = size(&args.scratch.join("backups"))?;
    println!("voices                 {voices}");
    println!(
        "rows in the backup     {}.{} MB",
        bytes / 1_000_000,
        bytes / 100_000 % 10
    );
    if let Ok(meta) = std::fs::metadata(&file) {
        println!(
            "database file          {}.{} MB, {} bytes a voice",
            meta.len() / 1_000_000,
            meta.len() / 100_000 % 10,
            meta.len() / voices.max(1)
        );
    }
    println!("backup                 {} ms, process and all", took.as_millis());
    for (name, mut waits) in [("without a backup", alone), ("during the backup", beside)] {
        waits.sort();
        let at = |per_mille: usize| {
            waits
                .get((waits.len() * per_mille / 1000).min(waits.len().saturating_sub(1)))
                .copied()
                .unwrap_or_default()
        };
        println!(
            "commits {name:<18} {:>5}, median {} us, p99 {} us, longest {} us",
            waits.len(),
            at(500).as_micros(),
            at(990).as_micros(),
            at(1000).as_micros()
        );
    }
    drop(env);
    std::fs::remove_dir_all(&args.scratch).context("the scratch folder")
}

/// Hears voices until the database has its size; gives how many.
async fn fill(config: &Config, mb: u64, file: &std::path::Path) -> anyhow::Result<u64> {
    let options = Options {
        durability: Durability::Bulk,
        ..Options::default()
    };
    let env = server::open(config, options).await?;
    let mut n = 0;
    loop {
        for _ in 0..500 {
            hear(&env, n).await?;
            n += 1;
        }
        // PostgreSQL spreads itself over many files: a voice takes about 2 kB there too.
        let bytes = std::fs::metadata(file).map_or(n * 2_000, |meta| meta.len());
        if bytes >= mb * 1_000_000 {
            return Ok(n);
        }
    }
}

/// Writes until something else is done; gives how long each voice took.
async fn writing(
    env: &Env,
    from: u64,
    until: impl Future<Output = anyhow::Result<()>>,
) -> anyhow::Result<Vec<Duration>> {
    let stop = Arc::new(AtomicBool::new(false));
    let writer = tokio::spawn({
        let (env, stop) = (env.clone(), Arc::clone(&stop));
        async move {
            let (mut waits, mut n) = (Vec::new(), from);
            while !stop.load(Ordering::SeqCst) {
                let started = now();
                hear(&env, n).await?;
                waits.push(started.elapsed());
                n += 1;
                tokio::time::sleep(PAUSE).await;
            }
            anyhow::Ok(waits)
        }
    });
    let done = until.await;
    stop.store(true, Ordering::SeqCst);
    let waits = writer.await??;
    done?;
    Ok(waits)
}

fn backup(config: &Config, args: &BenchArgs) -> anyhow::Result<Command> {
    let mut command = Command::new(std::env::current_exe()?);
    command
        .arg("backup")
        .arg("--to")
        .arg(args.scratch.join("backups"))
        .env("KAPOK_DATA", &config.data)
        .env("KAPOK_DATABASE", &config.database)
        .stdout(std::process::Stdio::null());
    Ok(command)
}

fn run_to_end(mut command: Command) -> anyhow::Result<()> {
    let status = command.status().context("the backup did not start")?;
    anyhow::ensure!(status.success(), "the backup failed");
    Ok(())
}

/// Bytes of the one backup in a folder.
fn size(folder: &std::path::Path) -> anyhow::Result<u64> {
    let mut bytes = 0;
    for made in std::fs::read_dir(folder)? {
        for table in std::fs::read_dir(made?.path().join("tables"))? {
            bytes += table?.metadata()?.len();
        }
    }
    Ok(bytes)
}
