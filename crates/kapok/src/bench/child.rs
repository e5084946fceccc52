//! The server that is measured: the real one, without rate limits, because all its clients have one address.

use std::io::BufRead;
use std::path::PathBuf;

use anyhow::{Context, Result};
use kapok_store::{Db, Options};
use kapok_web::Limits;
use rustix::time::{ClockId, clock_gettime};

use super::Usage;
use crate::config::Config;
use crate::{generate, server};

/// What to serve.
#[derive(Debug, clap::Args)]
pub struct ChildArgs {
    /// The bare handler.
    #[arg(long)]
    hello: bool,
    /// The database.
    #[arg(long, default_value = "")]
    database: String,
    /// Folder of the key.
    #[arg(long, default_value = "kapok-data/generated")]
    data: PathBuf,
}

/// Serves until its standard input ends; says its address, then how much it has used whenever a line comes in.
///
/// # Errors
/// As the server.
pub async fn serve(args: ChildArgs) -> Result<()> {
    if args.hello {
        return hello().await;
    }
    let base = generate::config(&args.data, Some(&args.database));
    let config = Config {
        listen: "127.0.0.1:0".into(),
        ..base
    };
    let env = server::open(&config, Options::default()).await?;
    let matters = kapok_matters::reads::counts(&mut env.db.read().await?)
        .await?
        .values()
        .sum();
    let db = env.db.clone();
    server::run_within(Limits::none(), &config, env, move |address| {
        answer(address.trim_start_matches("http://"), matters, Some(db));
    })
    .await
}

async fn hello() -> Result<()> {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
    answer(&listener.local_addr()?.to_string(), 0, None);
    let routes = axum::Router::new().route("/", axum::routing::get(|| async { "hello" }));
    axum::serve(listener, routes).await.context("the bare handler")
}

/// Answers on a thread of its own.
fn answer(address: &str, matters: i64, db: Option<Db>) {
    println!("{address} {matters}");
    std::thread::spawn(move || {
        for line in std::io::stdin().lock().lines() {
            if line.is_err() {
                break;
            }
            let usage = usage(db.as_ref());
            println!("{}", serde_json::to_string(&usage).unwrap_or_default());
        }
        std::process::exit(0);
    });
}

fn usage(db: Option<&Db>) -> Usage {
    let time = clock_gettime(ClockId::ProcessCPUTime);
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let field = |name: &str| {
        let line = status.lines().find_map(|line| line.strip_prefix(name));
        line.and_then(|rest| rest.trim().trim_end_matches(" kB").parse().ok())
            .unwrap_or_default()
    };
    let nanoseconds = i128::from(time.tv_sec) * 1_000_000_000 + i128::from(time.tv_nsec);
    Usage {
        queries: db.map_or(0, Db::queries),
        cpu_ns: u64::try_from(nanoseconds).unwrap_or_default(),
        own_kib: field("RssAnon:"),
        rss_kib: field("VmRSS:"),
    }
}
