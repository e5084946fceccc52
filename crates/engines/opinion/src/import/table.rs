//! A CSV file with named columns: finding them in either header style, and reading numbers with good errors.

use std::io::Read;

use csv::{ByteRecord, ReaderBuilder};

use crate::error::ImportError;

/// A file that is open.
pub(crate) struct File<'a> {
    pub name: &'a str,
    pub reader: Box<dyn Read + 'a>,
}

/// A table being read.
pub(crate) struct Table<'a> {
    pub name: &'a str,
    reader: csv::Reader<Box<dyn Read + 'a>>,
    /// Names of the columns: lower case, with hyphens.
    pub heads: Vec<String>,
}

impl<'a> Table<'a> {
    /// Opens a table and reads its first line.
    pub fn open(file: File<'a>) -> Result<Self, ImportError> {
        let reader = ReaderBuilder::new()
            .flexible(true)
            .buffer_capacity(1 << 17)
            .from_reader(file.reader);
        let mut table = Self {
            name: file.name,
            reader,
            heads: Vec::new(),
        };
        let heads = table.reader.byte_headers().cloned();
        let heads = heads.map_err(|error| csv_error(table.name, 1, error))?;
        table.heads = heads.iter().map(head).collect();
        Ok(table)
    }

    /// Where a column is, under any of its names.
    pub fn column(&self, names: &[&str]) -> Option<usize> {
        self.heads.iter().position(|head| names.contains(&head.as_str()))
    }

    /// Where a column is that must be there.
    pub fn need(&self, names: &[&'static str]) -> Result<usize, ImportError> {
        self.column(names).ok_or_else(|| ImportError::Column {
            file: self.name.to_owned(),
            column: names[0],
            found: shortened(&self.heads.join(", ")),
        })
    }

    /// Reads the next row; false at the end. A row that is shorter or longer than the first line is an error.
    pub fn next(&mut self, row: &mut ByteRecord) -> Result<bool, ImportError> {
        let line = self.reader.position().line();
        let more = self
            .reader
            .read_byte_record(row)
            .map_err(|error| csv_error(self.name, line, error))?;
        if more && row.len() != self.heads.len() {
            return Err(ImportError::Csv {
                file: self.name.to_owned(),
                line: line_of(row),
                reason: format!(
                    "{} cells where the first line has {}",
                    row.len(),
                    self.heads.len()
                ),
            });
        }
        Ok(more)
    }

    /// The error for a cell.
    pub fn wrong(&self, row: &ByteRecord, column: usize, wanted: &'static str) -> ImportError {
        let found = String::from_utf8_lossy(row.get(column).unwrap_or_default());
        ImportError::Cell {
            file: self.name.to_owned(),
            line: line_of(row),
            column: self.heads.get(column).cloned().unwrap_or_default(),
            found: shortened(&found),
            wanted,
        }
    }

    /// An id.
    pub fn id(&self, row: &ByteRecord, column: usize) -> Result<u32, ImportError> {
        let cell = row.get(column).unwrap_or_default();
        parse_id(cell).ok_or_else(|| self.wrong(row, column, "a whole number from 0 to 4294967295"))
    }

    /// A whole number, or nothing where the cell is empty.
    pub fn whole(&self, row: &ByteRecord, column: usize) -> Result<Option<i64>, ImportError> {
        let cell = row.get(column).unwrap_or_default().trim_ascii();
        if cell.is_empty() {
            return Ok(None);
        }
        let number = parse_whole(cell);
        number
            .map(Some)
            .ok_or_else(|| self.wrong(row, column, "a whole number"))
    }

    /// A vote, or nothing where the cell is empty.
    pub fn vote(&self, row: &ByteRecord, column: usize) -> Result<Option<i8>, ImportError> {
        match row.get(column).unwrap_or_default() {
            b"" => Ok(None),
            b"1" => Ok(Some(1)),
            b"-1" => Ok(Some(-1)),
            b"0" => Ok(Some(0)),
            other => match other.trim_ascii() {
                b"" => Ok(None),
                b"1" | b"1.0" | b"+1" => Ok(Some(1)),
                b"-1" | b"-1.0" => Ok(Some(-1)),
                b"0" | b"0.0" | b"-0.0" | b"-0" => Ok(Some(0)),
                _ => Err(self.wrong(row, column, "a vote: 1 (agree), -1 (disagree), 0 (pass) or empty")),
            },
        }
    }
}

/// A name of a column in one style.
fn head(raw: &[u8]) -> String {
    let text = String::from_utf8_lossy(raw);
    let text = text.trim_start_matches('\u{feff}').trim();
    text.to_lowercase().replace([' ', '_'], "-")
}

fn line_of(row: &ByteRecord) -> u64 {
    row.position().map_or(0, csv::Position::line)
}

fn csv_error(file: &str, line: u64, error: csv::Error) -> ImportError {
    let file = file.to_owned();
    match error.into_kind() {
        csv::ErrorKind::Io(source) => ImportError::Read { file, source },
        other => ImportError::Csv {
            file,
            line,
            reason: format!("{other:?}"),
        },
    }
}

/// Digits only: an id in a file of millions of rows is read here.
pub(crate) fn parse_id(cell: &[u8]) -> Option<u32> {
    let cell = cell.trim_ascii();
    if cell.is_empty() || cell.len() > 10 {
        return None;
    }
    let mut number: u64 = 0;
    for byte in cell {
        if !byte.is_ascii_digit() {
            return None;
        }
        number = number * 10 + u64::from(byte - b'0');
    }
    u32::try_from(number).ok()
}

fn parse_whole(cell: &[u8]) -> Option<i64> {
    let text = std::str::from_utf8(cell).ok()?;
    if let Ok(number) = text.parse::<i64>() {
        return Some(number);
    }
    // Timestamps of some exports carry a fraction.
    let number: f64 = text.parse().ok()?;
    #[expect(
        clippy::cast_possible_truncation,
        reason = "checked to be in range; the fraction is dropped on purpose"
    )]
    (number.is_finite() && number.abs() < 9e15).then_some(number as i64)
}

/// At most 120 letters, for messages.
fn shortened(text: &str) -> String {
    let mut short: String = text.chars().take(120).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}
