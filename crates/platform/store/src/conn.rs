//! A connection that reads.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use futures_util::TryStreamExt;
use rusqlite::Connection;

use crate::group::Turn;
use crate::statement::Filtered;
use crate::{Dialect, FromRow, Read, Result, Row, Statement, StoreError, Value, Watch, sqlite};

/// A connection for reading. Taken from [`Db::read`](crate::Db::read); also what a [`Tx`](crate::Tx) reads with.
pub struct Conn {
    pub(crate) inner: Inner,
    pub(crate) watch: Arc<Watch>,
}

pub(crate) enum Inner {
    Reader(sqlite::Reader),
    Writer(Turn),
    Postgres(deadpool_postgres::Object),
    /// Given back in the middle of a transaction.
    Gone,
}

impl Conn {
    /// Which database this is.
    #[must_use]
    pub fn dialect(&self) -> Dialect {
        match self.inner {
            Inner::Reader(_) | Inner::Writer(_) | Inner::Gone => Dialect::Sqlite,
            Inner::Postgres(_) => Dialect::Postgres,
        }
    }

    /// All rows.
    ///
    /// # Errors
    /// From the database, or when a column does not fit the row type.
    pub async fn all<T: FromRow>(&mut self, statement: &Read<T>, params: &[Value]) -> Result<Vec<T>> {
        let text = statement.sql().text(self.dialect());
        let mut out = Vec::new();
        self.each_text(text, params, |row: T| out.push(row)).await?;
        Ok(out)
    }

    /// The first row, if any.
    ///
    /// # Errors
    /// As [`Conn::all`].
    pub async fn opt<T: FromRow>(&mut self, statement: &Read<T>, params: &[Value]) -> Result<Option<T>> {
        Ok(self.all(statement, params).await?.into_iter().next())
    }

    /// The one row.
    ///
    /// # Errors
    /// As [`Conn::all`], and [`StoreError::Missing`] when there is none.
    pub async fn one<T: FromRow>(&mut self, statement: &Read<T>, params: &[Value]) -> Result<T> {
        self.opt(statement, params).await?.ok_or(StoreError::Missing)
    }

    /// Rows of a list with the conditions and order that were asked for.
    ///
    /// # Errors
    /// As [`Conn::all`].
    pub async fn filtered<T: FromRow>(
        &mut self,
        list: &Filtered<T>,
        asked: Vec<(&str, Value)>,
        order: &str,
        limit: i64,
    ) -> Result<Vec<T>> {
        let (text, params) = list.assemble(self.dialect(), asked, order, limit);
        let mut out = Vec::new();
        self.each_text(&text, &params, |row: T| out.push(row)).await?;
        Ok(out)
    }

    /// Hands each row over as it comes, for exports in constant memory.
    ///
    /// # Errors
    /// As [`Conn::all`].
    pub async fn each<T: FromRow>(
        &mut self,
        statement: &Read<T>,
        params: &[Value],
        take: impl FnMut(T) + Send,
    ) -> Result<()> {
        let text = statement.sql().text(self.dialect());
        self.each_text(text, params, take).await
    }

    pub(crate) async fn each_text<T: FromRow>(
        &mut self,
        text: &str,
        params: &[Value],
        mut take: impl FnMut(T) + Send,
    ) -> Result<()> {
        self.watch.statements.fetch_add(1, Ordering::Relaxed);
        match &mut self.inner {
            Inner::Reader(reader) => {
                let long = reader.is_long();
                let connection = reader.connection()?;
                if long {
                    return tokio::task::block_in_place(|| sqlite_each(connection, text, params, take));
                }
                sqlite::set_budget(connection)?;
                sqlite_each(connection, text, params, take)
            }
            Inner::Writer(connection) => sqlite_each(connection, text, params, take),
            Inner::Postgres(client) => {
                let statement = client.prepare_cached(text).await?;
                let rows = client
                    .query_raw(&statement, params)
                    .await
                    .map_err(|e| StoreError::from(e).classify())?;
                let mut rows = std::pin::pin!(rows);
                while let Some(row) = rows
                    .try_next()
                    .await
                    .map_err(|e| StoreError::from(e).classify())?
                {
                    take(T::from_row(&Row::Postgres(&row))?);
                }
                Ok(())
            }
            Inner::Gone => Err(StoreError::Pool("this transaction is over".into())),
        }
    }

    /// Runs a statement and tells how many rows it changed.
    pub(crate) async fn run_text(&mut self, text: &str, params: &[Value]) -> Result<u64> {
        self.watch.statements.fetch_add(1, Ordering::Relaxed);
        match &mut self.inner {
            Inner::Reader(_) | Inner::Gone => Err(StoreError::Pool("this connection cannot write".into())),
            Inner::Writer(connection) => {
                let mut statement = connection.prepare_cached(text)?;
                let changed = statement
                    .execute(rusqlite::params_from_iter(params))
                    .map_err(|e| StoreError::from(e).classify())?;
                Ok(changed as u64)
            }
            Inner::Postgres(client) => {
                let statement = client.prepare_cached(text).await?;
                client
                    .execute_raw(&statement, params)
                    .await
                    .map_err(|e| StoreError::from(e).classify())
            }
        }
    }

    /// Runs text without parameters: BEGIN, COMMIT, migrations.
    pub(crate) async fn batch(&mut self, text: &str) -> Result<()> {
        match &mut self.inner {
            Inner::Reader(_) | Inner::Gone => Err(StoreError::Pool("this connection cannot write".into())),
            Inner::Writer(connection) => Ok(connection.execute_batch(text)?),
            Inner::Postgres(client) => Ok(client.batch_execute(text).await?),
        }
    }
}

fn sqlite_each<T: FromRow>(
    connection: &Connection,
    text: &str,
    params: &[Value],
    mut take: impl FnMut(T),
) -> Result<()> {
    let mut statement = connection.prepare_cached(text)?;
    let mut rows = statement
        .query(rusqlite::params_from_iter(params))
        .map_err(|e| StoreError::from(e).classify())?;
    while let Some(row) = rows.next().map_err(|e| StoreError::from(e).classify())? {
        take(T::from_row(&Row::Sqlite(row))?);
    }
    Ok(())
}

/// What the database says of a statement without running it.
#[derive(Debug, Clone)]
pub struct Inspection {
    /// Columns it gives.
    pub columns: usize,
    /// Parameters it takes.
    pub parameters: usize,
    /// SQLite's plan, a line for each step; empty on PostgreSQL, whose plan for an empty table says nothing.
    pub plan: Vec<String>,
}

impl Conn {
    /// Prepares a statement without running it: for the test, and the doctor, that go through all of them.
    ///
    /// # Errors
    /// What the database finds wrong with it.
    pub async fn inspect(&mut self, text: &str) -> Result<Inspection> {
        match &mut self.inner {
            Inner::Reader(reader) => sqlite_inspect(reader.connection()?, text),
            Inner::Writer(connection) => sqlite_inspect(connection, text),
            Inner::Postgres(client) => {
                let statement = client.prepare(text).await?;
                Ok(Inspection {
                    columns: statement.columns().len(),
                    parameters: statement.params().len(),
                    plan: Vec::new(),
                })
            }
            Inner::Gone => Err(StoreError::Pool("this transaction is over".into())),
        }
    }
}

fn sqlite_inspect(connection: &Connection, text: &str) -> Result<Inspection> {
    let statement = connection.prepare(text)?;
    let mut explain = connection.prepare(&format!("EXPLAIN QUERY PLAN {text}"))?;
    let nulls = vec![Value::Null; explain.parameter_count()];
    let plan = explain
        .query_map(rusqlite::params_from_iter(&nulls), |row| row.get(3))?
        .collect::<Result<_, _>>()?;
    Ok(Inspection {
        columns: statement.column_count(),
        parameters: statement.parameter_count(),
        plan,
    })
}
