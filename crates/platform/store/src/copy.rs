//! The whole database as rows, out and in: the same bytes from SQLite and from PostgreSQL.
//!
//! Tables and columns are read off the migrations, not off a database, so both databases are copied by one description. A row
//! is its columns in order, each a tag and a value; see `copy/codec.rs`. Search indexes come out as the tokens they were made of and
//! go in by the room's own statement.

mod codec;
mod load;

use std::io::Write;
use std::pin::pin;

use futures_util::TryStreamExt;
use tokio_postgres::types::Type;

use self::codec::encode;
pub use self::load::Loader;
use crate::conn::Inner;
use crate::{Conn, Db, Dialect, Migration, Result, Row, StoreError, Value, translate};

/// A table that is copied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// Its name.
    pub name: String,
    /// Names and SQL types of its columns, in order.
    pub columns: Vec<(String, String)>,
    /// For a search index: how its rows come and go.
    pub index: Option<SearchIndex>,
}

/// A search index: a full-text table of SQLite, another kind of table on PostgreSQL. Its rows are a number and tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SearchIndex {
    /// Name of the table, the same on both.
    pub table: &'static str,
    /// What gives number and tokens on PostgreSQL.
    pub postgres_select: &'static str,
    /// The room's statement that adds a row on PostgreSQL: `$1` the number, `$2` the tokens.
    pub postgres_insert: &'static str,
}

/// The tables that these migrations make, in the order in which they make them; the list of migrations itself is left out.
///
/// # Errors
/// When a migration does not run, or makes a search index that is not among those given.
pub fn tables(migrations: &[Migration], indexes: &[SearchIndex]) -> Result<Vec<Table>> {
    let db = rusqlite::Connection::open_in_memory()?;
    for migration in migrations {
        db.execute_batch(&translate(migration.sql, Dialect::Sqlite))?;
    }
    // What a full-text table keeps for itself is called after it.
    let mut names = db.prepare(
        "SELECT name, sql LIKE 'CREATE VIRTUAL%' FROM sqlite_master t WHERE type = 'table' AND name NOT LIKE 'sqlite_%' \
         AND NOT EXISTS (SELECT 1 FROM sqlite_master v WHERE v.sql LIKE 'CREATE VIRTUAL%' AND t.name LIKE v.name || '\\__%' ESCAPE '\\') \
         ORDER BY rowid",
    )?;
    let names = names.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let mut out = Vec::new();
    for row in names {
        let (name, full_text): (String, bool) = row?;
        let index = indexes.iter().find(|index| index.table == name).copied();
        if full_text && index.is_none() {
            return Err(StoreError::Migration {
                name,
                why: "this search index is not among those that are copied".into(),
            });
        }
        let columns = if full_text {
            vec![
                ("rowid".into(), "INTEGER".into()),
                ("tokens".into(), "TEXT".into()),
            ]
        } else {
            let mut info = db.prepare("SELECT name, type FROM pragma_table_info($1) ORDER BY cid")?;
            let rows = info.query_map([&name], |row| Ok((row.get(0)?, row.get(1)?)))?;
            rows.collect::<rusqlite::Result<Vec<_>>>()?
        };
        out.push(Table { name, columns, index });
    }
    Ok(out)
}

impl Table {
    fn column_names(&self) -> String {
        let names: Vec<&str> = self.columns.iter().map(|(name, _)| name.as_str()).collect();
        names.join(", ")
    }

    fn select(&self, dialect: Dialect) -> String {
        match (dialect, &self.index) {
            (Dialect::Postgres, Some(index)) => index.postgres_select.to_owned(),
            _ => format!("SELECT {} FROM {}", self.column_names(), self.name),
        }
    }

    fn insert(&self) -> String {
        let places: Vec<String> = (1..=self.columns.len()).map(|n| format!("${n}")).collect();
        format!(
            "INSERT INTO {} ({}) VALUES ({})",
            self.name,
            self.column_names(),
            places.join(", ")
        )
    }

    fn postgres_types(&self) -> Vec<Type> {
        let types = self.columns.iter().map(|(_, ty)| match ty.as_str() {
            "INTEGER" => Type::INT8,
            "REAL" => Type::FLOAT8,
            "BLOB" => Type::BYTEA,
            _ => Type::TEXT,
        });
        types.collect()
    }
}

/// All tables as they were at one moment, however long reading takes. Writers do not wait for it.
pub struct Snapshot {
    conn: Conn,
}

impl Snapshot {
    pub(crate) async fn begin(mut conn: Conn) -> Result<Self> {
        match &mut conn.inner {
            Inner::Reader(reader) => {
                let connection = reader.connection()?;
                // The moment is that of the first read.
                connection.execute_batch("BEGIN; SELECT 1 FROM sqlite_master;")?;
            }
            Inner::Postgres(client) => {
                client
                    .batch_execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SELECT 1")
                    .await?;
            }
            Inner::Writer(_) | Inner::Gone => {
                return Err(StoreError::Pool("a snapshot needs a reader".into()));
            }
        }
        Ok(Self { conn })
    }

    /// The connection, for what else is read at this moment.
    pub fn conn(&mut self) -> &mut Conn {
        &mut self.conn
    }

    /// Writes all rows of a table; tells how many.
    ///
    /// # Errors
    /// From the database and from where it is written to.
    pub async fn rows(&mut self, table: &Table, out: &mut (impl Write + Send)) -> Result<u64> {
        let text = table.select(self.conn.dialect());
        match &mut self.conn.inner {
            Inner::Reader(reader) => {
                let connection = reader.connection()?;
                tokio::task::block_in_place(|| sqlite_rows(connection, &text, out))
            }
            Inner::Postgres(client) => {
                let rows = client
                    .query_raw(text.as_str(), std::iter::empty::<&Value>())
                    .await?;
                let mut rows = pin!(rows);
                let (mut count, mut line) = (0, Vec::new());
                while let Some(row) = rows.try_next().await? {
                    line.clear();
                    for column in 0..table.columns.len() {
                        encode(&mut line, Row::Postgres(&row).value(column)?.as_ref());
                    }
                    out.write_all(&line).map_err(cannot_write)?;
                    count += 1;
                }
                Ok(count)
            }
            Inner::Writer(_) | Inner::Gone => Err(StoreError::Pool("a snapshot needs a reader".into())),
        }
    }
}

impl Drop for Snapshot {
    /// A connection in mid-transaction does not go back to its pool.
    fn drop(&mut self) {
        crate::tx::undo(&mut self.conn);
    }
}

fn sqlite_rows(connection: &rusqlite::Connection, text: &str, out: &mut impl Write) -> Result<u64> {
    let mut statement = connection.prepare(text)?;
    let columns = statement.column_count();
    let mut rows = statement.query([])?;
    let (mut count, mut line) = (0, Vec::new());
    while let Some(row) = rows.next()? {
        line.clear();
        for column in 0..columns {
            encode(&mut line, row.get_ref(column)?);
        }
        out.write_all(&line).map_err(cannot_write)?;
        count += 1;
    }
    Ok(count)
}

fn cannot_write(error: std::io::Error) -> StoreError {
    StoreError::Disk(error.to_string())
}

impl Db {
    /// Everything at one moment.
    ///
    /// # Errors
    /// When no connection can be had.
    pub async fn snapshot(&self) -> Result<Snapshot> {
        Snapshot::begin(self.read_long().await?).await
    }

    /// Fills this database, whose tables are there and empty.
    ///
    /// # Errors
    /// When no connection can be had.
    pub async fn loader(&self) -> Result<Loader> {
        Loader::begin(self.writer_alone().await?).await
    }

    /// Whether nothing is in it: no table of ours.
    ///
    /// # Errors
    /// From the database.
    pub async fn is_empty(&self) -> Result<bool> {
        let text = match self.dialect() {
            Dialect::Sqlite => "SELECT count(*) FROM sqlite_master WHERE name = 'migration'",
            Dialect::Postgres => {
                "SELECT count(*) FROM pg_tables WHERE schemaname = ANY (current_schemas(false)) AND tablename = 'migration'"
            }
        };
        Ok(self.ask_text(text).await?.first() == Some(&0))
    }

    /// A copy of an SQLite file as it is now, in a new file; for the moment before its tables change.
    ///
    /// # Errors
    /// From the database; when this is no SQLite file.
    pub async fn copy_file(&self, to: &str) -> Result<()> {
        let mut conn = self.read_long().await?;
        match &mut conn.inner {
            Inner::Reader(reader) => {
                let connection = reader.connection()?;
                connection.execute_batch("PRAGMA query_only=OFF")?;
                tokio::task::block_in_place(|| connection.execute("VACUUM INTO $1", [to]))?;
                Ok(())
            }
            _ => Err(StoreError::Pool("only an SQLite file can be copied".into())),
        }
    }

    /// As though the disk was full: an SQLite file grows no further than so many pages, or than now if it has more; none takes
    /// the limit away. For tests.
    ///
    /// # Errors
    /// From the database.
    #[doc(hidden)]
    pub async fn most_pages(&self, most: Option<u32>) -> Result<()> {
        let most = most.unwrap_or(u32::MAX - 1);
        self.writer_alone()
            .await?
            .batch(&format!("PRAGMA max_page_count={most}"))
            .await
    }

    async fn ask_text(&self, text: &str) -> Result<Vec<i64>> {
        let mut out = Vec::new();
        self.read()
            .await?
            .each_text(text, &[], |n: i64| out.push(n))
            .await?;
        Ok(out)
    }

    /// A setting of the database itself, as text: a pragma of SQLite, a parameter of PostgreSQL. For the doctor.
    ///
    /// # Errors
    /// From the database; when there is no such setting.
    pub async fn setting(&self, name: &'static str) -> Result<String> {
        // The writer's connection on SQLite: durability is a matter of writing.
        let mut conn = self.writer().await?;
        if let Inner::Writer(connection) = &conn.inner {
            let value: rusqlite::types::Value =
                connection.query_row(&format!("PRAGMA {name}"), [], |row| row.get(0))?;
            return Ok(match value {
                rusqlite::types::Value::Integer(n) => n.to_string(),
                rusqlite::types::Value::Text(text) => text,
                _ => String::new(),
            });
        }
        let mut value = None;
        conn.each_text(&format!("SHOW {name}"), &[], |text: String| value = Some(text))
            .await?;
        value.ok_or(StoreError::Missing)
    }
}
