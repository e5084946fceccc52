//! `kapok bench web`: how fast this machine serves a city, beside a bare handler in the same run.
//!
//! The server is a process of its own, this binary again, so that its processor time and memory are its alone; the client is this
//! process. What a request costs is the server's processor time over the number of requests: unlike requests per second it
//! hardly depends on what else the machine does. On PostgreSQL the time of the database is not in it.

mod child;
mod client;
pub mod faults;
mod pages;

use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, ExitCode, Stdio};

use anyhow::{Context, Result, ensure};
use serde::{Deserialize, Serialize};

pub use child::{ChildArgs, serve};
use client::Figures;

use crate::generate::Watch;

/// What to measure.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The database, for example from `kapok generate`: sqlite:PATH or postgres://USER@HOST/NAME. Voices are added to it.
    #[arg(long)]
    database: String,
    /// Folder with its key.
    #[arg(long, default_value = "kapok-data/generated")]
    data: std::path::PathBuf,
    /// Seconds for each row.
    #[arg(long, default_value_t = 5)]
    seconds: u64,
    /// Readers at once.
    #[arg(long, default_value_t = 8)]
    readers: usize,
    /// Writers at once.
    #[arg(long, default_value_t = 64)]
    writers: usize,
    /// One JSON object for each row instead of a table.
    #[arg(long)]
    json: bool,
}

/// What the server says of itself.
#[derive(Debug, Clone, Copy, Default, Serialize, Deserialize)]
pub(crate) struct Usage {
    /// Statements run since the start.
    queries: u64,
    /// Processor time since the start, in nanoseconds.
    cpu_ns: u64,
    /// Memory of its own, in KiB: what cannot be taken from it.
    own_kib: u64,
    /// Memory in all, in KiB, with pages of files that the system may take back.
    rss_kib: u64,
}

/// One line of the table.
#[derive(Debug, Serialize)]
struct Row {
    page: String,
    requests_per_s: f64,
    p50_ms: f64,
    p95_ms: f64,
    p99_ms: f64,
    cpu_us: f64,
    queries: f64,
    bytes: u64,
    failed: u64,
    own_mib: f64,
    rss_mib: f64,
}

/// Measures and prints.
///
/// # Errors
/// When the server does not start, or answers with errors.
pub fn run(args: &Args) -> Result<ExitCode> {
    if !args.json {
        println!(
            "{:<34} {:>9} {:>8} {:>8} {:>8} {:>9} {:>8} {:>8} {:>8}",
            "page", "req/s", "p50 ms", "p95 ms", "p99 ms", "CPU us", "queries", "KiB", "MiB own"
        );
    }
    let mut failed = 0;
    let mut bare = Server::start(&["bench-server".into(), "--hello".into()])?;
    failed += show(args, &measure(args, &mut bare, &pages::hello())?)?;
    drop(bare);
    let command = [
        "bench-server",
        "--database",
        &args.database,
        "--data",
        &args.data.display().to_string(),
    ]
    .map(str::to_owned);
    let mut server = Server::start(&command)?;
    let idle = server.usage()?;
    for kind in pages::reading(server.address(), server.matters)? {
        failed += show(args, &measure(args, &mut server, &kind)?)?;
    }
    let writing = pages::writing(server.address())?;
    failed += show(args, &measure(args, &mut server, &writing)?)?;
    let loaded = server.usage()?;
    if !args.json {
        println!(
            "memory of its own: {} MiB idle, {} MiB after all this; with mapped pages of files {} and {} MiB",
            idle.own_kib / 1024,
            loaded.own_kib / 1024,
            idle.rss_kib / 1024,
            loaded.rss_kib / 1024
        );
    }
    ensure!(
        failed == 0,
        "{failed} requests were not answered as they should be"
    );
    Ok(ExitCode::SUCCESS)
}

fn measure(args: &Args, server: &mut Server, kind: &pages::Kind) -> Result<Row> {
    let clients = if kind.writes() { args.writers } else { args.readers };
    let time = std::time::Duration::from_secs(args.seconds);
    // What is asked first is not what is asked always.
    client::run(
        server.address(),
        kind,
        clients,
        time.min(std::time::Duration::from_millis(500)),
    )?;
    let (before, watch) = (server.usage()?, Watch::start());
    let figures = client::run(server.address(), kind, clients, time)?;
    let (seconds, after) = (watch.elapsed().as_secs_f64(), server.usage()?);
    Ok(row(kind, &figures, seconds, before, after))
}

#[expect(clippy::cast_precision_loss, reason = "figures for people")]
fn row(kind: &pages::Kind, figures: &Figures, seconds: f64, before: Usage, after: Usage) -> Row {
    let n = figures.times_us.len().max(1) as f64;
    let at = |percent: usize| {
        let i = (figures.times_us.len() * percent / 100).min(figures.times_us.len().saturating_sub(1));
        figures.times_us.get(i).map_or(0.0, |us| f64::from(*us) / 1000.0)
    };
    Row {
        page: kind.name().to_owned(),
        requests_per_s: figures.times_us.len() as f64 / seconds,
        p50_ms: at(50),
        p95_ms: at(95),
        p99_ms: at(99),
        cpu_us: (after.cpu_ns - before.cpu_ns) as f64 / 1000.0 / n,
        queries: (after.queries - before.queries) as f64 / n,
        bytes: figures.bytes / figures.times_us.len().max(1) as u64,
        failed: figures.failed,
        own_mib: after.own_kib as f64 / 1024.0,
        rss_mib: after.rss_kib as f64 / 1024.0,
    }
}

fn show(args: &Args, row: &Row) -> Result<u64> {
    if args.json {
        println!("{}", serde_json::to_string(row)?);
    } else {
        println!(
            "{:<34} {:>9.0} {:>8.2} {:>8.2} {:>8.2} {:>9.1} {:>8.2} {:>8.1} {:>8.0}{}",
            row.page,
            row.requests_per_s,
            row.p50_ms,
            row.p95_ms,
            row.p99_ms,
            row.cpu_us,
            row.queries,
            f64::from(u32::try_from(row.bytes).unwrap_or(u32::MAX)) / 1024.0,
            row.own_mib,
            if row.failed > 0 {
                format!("  {} FAILED", row.failed)
            } else {
                String::new()
            }
        );
    }
    Ok(row.failed)
}

/// A server in a process of its own, which ends with this value.
pub struct Server {
    child: Child,
    ask: ChildStdin,
    said: BufReader<ChildStdout>,
    address: String,
    matters: i64,
}

impl Server {
    /// Starts this binary with a command that serves.
    ///
    /// # Errors
    /// When it does not come up.
    pub fn start(command: &[String]) -> Result<Self> {
        let mut child = Command::new(std::env::current_exe()?)
            .args(command)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .context("the server does not start")?;
        let ask = child.stdin.take().context("no pipe")?;
        let mut said = BufReader::new(child.stdout.take().context("no pipe")?);
        let mut line = String::new();
        said.read_line(&mut line)?;
        let (address, matters) = line
            .trim()
            .split_once(' ')
            .context("the server did not come up")?;
        Ok(Self {
            address: address.to_owned(),
            matters: matters.parse()?,
            child,
            ask,
            said,
        })
    }

    /// Host and port.
    #[must_use]
    pub fn address(&self) -> &str {
        &self.address
    }

    /// Ends it as a power cut would: SIGKILL, at once.
    pub fn kill(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }

    fn usage(&mut self) -> Result<Usage> {
        writeln!(self.ask, "usage")?;
        let mut line = String::new();
        self.said.read_line(&mut line)?;
        serde_json::from_str(&line).context("the server ended")
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.kill();
    }
}
