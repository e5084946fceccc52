//! The bytes of a row.

use std::io::Read;

use rusqlite::types::ValueRef;

use crate::Value;

impl Value {
    pub(super) fn as_ref(&self) -> ValueRef<'_> {
        match self {
            Value::Null => ValueRef::Null,
            Value::Int(v) => ValueRef::Integer(*v),
            Value::Real(v) => ValueRef::Real(*v),
            Value::Text(v) => ValueRef::Text(v.as_bytes()),
            Value::Bytes(v) => ValueRef::Blob(v),
        }
    }
}

/// Appends a value: 0 for null; 1 and a zigzag varint; 2 and the eight bytes of a float, lowest first; 3 (text, UTF-8) or 4
/// (bytes), a varint for the length, and the bytes.
pub(super) fn encode(out: &mut Vec<u8>, value: ValueRef<'_>) {
    match value {
        ValueRef::Null => out.push(0),
        ValueRef::Integer(v) => {
            out.push(1);
            varint(out, ((v << 1) ^ (v >> 63)).cast_unsigned());
        }
        ValueRef::Real(v) => {
            out.push(2);
            out.extend(v.to_le_bytes());
        }
        ValueRef::Text(v) => {
            out.push(3);
            varint(out, v.len() as u64);
            out.extend(v);
        }
        ValueRef::Blob(v) => {
            out.push(4);
            varint(out, v.len() as u64);
            out.extend(v);
        }
    }
}

fn varint(out: &mut Vec<u8>, mut n: u64) {
    while n >= 0x80 {
        out.push((n as u8) | 0x80);
        n >>= 7;
    }
    out.push(n as u8);
}

/// A value longer than this is a damaged length.
const LONGEST: u64 = 256 << 20;

fn read_varint(from: &mut impl Read) -> std::io::Result<u64> {
    let mut n = 0u64;
    for shift in (0..64).step_by(7) {
        let byte = read_byte(from)?;
        n |= u64::from(byte & 0x7f) << shift;
        if byte < 0x80 {
            return Ok(n);
        }
    }
    Err(std::io::Error::other("a number is too long"))
}

fn read_byte(from: &mut impl Read) -> std::io::Result<u8> {
    let mut byte = [0];
    from.read_exact(&mut byte)?;
    Ok(byte[0])
}

pub(super) fn decode(from: &mut impl Read) -> std::io::Result<Value> {
    let tag = read_byte(from)?;
    Ok(match tag {
        0 => Value::Null,
        1 => {
            let n = read_varint(from)?;
            Value::Int((n >> 1).cast_signed() ^ -((n & 1).cast_signed()))
        }
        2 => {
            let mut bytes = [0; 8];
            from.read_exact(&mut bytes)?;
            Value::Real(f64::from_le_bytes(bytes))
        }
        3 | 4 => {
            let len = read_varint(from)?;
            if len > LONGEST {
                return Err(std::io::Error::other("a value is too long"));
            }
            let mut bytes = Vec::new();
            from.take(len).read_to_end(&mut bytes)?;
            if bytes.len() as u64 != len {
                return Err(std::io::ErrorKind::UnexpectedEof.into());
            }
            if tag == 4 {
                Value::Bytes(bytes)
            } else {
                Value::Text(String::from_utf8(bytes).map_err(std::io::Error::other)?)
            }
        }
        _ => return Err(std::io::Error::other("an unknown kind of value")),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_come_back_as_they_went() {
        let values = [
            Value::Null,
            Value::Int(0),
            Value::Int(-1),
            Value::Int(i64::MIN),
            Value::Int(i64::MAX),
            Value::Real(-0.1),
            Value::Text("说 x".into()),
            Value::Text(String::new()),
            Value::Bytes(vec![0; 300]),
        ];
        let mut bytes = Vec::new();
        for value in &values {
            encode(&mut bytes, value.as_ref());
        }
        let mut from = bytes.as_slice();
        let back: Vec<Value> = values.iter().map(|_| decode(&mut from).unwrap()).collect();
        assert_eq!(back, values);
        assert!(from.is_empty());
    }

    #[test]
    fn damaged_rows_are_an_error_and_ask_for_no_memory() {
        for bytes in [
            &[9][..],
            &[3, 5, b'a'],
            &[3, 1, 0xff],
            &[1, 0x80],
            &[4, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f],
            &[],
        ] {
            assert!(decode(&mut &bytes[..]).is_err(), "{bytes:?}");
        }
    }
}
