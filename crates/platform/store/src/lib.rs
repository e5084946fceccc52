//! One set of SQL for SQLite and PostgreSQL.
//!
//! A room writes its statements once, in [`statements!`], with `$1` placeholders and the row type they give.
//! Reads run on a [`Conn`]; what changes the record runs on a [`Tx`], and a `Tx` can only be committed by handing
//! over the acts that say who did it and why ([`Tx::commit`]). Sessions, job leases and other things that are not part of
//! the record are [`Chore`] statements and run in a [`ChoreTx`], which cannot run anything else.
//!
//! Values have five types: whole number, float, text, bytes, null. Times are milliseconds since 1970 in UTC, dates are
//! ISO text, ids are the 16 bytes of a UUIDv7, flags are 0 and 1.

mod acts;
mod conn;
mod copy;
mod db;
mod env;
mod error;
mod group;
pub mod ids;
mod migrate;
mod moving;
mod postgres;
mod row;
mod sqlite;
mod statement;
mod tx;
mod value;
mod watch;

pub use acts::{Acts, NewAct, keep_key_print, key_print, sent_act, was_sent};
pub use conn::{Conn, Inspection};
pub use copy::{Loader, SearchIndex, Snapshot, Table, tables};
pub use db::{Db, Durability, Options};
pub use env::{Clock, Entropy, FixedClock, SeededEntropy, SystemEntropy};
pub use error::{Away, StoreError};
pub use migrate::{Migration, applied, translate};
pub use moving::move_to_postgres;
pub use row::{FromRow, Row};
pub use statement::{Chore, Condition, Filtered, FilteredList, Kind, Read, Sql, Statement, Write};
pub use tx::{ChoreTx, Tx};
pub use value::{FromValue, Value};
pub use watch::{BOUNDS_US, Connections, Histogram, Watch};

/// Result of a store call.
pub type Result<T, E = StoreError> = std::result::Result<T, E>;

/// Which database this is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dialect {
    /// The embedded database.
    Sqlite,
    /// The server.
    Postgres,
}

/// What one crate brings to the database: its tables and its statements, for the migration runner and the
/// test that prepares every statement on both databases.
#[derive(Clone, Copy)]
pub struct Schema {
    /// Name of the crate's room, for example `voices`.
    pub room: &'static str,
    /// In order.
    pub migrations: &'static [Migration],
    /// Every statement of the room.
    pub statements: &'static [&'static dyn Statement],
    /// Every list with optional conditions.
    pub lists: &'static [&'static dyn FilteredList],
}

/// The store's own table: the log.
pub const SCHEMA: Schema = Schema {
    room: "log",
    migrations: acts::MIGRATIONS,
    statements: acts::ALL,
    lists: &[],
};
