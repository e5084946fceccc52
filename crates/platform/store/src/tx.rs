//! Transactions that write.

use std::ops::{Deref, DerefMut};

use crate::conn::Inner;
use crate::{Acts, Chore, Conn, FromRow, Result, Statement, Value, Write, acts};

/// A transaction that changes the record. Dropping it undoes everything; the only way to keep it is
/// [`Tx::commit`], which takes the acts.
pub struct Tx {
    conn: Conn,
    open: bool,
}

impl Deref for Tx {
    type Target = Conn;
    fn deref(&self) -> &Conn {
        &self.conn
    }
}
impl DerefMut for Tx {
    fn deref_mut(&mut self) -> &mut Conn {
        &mut self.conn
    }
}

impl Tx {
    pub(crate) async fn begin(mut conn: Conn) -> Result<Self> {
        let begin = match conn.dialect() {
            crate::Dialect::Sqlite => "BEGIN IMMEDIATE",
            crate::Dialect::Postgres => "BEGIN",
        };
        conn.batch(begin).await?;
        Ok(Self { conn, open: true })
    }

    /// Runs a statement; tells how many rows it changed.
    ///
    /// # Errors
    /// From the database; [`StoreError::Duplicate`] when a unique constraint refuses.
    pub async fn run(&mut self, statement: &Write, params: &[Value]) -> Result<u64> {
        let text = statement.sql().text(self.dialect());
        self.conn.run_text(text, params).await
    }

    /// Runs a statement with RETURNING; gives its first row.
    ///
    /// # Errors
    /// As [`Tx::run`].
    pub async fn returning<T: FromRow>(
        &mut self,
        statement: &Write<T>,
        params: &[Value],
    ) -> Result<Option<T>> {
        let text = statement.sql().text(self.dialect());
        let mut out = None;
        self.conn
            .each_text(text, params, |row| {
                out.get_or_insert(row);
            })
            .await?;
        Ok(out)
    }

    /// Runs a chore in the same transaction: a job queued together with what it is about.
    ///
    /// # Errors
    /// As [`Tx::run`].
    pub async fn chore(&mut self, statement: &Chore, params: &[Value]) -> Result<u64> {
        let text = statement.sql().text(self.dialect());
        self.conn.run_text(text, params).await
    }

    /// Writes the acts and keeps everything.
    ///
    /// # Errors
    /// From the database; nothing is kept then.
    pub async fn commit(mut self, acts: impl Into<Acts>) -> Result<()> {
        let acts = acts.into();
        let count = acts.iter().count() as u64;
        acts::write(&mut self, acts).await?;
        self.conn.batch("COMMIT").await?;
        self.open = false;
        self.conn
            .watch
            .acts
            .fetch_add(count, std::sync::atomic::Ordering::Relaxed);
        Ok(())
    }
}

impl Drop for Tx {
    fn drop(&mut self) {
        if self.open {
            undo(&mut self.conn);
        }
    }
}

/// A transaction for what is not part of the record.
pub struct ChoreTx {
    conn: Conn,
    open: bool,
}

impl Deref for ChoreTx {
    type Target = Conn;
    fn deref(&self) -> &Conn {
        &self.conn
    }
}
impl DerefMut for ChoreTx {
    fn deref_mut(&mut self) -> &mut Conn {
        &mut self.conn
    }
}

impl ChoreTx {
    pub(crate) async fn begin(conn: Conn) -> Result<Self> {
        let mut tx = Tx::begin(conn).await?;
        tx.open = false; // the guard moves over to the new owner
        let placeholder = Conn {
            inner: Inner::Gone,
            watch: tx.conn.watch.clone(),
        };
        Ok(Self {
            conn: std::mem::replace(&mut tx.conn, placeholder),
            open: true,
        })
    }

    /// Runs a statement; tells how many rows it changed.
    ///
    /// # Errors
    /// As [`Tx::run`].
    pub async fn run(&mut self, statement: &Chore, params: &[Value]) -> Result<u64> {
        let text = statement.sql().text(self.dialect());
        self.conn.run_text(text, params).await
    }

    /// Runs a statement with RETURNING; gives its first row.
    ///
    /// # Errors
    /// As [`Tx::run`].
    pub async fn returning<T: FromRow>(
        &mut self,
        statement: &Chore<T>,
        params: &[Value],
    ) -> Result<Option<T>> {
        let text = statement.sql().text(self.dialect());
        let mut out = None;
        self.conn
            .each_text(text, params, |row| {
                out.get_or_insert(row);
            })
            .await?;
        Ok(out)
    }

    /// Keeps everything.
    ///
    /// # Errors
    /// From the database; nothing is kept then.
    pub async fn commit(mut self) -> Result<()> {
        self.conn.batch("COMMIT").await?;
        self.open = false;
        Ok(())
    }
}

impl Drop for ChoreTx {
    fn drop(&mut self) {
        if self.open {
            undo(&mut self.conn);
        }
    }
}

/// Takes back an open transaction. SQLite rolls back in place; a PostgreSQL connection in mid-transaction is
/// thrown away rather than returned to the pool, because dropping cannot wait for the server's answer.
pub(crate) fn undo(conn: &mut Conn) {
    match std::mem::replace(&mut conn.inner, Inner::Gone) {
        // A full disk makes SQLite roll back by itself.
        Inner::Writer(connection) if connection.is_autocommit() => {}
        Inner::Writer(connection) => {
            if let Err(e) = connection.execute_batch("ROLLBACK") {
                tracing::error!(error = %e, "rollback failed");
            }
        }
        Inner::Postgres(client) => drop(deadpool_postgres::Object::take(client)),
        Inner::Reader(_) | Inner::Gone => {}
    }
}
