//! Filling an empty database.

use std::io::Read;
use std::pin::pin;

use tokio_postgres::binary_copy::BinaryCopyInWriter;
use tokio_postgres::types::ToSql;

use super::Table;
use super::codec::decode;
use crate::conn::Inner;
use crate::{Conn, Dialect, Result, StoreError, Value};

/// Fills an empty database, all tables or none.
pub struct Loader {
    conn: Conn,
}

impl Loader {
    pub(crate) async fn begin(mut conn: Conn) -> Result<Self> {
        match conn.dialect() {
            // Rows come table by table; what refers to what is checked at the end.
            Dialect::Sqlite => conn.batch("PRAGMA foreign_keys=OFF; BEGIN IMMEDIATE").await?,
            Dialect::Postgres => conn.batch("BEGIN").await?,
        }
        Ok(Self { conn })
    }

    /// Reads so many rows of a table and writes them into the database.
    ///
    /// # Errors
    /// From the database, and when the rows cannot be read.
    pub async fn rows(&mut self, table: &Table, rows: u64, from: &mut (impl Read + Send)) -> Result<()> {
        // A migration may have put first rows in.
        self.conn.batch(&format!("DELETE FROM {}", table.name)).await?;
        let width = table.columns.len();
        let mut next = || -> Result<Vec<Value>> {
            let row: std::io::Result<Vec<Value>> = (0..width).map(|_| decode(from)).collect();
            row.map_err(|e| StoreError::Disk(format!("the rows of {} cannot be read: {e}", table.name)))
        };
        match (&mut self.conn.inner, &table.index) {
            (Inner::Writer(connection), _) => {
                let insert = table.insert();
                tokio::task::block_in_place(|| {
                    let mut statement = connection.prepare(&insert)?;
                    for _ in 0..rows {
                        statement.execute(rusqlite::params_from_iter(next()?))?;
                    }
                    Ok(())
                })
            }
            (Inner::Postgres(client), None) => {
                let copy = format!("COPY {} ({}) FROM STDIN BINARY", table.name, table.column_names());
                let sink = client.copy_in(copy.as_str()).await?;
                let mut writer = pin!(BinaryCopyInWriter::new(sink, &table.postgres_types()));
                for _ in 0..rows {
                    let row = next()?;
                    let values = row.iter().map(|value| value as &(dyn ToSql + Sync));
                    writer.as_mut().write_raw(values).await?;
                }
                writer.finish().await?;
                Ok(())
            }
            (Inner::Postgres(client), Some(index)) => {
                let insert = client.prepare(index.postgres_insert).await?;
                for _ in 0..rows {
                    client.execute_raw(&insert, next()?).await?;
                }
                Ok(())
            }
            (Inner::Reader(_) | Inner::Gone, _) => {
                Err(StoreError::Pool("this connection cannot write".into()))
            }
        }
    }

    /// Keeps everything, after a look at what refers to what.
    ///
    /// # Errors
    /// From the database; when a row refers to one that is not there.
    pub async fn finish(mut self) -> Result<()> {
        if let Inner::Writer(connection) = &self.conn.inner {
            let mut check = connection.prepare("PRAGMA foreign_key_check")?;
            let mut broken = check.query([])?;
            if let Some(row) = broken.next()? {
                let table: String = row.get(0)?;
                return Err(StoreError::Migration {
                    name: table,
                    why: "a row refers to one that is not there".into(),
                });
            }
        }
        self.conn.batch("COMMIT").await?;
        match self.conn.dialect() {
            Dialect::Sqlite => {
                self.conn
                    .batch("PRAGMA foreign_keys=ON; PRAGMA wal_checkpoint(TRUNCATE)")
                    .await
            }
            Dialect::Postgres => self.conn.batch("ANALYZE").await,
        }
    }
}

impl Drop for Loader {
    fn drop(&mut self) {
        crate::tx::undo(&mut self.conn);
    }
}
