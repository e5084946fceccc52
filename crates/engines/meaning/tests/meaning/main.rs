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
    let mut reader = csv::Reader::from_path(path).expect("the civic set is part of the project");
    let rows = reader.records().map(|row| row.expect("every row is whole"));
    rows.map(|row| columns.iter().map(|&c| row[c].to_owned()).collect())
        .collect()
}
