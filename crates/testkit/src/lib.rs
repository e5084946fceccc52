//! For tests: both databases, a clock and a random source to turn.
//!
//! A storage test is written once and runs on both databases:
//!
//! ```ignore
//! kapok_testkit::both!(MIGRATIONS, async fn a_voice_is_kept(kit) { … });
//! ```
//!
//! SQLite databases are files in a temporary folder. PostgreSQL databases are made in the cluster that
//! `KAPOK_TEST_POSTGRES` names; `./check` starts one. Without it the PostgreSQL half says so loudly and, where
//! `CI=true`, fails.

mod databases;

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use kapok_store::{Clock, Db, Entropy, FixedClock, Migration, SeededEntropy};

/// A fresh database with a clock that stands at 2026-03-02 09:00 UTC and a seeded random source.
pub struct Kit {
    /// The database, migrated.
    pub db: Db,
    /// The clock; turn it as you like.
    pub clock: Arc<FixedClock>,
    /// The same bytes in every run.
    pub entropy: Arc<SeededEntropy>,
    _home: databases::Home,
}

/// Which database a test runs on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum On {
    /// A file.
    Sqlite,
    /// A database in the throw-away cluster.
    Postgres,
}

static COUNT: AtomicU64 = AtomicU64::new(0);

/// The moment at which every kit's clock stands at first.
#[must_use]
pub fn start() -> jiff::Timestamp {
    "2026-03-02T09:00:00Z".parse().expect("a constant")
}

impl Kit {
    /// A fresh, migrated database; `None` when there is no PostgreSQL to test on.
    ///
    /// # Panics
    /// When the database cannot be made: a test cannot go on.
    pub async fn new(on: On, migrations: &[Migration]) -> Option<Self> {
        let n = COUNT.fetch_add(1, Ordering::Relaxed);
        let (db, home) = databases::make(on, n).await?;
        db.migrate(migrations, start()).await.expect("migrations apply");
        Some(Self {
            db,
            clock: Arc::new(FixedClock::new(start())),
            entropy: Arc::new(SeededEntropy::new(7)),
            _home: home,
        })
    }

    /// Address of the PostgreSQL database, if it is one.
    #[must_use]
    pub fn postgres_url(&self) -> Option<String> {
        self._home.url.clone()
    }

    /// The clock as the platform takes it.
    #[must_use]
    pub fn clock(&self) -> Arc<dyn Clock> {
        self.clock.clone()
    }

    /// The random source as the platform takes it.
    #[must_use]
    pub fn entropy(&self) -> Arc<dyn Entropy> {
        self.entropy.clone()
    }
}

/// A runtime like the server's, for a test.
///
/// # Panics
/// When the runtime cannot start.
pub fn block_on<F: Future>(future: F) -> F::Output {
    tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .expect("a runtime starts")
        .block_on(future)
}

/// Defines a test that runs on both databases. The first argument is an expression for the migrations.
#[macro_export]
macro_rules! both {
    ($migrations:expr; $($(#[$m:meta])* async fn $name:ident($kit:ident) $body:block)*) => { $(
        mod $name {
            #[allow(unused_imports, reason = "one shape for every test")]
            use super::*;
            async fn run($kit: $crate::Kit) $body
            $(#[$m])*
            #[test]
            fn on_sqlite() {
                $crate::block_on(async {
                    if let Some(kit) = $crate::Kit::new($crate::On::Sqlite, &$migrations).await { run(kit).await }
                });
            }
            $(#[$m])*
            #[test]
            fn on_postgres() {
                $crate::block_on(async {
                    if let Some(kit) = $crate::Kit::new($crate::On::Postgres, &$migrations).await { run(kit).await }
                });
            }
        }
    )* };
}
