//! Numbered migrations, one logical file for both databases.
//!
//! Files are written in PostgreSQL's words. For SQLite, `BIGINT`, `BYTEA` and `DOUBLE PRECISION` become the types of
//! its STRICT tables. A line that begins with `-- sqlite:` or `-- postgres:` is run on that database only.

use crate::{Conn, Dialect, Read, Result, Statement, StoreError, Value, Write};

/// One migration. Names sort within a room; rooms run in the order of the loop.
#[derive(Debug, Clone, Copy)]
pub struct Migration {
    /// `room/0001_what`.
    pub name: &'static str,
    /// The file.
    pub sql: &'static str,
}

static APPLIED: Read<String> = Read::new(
    "APPLIED",
    "SELECT name FROM migration ORDER BY name",
    "SELECT name FROM migration ORDER BY name",
);

static RECORD: Write = Write::new(
    "RECORD",
    "INSERT INTO migration (name, applied_ms) VALUES ($1, $2)",
    "INSERT INTO migration (name, applied_ms) VALUES ($1, $2)",
);

/// Names of the migrations that this database has.
///
/// # Errors
/// From the database.
pub async fn applied(conn: &mut Conn) -> Result<Vec<String>> {
    conn.all(&APPLIED, &[]).await
}

/// Applies what is missing, each in a transaction; several processes may start at once.
pub(crate) async fn run(conn: &mut Conn, migrations: &[Migration], now_ms: i64) -> Result<Vec<&'static str>> {
    let dialect = conn.dialect();
    if dialect == Dialect::Postgres {
        utf8(conn).await?;
    }
    let (begin, lock) = match dialect {
        Dialect::Sqlite => ("BEGIN IMMEDIATE", ""),
        // Any number will do, as long as every process uses the same.
        Dialect::Postgres => ("BEGIN", "SELECT pg_advisory_xact_lock(7211350842)"),
    };
    conn.batch(begin).await?;
    if !lock.is_empty() {
        conn.batch(lock).await?;
    }
    conn.batch("CREATE TABLE IF NOT EXISTS migration (name TEXT PRIMARY KEY, applied_ms BIGINT NOT NULL)")
        .await?;
    let have = applied(conn).await?;
    if let Some(newer) = have
        .iter()
        .find(|name| migrations.iter().all(|m| m.name != **name))
    {
        return Err(StoreError::Migration {
            name: newer.clone(),
            why: "this database was changed by a newer version of Kapok, which this one does not know. Start the newer \
                  version, or restore the backup that was made before it. Nothing was changed"
                .into(),
        });
    }
    let mut done = Vec::new();
    for migration in migrations
        .iter()
        .filter(|m| !have.iter().any(|name| name == m.name))
    {
        let failed = |e: StoreError| StoreError::Migration {
            name: migration.name.into(),
            why: format!("{e}. Nothing was changed; restore the backup or report this."),
        };
        conn.batch(&translate(migration.sql, dialect))
            .await
            .map_err(failed)?;
        conn.run_text(
            RECORD.sql().text(dialect),
            &[Value::from(migration.name), Value::from(now_ms)],
        )
        .await?;
        done.push(migration.name);
    }
    conn.batch("COMMIT").await?;
    Ok(done)
}

/// `Ok` when the server keeps text as UTF-8: in another encoding some residents could not be heard.
async fn utf8(conn: &mut Conn) -> Result<()> {
    let mut encoding = String::new();
    conn.each_text("SHOW server_encoding", &[], |name: String| encoding = name)
        .await?;
    if encoding == "UTF8" {
        Ok(())
    } else {
        Err(StoreError::Encoding(encoding))
    }
}

/// A migration file in the words of one database.
#[must_use]
pub fn translate(sql: &str, dialect: Dialect) -> String {
    let mut out = String::with_capacity(sql.len());
    let mut table = false;
    for line in sql.lines() {
        let own = match dialect {
            Dialect::Sqlite => line.strip_prefix("-- sqlite:"),
            Dialect::Postgres => line.strip_prefix("-- postgres:"),
        };
        if own.is_none() && line.trim_start().starts_with("--") {
            continue;
        }
        let line = own.unwrap_or(line);
        if dialect == Dialect::Postgres || own.is_some() {
            out.push_str(line);
        } else {
            let line = line
                .replace("DOUBLE PRECISION", "REAL")
                .replace("BIGINT", "INTEGER")
                .replace("BYTEA", "BLOB");
            table |= line.starts_with("CREATE TABLE");
            if table && line.trim_end() == ");" {
                out.push_str(") STRICT;");
                table = false;
            } else {
                out.push_str(&line);
            }
        }
        out.push('\n');
    }
    out
}
