//! A CSV file as rows of cells that know their place.

use std::io::Read;

use unicode_normalization::UnicodeNormalization;

use crate::error::{ReadError, Where};

/// A row with its line in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Line where the row begins, from 1.
    pub line: u64,
    /// Cells, as many as the header has.
    pub cells: Vec<String>,
}

/// A header and its rows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Table {
    /// Names of the columns, trimmed.
    pub header: Vec<String>,
    /// The rows that are not blank.
    pub rows: Vec<Row>,
}

/// Text as it is compared: composed, small letters, single spaces.
pub fn fold(text: &str) -> String {
    let composed: String = text.nfkc().collect();
    composed
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .to_lowercase()
}

/// Reads a CSV file with commas, semicolons or tabs.
pub fn read(mut input: impl Read, file: &str) -> Result<Table, ReadError> {
    let mut bytes = Vec::new();
    input.read_to_end(&mut bytes).map_err(|e| ReadError::Io {
        file: file.to_string(),
        cause: e.to_string(),
    })?;
    let text = match String::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            let good = &error.as_bytes()[..error.utf8_error().valid_up_to()];
            let line = good.iter().filter(|b| **b == b'\n').count() as u64 + 1;
            return Err(ReadError::NotUtf8 {
                at: Where::line(file, line),
            });
        }
    };
    let text = text.trim_start_matches('\u{feff}');
    let first = text.lines().next().unwrap_or("");
    let delimiter = *b",;\t"
        .iter()
        .max_by_key(|d| (first.bytes().filter(|b| b == *d).count(), **d == b','))
        .unwrap_or(&b',');
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(text.as_bytes());
    let mut table = Table::default();
    let mut lines = Lines {
        text: text.as_bytes(),
        byte: 0,
        line: 1,
    };
    for record in reader.records() {
        let record = record.map_err(|e| ReadError::Io {
            file: file.to_string(),
            cause: e.to_string(),
        })?;
        let byte = record
            .position()
            .map_or(0, |p| usize::try_from(p.byte()).unwrap_or(usize::MAX));
        let line = lines.at(byte);
        let mut cells: Vec<String> = record.iter().map(bare).collect();
        if cells.iter().all(String::is_empty) {
            continue;
        }
        if table.header.is_empty() {
            while cells.last().is_some_and(String::is_empty) {
                cells.pop();
            }
            table.header = cells;
            continue;
        }
        while cells.len() > table.header.len() && cells.last().is_some_and(String::is_empty) {
            cells.pop();
        }
        if cells.len() > table.header.len() {
            return Err(ReadError::TooManyCells {
                at: Where::line(file, line),
                found: cells.len(),
                expected: table.header.len(),
            });
        }
        cells.resize(table.header.len(), String::new());
        table.rows.push(Row { line, cells });
    }
    if table.header.is_empty() {
        return Err(ReadError::Empty {
            at: Where::line(file, 1),
            what: "lines",
        });
    }
    for (column, name) in table.header.iter().enumerate() {
        if !name.is_empty() && table.header[..column].iter().any(|n| fold(n) == fold(name)) {
            return Err(ReadError::ColumnTwice {
                at: Where::line(file, 1),
                column: name.clone(),
            });
        }
    }
    Ok(table)
}

/// Counts lines forward. (The reader's own count is one short after a carriage return.)
struct Lines<'a> {
    text: &'a [u8],
    byte: usize,
    line: u64,
}

impl Lines<'_> {
    /// Line of the first character at or after `byte` that is not a line end.
    fn at(&mut self, byte: usize) -> u64 {
        while self.byte < self.text.len()
            && (self.byte < byte || matches!(self.text[self.byte], b'\r' | b'\n'))
        {
            self.line += u64::from(self.text[self.byte] == b'\n');
            self.byte += 1;
        }
        self.line
    }
}

impl Table {
    /// The place of a cell.
    pub fn at(&self, file: &str, row: &Row, column: usize) -> Where {
        Where {
            file: file.to_string(),
            line: row.line,
            column: self.header.get(column).cloned(),
        }
    }

    /// A cell that must not be empty.
    pub fn cell<'a>(&self, file: &str, row: &'a Row, column: usize) -> Result<&'a str, ReadError> {
        let text = row.cells[column].as_str();
        if text.is_empty() {
            Err(ReadError::Missing {
                at: self.at(file, row, column),
            })
        } else {
            Ok(text)
        }
    }
}

/// A cell without spaces around it, and without the quotes that stay where a space stands before them.
fn bare(cell: &str) -> String {
    let cell = cell.trim();
    match cell.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')) {
        Some(inner) => inner.trim().replace("\"\"", "\""),
        None => cell.to_string(),
    }
}
