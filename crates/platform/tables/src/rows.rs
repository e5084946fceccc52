//! Reading a table in chunks, and writing it as CSV (RFC 4180).

use std::future::Future;
use std::pin::Pin;

use bytes::Bytes;
use futures_util::Stream;
use jiff::tz::TimeZone;
use kapok_store::{Conn, Db, Read, Result, Statement, Value};

use crate::{Cells, Kind, Table, cell, hide_small};

/// Rows read at once: small enough to be nothing to memory also when each has the longest text.
const CHUNK: usize = 250;

type Answer<'a> = Pin<Box<dyn Future<Output = Result<Vec<Vec<Value>>>> + Send + 'a>>;

/// A statement that gives rows of a table, whatever its number of columns.
pub trait Source: Sync {
    /// The rows.
    fn rows<'a>(&'a self, conn: &'a mut Conn, params: &'a [Value]) -> Answer<'a>;
    /// The statement, for the test that prepares all of them.
    fn statement(&self) -> &dyn Statement;
}

impl<const N: usize> Source for Read<Cells<N>> {
    fn rows<'a>(&'a self, conn: &'a mut Conn, params: &'a [Value]) -> Answer<'a> {
        Box::pin(async move {
            let rows = conn.all(self, params).await?;
            Ok(rows.into_iter().map(|Cells(cells)| cells.into()).collect())
        })
    }
    fn statement(&self) -> &dyn Statement {
        self
    }
}

/// Where the reading of a table stands.
pub struct Rows {
    table: &'static Table,
    key: Vec<usize>,
    last: Vec<Value>,
    /// Rows of a group that may go on in the next chunk.
    kept: Vec<Vec<Value>>,
    done: bool,
}

impl Rows {
    /// From the first row.
    #[must_use]
    pub fn of(table: &'static Table) -> Self {
        let key: Vec<usize> = table.key.iter().filter_map(|k| table.position(k)).collect();
        let lowest = |i: &usize| match table.columns[*i].kind {
            Kind::Id | Kind::Hex => Value::Bytes(Vec::new()),
            Kind::Text | Kind::Date => Value::Text(String::new()),
            Kind::Int | Kind::Flag | Kind::Time | Kind::Real => Value::Int(i64::MIN),
        };
        Self {
            last: key.iter().map(lowest).collect(),
            done: table.rows.is_none(),
            kept: Vec::new(),
            table,
            key,
        }
    }

    /// From the first row after this key.
    #[must_use]
    pub fn after(table: &'static Table, key: Vec<Value>) -> Self {
        Self {
            last: key,
            ..Self::of(table)
        }
    }

    /// The next rows, with small cells hidden; none after the last.
    ///
    /// # Errors
    /// From the database.
    pub async fn next(&mut self, conn: &mut Conn) -> Result<Option<Vec<Vec<Value>>>> {
        loop {
            let Some(source) = self.table.rows.filter(|_| !self.done) else {
                return Ok(None);
            };
            let mut params = self.last.clone();
            params.push(Value::Int(CHUNK as i64));
            let rows = source.rows(conn, &params).await?;
            self.done = rows.len() < CHUNK;
            if let Some(last) = rows.last() {
                self.last = self.key.iter().map(|i| last[*i].clone()).collect();
            }
            let rows = self.grouped(rows);
            if !rows.is_empty() {
                return Ok(Some(rows));
            }
        }
    }

    /// Gives whole groups with small cells hidden, and keeps the last group until it is known to be whole.
    fn grouped(&mut self, rows: Vec<Vec<Value>>) -> Vec<Vec<Value>> {
        let Some(groups) = self.table.groups else {
            return rows;
        };
        let at = |name: &str| self.table.position(name).unwrap_or_default();
        let (by, count) = (at(groups.by), at(groups.count));
        let whole = (!groups.whole.is_empty()).then(|| at(groups.whole));
        let mut all = std::mem::take(&mut self.kept);
        all.extend(rows);
        let open = match all.last() {
            Some(last) if !self.done => all.iter().position(|r| r[by] == last[by]).unwrap_or_default(),
            _ => all.len(),
        };
        self.kept = all.split_off(open);
        for group in all.chunk_by_mut(|a, b| a[by] == b[by]) {
            hide(group, count, whole);
        }
        all
    }
}

fn hide(group: &mut [Vec<Value>], count: usize, whole: Option<usize>) {
    let number = |v: &Value| match v {
        Value::Int(n) => *n,
        _ => 0,
    };
    let counts: Vec<i64> = group.iter().map(|r| number(&r[count])).collect();
    let all = whole.and_then(|w| group.first().map(|r| number(&r[w])));
    let rest = all.map_or(0, |all| all - counts.iter().sum::<i64>());
    for (row, hidden) in group.iter_mut().zip(hide_small(&counts, rest)) {
        if hidden {
            row[count] = Value::Null;
        }
    }
}

/// Rows as lines of CSV, with the line of names before them if wanted.
#[must_use]
pub fn written(table: &Table, rows: &[Vec<Value>], zone: &TimeZone, names: bool) -> Vec<u8> {
    let mut out = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(Vec::new());
    // Writing records of one length to memory cannot fail.
    if names {
        let _ = out.write_record(table.names());
    }
    for row in rows {
        let _ = out.write_record(table.columns.iter().zip(row).map(|(c, v)| cell(c.kind, v, zone)));
    }
    out.into_inner().unwrap_or_default()
}

/// The table as CSV, chunk by chunk. Each chunk takes a connection and gives it back before it is sent: a slow reader holds
/// none.
pub fn stream(
    table: &'static Table,
    db: Db,
    zone: TimeZone,
) -> impl Stream<Item = Result<Bytes>> + Send + 'static {
    let head = written(table, &[], &zone, true);
    let rest = futures_util::stream::try_unfold(
        (Rows::of(table), db, zone),
        move |(mut rows, db, zone)| async move {
            let mut conn = db.read().await?;
            let chunk = rows.next(&mut conn).await?;
            drop(conn);
            Ok(chunk.map(|chunk| {
                (
                    Bytes::from(written(table, &chunk, &zone, false)),
                    (rows, db, zone),
                )
            }))
        },
    );
    futures_util::StreamExt::chain(futures_util::stream::iter([Ok(Bytes::from(head))]), rest)
}
