//! A CSV file as rows of text that remember where they stood, so that an error can name file, row and column.
//!
//! Comma, semicolon or tab, whichever is most frequent in the head; a byte order mark is skipped; names of columns are
//! found without regard to case, accents, spaces, hyphens and underscores.

use std::collections::HashMap;
use std::io::Read;

use kapok_text::fold;

use crate::fault::{Fault, InputError};

/// A file in memory.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// The file as the caller named it.
    pub file: String,
    /// Names of the columns as they stand in the head, trimmed.
    pub columns: Vec<String>,
    /// The rows below the head.
    pub rows: Vec<Row>,
}

/// One row of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Its number as a spreadsheet counts; the head is 1.
    pub number: u64,
    /// Its cells, trimmed; as many as there are columns.
    pub cells: Vec<String>,
}

/// How names and values are compared: folded, and without spaces and punctuation between words.
pub fn key(text: &str) -> String {
    let folded = fold(text);
    let mut out = String::with_capacity(folded.len());
    for word in folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
    {
        if !out.is_empty() {
            out.push('_');
        }
        out.push_str(word);
    }
    if out.is_empty() {
        folded.trim().to_owned()
    } else {
        out
    }
}

/// A cell without the quotes that stay where a space stands before them.
fn bare(cell: &str) -> String {
    match cell.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')) {
        Some(inner) => inner.trim().replace("\"\"", "\""),
        None => cell.to_owned(),
    }
}

impl Table {
    /// Reads a CSV file. `file` is its name for errors.
    ///
    /// # Errors
    /// [`InputError`] for what is not UTF-8 or not CSV, an empty file, a row with too few or too many cells, and a
    /// column that stands twice.
    pub fn read(file: &str, mut input: impl Read) -> Result<Self, InputError> {
        let whole = |fault| InputError {
            file: file.to_owned(),
            row: None,
            column: None,
            fault: Box::new(fault),
        };
        let mut bytes = Vec::new();
        input
            .read_to_end(&mut bytes)
            .map_err(|error| whole(Fault::Other(format!("cannot be read: {error}"))))?;
        let text = std::str::from_utf8(&bytes).map_err(|error| {
            let before = bytes.get(..error.valid_up_to()).unwrap_or_default();
            let row = before.iter().filter(|&&byte| byte == b'\n').count() as u64 + 1;
            InputError {
                row: Some(row),
                ..whole(Fault::NotUtf8)
            }
        })?;
        let text = text.trim_start_matches('\u{feff}');
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(delimiter(text))
            .trim(csv::Trim::All)
            .has_headers(false)
            .from_reader(text.as_bytes());
        let mut rows = Vec::new();
        let mut lines = Lines {
            bytes: text.as_bytes(),
            at: 0,
            line: 1,
        };
        for record in reader.records() {
            let record = record.map_err(|error| csv_error(&error, &mut lines, whole))?;
            rows.push(Row {
                number: record.position().map_or(0, |position| lines.of(position.byte())),
                cells: record.iter().map(bare).collect(),
            });
        }
        if rows.is_empty() {
            return Err(whole(Fault::Empty));
        }
        let columns = rows.remove(0).cells;
        rows.retain(|row| row.cells.iter().any(|cell| !cell.is_empty()));
        let table = Self {
            file: file.to_owned(),
            columns,
            rows,
        };
        let mut seen = HashMap::new();
        for (index, name) in table.columns.iter().enumerate() {
            if !name.is_empty() && seen.insert(key(name), index).is_some() {
                return Err(InputError {
                    row: Some(1),
                    ..table.at_column(index, Fault::ColumnTwice)
                });
            }
        }
        Ok(table)
    }

    /// The first column that has one of these names.
    pub fn find(&self, names: &[&str]) -> Option<usize> {
        let keys: Vec<String> = self.columns.iter().map(|column| key(column)).collect();
        names
            .iter()
            .find_map(|name| keys.iter().position(|column| column == name))
    }

    /// The column that has one of these names, or an error that lists them.
    ///
    /// # Errors
    /// [`Fault::NoColumn`].
    pub fn need(&self, what: &'static str, names: &[&str]) -> Result<usize, InputError> {
        self.find(names).ok_or_else(|| {
            let names = names.join(", ");
            let found = self.columns.join(", ");
            InputError {
                row: Some(1),
                ..self.whole(Fault::NoColumn { what, names, found })
            }
        })
    }

    /// The cell, which must not be empty.
    ///
    /// # Errors
    /// [`Fault::Missing`].
    pub fn filled<'a>(&self, row: &'a Row, column: usize, cure: &'static str) -> Result<&'a str, InputError> {
        match row.cell(column) {
            "" => Err(self.at(row, column, Fault::Missing { cure })),
            cell => Ok(cell),
        }
    }

    /// A number in a cell; a comma may stand for the point.
    ///
    /// # Errors
    /// [`Fault::NotANumber`].
    pub fn number(&self, row: &Row, column: usize) -> Result<f64, InputError> {
        let cell = row.cell(column);
        let parsed = if cell.contains(',') && !cell.contains('.') {
            cell.replacen(',', ".", 1).parse()
        } else {
            cell.parse()
        };
        parsed
            .ok()
            .filter(|number: &f64| number.is_finite())
            .ok_or_else(|| {
                self.at(
                    row,
                    column,
                    Fault::NotANumber {
                        value: cell.to_owned(),
                    },
                )
            })
    }

    /// A whole number from zero up in a cell.
    ///
    /// # Errors
    /// [`Fault::NotACount`].
    pub fn count(&self, row: &Row, column: usize) -> Result<u32, InputError> {
        let cell = row.cell(column);
        cell.parse().map_err(|_| {
            self.at(
                row,
                column,
                Fault::NotACount {
                    value: cell.to_owned(),
                },
            )
        })
    }

    /// An error at a cell.
    pub fn at(&self, row: &Row, column: usize, fault: Fault) -> InputError {
        InputError {
            row: Some(row.number),
            ..self.at_column(column, fault)
        }
    }

    /// An error about a column.
    pub fn at_column(&self, column: usize, fault: Fault) -> InputError {
        let column = self.columns.get(column).map(|name| {
            if name.is_empty() {
                (column + 1).to_string()
            } else {
                name.clone()
            }
        });
        InputError {
            column,
            ..self.whole(fault)
        }
    }

    /// An error about the whole file.
    pub fn whole(&self, fault: Fault) -> InputError {
        InputError {
            file: self.file.clone(),
            row: None,
            column: None,
            fault: Box::new(fault),
        }
    }

    /// Fails when the file has only a head.
    ///
    /// # Errors
    /// [`Fault::NoRows`].
    pub fn some_rows(&self, of: &'static str) -> Result<(), InputError> {
        if self.rows.is_empty() {
            Err(self.whole(Fault::NoRows { of }))
        } else {
            Ok(())
        }
    }
}

impl Row {
    /// The text of a cell; empty where there is none.
    pub fn cell(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", String::as_str)
    }

    /// The parts of a cell that holds a list, separated by `;`, `|` or `/`.
    pub fn list(&self, column: Option<usize>) -> Vec<String> {
        let cell = column.map_or("", |column| self.cell(column));
        let parts = cell.split([';', '|', '/']).map(str::trim);
        parts.filter(|part| !part.is_empty()).map(str::to_owned).collect()
    }
}

/// " (did you mean X?)" when one of the known values is nearly the one given.
pub fn hint<'a>(value: &str, known: impl IntoIterator<Item = &'a str>) -> String {
    let wanted = key(value);
    let nearest = known
        .into_iter()
        .map(|name| (distance(&wanted, &key(name)), name))
        .min();
    match nearest {
        Some((distance, name)) if distance <= 1 + wanted.chars().count() / 4 => {
            format!(" (did you mean {name:?}?)")
        }
        _ => String::new(),
    }
}

/// Letters to insert, remove or replace between two words (Levenshtein), of at most 40 letters each.
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().take(40).collect();
    let mut line: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.chars().take(40).enumerate() {
        let mut corner = std::mem::replace(&mut line[0], i + 1);
        for (j, &y) in b.iter().enumerate() {
            let cost = (corner + usize::from(x != y))
                .min(line[j] + 1)
                .min(line[j + 1] + 1);
            corner = std::mem::replace(&mut line[j + 1], cost);
        }
    }
    line[b.len()]
}

/// The separator: what is most frequent in the first line outside quotes.
fn delimiter(text: &str) -> u8 {
    let mut counts = [(b',', 0), (b';', 0), (b'\t', 0)];
    let mut quoted = false;
    for byte in text.bytes().skip_while(|byte| byte.is_ascii_whitespace()) {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' if !quoted => break,
            _ if !quoted => counts
                .iter_mut()
                .filter(|(mark, _)| *mark == byte)
                .for_each(|(_, n)| *n += 1),
            _ => {}
        }
    }
    let mut best = counts[0];
    for count in counts {
        if count.1 > best.1 {
            best = count;
        }
    }
    best.0
}

/// Counts lines. The CSV reader's own count lags behind where lines end in two characters or are empty.
struct Lines<'a> {
    bytes: &'a [u8],
    at: usize,
    line: u64,
}

impl Lines<'_> {
    /// The line of the record that begins at this byte or after the ends of lines there. Only forwards.
    fn of(&mut self, byte: u64) -> u64 {
        let from = usize::try_from(byte).unwrap_or(usize::MAX);
        while let Some(&byte) = self
            .bytes
            .get(self.at)
            .filter(|byte| self.at < from || matches!(byte, b'\r' | b'\n'))
        {
            self.line += u64::from(byte == b'\n');
            self.at += 1;
        }
        self.line
    }
}

fn csv_error(error: &csv::Error, lines: &mut Lines<'_>, whole: impl Fn(Fault) -> InputError) -> InputError {
    let row = error.position().map(|position| lines.of(position.byte()));
    let fault = match error.kind() {
        csv::ErrorKind::UnequalLengths {
            expected_len, len, ..
        } => Fault::Ragged {
            found: *len,
            wanted: *expected_len,
        },
        _ => Fault::NotCsv(error.to_string()),
    };
    InputError { row, ..whole(fault) }
}
