//! Opening a database and taking connections from it.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::Ordering;

use crate::conn::Inner;
use crate::sqlite::Sqlite;
use crate::{
    ChoreTx, Conn, Connections, Dialect, Migration, Result, StoreError, Tx, Watch, migrate, postgres, watch,
};

/// How much a commit promises.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Durability {
    /// What was acknowledged survives a power cut.
    Full,
    /// For filling a new file that can be made again: a power cut may lose all of it.
    Bulk,
}

/// How to open.
#[derive(Debug, Clone, Copy)]
pub struct Options {
    /// Read connections (SQLite) or all connections (PostgreSQL).
    pub connections: usize,
    /// See [`Durability`]; has a meaning on SQLite only.
    pub durability: Durability,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            connections: 8,
            durability: Durability::Full,
        }
    }
}

/// A database. Cheap to clone.
#[derive(Clone)]
pub struct Db {
    backend: Arc<Backend>,
    watch: Arc<Watch>,
}

enum Backend {
    Sqlite(Sqlite),
    Postgres(deadpool_postgres::Pool),
}

impl Db {
    /// Opens `sqlite:PATH` or `postgres://…`. Does not migrate.
    ///
    /// # Errors
    /// When the address cannot be read, the file cannot be opened, or SQLite does not run with the durability asked for.
    pub fn open(url: &str, options: Options) -> Result<Self> {
        let backend = if let Some(path) = url.strip_prefix("sqlite:") {
            Backend::Sqlite(Sqlite::open(path, options.connections, options.durability)?)
        } else if url.starts_with("postgres:") || url.starts_with("postgresql:") {
            Backend::Postgres(postgres::open(url, options.connections)?)
        } else {
            return Err(StoreError::Address(format!(
                "{url:?} is neither sqlite:PATH nor postgres://USER@HOST/NAME"
            )));
        };
        Ok(Self {
            backend: Arc::new(backend),
            watch: Arc::default(),
        })
    }

    /// Which database this is.
    #[must_use]
    pub fn dialect(&self) -> Dialect {
        match *self.backend {
            Backend::Sqlite(_) => Dialect::Sqlite,
            Backend::Postgres(_) => Dialect::Postgres,
        }
    }

    /// The SQLite file, if it is one.
    #[must_use]
    pub fn path(&self) -> Option<&Path> {
        match &*self.backend {
            Backend::Sqlite(lite) => Some(lite.path()),
            Backend::Postgres(_) => None,
        }
    }

    /// How many statements were run since opening: tests count what a page costs.
    #[must_use]
    pub fn queries(&self) -> u64 {
        self.watch.statements.load(Ordering::Relaxed)
    }

    /// Counts for operators.
    #[must_use]
    pub fn watch(&self) -> &Watch {
        &self.watch
    }

    /// How many connections are open and in use.
    #[must_use]
    pub fn connections(&self) -> Connections {
        match &*self.backend {
            Backend::Sqlite(lite) => lite.connections(),
            Backend::Postgres(pool) => {
                let status = pool.status();
                Connections {
                    most: status.max_size,
                    idle: status.available,
                    used: status.size.saturating_sub(status.available),
                }
            }
        }
    }

    /// How many transactions this process has kept since opening: who finds the same number again has missed no change of this
    /// process. It has grown before whoever asked for a change is told that it is kept.
    #[must_use]
    pub fn changes(&self) -> u64 {
        self.watch.changes.load(Ordering::Acquire)
    }

    fn conn(&self, inner: Inner) -> Conn {
        Conn {
            inner,
            watch: Arc::clone(&self.watch),
        }
    }

    /// A connection for the short reads of a page.
    ///
    /// # Errors
    /// When no connection can be had.
    pub async fn read(&self) -> Result<Conn> {
        Ok(self.conn(match &*self.backend {
            Backend::Sqlite(lite) => Inner::Reader(lite.reader().await?),
            Backend::Postgres(pool) => Inner::Postgres(postgres::connection(pool).await?),
        }))
    }

    /// A connection for exports and reports, which may take their time.
    ///
    /// # Errors
    /// When no connection can be had.
    pub async fn read_long(&self) -> Result<Conn> {
        Ok(self.conn(match &*self.backend {
            Backend::Sqlite(lite) => Inner::Reader(lite.long_reader()?),
            Backend::Postgres(pool) => Inner::Postgres(postgres::connection(pool).await?),
        }))
    }

    /// Begins a change of the record.
    ///
    /// # Errors
    /// When no connection can be had.
    pub async fn change(&self) -> Result<Tx> {
        Tx::begin(self.writer().await?).await
    }

    /// Begins a change of what is not part of the record.
    ///
    /// # Errors
    /// When no connection can be had.
    pub async fn chore(&self) -> Result<ChoreTx> {
        ChoreTx::begin(self.writer().await?).await
    }

    /// Applies the migrations that are missing; gives their names.
    ///
    /// # Errors
    /// When one fails; nothing is changed then.
    pub async fn migrate(&self, migrations: &[Migration], now: jiff::Timestamp) -> Result<Vec<&'static str>> {
        let mut conn = self.writer_alone().await?;
        let result = migrate::run(&mut conn, migrations, now.as_millisecond()).await;
        if result.is_err() {
            conn.batch("ROLLBACK").await?;
        }
        result
    }

    /// After much was written at once: brings SQLite's log of changes into its file, tells the planner of PostgreSQL how much there is.
    ///
    /// # Errors
    /// From the database.
    pub async fn tidy(&self) -> Result<()> {
        match self.dialect() {
            Dialect::Sqlite => {
                self.writer_alone()
                    .await?
                    .batch("PRAGMA wal_checkpoint(TRUNCATE);")
                    .await
            }
            Dialect::Postgres => self.writer().await?.batch("ANALYZE").await,
        }
    }

    /// A turn to write outside of a transaction, with nobody's change open.
    pub(crate) async fn writer_alone(&self) -> Result<Conn> {
        let mut conn = self.writer().await?;
        if let Inner::Writer(turn) = &mut conn.inner {
            turn.close_group()?;
        }
        Ok(conn)
    }

    pub(crate) async fn writer(&self) -> Result<Conn> {
        let started = watch::started();
        let inner = match &*self.backend {
            Backend::Sqlite(lite) => Inner::Writer(lite.writer().await),
            Backend::Postgres(pool) => Inner::Postgres(postgres::connection(pool).await?),
        };
        self.watch.writer_wait.add(started.elapsed());
        Ok(self.conn(inner))
    }
}
