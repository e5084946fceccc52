//! Several changes under one COMMIT of SQLite.
//!
//! A durable COMMIT waits for the disk, and SQLite has one writer. Changes that wait for their turn therefore share a COMMIT:
//! the first of them begins the transaction, each further one is a savepoint in it, and each is told that it is kept only after
//! the common COMMIT is on the disk. One that fails takes back its own savepoint and nothing else. Nobody waits for company: a
//! change that nobody queues behind is committed at once, as ever.
//!
//! Turns are taken in the order of asking ([`tokio::sync::Mutex`] is fair). The first change of a group asks for one more turn
//! when it is through; until that comes, everybody who had asked before has had a turn. So a group is what gathered during the
//! last COMMIT, and no longer list can form.

use std::ops::{Deref, DerefMut};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use rusqlite::Connection;
use tokio::sync::{Mutex, OwnedMutexGuard, oneshot};

use crate::{Result, StoreError};

/// Whoever has the turn to write.
pub(crate) type Turn = OwnedMutexGuard<Writer>;

/// The writing connection and those whose changes wait in its open transaction for the COMMIT.
pub(crate) struct Writer {
    connection: Connection,
    group: Vec<oneshot::Sender<Result<()>>>,
    /// Held by all who may ask for a turn; also here, for the turn in which a group is committed.
    queue: Option<Queue>,
}

impl Deref for Writer {
    type Target = Connection;
    fn deref(&self) -> &Connection {
        &self.connection
    }
}
impl DerefMut for Writer {
    fn deref_mut(&mut self) -> &mut Connection {
        &mut self.connection
    }
}

/// Where turns to write are asked for.
#[derive(Clone)]
pub(crate) struct Queue {
    writer: Arc<Mutex<Writer>>,
    waiting: Arc<AtomicUsize>,
}

/// Counts somebody as waiting, also if they go away before their turn.
struct Waiting<'a>(&'a AtomicUsize);
impl Drop for Waiting<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

impl Queue {
    pub(crate) fn new(connection: Connection) -> Self {
        let writer = Writer {
            connection,
            group: Vec::new(),
            queue: None,
        };
        Self {
            writer: Arc::new(Mutex::new(writer)),
            waiting: Arc::default(),
        }
    }

    /// A turn to write, in which an open group may go on.
    pub(crate) async fn turn(&self) -> Turn {
        self.waiting.fetch_add(1, Ordering::Relaxed);
        let _waiting = Waiting(&self.waiting);
        let mut turn = Arc::clone(&self.writer).lock_owned().await;
        if turn.queue.is_none() {
            turn.queue = Some(self.clone());
        }
        turn
    }
}

impl Writer {
    /// Begins a change: a transaction, or a savepoint in that of the group.
    pub(crate) fn begin(&mut self) -> Result<()> {
        if !self.group.is_empty() && self.connection.is_autocommit() {
            // The database itself took everything back, as it does when the disk is full; those whom it concerns are told.
            let _ = self.close_group();
        }
        self.say(if self.group.is_empty() {
            "BEGIN IMMEDIATE"
        } else {
            "SAVEPOINT change"
        })
    }

    /// Takes the change of this turn back. What the group did stays, and is committed now: whoever looked at it in this turn,
    /// and changed nothing, must not speak of what is not yet kept.
    pub(crate) fn undo(&mut self) -> Result<()> {
        if self.group.is_empty() {
            return if self.connection.is_autocommit() {
                Ok(())
            } else {
                self.say("ROLLBACK")
            };
        }
        if !self.connection.is_autocommit() {
            self.say("ROLLBACK TO change")?;
            self.say("RELEASE change")?;
        }
        self.close_group()
    }

    /// Commits what the group has done so far and tells everybody in it.
    pub(crate) fn close_group(&mut self) -> Result<()> {
        if self.group.is_empty() {
            return Ok(());
        }
        let kept = match self.connection.is_autocommit() {
            true => Err(StoreError::Disk("the database took the change back".into())),
            false => self.say("COMMIT"),
        };
        if kept.is_err() && !self.connection.is_autocommit() {
            let _ = self.say("ROLLBACK");
        }
        for member in self.group.drain(..) {
            // One who went away meanwhile needs no answer.
            let _ = member.send(again(&kept));
        }
        kept
    }

    fn say(&mut self, text: &str) -> Result<()> {
        self.connection.prepare_cached(text)?.execute([])?;
        Ok(())
    }
}

/// Ends a change: it is on the disk when this returns.
pub(crate) async fn keep(mut turn: Turn) -> Result<()> {
    let first = turn.group.is_empty();
    let queue = turn
        .queue
        .clone()
        .filter(|q| q.waiting.load(Ordering::Relaxed) > 0);
    match queue {
        None if first => {
            let kept = turn.say("COMMIT");
            if kept.is_err() && !turn.is_autocommit() {
                let _ = turn.say("ROLLBACK");
            }
            return kept;
        }
        // In a task of its own, which goes on if whoever asked for this change goes away.
        Some(queue) if first => drop(tokio::spawn(async move {
            if let Err(error) = queue.turn().await.close_group() {
                tracing::error!(%error, "a group of changes was not kept");
            }
        })),
        _ => {
            if let Err(error) = turn.say("RELEASE change") {
                turn.undo()?;
                return Err(error);
            }
        }
    }
    let (tell, told) = oneshot::channel();
    turn.group.push(tell);
    drop(turn);
    told.await
        .unwrap_or_else(|_| Err(StoreError::Pool("the server stops".into())))
}

/// The same outcome for another member: the driver's error cannot be copied as it is.
fn again(kept: &Result<()>) -> Result<()> {
    match kept {
        Ok(()) => Ok(()),
        Err(StoreError::Sqlite(rusqlite::Error::SqliteFailure(code, text))) => {
            Err(rusqlite::Error::SqliteFailure(*code, text.clone()).into())
        }
        Err(StoreError::Disk(why)) => Err(StoreError::Disk(why.clone())),
        Err(other) => Err(StoreError::Pool(other.to_string())),
    }
}
