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
    /// No connection could be had.
    #[error("no database connection: {0}")]
    Pool(String),
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

impl StoreError {
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
