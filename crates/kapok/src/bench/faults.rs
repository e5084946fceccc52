//! `kapok bench faults`: the server is killed at random moments while voices come in, and nothing that it acknowledged may be
//! missing, doubled or half there.
//!
//! Each writer sends voices as a browser does: a token, a text of its own. Who gets no answer sends the same form again to the
//! next server, as a person would who lost the line, until there is a receipt. In the end every receipt must lead to its words,
//! every text must be there once, each voice must have its act, and the log must hold: acts, tree and signed checkpoints.

use std::collections::{BTreeMap, HashMap};
use std::process::ExitCode;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use kapok_store::{Entropy, Options, SystemEntropy, statements};

use super::Server;
use super::client::Connection;
use super::pages::{form, token};

statements! {
    read VOICES: (String, Vec<u8>) = "SELECT text, id FROM voice ORDER BY number";
    read HEARD: Vec<u8> = "SELECT subject_id FROM act WHERE kind = 'voice.heard' ORDER BY at_ms, id";
    read YEARS: i64 = "SELECT CAST(coalesce(sum(n), 0) AS BIGINT) FROM voice_year";
}

/// What to do.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// An empty database: sqlite:PATH or postgres://USER@HOST/NAME.
    #[arg(long)]
    database: String,
    /// Folder for its key.
    #[arg(long)]
    data: std::path::PathBuf,
    /// How often the server is killed.
    #[arg(long, default_value_t = 50)]
    kills: u32,
    /// Writers at once.
    #[arg(long, default_value_t = 8)]
    writers: usize,
}

/// What the writers know: the code of each text that was acknowledged.
#[derive(Default)]
struct Known {
    receipts: Mutex<BTreeMap<String, String>>,
    again: std::sync::atomic::AtomicU64,
    wrong: Mutex<Vec<String>>,
    stop: AtomicBool,
    address: Mutex<String>,
}

/// Kills and checks.
///
/// # Errors
/// When something that was acknowledged is not there, or is there twice.
pub fn run(args: &Args) -> Result<ExitCode> {
    let command = [
        "bench-server",
        "--database",
        &args.database,
        "--data",
        &args.data.display().to_string(),
    ]
    .map(str::to_owned);
    let known = Known::default();
    let mut server = Server::start(&command)?;
    server.address().clone_into(&mut lock(&known.address));
    std::thread::scope(|scope| {
        for n in 0..args.writers {
            let known = &known;
            scope.spawn(move || write(n, known));
        }
        let killed = (0..args.kills).try_for_each(|n| kill(args, &command, &known, &mut server, n));
        known.stop.store(true, Ordering::Relaxed);
        killed
    })?;
    drop(server);
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(check(args, &known))?;
    Ok(ExitCode::SUCCESS)
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// One life of a server: up to half a second of writes, then SIGKILL, then the next.
fn kill(args: &Args, command: &[String], known: &Known, server: &mut Server, n: u32) -> Result<()> {
    let mut random = [0u8; 2];
    SystemEntropy.fill(&mut random);
    pause(Duration::from_millis(
        20 + u64::from(u16::from_be_bytes(random)) % 480,
    ));
    server.kill();
    *server = Server::start(command).with_context(|| format!("after kill {}", n + 1))?;
    server.address().clone_into(&mut lock(&known.address));
    // What was acknowledged before is there now: a look at the newest receipt after each start, at all of them in the end.
    let newest = lock(&known.receipts)
        .iter()
        .next_back()
        .map(|(text, code)| (text.clone(), code.clone()));
    if let Some((text, code)) = newest {
        let mut connection = Connection::open(server.address())?;
        let (status, _) =
            connection.ask(format!("GET /follow/{code} HTTP/1.1\r\nhost: x\r\n\r\n").as_bytes())?;
        ensure!(
            status == 200 && connection.text().contains(&text),
            "the receipt {code} of {text:?} leads nowhere after kill {}",
            n + 1
        );
    }
    if (n + 1).is_multiple_of(10) || n + 1 == args.kills {
        println!("{} kills, {} receipts", n + 1, lock(&known.receipts).len());
    }
    Ok(())
}

#[expect(
    clippy::disallowed_methods,
    reason = "a thread of the bench that waits for a random moment"
)]
fn pause(time: Duration) {
    std::thread::sleep(time);
}

/// Sends voices until it is told to stop; each until there is a receipt.
fn write(n: usize, known: &Known) {
    let mut token_of = None;
    for i in 0.. {
        if known.stop.load(Ordering::Relaxed) {
            return;
        }
        let text = format!("Voice {i} of writer {n} about the bridge");
        let mut tries = 0u64;
        loop {
            match send(known, &mut token_of, &text) {
                Ok(code) => {
                    lock(&known.receipts).insert(text, code);
                    break;
                }
                Err(error) => {
                    tries += 1;
                    known.again.fetch_add(1, Ordering::Relaxed);
                    if tries > 500 {
                        lock(&known.wrong).push(format!("{text}: {error:#}"));
                        return;
                    }
                    pause(Duration::from_millis(20));
                }
            }
        }
    }
}

/// The receipt's code. The token stays the same over all servers: it is the sending's name.
fn send(known: &Known, token_of: &mut Option<String>, text: &str) -> Result<String> {
    let address = lock(&known.address).clone();
    let mut connection = Connection::open(&address)?;
    let token = match token_of {
        Some(token) => token.clone(),
        None => token_of.insert(token(&mut connection)?).clone(),
    };
    let (status, _) = connection.ask(&form(&token, text))?;
    ensure!(status == 303, "status {status}");
    let code = connection
        .location
        .trim_start_matches("/follow/")
        .split('?')
        .next()
        .unwrap_or_default();
    ensure!(!code.is_empty(), "no code");
    Ok(code.to_owned())
}

/// Everything acknowledged is there once, with its act.
async fn check(args: &Args, known: &Known) -> Result<()> {
    let wrong = std::mem::take(&mut *lock(&known.wrong));
    ensure!(wrong.is_empty(), "never acknowledged: {wrong:?}");
    let config = crate::generate::config(&args.data, Some(&args.database));
    let env = crate::server::open(&config, Options::default()).await?;
    let receipts = lock(&known.receipts).clone();
    let mut conn = env.db.read_long().await?;
    let voices = conn.all(&VOICES, &[]).await?;
    let mut times = HashMap::new();
    for (text, _) in &voices {
        *times.entry(text.as_str()).or_insert(0) += 1;
    }
    for (text, code) in &receipts {
        ensure!(
            times.get(text.as_str()) == Some(&1),
            "{text:?} is there {:?} times",
            times.get(text.as_str())
        );
        let found = kapok_voices::by_code(&env, code)
            .await?
            .context("a receipt leads nowhere")?;
        ensure!(
            found.voice.text == *text,
            "the receipt {code} leads to other words"
        );
    }
    ensure!(times.values().all(|n| *n == 1), "a voice is there twice");
    let mut heard: Vec<Vec<u8>> = conn.all(&HEARD, &[]).await?;
    let mut ids: Vec<Vec<u8>> = voices.into_iter().map(|(_, id)| id).collect();
    heard.sort();
    ids.sort();
    ensure!(heard == ids, "{} voices have {} acts", ids.len(), heard.len());
    ensure!(
        conn.one(&YEARS, &[]).await? == i64::try_from(ids.len())?,
        "the counters differ"
    );
    kapok_acts::tree::sequence(&env).await?;
    let log = kapok_acts::tree::check(&env).await?;
    ensure!(
        log.findings.is_empty() && log.waiting == 0,
        "the log does not hold: {:?}",
        log.findings
    );
    println!(
        "{} kills; {} receipts, every one of them leads to its words; {} voices, each once, each with its act; the log of {} \
         acts holds, with {} signed checkpoints; {} sendings had to be repeated",
        args.kills,
        receipts.len(),
        ids.len(),
        log.acts,
        log.checkpoints,
        known.again.load(Ordering::Relaxed)
    );
    Ok(())
}
