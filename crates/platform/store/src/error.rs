//! What can go wrong between a room and its database.

/// An error from the database or from the layer above it.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// SQLite said no.
    #[error("database: {0}")]
    Sqlite(#[from] rusqlite::Error),
    /// PostgreSQL said no.
    #[error("database: {}", postgres_text(.0))]
    Postgres(#[from] tokio_postgres::Error),
    /// The layer was used in a way it cannot work.
    #[error("database layer: {0}")]
    Pool(String),
    /// The server does not answer, or has no connection left.
    #[error("no database connection: {0}")]
    NoConnection(String),
    /// The disk refused what should have been written beside the database.
    #[error("the disk is full or broken: {0}")]
    Disk(String),
    /// A unique constraint refused the row; the name is the constraint's (PostgreSQL) or table and columns (SQLite).
    #[error("already there: {0}")]
    Duplicate(String),
    /// A column held another type than the row type asks for.
    #[error("column {column}: expected {expected}")]
    Column {
        /// Position from 0.
        column: usize,
        /// Type asked for.
        expected: &'static str,
    },
    /// A migration does not fit what was applied before, or failed.
    #[error("migration {name}: {why}")]
    Migration {
        /// Room and file.
        name: String,
        /// What is wrong, and what to do.
        why: String,
    },
    /// The address of the database cannot be read.
    #[error("database address: {0}")]
    Address(String),
    /// The form that asked for it was carried out before; nothing was changed again.
    #[error("sent before")]
    SentBefore,
    /// A statement that should give one row gave none.
    #[error("no such row")]
    Missing,
    /// The server keeps text in another encoding than UTF-8.
    #[error(
        "the database keeps text as {0}; make it anew with: createdb --encoding=UTF8 --template=template0 NAME"
    )]
    Encoding(String),
    /// The facts of an act are longer than an entry of the log may be.
    #[error("an act of {0} bytes is longer than the 65,535 that an entry of the log may have")]
    LongAct(usize),
    /// Rows do not fit each other.
    #[error("{0}")]
    Damaged(&'static str),
    /// The database file does not run with the durability that keeps acknowledged writes.
    #[error("SQLite must run with journal_mode=WAL and synchronous=FULL, but runs with {0}")]
    Durability(String),
}

fn sqlite_away(code: rusqlite::ErrorCode) -> Option<Away> {
    use rusqlite::ErrorCode::{CannotOpen, DatabaseBusy, DiskFull, ReadOnly, SystemIoFailure};
    match code {
        DiskFull => Some(Away::Full),
        SystemIoFailure | CannotOpen | DatabaseBusy | ReadOnly => Some(Away::Lost),
        _ => None,
    }
}

/// By class of SQLSTATE: 08 connection, 53 resources (53100 disk full), 57P0x shutting down or starting, 58 system error,
/// 25006 a standby that cannot write (the primary has just changed).
fn postgres_away(e: &tokio_postgres::Error) -> Option<Away> {
    let Some(code) = e.code() else {
        let broken = std::iter::successors(std::error::Error::source(e), |e| e.source())
            .any(|cause| cause.is::<std::io::Error>());
        return (broken || e.is_closed()).then_some(Away::Lost);
    };
    match code.code() {
        "53100" => Some(Away::Full),
        code if ["08", "53", "57P", "58", "25006"]
            .iter()
            .any(|class| code.starts_with(class)) =>
        {
            Some(Away::Lost)
        }
        _ => None,
    }
}

fn postgres_text(e: &tokio_postgres::Error) -> String {
    match e.as_db_error() {
        Some(db) => format!("{} ({})", db.message(), db.code().code()),
        None => with_causes(e),
    }
}

/// An error with what caused it: a driver's own words stop at "error connecting to server".
pub(crate) fn with_causes(error: &dyn std::error::Error) -> String {
    let mut words = vec![error.to_string()];
    for cause in std::iter::successors(error.source(), |e| e.source()) {
        let said = cause.to_string();
        if !words.iter().any(|before| before.contains(&said)) {
            words.push(said);
        }
    }
    words.join(": ")
}

/// The database cannot be used now, although nothing is wrong with what was asked. It mends itself or is mended by operators;
/// the same request can be made again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Away {
    /// It does not answer.
    Lost,
    /// The disk is full: what was there can be read, nothing can be written.
    Full,
}

impl StoreError {
    /// Whether the database cannot be used now, and why.
    #[must_use]
    pub fn away(&self) -> Option<Away> {
        match self {
            StoreError::NoConnection(_) => Some(Away::Lost),
            StoreError::Disk(_) => Some(Away::Full),
            StoreError::Sqlite(rusqlite::Error::SqliteFailure(code, _)) => sqlite_away(code.code),
            StoreError::Postgres(e) => postgres_away(e),
            _ => None,
        }
    }

    /// Turns a driver's unique violation into [`StoreError::Duplicate`].
    pub(crate) fn classify(self) -> Self {
        match self {
            StoreError::Sqlite(rusqlite::Error::SqliteFailure(code, Some(text)))
                if code.extended_code == rusqlite::ffi::SQLITE_CONSTRAINT_UNIQUE
                    || code.extended_code == rusqlite::ffi::SQLITE_CONSTRAINT_PRIMARYKEY =>
            {
                StoreError::Duplicate(text)
            }
            StoreError::Postgres(e)
                if e.code() == Some(&tokio_postgres::error::SqlState::UNIQUE_VIOLATION) =>
            {
                let name = e
                    .as_db_error()
                    .and_then(|d| d.constraint())
                    .unwrap_or_default()
                    .to_owned();
                StoreError::Duplicate(name)
            }
            other => other,
        }
    }
}
