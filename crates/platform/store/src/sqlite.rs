//! The embedded database: readers used in place, one writer.

use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use rusqlite::{Connection, OpenFlags};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use crate::group::{Queue, Turn};
use crate::{Connections, Durability, Result, StoreError};

/// Virtual-machine steps that a read used in place may take: about 50 ms. A longer one would keep a worker
/// thread from everybody else, so it is stopped with an error; long reads ask for a long connection.
const STEP_BUDGET: u32 = 500;
const STEPS_PER_CALL: i32 = 10_000;
const STATEMENTS_CACHED: usize = 512;

pub(crate) struct Sqlite {
    path: String,
    readers: Arc<Mutex<Vec<Connection>>>,
    places: Arc<Semaphore>,
    most: usize,
    writer: Queue,
}

impl Sqlite {
    pub(crate) fn open(path: &str, readers: usize, durability: Durability) -> Result<Self> {
        let writer = Connection::open_with_flags(
            path,
            OpenFlags::SQLITE_OPEN_READ_WRITE
                | OpenFlags::SQLITE_OPEN_CREATE
                | OpenFlags::SQLITE_OPEN_NO_MUTEX,
        )?;
        let level = match durability {
            Durability::Full => "FULL",
            Durability::Bulk => "OFF",
        };
        writer.execute_batch(&format!(
            "PRAGMA busy_timeout=5000; PRAGMA journal_mode=WAL; PRAGMA synchronous={level}; \
             PRAGMA foreign_keys=ON; PRAGMA temp_store=MEMORY; PRAGMA cache_size=-32000;"
        ))?;
        writer.set_prepared_statement_cache_capacity(STATEMENTS_CACHED);
        assert_durable(&writer, durability)?;
        let pool = (0..readers)
            .map(|_| open_reader(path, true))
            .collect::<Result<Vec<_>>>()?;
        Ok(Self {
            path: path.to_owned(),
            readers: Arc::new(Mutex::new(pool)),
            places: Arc::new(Semaphore::new(readers)),
            most: readers,
            writer: Queue::new(writer),
        })
    }

    pub(crate) async fn reader(&self) -> Result<Reader> {
        let permit = Arc::clone(&self.places)
            .acquire_owned()
            .await
            .map_err(|e| StoreError::Pool(e.to_string()))?;
        let taken = self.readers.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let connection = match taken {
            Some(c) => c,
            None => open_reader(&self.path, true)?,
        };
        Ok(Reader {
            connection: Some(connection),
            home: Arc::clone(&self.readers),
            _permit: Some(permit),
        })
    }

    /// A connection of its own without a step budget, for exports and reports.
    pub(crate) fn long_reader(&self) -> Result<Reader> {
        Ok(Reader {
            connection: Some(open_reader(&self.path, false)?),
            home: Arc::new(Mutex::new(Vec::new())),
            _permit: None,
        })
    }

    pub(crate) async fn writer(&self) -> Turn {
        self.writer.turn().await
    }

    pub(crate) fn connections(&self) -> Connections {
        let idle = self.places.available_permits();
        Connections {
            most: self.most,
            idle,
            used: self.most.saturating_sub(idle),
        }
    }

    pub(crate) fn path(&self) -> &Path {
        Path::new(&self.path)
    }
}

fn open_reader(path: &str, budget: bool) -> Result<Connection> {
    let mut connection = Connection::open_with_flags(
        path,
        OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX,
    )?;
    connection.execute_batch(
        "PRAGMA busy_timeout=5000; PRAGMA query_only=ON; PRAGMA temp_store=MEMORY; PRAGMA mmap_size=268435456;",
    )?;
    connection.set_prepared_statement_cache_capacity(STATEMENTS_CACHED);
    if budget {
        set_budget(&mut connection)?;
    }
    Ok(connection)
}

/// Stops the statement that is running once the budget is used up; called again before each statement.
pub(crate) fn set_budget(connection: &mut Connection) -> Result<()> {
    let mut calls = 0;
    connection.progress_handler(
        STEPS_PER_CALL,
        Some(move || {
            calls += 1;
            calls > STEP_BUDGET
        }),
    )?;
    Ok(())
}

/// WAL with synchronous=FULL or nothing: with NORMAL a power cut loses writes that were acknowledged.
fn assert_durable(connection: &Connection, durability: Durability) -> Result<()> {
    let journal: String = connection.query_row("PRAGMA journal_mode", [], |r| r.get(0))?;
    let synchronous: i64 = connection.query_row("PRAGMA synchronous", [], |r| r.get(0))?;
    let full = journal == "wal" && synchronous >= 2;
    if durability == Durability::Full && !full {
        return Err(StoreError::Durability(format!(
            "journal_mode={journal}, synchronous={synchronous}"
        )));
    }
    Ok(())
}

/// A read connection that goes back to its pool when dropped.
pub(crate) struct Reader {
    connection: Option<Connection>,
    home: Arc<Mutex<Vec<Connection>>>,
    _permit: Option<OwnedSemaphorePermit>,
}

impl Reader {
    pub(crate) fn connection(&mut self) -> Result<&mut Connection> {
        self.connection
            .as_mut()
            .ok_or_else(|| StoreError::Pool("connection already given back".into()))
    }
    pub(crate) fn is_long(&self) -> bool {
        self._permit.is_none()
    }
}

impl Drop for Reader {
    fn drop(&mut self) {
        if let (Some(connection), false) = (self.connection.take(), self.is_long()) {
            self.home
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
                .push(connection);
        }
    }
}
