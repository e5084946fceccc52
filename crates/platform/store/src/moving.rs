//! Moving a whole database from SQLite to PostgreSQL, for a city that has outgrown one machine.
//!
//! Both have the same tables, by test. A full-text table is a virtual one on SQLite, with the numbers of its rows and their
//! tokens; on PostgreSQL it is a table whose first column is the number and whose others hold the tokens, as text or as a vector.

use std::fmt::Write as _;
use std::path::Path;

use bytes::Bytes;
use futures_util::SinkExt;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, OpenFlags};
use tokio::sync::mpsc;

use crate::conn::Inner;
use crate::{Db, Result, StoreError};

/// The columns of a table in order, and which of them are vectors.
const COLUMNS: &str = "SELECT CAST(column_name AS TEXT), data_type = 'tsvector' FROM information_schema.columns \
    WHERE table_schema = current_schema() AND table_name = $1 ORDER BY ordinal_position";
/// Bytes sent at once.
const BLOCK: usize = 1 << 18;

/// One table: its name, and what is read of it.
struct Table {
    name: String,
    columns: Vec<String>,
    /// For a full-text table: which of its columns on PostgreSQL are vectors.
    vectors: Option<Vec<bool>>,
}

/// Copies every row of a SQLite database into a migrated PostgreSQL database in which nothing was done yet, in one transaction.
/// `told` hears of each table and its rows.
///
/// # Errors
/// When one of the two is another database, when the target has acts, and from the databases; nothing is kept then.
pub async fn move_to_postgres(from: &Db, to: &Db, mut told: impl FnMut(&str, u64)) -> Result<()> {
    let path = from
        .path()
        .ok_or_else(|| StoreError::Address("only a SQLite database can be moved".into()))?;
    let mut tables = tables(path)?;
    let mut conn = to.read().await?;
    let Inner::Postgres(client) = &mut conn.inner else {
        return Err(StoreError::Address(
            "a database is moved to PostgreSQL only".into(),
        ));
    };
    let tx = client.transaction().await?;
    if tx.query_opt("SELECT 1 FROM act LIMIT 1", &[]).await?.is_some() {
        return Err(StoreError::Address(
            "the PostgreSQL database is in use; name an empty one".into(),
        ));
    }
    let names: Vec<&str> = tables.iter().map(|t| t.name.as_str()).collect();
    tx.batch_execute(&format!("TRUNCATE {} CASCADE", names.join(", ")))
        .await?;
    for table in tables.iter_mut().filter(|t| t.vectors.is_some()) {
        let columns = tx.query(COLUMNS, &[&table.name]).await?;
        table.columns = columns.iter().map(|row| row.get(0)).collect();
        table.vectors = Some(columns.iter().map(|row| row.get(1)).collect());
    }
    for table in &tables {
        let sink = tx
            .copy_in(&format!(
                "COPY {} ({}) FROM STDIN",
                table.name,
                table.columns.join(", ")
            ))
            .await?;
        let mut sink = std::pin::pin!(sink);
        let (send, mut blocks) = mpsc::channel(4);
        let (path, select) = (path.to_owned(), table.select());
        let vectors = table.vectors.clone().unwrap_or_default();
        let reading = tokio::task::spawn_blocking(move || read(&path, &select, &vectors, &send));
        while let Some(block) = blocks.recv().await {
            sink.send(block).await?;
        }
        reading.await.map_err(|e| StoreError::Pool(e.to_string()))??;
        told(&table.name, sink.finish().await?);
    }
    tx.batch_execute("COMMIT").await?;
    drop(tx);
    client.batch_execute("ANALYZE").await?;
    Ok(())
}

impl Table {
    fn select(&self) -> String {
        let columns = match self.vectors {
            Some(_) => format!("rowid{}", ", tokens".repeat(self.columns.len().saturating_sub(1))),
            None => self.columns.join(", "),
        };
        format!("SELECT {columns} FROM {}", self.name)
    }
}

fn open(path: &Path) -> Result<Connection> {
    Ok(Connection::open_with_flags(
        path,
        OpenFlags::SQLITE_OPEN_READ_ONLY,
    )?)
}

/// The tables in the order in which they were made, so that what is referred to comes first. Left out: SQLite's own, and the list
/// of migrations, which the target has.
fn tables(path: &Path) -> Result<Vec<Table>> {
    let connection = open(path)?;
    let mut list = connection.prepare(
        "SELECT t.name, t.sql LIKE 'CREATE VIRTUAL%' FROM sqlite_schema t WHERE t.type = 'table' AND t.name <> 'migration' \
         AND t.name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND NOT EXISTS (SELECT 1 FROM sqlite_schema v \
         WHERE v.sql LIKE 'CREATE VIRTUAL%' AND t.name <> v.name AND t.name LIKE v.name || '\\_%' ESCAPE '\\') ORDER BY t.rowid",
    )?;
    let names = list.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get::<_, bool>(1)?)))?;
    let mut out = Vec::new();
    for found in names {
        let (name, text) = found?;
        let mut info = connection.prepare("SELECT name FROM pragma_table_info(?1)")?;
        let columns = info
            .query_map([&name], |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        out.push(Table {
            name,
            columns,
            vectors: text.then(Vec::new),
        });
    }
    Ok(out)
}

/// Reads all rows as lines of PostgreSQL's text format for COPY.
fn read(path: &Path, select: &str, vectors: &[bool], send: &mpsc::Sender<Bytes>) -> Result<()> {
    let connection = open(path)?;
    let mut statement = connection.prepare(select)?;
    let columns = statement.column_count();
    let mut rows = statement.query([])?;
    let mut block = String::with_capacity(BLOCK + 4096);
    while let Some(row) = rows.next()? {
        for at in 0..columns {
            if at > 0 {
                block.push('\t');
            }
            match row.get_ref(at)? {
                ValueRef::Text(words) if vectors.get(at) == Some(&true) => {
                    lexemes(&mut block, &String::from_utf8_lossy(words))
                }
                value => cell(&mut block, value),
            }
        }
        block.push('\n');
        if block.len() >= BLOCK {
            let full = std::mem::replace(&mut block, String::with_capacity(BLOCK + 4096));
            if send.blocking_send(full.into()).is_err() {
                return Ok(()); // the other side failed and says why
            }
        }
    }
    let _ = send.blocking_send(block.into());
    Ok(())
}

fn cell(out: &mut String, value: ValueRef<'_>) {
    // Writing to a String cannot fail.
    let _ = match value {
        ValueRef::Null => out.write_str("\\N"),
        ValueRef::Integer(v) => write!(out, "{v}"),
        ValueRef::Real(v) => write!(out, "{v:e}"),
        ValueRef::Text(v) => {
            escaped(out, &String::from_utf8_lossy(v));
            Ok(())
        }
        ValueRef::Blob(v) => {
            out.push_str("\\\\x");
            v.iter().try_for_each(|byte| write!(out, "{byte:02x}"))
        }
    };
}

fn escaped(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '\\' => out.push_str("\\\\"),
            '\t' => out.push_str("\\t"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            c => out.push(c),
        }
    }
}

/// Tokens as a tsvector is written: each in quotes, quotes and backslashes doubled.
fn lexemes(out: &mut String, tokens: &str) {
    for token in tokens.split(' ').filter(|t| !t.is_empty()) {
        let quoted = token.replace('\\', "\\\\").replace('\'', "''");
        escaped(out, &format!("'{quoted}' "));
    }
}
