//! A row of either database, read column by column.

use crate::{FromValue, Result, StoreError, Value};

/// A row of either database.
pub enum Row<'a> {
    /// From SQLite.
    Sqlite(&'a rusqlite::Row<'a>),
    /// From PostgreSQL.
    Postgres(&'a tokio_postgres::Row),
}

impl Row<'_> {
    /// The value of a column, by position from 0.
    ///
    /// # Errors
    /// When the column is not there or holds another type.
    pub fn get<T: FromValue>(&self, column: usize) -> Result<T> {
        T::from_value(self.value(column)?).ok_or(StoreError::Column {
            column,
            expected: T::NAME,
        })
    }

    pub(crate) fn value(&self, column: usize) -> Result<Value> {
        match self {
            Row::Sqlite(row) => Ok(match row.get_ref(column)? {
                rusqlite::types::ValueRef::Null => Value::Null,
                rusqlite::types::ValueRef::Integer(v) => Value::Int(v),
                rusqlite::types::ValueRef::Real(v) => Value::Real(v),
                rusqlite::types::ValueRef::Text(v) => Value::Text(
                    std::str::from_utf8(v)
                        .map_err(|_| StoreError::Column {
                            column,
                            expected: "UTF-8",
                        })?
                        .to_owned(),
                ),
                rusqlite::types::ValueRef::Blob(v) => Value::Bytes(v.to_vec()),
            }),
            Row::Postgres(row) => postgres_value(row, column),
        }
    }
}

fn postgres_value(row: &tokio_postgres::Row, column: usize) -> Result<Value> {
    use tokio_postgres::types::Type;
    let missing = StoreError::Column {
        column,
        expected: "a column",
    };
    let ty = row.columns().get(column).ok_or(missing)?.type_();
    Ok(match *ty {
        Type::INT8 => row.try_get::<_, Option<i64>>(column)?.into(),
        Type::INT4 => row.try_get::<_, Option<i32>>(column)?.into(),
        Type::BOOL => row.try_get::<_, Option<bool>>(column)?.into(),
        Type::FLOAT8 => row.try_get::<_, Option<f64>>(column)?.into(),
        Type::BYTEA => row.try_get::<_, Option<Vec<u8>>>(column)?.into(),
        Type::TEXT | Type::VARCHAR | Type::NAME | Type::UNKNOWN => {
            row.try_get::<_, Option<String>>(column)?.into()
        }
        _ => {
            return Err(StoreError::Column {
                column,
                expected: "bigint, text, bytea or double precision",
            });
        }
    })
}

/// A type that one row fills, columns in order.
pub trait FromRow: Sized + Send {
    /// How many columns it takes.
    const COLUMNS: usize;
    /// Reads it.
    ///
    /// # Errors
    /// When a column has another type.
    fn from_row(row: &Row<'_>) -> Result<Self>;
}

impl FromRow for () {
    const COLUMNS: usize = 0;
    fn from_row(_: &Row<'_>) -> Result<Self> {
        Ok(())
    }
}

macro_rules! single {
    ($($t:ty),*) => { $(impl FromRow for $t {
        const COLUMNS: usize = 1;
        fn from_row(row: &Row<'_>) -> Result<Self> { row.get(0) }
    })* };
}
single!(
    i64,
    u32,
    bool,
    f64,
    String,
    Vec<u8>,
    jiff::Timestamp,
    jiff::civil::Date,
    Option<i64>,
    Option<String>
);

macro_rules! tuple {
    ($n:literal: $($t:ident $i:tt),*) => { impl<$($t: FromValue + Send),*> FromRow for ($($t,)*) {
        const COLUMNS: usize = $n;
        fn from_row(row: &Row<'_>) -> Result<Self> { Ok(($(row.get::<$t>($i)?,)*)) }
    } };
}
tuple!(2: A 0, B 1);
tuple!(3: A 0, B 1, C 2);
tuple!(4: A 0, B 1, C 2, D 3);
tuple!(5: A 0, B 1, C 2, D 3, E 4);
tuple!(6: A 0, B 1, C 2, D 3, E 4, F 5);

/// Declares a struct that a row fills, one column per field in the order written.
///
/// ```
/// kapok_store::row! {
///     /// A place in a list.
///     #[derive(Debug, Clone)]
///     pub struct Line { pub name: String, pub people: Option<i64> }
/// }
/// ```
#[macro_export]
macro_rules! row {
    ($(#[$m:meta])* $v:vis struct $name:ident { $($(#[$fm:meta])* $fv:vis $field:ident : $t:ty),* $(,)? }) => {
        $(#[$m])* $v struct $name { $($(#[$fm])* $fv $field: $t),* }
        impl $crate::FromRow for $name {
            const COLUMNS: usize = [$(stringify!($field)),*].len();
            fn from_row(row: &$crate::Row<'_>) -> $crate::Result<Self> {
                let mut column = 0usize..;
                Ok(Self { $($field: row.get::<$t>(column.next().unwrap_or_default())?),* })
            }
        }
    };
}
