//! Work queued in the transaction that asks for it, so that neither is there without the other.
//!
//! A job is a row: kind, payload (JSON), time. A worker leases it, runs its handler and deletes it; a handler that fails is tried
//! again with growing pauses, and given up after [`MOST_ATTEMPTS`], when the row stays with what went wrong. Handlers must
//! bear being run twice: a process can die between the work and the deletion.

use std::collections::HashMap;
use std::future::Future;
use std::pin::Pin;
use std::time::Duration;

use kapok_acts::Env;
use kapok_store::ids::ActId;
use kapok_store::{ChoreTx, Conn, Migration, Result, Schema, StoreError, Tx, params, row, statements};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// After so many failures a job is left alone.
pub const MOST_ATTEMPTS: i64 = 12;
/// A worker that has not finished within this time is taken for dead.
const LEASE_MS: i64 = 120_000;
const FIRST_PAUSE_MS: i64 = 15_000;
const LONGEST_PAUSE_MS: i64 = 6 * 3_600_000;

/// The table and statements of this crate.
pub const SCHEMA: Schema = Schema {
    room: "jobs",
    migrations: &[Migration {
        name: "jobs/0001_jobs",
        sql: include_str!("../migrations/0001_jobs.sql"),
    }],
    statements: ALL,
    lists: &[],
};

row! {
    #[derive(Debug)]
    struct Leased { id: ActId, kind: String, payload: String, attempts: i64 }
}

statements! {
    chore QUEUE = "INSERT INTO job (id, kind, payload, same_as, run_ms, attempts, leased_ms, problem) \
        VALUES ($1, $2, $3, $4, $5, 0, 0, '') ON CONFLICT (same_as) DO NOTHING";
    chore LEASE: Leased =
        sqlite "UPDATE job SET leased_ms = $1 + $2, attempts = attempts + 1 WHERE id = (SELECT id FROM job \
            WHERE run_ms <= $1 AND leased_ms <= $1 AND attempts < $3 ORDER BY run_ms, id LIMIT 1) \
            RETURNING id, kind, payload, attempts"
        postgres "UPDATE job SET leased_ms = $1 + $2, attempts = attempts + 1 WHERE id = (SELECT id FROM job \
            WHERE run_ms <= $1 AND leased_ms <= $1 AND attempts < $3 ORDER BY run_ms, id LIMIT 1 FOR UPDATE SKIP LOCKED) \
            RETURNING id, kind, payload, attempts";
    chore FINISH = "DELETE FROM job WHERE id = $1";
    chore PUT_BACK = "UPDATE job SET leased_ms = 0, run_ms = $2, problem = $3 WHERE id = $1";
    read WAITING: (i64, i64) = "SELECT count(*), coalesce(CAST(sum(CASE WHEN attempts >= $1 THEN 1 ELSE 0 END) AS BIGINT), 0) FROM job";
}

/// Queues a job in a transaction. With `same_as`, a job of that name that still waits is not queued again.
///
/// # Errors
/// From the database.
pub async fn queue(
    tx: &mut Tx,
    env: &Env,
    kind: &'static str,
    payload: &impl Serialize,
    run_at: jiff::Timestamp,
    same_as: Option<&str>,
) -> Result<()> {
    let payload = as_json(kind, payload)?;
    tx.chore(&QUEUE, params![env.id(), kind, payload, same_as, run_at])
        .await?;
    Ok(())
}

/// As [`queue`], from what is not part of the record: a mail that confirms a subscription, one job that becomes many.
///
/// # Errors
/// From the database.
pub async fn queue_in_chore(
    tx: &mut ChoreTx,
    env: &Env,
    kind: &'static str,
    payload: &impl Serialize,
    run_at: jiff::Timestamp,
    same_as: Option<&str>,
) -> Result<()> {
    let payload = as_json(kind, payload)?;
    tx.run(&QUEUE, params![env.id(), kind, payload, same_as, run_at])
        .await?;
    Ok(())
}

fn as_json(kind: &str, payload: &impl Serialize) -> Result<String> {
    serde_json::to_string(payload).map_err(|e| StoreError::Pool(format!("payload of {kind}: {e}")))
}

/// How many jobs wait, and how many of them were given up.
///
/// # Errors
/// From the database.
pub async fn waiting(conn: &mut Conn) -> Result<(i64, i64)> {
    conn.one(&WAITING, params![MOST_ATTEMPTS]).await
}

type Work = Pin<Box<dyn Future<Output = std::result::Result<(), String>> + Send>>;
type Handler = Box<dyn Fn(Env, String) -> Work + Send + Sync>;

/// The handlers, by kind of job.
#[derive(Default)]
pub struct Handlers(HashMap<&'static str, Handler>);

impl Handlers {
    /// Adds a handler. Its error is kept with the job, so it must not hold personal data.
    #[must_use]
    pub fn on<P, F, W>(mut self, kind: &'static str, work: F) -> Self
    where
        P: DeserializeOwned + Send + 'static,
        F: Fn(Env, P) -> W + Send + Sync + 'static,
        W: Future<Output = std::result::Result<(), String>> + Send + 'static,
    {
        let handler = move |env: Env, payload: String| -> Work {
            match serde_json::from_str::<P>(&payload) {
                Ok(payload) => Box::pin(work(env, payload)),
                Err(e) => Box::pin(std::future::ready(Err(format!("payload: {e}")))),
            }
        };
        self.0.insert(kind, Box::new(handler));
        self
    }

    /// Runs every job that is due by the clock, one after the other; tells how many succeeded.
    ///
    /// # Errors
    /// From the database. A handler's failure is not an error here: the job waits for its next attempt.
    pub async fn run_all_due(&self, env: &Env) -> Result<usize> {
        let mut done = 0;
        while let Some(job) = lease(env).await? {
            let result = match self.0.get(job.kind.as_str()) {
                Some(handler) => handler(env.clone(), job.payload).await,
                None => Err(format!("nobody handles {:?}", job.kind)),
            };
            let mut tx = env.db.chore().await?;
            match result {
                Ok(()) => {
                    tx.run(&FINISH, params![job.id]).await?;
                    done += 1;
                }
                Err(problem) => {
                    tracing::warn!(kind = job.kind, attempts = job.attempts, problem, "job failed");
                    let next = env.now().as_millisecond() + pause_ms(job.attempts);
                    tx.run(&PUT_BACK, params![job.id, next, problem]).await?;
                }
            }
            tx.commit().await?;
        }
        Ok(done)
    }

    /// Works until `stop` is ready, looking for due jobs every few seconds.
    pub async fn work(&self, env: &Env, stop: impl Future<Output = ()>) {
        let mut stop = std::pin::pin!(stop);
        loop {
            if let Err(error) = self.run_all_due(env).await {
                tracing::error!(%error, "the job queue failed");
            }
            tokio::select! {
                () = &mut stop => return,
                () = tokio::time::sleep(Duration::from_secs(2)) => {}
            }
        }
    }
}

async fn lease(env: &Env) -> Result<Option<Leased>> {
    let mut tx = env.db.chore().await?;
    let now = env.now().as_millisecond();
    let job = tx
        .returning(&LEASE, params![now, LEASE_MS, MOST_ATTEMPTS])
        .await?;
    tx.commit().await?;
    Ok(job)
}

/// Pause before the next attempt: 15 s, doubled each time, at most six hours.
fn pause_ms(attempts: i64) -> i64 {
    let doublings = u32::try_from(attempts.clamp(1, 20) - 1).unwrap_or_default();
    (FIRST_PAUSE_MS << doublings).min(LONGEST_PAUSE_MS)
}
