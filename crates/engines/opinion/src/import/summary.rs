//! `summary.csv`: one name and its value per line, no header.

use csv::ReaderBuilder;

use super::table::File;
use crate::error::ImportError;

/// The rows in their order. Lines without a value are kept with an empty one.
pub(crate) fn read(file: File<'_>) -> Result<Vec<(String, String)>, ImportError> {
    let name = file.name;
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .from_reader(file.reader);
    let mut rows = Vec::new();
    for record in reader.byte_records() {
        let record = record.map_err(|error| ImportError::Csv {
            file: name.to_owned(),
            line: error.position().map_or(0, csv::Position::line),
            reason: error.to_string(),
        })?;
        let cell = |at: usize| String::from_utf8_lossy(record.get(at).unwrap_or_default()).into_owned();
        rows.push((cell(0).trim_start_matches('\u{feff}').to_owned(), cell(1)));
    }
    Ok(rows)
}
