//! Values of a row, and how they are written.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use kapok_store::{FromRow, Result, Row, Value};

use crate::Kind;

/// A row of `N` values of any type.
pub struct Cells<const N: usize>(pub [Value; N]);

impl<const N: usize> FromRow for Cells<N> {
    const COLUMNS: usize = N;
    fn from_row(row: &Row<'_>) -> Result<Self> {
        let mut cells = [const { Value::Null }; N];
        for (i, cell) in cells.iter_mut().enumerate() {
            *cell = row.get(i)?;
        }
        Ok(Self(cells))
    }
}

/// A value as it stands in the file; unknown is an empty cell.
#[must_use]
pub fn cell(kind: Kind, value: &Value, zone: &TimeZone) -> String {
    match (kind, value) {
        (_, Value::Null) => String::new(),
        (Kind::Flag, Value::Int(v)) => (*v != 0).to_string(),
        (Kind::Time, Value::Int(ms)) => time(*ms, zone),
        (_, Value::Int(v)) => v.to_string(),
        (_, Value::Real(v)) => v.to_string(),
        (Kind::Text, Value::Text(text)) => tame(text),
        (_, Value::Text(text)) => text.clone(),
        (_, Value::Bytes(bytes)) => bytes.iter().map(|b| format!("{b:02x}")).collect(),
    }
}

/// A moment with the city's offset, to the second.
fn time(ms: i64, zone: &TimeZone) -> String {
    let Ok(at) = Timestamp::from_second(ms.div_euclid(1000)) else {
        return String::new();
    };
    at.to_zoned_datetime(zone.clone())
        .strftime("%Y-%m-%dT%H:%M:%S%:z")
        .to_string()
}

/// Text that a spreadsheet would take for a formula gets an apostrophe before it (OWASP, "CSV Injection"); so does text that
/// would look as if it had been given one. Taking one apostrophe away from text that begins with apostrophes and one of
/// these characters gives exactly what was said.
#[must_use]
pub fn tame(text: &str) -> String {
    let first = text.trim_start_matches('\'').chars().next();
    let dangerous = |c| {
        matches!(
            c,
            '=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠'
        )
    };
    if first.is_some_and(dangerous) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What the documentation tells a reader to do.
    fn as_said(cell: &str) -> &str {
        match cell.strip_prefix('\'') {
            Some(rest) if tame(rest) == cell => rest,
            _ => cell,
        }
    }

    #[test]
    fn no_cell_begins_like_a_formula_and_every_text_comes_back() {
        for text in [
            "=1+1", "'=1", "''=1", "-5", "@x", "\tx", "a=1", "'quoted'", "", "＝1",
        ] {
            let cell = tame(text);
            assert!(
                !cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝']),
                "{cell:?}"
            );
            assert_eq!(as_said(&cell), text);
        }
    }

    #[test]
    fn the_first_ten_characters_of_a_moment_are_the_day_in_the_city() {
        let zone = TimeZone::get("Asia/Shanghai").unwrap();
        let at = Value::Int(1_767_225_599_999); // 2025-12-31T23:59:59.999Z
        assert_eq!(cell(Kind::Time, &at, &zone), "2026-01-01T07:59:59+08:00");
        assert_eq!(cell(Kind::Time, &Value::Null, &zone), "");
        assert_eq!(cell(Kind::Id, &Value::Bytes(vec![0, 255]), &zone), "00ff");
    }
}
