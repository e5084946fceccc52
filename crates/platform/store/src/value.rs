//! The five kinds of value that travel to and from both databases.

use bytes::BytesMut;
use tokio_postgres::types::{IsNull, ToSql, Type, to_sql_checked};

/// A parameter of a statement.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// SQL NULL.
    Null,
    /// Whole number, flag, or milliseconds since 1970.
    Int(i64),
    /// Float; for measurements, never for money or votes.
    Real(f64),
    /// Text, or an ISO date.
    Text(String),
    /// Bytes, or an id.
    Bytes(Vec<u8>),
}

macro_rules! from {
    ($($t:ty => $v:expr),* $(,)?) => { $(impl From<$t> for Value { fn from(v: $t) -> Self { ($v)(v) } })* };
}
from! {
    i64 => Value::Int,
    i32 => |v| Value::Int(i64::from(v)),
    u32 => |v| Value::Int(i64::from(v)),
    u8 => |v| Value::Int(i64::from(v)),
    bool => |v| Value::Int(i64::from(v)),
    f64 => Value::Real,
    String => Value::Text,
    &str => |v: &str| Value::Text(v.to_owned()),
    &String => |v: &String| Value::Text(v.clone()),
    Vec<u8> => Value::Bytes,
    &[u8] => |v: &[u8]| Value::Bytes(v.to_vec()),
    [u8; 16] => |v: [u8; 16]| Value::Bytes(v.to_vec()),
    [u8; 32] => |v: [u8; 32]| Value::Bytes(v.to_vec()),
    jiff::Timestamp => |v: jiff::Timestamp| Value::Int(v.as_millisecond()),
    jiff::civil::Date => |v: jiff::civil::Date| Value::Text(v.to_string()),
}

impl<T: Into<Value>> From<Option<T>> for Value {
    fn from(v: Option<T>) -> Self {
        v.map_or(Value::Null, Into::into)
    }
}

impl rusqlite::ToSql for Value {
    fn to_sql(&self) -> rusqlite::Result<rusqlite::types::ToSqlOutput<'_>> {
        use rusqlite::types::{ToSqlOutput, ValueRef};
        Ok(ToSqlOutput::Borrowed(match self {
            Value::Null => ValueRef::Null,
            Value::Int(v) => ValueRef::Integer(*v),
            Value::Real(v) => ValueRef::Real(*v),
            Value::Text(v) => ValueRef::Text(v.as_bytes()),
            Value::Bytes(v) => ValueRef::Blob(v),
        }))
    }
}

impl ToSql for Value {
    fn to_sql(
        &self,
        ty: &Type,
        out: &mut BytesMut,
    ) -> Result<IsNull, Box<dyn std::error::Error + Sync + Send>> {
        match self {
            Value::Null => Ok(IsNull::Yes),
            Value::Int(v) if *ty == Type::INT4 => i32::try_from(*v)?.to_sql(ty, out),
            Value::Int(v) if *ty == Type::FLOAT8 => {
                #[expect(
                    clippy::cast_precision_loss,
                    reason = "a whole number bound where a float is expected"
                )]
                let float = *v as f64;
                float.to_sql(ty, out)
            }
            Value::Int(v) if *ty == Type::INT8 => v.to_sql(ty, out),
            Value::Real(v) if *ty == Type::FLOAT8 => v.to_sql(ty, out),
            // PostgreSQL's text cannot hold this character, and no text of ours does: what asks for it finds nothing.
            Value::Text(v) if v.contains('\0') => v.replace('\0', "\u{fffd}").to_sql(ty, out),
            Value::Text(v) if <&str as ToSql>::accepts(ty) => v.to_sql(ty, out),
            Value::Bytes(v) if *ty == Type::BYTEA => v.to_sql(ty, out),
            other => Err(format!("{other:?} does not fit a parameter of type {ty}").into()),
        }
    }
    fn accepts(_: &Type) -> bool {
        true // to_sql says no with both sides named
    }
    to_sql_checked!();
}

/// A value out of a column.
pub trait FromValue: Sized {
    /// Name of the type for errors.
    const NAME: &'static str;
    /// Reads the value; `None` when it has another type.
    fn from_value(v: Value) -> Option<Self>;
}

macro_rules! from_value {
    ($($t:ty, $name:literal, $p:pat => $e:expr);* $(;)?) => {
        $(impl FromValue for $t {
            const NAME: &'static str = $name;
            fn from_value(v: Value) -> Option<Self> { match v { $p => $e, _ => None } }
        })*
    };
}
from_value! {
    i64, "whole number", Value::Int(v) => Some(v);
    u32, "whole number from 0", Value::Int(v) => u32::try_from(v).ok();
    bool, "flag", Value::Int(v) => Some(v != 0);
    String, "text", Value::Text(v) => Some(v);
    Vec<u8>, "bytes", Value::Bytes(v) => Some(v);
    [u8; 16], "16 bytes", Value::Bytes(v) => v.try_into().ok();
    [u8; 32], "32 bytes", Value::Bytes(v) => v.try_into().ok();
    jiff::Timestamp, "time", Value::Int(v) => jiff::Timestamp::from_millisecond(v).ok();
    jiff::civil::Date, "ISO date", Value::Text(v) => v.parse().ok();
}

impl FromValue for Value {
    const NAME: &'static str = "any value";
    fn from_value(v: Value) -> Option<Self> {
        Some(v)
    }
}

impl FromValue for f64 {
    const NAME: &'static str = "number";
    fn from_value(v: Value) -> Option<Self> {
        match v {
            Value::Real(v) => Some(v),
            #[expect(
                clippy::cast_precision_loss,
                reason = "SQLite gives a whole float as an integer"
            )]
            Value::Int(v) => Some(v as f64),
            _ => None,
        }
    }
}

impl<T: FromValue> FromValue for Option<T> {
    const NAME: &'static str = T::NAME;
    fn from_value(v: Value) -> Option<Self> {
        match v {
            Value::Null => Some(None),
            v => T::from_value(v).map(Some),
        }
    }
}
