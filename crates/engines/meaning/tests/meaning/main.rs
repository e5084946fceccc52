//! What the engine promises, beyond the tests beside its code.

mod copies;
mod grouping;
mod matters;
mod model;
mod topics;
mod voices;

/// The civic set, column by column.
fn civic(columns: &[usize]) -> Vec<Vec<String>> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../data/civic/voices.csv");
    let mut reader = csv::Reader::from_path(path).unwrap();
    let rows = reader.records().map(Result::unwrap);
    rows.map(|row| columns.iter().map(|&c| row[c].to_owned()).collect())
        .collect()
}
