//! Transactions that write.

use std::ops::{Deref, DerefMut};

use crate::conn::Inner;
use crate::{Acts, Chore, Conn, FromRow, Result, Statement, Value, Write, acts, group};

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
        match &mut conn.inner {
            Inner::Writer(turn) => turn.begin()?,
            _ => conn.batch("BEGIN").await?,
        }
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
        self.open = false;
        keep(&mut self.conn).await?;
        self.conn
            .watch
            .acts
            .fetch_add(count, std::sync::atomic::Ordering::Relaxed);
        Ok(())
    }

    /// Ends without a change, and makes sure that what was seen is kept: on SQLite a transaction may see changes of others that
    /// wait for the same COMMIT. For an answer that speaks of what was seen, such as the receipt of a form sent before.
    ///
    /// # Errors
    /// From the database; what was seen may not be there then.
    pub async fn leave(mut self) -> Result<()> {
        self.open = false;
        match &mut self.conn.inner {
            Inner::Writer(turn) => turn.undo(),
            _ => self.conn.batch("ROLLBACK").await,
        }
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
        self.open = false;
        keep(&mut self.conn).await
    }
}

impl Drop for ChoreTx {
    fn drop(&mut self) {
        if self.open {
            undo(&mut self.conn);
        }
    }
}

/// Keeps an open transaction for good. One that cannot be kept is taken back.
async fn keep(conn: &mut Conn) -> Result<()> {
    let kept = match std::mem::replace(&mut conn.inner, Inner::Gone) {
        Inner::Writer(turn) => group::keep(turn).await,
        other => {
            conn.inner = other;
            conn.batch("COMMIT").await
        }
    };
    // Also when it failed: a server whose answer was lost may have kept it.
    conn.watch
        .changes
        .fetch_add(1, std::sync::atomic::Ordering::Release);
    if kept.is_err() {
        undo(conn);
    }
    kept
}

/// Takes back an open transaction. SQLite rolls back in place; a PostgreSQL connection in mid-transaction is
/// thrown away rather than returned to the pool, because dropping cannot wait for the server's answer.
pub(crate) fn undo(conn: &mut Conn) {
    match std::mem::replace(&mut conn.inner, Inner::Gone) {
        Inner::Writer(mut turn) => {
            if let Err(e) = turn.undo() {
                tracing::error!(error = %e, "rollback failed");
            }
        }
        Inner::Postgres(client) => drop(deadpool_postgres::Object::take(client)),
        Inner::Reader(_) | Inner::Gone => {}
    }
}
