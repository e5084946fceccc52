//! What monitoring asks: is the process alive, can it serve, how does it do. No personal data, and never an address that
//! somebody asked for, because codes stand in addresses.

use std::fmt::Write as _;
use std::net::SocketAddr;
use std::sync::atomic::Ordering;
use std::time::Duration;

use axum::Router;
use axum::extract::{ConnectInfo, Request, State};
use axum::http::header::{AUTHORIZATION, CACHE_CONTROL, CONTENT_TYPE, HOST, RETRY_AFTER};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use kapok_acts::{Env, Keys};
use kapok_web::App;
use kapok_web::watch::{head, histogram};

use crate::wiring;

/// A database that has not answered by then does not answer.
const ANSWERS_WITHIN: Duration = Duration::from_secs(2);
/// More waiting mails than this are not counted.
const MOST_MAILS: i64 = 1000;

/// The routes of monitoring.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/healthz", get(alive))
        .route("/readyz", get(ready))
        .route("/metrics", get(metrics))
}

fn plain(status: StatusCode, text: String) -> Response {
    let headers = [
        (CONTENT_TYPE, "text/plain; charset=utf-8"),
        (CACHE_CONTROL, "no-store"),
    ];
    (status, headers, text).into_response()
}

async fn alive() -> Response {
    plain(StatusCode::OK, "alive\n".into())
}

async fn ready(State(app): State<App>) -> Response {
    match readiness(&app.env).await {
        Ok(()) => plain(StatusCode::OK, "ready\n".into()),
        Err(why) => {
            let mut response = plain(StatusCode::SERVICE_UNAVAILABLE, format!("not ready: {why}\n"));
            response
                .headers_mut()
                .insert(RETRY_AFTER, axum::http::HeaderValue::from_static("5"));
            response
        }
    }
}

/// `Ok` when the database answers and has the tables of this version.
///
/// # Errors
/// What is missing, without details that a stranger could use.
pub async fn readiness(env: &Env) -> Result<(), &'static str> {
    let asked = async {
        let mut conn = env.db.read().await?;
        kapok_store::applied(&mut conn).await
    };
    let have = match tokio::time::timeout(ANSWERS_WITHIN, asked).await {
        Ok(Ok(have)) => have,
        Ok(Err(error)) => {
            tracing::warn!(%error, "not ready");
            return Err("the database does not answer");
        }
        Err(_) => return Err("the database does not answer in time"),
    };
    let missing = wiring::migrations()
        .iter()
        .any(|m| !have.iter().any(|name| name == m.name));
    if missing {
        return Err("migrations are missing");
    }
    Ok(())
}

async fn metrics(State(app): State<App>, request: Request) -> Response {
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>().map(|c| c.0);
    if !may_read(&app.watch.token, peer, request.headers()) {
        return plain(StatusCode::NOT_FOUND, "not found\n".into());
    }
    let mut out = app.watch.text();
    process(&mut out);
    database(&mut out, &app.env).await;
    let mut response = plain(StatusCode::OK, out);
    response.headers_mut().insert(
        CONTENT_TYPE,
        axum::http::HeaderValue::from_static("text/plain; version=0.0.4; charset=utf-8"),
    );
    response
}

/// With a token: who shows it. Without: programs on this machine, and no proxy on it that passes on what somebody else asked.
fn may_read(token: &str, peer: Option<SocketAddr>, headers: &HeaderMap) -> bool {
    if !token.is_empty() {
        let shown = headers
            .get(AUTHORIZATION)
            .and_then(|v| v.to_str().ok())
            .and_then(|v| v.strip_prefix("Bearer "))
            .unwrap_or_default();
        // Digests, so that the comparison tells nothing about where they differ.
        return Keys::same(&Keys::digest(shown.as_bytes()), &Keys::digest(token.as_bytes()));
    }
    let passed_on = ["x-forwarded-for", "forwarded", "x-real-ip", "via"]
        .iter()
        .any(|name| headers.contains_key(*name));
    let host = headers
        .get(HOST)
        .and_then(|v| v.to_str().ok())
        .unwrap_or_default();
    let name = host.rsplit_once(':').map_or(host, |(name, port)| {
        if port.bytes().all(|b| b.is_ascii_digit()) {
            name
        } else {
            host
        }
    });
    let here = matches!(name, "localhost" | "127.0.0.1" | "[::1]");
    peer.is_some_and(|peer| peer.ip().to_canonical().is_loopback()) && here && !passed_on
}

fn process(out: &mut String) {
    let cpu = rustix::time::clock_gettime(rustix::time::ClockId::ProcessCPUTime);
    head(
        out,
        "process_cpu_seconds_total",
        "counter",
        "CPU time of this process.",
    );
    let _ = writeln!(out, "process_cpu_seconds_total {}.{:09}", cpu.tv_sec, cpu.tv_nsec);
    // Where there is no /proc, these lines are left out.
    if let Some(bytes) = resident_bytes() {
        head(
            out,
            "process_resident_memory_bytes",
            "gauge",
            "Memory of this process.",
        );
        let _ = writeln!(out, "process_resident_memory_bytes {bytes}");
    }
    if let Ok(open) = std::fs::read_dir("/proc/self/fd") {
        head(out, "process_open_fds", "gauge", "Open files and connections.");
        let _ = writeln!(out, "process_open_fds {}", open.count());
    }
    head(out, "kapok_build_info", "gauge", "The version that runs.");
    let _ = writeln!(
        out,
        "kapok_build_info{{version=\"{}\"}} 1",
        env!("CARGO_PKG_VERSION")
    );
}

/// Resident memory, where the system says.
#[must_use]
pub fn resident_bytes() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    Some(line.trim().trim_end_matches(" kB").parse::<u64>().ok()? * 1024)
}

async fn database(out: &mut String, env: &Env) {
    let watch = env.db.watch();
    let connections = env.db.connections();
    head(
        out,
        "kapok_db_connections",
        "gauge",
        "Connections to the database (SQLite: readers).",
    );
    for (state, n) in [
        ("idle", connections.idle),
        ("used", connections.used),
        ("most", connections.most),
    ] {
        let _ = writeln!(out, "kapok_db_connections{{state=\"{state}\"}} {n}");
    }
    let name = "kapok_db_writer_wait_seconds";
    head(
        out,
        name,
        "histogram",
        "How long a change waited for the writer or a connection.",
    );
    histogram(out, name, "", &watch.writer_wait);
    head(out, "kapok_db_statements_total", "counter", "Statements run.");
    let _ = writeln!(
        out,
        "kapok_db_statements_total {}",
        watch.statements.load(Ordering::Relaxed)
    );
    head(
        out,
        "kapok_acts_total",
        "counter",
        "Acts committed by this process.",
    );
    let _ = writeln!(out, "kapok_acts_total {}", watch.acts.load(Ordering::Relaxed));
    let queues = tokio::time::timeout(ANSWERS_WITHIN, queues(env))
        .await
        .ok()
        .and_then(Result::ok);
    head(out, "kapok_db_up", "gauge", "Whether the database answers.");
    let _ = writeln!(out, "kapok_db_up {}", u8::from(queues.is_some()));
    let Some((jobs, given_up, mails, lag_ms)) = queues else {
        return;
    };
    head(
        out,
        "kapok_jobs",
        "gauge",
        "Jobs in the queue: waiting, and given up after 12 tries.",
    );
    let _ = writeln!(out, "kapok_jobs{{state=\"waiting\"}} {}", jobs - given_up);
    let _ = writeln!(out, "kapok_jobs{{state=\"given_up\"}} {given_up}");
    head(
        out,
        "kapok_mails_waiting",
        "gauge",
        "Mails about answers that are still to be sent; counted to 1000.",
    );
    let _ = writeln!(out, "kapok_mails_waiting {mails}");
    head(
        out,
        "kapok_log_lag_seconds",
        "gauge",
        "Age of the oldest act that waits for its place in the log; 0 for none.",
    );
    let _ = writeln!(
        out,
        "kapok_log_lag_seconds {}.{:03}",
        lag_ms / 1000,
        lag_ms % 1000
    );
}

async fn queues(env: &Env) -> Result<(i64, i64, usize, i64), kapok_acts::ActError> {
    let mut conn = env.db.read().await?;
    let (jobs, given_up) = kapok_jobs::waiting(&mut conn).await?;
    let mails = kapok_voices::due_mails(&mut conn, MOST_MAILS).await?.len();
    let oldest = kapok_acts::tree::oldest_waiting(&mut conn).await?;
    let lag_ms = oldest.map_or(0, |at| (env.now().as_millisecond() - at).max(0));
    Ok((jobs, given_up, mails, lag_ms))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(pairs: &[(&'static str, &'static str)]) -> HeaderMap {
        pairs
            .iter()
            .map(|(n, v)| ((*n).parse().unwrap(), (*v).parse().unwrap()))
            .collect()
    }

    #[test]
    fn numbers_are_for_this_machine_or_for_who_shows_the_token() {
        let here: SocketAddr = "127.0.0.1:5000".parse().unwrap();
        let there: SocketAddr = "192.0.2.7:5000".parse().unwrap();
        let own = headers(&[("host", "127.0.0.1:8080")]);
        assert!(may_read("", Some(here), &own));
        assert!(may_read("", Some(here), &headers(&[("host", "[::1]:8080")])));
        assert!(!may_read("", Some(there), &own));
        assert!(!may_read("", None, &own));
        let proxied = headers(&[("host", "kapok.city.example")]);
        assert!(!may_read("", Some(here), &proxied));
        let forwarded = headers(&[("host", "localhost"), ("x-forwarded-for", "192.0.2.7")]);
        assert!(!may_read("", Some(here), &forwarded));
        let shown = headers(&[("authorization", "Bearer secret")]);
        assert!(may_read("secret", Some(there), &shown));
        assert!(!may_read("other", Some(there), &shown));
        assert!(!may_read("secret", Some(here), &own));
    }
}
