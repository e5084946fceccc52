//! Reading the city's CSV files, with errors that name row and column.

use kapok_acts::ActError;

use crate::{NewPlace, PlaceKind, wkt};

/// What is wrong in a file, and where.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("row {row}, column {column}: {why}")]
pub struct RowError {
    /// Line of the table; the heading is row 1.
    pub row: usize,
    /// Name of the column.
    pub column: &'static str,
    /// What is wrong and what to write instead.
    pub why: String,
}

/// Why a file was not imported. Nothing of it was.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// Something in the file.
    #[error(transparent)]
    Row(#[from] RowError),
    /// The import itself was refused, or failed.
    #[error(transparent)]
    Act(#[from] ActError),
}

impl From<kapok_store::StoreError> for ImportError {
    fn from(error: kapok_store::StoreError) -> Self {
        Self::Act(error.into())
    }
}

/// Longest key.
const KEY_MAX: usize = 60;
/// Longest name, in characters.
const NAME_MAX: usize = 120;

/// The rows of a CSV file with these columns, in this order, each with its row number.
///
/// # Errors
/// When the file is no CSV, or a column is missing.
pub fn rows<const N: usize>(
    text: &str,
    columns: [&'static str; N],
) -> Result<Vec<(usize, [String; N])>, RowError> {
    let mut reader = csv::ReaderBuilder::new()
        .trim(csv::Trim::All)
        .from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let unreadable = |row: usize, error: &csv::Error| RowError {
        row,
        column: columns.first().copied().unwrap_or_default(),
        why: format!("this is not a readable CSV table: {error}"),
    };
    let headings = reader.headers().map_err(|e| unreadable(1, &e))?.clone();
    let mut places = [0; N];
    for (place, column) in places.iter_mut().zip(columns) {
        *place = headings
            .iter()
            .position(|h| h == column)
            .ok_or_else(|| RowError {
                row: 1,
                column,
                why: "the table has no such column; add it, with empty cells where nothing is known".into(),
            })?;
    }
    let line = |(i, record): (usize, csv::Result<csv::StringRecord>)| {
        let record = record.map_err(|e| unreadable(i + 2, &e))?;
        Ok((
            i + 2,
            places.map(|at| record.get(at).unwrap_or_default().to_owned()),
        ))
    };
    reader.records().enumerate().map(line).collect()
}

/// One cell, read by `read`; its error becomes one with row and column.
///
/// # Errors
/// What `read` says.
pub fn cell<T>(
    row: usize,
    column: &'static str,
    text: &str,
    read: impl FnOnce(&str) -> Result<T, String>,
) -> Result<T, RowError> {
    read(text).map_err(|why| RowError { row, column, why })
}

/// A short name for addresses and files: small letters, digits and hyphens.
///
/// # Errors
/// What to write instead.
pub fn key(text: &str) -> Result<String, String> {
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if !text.is_empty() && text.len() <= KEY_MAX && text.chars().all(fits) {
        Ok(text.to_owned())
    } else {
        Err(format!(
            "{text:?} must be 1 to {KEY_MAX} small letters a-z, digits and hyphens"
        ))
    }
}

/// A name as people read it.
///
/// # Errors
/// What to write instead.
pub fn name(text: &str) -> Result<String, String> {
    if text.is_empty() || text.chars().count() > NAME_MAX || text.chars().any(char::is_control) {
        Err(format!("write a name of 1 to {NAME_MAX} characters"))
    } else {
        Ok(text.to_owned())
    }
}

/// A whole number from 0 to `most`, or nothing.
fn number(text: &str, most: i64) -> Result<Option<i64>, String> {
    if text.is_empty() {
        return Ok(None);
    }
    match text.parse() {
        Ok(n) if (0..=most).contains(&n) => Ok(Some(n)),
        _ => Err(format!(
            "{text:?} is not a whole number from 0 to {most}; leave it empty if unknown"
        )),
    }
}

/// Reads places from CSV with the columns key, parent, kind, name, population, deprivation, wkt.
///
/// # Errors
/// The first cell that cannot be read.
pub(crate) fn places(text: &str) -> Result<Vec<(usize, NewPlace)>, RowError> {
    const COLUMNS: [&str; 7] = [
        "key",
        "parent",
        "kind",
        "name",
        "population",
        "deprivation",
        "wkt",
    ];
    let read = |(row, [key_, parent, kind, name_, population, deprivation, shape]): (usize, [String; 7])| {
        let kinds = || PlaceKind::ALL.map(PlaceKind::id).join(", ");
        let place = NewPlace {
            key: cell(row, "key", &key_, key)?,
            parent: (!parent.is_empty())
                .then(|| cell(row, "parent", &parent, key))
                .transpose()?,
            kind: cell(row, "kind", &kind, |k| {
                PlaceKind::parse(k).ok_or_else(|| format!("{k:?} is none of {}", kinds()))
            })?,
            name: cell(row, "name", &name_, name)?,
            population: cell(row, "population", &population, |t| number(t, 100_000_000_000))?,
            deprivation: cell(row, "deprivation", &deprivation, |t| number(t, 100))?,
            geometry: (!shape.is_empty()).then_some(shape),
        };
        if let Some(shape) = &place.geometry {
            cell(row, "wkt", shape, |t| wkt::parse(t).map_err(|e| e.to_string()))?;
        }
        Ok((row, place))
    };
    let places: Vec<_> = rows(text, COLUMNS)?
        .into_iter()
        .map(read)
        .collect::<Result<_, _>>()?;
    once(places.iter().map(|(row, p)| (*row, p.key.as_str())))?;
    Ok(places)
}

/// Refuses a file that names the same key twice: one of the two rows would be lost.
///
/// # Errors
/// On the second of them.
pub fn once<'a>(keys: impl Iterator<Item = (usize, &'a str)>) -> Result<(), RowError> {
    let mut seen = std::collections::HashMap::new();
    for (row, key) in keys {
        if let Some(first) = seen.insert(key, row) {
            let why = format!("{key:?} stands in row {first} already");
            return Err(RowError {
                row,
                column: "key",
                why,
            });
        }
    }
    Ok(())
}
